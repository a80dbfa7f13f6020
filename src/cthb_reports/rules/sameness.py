"""One event told in two records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator  # noqa: TC003  # rules are public: their signatures must resolve
from typing import TYPE_CHECKING

from cthb_reports.findings import FieldPath, Severity, field_text
from cthb_reports.kinds.report import Report  # noqa: TC001
from cthb_reports.models.activities import Event
from cthb_reports.models.counts import Count
from cthb_reports.models.facts import known
from cthb_reports.reference import folded
from cthb_reports.rules.registry import Violation, rule

if TYPE_CHECKING:
    from cthb_reports.models.dates import Period

Entry = tuple["FieldPath", Event]


@rule("C311", "one-event-told-in-two-ways", Severity.ERROR)
def one_event_told_in_two_ways(report: Report) -> Iterator[Violation]:
    """Ask that an event which stands in two records has one date, one place, one title and one number of participants.

    Why: two colleagues sent in the same conference, and the reader finds two numbers.

    Two records are one event if they have the same number in a series, or the same title at the same time.

    Example:
        activities:
          - {kind: conference, title: Fair Recruitment, held: 2024-06-11, place: Geneva}
          - {kind: conference, title: Fair Recruitment, held: 2024-06, place: Vienna}
    """
    for (first_path, first), (path, second) in _pairs(report, by_number=True):
        yield from _differences(first_path, first, path, second)
    for (first_path, first), (path, second) in _pairs(report, by_number=False):
        held, again = known(first.held), known(second.held)
        if held and again and held.overlaps(again):
            yield from _differences(first_path, first, path, second)


@rule("C312", "same-title-at-another-time", Severity.QUERY)
def same_title_at_another_time(report: Report) -> Iterator[Violation]:
    """Ask whether two records with one title and one place, but different dates, are one event.

    Why: an event that was put off is often sent in twice; a training that is repeated belongs to a series.

    Example:
        activities:
          - {kind: conference, title: Fair Recruitment, held: 2024-06-11, place: Geneva}
          - {kind: conference, title: Fair Recruitment, held: 2024-06-13, place: Geneva}
    """
    for (first_path, first), (path, second) in _pairs(report, by_number=False):
        held, again = known(first.held), known(second.held)
        cities = {_city(first), _city(second)} - {None}
        if held and again and not held.overlaps(again) and len(cities) <= 1:
            yield Violation(
                (*path, "held"),
                f"{known(second.title)!r} is held {again} here and {held} at {field_text(first_path)}",
                "if they are one event, correct the date; if not, make them a series or tell them apart in their titles",
            )


def _pairs(report: Report, *, by_number: bool) -> Iterator[tuple[Entry, Entry]]:
    """Yield events of one series and number, or of one kind and title outside a series: the first with each of the others."""
    groups: dict[object, list[Entry]] = defaultdict(list)
    for index, event in enumerate(report.activities):
        if not isinstance(event, Event):
            continue
        number, title = known(event.ordinal), known(event.title)
        if by_number and event.series and number:
            groups[event.series, number].append((("activities", index), event))
        elif not by_number and not event.series and title:
            groups[event.kind, folded(title)].append((("activities", index), event))
    for first, *others in groups.values():
        yield from ((first, other) for other in others)


def _differences(first_path: FieldPath, first: Event, path: FieldPath, second: Event) -> Iterator[Violation]:
    """Yield each fact that two records of one event give differently, at the second; the first is named."""
    for field, here, there in (
        ("held", known(second.held), known(first.held)),
        ("place", _city(second), _city(first)),
        ("title", known(second.title), known(first.title)),
        ("attendance.participants", _participants(second), _participants(first)),
    ):
        if here is not None and there is not None and not _agree(here, there):
            steps = tuple(field.split("."))
            yield Violation(
                (*path, *steps),
                f"{str(here)!r} here and {str(there)!r} at {field_text((*first_path, *steps))}, for one event",
                "correct one of the two, or keep one record",
            )


def _agree(here: object, there: object) -> bool:
    if isinstance(here, Count) and isinstance(there, Count):
        return here == there or (here.is_exact != there.is_exact and _admit_each_other(here, there))
    if isinstance(here, str) and isinstance(there, str):
        return folded(here) == folded(there)
    return here == there or _holds(here, there)  # type: ignore[arg-type]  # what is left is two periods


def _admit_each_other(here: Count, there: Count) -> bool:
    return there.admits(here.number) if here.is_exact else here.admits(there.number)


def _holds(here: Period, there: Period) -> bool:
    """Tell whether one period is a less exact form of the other: `2024-06` of `2024-06-11`."""
    if here.end is None or there.end is None:
        return False
    shared = (max(here.start, there.start), min(here.end, there.end))
    return shared in {(here.start, here.end), (there.start, there.end)}


def _city(event: Event) -> str | None:
    place = known(event.place)
    return known(place.city) if place else None


def _participants(event: Event) -> Count | None:
    who = known(event.attendance)
    return known(who.participants) if who else None
