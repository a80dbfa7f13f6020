"""What an author meant by a date in another form than ours, as advice for messages."""

from __future__ import annotations

import re
from datetime import date

from cthb_reports.models.moments import MONTHS

FORMS = "dates are written 2017, 2017-06, 2017-06-09, 2017-04-03/2017-04-04, 2016-09/.. or early 2018"

_MONTH_NUMBERS = {
    name[:length].lower(): number for number, name in enumerate(MONTHS, 1) for length in (3, len(name))
} | {"sept": 9}
_NAME = r"(?P<month>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12][0-9]{3})"
_RANGE = rf"(?:from\s+)?(?P<first>[0-9]{{1,2}})\s*(?:-|–|to|and)\s*{_DAY}\s+{_NAME},?\s+{_YEAR}"
_WRITTEN = (rf"{_DAY}\s+{_NAME},?\s+{_YEAR}", rf"{_NAME}\s+{_DAY},?\s+{_YEAR}", rf"{_NAME},?\s+{_YEAR}", _RANGE)
_NUMBERS_LAST_YEAR = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([12][0-9]{3})")
_NUMBERS_FIRST_YEAR = re.compile(r"([12][0-9]{3})([./-]?)([0-9]{1,2})\2([0-9]{1,2})")
_DASH_BETWEEN = re.compile(r"([0-9]{4}(?:-[0-9]{2}){1,2})\s*(?:–|—|\s-\s|\sto\s)\s*([0-9]{4}(?:-[0-9]{2}){1,2})")
_SHORT_END = re.compile(r"([0-9]{4}-[0-9]{2}-)([0-9]{2})/([0-9]{2})")


def advice(text: str) -> str:
    """Return what to write instead of a text that is no date: the ISO form where only one reading is possible."""
    return _advice_on_numbers(text) or _write(_iso_of_words(text) or _iso_of_interval(text)) or FORMS


def _write(iso: str | None) -> str | None:
    return f"write {iso}" if iso else None


def _advice_on_numbers(text: str) -> str | None:
    if match := _NUMBERS_FIRST_YEAR.fullmatch(text):
        return _write(_iso(int(match[1]), int(match[3]), int(match[4])))
    match = _NUMBERS_LAST_YEAR.fullmatch(text)
    if not match:
        return None
    first, second, year = (int(group) for group in match.groups())
    day_first, month_first = _iso(year, second, first), _iso(year, first, second)
    if day_first and month_first and first != second:
        return f"it can be read two ways; write {day_first} or {month_first}"
    return _write(day_first or month_first)


def _iso_of_words(text: str) -> str | None:
    for pattern in _WRITTEN:
        match = re.fullmatch(pattern, text)
        month = _MONTH_NUMBERS.get(match["month"].lower()) if match else None
        if match and month:
            return _iso_of_parts(match.groupdict(), month)
    return None


def _iso_of_parts(parts: dict[str, str | None], month: int) -> str | None:
    """Return the ISO form of the named parts of a date in words; `first` is the beginning of a range of days."""
    year, first, last = int(parts["year"] or 0), parts.get("first"), parts.get("day")
    if last is None:
        return f"{year:04}-{month:02}"
    ends = [_iso(year, month, int(day)) for day in (first, last) if day]
    return "/".join(end for end in ends if end) if all(ends) else None


def _iso_of_interval(text: str) -> str | None:
    if match := _DASH_BETWEEN.fullmatch(text):
        return f"{match[1]}/{match[2]}"
    if match := _SHORT_END.fullmatch(text):
        return f"{match[1]}{match[2]}/{match[1]}{match[3]}"
    return None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
