"""What can be compared: records, drafts of ours that keep theirs, and Word files of others."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cthb_reports.document import parse
from cthb_reports.errors import InvalidReportError, SourceError
from cthb_reports.findings import has_errors
from cthb_reports.kinds import Report
from cthb_reports.rendering import meta, render, titled
from cthb_reports.workflow import gathering
from cthb_reports.workflow.examining import folder_of
from cthb_reports.workflow.pictures import read_pictures
from cthb_reports.workflow.places import Places, within
from cthb_reports.workflow.records import integrity, read_records
from cthb_reports.writers import WORD

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cthb_reports.document import Document
    from cthb_reports.findings import FieldPath


@dataclass(frozen=True, slots=True)
class Version:
    """One of two things that are compared.

    Args:
        document: Its text.
        report: Its records, if it has any.
        pictures: The contents of its pictures that are at hand, by their names in the document.
        place: Tells the file and the line of a field; empty where there is none.
        notices: What the user should know of how it was read.
    """

    document: Document
    report: Report | None = None
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    place: Callable[[FieldPath], str] = lambda _: ""
    notices: tuple[str, ...] = ()


def version_of(source: str | Path | Report, templates: Mapping[str, str] | None) -> Version:
    """Return what is to be compared.

    Args:
        source: A report, the file or folder of its records, a draft, or another Word file.
        templates: An office's own templates, by which records are told.

    Raises:
        SourceError: There is nothing to read, or a Word file is better left closed.
        InvalidReportError: The records make no report, or one that cannot be drafted.
        TemplateError: A template is wrong.
    """
    if isinstance(source, Report):
        return _of_report(source, templates, Places(), None)
    path = Path(source)
    return _of_word_file(path) if path.suffix.lower() == WORD and not path.is_dir() else _of_records(path, templates)


def _of_records(path: Path, templates: Mapping[str, str] | None) -> Version:
    records = read_records(path)
    if records.report is None:
        raise InvalidReportError(records.findings)
    return _of_report(records.report, templates, records.places, folder_of(path))


def _of_report(report: Report, templates: Mapping[str, str] | None, places: Places, folder: Path | None) -> Version:
    broken = tuple(integrity(report, places)) if folder is None else ()
    if has_errors(broken):
        raise InvalidReportError(broken)
    document = render(report, templates).document
    pictures = read_pictures(document, folder, places)
    if pictures.findings:
        raise InvalidReportError(pictures.findings)
    roots = () if folder is None else (folder.as_posix(),)
    return Version(document, report, pictures.contents, lambda path: within(places.line_of(path), roots))


def _of_word_file(path: Path) -> Version:
    from cthb_reports.readers.docx import read_docx  # noqa: PLC0415  # lxml is only needed where a DOCX is read
    from cthb_reports.word.kept import keepsake_of  # noqa: PLC0415
    from cthb_reports.word.redline import with_lone_notes  # noqa: PLC0415
    from cthb_reports.writers.docx import was_edited  # noqa: PLC0415

    content = gathering.read_text_file(path)
    if len(content) > gathering.MOST_OF_A_TEXT:
        raise SourceError(f"{path}: is larger than {gathering.MOST_OF_A_TEXT // 2**20} MB")
    found = keepsake_of(content, str(path))
    differs = was_edited(content)
    if found is None:
        alone = f"{path} keeps no records that this version can read: it is compared by its text alone"
        document = with_lone_notes(read_docx(content, str(path)).document)
        return Version(document, notices=() if differs is None else (alone,))
    document = titled(parse(found.markdown, found.anchors, meta(found.report)))
    edited = f"{path} was edited after it was drafted: it is compared as it was drafted; `pull` brings edits back"
    places = found.places
    return Version(document, found.report, {}, lambda path: places.get(path, ""), (edited,) if differs else ())
