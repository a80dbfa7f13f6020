"""What a sentence does at its edges: its capital, its full stop, and the article before a word."""

from __future__ import annotations

import re

_PARTICLES = "von|van|zu|zum|zur|der|den|de|di|da|du|del|della|ter"
_NAME_WITH_PARTICLE = re.compile(rf"(?:(?:{_PARTICLES}) )+[A-Z]")
_FIRST_LETTER = re.compile(r"[“‘\"'(\[]*([^\W\d_])")
_ENDED = re.compile(r"[.?!…][”’\"')\]]*$")


def capitalized(text: str) -> str:
    """Return a text with its first letter as a capital.

    Opening quotation marks and brackets are passed over; a text that begins with a figure, or with a particle of a family
    name ("von Trapp"), stays as it is.
    """
    match = _FIRST_LETTER.match(text)
    if not match or _NAME_WITH_PARTICLE.match(text, match.start(1)):
        return text
    return text[: match.start(1)] + match[1].upper() + text[match.end(1) :]


def with_full_stop(text: str) -> str:
    """Return a text that ends as a sentence does; one that already does stays, also where a closing quotation mark follows.

    Raises:
        ValueError: There is no text.
    """
    if not text.strip():
        raise ValueError("a full stop needs a sentence before it")
    trimmed = text.rstrip()
    return trimmed if _ENDED.search(trimmed) else f"{trimmed}."


def indefinite_article(word: str) -> str:
    """Return "a" or "an", by the sound with which a word, an abbreviation or a figure begins: an NGO, a UN, an 18th.

    Raises:
        ValueError: There is no word.
    """
    match = re.search(r"[0-9][0-9,]*|[^\W\d_]+[0-9]*", word)
    if not match:
        raise ValueError(f"{word!r} has no word to put an article before")
    return "an" if _begins_with_vowel(match[0]) else "a"


_SPOKEN_LETTERS = re.compile(r"(?:[A-Z]+|[A-Z]+[a-z][A-Z]+)s?[0-9]*")
_SPOKEN_AS_WORDS = {"NATO", "UNICEF", "UNESCO", "FRONTEX", "SELEC", "SECI", "RACVIAC", "FATF"}
_LETTERS_WITH_VOWEL = "AEFHILMNORSX"
_VOWELS = "aeiouáàäåæéèíóöøúü"
_SILENT_H = re.compile(r"(?:hour|honest|honou?r|heir)")
_LIKE_YOU_OR_WON = re.compile(r"eu|ewe|on(?:e$|ce)|u(?:s[aeiu]|t[ei]|k|b|ni(?!d|m|n)|r[aou]|g[ao]|$)")


def _begins_with_vowel(word: str) -> bool:
    if word[0].isdigit():
        return _figure_begins_with_vowel(word)
    if _SPOKEN_LETTERS.fullmatch(word) and word not in _SPOKEN_AS_WORDS:
        return word[0] in _LETTERS_WITH_VOWEL
    spoken = word.lower()
    if _SILENT_H.match(spoken):
        return True
    return spoken[0] in _VOWELS and not _LIKE_YOU_OR_WON.match(spoken)


def _figure_begins_with_vowel(figure: str) -> bool:
    """Tell whether a figure is spoken with a vowel first: eight, eleven and eighteen, alone or before thousands."""
    head = figure.partition(",")[0]
    return head.startswith("8") or head in {"11", "18"}
