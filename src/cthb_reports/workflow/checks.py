"""All that is to be said about a report that can be drafted: rules, facts to come, house style, what the draft leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cthb_reports import rules, style
from cthb_reports.findings import Finding, Severity
from cthb_reports.kinds.lookup import value_at
from cthb_reports.models.base import walk
from cthb_reports.models.facts import Pending
from cthb_reports.rendering.figures import typed_figures
from cthb_reports.workflow.records import INTEGRITY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cthb_reports.findings import FieldPath, Location
    from cthb_reports.kinds import Report
    from cthb_reports.rendering import Rendered
    from cthb_reports.sources import Source


def checks(report: Report, rendered: Rendered, source: Source | None = None) -> Iterator[Finding]:
    """Yield every finding about a report beyond its integrity.

    Args:
        report: The report.
        rendered: The same, rendered: some rules look at the text.
        source: Where the values stand, if the report was read from files.
    """
    context = rules.Context(document=rendered.document)
    yield from rules.check(report, (rule for rule in rules.all_rules() if not rule.code.startswith(INTEGRITY)), context)
    yield from pending(report)
    yield from _untold(report, rendered)
    yield from _typed(report, source)
    for hit in style.check(rendered.document):
        yield hit.finding.at(_place_of(source, hit.finding.field, hit.words))


def pending(report: Report) -> Iterator[Finding]:
    """Yield the facts that are still to come."""
    for path, value, _ in walk(report):
        if isinstance(value, Pending):
            name = next((step for step in reversed(path) if isinstance(step, str)), "fact")
            yield Finding(
                "P101",
                "fact-to-come",
                Severity.PENDING,
                f"{name!r} is still to come{f': {value.note}' if value.note else ''}",
                None,
                path,
            )


def _untold(report: Report, rendered: Rendered) -> Iterator[Finding]:
    for path in rendered.untold:
        message = f"{str(value_at(report, path))[:60]!r} stands nowhere in the draft"
        hint = "print it in the narrative, list it under `said` if the narrative says it in other words, or have the template say it"
        yield Finding("T101", "fact-not-told", Severity.WARNING, message, hint, path)


def _typed(report: Report, source: Source | None) -> Iterator[Finding]:
    for figure in typed_figures(report):
        place = source.values.get(figure.narrative) if source else None
        yield Finding(
            "T102",
            "figure-typed",
            Severity.QUERY,
            f"{figure.words!r} is typed here and stands in the record too",
            f"write {{{{ {figure.expression} }}}}, so that the two can never differ",
            figure.narrative,
            place.at(figure.start, figure.end) if place else None,
        )


def _place_of(source: Source | None, field: FieldPath, words: str) -> Location | None:
    """Return the place of words in the text of a field, or of the field where they are not found as they stand."""
    place = source.values.get(field) if source else None
    if source is None or place is None:
        return source.locate(field) if source and field else None
    start = place.value.find(words) if isinstance(place.value, str) else -1
    return place.at(start, start + len(words)) if start >= 0 else place.location
