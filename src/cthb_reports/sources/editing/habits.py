"""How the author of a YAML file indents and breaks lines, as far as the file tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cthb_reports.sources.nodes import Branch, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cthb_reports.sources.editing.sheet import Sheet, Spot

_WIDTHS: Final = (80, 100, 120)
"""How long lines usually are; the last where texts on several lines do not show another."""


@dataclass(frozen=True, slots=True)
class Habits:
    """The usual form of a file.

    Args:
        step: By how much more than its name a record is indented.
        dash: By how much more than its name the dashes of a list are.
        width: How long a line may become.
    """

    step: int
    dash: int
    width: int


def habits_of(sheet: Sheet) -> Habits:
    """Return how a file is usually written."""
    steps: list[int] = []
    dashes: list[int] = []
    longest = 0
    for spot in _spots(sheet.root):
        if isinstance(spot.node, Scalar):
            longest = max(longest, _longest_full_line(sheet, spot))
        elif spot.name is not None and isinstance(spot.node, Branch) and not sheet.is_flow(spot):
            more = sheet.column(sheet.start(spot.members[0])) - sheet.column(sheet.start(spot))
            (steps if spot.node.is_record else dashes).append(more)
    return Habits(max(_most(steps), 1), _most(dashes), _width(longest))


def _spots(root: Spot) -> Iterator[Spot]:
    pending = [root]
    while pending:
        spot = pending.pop()
        yield spot
        pending += spot.members


def _longest_full_line(sheet: Sheet, spot: Spot) -> int:
    """Return the length of the longest line of a text but the last, which is as long as it happens to be."""
    first, last = sheet.line_end(spot.node.place.start), sheet.text.start_of_line(sheet.end(spot))
    lines = sheet.content[sheet.text.start_of_line(first) : last].splitlines() if last > first else []
    return max(map(len, lines[1:] if spot.node.place.style in {"literal", "folded"} else lines), default=0)


def _width(longest: int) -> int:
    return next((width for width in _WIDTHS if longest and longest <= width), _WIDTHS[-1])


def _most(found: Sequence[int]) -> int:
    return max(sorted(set(found)), key=found.count) if found else 2
