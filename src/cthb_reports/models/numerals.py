"""Whole numbers as people write them: figures with commas in thousands, or words."""

from __future__ import annotations

import re
from typing import Final

_SMALL: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_FIGURES: Final = re.compile(r"[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_ODDLY_GROUPED: Final = re.compile(r"[1-9][0-9]{0,2}(?:[ .’'][0-9]{3})+")


def in_words(number: int) -> str:
    """Return a number from 0 to 999,999 in words: `three hundred and fifty`.

    Raises:
        ValueError: The number is out of this range.
    """
    if not 0 <= number <= 999_999:
        raise ValueError(f"{number:,} is not spelled out; words go from 0 to 999,999")
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return _below_thousand(number)
    link = " and " if rest < 100 else " "
    return f"{_below_thousand(thousands)} thousand" + (f"{link}{_below_thousand(rest)}" if rest else "")


def read_number(text: str) -> int | None:
    """Return the whole number of figures (`144,656`) or words (`four hundred`), or `None` where it is neither."""
    if _FIGURES.fullmatch(text):
        return int(text.replace(",", ""))
    return _read_words(re.sub(r"^a (?=hundred|thousand)", "one ", text.lower()))


def regrouped(text: str) -> str | None:
    """Return figures grouped by spaces, points or apostrophes with our commas, or `None` where they are not so grouped."""
    return re.sub("[^0-9]", ",", text) if _ODDLY_GROUPED.fullmatch(text) else None


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(number)
    return f"{_SMALL[hundreds]} hundred" + (f" and {_below_hundred(rest)}" if rest else "")


def _below_hundred(number: int) -> str:
    if number < len(_SMALL):
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (f"-{_SMALL[ones]}" if ones else "")


def _read_words(text: str) -> int | None:
    thousands, found, rest = text.rpartition(" thousand")
    above = _read_below_thousand(thousands) if found else 0
    below = _read_below_thousand(rest.removeprefix(" and").strip()) if rest or not found else 0
    if above is None or below is None:
        return None
    return above * 1000 + below


def _read_below_thousand(text: str) -> int | None:
    hundreds, found, rest = text.rpartition(" hundred")
    above = _WORDS.get(hundreds, 0) if found else 0
    below = _WORDS.get(rest.removeprefix(" and").strip().replace(" ", "-")) if rest or not found else 0
    if below is None or (found and not 1 <= above <= 9):
        return None
    return above * 100 + below


_WORDS: Final = {_below_hundred(number): number for number in range(100)}
