"""What holds for the rules whatever the report and last year's say."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from made_reports import reports

import cthb_reports
from cthb_reports.findings import Severity
from cthb_reports.kinds.lookup import value_at
from cthb_reports.rendering import render
from cthb_reports.rules import Context, all_rules, check

if TYPE_CHECKING:
    from cthb_reports.kinds import Report

EXAMPLE = cthb_reports.load(Path(__file__).parents[2] / "examples" / "2017")
RULES = [rule for rule in all_rules() if not rule.code.startswith("D")]

# A whole report is a large example, and takes its time to draw.
large = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@large
@given(reports(), reports())
def test_every_finding_has_a_message_and_a_place_in_the_report(report: Report, previous: Report) -> None:
    for finding in check(report, RULES, Context(previous=previous)):
        assert finding.message
        assert value_at(report, finding.field) is not None, finding


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_rules_does_not_matter(seed: int) -> None:
    shuffled = random.Random(seed).sample(RULES, len(RULES))  # noqa: S311  # an order, not a secret
    document = render(EXAMPLE).document

    in_order, otherwise = (check(EXAMPLE, rules, Context(document=document)) for rules in (RULES, shuffled))

    assert sorted(in_order, key=str) == sorted(otherwise, key=str)
    assert in_order


def test_what_is_found_in_one_report_is_not_found_in_the_next() -> None:
    other = EXAMPLE.model_copy(update={"activities": (), "projects": (), "series": (), "training": ()})

    of_counts = [rule for rule in RULES if rule.code.startswith("C2")]

    assert check(EXAMPLE, of_counts)
    assert check(other, of_counts) == ()
    assert check(EXAMPLE, of_counts) == check(EXAMPLE, of_counts)


def test_the_example_of_2017_breaks_no_rule_that_is_an_error() -> None:
    document = render(EXAMPLE).document

    found = check(EXAMPLE, all_rules(), Context(document=document))

    assert [finding for finding in found if finding.severity is Severity.ERROR] == []


def test_a_report_that_is_its_own_last_year_is_told_so() -> None:
    found = check(EXAMPLE, RULES, Context(previous=EXAMPLE))

    assert "C605" in {finding.code for finding in found}
