"""From files to findings and drafts: load, validate, draft, count what is left."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cthb_reports.errors import InvalidReportError
from cthb_reports.kinds import Report
from cthb_reports.kinds.outstanding import Outstanding
from cthb_reports.models import schema
from cthb_reports.workflow.circulating import extras_of
from cthb_reports.workflow.comparing import Comparison, compare, compare_files
from cthb_reports.workflow.drafting import Draft, draft, draft_files
from cthb_reports.workflow.examining import examine, validate
from cthb_reports.workflow.explaining import explain, manual_text
from cthb_reports.workflow.letterheads import write_letterhead
from cthb_reports.workflow.outputs import twice, without_use, write_files
from cthb_reports.workflow.proofreading import fix_file, proofread, proofread_all
from cthb_reports.workflow.proofs import Change
from cthb_reports.workflow.records import read_records
from cthb_reports.workflow.selection import Selection
from cthb_reports.workflow.standing import Status, status
from cthb_reports.workflow.waiving import Examined, Waived
from cthb_reports.writers import DocxOptions

if TYPE_CHECKING:
    from cthb_reports.workflow.drafting import AnyPath


def load(path: AnyPath) -> Report:
    """Return the report whose records are in a file or folder.

    Raises:
        SourceError: There is nothing to read.
        InvalidReportError: The records make no report; it carries every finding.
    """
    records = read_records(Path(path))
    if records.report is None:
        raise InvalidReportError(records.findings)
    return records.report


def json_schema() -> str:
    """Return the JSON Schema of the records, as text for editors."""
    return _as_text(schema.json_schema(Report, ("schema", "kind")))


def json_schemas() -> dict[str, str]:
    """Return the JSON Schema of a report and of each of its parts that may be a file of its own, by names of files."""
    whole = schema.json_schema(Report, ("schema", "kind"))
    parts = schema.part_schemas(whole, "report.json")
    return {f"{name}.json": _as_text(part) for name, part in {"report": whole, **parts}.items()}


def _as_text(described: dict[str, Any]) -> str:
    return json.dumps(described, ensure_ascii=False, indent=2)


__all__ = [
    "Change",
    "Comparison",
    "DocxOptions",
    "Draft",
    "Examined",
    "Outstanding",
    "Selection",
    "Status",
    "Waived",
    "compare",
    "compare_files",
    "draft",
    "draft_files",
    "examine",
    "explain",
    "extras_of",
    "fix_file",
    "json_schema",
    "load",
    "manual_text",
    "proofread",
    "proofread_all",
    "status",
    "twice",
    "validate",
    "without_use",
    "write_files",
    "write_letterhead",
]
