"""The example of a rule's manual page, as the report that it stands for."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

import yaml
from small_reports import HEAD

from cthb_reports.kinds import Report
from cthb_reports.rendering import render
from cthb_reports.rules import Context

if TYPE_CHECKING:
    from cthb_reports.rules import Rule, Violation


def example(rule: Rule) -> dict[str, Any]:
    """Return the records that the manual page of a rule shows; scalars are texts, as in record files."""
    _, _, indented = rule.manual.partition("\nExample:\n")
    found = yaml.load(textwrap.dedent(indented), Loader=yaml.BaseLoader)  # noqa: S506  # the safest loader: texts alone
    assert isinstance(found, dict)
    return found


def violations(rule: Rule, fields: dict[str, Any]) -> list[Violation]:
    """Return what a rule finds in the smallest report with other fields; `previous` holds those of last year's report.

    A rule that may look at the draft gets it; of records that lead nowhere there is none.
    """
    fields = dict(fields)
    last_year = fields.pop("previous", None)
    report = Report.model_validate({**HEAD, **fields})
    previous = Report.model_validate({**HEAD, **last_year}) if last_year else None
    document = render(report).document if rule.wants_context else None
    return list(rule(report, Context(document=document, previous=previous)))
