"""This year's report against last year's: numbers go on, and what was planned is heard of again."""

from __future__ import annotations

from collections.abc import Iterator  # noqa: TC003  # rules are public: their signatures must resolve
from typing import TYPE_CHECKING

from cthb_reports.findings import FieldPath, Severity
from cthb_reports.kinds.placement import told_records
from cthb_reports.kinds.report import Report  # noqa: TC001
from cthb_reports.models.activities import Event, Visit
from cthb_reports.models.facts import known
from cthb_reports.models.outlook import OutlookItem, OutlookStatus
from cthb_reports.phrasing import ordinal, state_name
from cthb_reports.reference import folded
from cthb_reports.rules.head import reporting_year
from cthb_reports.rules.phrases import indexed, standing_in, words
from cthb_reports.rules.registry import Context, Violation, rule

if TYPE_CHECKING:
    from cthb_reports.models.states import State
    from cthb_reports.models.structure import Told


@rule("C601", "ordinal-does-not-go-on", Severity.ERROR)
def ordinal_does_not_go_on(report: Report, context: Context) -> Iterator[Violation]:
    """Ask that a yearly event has the number after the one in last year's report.

    Why: two reports side by side is how the Permanent Council's records are read.

    Example:
        series: [{id: alliance, title: Fair Work Days, kind: conference, annual: yes}]
        activities:
          - {kind: conference, series: alliance, ordinal: 17, held: 2024-04}
        previous:  # last year's report
          delivered: 2023-11-16
          period: 2023
          series: [{id: alliance, title: Fair Work Days, kind: conference, annual: yes}]
          activities:
            - {kind: conference, series: alliance, ordinal: 17, held: 2023-04}
    """
    if context.previous is None:
        return
    last = _numbers(context.previous)
    for index, event in enumerate(report.activities):
        number, held, title = _numbered(report, event)
        if number is None or held is None or title not in last:
            continue
        earlier_number, earlier_year = last[title]
        right = earlier_number + held - earlier_year
        if right != number and right > 0:
            yield Violation(
                ("activities", index, "ordinal"),
                f"number {number} in {held}, and last year's report has number {earlier_number} in {earlier_year}",
                f"it is the {ordinal(right)}, if last year's report is right",
            )


def _numbers(report: Report) -> dict[str, tuple[int, int]]:
    """Return the highest number of each yearly series and its year, by the title of the series."""
    found: dict[str, tuple[int, int]] = {}
    for event in report.activities:
        number, held, title = _numbered(report, event)
        if number is not None and held is not None and title:
            found[title] = max(found.get(title, (0, 0)), (number, held))
    return found


def _numbered(report: Report, event: object) -> tuple[int | None, int | None, str]:
    """Return the number, the year and the title of a yearly event; nothing of others."""
    if not isinstance(event, Event) or not event.series:
        return None, None, ""
    series = next((series for series in report.series if series.id == event.series and series.annual), None)
    held = known(event.held)
    return known(event.ordinal), held.year if held else None, folded(known(series.title) or "") if series else ""


@rule("C602", "intention-not-heard-of", Severity.WARNING)
def intention_not_heard_of(report: Report, context: Context) -> Iterator[Violation]:
    """Ask what became of every intention of last year's outlook.

    Why: delegations keep last year's report, and ask.

    An intention is found again by its id, its publication, the yearly event or visits that it announced, or a title in it. An
    outlook item of this year with the id or words of last year's says in `became` what came of it.

    Example:
        previous:  # last year's report
          delivered: 2023-11-16
          period: 2023
          outlook:
            - {id: fee-survey, action: survey the fees that recruiters take}
    """
    if context.previous is None:
        return
    found_again = _Again(report)
    for item in context.previous.outlook:
        action = known(item.action) or ""
        again = found_again.of(item)
        if not again and not _is_told_otherwise(report, context.previous, item):
            yield Violation(
                ("outlook",),
                f"last year's report meant to {action!r}, and this one does not tell what became of it",
                f"{_named(item)}say `became: done`, `continued`, `postponed` or `dropped`",
            )
        for path, record in again:
            if isinstance(record, OutlookItem) and record.became is None and len(again) == 1:
                yield Violation(
                    (*path, "action"),
                    f"{action!r} was meant last year too",
                    "say in `became` what came of it: done, continued, postponed or dropped",
                )


