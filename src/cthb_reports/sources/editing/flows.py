"""Changes of records and lists that stand in brackets, in YAML and in JSON."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cthb_reports.sources.editing import texts, values
from cthb_reports.sources.editing.blocks import old_text
from cthb_reports.sources.editing.objects import Hand
from cthb_reports.sources.editing.sheet import Edit
from cthb_reports.sources.editing.written import Frame

if TYPE_CHECKING:
    from cthb_reports.sources.editing.sheet import Sheet, Spot

_COMMA = re.compile(r"\s*,")
_REST_OF_LINE = re.compile(r"[ \t]*(?P<comma>,?)[ \t]*(?:(?<=[ \t])#[^\r\n]*)?(?=\r|\n|\Z)")


def replaced(sheet: Sheet, spot: Spot, new: Any) -> list[Edit]:
    """Return the edits that put another value in the place of one in brackets."""
    start, end = spot.node.place.start, spot.node.place.end
    if sheet.is_json:
        was_short = bool(spot.members) and sheet.line_end(start) >= end
        return [Edit(start, end, Hand(sheet).written(new, margin(sheet, start), spread=not was_short))]
    if isinstance(new, (dict, list)):
        text = values.in_brackets(new, Frame(0, 0, in_flow=True))
    else:
        text = texts.scalar(new, Frame(0, sheet.column(start), in_flow=True), old_text(spot)).inline
    if start == end:
        lead = sheet.lead_end(spot)
        text = f" {text}" if spot.name is None or sheet.content[lead - 1] == ":" else f": {text}"
        return [Edit(lead, max(lead, end), text)]
    return [Edit(start, end, text)]


def margin(sheet: Sheet, offset: int) -> str:
    """Return the white space at the beginning of a line."""
    start = sheet.text.start_of_line(offset)
    line = sheet.content[start : sheet.line_end(offset)]
    return line[: len(line) - len(line.lstrip())]


def added(sheet: Sheet, holder: Spot, key: str | None, new: Any, after: str | None) -> list[Edit]:
    """Return the edits that add a value to a record or a list in brackets."""
    members = holder.members
    if not members:
        return [_first(sheet, holder, key, new)]
    before = (holder.member(after) if after is not None else None) or members[-1]
    start, end = sheet.start(before), sheet.end(before)
    is_spread = not sheet.content[sheet.text.start_of_line(start) : start].strip()
    indent = margin(sheet, start)
    # An entry looks like the one before.
    is_short = key is None and bool(before.members) and sheet.line_end(start) >= end
    item = _item(sheet, key, new, indent, spread=is_spread and not is_short)
    if not is_spread:
        return [Edit(end, end, _comma(sheet, members) + item)]
    return _on_a_line(sheet, end, indent + item, is_last=before.index == len(members) - 1)


def _on_a_line(sheet: Sheet, end: int, line: str, *, is_last: bool) -> list[Edit]:
    """Return the edits that put a value on the line after another one."""
    rest = _REST_OF_LINE.match(sheet.content, end)
    if rest is None:
        return [Edit(end, end, f",\n{line}")]
    if rest["comma"]:
        return [Edit(rest.end(), rest.end(), f"\n{line}{'' if is_last else ','}")]
    return [Edit(end, end, ","), Edit(rest.end(), rest.end(), f"\n{line}")]


def _first(sheet: Sheet, holder: Spot, key: str | None, new: Any) -> Edit:
    """Return the edit that puts a value into empty brackets."""
    start, end = holder.node.place.start, holder.node.place.end
    outer = margin(sheet, start)
    hand = Hand(sheet) if sheet.is_json else None
    if hand is None or hand.indent is None:
        return Edit(start + 1, start + 1, _item(sheet, key, new, "", spread=False))
    whole = [new] if key is None else {key: new}
    return Edit(start, end, hand.written(whole, outer, spread=True))


def _item(sheet: Sheet, key: str | None, new: Any, indent: str, *, spread: bool) -> str:
    if sheet.is_json:
        hand = Hand(sheet)
        lead = "" if key is None else hand.one_line(key) + hand.colon
        return lead + hand.written(new, indent, spread=spread)
    text = values.in_brackets(new, Frame(0, 0, in_flow=True))
    return text if key is None else f"{texts.name(key)}: {text}"


def _comma(sheet: Sheet, members: list[Spot]) -> str:
    """Return the comma and the space that the author puts between two values."""
    if sheet.is_json and len(members) < 2:
        return Hand(sheet).comma
    if len(members) < 2:
        return ", "
    between = sheet.content[sheet.end(members[-2]) : sheet.start(members[-1])]
    return "," if between == "," else ", "


def removed(sheet: Sheet, spot: Spot) -> list[Edit]:
    """Return the edits that take a value out of a record or a list in brackets; others are in it, too."""
    members = spot.holder.members if spot.holder else []
    start, end = sheet.start(spot), sheet.end(spot)
    is_last = spot.index == len(members) - 1
    line_start = sheet.text.start_of_line(start)
    rest = _REST_OF_LINE.match(sheet.content, end)
    if rest and not sheet.content[line_start:start].strip():
        lines = Edit(line_start, sheet.after_line(end), "")
        return [*(_without_comma(sheet, members[-2]) if is_last and not rest["comma"] else ()), lines]
    if is_last:
        before = sheet.end(members[-2])
        # With a comment between, the comma stays: YAML lets one stand before the closing bracket.
        return [Edit(start if "#" in sheet.content[before:start] else before, end, "")]
    following = sheet.start(members[spot.index + 1])
    comma = _COMMA.match(sheet.content, end)
    if "#" in sheet.content[end:following] and comma:
        return [Edit(start, comma.end(), "")]
    return [Edit(start, following, "")]


def _without_comma(sheet: Sheet, before: Spot) -> list[Edit]:
    end = sheet.end(before)
    comma = _COMMA.match(sheet.content, end)
    return [Edit(end, comma.end(), "")] if comma else []
