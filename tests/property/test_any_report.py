"""What holds for any report at all, made at random by `made_reports`."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from hypothesis import HealthCheck, given, settings
from made_reports import reports

import cthb_reports
from cthb_reports.document import plain_text
from cthb_reports.models.base import walk
from cthb_reports.models.facts import Pending
from cthb_reports.rendering import render
from cthb_reports.rendering.session import IN_WORDS

if TYPE_CHECKING:
    from cthb_reports.kinds import Report

TRACE = re.compile(r"None(?!ofthis)|\{\{|\{%|[\ue000-\uf8ff]")
TYPED = re.compile(r"\{\{(?:\w*\}\})?|\{%(?:\w*%\})?|None")

# A whole report is a large example, and takes its time to draw.
large = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def loaded(content: str, name: str) -> Report:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(content, encoding="utf-8")
        return cthb_reports.load(path)


@large
@given(reports())
def test_a_report_dumped_as_json_is_loaded_as_it_was(report: Report) -> None:
    again = loaded(report.model_dump_json(exclude_none=True), "report.json")

    assert again == report


@large
@given(reports())
def test_a_report_dumped_as_yaml_is_loaded_as_it_was(report: Report) -> None:
    data = report.model_dump(mode="json", exclude_defaults=True) | {"schema": 1, "kind": "report"}

    again = loaded(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "report.yaml")

    assert again == report


@large
@given(reports())
def test_validating_a_report_gives_findings_and_never_fails(report: Report) -> None:
    findings = cthb_reports.validate(report)

    assert all(finding.message and finding.location is None for finding in findings)


@large
@given(reports())
def test_a_draft_holds_no_placeholder_but_those_of_facts_still_to_come(report: Report) -> None:
    text = plain_text(render(report).document)

    pending = [(path, value.note) for path, value, _ in walk(report) if isinstance(value, Pending)]
    fields = [(note, str([step for step in path if isinstance(step, str)][-1])) for path, note in pending]
    known = {note or IN_WORDS.get(field, field.replace("_", " ")) for note, field in fields}
    for words in sorted(known, key=len, reverse=True):
        text = text.replace(f"[to be confirmed: {' '.join(words.split())}]", "")
    assert "[to be confirmed" not in text


@large
@given(reports())
def test_a_draft_holds_no_trace_of_the_program_that_made_it(report: Report) -> None:
    text = _squeezed(plain_text(render(report).document))

    texts = (_squeezed(value) for _, value, _ in walk(report) if isinstance(value, str))
    own_words = sorted((words for words in texts if TRACE.search(words)), key=len, reverse=True)
    for words in ("Aliteral{{.", *own_words):
        # A sentence may begin with the author's words, and then has a capital of its own.
        text = re.sub(re.escape(words), "", text, flags=re.IGNORECASE)
    # What an author typed beside a short form stands alone once the short form is written out.
    for typed in sorted({one for words in own_words for one in TYPED.findall(words)}, key=len, reverse=True):
        text = text.replace(typed, "")
    assert not TRACE.search(text)


def _squeezed(text: str) -> str:
    """Return a text without its spaces, of which a sentence may have fewer than its author."""
    return "".join(text.split())
