"""The figures of others with which a report begins: whose they are, and of when."""

from __future__ import annotations

import re
from collections.abc import Iterator  # noqa: TC003  # rules are public: their signatures must resolve
from datetime import date  # noqa: TC003
from typing import TYPE_CHECKING

from cthb_reports.findings import Severity
from cthb_reports.kinds.report import Report  # noqa: TC001
from cthb_reports.models.facts import known
from cthb_reports.phrasing import day, period
from cthb_reports.rules.registry import Violation, rule

if TYPE_CHECKING:
    from cthb_reports.models.head import KeyFigure

_OLD = 24
"""From how many months on the house asks whether there is a newer figure."""


@rule("C411", "key-figure-without-source", Severity.ERROR)
def key_figure_without_source(report: Report) -> Iterator[Violation]:
    """Ask that a key figure has a publisher or a title, and a time that it is about.

    Why: the first number of the report is the first that is asked about.

    Example:
        key_figures: [{value: 24.9 million, counts: people were in forced labour, as_of: 2024}]
    """
    for index, figure in enumerate(report.key_figures):
        if figure.publisher is None and figure.title is None:
            yield Violation(
                ("key_figures", index, "value"),
                f"nobody has published {str(figure.value)!r}",
                "name the `publisher`, and the `title` if it stands in a publication",
            )
        if figure.edition is None and figure.refers_to is None and figure.as_of is None:
            yield Violation(
                ("key_figures", index, "value"),
                f"{str(figure.value)!r} is of no time",
                "give the day to which it was counted as `as_of`, or the time that it is about as `refers_to`",
            )


@rule("C412", "key-figure-half-sourced", Severity.QUERY)
def key_figure_half_sourced(report: Report) -> Iterator[Violation]:
    """Ask who published a key figure that has a title only, or where one stands that has a publisher only.

    Why: with both, a reader finds it.

    Example:
        key_figures: [{value: 24.9 million, counts: people were in forced labour, publisher: the ILO, as_of: 2024}]
    """
    for index, figure in enumerate(report.key_figures):
        if (figure.publisher is None) != (figure.title is None):
            missing = "publisher" if figure.publisher is None else "title"
            yield Violation(
                ("key_figures", index, "value"),
                f"{str(figure.value)!r} has no {missing}",
                f"add the `{missing}`, if readers will look for it",
            )


@rule("C413", "key-figure-after-delivery", Severity.ERROR)
def key_figure_after_delivery(report: Report) -> Iterator[Violation]:
    """Ask that a key figure is of no time after the delivery.

    Why: a figure of next week is last year's with the year typed wrongly.

    Example:
        delivered: 2024-11-14
        key_figures: [{value: "144,656", counts: people arrived, publisher: the UNHCR, as_of: 2024-12-17}]
    """
    for index, figure in enumerate(report.key_figures):
        for field in ("as_of", "refers_to"):
            when = known(getattr(figure, field))
            if when and when.wholly_after(report.delivered):
                yield Violation(
                    ("key_figures", index, field),
                    f"{period(when)} is after the delivery on {day(report.delivered)}",
                    "correct the date",
                )
        year = re.fullmatch(r"(?:19|20)\d\d", known(figure.edition) or "")
        if year and int(year[0]) > report.delivered.year:
            yield Violation(
                ("key_figures", index, "edition"),
                f"the edition {year[0]} is later than the report",
                "correct the year",
            )


@rule("C414", "key-figure-out-of-date", Severity.QUERY)
def key_figure_out_of_date(report: Report) -> Iterator[Violation]:
    """Ask for a newer figure than one that is older than 24 months at the delivery.

    Why: the publisher may have a new one, and the delegations know it.

    Example:
        delivered: 2024-11-14
        key_figures: [{value: "144,656", counts: people arrived, publisher: the UNHCR, as_of: 2022-10-17}]
    """
    for index, figure in enumerate(report.key_figures):
        last = _last_day(figure)
        if last and _months(last, report.delivered) > _OLD:
            field = "as_of" if known(figure.as_of) else "refers_to"
            yield Violation(
                ("key_figures", index, field),
                f"{str(figure.value)!r} is of {day(last)}, more than {_OLD} months before the delivery",
                "look whether there is a newer one",
            )


def _last_day(figure: KeyFigure) -> date | None:
    when = known(figure.as_of) or known(figure.refers_to)
    return when.end if when else None


def _months(first: date, last: date) -> float:
    """Return how many months lie between two days; a day more than a whole number of them counts as a part of one."""
    return (last.year - first.year) * 12 + last.month - first.month + (last.day - first.day) / 31
