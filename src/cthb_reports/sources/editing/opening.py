"""Records and lists in brackets that are to hold more than a line, and files of one record that are to hold another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cthb_reports.sources.editing.blocks import frame_of
from cthb_reports.sources.editing.objects import Hand
from cthb_reports.sources.editing.outlines import lines_of
from cthb_reports.sources.editing.sheet import Edit
from cthb_reports.sources.faults import UnreadableError
from cthb_reports.sources.nodes import Branch

if TYPE_CHECKING:
    from cthb_reports.sources.editing.sheet import Sheet, Spot

_COMMENT = re.compile(r"(?:(?<=\s)|^)#[^\r\n]*")


def opened(sheet: Sheet, spot: Spot) -> Sheet | None:
    """Return the sheet with the outermost brackets around a value taken away, what stood in them each on its own line.

    The order and the comments stay.

    Returns:
        The sheet, or `None` where that cannot be done: in JSON, around nothing, or where the lines would not say the same.
    """
    outer = _outermost(sheet, spot)
    if sheet.is_json or outer is None or not outer.members:
        return None
    try:
        again = sheet.with_edits(_on_lines(sheet, outer))
        return again if again.data() == sheet.data() else None
    except UnreadableError:
        return None


def _outermost(sheet: Sheet, spot: Spot) -> Spot | None:
    found: Spot | None = None
    at: Spot | None = spot
    while at is not None:
        found = at if isinstance(at.node, Branch) and sheet.is_flow(at) else found
        at = at.holder
    return found


def _on_lines(sheet: Sheet, outer: Spot) -> list[Edit]:
    start, end = outer.node.place.start, outer.node.place.end
    line_end = sheet.line_end(end)
    lines = _lines(sheet, outer)
    beside = _beside(sheet, outer)
    if outer.name is not None:
        indent = " " * _indent(sheet, outer)
        new = beside + "".join(f"\n{indent}{line}" for line in lines)
        return [Edit(sheet.lead_end(outer), line_end, new)]
    if beside and ("\n" in lines[0] or "#" in lines[0]):
        lines.append(beside.lstrip())
    elif beside:
        lines[0] += beside
    return [Edit(start, line_end, f"\n{' ' * sheet.column(start)}".join(lines))]


def _beside(sheet: Sheet, outer: Spot) -> str:
    """Return the comments beside the opening and the closing bracket, with the space before them."""
    place = outer.node.place
    opening, *_ = _comments(sheet.content[place.start + 1 : sheet.start(outer.members[0])])
    closing = sheet.content[place.end : sheet.line_end(place.end)].rstrip()
    return (f"  {opening}" if opening else "") + closing


def _indent(sheet: Sheet, spot: Spot) -> int:
    frame = frame_of(sheet, sheet.column(sheet.start(spot)), 0, is_entry=False)
    is_record = isinstance(spot.node, Branch) and spot.node.is_record
    return frame.margin + (frame.step if is_record else frame.dash)


def _lines(sheet: Sheet, outer: Spot) -> list[str]:
    """Return the members of brackets as lines without indentation, comments among them."""
    members = outer.members
    starts = [*map(sheet.start, members), outer.node.place.end - 1]
    lines = _comments(sheet.content[outer.node.place.start + 1 : starts[0]])[1:]
    for member, following in zip(members, starts[1:], strict=True):
        beside, *above = _comments(sheet.content[sheet.end(member) : following])
        lines += [_line(sheet, member) + (f"  {beside}" if beside else ""), *above]
    return lines


def _line(sheet: Sheet, member: Spot) -> str:
    source = sheet.content[member.node.place.start : sheet.end(member)]
    if member.name is None:
        return f"- {source}"
    name = sheet.content[member.name.place.start : member.name.place.end]
    return f"{name}: {source}" if source else f"{name}:"


def _comments(gap: str) -> list[str]:
    """Return the comment on the line where a gap begins, or nothing, and those on the lines after it."""
    first, *others = ((_COMMENT.search(line) or [""])[0] for line in lines_of(gap))
    return [first, *(comment for comment in others if comment)]


def listed(sheet: Sheet) -> Sheet:
    """Return the sheet of one record as the sheet of a list with that record as its only entry.

    Raises:
        UnreadableError: What comes out cannot be read.
    """
    start, end = sheet.root.node.place.start, sheet.end(sheet.root)
    first, *others = lines_of(sheet.content[start:end])
    if not sheet.is_json:
        margin = " " * sheet.column(start)
        return (
            sheet.with_edits([Edit(start, end, "\n".join([f"- {first}", *map(_indented, others)]))])
            if not margin
            else sheet
        )
    indent = Hand(sheet).indent
    if indent is None:
        return sheet.with_edits([Edit(start, start, "["), Edit(end, end, "]")])
    lines = "".join(f"\n{indent}{line}" if line else "\n" for line in (first, *others))
    return sheet.with_edits([Edit(start, end, f"[{lines}\n]")])


def _indented(line: str) -> str:
    return f"  {line}" if line.strip() else line
