"""How much of a long text an edit shows: the words that differ, with some around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHOWN = 70
_AROUND = 4
_FIRST, _LAST = 30, 25


def short(text: str) -> str:
    """Return a text in one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rsplit(' ', 1)[0]} …"


def around(old: str, new: str) -> tuple[str, str]:
    """Return the parts of two texts that differ, with some words around them."""
    first, second = old.split(), new.split()
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    end = 0
    while end < min(len(first), len(second)) - start and first[-1 - end] == second[-1 - end]:
        end += 1
    return _cut(first, start, len(first) - end), _cut(second, start, len(second) - end)


def _cut(words: Sequence[str], start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(words), end + _AROUND)
    shown = words[first:last]
    if len(shown) > _FIRST + _LAST + 1:
        shown = [*shown[:_FIRST], "…", *shown[-_LAST:]]
    return f"{'… ' if first else ''}{' '.join(shown)}{' …' if last < len(words) else ''}"
