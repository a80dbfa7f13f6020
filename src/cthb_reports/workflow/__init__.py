"""From files to findings and drafts: load, validate, draft."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cthb_reports.errors import DraftError, InvalidReportError
from cthb_reports.findings import Finding, Severity, has_errors
from cthb_reports.kinds import Report
from cthb_reports.models import schema
from cthb_reports.rendering import render
from cthb_reports.workflow import gathering
from cthb_reports.workflow.checks import Measures
from cthb_reports.workflow.examining import examine, folder_of, look_at, validate
from cthb_reports.workflow.explaining import explain, manual_text
from cthb_reports.workflow.letterheads import write_letterhead
from cthb_reports.workflow.outputs import require_writable, twice, without_use, write_files
from cthb_reports.workflow.overwriting import refuse_edited
from cthb_reports.workflow.places import Places
from cthb_reports.workflow.proofreading import fix_file, proofread, proofread_all
from cthb_reports.workflow.proofs import Change
from cthb_reports.workflow.records import in_order, integrity, read_records
from cthb_reports.workflow.selection import EVERYTHING, Selection
from cthb_reports.workflow.waiving import Examined, Waived, waive
from cthb_reports.workflow.ways import ways
from cthb_reports.writers import PLAIN, DocxOptions, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cthb_reports.rendering import Rendered
    from cthb_reports.workflow.pictures import Pictures

AnyPath = str | Path
"""A file or folder, as text or as a path."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted document.

    Args:
        content: The bytes of the file.
        findings: What the author should look at.
    """

    content: bytes
    findings: tuple[Finding, ...]


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


def draft(  # noqa: PLR0913  # one argument for each option of the command
    report: Report,
    suffix: str,
    *,
    templates: AnyPath | None = None,
    letterhead: AnyPath | None = None,
    docx: DocxOptions = PLAIN,
    pictures: AnyPath | None = None,
    final: bool = False,
) -> Draft:
    """Return the draft of a report; no file is written.

    Args:
        report: The report, read from files or built in Python.
        suffix: The format: `.docx`, `.html` or `.md`.
        templates: An office's own folder of templates, which come before the built-in ones.
        letterhead: A DOCX whose styles, header and footer to use.
        docx: What a DOCX has besides its text: line numbers, a watermark.
        pictures: The folder of the pictures that narratives name: that of the records, where they were read from files.
        final: Refuse to draft while an error or a fact still to come is left.

    Raises:
        InvalidReportError: References lead nowhere, a narrative is broken, a picture cannot be shown, or, for a final draft, anything is left to do.
        TemplateError: A template is wrong.
        DraftError: The letterhead or the folder of templates cannot be used, or something is asked for that only a DOCX has.
        UnknownNameError: There is no such format.
    """
    _require_use([suffix], letterhead, docx)
    broken = tuple(integrity(report, Places()))
    if has_errors(broken):
        raise InvalidReportError(broken)
    own = ways(templates)
    rendered = render(report, own.templates)
    folder = Path(pictures) if pictures else None
    found, shown = look_at(report, rendered, Places(), folder, Measures(house=own.house, almanac=own.almanac))
    findings = waive(report, (*broken, *own.findings, *found), Places(), EVERYTHING).findings
    _require_ready(findings, shown, final=final)
    return _drafts(rendered, [suffix], findings, letterhead=letterhead, docx=docx, pictures=shown)[0]


def draft_files(  # noqa: PLR0913  # one argument for each option of the command
    source: AnyPath,
    outputs: Sequence[AnyPath],
    *,
    templates: AnyPath | None = None,
    letterhead: AnyPath | None = None,
    docx: DocxOptions = PLAIN,
    final: bool = False,
    force: bool = False,
) -> tuple[Finding, ...]:
    """Draft the records of a file or folder into files, all or none, and return the findings.

    Args:
        source: The file or folder of the records.
        outputs: The files to write; the suffix of each chooses its format.
        templates: See `draft`.
        letterhead: See `draft`.
        docx: See `draft`.
        final: See `draft`.
        force: Replace a DOCX even if it was edited after it was drafted.

    Raises:
        SourceError: There is nothing to read.
        InvalidReportError: See `draft`; nothing is written then.
        TemplateError: See `draft`.
        DraftError: See `draft`; or a file cannot be written, is named twice, or was edited in Word.
        UnknownNameError: See `draft`.
    """
    targets = [Path(output) for output in outputs]
    require_writable(targets)
    _require_use([target.suffix for target in targets], letterhead, docx)
    records = read_records(Path(source))
    if records.report is None:
        raise InvalidReportError(records.findings)
    if not force:
        refuse_edited(targets)
    own = ways(templates)
    rendered = render(records.report, own.templates)
    found, shown = look_at(
        records.report, rendered, records.places, folder_of(source), Measures(house=own.house, almanac=own.almanac)
    )
    seen = waive(records.report, (*records.findings, *own.findings, *found), records.places, EVERYTHING)
    findings = in_order(seen.findings, records.order)
    _require_ready(findings, shown, final=final)
    drafts = _drafts(
        rendered, [target.suffix for target in targets], findings, letterhead=letterhead, docx=docx, pictures=shown
    )
    write_files(dict(zip(targets, (made.content for made in drafts), strict=True)))
    return tuple(dict.fromkeys(finding for made in drafts for finding in made.findings))


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


def _require_ready(findings: tuple[Finding, ...], pictures: Pictures, *, final: bool) -> None:
    """Ask that every picture can be shown, and of a final draft, that nothing is left to do."""
    left = final and any(finding.severity in {Severity.ERROR, Severity.PENDING} for finding in findings)
    if left or pictures.findings:
        raise InvalidReportError(findings)


def _require_use(suffixes: Sequence[str], letterhead: AnyPath | None, docx: DocxOptions) -> None:
    if complaint := without_use(suffixes, letterhead, docx):
        raise DraftError(complaint)


def _drafts(  # noqa: PLR0913  # what the options come to
    rendered: Rendered,
    suffixes: Sequence[str],
    findings: tuple[Finding, ...],
    *,
    letterhead: AnyPath | None,
    docx: DocxOptions,
    pictures: Pictures,
) -> list[Draft]:
    head = gathering.read_letterhead(Path(letterhead)) if letterhead else None
    written = [
        write(rendered.document, suffix, letterhead=head, options=docx, pictures=pictures.contents)
        for suffix in suffixes
    ]
    return [Draft(made.content, (*findings, *made.findings)) for made in written]


__all__ = [
    "Change",
    "DocxOptions",
    "Draft",
    "Examined",
    "Selection",
    "Waived",
    "draft",
    "draft_files",
    "examine",
    "explain",
    "fix_file",
    "json_schema",
    "load",
    "manual_text",
    "proofread",
    "proofread_all",
    "twice",
    "validate",
    "without_use",
    "write_files",
    "write_letterhead",
]
