"""What an edit may do to the records as they are now: nothing that they say already, that contradicts them, or that they cannot hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cthb_reports.kinds.lookup import value_at
from cthb_reports.models import checking
from cthb_reports.rendering import narratives
from cthb_reports.word.data import settled, with_changes
from cthb_reports.word.edits import Edit, Status
from cthb_reports.word.excerpts import short
from cthb_reports.word.sourced import are_alike

if TYPE_CHECKING:
    from cthb_reports.findings import FieldPath
    from cthb_reports.word.desk import Desk


class Merging:
    """Merges edits into the records, three versions at a time: as the draft was made, as it came back, as they are now."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def merged(self, edit: Edit, path: FieldPath, value: object) -> Edit:
        """Return an edit with the change that it makes, if the field has not become another one since."""
        if edit.status not in {Status.REVISED, Status.FILLED, Status.REWORDED}:
            return edit
        here = self._desk.here(path)
        if here is None:
            return replace(edit, status=Status.CONFLICT, reason="its record is no longer there")
        change = settled(self._desk.now.report, self._desk.now.data, here, value)
        edit = self.validated(replace(edit, changes=(change,)))
        if not edit.is_written:
            return edit
        made, _ = checking.check(type(self._desk.now.report), with_changes(self._desk.now.data, edit.changes))
        is_now, was = value_at(self._desk.now.report, here), value_at(self._desk.base, path)
        new = value_at(made, here) if made is not None else None
        if _equal(new, is_now):
            return replace(edit, changes=(), status=Status.KNOWN)
        if not _equal(is_now, was):
            said = f"the records say {short(str(is_now))!r} now, and {short(str(was))!r} when the draft was made"
            return replace(edit, status=Status.CONFLICT, changes=(), reason=said)
        return edit

    def validated(self, edit: Edit) -> Edit:
        """Return an edit, not to be written where the records would be wrong with it."""
        made, faults = checking.check(type(self._desk.now.report), with_changes(self._desk.now.data, edit.changes))
        messages = [fault.message for fault in faults]
        if made is not None:
            touched = {change.path for change in edit.changes}
            messages = [
                fault.message
                for fault in narratives.faults(made)
                if fault.field in touched or fault.field[:1] == ("wording",)
            ]
        if messages:
            return replace(edit, status=Status.UNREADABLE, changes=(), reason="; ".join(messages))
        return edit


def _equal(one: object, other: object) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return one == other or (one.split() == other.split() and are_alike(one, other))
    return one == other
