"""Numbers in sentences: words below ten, figures from there, and one style in one series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cthb_reports.models.counts import Count, Quantity, Scale
from cthb_reports.models.numerals import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIRST_IN_FIGURES = 10


def count(value: Count) -> str:
    """Return a count: "five", "192", "over 350", "144,656"."""
    return _count(value, figures=_style([value.number]))


def in_series(values: Sequence[Count]) -> tuple[str, ...]:
    """Return counts that stand in one series, in one style set by the highest: ("47", "4"), ("five", "two")."""
    figures = _style([value.number for value in values])
    return tuple(_count(value, figures=figures) for value in values)


def counted(value: Count, singular: str, plural: str) -> str:
    """Return a count with what it counts: "over 350 participants", "one workshop", "no workshops"."""
    if value == Count(0):
        return f"no {plural}"
    return f"{count(value)} {noun(value, singular, plural)}"


def noun(value: Count, singular: str, plural: str) -> str:
    """Return the form of a noun after a count; the number next to it decides: "more than one workshop"."""
    return singular if value.number == 1 else plural


def parse_count(text: str) -> Count:
    """Return the count of what `count` and `counted` write, without the noun.

    Raises:
        ValueError: It is none; the message says what is accepted.
    """
    plain = _plain(text)
    return Count(0) if plain.lower() == "no" else Count.parse(plain)


def quantity(value: Quantity) -> str:
    """Return a key figure: "24.9 million", "144,656", "25 per cent", "almost one in four", "1 in 10"."""
    if value.base is not None:
        first, second = in_series([Count(int(value.number)), Count(value.base)])
        return value.qualifier.before(f"{first} in {second}")
    if value.scale is Scale.ONE and value.number.as_tuple().exponent == 0 and value.number < _FIRST_IN_FIGURES:
        return value.qualifier.before(in_words(int(value.number)))
    return str(value)


def parse_quantity(text: str) -> Quantity:
    """Return the key figure of what `quantity` writes.

    Raises:
        ValueError: It is none; the message says what is accepted.
    """
    return Quantity.parse(_plain(text))


def spell(number: int) -> str:
    """Return a number in words, as it stands at the beginning of a sentence: "forty-seven".

    Raises:
        ValueError: It is above 100 or below 0: the sentence has to begin otherwise.
    """
    if not 0 <= number <= 100:
        raise ValueError(f"no sentence begins with {number:,}; put another word first")
    return in_words(number)


def _style(numbers: Sequence[int]) -> bool:
    """Tell whether numbers that stand together are written in figures."""
    return max(numbers, default=0) >= _FIRST_IN_FIGURES


def _count(value: Count, *, figures: bool) -> str:
    return value.qualifier.before(f"{value.number:,}" if figures else in_words(value.number))


def _plain(text: str) -> str:
    """Return a text with single plain spaces: a word processor may have put in others."""
    return " ".join(text.split())
