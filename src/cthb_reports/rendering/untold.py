"""Facts that stand nowhere in the draft: what no template prints must not be lost in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel

from cthb_reports.models.base import walk
from cthb_reports.models.texts import Markdown, Refers, Unprinted
from cthb_reports.rendering.saying import is_said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cthb_reports.findings import FieldPath
    from cthb_reports.rendering.session import Session


def untold(session: Session) -> tuple[FieldPath, ...]:
    """Return the paths of the facts of told records that no anchor and no narrative holds."""
    printed = {anchor.field for anchor in session.anchors}
    nowhere = set(session.placement.nowhere)
    return tuple(
        path
        for owner in session.records
        if owner not in nowhere
        for path in _facts(session, owner)
        if not _is_printed(path, owner, printed) and not is_said(session, owner, path)
    )


def _is_printed(path: FieldPath, owner: FieldPath, printed: set[FieldPath]) -> bool:
    """Tell whether a fact is printed, alone or as part of what holds it: a town as part of its place."""
    return any(path[:end] in printed for end in range(len(owner) + 1, len(path) + 1))


def _facts(session: Session, owner: FieldPath) -> Iterator[FieldPath]:
    """Yield the paths of what a reader should find; switches and choices shape the sentences instead."""
    for path, value, field in walk(session.records[owner], owner):
        if field is None or field.choice or isinstance(value, _SHAPES):
            continue
        if not any(isinstance(marker, _APART) for marker in field.markers):
            yield path


_SHAPES = (bool, tuple, BaseModel)
_APART = (Refers, Unprinted, Markdown)
