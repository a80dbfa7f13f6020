"""What is still to come, from whom, and by when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_reports import reports
from small_reports import WORKSHOP, report_with

from cthb_reports.findings import field_text
from cthb_reports.kinds.outstanding import Awaited, awaited, due_day, outstanding
from cthb_reports.models.base import walk
from cthb_reports.models.facts import Pending

if TYPE_CHECKING:
    from cthb_reports.kinds import Report


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("figure, from the field operations, by 1 November", ("figure", "the field operations", "1 November")),
        ("from the registration list, by 1 November", ("", "the registration list", "1 November")),
        ("by 1 November, from Ana", ("", "Ana", "1 November")),
        ("figure", ("figure", "", "")),
        ("figure, with women and men, from Ana", ("figure, with women and men", "Ana", "")),
        ("from the Ministries of Labour, of Justice, by May", ("", "the Ministries of Labour, of Justice", "May")),
        ("From Ana, By May", ("", "Ana", "May")),
        ("figure expected from the field operations by 1 November", ("figure", "the field operations", "1 November")),
        ("from Ana by the end of January", ("", "Ana", "the end of January")),
        ("figure by 2024-11-01", ("figure", "", "2024-11-01")),
        ("", ("", "", "")),
    ],
)
def test_a_note_says_what_from_whom_and_by_when(note: str, expected: tuple[str, str, str]) -> None:
    assert awaited(note) == Awaited(*expected)


@pytest.mark.parametrize(
    "note", ["victims by country", "data from 2016", "a town near the border", "fromage", "bye", "from", "by", ", ,"]
)
def test_what_only_looks_like_a_deadline_or_a_person_is_none(note: str) -> None:
    found = awaited(note)

    assert (found.owner, found.by) == ("", "")


@given(st.text(max_size=40))
def test_any_note_is_taken_apart(note: str) -> None:
    found = awaited(note)

    assert sum(map(len, (found.what, found.owner, found.by))) <= len(note) + 4 * note.count(",")


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("1 November", date(2024, 11, 1)),
        ("1 November 2023", date(2023, 11, 1)),
        ("the end of October", date(2024, 10, 31)),
        ("October", date(2024, 10, 31)),
        ("2024-10-05", date(2024, 10, 5)),
        ("the next meeting", None),
        ("country", None),
        ("", None),
        ("31 June", None),
    ],
)
def test_a_deadline_is_the_last_day_of_what_it_names(by: str, expected: date | None) -> None:
    assert due_day(by, report_with()) == expected


def test_a_day_without_its_year_is_in_the_year_of_the_period_where_the_delivery_is_in_the_next() -> None:
    late = report_with(delivered="2025-01-16")

    assert due_day("1 December", late) == date(2024, 12, 1)
    assert due_day("10 January", late) == date(2025, 1, 10)


def test_a_deadline_after_the_delivery_is_taken_as_it_stands() -> None:
    assert due_day("20 December", report_with()) == date(2024, 12, 20)


def owner(**more: str) -> str:
    (fact,) = outstanding(report_with(activities=[{**WORKSHOP, **more}]))
    return fact.owner


def test_whoever_the_note_names_owes_a_fact_and_else_whoever_supplied_its_record() -> None:
    assert owner(place="TBC: town, from Ana", supplied_by="Ben Example") == "Ana"
    assert owner(place="TBC: town", supplied_by="Ben Example") == "Ben Example"
    assert owner(place="TBC: town") == ""


def test_a_fact_deep_in_a_record_is_owed_by_whoever_supplied_the_record() -> None:
    attendance = {"participants": 60, "women": "TBC"}
    (fact,) = outstanding(report_with(activities=[{**WORKSHOP, "attendance": attendance, "supplied_by": "Ana"}]))

    assert (field_text(fact.field), fact.owner) == ("activities[0].attendance.women", "Ana")
    assert fact.title == "Recruitment without Fees: women"


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(reports())
def test_every_fact_to_come_of_any_report_is_outstanding_once(report: Report) -> None:
    pending = [path for path, value, _ in walk(report) if isinstance(value, Pending)]

    assert [fact.field for fact in outstanding(report)] == pending
