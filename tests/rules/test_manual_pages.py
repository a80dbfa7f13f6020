"""The manual pages tell the truth."""

from __future__ import annotations

import pytest
from manual_examples import example, violations
from small_reports import HEAD

from cthb_reports.findings import field_text
from cthb_reports.kinds.lookup import value_at
from cthb_reports.kinds.report import Report
from cthb_reports.rules import Rule, all_rules

every_rule = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: f"{rule.code}-{rule.name}")


@every_rule
def test_the_example_of_the_manual_page_breaks_the_rule(rule: Rule) -> None:
    found = violations(rule, example(rule))

    assert len(found) == 1


@every_rule
def test_what_is_found_in_the_example_has_a_place_and_says_what_is_wrong(rule: Rule) -> None:
    fields = {key: value for key, value in example(rule).items() if key != "previous"}
    (violation,) = violations(rule, example(rule))

    assert value_at(Report.model_validate({**HEAD, **fields}), violation.field) is not None, field_text(violation.field)
    assert violation.message
    assert not violation.message.endswith(".")
    assert "None" not in violation.message + (violation.hint or "")


@every_rule
def test_the_smallest_report_breaks_no_rule(rule: Rule) -> None:
    assert violations(rule, HEAD) == []
