"""What two sequences have in common in the same order, found in bounded time."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

Code = tuple[str, int, int, int, int]
"""A step from one sequence to the other, as `difflib` has it: what, and from where to where in each."""

_MOST = 300_000
"""With more pairs of equal entries than these, such as two long rows of one word, only the ends are compared."""


def codes(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Code]:
    """Return the steps by which one sequence becomes the other."""
    first = _in_common(old, new)
    last = _in_common(old[first:][::-1], new[first:][::-1])
    before, after = old[first : len(old) - last], new[first : len(new) - last]
    made = [("equal", 0, first, 0, first)] if first else []
    made += [(what, a + first, b + first, c + first, d + first) for what, a, b, c, d in _between(before, after)]
    ends = (len(old) - last, len(old), len(new) - last, len(new))
    return [*made, ("equal", *ends)] if last else made


def _in_common(one: Sequence[Hashable], two: Sequence[Hashable]) -> int:
    """Return how many entries at the beginning are the same."""
    least = min(len(one), len(two))
    return next((at for at in range(least) if one[at] != two[at]), least)


def _between(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Code]:
    times = Counter(new)
    if old and new and sum(times[entry] for entry in old) > _MOST:
        return [("replace", 0, len(old), 0, len(new))]
    return list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())
