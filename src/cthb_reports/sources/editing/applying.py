"""One change after another, written into the text of one file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cthb_reports.errors import UnwritableError
from cthb_reports.findings import field_text
from cthb_reports.sources.editing import blocks, flows
from cthb_reports.sources.editing.changes import Append, Assign
from cthb_reports.sources.editing.opening import opened
from cthb_reports.sources.editing.repeated import refuse_repeated
from cthb_reports.sources.editing.sheet import Edit
from cthb_reports.sources.nodes import Branch, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cthb_reports.findings import FieldPath
    from cthb_reports.sources.editing.changes import Change
    from cthb_reports.sources.editing.sheet import Sheet, Spot


def applied(sheet: Sheet, changes: Iterable[Change]) -> Sheet:
    """Return the sheet with changes written into it; their paths lead from the value that the file holds.

    Raises:
        UnwritableError: One of them cannot be written.
        UnreadableError: What comes out cannot be read.
    """
    later: list[Change] = []
    edits: list[Edit] = []
    for change in changes:
        found = _simple(sheet, change)
        edits += found or ()
        later += [] if found else [change]
    sheet = sheet.with_edits(edits) if edits else sheet
    for change in later:
        sheet = _one(sheet, change)
    return sheet


def _simple(sheet: Sheet, change: Change) -> list[Edit] | None:
    """Return the edits of a change that only puts one text in the place of another, so that many can be made at once."""
    spot = sheet.find(change.path) if isinstance(change, Assign) else None
    if spot is None or not isinstance(change, Assign) or isinstance(change.value, (dict, list)):
        return None
    if not isinstance(spot.node, Scalar) or (sheet.in_flow(spot) and not sheet.is_json):
        return None
    refuse_repeated(sheet, spot, whole=True)
    return _replaced(sheet, spot, change.value)


def _one(sheet: Sheet, change: Change) -> Sheet:
    if isinstance(change, Append):
        return _add(sheet, change.path, None, change.value, None)
    spot = sheet.find(change.path)
    if isinstance(change, Assign):
        if spot is None:
            return _add(sheet, change.path[:-1], str(change.path[-1]), change.value, change.after)
        return _replace(sheet, change.path, change.value)
    return _remove(sheet, _known(spot, change.path))


def _known(spot: Spot | None, path: FieldPath) -> Spot:
    if spot is None:
        raise UnwritableError(
            field_text(path), "its place in the file is not known; it may be a repetition of another value"
        )
    return spot


def _replaced(sheet: Sheet, spot: Spot, value: Any) -> list[Edit]:
    edits = flows.replaced(sheet, spot, value) if sheet.in_flow(spot) else blocks.replaced(sheet, spot, value)
    return _with_last_line_end(sheet, edits, value)


def _replace(sheet: Sheet, path: FieldPath, value: Any) -> Sheet:
    spot = _known(sheet.find(path), path)
    refuse_repeated(sheet, spot, whole=True)
    edits = _replaced(sheet, spot, value)
    if sheet.in_flow(spot) and _is_too_much(sheet, edits, blocks.old_text(spot)) and (again := opened(sheet, spot)):
        return _replace(again, path, value)
    return sheet.with_edits(edits)


def _add(sheet: Sheet, path: FieldPath, key: str | None, value: Any, after: str | None) -> Sheet:
    holder = _known(sheet.find(path), path)
    refuse_repeated(sheet, holder, whole=False)
    if not isinstance(holder.node, Branch) or holder.node.is_record is (key is None):
        raise UnwritableError(
            str(holder.node.place.location), "this is neither a list nor a record that could hold more"
        )
    if not sheet.is_flow(holder):
        edits = blocks.added(sheet, holder, key, value, after)
        return sheet.with_edits(_with_last_line_end(sheet, edits, value))
    edits = flows.added(sheet, holder, key, value, after)
    if _is_too_much(sheet, edits, None) and (again := opened(sheet, holder)):
        return _add(again, path, key, value, after)
    return sheet.with_edits(edits)


def _is_too_much(sheet: Sheet, edits: Sequence[Edit], old: Any) -> bool:
    """Tell whether a text in brackets has lines, or makes its line too long; as it was before does not count."""
    if sheet.is_json:
        return False
    new = "".join(edit.new for edit in edits)
    if re.search(r"(?<!\\)(?:\\\\)*\\n", new) and not (old and "\n" in old.value):
        return True
    width = sheet.habits.width
    start = sheet.text.start_of_line(edits[0].start)
    was = sheet.line_end(edits[0].start) - start
    return "\n" not in new and was <= width < was + len(new) - sum(edit.end - edit.start for edit in edits)


def _remove(sheet: Sheet, spot: Spot) -> Sheet:
    refuse_repeated(sheet, spot, whole=True)
    edits = flows.removed(sheet, spot) if sheet.in_flow(spot) else blocks.removed(sheet, spot)
    return sheet.with_edits(edits)


def _with_last_line_end(sheet: Sheet, edits: list[Edit], value: Any) -> list[Edit]:
    """End the file with a line end where its last text needs one."""
    size = len(sheet.content)
    if edits[-1].end < size or sheet.content.endswith(("\n", "\r")) or not _ends_with_a_line_end(value):
        return edits
    return [*edits, Edit(size, size, "\n")]


def _ends_with_a_line_end(value: Any) -> bool:
    while isinstance(value, (dict, list)) and value:
        value = value[-1] if isinstance(value, list) else list(value.values())[-1]
    return isinstance(value, str) and value.endswith("\n")
