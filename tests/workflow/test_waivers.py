"""Waivers: what an author has looked at is let stand with its reason, and what is let stand for nothing is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from small_reports import HEAD_YAML, WORKSHOP, WORKSHOP_YAML, report_file, report_with

from cthb_reports import InvalidReportError, draft, draft_files, load, validate
from cthb_reports.workflow import examine

if TYPE_CHECKING:
    from pathlib import Path

EARLY = {**WORKSHOP, "id": "recruitment", "held": "2023-06-11"}


def codes(waive: list[dict[str, Any]], **options: Any) -> list[str]:
    return [finding.code for finding in validate(report_with(activities=[EARLY], waive=waive), **options)]


def waiver(rule: str, where: str | None = None) -> dict[str, Any]:
    return {"rule": rule, "why": "it was agreed with the Chair", **({"where": where} if where else {})}


def test_what_is_not_waived_is_found() -> None:
    assert codes([]) == ["C111"]


@pytest.mark.parametrize("rule", ["C111", "C11", "C"])
@pytest.mark.parametrize("where", [None, "activities", "activities[0]", "activities[0].held", "recruitment"])
def test_a_finding_is_waived_by_its_code_or_group_and_its_field_or_record(rule: str, where: str | None) -> None:
    assert codes([waiver(rule, where)]) == []


@pytest.mark.parametrize(("rule", "where"), [("C112", None), ("C111", "projects"), ("C111", "activities[1]")])
def test_a_waiver_of_something_else_waives_nothing_and_is_told_to_be_unused(rule: str, where: str | None) -> None:
    assert codes([waiver(rule, where)]) == ["C111", "V101"]


def test_the_reason_goes_with_what_is_waived() -> None:
    examined = examine(report_with(activities=[EARLY], waive=[waiver("C111")]))

    ((finding, why),) = [(one.finding, one.why) for one in examined.waived]
    assert (finding.code, why) == ("C111", "it was agreed with the Chair")


def test_two_waivers_of_one_finding_are_both_used() -> None:
    assert codes([waiver("C111"), waiver("C", "recruitment")]) == []


def test_a_waiver_is_not_unused_only_because_nobody_asks_for_its_rule() -> None:
    assert codes([waiver("C111")], select=["T"]) == []


def test_an_unused_waiver_can_be_ignored_like_any_finding() -> None:
    assert codes([waiver("C112")], ignore=["V101", "C111"]) == []


def test_an_unused_waiver_is_told_at_its_line(tmp_path: Path) -> None:
    more = f"{WORKSHOP_YAML}waive:\n  - {{rule: C112, why: it was agreed}}\n"

    (finding,) = validate(report_file(tmp_path, more))
    assert finding.location is not None
    assert finding.location.line == (HEAD_YAML + more).count("\n")


@pytest.mark.parametrize("rule", ["D101", "F", "P101", "V101"])
def test_what_keeps_records_from_being_a_report_cannot_be_waived(rule: str, tmp_path: Path) -> None:
    (finding,) = validate(report_file(tmp_path, f"{WORKSHOP_YAML}waive: [{{rule: {rule}, why: it was agreed}}]\n"))

    assert finding.code == "D103"
    assert "cannot be waived" in finding.message


def test_a_waiver_needs_a_reason(tmp_path: Path) -> None:
    (finding,) = validate(report_file(tmp_path, f"{WORKSHOP_YAML}waive: [{{rule: C111}}]\n"))

    assert (finding.code, finding.field) == ("D101", ("waive", 0, "why"))


def test_a_final_draft_is_not_stopped_by_an_error_that_is_waived(tmp_path: Path) -> None:
    records = report_file(tmp_path, WORKSHOP_YAML.replace("2024-06-11", "2023-06-11"))
    with pytest.raises(InvalidReportError):
        draft_files(records, [tmp_path / "a.md"], final=True)

    records.write_text(records.read_text() + "waive: [{rule: C111, why: it was agreed}]\n")

    assert draft_files(records, [tmp_path / "a.md"], final=True) == ()
    assert draft(load(records), ".md", final=True).findings == ()


def test_nothing_of_a_waiver_is_printed(tmp_path: Path) -> None:
    records = report_file(tmp_path, f"{WORKSHOP_YAML}waive: [{{rule: C111, why: a secret reason}}]\n")

    assert b"secret" not in draft(load(records), ".md").content
