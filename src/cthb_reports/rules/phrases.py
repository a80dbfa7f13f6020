"""Many phrases looked for in a text at once, in a time that does not grow with their number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

T = TypeVar("T")

LEAST_WORDS = 3
"""From how many words on a title within a text is sure to mean what it is the title of."""

Words = tuple[str, ...]

_WORD = re.compile(r"\w+")


def words(text: str) -> Words:
    """Return the words of a text, without case and what stands between them."""
    return tuple(_WORD.findall(text.casefold()))


def indexed(phrases: Iterable[tuple[str, T]]) -> Mapping[Words, Sequence[tuple[Words, T]]]:
    """Return phrases of three words or more, with what belongs to each, by their first three words."""
    found: dict[Words, list[tuple[Words, T]]] = {}
    for phrase, belonging in phrases:
        of_phrase = words(phrase)
        if len(of_phrase) >= LEAST_WORDS:
            found.setdefault(of_phrase[:LEAST_WORDS], []).append((of_phrase, belonging))
    return found


def standing_in(text: str, phrases: Mapping[Words, Sequence[tuple[Words, T]]]) -> Iterator[T]:
    """Yield what belongs to each of the `indexed` phrases that stands in a text."""
    of_text = words(text) if phrases else ()
    for start in range(len(of_text) - LEAST_WORDS + 1):
        for phrase, belonging in phrases.get(of_text[start : start + LEAST_WORDS], ()):
            if of_text[start : start + len(phrase)] == phrase:
                yield belonging
