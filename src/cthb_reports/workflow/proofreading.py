"""Any text held against the house style: what is found in it, and what of that can be mended unseen."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cthb_reports import style
from cthb_reports.errors import SourceError, UnknownNameError
from cthb_reports.readers import READERS
from cthb_reports.workflow import gathering, manual
from cthb_reports.workflow.outputs import write_files
from cthb_reports.workflow.overwriting import refuse_different
from cthb_reports.workflow.proofs import Asked, Change, fixed, look
from cthb_reports.workflow.selection import selection

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from cthb_reports.findings import Finding
    from cthb_reports.readers import Reading

STANDARD_INPUT = "-"
PROFILES = ("osce", "none")


def proofread(  # noqa: PLR0913  # one argument for each option of the command
    path: str | Path,
    *,
    profile: str = "osce",
    house: str | Path | None = None,
    day: date | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> list[Finding]:
    """Return what the house would write otherwise in a file, in the order of its text.

    Args:
        path: A `.docx`, `.md` or `.txt` file, or `-` for standard input, which is plain text.
        profile: Whose house the text follows: `osce`, or `none` for a text of another house.
        house: An office's own folder, whose `house` folder holds words and rules of its own.
        day: The day of the text, for dates such as "last week" and names that have changed.
        select: Codes, groups or names of the findings that are asked for; without them, all.
        ignore: Those among them that are not.

    Raises:
        SourceError: The file cannot be read, or is better left closed.
        UnknownNameError: There is no such format, profile or rule.
        DraftError: The office's folder cannot be read.
    """
    asked, broken = _asked(profile, house, day, select, ignore)
    content = _content(path)
    return [*broken, *(seen.finding for seen in look(_read(path, content), asked))]


def proofread_all(paths: Iterable[str | Path], **options: Any) -> tuple[list[Finding], list[str]]:
    """Return what is found in several files, and what is to be said of those that cannot be read.

    Args:
        paths: See `proofread`.
        options: Those of `proofread`.

    Raises:
        UnknownNameError: See `proofread`.
        DraftError: See `proofread`.
    """
    findings: list[Finding] = []
    complaints: list[str] = []
    for path in paths:
        try:
            findings += proofread(path, **options)
        except SourceError as error:
            complaints.append(str(error))
    return list(dict.fromkeys(findings)), complaints


def fix_file(  # noqa: PLR0913  # one argument for each option of the command
    path: str | Path,
    output: str | Path,
    *,
    profile: str = "osce",
    house: str | Path | None = None,
    day: date | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    force: bool = False,
) -> tuple[tuple[Change, ...], list[Finding]]:
    """Write a file in which all is mended that can be mended unseen, in a DOCX as changes that are tracked.

    Args:
        path: See `proofread`.
        output: The file to write, of the same format.
        profile: See `proofread`.
        house: See `proofread`.
        day: See `proofread`.
        select: See `proofread`; only such things are mended.
        ignore: See `proofread`.
        force: Replace a file that holds something else.

    Returns:
        What was changed, and what is left to be looked at in the new file.

    Raises:
        SourceError: See `proofread`.
        UnknownNameError: See `proofread`; or the output is of another format.
        DraftError: See `proofread`; or the output cannot be written, or holds something else.
    """
    target = Path(output)
    _require_same_format(path, target)
    asked, broken = _asked(profile, house, day, select, ignore)
    content, changes = _content(path), list[Change]()
    for _ in range(_ROUNDS):
        content, made = fixed(_read(path, content), content, asked)
        changes += made
        if not made:
            break
    if not force:
        refuse_different(target, content)
    write_files({target: content})
    return tuple(changes), [*broken, *(seen.finding for seen in look(_read(target, content), asked))]


_ROUNDS = 5
"""What is mended may bring something to light; so often is it looked at again, no oftener."""


def _asked(
    profile: str, folder: str | Path | None, day: date | None, select: Iterable[str], ignore: Iterable[str]
) -> tuple[Asked, tuple[Finding, ...]]:
    if profile not in PROFILES:
        raise UnknownNameError("profile", profile, PROFILES)
    house, broken = style.house(gathering.read_house(Path(folder)) if folder else None, profile)
    return Asked(house, day, selection(select, ignore, manual.names())), broken


def _content(path: str | Path) -> bytes:
    if str(path) == STANDARD_INPUT:
        return sys.stdin.buffer.read(gathering.MOST_OF_A_TEXT + 1)
    _suffix(path)
    return gathering.read_text_file(Path(path))


def _suffix(path: str | Path) -> str:
    if str(path) == STANDARD_INPUT:
        return ".txt"
    suffix = Path(path).suffix.lower()
    if suffix not in READERS:
        raise UnknownNameError("reader for", suffix or str(path), READERS)
    return suffix


def _read(path: str | Path, content: bytes) -> Reading:
    if len(content) > gathering.MOST_OF_A_TEXT:
        raise SourceError(f"{path}: is larger than {gathering.MOST_OF_A_TEXT // 2**20} MB")
    shown = "standard input" if str(path) == STANDARD_INPUT else str(path)
    return READERS[_suffix(path)](content, shown)


def _require_same_format(path: str | Path, target: Path) -> None:
    suffix = _suffix(path)
    if READERS.get(target.suffix.lower()) is not READERS[suffix]:
        raise UnknownNameError("way to write the text as", target.suffix or target.name, [suffix])
