"""Keep the facts of an institution's yearly report as data, check them, and draft the report.

>>> import cthb_reports
>>> report = cthb_reports.load("examples/2017")
>>> draft = cthb_reports.draft(report, ".docx")
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cthb_reports.errors import (
        CthbReportsError,
        DraftError,
        InvalidReportError,
        SourceError,
        TemplateError,
        UnknownNameError,
    )
    from cthb_reports.findings import Finding, Location, Severity
    from cthb_reports.kinds import Report
    from cthb_reports.rules import Context, Rule, Violation, rule
    from cthb_reports.workflow import (
        Change,
        Comparison,
        Draft,
        Outstanding,
        Status,
        compare,
        draft,
        draft_files,
        fix_file,
        load,
        proofread,
        status,
        validate,
        write_letterhead,
    )
    from cthb_reports.workflow.asking import Answer, why
    from cthb_reports.workflow.pulling import Pull, pull
    from cthb_reports.writers import DocxOptions

__all__ = [
    "Answer",
    "Change",
    "Comparison",
    "Context",
    "CthbReportsError",
    "DocxOptions",
    "Draft",
    "DraftError",
    "Finding",
    "InvalidReportError",
    "Location",
    "Outstanding",
    "Pull",
    "Report",
    "Rule",
    "Severity",
    "SourceError",
    "Status",
    "TemplateError",
    "UnknownNameError",
    "Violation",
    "compare",
    "draft",
    "draft_files",
    "fix_file",
    "load",
    "proofread",
    "pull",
    "rule",
    "status",
    "validate",
    "why",
    "write_letterhead",
]

_HOMES = {
    "errors": (
        "CthbReportsError",
        "DraftError",
        "InvalidReportError",
        "SourceError",
        "TemplateError",
        "UnknownNameError",
    ),
    "findings": ("Finding", "Location", "Severity"),
    "kinds": ("Report",),
    "rules": ("Context", "Rule", "Violation", "rule"),
    "workflow": (
        "Change",
        "Comparison",
        "Draft",
        "Outstanding",
        "Status",
        "compare",
        "draft",
        "draft_files",
        "fix_file",
        "load",
        "proofread",
        "status",
        "validate",
        "write_letterhead",
    ),
    "workflow.asking": ("Answer", "why"),
    "workflow.pulling": ("Pull", "pull"),
    "writers": ("DocxOptions",),
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for: `cthb-reports --help` needs none of the library."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(importlib.import_module(f"{__name__}.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
