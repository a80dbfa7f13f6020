"""Two versions of the same paragraphs, word beside word, and what has become of each value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cthb_reports.word.neighbours import with_neighbours
from cthb_reports.word.replacing import replaced
from cthb_reports.word.stretches import differing
from cthb_reports.word.tokens import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cthb_reports.word.belonging import Belonging
    from cthb_reports.word.stretches import Hunk
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
        reworded: The marks of values that are words of the sentence, and have become others: "forum" for "conference"; or of
            which a bookmark is left about words that are not the value alone.
    """

    base: list[Token]
    edited: list[Token]
    of_edited: list[int]
    of_base: list[int]
    values: dict[str, str] = field(default_factory=dict)
    reworded: set[str] = field(default_factory=set)

    def pair(self, index: int, taken: Sequence[int]) -> None:
        """Note that some edited tokens are a value of the base."""
        self.of_base[index] = taken[0]
        for other in taken:
            self.of_edited[other] = index
        self.values[self.base[index].value] = self.text(taken).strip()

    def unpair(self, index: int) -> None:
        """Note that a token of the base is gone, and what was taken for it is new."""
        self.of_base[index] = -1
        for other, of in enumerate(self.of_edited):
            if of == index:
                self.of_edited[other] = -1

    def text(self, indices: Sequence[int]) -> str:
        """Return the words of some edited tokens."""
        return "".join(self.edited[index].text for index in indices)


def aligned(base: Sequence[Token], edited: Sequence[Token], belonging: Belonging) -> Aligned:
    """Return two versions side by side.

    Args:
        base: Tokens of the paragraphs as they were made.
        edited: Tokens of the same as they came back.
        belonging: Tells what belongs to a value.
    """
    pairs = Aligned(list(base), list(edited), [-1] * len(edited), [-1] * len(base))
    for hunk in _widened(pairs, differing(pairs)):
        replaced(pairs, hunk, belonging)
    for index, token in enumerate(pairs.base):
        if token.kind == "value" and pairs.of_base[index] >= 0:
            _settle(pairs, index, belonging)
    return pairs


def _widened(pairs: Aligned, hunks: Sequence[Hunk]) -> list[Hunk]:
    """Return the stretches that differ, with the values of which only a part is left within its bookmark.

    Who types over a value leaves its bookmark about the first letter, or about nothing: "[n]early 70". So where its words are
    others, and new ones stand beside them, none of them is trusted.
    """
    found: list[Hunk] = []
    for hunk in hunks:
        wider = _with_torn(pairs, hunk)
        if found and found[-1][1] >= wider[0] and found[-1][3] >= wider[2]:
            before = found.pop()
            wider = (before[0], wider[1], before[2], wider[3])
        found.append(wider)
    return found


def _with_torn(pairs: Aligned, hunk: Hunk) -> Hunk:
    start, end, first, last = hunk
    new = range(first, last)
    if first > 0 and _is_torn(pairs, first - 1, new):
        pairs.unpair(start - 1)
        start, first = start - 1, first - 1
    if last < len(pairs.edited) and _is_torn(pairs, last, new):
        pairs.unpair(end)
        end, last = end + 1, last + 1
    return start, end, first, last


def _is_torn(pairs: Aligned, other: int, new: range) -> bool:
    token, index = pairs.edited[other], pairs.of_edited[other]
    if token.kind != "value" or index < 0 or not new or token.is_controlled or token.is_sure:
        return False
    beside = pairs.edited[new[0] if new[0] > other else new[-1]]
    return beside.kind == "word" and plain(token.text) != plain(pairs.base[index].text)


def _settle(pairs: Aligned, index: int, belonging: Belonging) -> None:
    """Say what a value has become; a word of the sentence that is no value any more is a word like others."""
    token, kind = pairs.base[index], belonging.union(pairs.base[index].value)
    if token.value not in pairs.values:
        pairs.values[token.value] = with_neighbours(pairs, index, belonging)
    words = pairs.values[token.value]
    if kind == "word" and plain(words) != plain(token.text) and not belonging.tells(token.value, words):
        pairs.reworded.add(token.value)
        pairs.unpair(index)
