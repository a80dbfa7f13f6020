"""Dates and periods in sentences, with and without their preposition, and back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cthb_reports.models.dates import Period
from cthb_reports.models.moments import MONTHS, YEAR_PARTS, Moment, Unit, read_moment

if TYPE_CHECKING:
    from datetime import date

_SHORT = frozenset({Unit.DAY, Unit.MONTH, Unit.SEASON})
"""Moments that can be named without their year."""
_WITH_ARTICLE = frozenset({Unit.QUARTER, Unit.HALF})


def day(value: date) -> str:
    """Return a day: "14 December 2017"."""
    return _moment(Moment.of_day(value))


def period(value: Period, *, without_year: int | None = None) -> str:
    """Return a period without a preposition: "9 June 2017", "3 to 4 April 2017", "early 2018", "June 2017 onwards".

    Args:
        value: The period.
        without_year: A year that the context has given: days, months and seasons of it are named without it.
    """
    if value.last is None:
        return f"{_moment(value.first, without_year)} onwards"
    if value.is_single:
        return _moment(value.first, without_year)
    return _range(value.first, value.last, without_year)


def in_period(value: Period, *, without_year: int | None = None) -> str:
    """Return a period with its preposition: "on 9 June 2017", "from 3 to 4 April 2017", "in 2017", "since June 2017".

    Args:
        value: The period.
        without_year: A year that the context has given; see `period`.
    """
    if value.last is None:
        return f"since {_moment(value.first, without_year)}"
    preposition = ("on" if value.precision is Unit.DAY else "in") if value.is_single else "from"
    return f"{preposition} {period(value, without_year=without_year)}"


def parse_period(text: str, *, year: int | None = None) -> Period:
    """Return the period of what `period` or `in_period` writes; ranges may also have a dash or "and".

    Args:
        text: The phrase.
        year: The year of what is named without one.

    Raises:
        ValueError: It is none, or a year is missing that `year` does not give.
    """
    plain = " ".join(text.split())
    words = re.sub(r"^(?:on|in|from|between|since) ", "", plain, flags=re.IGNORECASE)
    if words.endswith(" onwards") or plain.lower().startswith("since "):
        return Period(_read(words.removesuffix(" onwards"), year, plain), None)
    first, dash, last = _split(words)
    if not dash:
        return Period.single(_read(words, year, plain))
    end = _read(last, year, plain)
    return Period(_read(_completed(first, end), year, plain), end)


def _moment(moment: Moment, without_year: int | None = None) -> str:
    year = "" if moment.year == without_year and moment.unit in _SHORT else str(moment.year)
    if moment.part is None:
        return str(moment.year)
    if moment.part in YEAR_PARTS:
        article = "the " if moment.unit in _WITH_ARTICLE else ""
        return article + YEAR_PARTS[moment.part].words.format(year=year).rstrip()
    number = "" if moment.day is None else str(moment.day)
    return " ".join(part for part in (number, MONTHS[moment.part - 1], year) if part)


def _range(first: Moment, last: Moment, without_year: int | None) -> str:
    one_year = first.year == last.year and {first.unit, last.unit} <= _SHORT
    spared = without_year if one_year else None
    if one_year and first.unit is last.unit is Unit.DAY and first.part == last.part:
        return f"{first.day} to {_moment(last, spared)}"
    return f"{_moment(first, first.year if one_year else None)} to {_moment(last, spared)}"


def _split(words: str) -> tuple[str, str, str]:
    """Return the two ends of a range and what stands between them, which is empty where there is no range."""
    match = re.search(r" to | and |\s*–\s*|(?<=[0-9])\s*-\s*(?=[0-9])", words)
    return (words[: match.start()], match[0], words[match.end() :]) if match else (words, "", "")


def _completed(first: str, end: Moment) -> str:
    """Return the beginning of a range with the month and the year that stand only at its end."""
    month = f" {MONTHS[end.part - 1]}" if end.day and end.part and first.isdigit() and len(first) <= 2 else ""
    return f"{first}{month}" if re.search(r"[0-9]{4}$", first) else f"{first}{month} {end.year}"


_DATE = re.compile(
    rf"(?:(?P<day>[0-9]{{1,2}}) )?(?P<month>{'|'.join(MONTHS)})(?: (?P<year>[12][0-9]{{3}}))?", re.IGNORECASE
)


def _read(words: str, year: int | None, phrase: str) -> Moment:
    dated = words if year is None or re.search(r"[0-9]{4}$", words) else f"{words} {year}"
    match = _DATE.fullmatch(dated)
    if match and match["year"]:
        number = int(match["day"]) if match["day"] else None
        return Moment(int(match["year"]), MONTHS.index(match["month"].capitalize()) + 1, number)
    moment = read_moment(dated) if not match else None
    if moment is None:
        raise ValueError(f"no date in words: {phrase!r}; {_MISSING_YEAR if match else _FORMS}")
    return moment


_MISSING_YEAR = "the year is missing"
_FORMS = "write such as 9 June 2017, from 3 to 4 April 2017, in June 2017, in early 2018, in 2017 or since June 2017"
