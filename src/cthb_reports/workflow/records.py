"""From the record files to a report, or to all that keeps them from being one, each fault at its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from cthb_reports import rules
from cthb_reports.findings import Finding, Severity, has_errors
from cthb_reports.kinds import KINDS, Report
from cthb_reports.models import checking
from cthb_reports.rendering import narratives
from cthb_reports.sources import Shape, Source, read_file, read_folder
from cthb_reports.workflow.files import gather

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


INTEGRITY = "D"
"""The first letter of the codes of what keeps records from being a report."""


@dataclass(frozen=True)
class Records:
    """What the files at a path hold.

    Args:
        report: The report, or `None` where a finding is an error of integrity.
        source: The data and their places.
        findings: What could not be read, does not fit the models, or leads to nothing; in the order of the files.
    """

    report: Report | None
    source: Source
    findings: tuple[Finding, ...]

    def placed(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return findings with the places of their fields."""
        return [finding if finding.location else finding.at(self.source.locate(finding.field)) for finding in findings]


def read_records(path: Path) -> Records:
    """Return the records at a path.

    Raises:
        SourceError: There is nothing to read.
    """
    gathered = gather(path)
    source = read_folder(gathered.files, shape_of(Report)) if gathered.is_folder else read_file(gathered.files[0])
    read = [*gathered.findings, *source.findings]
    if source.is_unreadable(()):
        return Records(None, source, tuple(read))
    unknown = list(_head_findings(source))
    model = KINDS.get(str(source.data.get("kind")), Report)
    report, faults = checking.check(model, source.data)
    found = [_placed_fault(source, fault) for fault in faults if not source.is_unreadable(fault.field)]
    if report is not None:
        records = Records(report, source, ())
        found += records.placed(integrity(report, source))
    findings = in_order([*read, *unknown, *found], source)
    return Records(None if has_errors(findings) else report, source, findings)


def _head_findings(source: Source) -> Iterator[Finding]:
    """Yield what is wrong with the two keys that say what the rest is."""
    for name, hint in (("schema", "write `schema: 1`"), ("kind", f"write `kind: {next(iter(KINDS))}`")):
        if source.data.get(name) is None:
            yield Finding(
                "D101", "missing-field", Severity.ERROR, f"{name!r} is missing", hint, (name,), source.locate((name,))
            )


def _placed_fault(source: Source, fault: checking.Fault) -> Finding:
    place = source.locate_key(fault.field) if fault.code == "D102" else source.locate(fault.field)
    return Finding(
        fault.code, checking.FAULTS[fault.code], Severity.ERROR, fault.message, fault.hint, fault.field, place
    )


def integrity(report: Report, source: Source | None = None) -> list[Finding]:
    """Return what keeps a report from being drafted: ids, references, narratives."""
    found = list(rules.check(report, (rule for rule in rules.all_rules() if rule.code.startswith(INTEGRITY))))
    for fault in narratives.faults(report):
        place = source.values.get(fault.field) if source else None
        location = place.at(fault.start, fault.end) if place else None
        found.append(
            Finding("D301", "broken-narrative", Severity.ERROR, fault.message, fault.hint, fault.field, location)
        )
    return found


def in_order(findings: Iterable[Finding], source: Source) -> tuple[Finding, ...]:
    """Return findings in the order of the files and of the lines in them; those without a place come last."""
    ranks: dict[str, int] = {}
    for place in source.values.values():
        ranks.setdefault(place.location.file, len(ranks))

    def position(finding: Finding) -> tuple[int, str, int, int]:
        place = finding.location
        return (
            (ranks.get(place.file, len(ranks)), place.file, place.line, place.column)
            if place
            else (len(ranks) + 1, "", 0, 0)
        )

    return tuple(sorted(findings, key=position))


def shape_of(model: type[BaseModel]) -> Shape:
    """Return which fields of a model may be files and folders of their own."""
    return Shape(
        fields={field.alias or name: _field_shape(field.annotation) for name, field in model.model_fields.items()}
    )


def _field_shape(annotation: Any) -> Shape:
    for part in (annotation, *get_args(annotation)):
        if isinstance(part, type) and issubclass(part, BaseModel):
            return shape_of(part)
    return Shape(
        entries=any(
            part is tuple or getattr(part, "__origin__", None) is tuple for part in (annotation, *get_args(annotation))
        )
    )