class _Again:
    """The records of this year by all that last year's intentions may call them."""

    def __init__(self, report: Report) -> None:
        records = list(told_records(report))
        self._by_id = {record.id: (path, record) for path, record in records if record.id}
        items = ((path, record) for path, record in records if isinstance(record, OutlookItem))
        self._by_action = {words(known(item.action) or ""): (path, item) for path, item in items}
        others = ((path, record) for path, record in records if not isinstance(record, OutlookItem))
        self._by_title = indexed((known(getattr(entry[1], "title", None)) or "", entry) for entry in others)

    def of(self, item: OutlookItem) -> list[tuple[FieldPath, Told]]:
        """Return the records of this year that are about an intention of last year, each once."""
        action = known(item.action) or ""
        found = [self._by_id.get(item.id or ""), self._by_action.get(words(action))]
        return list({entry[0]: entry for entry in (*found, *standing_in(action, self._by_title)) if entry}.values())


def _named(item: OutlookItem) -> str:
    return f"add an outlook item with `id: {item.id}` and " if item.id else "add an outlook item with these words and "


def _is_told_otherwise(report: Report, previous: Report, item: OutlookItem) -> bool:
    """Tell whether this year has the publication, the yearly event or the visits that an intention announced."""
    if item.publication and any(publication.id == item.publication for publication in report.publications):
        return True
    if item.states or item.follow_up_states:
        return True  # another rule asks for each State
    events = {event.id: event for event in previous.activities if isinstance(event, Event)}
    source = events.get(item.continues or "")
    series = source.series if source else item.continues
    annual = {entry.id for entry in previous.series if entry.annual}
    return series in annual and any(
        isinstance(event, Event) and event.series == series and not event.background for event in report.activities
    )


@rule("C603", "planned-visit-not-heard-of", Severity.WARNING)
def planned_visit_not_heard_of(report: Report, context: Context) -> Iterator[Violation]:
    """Ask what became of every visit that last year's outlook announced.

    Why: a State that was promised a visit remembers it.

    Example:
        previous:  # last year's report
          delivered: 2023-11-16
          period: 2023
          outlook:
            - {id: visits, action: carry out country visits, states: [Cyprus]}
    """
    if context.previous is None:
        return
    told = {known(visit.state) for visit in report.activities if isinstance(visit, Visit)}
    told |= {known(fact) for item in report.outlook for fact in (*item.states, *item.follow_up_states)}
    settled = {item.id for item in report.outlook if item.became is not None}
    for item in context.previous.outlook:
        missing = [state for state in map(known, (*item.states, *item.follow_up_states)) if state and state not in told]
        if missing and (item.id is None or item.id not in settled):
            yield Violation(
                ("activities",), _message(missing, report), "add the visits, or name the States in the outlook again"
            )


def _message(missing: list[State], report: Report) -> str:
    names = ", ".join(state_name(state, report.delivered) for state in missing)
    return f"last year's report announced a visit to {names}, of which this one does not tell"


@rule("C604", "intention-given-up-without-reason", Severity.WARNING)
def intention_given_up_without_reason(report: Report) -> Iterator[Violation]:
    """Ask why an intention was postponed or dropped.

    Why: it is the first question after the report.

    Example:
        outlook:
          - {action: survey the fees that recruiters take, became: postponed}
    """
    for index, item in enumerate(report.outlook):
        became = known(item.became)
        if became in {OutlookStatus.POSTPONED, OutlookStatus.DROPPED} and item.because is None:
            yield Violation(("outlook", index, "became"), f"{str(became)!r} without a reason", "give it as `because`")


@rule("C605", "years-not-in-order", Severity.ERROR)
def years_not_in_order(report: Report, context: Context) -> Iterator[Violation]:
    """Ask that the report given as last year's is about the year before.

    Why: compared with another year, every number would seem wrong.

    Example:
        period: 2024
        previous:  # last year's report
          delivered: 2022-11-17
          period: 2022
    """
    if context.previous is None:
        return
    year, before = reporting_year(report), reporting_year(context.previous)
    if before != year - 1:
        yield Violation(
            ("period",),
            f"this report is about {year}, and the one that it is compared with is about {before}",
            f"compare it with that about {year - 1}",
        )
