"""Visits and the reports on them."""

from __future__ import annotations

from collections.abc import Iterator  # noqa: TC003  # rules are public: their signatures must resolve
from typing import TYPE_CHECKING

from cthb_reports.findings import FieldPath, Severity, field_text
from cthb_reports.kinds.report import Report  # noqa: TC001
from cthb_reports.models.activities import Visit
from cthb_reports.models.facts import known
from cthb_reports.models.works import PublicationType
from cthb_reports.phrasing import period, state_name
from cthb_reports.rules.registry import Context, Violation, rule

if TYPE_CHECKING:
    from cthb_reports.models.states import State
    from cthb_reports.models.works import Publication


@rule("C321", "follow-up-before-first-visit", Severity.ERROR)
def follow_up_before_first_visit(report: Report) -> Iterator[Violation]:
    """Ask that a first visit to a State is not later than a follow-up visit to it.

    Why: `follow_up_visit` was set at the wrong one of two records.

    Example:
        activities:
          - {state: Denmark, held: 2024-03, follow_up_visit: yes}
          - {state: Denmark, held: 2024-09}
    """
    firsts = {visit.state: (path, visit) for path, visit in _visits(report) if not visit.follow_up_visit}
    for path, visit in _visits(report):
        first_path, first = firsts.get(visit.state, (None, None))
        held, first_held = known(visit.held), known(first.held) if first else None
        if visit.follow_up_visit and first_path and held and first_held and held < first_held:
            yield Violation(
                (*path, "follow_up_visit"),
                f"the follow-up visit is {period(held)}, and the first one is {period(first_held)} at {field_text(first_path)}",
                "correct a date, or say at the later one that it followed up",
            )


@rule("C322", "follow-up-of-no-visit", Severity.QUERY)
def follow_up_of_no_visit(report: Report, context: Context) -> Iterator[Violation]:
    """Ask which visit a follow-up visit followed, where no record of this year or last year tells.

    Why: a reader wants to know what was followed up, and a first visit is sometimes called so by mistake.

    Example:
        activities:
          - {state: Canada, follow_up_visit: yes}
    """
    earlier = {visit.state for _, visit in _visits(report) if not visit.follow_up_visit}
    if context.previous:
        earlier |= {visit.state for _, visit in _visits(context.previous)}
    for path, visit in _visits(report):
        state = known(visit.state)
        if visit.follow_up_visit and state and state not in earlier:
            yield Violation(
                (*path, "follow_up_visit"),
                f"a follow-up visit to {state_name(state, report.delivered)}, of which no earlier visit is recorded",
                "add the earlier visit with `background: yes`, if readers should know of it",
            )


@rule("C323", "visit-report-on-another-state", Severity.ERROR)
def visit_report_on_another_state(report: Report) -> Iterator[Violation]:
    """Ask that the report to which a visit leads is a country visit report on the State visited.

    Why: an id that was copied from the visit above it leads to the wrong report.

    Example:
        publications:
          - {id: report-denmark, type: country visit report, state: [Denmark], status: published}
        activities:
          - {state: Mongolia, report: report-denmark}
    """
    publications = {publication.id: publication for publication in report.publications}
    for path, visit in _visits(report):
        publication, state = publications.get(visit.report or ""), known(visit.state)
        if publication is None or state is None:
            continue
        kind, states = known(publication.type), _states(publication)
        if kind and kind is not PublicationType.VISIT_REPORT:
            yield Violation((*path, "report"), f"{visit.report!r} is no country visit report but {str(kind)!r}")
        elif states and state not in states:
            names = ", ".join(state_name(other, report.delivered) for other in states)
            yield Violation(
                (*path, "report"),
                f"{visit.report!r} is about {names}, not {state_name(state, report.delivered)}",
                "name the report on this visit",
            )


@rule("C324", "visit-report-of-no-visit", Severity.QUERY)
def visit_report_of_no_visit(report: Report, context: Context) -> Iterator[Violation]:
    """Ask about a country visit report on a State that no record of this year or last year says was visited.

    Why: a report without a visit is a State named wrongly, or a visit that was left out.

    Example:
        publications:
          - {id: report-denmark, type: country visit report, state: [Denmark], status: published}
    """
    visited = {visit.state for _, visit in _visits(report)}
    if context.previous:
        visited |= {visit.state for _, visit in _visits(context.previous)}
    for index, publication in enumerate(report.publications):
        if publication.type is PublicationType.VISIT_REPORT:
            for number, state in enumerate(_states(publication)):
                if state not in visited:
                    yield Violation(
                        ("publications", index, "state", number),
                        f"no visit to {state_name(state, report.delivered)} is recorded",
                        "correct the State, or add the visit with `background: yes` if readers should know of it",
                    )


def _visits(report: Report) -> Iterator[tuple[FieldPath, Visit]]:
    for index, activity in enumerate(report.activities):
        if isinstance(activity, Visit):
            yield ("activities", index), activity


def _states(publication: Publication) -> list[State]:
    parties = [known(fact) for fact in publication.state]
    return [party.state for party in parties if party and party.state]
