"""Keep the facts of an institution's yearly report as data, check them, and draft the report.

>>> import cthb_reports
>>> report = cthb_reports.load("examples/2017")
>>> draft = cthb_reports.draft(report, ".docx")
"""

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
from cthb_reports.workflow import Draft, draft, draft_files, load, validate

__all__ = [
    "CthbReportsError",
    "Draft",
    "DraftError",
    "Finding",
    "InvalidReportError",
    "Location",
    "Report",
    "Severity",
    "SourceError",
    "TemplateError",
    "UnknownNameError",
    "draft",
    "draft_files",
    "load",
    "validate",
]
