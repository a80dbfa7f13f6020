"""Yearly events: the number of each goes up by one a year."""

from __future__ import annotations

import re
from collections.abc import Iterator  # noqa: TC003  # rules are public: their signatures must resolve
from itertools import pairwise
from typing import TYPE_CHECKING

from cthb_reports.findings import FieldPath, Severity, field_text
from cthb_reports.kinds.report import Report  # noqa: TC001
from cthb_reports.models.facts import known
from cthb_reports.phrasing import ordinal
from cthb_reports.rules.head import reporting_year
from cthb_reports.rules.registry import Context, Violation, rule
from cthb_reports.rules.survey import members

if TYPE_CHECKING:
    from cthb_reports.models.activities import Event, Series
    from cthb_reports.models.outlook import OutlookItem

_NUMBERED = re.compile(r"\b(?P<number>[1-9]\d{0,3})(?:st|nd|rd|th)[ \u00a0]+(?:annual )?[*_“\"]*(?P<name>\w+)")
_SHORT = 3
"""Up to how many letters a first word tells nothing: The, Day."""


@rule("C301", "ordinal-out-of-line", Severity.ERROR)
def ordinal_out_of_line(report: Report, context: Context) -> Iterator[Violation]:
    """Ask that the numbers of a yearly event go up by one a year.

    Why: "the 17th conference" a second time is the number of last year's file.

    The numbers of events known from elsewhere, such as the Alliance conferences, are compared with those of the record.

    Example:
        series: [{id: alliance, title: Alliance against Trafficking in Persons, kind: conference, annual: yes}]
        activities:
          - {kind: conference, series: alliance, ordinal: 23, held: 2024-04}
    """
    for series in report.series:
        numbered = list(_numbered(report, series))
        title = known(series.title) or ""
        for path, event, number in numbered:
            right = context.reference.ordinal(title, _year(event))
            if right is not None and right != number:
                yield Violation(
                    (*path, "ordinal"),
                    f"number {number} of {title!r} in {_year(event)}",
                    f"that year had the {ordinal(right)}",
                )
        if series.annual:
            yield from _gaps(numbered)


def _gaps(numbered: list[tuple[FieldPath, Event, int]]) -> Iterator[Violation]:
    for (path, event, number), (later_path, later, later_number) in pairwise(
        sorted(numbered, key=lambda entry: entry[2])
    ):
        if later_number - number != _year(later) - _year(event):
            yield Violation(
                (*later_path, "ordinal"),
                f"number {later_number} in {_year(later)}, and number {number} in {_year(event)} at {field_text(path)}",
                "a yearly event goes up by one a year; correct a number or a date",
            )


def _numbered(report: Report, series: Series) -> Iterator[tuple[FieldPath, Event, int]]:
    """Yield the events of a series whose number and year are known."""
    for path, event in members(report, series.id):
        number = known(event.ordinal)
        if number and known(event.held):
            yield path, event, number


def _year(event: Event) -> int:
    held = known(event.held)
    return held.year if held else 0


@rule("C302", "next-ordinal-differs", Severity.ERROR)
def next_ordinal_differs(report: Report) -> Iterator[Violation]:
    """Ask that the outlook gives the next event of a yearly series the number after this year's.

    Why: the outlook is written from last year's, and the number in it is the one that is overlooked.

    Example:
        series: [{id: alliance, title: Alliance against Trafficking in Persons, kind: conference, annual: yes}]
        activities:
          - {kind: conference, series: alliance, ordinal: 24, held: 2024-04}
        outlook:
          - {action: hold the 24th Alliance conference, continues: alliance}
    """
    latest = _latest(report)
    for index, item in enumerate(report.outlook):
        for field, name, found in _numbers(item) if latest else ():
            if name not in latest:
                continue
            title, path, event, number = latest[name]
            right = number + _planned_year(report, item) - _year(event)
            if found != right and (field == "action" or found != number):
                yield Violation(
                    ("outlook", index, field),
                    f"{ordinal(found)} {title!r}, and {field_text(path)} is the {ordinal(number)}",
                    f"write {ordinal(right)}" if right > 0 else "correct one of the two",
                )


def _latest(report: Report) -> dict[str, tuple[str, FieldPath, Event, int]]:
    """Return the last numbered event of each yearly series, by the first word of its title."""
    found = {}
    for series in report.series:
        title = known(series.title) or ""
        numbered = list(_numbered(report, series)) if series.annual and title else []
        name = title.split()[0] if numbered else ""
        if len(name) > _SHORT:
            found[name] = (title, *max(numbered, key=lambda entry: entry[2]))
    return found


def _planned_year(report: Report, item: OutlookItem) -> int:
    planned = known(item.planned)
    return planned.year if planned else reporting_year(report) + 1


def _numbers(item: OutlookItem) -> Iterator[tuple[str, str, int]]:
    """Yield the numbers that an intention gives to events: the field, the first word of what is numbered, the number."""
    for field in ("action", "narrative"):
        for match in _NUMBERED.finditer(known(getattr(item, field)) or ""):
            yield field, match["name"], int(match["number"])


@rule("C303", "days-differ-from-dates", Severity.ERROR)
def days_differ_from_dates(report: Report) -> Iterator[Violation]:
    """Ask that a "two-day" event has the dates of two days.

    Why: one of the two is wrong; it is usually the word, which was copied.

    It looks at the field `days`, and at the record's narrative where it names the kind of event.

    Example:
        activities:
          - kind: workshop
            title: Fair Recruitment
            held: 2024-06-11/2024-06-12
            narrative: At a three-day workshop, inspectors worked on real contracts.
    """
    for index, event in enumerate(report.activities):
        held = known(event.held)
        if held is None or held.days is None:
            continue
        claims = [("days", number)] if (number := known(getattr(event, "days", None))) else []
        kind = str(getattr(event, "kind", "event"))
        claims += [("narrative", found) for found in _days_in(event.narrative or "", kind)]
        for field, found in claims:
            if found != held.days:
                yield Violation(
                    ("activities", index, field),
                    f"{found} days, and {str(held)!r} is {held.days}",
                    "correct the number of days or the dates",
                )


_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def _days_in(narrative: str, kind: str) -> Iterator[int]:
    lasting = rf"\b(?P<number>\d+|{'|'.join(_WORDS)})-day\s+(?:[\w-]+\s+){{0,3}}?(?:{re.escape(kind)}|event)\b"
    for match in re.finditer(lasting, narrative, re.IGNORECASE):
        number = match["number"].lower()
        yield _WORDS.index(number) + 1 if number in _WORDS else int(number)
