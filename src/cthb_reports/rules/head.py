"""What the head of a report says of its delivery, its issue and its year, against the calendar of the Permanent Council."""

from __future__ import annotations

import re
from collections.abc import Iterator  # noqa: TC003  # rules are public: their signatures must resolve

from cthb_reports.findings import Severity
from cthb_reports.kinds.report import Report  # noqa: TC001
from cthb_reports.models.facts import known
from cthb_reports.models.symbols import IssueKind
from cthb_reports.phrasing import day, period
from cthb_reports.rules.registry import Context, Violation, rule

_MOST_DAYS = 14
"""How many days before its delivery a report is issued at the most; the house circulates it some days before."""

_THURSDAY = 4
_FIRST_QUARTER = 3
_HEADING_OF_OUTLOOK = re.compile(r"\b(?:outlook|next year|plans)\b.*?\b(?P<year>20\d\d)\b", re.IGNORECASE)


def reporting_year(report: Report) -> int:
    """Return the year that a report is about: the one in which its period ends, or begins where no end is set."""
    return (report.period.end or report.period.start).year


@rule("C110", "period-of-another-year", Severity.ERROR)
def period_of_another_year(report: Report) -> Iterator[Violation]:
    """Ask that the report is about the year of its delivery, or the year before if it is delivered from January to March.

    Why: a period carried over from last year's file puts every activity of this year outside it.

    Example:
        delivered: 2017-12-14
        period: 2016
    """
    delivered = report.delivered
    years = {delivered.year, delivered.year - 1} if delivered.month <= _FIRST_QUARTER else {delivered.year}
    if reporting_year(report) not in years:
        yield Violation(
            ("period",),
            f"the period is {period(report.period)}, and the report is delivered on {day(delivered)}",
            "correct one of the two",
        )


@rule("C115", "delivery-not-on-a-thursday", Severity.WARNING)
def delivery_not_on_a_thursday(report: Report) -> Iterator[Violation]:
    """Ask that the report is delivered on a Thursday.

    Why: the Permanent Council meets on Thursdays; another day is more often a slip than an extraordinary meeting.

    Example:
        delivered: 2017-12-15
    """
    if report.delivered.isoweekday() != _THURSDAY:
        yield Violation(
            ("delivered",),
            f"{day(report.delivered)} is a {report.delivered:%A}",
            "correct the day, if it is a slip",
        )


@rule("C116", "issued-long-before-delivery", Severity.WARNING)
def issued_long_before_delivery(report: Report) -> Iterator[Violation]:
    """Ask that the report is issued within the 14 days before its delivery.

    Why: it is circulated some days ahead; a longer time is more often a month typed wrongly.

    Example:
        issued: 2017-11-14
        delivered: 2017-12-14
    """
    issued = known(report.issued)
    if issued and (report.delivered - issued).days > _MOST_DAYS:
        yield Violation(
            ("issued",),
            f"issued {day(issued)}, {(report.delivered - issued).days} days before the delivery on {day(report.delivered)}",
            "correct one of the two days, if it is a slip",
        )


@rule("C117", "meeting-out-of-order", Severity.ERROR)
def meeting_out_of_order(report: Report, context: Context) -> Iterator[Violation]:
    """Ask that the number of the meeting fits between those of the meetings before and after it.

    Why: the number is how the journal of that day is found.

    Example:
        meeting: 1186
        delivered: 2017-12-14
    """
    number = known(report.meeting)
    meetings = context.reference.meetings
    if number is None:
        return
    same = next((meeting for meeting in meetings if meeting.date == report.delivered), None)
    before = [meeting for meeting in meetings if meeting.date < report.delivered and meeting.number >= number]
    after = [meeting for meeting in meetings if meeting.date > report.delivered and meeting.number <= number]
    if same and same.number != number:
        yield Violation(("meeting",), f"the meeting of {day(same.date)} had the number {same.number}, not {number}")
    elif not same and (wrong := (*before, *after)):
        yield Violation(
            ("meeting",),
            f"meeting {number} on {day(report.delivered)} does not fit: {wrong[-1].number} was on {day(wrong[-1].date)}",
            "correct the number or the day of delivery",
        )


@rule("C118", "revision-without-earlier-issue", Severity.ERROR)
def revision_without_earlier_issue(report: Report) -> Iterator[Violation]:
    """Ask that a revision or corrigendum says when the first issue was, and is not older than it.

    Why: a delegation that holds the first issue must be able to tell which of the two is valid.

    Example:
        symbol: SEC.GAL/182/17/Rev.1
        issued: 2017-12-14
    """
    symbol, issued, earlier = known(report.symbol), known(report.issued), known(report.earlier_issue)
    later = symbol and next((issue for issue in symbol.issues if issue.kind is not IssueKind.ADDENDUM), None)
    if later and report.earlier_issue is None:
        yield Violation(("symbol",), f"{str(symbol)!r} revises an earlier issue", "give its day as `earlier_issue`")
    if issued and earlier and earlier > issued:
        yield Violation(
            ("earlier_issue",),
            f"the earlier issue is of {day(earlier)}, after this one of {day(issued)}",
            "correct one of the two days",
        )


@rule("C119", "outlook-of-another-year", Severity.ERROR)
def outlook_of_another_year(report: Report) -> Iterator[Violation]:
    """Ask that the outlook is to the year after the one that is reported on.

    Why: the heading is the line that is forgotten when last year's file is used again.

    An intention may be for a later year. It may not be for a time before the delivery, unless `became` says what came of it.

    Example:
        period: 2017
        delivered: 2017-12-14
        sections: [{id: outlook, title: Outlook 2017, collects: [outlook]}]
    """
    following = reporting_year(report) + 1
    for index, section in enumerate(report.sections):
        title = known(section.title) or ""
        if (match := _HEADING_OF_OUTLOOK.search(title)) and int(match["year"]) != following:
            yield Violation(
                ("sections", index, "title"),
                f"{title!r} looks ahead from {following - 1} to {match['year']}",
                f"write {following}",
            )
    for index, item in enumerate(report.outlook):
        planned = known(item.planned)
        if planned and item.became is None and planned.wholly_before(report.delivered):
            yield Violation(
                ("outlook", index, "planned"),
                f"planned {period(planned)}, before the delivery on {day(report.delivered)}",
                "correct the date, or say what `became` of it",
            )
