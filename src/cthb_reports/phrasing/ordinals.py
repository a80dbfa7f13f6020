"""Ordinal numbers: words below tenth, figures from there."""

from __future__ import annotations

import re

_WORDS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def ordinal(number: int) -> str:
    """Return an ordinal: "first", "ninth", "10th", "112th"; without commas, as meetings are numbered: "1168th".

    Raises:
        ValueError: The number is below 1.
    """
    if number < 1:
        raise ValueError(f"there is no ordinal of {number}; ordinals begin with 1")
    return _WORDS[number - 1] if number <= len(_WORDS) else _in_figures(number)


def parse_ordinal(text: str) -> int:
    """Return the number of an ordinal in words below tenth or in figures.

    Raises:
        ValueError: It is none, or its ending is that of another number.
    """
    word = text.strip().lower()
    if word in _WORDS:
        return _WORDS.index(word) + 1
    match = re.fullmatch(r"([1-9][0-9]*)\s?(?:st|nd|rd|th)", word)
    if not match:
        raise ValueError(f"no ordinal: {text!r}; write such as fifth or 17th")
    number = int(match[1])
    if not word.endswith(_ending(number)):
        raise ValueError(f"no ordinal: {text!r}; write {ordinal(number)}")
    return number


def _in_figures(number: int) -> str:
    return f"{number}{_ending(number)}"


def _ending(number: int) -> str:
    return "th" if number % 100 in {11, 12, 13} else _ENDINGS.get(number % 10, "th")
