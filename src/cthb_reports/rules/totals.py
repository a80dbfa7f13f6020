"""Totals of a report of which all the parts are known exactly, with their sums."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports.models.facts import known
from cthb_reports.rules.survey import gatherings, members

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds.report import Report
    from cthb_reports.models.attendance import Attendance
    from cthb_reports.models.counts import Count
    from cthb_reports.models.facts import Pending


@dataclass(frozen=True, slots=True)
class Total:
    """A total and the sum of its parts.

    Args:
        path: The path of the total.
        whole: The total as it is given.
        sum: The sum of the parts.
        of: What the parts are, in words.
    """

    path: FieldPath
    whole: Count
    sum: int
    of: str


def totals(report: Report) -> Iterator[Total]:
    """Yield every total whose parts are all known exactly."""
    for gathering in gatherings(report):
        yield from _within(gathering.attendance, gathering.path)
    for index, series in enumerate(report.series):
        who = known(series.attendance)
        whole = known(who.participants) if who else None
        found = _sum(_participants(report, series.id, known(series.events)))
        if whole and found is not None:
            path = ("series", index, "attendance", "participants")
            yield Total(path, whole, found, f"the events of {series.id!r}")


def _within(who: Attendance, path: FieldPath) -> Iterator[Total]:
    parts = {
        "participants": ("women and men", (who.women, who.men)),
        "jointly": ("participating States and Partners for Co-operation", (who.participating_states, who.partners)),
    }
    for field, (of, counts) in parts.items():
        whole, found = known(getattr(who, field)), _sum(list(counts))
        if whole and found is not None:
            yield Total((*path, field), whole, found, of)


def _participants(report: Report, series: str, events: Count | None) -> list[Count | Pending | None]:
    """Return how many came to each event of a series, or nothing where not all of its events are there."""
    found = members(report, series)
    if events is None or not events.is_exact or events.number != len(found):
        return []
    attendances = [known(event.attendance) for _, event in found]
    return [who.participants if who else None for who in attendances]


def _sum(counts: list[Count | Pending | None]) -> int | None:
    """Return the sum of counts, or `None` where there are none or one is not known exactly."""
    exact = [count.number for fact in counts if (count := known(fact)) and count.is_exact]
    return sum(exact) if exact and len(exact) == len(counts) else None
