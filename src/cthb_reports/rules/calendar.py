"""What the calendar of the Permanent Council and of the reporting period asks of a report."""

from __future__ import annotations

from collections.abc import Iterator  # noqa: TC003  # rules are public: their signatures must resolve

from cthb_reports.findings import Severity
from cthb_reports.kinds.report import Report  # noqa: TC001
from cthb_reports.models.dates import Period
from cthb_reports.models.facts import known
from cthb_reports.models.moments import Moment
from cthb_reports.models.symbols import Symbol  # noqa: TC001
from cthb_reports.phrasing import day, period
from cthb_reports.rules.registry import Violation, rule


@rule("C111", "activity-outside-period", Severity.ERROR)
def activity_outside_period(report: Report) -> Iterator[Violation]:
    """Ask that every activity begins within the reporting period, or is marked as background.

    Why: an event of the year before was already reported; its participants would count twice.

    Example:
        period: 2017
        activities:
          - {kind: workshop, title: Fair Recruitment, held: 2016-11-14}
    """
    for index, activity in enumerate(report.activities):
        held = known(activity.held)
        if held and not activity.background and not held.begins_within(report.period):
            yield Violation(
                ("activities", index, "held"),
                f"held {period(held)}, outside the period {period(report.period)}",
                "if it is told as background, say `background: yes`",
            )


@rule("C112", "issued-after-delivery", Severity.ERROR)
def issued_after_delivery(report: Report) -> Iterator[Violation]:
    """Ask that the report is issued on the day of its delivery or before.

    Why: delegations read it before they hear it.

    Example:
        issued: 2017-12-18
        delivered: 2017-12-14
    """
    issued = known(report.issued)
    if issued and issued > report.delivered:
        yield Violation(
            ("issued",),
            f"issued {day(issued)}, after the delivery on {day(report.delivered)}",
            "correct one of the two days",
        )


@rule("C113", "symbol-of-another-year", Severity.ERROR)
def symbol_of_another_year(report: Report) -> Iterator[Violation]:
    """Ask that the year in the document symbol is the year of the issue.

    Why: the symbol is how the document is found again; one carried over from last year's file leads to last year's report.

    Example:
        symbol: SEC.GAL/182/16
        issued: 2017-12-11
    """
    symbol: Symbol | None = known(report.symbol)
    issued = known(report.issued)
    if symbol and issued and symbol.year and symbol.year != issued.year:
        yield Violation(
            ("symbol",),
            f"{str(symbol)!r} is a symbol of {symbol.year}, the report is issued in {issued.year}",
            "correct the symbol or the day of issue",
        )


@rule("C114", "status-unclear", Severity.QUERY)
def status_unclear(report: Report) -> Iterator[Violation]:
    """Ask whether an activity has taken place whose date holds the day of delivery.

    Why: "in December 2017" said on 14 December 2017 may be past or to come; the draft says "will" until the record tells.

    Example:
        delivered: 2017-12-14
        activities:
          - {kind: workshop, title: Fair Recruitment, held: 2017-12}
    """
    for index, activity in enumerate(report.activities):
        held = known(activity.held)
        if activity.status is None and held and held.overlaps(Period.single(Moment.of_day(report.delivered))):
            yield Violation(
                ("activities", index, "held"),
                f"held {period(held)}, which may be before or after the delivery",
                "say `status: done` or `status: planned`",
            )
