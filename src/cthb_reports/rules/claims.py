"""Numbers of things that are listed as well: the events of a series, the partners of a project."""

from __future__ import annotations

import re
from collections.abc import Iterator  # noqa: TC003  # rules are public: their signatures must resolve

from cthb_reports.findings import Severity
from cthb_reports.kinds.report import Report  # noqa: TC001
from cthb_reports.models.facts import known
from cthb_reports.rules.naming import called
from cthb_reports.rules.registry import Violation, rule
from cthb_reports.rules.survey import members

_SOME_OF_THEM = re.compile(
    r"\b(?:including|include|includes|among|in particular|such as|notably|above all|especially|for example|for instance)\b",
    re.IGNORECASE,
)
_PRINTED = re.compile(r"\{\{\s*partners\b")
_NEAR = 160
"""How many characters before a list its "among them" may stand."""


@rule("C211", "series-count-differs", Severity.ERROR)
def series_count_differs(report: Report) -> Iterator[Violation]:
    """Ask that a series has as many events as it says, where its events are listed.

    Why: a "series of five" with four places in brackets behind it is counted by every reader.

    Example:
        series: [{id: fair-work, title: Fair Work, kind: workshop, events: 5}]
        activities:
          - {kind: workshop, series: fair-work, held: 2024-05, place: Berlin}
          - {kind: workshop, series: fair-work, held: 2024-06, place: London}
    """
    for index, series in enumerate(report.series):
        events, listed = known(series.events), len(members(report, series.id))
        if events and listed and not events.admits(listed):
            yield Violation(
                ("series", index, "events"),
                f"{called(series)} has {str(events)!r} events, and {listed} are listed with `series: {series.id}`",
                "correct the number, or add those of other years with `background: yes`",
            )


@rule("C212", "partners-claimed-not-named", Severity.WARNING)
def partners_claimed_not_named(report: Report) -> Iterator[Violation]:
    """Ask that a project names its partners where it says how many they are.

    Why: those who are counted and not named ask why. A list that names some says so itself: "among them".

    Example:
        projects:
          - {id: ships, title: Crews at Sea, partner_count: 15}
    """
    for index, project in enumerate(report.projects):
        count, named = known(project.partner_count), len(project.partners)
        if count and not named and count.minimum > 0:
            yield Violation(
                ("projects", index, "partner_count"),
                f"{str(count)!r} partners, and none is named",
                "name them under `partners`, or those that matter most",
            )
        elif count and named < count.minimum and _lists_all(project.narrative or ""):
            yield Violation(
                ("projects", index, "narrative"),
                f"{str(count)!r} partners, and {named} are named as if they were all",
                "say that they are some of them, such as `including {{ partners | listed }}`",
            )


def _lists_all(narrative: str) -> bool:
    """Tell whether a narrative lists the partners without a word that there are more."""
    listed = _PRINTED.search(narrative)
    if not listed:
        return False
    before = " ".join(narrative[max(0, listed.start() - _NEAR) : listed.start()].split())
    return not _SOME_OF_THEM.search(before)


@rule("C213", "more-partners-named-than-claimed", Severity.ERROR)
def more_partners_named_than_claimed(report: Report) -> Iterator[Violation]:
    """Ask that a project does not name more partners than it says it has.

    Why: the number was not corrected when a partner joined.

    Example:
        projects:
          - {id: ships, title: Crews at Sea, partner_count: 1, partners: [Italy, the city of Turin]}
    """
    for index, project in enumerate(report.projects):
        count = known(project.partner_count)
        if count and count.maximum is not None and len(project.partners) > count.maximum:
            yield Violation(
                ("projects", index, "partner_count"),
                f"{str(count)!r} partners, and {len(project.partners)} are named",
                "correct the number",
            )
