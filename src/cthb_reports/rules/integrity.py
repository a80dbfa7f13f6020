"""Without these a report cannot be drafted: every id stands for one record, and every reference leads to one."""

from __future__ import annotations

import difflib
from collections.abc import Iterator  # noqa: TC003  # rules are public: their signatures must resolve
from typing import TYPE_CHECKING, Any

from cthb_reports.findings import FieldPath, Severity, field_path, field_text
from cthb_reports.kinds.lookup import value_at
from cthb_reports.kinds.placement import LISTS
from cthb_reports.kinds.report import Report  # noqa: TC001
from cthb_reports.models.parties import Party
from cthb_reports.models.texts import Refers
from cthb_reports.rules.registry import Violation, rule
from cthb_reports.rules.survey import values

if TYPE_CHECKING:
    from collections.abc import Iterable

_HAVE_IDS = ("partners", "sections", "themes", *LISTS)


def _entries(report: Report, name: str) -> Iterator[tuple[FieldPath, Any]]:
    path = field_path(name)
    yield from (((*path, index), record) for index, record in enumerate(value_at(report, path)))


def _ids(report: Report, names: Iterable[str]) -> Iterator[tuple[str, FieldPath]]:
    return ((record.id, path) for name in names for path, record in _entries(report, name) if record.id)


@rule("D201", "duplicate-id", Severity.ERROR)
def duplicate_id(report: Report) -> Iterator[Violation]:
    """Ask that no two records have the same id.

    Why: a reference to it would lead to one of them, and nobody could tell to which.

    Example:
        projects:
          - {id: supply-chains, title: Supply Chains}
          - {id: supply-chains, title: Supply Chains Again}
    """
    for names in (("partners",), ("sections",), ("themes",), LISTS):
        first: dict[str, FieldPath] = {}
        for name, path in _ids(report, names):
            if name in first:
                yield Violation(
                    (*path, "id"),
                    f"the id {name!r} is given twice",
                    f"{field_text(first[name])} has it too; rename one of them",
                )
            else:
                first[name] = path


@rule("D202", "unknown-reference", Severity.ERROR)
def unknown_reference(report: Report) -> Iterator[Violation]:
    """Ask that every reference leads to a record.

    Why: what refers to nothing is lost from the draft without a word.

    Example:
        projects: [{id: supply-chains, title: Supply Chains}]
        activities:
          - {kind: workshop, title: Fair Recruitment, project: suply-chains}
    """
    known = {name: dict(_ids(report, [name])) for name in _HAVE_IDS}
    for path, value, info in values(report):
        if isinstance(value, Party) and value.id:
            yield from _check(
                path, value.id, ("partners",), known, "write its full name with a capital, or add it to partners"
            )
        elif isinstance(value, str) and info is not None and (refers := info.marker(Refers)):
            yield from _check(path, value, refers.to, known, None)


def _check(
    path: FieldPath, name: str, to: tuple[str, ...], known: dict[str, dict[str, FieldPath]], advice: str | None
) -> Iterator[Violation]:
    if not any(name in known[target] for target in to):
        names = [candidate for target in to for candidate in known[target]]
        near = difflib.get_close_matches(name, names, n=1)
        hint = f"did you mean {near[0]!r}?" if near else advice or f"known: {', '.join(names) or 'none'}"
        where = " or ".join(to) if len(to) < 3 else "any list"
        yield Violation(path, f"there is no {name!r} in {where}", hint)


@rule("D203", "unknown-list", Severity.ERROR)
def unknown_list(report: Report) -> Iterator[Violation]:
    """Ask that what a section collects is a list of records, and is collected once.

    Why: records of a list that nobody collects are told nowhere.

    Example:
        sections: [{id: year, collects: [activites]}]
    """
    first: dict[str, str] = {}
    for index, section in enumerate(report.sections):
        for number, name in enumerate(section.collects):
            path = ("sections", index, "collects", number)
            if name not in LISTS:
                near = difflib.get_close_matches(name, LISTS, n=1)
                yield Violation(
                    path,
                    f"there is no list {name!r}",
                    f"did you mean {near[0]!r}?" if near else f"known: {', '.join(LISTS)}",
                )
            elif name in first:
                yield Violation(
                    path, f"{name!r} is collected twice", f"name it in one section; {first[name]!r} collects it already"
                )
            first.setdefault(name, section.id)


@rule("D204", "theme-told-twice", Severity.ERROR)
def theme_told_twice(report: Report) -> Iterator[Violation]:
    """Ask that each theme is told in one section, and that a record names a section or a theme, not both.

    Why: its facts would stand in the text twice.

    Example:
        themes: [{id: children, title: Children}, {id: conflict, title: Conflict}]
        sections: [{id: year, themes: [children, conflict, children]}]
    """
    seen: set[str] = set()
    for index, section in enumerate(report.sections):
        for number, theme in enumerate(section.themes):
            if theme in seen:
                yield Violation(
                    ("sections", index, "themes", number), f"the theme {theme!r} is told twice", "name it once"
                )
            seen.add(theme)
    for name in LISTS:
        for path, record in _entries(report, name):
            if record.section and record.theme:
                yield Violation(
                    (*path, "theme"),
                    f"told in section {record.section!r} and in theme {record.theme!r}",
                    "keep one of the two",
                )
