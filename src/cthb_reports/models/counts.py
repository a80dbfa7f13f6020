"""How many and how much: counts and key figures, as exactly as they are known and in the digits written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar, Final, Self

from cthb_reports.models.numerals import read_number, regrouped
from cthb_reports.models.qualifiers import ABOVE, BELOW, NEAR, QUALIFIERS_IN_WORDS, Qualifier, split_qualifier
from cthb_reports.models.scalars import TextValue


@dataclass(frozen=True, slots=True)
class Count(TextValue):
    """A whole number of things, such as `192` or `over 350`.

    Args:
        number: The number written, from 0.
        qualifier: How it stands to the real one.

    Raises:
        ValueError: The number is negative, or nothing can be "almost" it.
    """

    number: int
    qualifier: Qualifier = Qualifier.EXACT

    what: ClassVar[str] = "a count: a whole number, with a word such as over or almost where it is not exact"
    examples: ClassVar[tuple[str, ...]] = ("192", "over 350", "up to 70", "144,656")
    pattern: ClassVar[str | None] = r"^\s*([A-Za-z]+[ \-]+)*([0-9][0-9,]*|[A-Za-z]+)\s*$"
    takes_numbers: ClassVar[bool] = True

    def __post_init__(self) -> None:
        if self.number < 0:
            raise ValueError(f"'{self.number}' is below 0; a count is a whole number from 0")
        if self.qualifier in BELOW and self.number == 0:
            raise ValueError(f"'{self}' says nothing, as no number is below 0; write 0")

    def __str__(self) -> str:
        return self.qualifier.before(f"{self.number:,}")

    @property
    def is_exact(self) -> bool:
        """Whether there are exactly so many."""
        return self.qualifier is Qualifier.EXACT

    @property
    def minimum(self) -> int:
        """The smallest real number that the words admit.

        "Almost", "some", "about" and the like admit a fifth of the number; this measure is ours.
        """
        if self.qualifier in ABOVE:
            return self.number + 1
        if self.qualifier is Qualifier.UP_TO:
            return 0
        slack = self.number // 5 if self.qualifier in BELOW | NEAR else 0
        return self.number - (max(slack, 1) if self.qualifier in BELOW else slack)

    @property
    def maximum(self) -> int | None:
        """The largest real number that the words admit, or `None` where they set no limit; see `minimum`."""
        if self.qualifier in ABOVE or self.qualifier is Qualifier.AT_LEAST:
            return None
        if self.qualifier in BELOW:
            return self.number - 1
        return self.number + (self.number // 5 if self.qualifier in NEAR else 0)

    def admits(self, number: int) -> bool:
        """Tell whether the real number may be this one: `over 350` admits 351, not 350."""
        return self.minimum <= number and (self.maximum is None or number <= self.maximum)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the count of a text in figures or in words: `192`, `over 350`, `almost four hundred`.

        Raises:
            ValueError: It is none; the message says what is accepted.
        """
        qualifier, rest = split_qualifier(text)
        number = read_number(rest)
        if number is None:
            raise ValueError(f"no count: {text!r}; {_count_advice(qualifier, rest)}")
        return cls(number, qualifier)


class Scale(StrEnum):
    """What the number is counted in; the value is the word after it."""

    ONE = ""
    MILLION = "million"
    BILLION = "billion"
    PER_CENT = "per cent"

    def after(self, number: str) -> str:
        """Return the number with the word after it."""
        return f"{number} {self}".rstrip()


