"""Findings as people and programs read them: as text, and in the formats of other programs."""

from __future__ import annotations

from cthb_reports.reporting.changes import changes_json, changes_text
from cthb_reports.reporting.github import as_github
from cthb_reports.reporting.objects import as_json
from cthb_reports.reporting.printing import complain, present, print_for_programs, show
from cthb_reports.reporting.sarif import as_sarif
from cthb_reports.reporting.text import as_text, summary

FORMATS = ("text", "json", "github", "sarif")

__all__ = [
    "FORMATS",
    "as_github",
    "as_json",
    "as_sarif",
    "as_text",
    "changes_json",
    "changes_text",
    "complain",
    "present",
    "print_for_programs",
    "show",
    "summary",
]
