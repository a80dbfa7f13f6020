"""Which passages hold a piece of text, told in one go for all of them: most hold nothing to find."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Pieces:
    """The texts of a document as one, in small letters."""

    def __init__(self, texts: Iterable[str]) -> None:
        lines = [text.lower() for text in texts]
        self._starts = [0, *accumulate(len(line) + 1 for line in lines)]
        self._count = len(lines)
        self._text = "\n".join(lines)
        self._words = _words(self._text)
        self._vocabulary = " ".join(self._words)

    def holding(self, pieces: Sequence[str]) -> Iterable[int]:
        """Return the numbers of the texts that hold one of some pieces, in order; of no pieces, all."""
        if not pieces:
            return range(self._count)
        return sorted({number for piece in pieces if self._has(piece) for number in self._with(piece)})

    def holding_words(self, words: Sequence[str]) -> Iterable[int]:
        """Return the numbers of the texts that hold one of some words or groups of words, in order."""
        held = [word for word in words if re.split(r"\W", word, maxsplit=1)[0] in self._words]
        return self.holding(held) if held else ()

    def _has(self, piece: str) -> bool:
        """Tell whether a piece stands in the text; its parts are looked for among the words first, which are fewer."""
        return all(part in self._vocabulary for part in _parts(piece)) and piece in self._text

    def _with(self, piece: str) -> Iterator[int]:
        found = self._text.find(piece)
        while found >= 0:
            number = bisect_right(self._starts, found) - 1
            yield number
            found = self._text.find(piece, self._starts[number + 1])


@functools.cache
def _parts(piece: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+", piece))


def _words(text: str) -> frozenset[str]:
    """Return the words of a text; most stand between spaces, and only the others are looked at closely."""
    words = set(text.split())
    others = {word for word in words if not word.isalpha()}
    return frozenset(words.union(*(re.findall(r"[^\W_]+", word) for word in others)))
