"""Years, parts of years, months and days: the stretches of the calendar that a report names, in EDTF."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class Unit(StrEnum):
    """How long a moment is."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    THIRD = "third"
    HALF = "half"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class YearPart:
    """A part of a year as EDTF level 2 numbers it.

    Args:
        words: How it is said, with `{year}` in its place.
        unit: What kind of part it is.
        month: The month it begins in, 1 to 12.
        months: How many months it lasts.
    """

    words: str
    unit: Unit
    month: int
    months: int


YEAR_PARTS: Final = {
    21: YearPart("spring {year}", Unit.SEASON, 3, 3),
    22: YearPart("summer {year}", Unit.SEASON, 6, 3),
    23: YearPart("autumn {year}", Unit.SEASON, 9, 3),
    # EDTF leaves open which winter a year has; we take the one that begins in it.
    24: YearPart("winter {year}", Unit.SEASON, 12, 3),
    33: YearPart("first quarter of {year}", Unit.QUARTER, 1, 3),
    34: YearPart("second quarter of {year}", Unit.QUARTER, 4, 3),
    35: YearPart("third quarter of {year}", Unit.QUARTER, 7, 3),
    36: YearPart("fourth quarter of {year}", Unit.QUARTER, 10, 3),
    37: YearPart("early {year}", Unit.THIRD, 1, 4),
    38: YearPart("mid-{year}", Unit.THIRD, 5, 4),
    39: YearPart("late {year}", Unit.THIRD, 9, 4),
    40: YearPart("first half of {year}", Unit.HALF, 1, 6),
    41: YearPart("second half of {year}", Unit.HALF, 7, 6),
}
"""EDTF number -> part. Source: Extended Date/Time Format, level 2, sub-year groupings."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, a part of it, a month or a day: `2017`, `2017-21`, `2017-06`, `2017-06-09`.

    Args:
        year: 1000 to 2999.
        part: A month, 1 to 12, a number of `YEAR_PARTS`, or `None` for the whole year.
        day: A day of that month, or `None`.

    Raises:
        ValueError: There is no such month, part or day; the message is for the author.
    """

    year: int
    part: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        _check(self)

    def __str__(self) -> str:
        numbers = (self.part, self.day)
        return f"{self.year:04}" + "".join(f"-{number:02}" for number in numbers if number is not None)

    @property
    def unit(self) -> Unit:
        """How long it is."""
        if self.part is None:
            return Unit.YEAR
        if self.part > 12:
            return YEAR_PARTS[self.part].unit
        return Unit.MONTH if self.day is None else Unit.DAY

    @property
    def start(self) -> date:
        """The first day."""
        if self.part is None or self.part <= 12:
            return date(self.year, self.part or 1, self.day or 1)
        return date(self.year, YEAR_PARTS[self.part].month, 1)

    @property
    def end(self) -> date:
        """The last day."""
        if self.day is not None:
            return self.start
        months = 12 if self.part is None else 1 if self.part <= 12 else YEAR_PARTS[self.part].months
        years, month = divmod(self.start.month - 1 + months, 12)
        return date(self.year + years, month + 1, 1) - timedelta(days=1)

    @classmethod
    def of_day(cls, day: date) -> Moment:
        """Return a day of the calendar as a moment."""
        return cls(day.year, day.month, day.day)


_MOMENT = re.compile(r"(?P<year>[12][0-9]{3})(?:-(?P<part>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
_IN_WORDS = {
    **{part.words.format(year=""): number for number, part in YEAR_PARTS.items()},
    "mid ": 38,
    "fall ": 23,
}


def read_moment(text: str) -> Moment | None:
    """Return the moment of an EDTF text or of a part of a year in words (`early 2018`), or `None` where it has another form.

    Raises:
        ValueError: The form is right, but there is no such month or day.
    """
    if match := _MOMENT.fullmatch(text):
        part, day = (int(group) if group else None for group in match.group("part", "day"))
        return Moment(int(match["year"]), part, day)
    words, year_text = text[:-4].lower().removeprefix("the "), text[-4:]
    if words in _IN_WORDS and _MOMENT.fullmatch(year_text):
        return Moment(int(year_text), _IN_WORDS[words])
    return None


def _check(moment: Moment) -> None:
    if not 1000 <= moment.year <= 2999:
        raise ValueError(f"no such year '{moment.year}'; years have four digits, from 1000 to 2999")
    if moment.part is None and moment.day is not None:
        raise ValueError(f"day {moment.day} of {moment.year} is in no month; give the month too")
    if moment.part is None or (moment.day is None and moment.part in YEAR_PARTS):
        return
    if not 1 <= moment.part <= 12:
        raise ValueError(f"no such month '{moment}'; {_MONTHS_AND_PARTS}")
    last = monthrange(moment.year, moment.part)[1]
    if moment.day is not None and not 1 <= moment.day <= last:
        raise ValueError(f"no such day '{moment}'; {MONTHS[moment.part - 1]} {moment.year} has {last} days")


_MONTHS_AND_PARTS = "months are 01 to 12; parts of a year are 21 to 24 (seasons), 33 to 36 (quarters), 37 to 39 (early, mid, late), 40 and 41"
