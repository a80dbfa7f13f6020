"""Days and periods as values of a record: EDTF, with messages for whoever writes dates another way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import total_ordering
from typing import Annotated, ClassVar, Self

from pydantic import BeforeValidator, Field

from cthb_reports.models.datehints import FORMS, advice
from cthb_reports.models.moments import Moment, Unit, read_moment
from cthb_reports.models.scalars import TextValue

_PART = r"(0[1-9]|1[0-2]|2[1-4]|3[3-9]|4[01])"
_EDTF = rf"[12][0-9]{{3}}(-{_PART}(-[0-3][0-9])?)?"
_WORDS = r"[A-Za-z]+( [A-Za-z]+)*[ -][12][0-9]{3}"


@total_ordering
@dataclass(frozen=True, slots=True)
class Period(TextValue):
    """A stretch of time, as exactly as it is known: a day, a month, a part of a year, a year, or from one of these to another.

    Short forms are EDTF: `2017-06-09`, `2017-06`, `2017-22`, `2017`, `2017-04-03/2017-04-04`, `2016-09/..`. Periods are in
    the order of their first days.

    Args:
        first: The beginning.
        last: The end; `first` itself for a single moment, `None` for an open end.

    Raises:
        ValueError: It ends before it begins.
    """

    first: Moment
    last: Moment | None

    what: ClassVar[str] = "a day, a month, a part of a year, a year, or a period from one to another"
    examples: ClassVar[tuple[str, ...]] = (
        "2017-06-09",
        "2017-06",
        "2017",
        "2017-04-03/2017-04-04",
        "2016-09/..",
        "early 2018",
    )
    pattern: ClassVar[str | None] = rf"^\s*({_EDTF}|{_WORDS})(\s*/\s*({_EDTF}|{_WORDS}|\.\.))?\s*$"
    takes_numbers: ClassVar[bool] = True

    def __post_init__(self) -> None:
        if self.last is not None and self.last.end < self.first.start:
            raise ValueError(f"'{self}' ends before it begins; write the earlier date first: {self.last}/{self.first}")

    def __str__(self) -> str:
        if self.is_single:
            return str(self.first)
        return f"{self.first}/{self.last or '..'}"

    def __lt__(self, other: Period) -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[date, date, str]:
        return (self.start, self.end or date.max, str(self))

    @property
    def is_single(self) -> bool:
        """Whether it is one moment, not an interval."""
        return self.first == self.last

    @property
    def start(self) -> date:
        """The earliest day."""
        return self.first.start

    @property
    def end(self) -> date | None:
        """The latest day, or `None` where the end is open."""
        return self.last.end if self.last else None

    @property
    def year(self) -> int:
        """The year in which it begins."""
        return self.first.year

    @property
    def precision(self) -> Unit:
        """How exactly the beginning is known."""
        return self.first.unit

    @property
    def days(self) -> int | None:
        """How many days it lasts, or `None` where the first and the last day are not both known."""
        if self.last is None or {self.first.unit, self.last.unit} != {Unit.DAY}:
            return None
        return (self.last.start - self.first.start).days + 1

    def begins_within(self, other: Period) -> bool:
        """Tell whether the earliest day of this period lies in the other one."""
        return other.start <= self.start and not other.wholly_before(self.start)

    def wholly_before(self, day: date) -> bool:
        """Tell whether even the latest day is before a day; never for an open end."""
        return self.end is not None and self.end < day

    def wholly_after(self, day: date) -> bool:
        """Tell whether even the earliest day is after a day."""
        return day < self.start

    def overlaps(self, other: Period) -> bool:
        """Tell whether the two may have a day in common."""
        return not (self.wholly_before(other.start) or other.wholly_before(self.start))

    @classmethod
    def single(cls, moment: Moment) -> Self:
        """Return the period of one moment."""
        return cls(moment, moment)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the period of an EDTF text, or of a part of a year in words: `early 2018`, `mid-2018`, `spring 2018`.

        Raises:
            ValueError: It is none; where only one date can be meant, the message says how to write it.
        """
        return cls(*_ends(text.strip()))


def _ends(text: str) -> tuple[Moment, Moment | None]:
    first, slash, last = (part.strip() for part in text.partition("/"))
    beginning = read_moment(first)
    ending = beginning if not slash else read_moment(last)
    if beginning is None or (ending is None and last != ".."):
        raise ValueError(f"no date or period: {text!r}; {advice(text)}")
    return beginning, ending


def parse_day(text: str) -> date:
    """Return the day of an ISO text.

    Raises:
        ValueError: It is no day; where only one day can be meant, the message says how to write it.
    """
    moment = read_moment(text.strip())
    if moment is None:
        raise ValueError(f"no day: {text!r}; {_day_advice(text.strip())}")
    if moment.unit is not Unit.DAY:
        raise ValueError(f"{text!r} is a {moment.unit}; this field takes a day, such as 2017-12-14")
    return moment.start


def _day_advice(text: str) -> str:
    advised = advice(text)
    return _DAY_FORM if advised == FORMS or "/" in advised else advised


_DAY_FORM = "days are written 2017-12-14"


def _day(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str):
        return parse_day(value)
    raise ValueError(f"{value!r} is no day; {_DAY_FORM}")


Day = Annotated[date, BeforeValidator(_day), Field(examples=["2017-12-14"])]
"""A field that holds a day: `2017-12-14`."""
