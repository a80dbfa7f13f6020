"""How the items of a list end."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from cthb_reports.findings import Severity
from cthb_reports.style.passages import Part
from cthb_reports.style.rule import Reading, Spot, style_rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cthb_reports.style.passages import Passage


@style_rule("S231", "list-endings", Severity.WARNING)
def list_endings(reading: Reading) -> Iterator[Spot]:
    """End each item of a list with a semicolon and the last with a full stop.

    Why: the house writes a list as one sentence. A list whose items end in nothing at all, such as a list of names, or are
    whole sentences that all end in a full stop, is left alone; one with mixed endings is not.

    Example:
        '- prevention.' followed by '- protection;' -> '- prevention;' followed by '- protection.'
    """
    items = ((number, passage) for number, passage in enumerate(reading.passages) if passage.part is Part.ITEM)
    for _, group in groupby(items, key=lambda entry: entry[1].list_number):
        members = [(number, passage) for number, passage in group if passage.text.strip()]
        if len(members) > 1 and not _is_even(members):
            yield from _uneven(members)


def _is_even(members: Sequence[tuple[int, Passage]]) -> bool:
    ends = [_end(passage) for _, passage in members]
    return len(set(ends)) == 1 or ":" in ends


def _uneven(members: Sequence[tuple[int, Passage]]) -> Iterator[Spot]:
    for position, (number, passage) in enumerate(members):
        right = "." if position == len(members) - 1 else ";"
        end = _end(passage)
        if end == right or (right == ";" and passage.text.rstrip().endswith(("; and", "; or"))):
            continue
        stripped = len(passage.text.rstrip())
        start = passage.text.rfind(" ", 0, stripped) + 1
        word = passage.text[start:stripped]
        if end not in {"", ",", ";", "."}:
            continue
        replacement = f"{word[: len(word) - len(end)]}{right}"
        yield Spot(
            number,
            start,
            stripped,
            f"{word!r} ends an item; the house ends it {replacement!r}",
            _HINT,
            replacement,
            safe=True,
        )


_HINT = "items end in a semicolon, the last in a full stop"


def _end(passage: Passage) -> str:
    last = passage.text.rstrip()[-1:]
    return "" if last.isalnum() or last in ")”’" else last
