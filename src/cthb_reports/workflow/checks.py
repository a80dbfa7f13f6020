"""All that is to be said about a report that can be drafted: rules, facts to come, house style, what the draft leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports import reference, rules, style
from cthb_reports.findings import Finding, Severity
from cthb_reports.kinds.lookup import value_at
from cthb_reports.models.base import walk
from cthb_reports.models.facts import Pending
from cthb_reports.rendering.figures import typed_figures
from cthb_reports.workflow.records import INTEGRITY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cthb_reports.kinds import Report
    from cthb_reports.reference import Almanac
    from cthb_reports.rendering import Rendered
    from cthb_reports.style import House
    from cthb_reports.workflow.places import Places


@dataclass(frozen=True, slots=True)
class Measures:
    """What a report is held against, besides the rules of the package.

    Args:
        previous: The report of the year before, if it is at hand.
        rules: Rules of the caller.
        house: Whose words and rules of style; ours unless given.
        almanac: The tables of reference; ours unless given.
    """

    previous: Report | None = None
    rules: Sequence[rules.Rule] = ()
    house: House | None = None
    almanac: Almanac | None = None


USUAL = Measures()


Spot = tuple[int, int, int]
"""A line of a document, and characters `start` to before `end` of it."""


def checks(
    report: Report, rendered: Rendered, places: Places, measures: Measures = USUAL
) -> Iterator[tuple[Finding, Spot | None]]:
    """Yield every finding about a report beyond its integrity, with the words of the document if it is about words.

    Args:
        report: The report.
        rendered: The same, rendered: some rules look at the text.
        places: Where its values stand.
        measures: What it is held against.
    """
    tables = measures.almanac or reference.almanac()
    context = rules.Context(document=rendered.document, previous=measures.previous, reference=tables)
    others = (rule for rule in (*rules.all_rules(), *measures.rules) if not rule.code.startswith(INTEGRITY))
    for finding in (*rules.check(report, others, context), *_pending(report), *_untold(report, rendered)):
        yield places.put(finding), None
    yield from ((finding, None) for finding in _typed(report, places))
    for hit in style.check(rendered.document, house=measures.house, day=report.delivered):
        yield places.put_at_words(hit.finding, hit.words, hit.before), (hit.line, hit.start, hit.end)


def _pending(report: Report) -> Iterator[Finding]:
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
    for number in rendered.unused_wordings:
        message = f"no block is called {report.wording[number].block!r}, so its wording is not used"
        hint = "take it out, or see its name in a comment of the draft or in the templates"
        yield Finding("T103", "wording-not-used", Severity.WARNING, message, hint, ("wording", number, "block"))


def _typed(report: Report, places: Places) -> Iterator[Finding]:
    for figure in typed_figures(report):
        finding = Finding(
            "T102",
            "figure-typed",
            Severity.QUERY,
            f"{figure.words!r} is typed here and stands in the record too",
            f"write {{{{ {figure.expression} }}}}, so that the two can never differ",
            figure.narrative,
        )
        yield places.put_at(finding, figure.start, figure.end)
