"""What was typed beside a value that nobody touched, and belongs to it: "almost" before its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cthb_reports.word.aligning import Aligned
    from cthb_reports.word.belonging import Belonging


def with_neighbours(pairs: Aligned, index: int, belonging: Belonging) -> str:
    """Return the words of a value of the base with what was typed beside it and belongs to it."""
    other = pairs.of_base[index]
    value = pairs.base[index].value
    kind = belonging.union(value)
    if kind not in {"words", "text"} or pairs.edited[other].is_sure:
        return pairs.edited[other].text
    left, right = _typed_before(pairs, other), _typed_behind(pairs, other)
    if kind == "text":
        return _taken(pairs, [*left, other, *right], index)
    for before in _tails(left, pairs):
        for behind in _heads(right, pairs):
            taken = [*before, other, *behind]
            if len(taken) > 1 and belonging.tells(value, pairs.text(taken).strip()):
                return _taken(pairs, taken, index)
    return pairs.edited[other].text


def _taken(pairs: Aligned, taken: list[int], index: int) -> str:
    for other in taken:
        pairs.of_edited[other] = index
    return pairs.text(taken).strip()


def _typed_before(pairs: Aligned, other: int) -> list[int]:
    """Return the words that were put between a value and what stood before it; none where that was replaced."""
    start = other
    while start and pairs.of_edited[start - 1] < 0 and pairs.edited[start - 1].kind == "word":
        start -= 1
    index = pairs.of_edited[other]
    before = pairs.of_edited[start - 1] if start else -1
    return list(range(start, other)) if (before == index - 1 if start else index == 0) else []


def _typed_behind(pairs: Aligned, other: int) -> list[int]:
    end = other + 1
    while end < len(pairs.edited) and pairs.of_edited[end] < 0 and pairs.edited[end].kind == "word":
        end += 1
    index = pairs.of_edited[other]
    behind = pairs.of_edited[end] if end < len(pairs.edited) else len(pairs.base)
    return list(range(other + 1, end)) if behind == index + 1 else []


_MOST = 12
"""So many words on one side of a value may belong to it."""


def _tails(indices: list[int], pairs: Aligned) -> Iterator[list[int]]:
    """Yield what may go before a value, most words first, at last nothing."""
    starts = [number for number, index in enumerate(indices) if not pairs.edited[index].is_space]
    yield from (indices[number:] for number in starts[-_MOST:])
    yield []


def _heads(indices: list[int], pairs: Aligned) -> Iterator[list[int]]:
    ends = [number for number, index in enumerate(indices) if not pairs.edited[index].is_space]
    yield from (indices[: number + 1] for number in reversed(ends[:_MOST]))
    yield []
