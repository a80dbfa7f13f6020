"""How several things are named in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def series(items: Sequence[str], *, conjunction: str = "and") -> str:
    """Return items as a sentence has them: "A, B and C"; "A, B, and C and D" where an item is a pair; "A, B; and C" where one is a list.

    Raises:
        ValueError: There are no items; an empty place in a sentence would go unseen.
    """
    if any(", " in item for item in items):
        return _joined(items, "; ", f"; {conjunction} ")
    pairs = any(f" {word} " in item for item in items[-2:] for word in ("and", "or"))
    return _joined(items, ", ", f", {conjunction} " if pairs else f" {conjunction} ")


def series_of_names(items: Sequence[str]) -> str:
    """Return names with commas, even where one holds an "and" of its own: readers know where it ends.

    Near the end of three or more the serial comma sets such a name apart: "Albania, Bosnia and Herzegovina, and Croatia".

    Raises:
        ValueError: There are no names.
    """
    ambiguous = len(items) > 2 and any(" and " in item for item in items[-2:])
    return _joined(items, ", ", ", and " if ambiguous else " and ")


def _joined(items: Sequence[str], between: str, before_last: str) -> str:
    if not items:
        raise ValueError("a series needs at least one item")
    *others, last = items
    return f"{between.join(others)}{before_last}{last}" if others else last
