"""All that is to be said about a report, of files or built in Python: what `validate` shows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cthb_reports.errors import InvalidReportError
from cthb_reports.findings import has_errors
from cthb_reports.kinds import Report
from cthb_reports.rendering import render
from cthb_reports.workflow import manual
from cthb_reports.workflow.checks import Measures, checks
from cthb_reports.workflow.pictures import read_pictures
from cthb_reports.workflow.places import Places
from cthb_reports.workflow.records import in_order, integrity, read_records
from cthb_reports.workflow.selection import selection
from cthb_reports.workflow.waiving import Examined, waive
from cthb_reports.workflow.ways import ways

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cthb_reports.findings import Finding
    from cthb_reports.rendering import Rendered
    from cthb_reports.rules import Rule
    from cthb_reports.workflow.checks import Spot
    from cthb_reports.workflow.pictures import Pictures
    from cthb_reports.workflow.selection import Selection
    from cthb_reports.workflow.ways import Ways


def validate(  # noqa: PLR0913  # one argument for each option of the command
    report: Report | str | Path,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    previous: Report | str | Path | None = None,
    rules: Sequence[Rule] = (),
    templates: str | Path | None = None,
) -> list[Finding]:
    """Return everything that the author of a report should look at, in the order of the files.

    Args:
        report: A report, or the file or folder of its records.
        select: Codes, groups or names of the findings that are asked for; without them, all.
        ignore: Those among them that are not.
        previous: The report of the year before, to be compared with, or its file or folder.
        rules: Rules of your own, made with `cthb_reports.rule`, besides those of the package.
        templates: An office's own folder of templates, words and rules, which come before the built-in ones.

    Raises:
        SourceError: There is nothing to read.
        InvalidReportError: The records of the year before make no report.
        UnknownNameError: No rule is called as `select` or `ignore` say.
        TemplateError: A template is wrong.
        DraftError: The folder of templates cannot be used.
    """
    seen = examine(report, select=select, ignore=ignore, previous=previous, rules=rules, templates=templates)
    return list(seen.findings)


def examine(  # noqa: PLR0913
    report: Report | str | Path,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    previous: Report | str | Path | None = None,
    rules: Sequence[Rule] = (),
    templates: str | Path | None = None,
) -> Examined:
    """Return what `validate` does, and besides what the records waive, each with its reason."""
    asked = selection(select, ignore, (*manual.names(), *((rule.code, rule.name) for rule in rules)))
    before = previous if previous is None or isinstance(previous, Report) else _report_at(Path(previous))
    own = ways(templates)
    measures = Measures(before, rules, own.house, own.almanac)
    if isinstance(report, Report):
        return _of_report(report, asked, own, measures)
    records = read_records(Path(report))
    if records.report is None:
        return Examined(asked.of(records.findings))
    rendered = render(records.report, own.templates)
    seen_in_it = look_at(records.report, rendered, records.places, folder_of(report), measures).findings
    seen = waive(records.report, (*records.findings, *own.findings, *seen_in_it), records.places, asked)
    return Examined(in_order(seen.findings, records.order), seen.waived)


def _of_report(report: Report, asked: Selection, own: Ways, measures: Measures) -> Examined:
    broken = tuple(integrity(report, Places()))
    if has_errors(broken):
        return Examined(broken)
    found = look_at(report, render(report, own.templates), Places(), None, measures).findings
    return waive(report, (*broken, *own.findings, *found), Places(), asked)


def _report_at(path: Path) -> Report:
    records = read_records(path)
    if records.report is None:
        raise InvalidReportError(records.findings)
    return records.report


@dataclass(frozen=True, slots=True)
class Looked:
    """What is to be said of a rendered report.

    Args:
        findings: What was found.
        spots: Of findings about words, where these stand in the document.
        pictures: The pictures that it shows.
    """

    findings: tuple[Finding, ...]
    spots: Mapping[Finding, Spot]
    pictures: Pictures


def look_at(report: Report, rendered: Rendered, places: Places, folder: Path | None, measures: Measures) -> Looked:
    """Return what is to be said of a rendered report, and its pictures.

    Args:
        report: The report.
        rendered: The same, rendered.
        places: Where its values stand.
        folder: Where its pictures are, if anywhere.
        measures: What it is held against.
    """
    pictures = read_pictures(rendered.document, folder, places)
    found = list(checks(report, rendered, places, measures))
    spots = {finding: spot for finding, spot in found if spot}
    return Looked((*pictures.findings, *(finding for finding, _ in found)), spots, pictures)


def folder_of(source: str | Path) -> Path:
    """Return the folder that the names of pictures start from."""
    path = Path(source)
    return path if path.is_dir() else path.parent
