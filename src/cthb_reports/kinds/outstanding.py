"""The facts of a report that are still to come: which, from whom, by when."""

from __future__ import annotations

import functools
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports.kinds.lookup import value_at
from cthb_reports.kinds.titles import field_title
from cthb_reports.models.base import walk
from cthb_reports.models.dates import Period
from cthb_reports.models.facts import Pending
from cthb_reports.models.structure import Told
from cthb_reports.phrasing import parse_period

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from cthb_reports.findings import FieldPath, Location
    from cthb_reports.kinds.report import Report


@dataclass(frozen=True, slots=True)
class Outstanding:
    """A fact that is still to come.

    Args:
        field: The path of the fact.
        title: What people call it: "17th Alliance conference: participants".
        what: What is awaited, in the words of the note; empty where it does not say.
        owner: Who owes it: whom the note names, else who supplied its record; empty where neither says.
        by: By when, in the words of the note; empty where it does not say.
        due: The last day of that, where it can be read.
        location: Its place in the files; `None` for a report built in Python.
    """

    field: FieldPath
    title: str
    what: str = ""
    owner: str = ""
    by: str = ""
    due: date | None = None
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Awaited:
    """The parts of a note: "figure, from the field operations, by 1 November"."""

    what: str = ""
    owner: str = ""
    by: str = ""


def outstanding(report: Report) -> Iterator[Outstanding]:
    """Yield the facts of a report that are still to come, in the order of its records."""
    for path, value, _ in walk(report):
        if isinstance(value, Pending):
            note = awaited(value.note or "")
            owner = note.owner or supplier(report, path)
            yield Outstanding(path, field_title(report, path), note.what, owner, note.by, due_day(note.by, report))


def awaited(note: str) -> Awaited:
    """Return the parts of a note; what begins with neither "from" nor "by" goes on with the part before it."""
    parts = {"": "", "from": "", "by": ""}
    kind = ""
    for piece in note.split(","):
        match = _BEGINNING.match(piece)
        kind, words = (match[1].lower(), piece[match.end() :]) if match else (kind, piece)
        parts[kind] = f"{parts[kind]}, {words.strip()}" if parts[kind] else words.strip()
    return _from_one_phrase(Awaited(parts[""], parts["from"], parts["by"]))


def _from_one_phrase(note: Awaited) -> Awaited:
    """Take apart what was written without commas: "figure expected from the field operations by 1 November"."""
    what, owner, by = note.what, note.owner, note.by
    if not by and (match := _BY_AT_END.search(owner or what)) and _period_end(match[1], _LEAP_YEAR):
        by = match[1]
        owner, what = (owner[: match.start()], what) if owner else ("", what[: match.start()])
    if not owner and (match := _EXPECTED_FROM.search(what)):
        what, owner = what[: match.start()], match[1]
    return Awaited(what, owner, by)


_LEAP_YEAR = 2016
"""A year in which every day can be."""
_BEGINNING = re.compile(r"\s*(from|by)\s+(?=\S)", re.IGNORECASE)
_BY_AT_END = re.compile(r"\s+by (\S.*)$")
_EXPECTED_FROM = re.compile(r",?\s+(?:expected|awaited|due|to come) from (\S.*)$")


def due_day(by: str, report: Report) -> date | None:
    """Return the last day of a deadline; `None` where it cannot be read.

    A day without its year is the one before the delivery, if the reporting period has begun by then.
    """
    due = _period_end(by, report.delivered.year)
    if due is None or due <= report.delivered:
        return due
    before = _period_end(by, report.delivered.year - 1)
    return before if before and report.period.start <= before else due


def _period_end(words: str, year: int) -> date | None:
    period = _LEAD.sub("", words)
    for read in (functools.partial(parse_period, year=year), Period.parse):
        with suppress(ValueError):
            return read(period).end if period else None
    return None


_LEAD = re.compile(r"^(?:the )?(?:(?:end|close) of (?:the month of )?)?", re.IGNORECASE)
"""What may stand before a day or a month without changing the last day of it."""


def supplier(report: Report, field: FieldPath) -> str:
    """Return who gave the record that a field belongs to; empty where it does not say."""
    for length in range(len(field), 0, -1):
        value = value_at(report, field[:length])
        if isinstance(value, Told) and value.supplied_by:
            return value.supplied_by
    return ""
