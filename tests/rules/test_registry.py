from __future__ import annotations

import re
import sys
from importlib.metadata import EntryPoint

import pytest
from small_reports import report_with

from cthb_reports.document import Document
from cthb_reports.errors import CthbReportsError
from cthb_reports.findings import Severity
from cthb_reports.rules import Context, Rule, Violation, all_rules, check, registry, rule


@rule("X101", "long-draft", Severity.WARNING)
def long_draft(report, context):
    """Ask that a draft has few blocks."""
    if context.document and len(context.document.blocks) >= 0:
        yield Violation(("place",), f"{report.place!r} is far", "stay at home")


@rule("C111", "same-code", Severity.QUERY)
def same_code(_):
    yield from ()


@pytest.fixture
def add(monkeypatch: pytest.MonkeyPatch):
    """Return a function that adds rules as an installed package does."""

    def added(*values: str) -> None:
        entries = [EntryPoint("theirs", value, registry.ENTRY_POINTS) for value in values]
        monkeypatch.setattr(registry, "entry_points", lambda group: entries if group == registry.ENTRY_POINTS else [])
        monkeypatch.setitem(sys.modules, "their_rules", sys.modules[__name__])
        all_rules.cache_clear()

    yield added
    all_rules.cache_clear()


@pytest.mark.parametrize("each", all_rules(), ids=lambda each: each.name)
def test_a_rule_is_named_by_its_fault_and_has_a_manual_page(each: Rule) -> None:
    summary, _, rest = each.manual.partition("\n\n")

    assert re.fullmatch(r"[CD][1-6]\d\d", each.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", each.name)
    assert each.name.replace("-", "_") == each.function.__name__
    assert re.fullmatch(r"Ask .*\.", summary)
    assert re.search(r"^Why: .*\.$", rest, re.MULTILINE)
    assert re.search(r"^Example:\n    [a-z_]+:", rest, re.MULTILINE)


def test_rules_come_by_code_and_no_two_have_the_same_name() -> None:
    rules = all_rules()

    assert [each.code for each in rules] == sorted({each.code for each in rules})
    assert len({each.name for each in rules}) == len(rules)


def test_rules_of_integrity_are_errors() -> None:
    assert {each.severity for each in all_rules() if each.code.startswith("D")} == {Severity.ERROR}


def test_a_rule_of_another_package_is_run_with_the_others(add) -> None:
    add("their_rules:long_draft")

    assert all_rules()[-1] is long_draft
    assert all_rules()[0].code == "C101"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("nobody.wrote:this", "the rule 'theirs' cannot be loaded from 'nobody.wrote:this': No module named 'nobody'"),
        ("their_rules:nothing", "the rule 'theirs' cannot be loaded from 'their_rules:nothing'"),
        ("their_rules:add", "'their_rules:add', added as 'theirs', is no rule; make it one with `@rule(...)`"),
        ("their_rules:same_code", "rules 'activity-outside-period' and 'same-code' have the same code C111"),
    ],
)
def test_what_is_no_rule_of_its_own_is_refused_by_name(value: str, message: str, add) -> None:
    add(value)

    with pytest.raises(CthbReportsError, match=re.escape(message)):
        all_rules()


def test_a_rule_looks_at_the_draft_if_it_asks_for_it() -> None:
    report = report_with()

    (finding,) = check(report, [long_draft], Context(document=Document(())))

    assert (finding.code, finding.name, finding.severity) == ("X101", "long-draft", Severity.WARNING)
    assert str(finding) == "place: warning X101 'Vienna' is far\n    hint: stay at home"
    assert check(report, [long_draft]) == ()
