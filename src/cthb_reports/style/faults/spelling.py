"""Words that no dictionary of British English has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cthb_reports.findings import Severity
from cthb_reports.style.dictionary import dictionary
from cthb_reports.style.rule import Reading, Spot, style_rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_WORD = re.compile(r"(?<![\w@./’'-])[a-z]+(?:-[a-z]+)*(?![\w@/-]|[.’'][a-z])")


@style_rule("S281", "word-not-in-dictionary", Severity.WARNING)
def word_not_in_dictionary(reading: Reading) -> Iterator[Spot]:
    """Ask about words that are not in the dictionary of British English, where one is installed.

    Why: slips of the hand survive every reading. Words with a capital are taken for names; an office adds words of its own in
    `words.txt`, one a line. The dictionary comes with the extra `spelling`; without it nothing is said.

    Example:
        'the traficking of persons' -> 'the trafficking of persons'
    """
    known = dictionary()
    if known is not None:
        yield from unknown_words(reading, known)


def unknown_words(reading: Reading, known: Callable[[str], bool]) -> Iterator[Spot]:
    """Yield the words of a text that a dictionary and the house do not know, each once.

    Args:
        reading: The text.
        known: Tells whether a word is in the dictionary.
    """
    told: set[str] = set()
    for number, passage in reading.prose():
        for match in _WORD.finditer(passage.text):
            word = match[0]
            if (
                word in told
                or _is_known(word, known, reading.house.words)
                or passage.is_quoted(match.start(), match.end())
            ):
                continue
            told.add(word)
            slip = next(part for part in word.split("-") if not _is_part(part, known, reading.house.words))
            start = match.start() + word.index(slip)
            yield Spot(number, start, start + len(slip), f"{slip!r} is not in the dictionary", _HINT)


_HINT = "correct it, or add it to the `words.txt` of the office"


def _is_known(word: str, known: Callable[[str], bool], own: frozenset[str]) -> bool:
    """Tell whether a word is known, whole, without its hyphens or part by part; short words and foreign letters are."""
    parts = word.split("-")
    return word in own or known(word) or known("".join(parts)) or all(_is_part(part, known, own) for part in parts)


def _is_part(part: str, known: Callable[[str], bool], own: frozenset[str]) -> bool:
    return len(part) < 4 or part in own or known(part)
