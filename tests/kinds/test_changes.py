from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_reports import reports
from small_reports import WORKSHOP, report_with

from cthb_reports.findings import field_text
from cthb_reports.kinds.changes import changed_facts, excerpts
from cthb_reports.kinds.lookup import value_at
from cthb_reports.kinds.matching import matched

VISIT = {"state": "Denmark", "held": "2024-03"}
COUNTED = {**WORKSHOP, "attendance": {"participants": "almost 400", "audiences": ["judges"]}}


def changes(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    before, after = report_with(**old), report_with(**new)
    facts = changed_facts(before, after, matched(before, after))
    return [f"{fact.kind} {field_text(fact.field)} | {fact}" for fact in facts]


def test_a_changed_figure_is_told_with_what_people_call_it_and_both_values() -> None:
    new = {**WORKSHOP, "attendance": {"participants": 412, "audiences": ["judges"]}}

    assert changes({"activities": [COUNTED]}, {"activities": [VISIT, new]})[-1] == (
        "changed activities[1].attendance.participants | Recruitment without Fees: participants: almost 400 -> 412"
    )


def test_a_record_that_came_or_went_is_one_change_by_its_title() -> None:
    assert changes({"activities": [VISIT]}, {"activities": [COUNTED]}) == [
        "added activities[0] | Recruitment without Fees",
        "removed activities[0] | visit to Denmark",
    ]


def test_facts_that_a_record_gains_or_loses_are_told_one_by_one() -> None:
    assert changes({"activities": [WORKSHOP]}, {"activities": [COUNTED]}) == [
        "added activities[0].attendance.participants | Recruitment without Fees: participants: almost 400",
        "added activities[0].attendance.audiences[0] | Recruitment without Fees: audiences 1: judges",
    ]
    assert changes({"activities": [COUNTED]}, {"activities": [WORKSHOP]})[0] == (
        "removed activities[0].attendance.participants | Recruitment without Fees: participants: almost 400"
    )


def test_an_entry_of_a_list_within_a_record_is_told_with_its_words() -> None:
    new = {**WORKSHOP, "attendance": {"participants": "almost 400", "audiences": ["police", "judges"]}}

    assert changes({"activities": [COUNTED]}, {"activities": [new]}) == [
        "added activities[0].attendance.audiences[0] | Recruitment without Fees: audiences 1: police"
    ]


def test_a_marking_of_the_head_is_called_by_its_field() -> None:
    assert changes({}, {"markings": ["OSCE+"]}) == ["added markings[0] | markings: OSCE+"]


def test_states_are_told_by_their_names() -> None:
    assert changes({"donors": ["NO"]}, {"donors": ["NO", "AT"]}) == ["added donors[1] | donors: Austria"]
    ack = {"incoming_chairmanship": "IT"}
    assert changes({"acknowledgements": ack}, {"acknowledgements": {**ack, "incoming_chairmanship": "SK"}}) == [
        "changed acknowledgements.incoming_chairmanship | incoming chairmanship: Italy -> Slovakia"
    ]


def test_a_fact_that_was_awaited_is_told_as_a_change() -> None:
    awaited = {**WORKSHOP, "attendance": "TBC: the list"}

    assert changes({"activities": [awaited]}, {"activities": [COUNTED]})[0].endswith(
        "attendance: TBC: the list -> almost 400, judges"
    )


def test_of_a_long_text_only_what_differs_is_shown() -> None:
    old = "The Office went on with its work in many places, and met labour inspectors of two States in the spring."
    new = old.replace("two States", "three States")

    assert excerpts(old, new) == (
        "… labour inspectors of two States in the …",
        "… labour inspectors of three States in the …",
    )


@given(reports())
def test_a_report_has_no_changes_against_itself(report: Any) -> None:
    assert changed_facts(report, report, matched(report, report)) == ()


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(reports(), st.data())
def test_every_change_of_one_record_is_at_that_record(report: Any, data: st.DataObject) -> None:
    records = report.projects
    index = data.draw(st.integers(0, len(records) - 1))
    edited = records[index].model_copy(update={"purpose": "end the fees of recruiters"})
    new = report.model_copy(update={"projects": (*records[:index], edited, *records[index + 1 :])})

    facts = changed_facts(report, new, matched(report, new))

    assert [fact.field for fact in facts] == ([("projects", index, "purpose")] if records[index] != edited else [])
    assert all(value_at(new, fact.field) == edited.purpose for fact in facts)
