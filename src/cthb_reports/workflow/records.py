"""From the record files to a report, or to all that keeps them from being one, each fault at its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, get_args, get_origin

from pydantic import BaseModel

from cthb_reports import rules
from cthb_reports.findings import Finding, Severity, has_errors
from cthb_reports.kinds import KINDS, SCHEMA, STAND_INS, Report
from cthb_reports.models import checking
from cthb_reports.models.salvage import salvage
from cthb_reports.rendering import narratives
from cthb_reports.sources import Shape, Source, read_file, read_folder
from cthb_reports.workflow.gathering import gather
from cthb_reports.workflow.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from cthb_reports.findings import FieldPath
    from cthb_reports.models.salvage import Salvaged
    from cthb_reports.workflow.gathering import Gathered

INTEGRITY = "D"
"""The first letter of the codes of what keeps records from being a report."""
_REFERENCES = "D202"
_NARRATIVES = "D301"


@dataclass(frozen=True)
class Records:
    """What the files at a path hold.

    Args:
        report: The report, or `None` where a finding is an error.
        places: Where its values stand.
        findings: What could not be read, does not fit the models, or leads to nothing; in the order of the files.
        order: The names of the files in that order.
        source: The same as their author wrote them.
        gathered: The files.
    """

    report: Report | None
    places: Places
    findings: tuple[Finding, ...]
    order: tuple[str, ...]
    source: Source
    gathered: Gathered

    def and_also(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return its findings and others, in the order of the files."""
        return in_order([*self.findings, *findings], self.order)


def read_records(path: Path) -> Records:
    """Return the records at a path.

    Raises:
        SourceError: There is nothing to read.
    """
    gathered = gather(path)
    source = read_folder(gathered.files, shape_of(Report)) if gathered.is_folder else read_file(gathered.files[0])
    source = _with_unopened(source, gathered.findings)
    report, found = (None, []) if source.is_unreadable(()) else _fit(source)
    findings = in_order([*source.findings, *found], gathered.order())
    usable = None if has_errors(findings) else report
    return Records(usable, Places(source), findings, gathered.order(), source, gathered)


def _with_unopened(source: Source, unopened: Sequence[Finding]) -> Source:
    """Count the fields of files that could not be opened as unreadable, like those of files that make no sense."""
    lost = source.unreadable | {finding.field for finding in unopened}
    return replace(source, findings=(*unopened, *source.findings), unreadable=lost)


def _fit(source: Source) -> tuple[Report | None, list[Finding]]:
    """Return the report that the data make, and what is wrong with them; what was not readable is not asked for again."""
    model = KINDS.get(str(source.data.get("kind")), Report)
    report, faults = checking.check(model, source.data)
    found = [
        *_head_findings(source),
        *(_placed(source, fault) for fault in faults if not source.is_unreadable(fault.field)),
    ]
    if report is not None:
        return report, [*found, *_sure(integrity(report, Places(source)), source)]
    rest = salvage(model, source.data, STAND_INS)
    return None, [*found, *(_among_the_rest(rest, faults, source) if rest else ())]


def _sure(findings: Iterable[Finding], source: Source) -> Iterator[Finding]:
    """Leave out references to nothing while there are files that nobody could read: it may stand there."""
    return (finding for finding in findings if not (finding.code == _REFERENCES and source.unreadable))


def _among_the_rest(rest: Salvaged[Report], faults: Sequence[checking.Fault], source: Source) -> Iterator[Finding]:
    """Yield what is wrong between records when some are faulty, but not what is only wrong because they are."""
    for finding in _sure(integrity(rest.model, Places(source, rest.original)), source):
        name = source.values.get(finding.field)
        to_lost = finding.code == _REFERENCES and name is not None and name.value in rest.lost
        of_faulty = finding.code == _NARRATIVES and any(_same_record(fault.field, finding.field) for fault in faults)
        if not (to_lost or of_faulty):
            yield finding


def _same_record(field: FieldPath, narrative: FieldPath) -> bool:
    record = narrative[:-1]
    return field[: len(record)] == record


def _head_findings(source: Source) -> Iterator[Finding]:
    """Yield what is wrong with the two keys that say what the rest is."""
    for name, hint in (("schema", f"write `schema: {SCHEMA}`"), ("kind", f"write `kind: {next(iter(KINDS))}`")):
        if name not in source.data and not source.is_unreadable((name,)):
            fault = checking.Fault("D101", (name,), f"{name!r} is missing", hint)
            yield _placed(source, fault)


def _placed(source: Source, fault: checking.Fault) -> Finding:
    place = source.locate_key(fault.field) if fault.code == "D102" else source.locate(fault.field)
    return Finding(
        fault.code, checking.FAULTS[fault.code], Severity.ERROR, fault.message, fault.hint, fault.field, place
    )


def integrity(report: Report, places: Places) -> Iterator[Finding]:
    """Yield what keeps a report from being drafted: ids, references, narratives."""
    for finding in rules.check(report, (rule for rule in rules.all_rules() if rule.code.startswith(INTEGRITY))):
        yield places.put(finding)
    for fault in narratives.faults(report):
        finding = Finding(_NARRATIVES, "broken-narrative", Severity.ERROR, fault.message, fault.hint, fault.field)
        yield places.put_at(finding, fault.start, fault.end)


def in_order(findings: Iterable[Finding], order: Sequence[str]) -> tuple[Finding, ...]:
    """Return findings in the order of the files and of the lines in them; those without a place come last."""
    ranks = {name: rank for rank, name in enumerate(order)}

    def position(finding: Finding) -> tuple[int, int, int]:
        place = finding.location
        return (ranks.get(place.file, len(ranks)), place.line, place.column) if place else (len(ranks) + 1, 0, 0)

    return tuple(sorted(findings, key=position))


def shape_of(model: type[BaseModel]) -> Shape:
    """Return which fields of a model may be files and folders of their own."""
    return Shape(
        fields={field.alias or name: _field_shape(field.annotation) for name, field in model.model_fields.items()}
    )


def _field_shape(annotation: Any) -> Shape:
    if get_origin(annotation) is tuple:
        return Shape(entries=True)
    models = (part for part in (annotation, *get_args(annotation)) if isinstance(part, type))
    return next((shape_of(model) for model in models if issubclass(model, BaseModel)), Shape())
