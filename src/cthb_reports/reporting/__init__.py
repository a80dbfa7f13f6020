"""Findings, and how far a report has come, as people and programs read them."""

from __future__ import annotations

from cthb_reports.reporting.changes import changes_json, changes_text
from cthb_reports.reporting.edits import answers_as_json, answers_as_text, pull_as_json, pull_as_text
from cthb_reports.reporting.github import as_github
from cthb_reports.reporting.objects import as_json
from cthb_reports.reporting.printing import complain, present, print_for_programs, show
from cthb_reports.reporting.sarif import as_sarif
from cthb_reports.reporting.standing import status_as_json, status_as_text
from cthb_reports.reporting.text import as_text, summary

FORMATS = ("text", "json", "github", "sarif")

__all__ = [
    "FORMATS",
    "answers_as_json",
    "answers_as_text",
    "as_github",
    "as_json",
    "as_sarif",
    "as_text",
    "changes_json",
    "changes_text",
    "complain",
    "present",
    "print_for_programs",
    "pull_as_json",
    "pull_as_text",
    "show",
    "status_as_json",
    "status_as_text",
    "summary",
]
