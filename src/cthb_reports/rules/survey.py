"""Values that several rules look at, gathered once for a report: all of its values, the counts of people, the texts typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cthb_reports.kinds.placement import told_records
from cthb_reports.models.activities import Event
from cthb_reports.models.attendance import Attendance
from cthb_reports.models.base import walk
from cthb_reports.models.facts import known
from cthb_reports.models.outlook import OutlookItem
from cthb_reports.models.parties import Party
from cthb_reports.models.texts import Markdown
from cthb_reports.models.wordings import Wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds.report import Report
    from cthb_reports.models.base import Field
    from cthb_reports.models.dates import Period
    from cthb_reports.models.structure import Told

_PRINTED = re.compile(r"\\?\{\{[^{}]*\}\}")


@dataclass(frozen=True, slots=True, eq=False)
class _Survey:
    """All of a report; equal to itself alone, so that it is found again without a look at what it holds."""

    report: Report

    def __hash__(self) -> int:
        return id(self.report)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Survey) and other.report is self.report


@dataclass(frozen=True, slots=True)
class Gathering:
    """Who came, and how many, with the record that says so.

    Args:
        path: The path of the attendance.
        attendance: What it says.
        record: The record.
        held: When it was, if that is known.
        is_future: Whether it is an intention.
    """

    path: FieldPath
    attendance: Attendance
    record: Told
    held: Period | None
    is_future: bool


@dataclass(frozen=True, slots=True)
class TypedText:
    """A text of an author as it was typed.

    Args:
        field: Its path.
        text: The text; of what prints fields of the record as many blanks are left, each with a bar in front.
    """

    field: FieldPath
    text: str


def values(report: Report) -> tuple[tuple[FieldPath, Any, Field | None], ...]:
    """Return what `walk` yields of a report; the last report's is kept."""
    return _values(_Survey(report))


def gatherings(report: Report) -> tuple[Gathering, ...]:
    """Return the attendance of every record that has one; the last report's are kept."""
    return _gatherings(_Survey(report))


def typed(report: Report) -> tuple[TypedText, ...]:
    """Return every narrative, opening and closing as it was typed; the last report's are kept."""
    return _sorted(_Survey(report)).typed


def worded(report: Report) -> tuple[tuple[FieldPath, str, Wording], ...]:
    """Return every text that has a grammatical form, with its path and its form; the last report's are kept."""
    return _sorted(_Survey(report)).worded


def parties(report: Report) -> tuple[tuple[FieldPath, Party], ...]:
    """Return every party with its path; the last report's are kept."""
    return _sorted(_Survey(report)).parties


def members(report: Report, series: str) -> tuple[tuple[FieldPath, Event], ...]:
    """Return the events of a series with their paths; the last report's are kept."""
    return _members(_Survey(report)).get(series, ())


@lru_cache(maxsize=1)
def _values(survey: _Survey) -> tuple[tuple[FieldPath, Any, Field | None], ...]:
    return tuple(walk(survey.report))


@lru_cache(maxsize=1)
def _gatherings(survey: _Survey) -> tuple[Gathering, ...]:
    return tuple(
        Gathering((*path, field), attendance, record, _held(record), isinstance(record, OutlookItem))
        for path, record in told_records(survey.report)
        for field in ("attendance", "contributors")
        if isinstance(attendance := getattr(record, field, None), Attendance)
    )


@lru_cache(maxsize=1)
def _members(survey: _Survey) -> Mapping[str, tuple[tuple[FieldPath, Event], ...]]:
    found: dict[str, list[tuple[FieldPath, Event]]] = {}
    for index, activity in enumerate(survey.report.activities):
        if isinstance(activity, Event) and activity.series:
            found.setdefault(activity.series, []).append((("activities", index), activity))
    return {series: tuple(events) for series, events in found.items()}


@dataclass(frozen=True, slots=True)
class _Sorted:
    """The values of a report by what rules ask of them."""

    typed: tuple[TypedText, ...]
    worded: tuple[tuple[FieldPath, str, Wording], ...]
    parties: tuple[tuple[FieldPath, Party], ...]


@lru_cache(maxsize=1)
def _sorted(survey: _Survey) -> _Sorted:
    typed_texts, worded_texts, all_parties = [], [], []
    # The fields of a model are the same objects each time, so that each is asked for its markers once.
    markers: dict[int, tuple[bool, Wording | None]] = {}
    for path, value, field in _values(survey):
        if isinstance(value, Party):
            all_parties.append((path, value))
        elif field and isinstance(value, str):
            if id(field) not in markers:
                markers[id(field)] = (field.marker(Markdown) is not None, field.marker(Wording))
            is_markdown, wording = markers[id(field)]
            if is_markdown:
                typed_texts.append(TypedText(path, _without_expressions(value)))
            if wording:
                worded_texts.append((path, value, wording))
    return _Sorted(tuple(typed_texts), tuple(worded_texts), tuple(all_parties))


def _without_expressions(text: str) -> str:
    if "{{" in text:
        text = _PRINTED.sub(lambda match: "|" + " " * (len(match[0]) - 1), text)
    return text.replace("\n", " ")


def _held(record: Told) -> Period | None:
    for field in ("held", "planned", "runs"):
        if when := known(getattr(record, field, None)):
            return when  # type: ignore[no-any-return]  # these three fields are periods in every model
    return None
