"""What an edit may do to the records as they are now: nothing that they say already, that contradicts them, or that they cannot hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cthb_reports.kinds.lookup import value_at
from cthb_reports.models import checking
from cthb_reports.rendering import narratives
from cthb_reports.sources.editing import Append
from cthb_reports.word.data import settled, with_changes
from cthb_reports.word.edits import Edit, Status
from cthb_reports.word.excerpts import short
from cthb_reports.word.sourced import are_alike

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds import Report
    from cthb_reports.sources.editing import Change
    from cthb_reports.word.desk import Desk


class Merging:
    """Merges edits into the records, three versions at a time: as the draft was made, as it came back, as they are now."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def proposed(self, edit: Edit, path: FieldPath, value: object) -> Edit:
        """Return an edit with the change that it would make.

        Args:
            edit: The edit.
            path: The field as the draft was made.
            value: Its new value, as plain data.
        """
        here = self._desk.here(path)
        if here is None:
            return replace(edit, status=Status.CONFLICT, reason="its record is no longer there")
        change = settled(self._desk.now.report, self._desk.now.data, here, value)
        return replace(edit, changes=(change,))

    def merged(self, edits: Iterable[Edit]) -> list[Edit]:
        """Return edits, those without their changes that must not be written."""
        found = list(edits)
        made = self._valid(found)
        return [self._against_now(edit, made) for edit in found]

    # --- what the records can hold

    def _valid(self, edits: list[Edit]) -> Report:
        """Return the records with all edits, and take the changes off those with which they would be wrong.

        All of them are tried together, as most are right and each trial reads all records.
        """
        for _ in range(len(edits) + 1):
            made, faults = self._tried(edits)
            blamed = [at for at, edit in enumerate(edits) if any(_touches(edit, field) for field, _ in faults)]
            for at in blamed:
                messages = [message for field, message in faults if _touches(edits[at], field)]
                edits[at] = _unreadable(edits[at], messages)
            if made is not None and not blamed:
                return made
            if not blamed:
                break
        # No edit alone is to blame by its field: each is tried by itself.
        for at, edit in enumerate(edits):
            made, faults = self._tried([edit])
            if made is None or any(_touches(edit, field) for field, _ in faults):
                edits[at] = _unreadable(edit, [message for _, message in faults])
        made, _ = self._tried(edits)
        return made or self._desk.now.report

    def _tried(self, edits: Sequence[Edit]) -> tuple[Report | None, list[tuple[FieldPath, str]]]:
        changes = [change for edit in edits for change in edit.changes]
        if not changes:
            return self._desk.now.report, []
        made, faults = checking.check(type(self._desk.now.report), with_changes(self._desk.now.data, changes))
        if made is None:
            return None, [(fault.field, fault.message) for fault in faults]
        return made, [(fault.field, fault.message) for fault in narratives.faults(made)]

    # --- what they say by now

    def _against_now(self, edit: Edit, made: Report) -> Edit:
        if not edit.changes or not edit.field:
            return edit
        here = self._desk.here(edit.field)
        if here is None:
            return edit
        is_now, was = value_at(self._desk.now.report, here), value_at(self._desk.base, edit.field)
        if _equal(value_at(made, here), is_now):
            return replace(edit, changes=(), status=Status.KNOWN)
        if not _equal(is_now, was):
            said = f"the records say {short(str(is_now))!r} now, and {short(str(was))!r} when the draft was made"
            return replace(edit, status=Status.CONFLICT, changes=(), reason=said)
        return edit


def _touches(edit: Edit, field: FieldPath) -> bool:
    return any(_is_of(change, field) for change in edit.changes)


def _is_of(change: Change, field: FieldPath) -> bool:
    """Tell whether a fault at a field may come from a change; which of several new entries is wrong, nobody can tell."""
    if isinstance(change, Append):
        return field[: len(change.path)] == change.path
    return field[: len(change.path)] == change.path or change.path[: len(field)] == field


def _unreadable(edit: Edit, messages: Sequence[str]) -> Edit:
    reason = "; ".join(dict.fromkeys(messages))
    return replace(edit, status=Status.UNREADABLE, changes=(), reason=reason)


def _equal(one: object, other: object) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return one == other or (one.split() == other.split() and are_alike(one, other))
    return one == other
