"""Whether a file may be replaced: what people have edited holds work that no record has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cthb_reports.errors import DraftError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def refuse_edited(targets: Sequence[Path]) -> None:
    """Ask that no target is a DOCX that differs from what we wrote.

    Raises:
        DraftError: One is.
    """
    for target in targets:
        if target.suffix.lower() == ".docx" and target.is_file():
            _refuse_edited(target)


def refuse_different(target: Path, content: bytes) -> None:
    """Ask that a target is not there, or holds what is to be written.

    Raises:
        DraftError: It holds something else.
    """
    if target.is_file() and _held(target) != content:
        raise DraftError(f"{target} is there already and holds something else; choose another name or say --force")


def _held(target: Path) -> bytes:
    try:
        return target.read_bytes()
    except OSError as error:
        raise DraftError(f"{target}: cannot be compared with what is to be written: {error.strerror}") from error


def _refuse_edited(target: Path) -> None:
    from cthb_reports.writers.docx import was_edited  # noqa: PLC0415  # lxml is only needed where a DOCX is to be replaced

    edited = was_edited(_held(target))
    if edited is None:
        raise DraftError(f"{target} was not drafted by cthb-reports; choose another name or say --force")
    if edited:
        raise DraftError(f"{target} was edited after it was drafted; choose another name or say --force")
