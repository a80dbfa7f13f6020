"""Words that tell a time by the day of reading, such as "last week"."""

from __future__ import annotations

import re
from calendar import month_name
from datetime import date, timedelta
from typing import TYPE_CHECKING

from cthb_reports.findings import Severity
from cthb_reports.style.rule import Reading, Spot, style_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = tuple(month_name)[1:]
_RELATIVE = re.compile(
    rf"\b(?:([Ll]ast|[Nn]ext|[Tt]his|[Tt]he past|[Tt]he coming) (week|month|year|{'|'.join(_MONTHS)})|([Yy]esterday|[Tt]omorrow)"
    r"|(?:[Ww]as|[Ww]ere|[Mm]et|[Pp]ublished|[Hh]eld|[Aa]dopted|[Ll]aunched) (recently|today)|([Rr]ecently))\b(?! (?:old|ago))"
)


_PIECES = ("ast ", "ext ", "his week", "his month", "coming ", "ecently", "today", "esterday", "omorrow")


@style_rule("S211", "relative-date", Severity.WARNING)
def relative_date(reading: Reading) -> Iterator[Spot]:
    """Ask for month and year instead of "last week" or "next year"; "this year" is the year of the report.

    Why: a report is read for years. Seen from the day of reading, "last September" is another September. In a text that
    is spoken the words may stay.

    Example:
        'The Ministerial Council met last week.' -> 'The Ministerial Council met on 7 and 8 December 2017.'
    """
    for number, passage in reading.prose():
        if not any(piece in passage.text for piece in _PIECES):
            continue
        for match in _RELATIVE.finditer(passage.text):
            words = match[0]
            if words.lower() == "this year" or passage.is_quoted(match.start(), match.end()):
                continue
            meant = resolved(words, reading.day) if reading.day else None
            tail = f"; seen from {_day_text(reading.day)} it is {meant}" if meant and reading.day else ""
            yield Spot(number, match.start(), match.end(), f"{words!r} changes with the day of reading{tail}", _HINT)


_HINT = "give month and year; a spoken text may keep it"


def resolved(words: str, day: date) -> str | None:
    """Return what a relative date means on a day, or `None` where it has no one meaning.

    A month by its name is the nearest one before or after the day; weeks begin on Monday.
    """
    head, _, unit = words.lower().rpartition(" ")
    if unit in {"yesterday", "tomorrow"}:
        return _day_text(day + timedelta(days=1 if unit == "tomorrow" else -1))
    step = {"last": -1, "the past": -1, "next": 1, "the coming": 1, "this": 0}.get(head)
    if step is None:
        return None
    if unit == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=step)
        return f"the week from {_day_text(monday)}"
    if unit == "year":
        return str(day.year + step)
    if unit == "month":
        return _month_text(day.year * 12 + day.month - 1 + step)
    return _named_month(unit, step, day)


def _named_month(name: str, step: int, day: date) -> str:
    month = [known.lower() for known in _MONTHS].index(name)
    now = day.year * 12 + day.month - 1
    here = day.year * 12 + month
    if step < 0 and here >= now:
        here -= 12
    if step > 0 and here <= now:
        here += 12
    return _month_text(here)


def _month_text(months: int) -> str:
    return f"{_MONTHS[months % 12]} {months // 12}"


def _day_text(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