@dataclass(frozen=True, slots=True)
class Quantity(TextValue):
    """A key figure: `24.9 million`, `144,656`, `25 per cent`, `almost 1 in 4`.

    Args:
        number: The number written, from 0, with its decimals: 24.90 keeps its last digit.
        scale: What it is counted in.
        base: For a ratio "number in base" the second number, from 1; else `None`.
        qualifier: How it stands to the real one.

    Raises:
        ValueError: The parts make no quantity.
    """

    number: Decimal
    scale: Scale = Scale.ONE
    base: int | None = None
    qualifier: Qualifier = Qualifier.EXACT

    what: ClassVar[str] = "a figure: a number, with million, billion or per cent where needed, or a ratio"
    examples: ClassVar[tuple[str, ...]] = ("144,656", "24.9 million", "25 per cent", "almost 1 in 4")
    takes_numbers: ClassVar[bool] = True

    def __post_init__(self) -> None:
        if not self.number.is_finite() or self.number.is_signed():
            raise ValueError(f"'{self.number}' is no figure; figures are numbers from 0")
        if self.base is not None:
            self._check_ratio(self.base)

    def _check_ratio(self, base: int) -> None:
        if self.scale is not Scale.ONE or self.number != self.number.to_integral_value():
            raise ValueError(f"'{self}' is no ratio; a ratio is two whole numbers, such as 1 in 4")
        if self.number > base or base == 0:
            raise ValueError(f"'{self}' is no ratio; the first number is the smaller one, such as 1 in 4")

    def __str__(self) -> str:
        if self.base is not None:
            return self.qualifier.before(f"{self.number:,f} in {self.base:,}")
        return self.qualifier.before(self.scale.after(f"{self.number:,f}"))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the quantity of a text: figures or number words, `%` or `per cent`, `1 in 4` or `one in four`.

        Raises:
            ValueError: It is none; the message says what is accepted.
        """
        qualifier, rest = split_qualifier(text)
        if ratio := _RATIO.fullmatch(rest):
            number, base = read_number(ratio["number"]), read_number(ratio["base"])
            if number is not None and base is not None:
                return cls(Decimal(number), Scale.ONE, base, qualifier)
        elif scaled := _SCALED.fullmatch(rest):
            amount = _read_decimal(scaled["number"])
            if amount is not None:
                return cls(amount, _scale(scaled), None, qualifier)
        raise ValueError(f"no figure: {text!r}; {_quantity_advice(qualifier, rest)}")


def _count_advice(qualifier: Qualifier, rest: str) -> str:
    if grouped := regrouped(rest):
        return f"write {qualifier.before(grouped)}"
    return f"write a whole number, such as 192 or 144,656, alone or after {QUALIFIERS_IN_WORDS}"


_DECIMALS: Final = re.compile(r"(?:[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)\.[0-9]+")
_SCALED: Final = re.compile(r"(?P<number>.+?)(?:\s+(?P<scale>million|billion|per cent)|\s*(?P<sign>%))?", re.IGNORECASE)
_RATIO: Final = re.compile(r"(?P<number>.+?)\s+(?:in|out of)\s+(?P<base>.+)", re.IGNORECASE)
_ABBREVIATED: Final = re.compile(
    r"(?P<number>[0-9]+(?:\.[0-9]+)?)\s*(?P<scale>mio|mln|mn|m|bn|percent|pct)\.?", re.IGNORECASE
)


def _scale(match: re.Match[str]) -> Scale:
    return Scale.PER_CENT if match["sign"] else Scale((match["scale"] or "").lower())


def _read_decimal(text: str) -> Decimal | None:
    if _DECIMALS.fullmatch(text):
        return Decimal(text.replace(",", ""))
    whole = read_number(text)
    return None if whole is None else Decimal(whole)


_FULL_WORDS: Final = {"m": Scale.MILLION, "b": Scale.BILLION, "p": Scale.PER_CENT}


def _quantity_advice(qualifier: Qualifier, rest: str) -> str:
    if short := _ABBREVIATED.fullmatch(rest):
        return f"write {qualifier.before(_FULL_WORDS[short['scale'][0].lower()].after(short['number']))}"
    if grouped := regrouped(rest):
        return f"write {qualifier.before(grouped)}"
    return f"write such as 144,656, 24.9 million, 25 per cent or 1 in 4, alone or after {QUALIFIERS_IN_WORDS}"
