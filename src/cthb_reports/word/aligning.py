"""Two versions of the same paragraphs, word beside word, and what has become of each value."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from cthb_reports.word.tokens import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cthb_reports.word.tokens import Token


@dataclass(slots=True)
class Aligned:
    """Tokens of a group of paragraphs as it was made and as it came back.

    Args:
        base: The tokens as made, paragraphs parted by ends.
        edited: The tokens as they came back.
        of_edited: Of each edited token the one of the base that it is, or -1.
        of_base: The same from the base.
        values: Of each mark of a value the words that it has become.
        reworded: The marks of values that are words of the sentence, and have become others: "forum" for "conference".
    """

    base: list[Token]
    edited: list[Token]
    of_edited: list[int]
    of_base: list[int]
    values: dict[str, str] = field(default_factory=dict)
    reworded: set[str] = field(default_factory=set)


def aligned(
    base: Sequence[Token], edited: Sequence[Token], tells: Callable[[str, str], bool], union: Callable[[str], str]
) -> Aligned:
    """Return two versions side by side.

    Args:
        base: Tokens of the paragraphs as they were made.
        edited: Tokens of the same as they came back.
        tells: Tells whether words could be the value that has a mark.
        union: Tells of a value what typed beside it belongs to it: `words` that make a value with it, `text` all, or nothing;
            `word` says besides that it is a word of the sentence, which may become one that is no value.
    """
    pairs = Aligned(list(base), list(edited), [-1] * len(edited), [-1] * len(base))
    for hunk in _match(pairs):
        _resolve(pairs, hunk, tells)
    for index, token in enumerate(pairs.base):
        if token.kind != "value":
            continue
        other, kind = pairs.of_base[index], union(token.value)
        if other < 0:
            continue
        if token.value not in pairs.values:
            pairs.values[token.value] = _with_neighbours(pairs, other, token, tells, kind)
        words = pairs.values[token.value]
        if kind == "word" and plain(words) != plain(token.text) and not tells(token.value, words):
            pairs.reworded.add(token.value)
            pairs.of_base[index] = pairs.of_edited[other] = -1
    return pairs


def _match(pairs: Aligned) -> list[tuple[int, int, int, int]]:
    """Pair what is the same, and return the stretches that are not."""
    keys, others = [token.key for token in pairs.base], [token.key for token in pairs.edited]
    if keys == others:
        pairs.of_edited[:] = pairs.of_base[:] = range(len(keys))
        return []
    hunks = []
    for tag, start, end, first, last in SequenceMatcher(None, keys, others, autojunk=False).get_opcodes():
        if tag == "equal":
            for offset in range(end - start):
                pairs.of_base[start + offset] = first + offset
                pairs.of_edited[first + offset] = start + offset
        else:
            hunks.append((start, end, first, last))
    return hunks


def _resolve(pairs: Aligned, hunk: tuple[int, int, int, int], tells: Callable[[str, str], bool]) -> None:
    """Find the values of a stretch whose marks are lost: by their words, or as all that was replaced."""
    start, end, first, last = hunk
    ours = [index for index in range(start, end) if pairs.base[index].kind == "value"]
    for index in ours:
        found = _by_words(pairs, pairs.base[index], first, last)
        if found is not None:
            _pair(pairs, index, *found, words=pairs.base[index].text)
    left = [index for index in ours if pairs.of_base[index] < 0]
    others = [index for index in range(start, end) if index not in left and not pairs.base[index].is_space]
    new = [index for index in range(first, last) if pairs.of_edited[index] < 0 and not pairs.edited[index].is_space]
    if len(left) == 1 and not others and new and all(pairs.edited[index].kind == "word" for index in new):
        words = "".join(token.text for token in pairs.edited[new[0] : new[-1] + 1])
        if tells(pairs.base[left[0]].value, words):
            _pair(pairs, left[0], new[0], new[-1] + 1, words=words)


def _by_words(pairs: Aligned, value: Token, first: int, last: int) -> tuple[int, int] | None:
    wanted = plain(value.text)
    for start in range(first, last):
        text = ""
        for end in range(start, last):
            if pairs.edited[end].kind != "word" or pairs.of_edited[end] >= 0:
                break
            text += pairs.edited[end].text
            if plain(text) == wanted and not pairs.edited[start].is_space:
                return start, end + 1
            if len(text) > len(value.text) + 8:
                break
    return None


def _pair(pairs: Aligned, index: int, first: int, last: int, *, words: str) -> None:
    pairs.of_base[index] = first
    for other in range(first, last):
        pairs.of_edited[other] = index
    pairs.values[pairs.base[index].value] = words


def _with_neighbours(pairs: Aligned, other: int, token: Token, tells: Callable[[str, str], bool], union: str) -> str:
    """Return the words of a value with what was typed beside it and belongs to it: "almost" before its number."""
    own = pairs.edited[other].text
    if union not in {"words", "text"}:
        return own
    left, right = _typed_before(pairs, other), _typed_behind(pairs, other)
    if union == "text":
        taken = [*left, other, *right]
        _take(pairs, taken, pairs.of_edited[other])
        return _text(pairs, taken).strip()
    for before in _tails(left, pairs):
        for behind in _heads(right, pairs):
            if not before and not behind:
                continue
            taken = [*before, other, *behind]
            words = _text(pairs, taken).strip()
            if tells(token.value, words):
                _take(pairs, taken, pairs.of_edited[other])
                return words
    return own


def _take(pairs: Aligned, taken: Sequence[int], base: int) -> None:
    for index in taken:
        pairs.of_edited[index] = base


def _text(pairs: Aligned, indices: Sequence[int]) -> str:
    return "".join(pairs.edited[index].text for index in indices)


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


def _tails(indices: list[int], pairs: Aligned) -> Iterator[list[int]]:
    """Yield what may go before a value, most words first, at last nothing."""
    starts = [number for number, index in enumerate(indices) if not pairs.edited[index].is_space]
    yield from (indices[number:] for number in starts)
    yield []


def _heads(indices: list[int], pairs: Aligned) -> Iterator[list[int]]:
    ends = [number for number, index in enumerate(indices) if not pairs.edited[index].is_space]
    yield from (indices[: number + 1] for number in reversed(ends))
    yield []
