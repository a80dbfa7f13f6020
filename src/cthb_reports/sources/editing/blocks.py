"""Changes of records and lists that stand in lines, one value beneath the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cthb_reports.sources.editing import texts, values
from cthb_reports.sources.editing.outlines import BLOCK_HEADER
from cthb_reports.sources.editing.sheet import Edit
from cthb_reports.sources.editing.written import Frame, Old, Written
from cthb_reports.sources.nodes import Branch, Scalar

if TYPE_CHECKING:
    from cthb_reports.sources.editing.sheet import Sheet, Spot

_SIGNS = re.compile(r"[-+0-9]*")
_EMPTY_LINES = re.compile(r"(?:[ \t]*(?:\r\n?|\n))*")
_EMPTY_LINES_BEFORE = re.compile(r"(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))*\Z")


def old_text(spot: Spot) -> Old | None:
    """Return the text that stands at a place, if one does."""
    place = spot.node.place
    if not isinstance(spot.node, Scalar) or place.start == place.end:
        return None
    return Old(place.style, place.text.content[place.start : place.end], place.value or "")


def replaced(sheet: Sheet, spot: Spot, new: Any) -> list[Edit]:
    """Return the edits that put another value in the place of one that stands in lines."""
    lead, start, end = sheet.lead_end(spot), spot.node.place.start, sheet.end(spot)
    written = _written(sheet, spot, new)
    below = "".join(f"\n{line}" for line in written.below)
    line_end, last = sheet.line_end(lead), sheet.line_end(end)
    if start > line_end and (below or isinstance(spot.node, Branch)):
        # The old value began on a line of its own. The comments beside its name and after its end stand beside the new one.
        inline = Edit(lead, lead, f" {written.inline}" if written.inline else "")
        return [inline, Edit(line_end, end, ""), Edit(last, last, below)]
    # A list in a list begins one space after the dash, as its other lines are indented.
    is_apart = spot.name is None and isinstance(new, (dict, list))
    if not written.inline or start == end or is_apart:
        start, written = lead, Written(f" {written.inline}" if written.inline else "")
    return [Edit(start, end, written.inline), Edit(last, last, below)]


def _written(sheet: Sheet, spot: Spot, new: Any) -> Written:
    """Return a value as it is written at a spot; the comment beside the sign of a block stays with it."""
    start = spot.node.place.start
    lead = sheet.lead_end(spot)
    column = sheet.column(start) if start > lead else sheet.column(lead) + 1
    frame = frame_of(sheet, sheet.column(sheet.start(spot)), column, is_entry=spot.name is None)
    if isinstance(new, (dict, list)) and frame.is_entry:
        first, *others = values.entry(new, frame)
        return Written(first.lstrip(" ").removeprefix("- "), tuple(others))
    if isinstance(new, (dict, list)):
        return values.value(new, frame)
    old = old_text(spot)
    written = texts.scalar(new, frame, old)
    header = BLOCK_HEADER.match(old.source) if old and old.style in {"literal", "folded"} else None
    if header and not written.below:
        return Written(written.inline + header["comment"].rstrip())
    return written


def added(sheet: Sheet, holder: Spot, key: str | None, new: Any, after: str | None) -> list[Edit]:
    """Return the edits that add a value to a record or a list that stands in lines."""
    members = holder.members
    before = (holder.member(after) if after is not None else None) or members[-1]
    end = sheet.line_end(sheet.end(before))
    frame = frame_of(sheet, sheet.column(sheet.start(members[0])), 0, is_entry=key is None)
    if key is not None:
        lines = values.member(key, new, frame)
    else:
        lines = [*_gap(sheet, members), *_entry(sheet, members[-1], new, frame)]
    return [*_closed(sheet, before, end), Edit(end, end, "".join(f"\n{line}" for line in lines))]


def _gap(sheet: Sheet, members: list[Spot]) -> list[str]:
    """Return the empty line that the author leaves between two entries."""
    if len(members) < 2 or _keeps_empty_lines(sheet, members[-1]):
        return []
    end = sheet.end(members[-2])
    between = sheet.content[sheet.line_end(end) : sheet.start(members[-1])]
    return [""] if re.search(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)", between) else []


def _entry(sheet: Sheet, like: Spot, new: Any, frame: Frame) -> list[str]:
    """Return the lines of an entry: a record in brackets where the one before is in brackets, too."""
    if isinstance(new, dict) and isinstance(like.node, Branch) and sheet.is_flow(like):
        line = f"{' ' * frame.margin}- {values.in_brackets(new, frame)}"
        if len(line) <= frame.width and "\\n" not in line:
            return [line]
    return values.entry(new, frame)


def _closed(sheet: Sheet, spot: Spot, end: int) -> list[Edit]:
    """Return the edit that keeps a block of text without a line end when lines are to follow it."""
    signs = _block_signs(sheet, spot) if end == len(sheet.content) else None
    if signs is None or "-" in signs[0]:
        return []
    return [Edit(signs.start(), signs.end(), signs[0].replace("+", "") + "-")]


def _keeps_empty_lines(sheet: Sheet, spot: Spot) -> bool:
    signs = _block_signs(sheet, spot)
    return signs is not None and "+" in signs[0]


def _block_signs(sheet: Sheet, spot: Spot) -> re.Match[str] | None:
    """Return the signs of the block of text with which a value ends, if it does."""
    place = _last(spot).node.place
    return _SIGNS.match(sheet.content, place.start + 1) if place.style in {"literal", "folded"} else None


def _last(spot: Spot) -> Spot:
    while spot.members:
        spot = spot.members[-1]
    return spot


def removed(sheet: Sheet, spot: Spot) -> list[Edit]:
    """Return the edits that take a value out of a record or a list that stands in lines; others are in it, too."""
    start, end = sheet.start(spot), sheet.end(spot)
    line_start = sheet.text.start_of_line(start)
    if sheet.content[line_start:start].strip():
        return [_from_the_line_of_a_dash(sheet, spot, start, end)]
    after = sheet.after_line(end)
    rest = _EMPTY_LINES.match(sheet.content, after)
    empty = rest.end() if rest else after
    before = _EMPTY_LINES_BEFORE.search(sheet.content, _end_before(sheet, spot), line_start)
    if empty == len(sheet.content) and before:
        # The last of the file: the empty lines before it go with it.
        is_text = _block_signs(sheet, spot.holder.members[spot.index - 1]) is not None if spot.holder else False
        keep_break = after > sheet.line_end(end) or is_text
        first = sheet.after_line(before.start()) if keep_break else before.start()
        return [Edit(first, after if keep_break else empty, "")]
    is_apart = before is None or len(re.findall(r"\r\n?|\n", before[0])) > 1
    return [Edit(line_start, empty if is_apart else after, "")]


def _end_before(sheet: Sheet, spot: Spot) -> int:
    """Return where what stands before a member ends, as empty lines may be part of a text."""
    if spot.holder is None or spot.index == 0:
        return 0
    return sheet.end(spot.holder.members[spot.index - 1])


def _from_the_line_of_a_dash(sheet: Sheet, spot: Spot, start: int, end: int) -> Edit:
    """Return the edit that moves the next value of a record to the line of the dash, unless a comment stands between."""
    following = sheet.start(spot.holder.members[1]) if spot.holder else end
    line_end = sheet.line_end(end)
    if "#" not in sheet.content[line_end:following]:
        return Edit(start, following, "")
    dash = sheet.content[:start].rstrip(" ")
    return Edit(len(dash), line_end, "")


def frame_of(sheet: Sheet, margin: int, column: int, *, is_entry: bool) -> Frame:
    """Return where a value is to stand, indented as the file is."""
    habits = sheet.habits
    return Frame(margin, column, habits.step, habits.dash, habits.width, is_entry=is_entry)
