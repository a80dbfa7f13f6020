"""What a user asks for: some findings and not others, a comparison with the year before, rules of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from small_reports import WORKSHOP, WORKSHOP_YAML, report_file, report_with

from cthb_reports import InvalidReportError, Report, Severity, UnknownNameError, Violation, rule, validate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WRONG = {"activities": [{**WORKSHOP, "held": "2023-06-11", "purpose": "TBC"}], "delivered": "2024-11-13"}


def codes(**options: Any) -> list[str]:
    return [finding.code for finding in validate(report_with(**WRONG), **options)]


def test_without_a_choice_all_is_shown() -> None:
    assert codes() == ["C111", "C115", "P101"]


@pytest.mark.parametrize(
    ("select", "ignore", "left"),
    [
        (["C111"], [], ["C111"]),
        (["c111,P"], [], ["C111", "P101"]),
        (["C111", "P1"], [], ["C111", "P101"]),
        (["C"], ["C115"], ["C111"]),
        ([], ["C"], ["P101"]),
        (["delivery-not-on-a-thursday"], [], ["C115"]),
        ([], ["fact-to-come", "C11"], []),
    ],
)
def test_findings_are_chosen_by_code_group_or_name(select: list[str], ignore: list[str], left: list[str]) -> None:
    assert codes(select=select, ignore=ignore) == left


@pytest.mark.parametrize("word", ["C999", "X", "", "C111,,P", "no-such-rule"])
def test_a_choice_that_means_nothing_is_refused(word: str) -> None:
    with pytest.raises(UnknownNameError, match="no rule or group"):
        codes(select=[word])


def test_what_cannot_be_read_is_shown_whatever_is_chosen(tmp_path: Path) -> None:
    records = report_file(tmp_path, WORKSHOP_YAML.replace("kind:", "knd:"))

    assert {finding.code for finding in validate(records, select=["S"], ignore=["D"])} == {"D101", "D102"}


@rule("X101", "title-too-short", Severity.WARNING)
def title_too_short(report: Report) -> Iterator[Violation]:
    """Ask for titles of ten words."""
    for index, _ in enumerate(report.activities):
        yield Violation(("activities", index, "title"), "a short title", "make it longer")


def test_rules_of_the_caller_are_asked_too_and_can_be_chosen(tmp_path: Path) -> None:
    (finding,) = validate(report_file(tmp_path), rules=[title_too_short], select=["X101"])

    assert (finding.name, finding.severity) == ("title-too-short", Severity.WARNING)
    assert finding.location is not None
    assert finding.location.line == 14


def test_the_report_of_the_year_before_is_compared_with(tmp_path: Path) -> None:
    before = report_with(
        period="2023",
        delivered="2023-11-16",
        sections=[{"id": "ahead", "title": "Outlook", "collects": ["outlook"]}],
        outlook=[{"id": "guide", "action": "write a guide for labour inspectors"}],
    )
    now = report_with(activities=[WORKSHOP])

    found = {finding.code for finding in validate(now, previous=before)}
    assert found - {finding.code for finding in validate(now)} == {"C602"}


def test_a_report_of_the_year_before_that_is_none_is_told_with_its_faults(tmp_path: Path) -> None:
    (tmp_path / "before").mkdir()
    before = report_file(tmp_path / "before", WORKSHOP_YAML.replace("kind:", "knd:"))

    with pytest.raises(InvalidReportError, match="'knd' is not known here"):
        validate(report_file(tmp_path), previous=before)


def test_words_of_an_office_are_looked_for_and_a_broken_file_of_them_is_told(tmp_path: Path) -> None:
    house = tmp_path / "ours" / "house"
    house.mkdir(parents=True)
    (house / "a.toml").write_text(
        '[[term]]\ncode = "S901"\nname = "fee"\nwrong = "Fees"\nright = "Charges"\nseverity = "warning"\nwhy = "We say so."\n'
    )
    (house / "b.toml").write_text("[[term\n")
    report = report_with(activities=[{**WORKSHOP, "purpose": "end Fees"}])

    assert [one.code for one in validate(report, templates=tmp_path / "ours")] == ["S001", "S901"]
    assert validate(report) == []
