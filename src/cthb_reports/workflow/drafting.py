"""Drafts: of a report, or of the records of files into files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cthb_reports.errors import DraftError, InvalidReportError
from cthb_reports.findings import Finding, Severity, has_errors
from cthb_reports.rendering import render
from cthb_reports.workflow import gathering
from cthb_reports.workflow.checks import Measures
from cthb_reports.workflow.circulating import Made, circulation_of, extras_of
from cthb_reports.workflow.examining import folder_of, look_at
from cthb_reports.workflow.outputs import require_writable, without_use, write_files
from cthb_reports.workflow.overwriting import refuse_edited
from cthb_reports.workflow.places import Places
from cthb_reports.workflow.records import in_order, integrity, read_records
from cthb_reports.workflow.selection import EVERYTHING
from cthb_reports.workflow.waiving import waive
from cthb_reports.workflow.ways import ways
from cthb_reports.writers import PLAIN, WORD, Circulation, DocxOptions, write

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from cthb_reports.kinds import Report
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


def draft(  # noqa: PLR0913  # one argument for each option of the command
    report: Report,
    suffix: str,
    *,
    templates: AnyPath | None = None,
    letterhead: AnyPath | None = None,
    docx: DocxOptions = PLAIN,
    pictures: AnyPath | None = None,
    extras: Collection[str] = (),
    clean: bool = False,
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
        extras: What a DOCX that goes round shows besides: `sources`, who supplied each record; `status`, a page of the facts to come.
        clean: Leave out what a DOCX carries while it goes round: comments, controls, bookmarks, and what it was made from.
        final: Refuse to draft while an error or a fact still to come is left; a final draft is clean.

    Raises:
        InvalidReportError: References lead nowhere, a narrative is broken, a picture cannot be shown, or, for a final draft, anything is left to do.
        TemplateError: A template is wrong.
        DraftError: The letterhead or the folder of templates cannot be used, or something is asked for that such a draft has not.
        UnknownNameError: There is no such format or extra.
    """
    asked = extras_of(extras)
    _require_use([suffix], letterhead, docx, asked, clean=clean or final)
    broken = tuple(integrity(report, Places()))
    if has_errors(broken):
        raise InvalidReportError(broken)
    own = ways(templates)
    rendered = render(report, own.templates)
    folder = Path(pictures) if pictures else None
    seen = look_at(report, rendered, Places(), folder, Measures(house=own.house, almanac=own.almanac))
    findings = waive(report, (*broken, *own.findings, *seen.findings), Places(), EVERYTHING).findings
    _require_ready(findings, seen.pictures, final=final)
    made = Made(report, rendered, findings, seen.spots, seen.pictures, Places(), _roots(templates))
    circulation = None if clean or final or suffix.lower() != WORD else circulation_of(made, asked)
    return _drafts(made, [suffix], circulation, letterhead, docx)[0]


def draft_files(  # noqa: PLR0913  # one argument for each option of the command
    source: AnyPath,
    outputs: Sequence[AnyPath],
    *,
    templates: AnyPath | None = None,
    letterhead: AnyPath | None = None,
    docx: DocxOptions = PLAIN,
    extras: Collection[str] = (),
    clean: bool = False,
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
        extras: See `draft`.
        clean: See `draft`.
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
    asked = extras_of(extras)
    _require_use([target.suffix for target in targets], letterhead, docx, asked, clean=clean or final)
    records = read_records(Path(source))
    if records.report is None:
        raise InvalidReportError(records.findings)
    if not force:
        refuse_edited(targets)
    own = ways(templates)
    rendered = render(records.report, own.templates)
    measures = Measures(house=own.house, almanac=own.almanac)
    seen = look_at(records.report, rendered, records.places, folder_of(source), measures)
    waived = waive(records.report, (*records.findings, *own.findings, *seen.findings), records.places, EVERYTHING)
    findings = in_order(waived.findings, records.order)
    _require_ready(findings, seen.pictures, final=final)
    roots = _roots(folder_of(source), templates)
    made = Made(records.report, rendered, findings, seen.spots, seen.pictures, records.places, roots, records.order)
    suffixes = [target.suffix.lower() for target in targets]
    circulation = None if clean or final or WORD not in suffixes else circulation_of(made, asked)
    drafts = _drafts(made, suffixes, circulation, letterhead, docx)
    write_files(dict(zip(targets, (one.content for one in drafts), strict=True)))
    return tuple(dict.fromkeys(finding for one in drafts for finding in one.findings))


def _roots(*folders: AnyPath | None) -> tuple[str, ...]:
    return tuple(Path(folder).as_posix() for folder in folders if folder is not None)


def _require_ready(findings: tuple[Finding, ...], pictures: Pictures, *, final: bool) -> None:
    """Ask that every picture can be shown, and of a final draft, that nothing is left to do."""
    left = final and any(finding.severity in {Severity.ERROR, Severity.PENDING} for finding in findings)
    if left or pictures.findings:
        raise InvalidReportError(findings)


def _require_use(
    suffixes: Sequence[str], letterhead: AnyPath | None, docx: DocxOptions, extras: Collection[str], *, clean: bool
) -> None:
    if complaint := without_use(suffixes, letterhead, docx, extras, clean=clean):
        raise DraftError(complaint)


def _drafts(
    made: Made,
    suffixes: Sequence[str],
    circulation: Circulation | None,
    letterhead: AnyPath | None,
    docx: DocxOptions,
) -> list[Draft]:
    head = gathering.read_letterhead(Path(letterhead)) if letterhead else None
    drafts = []
    for suffix in suffixes:
        written = write(
            made.rendered.document,
            suffix,
            letterhead=head,
            options=docx,
            pictures=made.pictures.contents,
            circulation=circulation if suffix.lower() == WORD else None,
        )
        drafts.append(Draft(written.content, (*made.findings, *written.findings)))
    return drafts
