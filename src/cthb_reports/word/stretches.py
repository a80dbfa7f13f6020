"""Which tokens of two versions are the same, and which stretches between them are not."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cthb_reports.word.aligning import Aligned

Hunk = tuple[int, int, int, int]
"""Where a stretch begins and ends in the base, and where in what came back."""

_Key = tuple[str, ...]
_MOST = 4_000_000
"""So many pairs of tokens are compared at most; what is longer is the same at both ends, and differs between them."""


def differing(pairs: Aligned) -> list[Hunk]:
    """Pair what is the same, and return the stretches that are not."""
    keys, others = [token.key for token in pairs.base], [token.key for token in pairs.edited]
    found: list[Hunk] = []
    for hunk in stretches(keys, others):
        if found and _is_nothing(pairs, found[-1], hunk[0]):
            before = found.pop()
            found.append((before[0], hunk[1], before[2], hunk[3]))
        else:
            found.append(hunk)
    _pair_between(pairs, found)
    return found


def _is_nothing(pairs: Aligned, before: Hunk, start: int) -> bool:
    """Tell whether only a space stands between two stretches that were both replaced: it is in either by chance."""
    between = pairs.base[before[1] : start]
    return all(token.is_space for token in between) and before[1] > before[0] and before[3] > before[2]


def _pair_between(pairs: Aligned, hunks: Sequence[Hunk]) -> None:
    start = first = 0
    for hunk in [*hunks, (len(pairs.base), 0, len(pairs.edited), 0)]:
        for offset in range(hunk[0] - start):
            pairs.of_base[start + offset] = first + offset
            pairs.of_edited[first + offset] = start + offset
        start, first = hunk[1], hunk[3]


def stretches(keys: Sequence[_Key], others: Sequence[_Key]) -> Iterator[Hunk]:
    """Yield where two versions differ; what is the same at both ends is cut off first, as that is most of it."""
    start, least = 0, min(len(keys), len(others))
    while start < least and keys[start] == others[start]:
        start += 1
    end = 0
    while end < least - start and keys[-1 - end] == others[-1 - end]:
        end += 1
    ours, theirs = keys[start : len(keys) - end], others[start : len(others) - end]
    if not ours and not theirs:
        return
    if len(ours) * len(theirs) > _MOST:
        yield start, start + len(ours), start, start + len(theirs)
        return
    for tag, one, two, three, four in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag != "equal":
            yield start + one, start + two, start + three, start + four
