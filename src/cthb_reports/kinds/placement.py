"""Where each record of a report is told: the section or theme it names, else the series or project it belongs to, else the section that collects its list."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cthb_reports.findings import FieldPath, field_path
from cthb_reports.kinds.lookup import value_at
from cthb_reports.models.activities import Activity, Event

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cthb_reports.kinds.report import Report
    from cthb_reports.models.structure import Told

LISTS: tuple[str, ...] = (
    "key_figures",
    "projects",
    "series",
    "activities",
    "training",
    "research",
    "publications",
    "partnerships.external",
    "partnerships.internal",
    "passages",
    "outlook",
)
"""The lists of told records, in the order in which a section tells them where no `order` says otherwise."""


@dataclass(frozen=True)
class Placement:
    """Paths of records in the order in which they are told.

    Args:
        sections: Of each section, by its id.
        themes: Of each theme, by its id.
        members: Of each series, by its id: its events that name no place of their own.
        nowhere: The rest.
    """

    sections: Mapping[str, tuple[FieldPath, ...]] = field(default_factory=dict)
    themes: Mapping[str, tuple[FieldPath, ...]] = field(default_factory=dict)
    members: Mapping[str, tuple[FieldPath, ...]] = field(default_factory=dict)
    nowhere: tuple[FieldPath, ...] = ()


def told_records(report: Report) -> Iterator[tuple[FieldPath, Told]]:
    """Yield every record that can be told, with its path."""
    for name in LISTS:
        path = field_path(name)
        yield from (((*path, index), record) for index, record in enumerate(value_at(report, path)))


def placement(report: Report) -> Placement:
    """Return where each record is told."""
    collectors = {name: section.id for section in report.sections for name in section.collects}
    projects = {project.id: project for project in report.projects}
    placed: dict[str, dict[str, list[tuple[float, FieldPath]]]] = {
        "section": defaultdict(list),
        "theme": defaultdict(list),
        "series": defaultdict(list),
    }
    nowhere = []
    for path, record in told_records(report):
        kind, name = _home(path, record, collectors, projects)
        if kind:
            rank = record.order if record.order is not None else float("inf")
            placed[kind][name].append((rank, path))
        else:
            nowhere.append(path)
    ordered = {
        kind: {
            name: tuple(path for _, path in sorted(entries, key=lambda entry: entry[0]))
            for name, entries in places.items()
        }
        for kind, places in placed.items()
    }
    return Placement(ordered["section"], ordered["theme"], ordered["series"], tuple(nowhere))


def _home(
    path: FieldPath, record: Told, collectors: Mapping[str, str], projects: Mapping[str, Told]
) -> tuple[str, str]:
    """Return the sort and id of the place that tells a record, or two empty texts."""
    if record.theme:
        return "theme", record.theme
    if record.section:
        return "section", record.section
    if isinstance(record, Event) and record.series:
        return "series", record.series
    project = projects.get(record.project or "") if isinstance(record, Activity) else None
    if project and project is not record and (project.theme or project.section):
        return _home(path, project, collectors, {})
    list_name = ".".join(str(step) for step in path if isinstance(step, str))
    return ("section", collectors[list_name]) if list_name in collectors else ("", "")
