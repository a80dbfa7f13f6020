"""Counts that cannot be: of more States than there are, of parts larger than the whole, of sums that do not add up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping  # noqa: TC003  # rules are public: their signatures must resolve
from functools import lru_cache
from typing import TYPE_CHECKING

from cthb_reports import reference
from cthb_reports.findings import FieldPath, Severity, field_text
from cthb_reports.kinds.report import Report  # noqa: TC001
from cthb_reports.models.facts import known
from cthb_reports.phrasing import day
from cthb_reports.rules.naming import called
from cthb_reports.rules.registry import Violation, rule
from cthb_reports.rules.survey import Gathering, gatherings
from cthb_reports.rules.totals import totals

if TYPE_CHECKING:
    from datetime import date

    from cthb_reports.models.attendance import Attendance
    from cthb_reports.models.counts import Count

_FIELDS = {"participating_states": "participating States", "partners": "Partners for Co-operation"}


@rule("C201", "more-states-than-there-are", Severity.ERROR)
def more_states_than_there_are(report: Report) -> Iterator[Violation]:
    """Ask that no more States are counted than there were on the day.

    Why: there are 57 participating States (56 before 21 November 2012) and 11 Partners for Co-operation; every delegation knows.

    Example:
        activities:
          - {kind: conference, title: Fair Recruitment, held: 2024-06-11, attendance: {participating_states: 58}}
    """
    for gathering in gatherings(report):
        on = _last_day(gathering, report)
        limits = _limits(on)
        for field, most in limits.items():
            count = known(getattr(gathering.attendance, field))
            if count and count.minimum > most:
                yield Violation(
                    (*gathering.path, field),
                    f"{str(count)!r} is more than there are: {most} on {day(on)}",
                    "correct the number",
                )


def _last_day(gathering: Gathering, report: Report) -> date:
    return (gathering.held and gathering.held.end) or report.delivered


@lru_cache(maxsize=128)
def _limits(on: date) -> Mapping[str, int]:
    states, partners = len(reference.participating_states_on(on)), len(reference.partners_on(on))
    return {"participating_states": states, "partners": partners, "jointly": states + partners}


@rule("C202", "all-states-took-part", Severity.QUERY)
def all_states_took_part(report: Report) -> Iterator[Violation]:
    """Ask whether really every participating State, or every Partner for Co-operation, took part.

    Why: "57 participating States" is often the number of those invited; a State that was not there will say so.

    Example:
        activities:
          - {kind: conference, title: Fair Recruitment, held: 2024-06-11, attendance: {participating_states: 57}}
    """
    for gathering in gatherings(report):
        limits = _limits(_last_day(gathering, report))
        counts = {field: known(getattr(gathering.attendance, field)) for field in _FIELDS}
        full = [field for field, count in counts.items() if count and count.is_exact and count.number == limits[field]]
        if full and not gathering.is_future:
            each = " and ".join(f"{limits[field]} {_FIELDS[field]}" for field in full)
            yield Violation(
                (*gathering.path, full[0]), f"{each} are all there are", "check it with the list of those who came"
            )


@rule("C203", "jointly-without-split", Severity.QUERY)
def jointly_without_split(report: Report) -> Iterator[Violation]:
    """Ask how many of the States counted together are participating States, and how many are Partners for Co-operation.

    Why: readers want to know both, and a joint number cannot be checked against either.

    Example:
        activities:
          - {kind: conference, title: Fair Recruitment, held: 2024-06-11, attendance: {jointly: 40}}
    """
    for gathering in gatherings(report):
        who = gathering.attendance
        if known(who.jointly) and who.participating_states is None and who.partners is None:
            yield Violation(
                (*gathering.path, "jointly"),
                f"{str(who.jointly)!r} participating States and Partners for Co-operation are not counted apart",
                "give `participating_states` and `partners`, if the list of participants tells",
            )


@rule("C204", "part-larger-than-whole", Severity.ERROR)
def part_larger_than_whole(report: Report) -> Iterator[Violation]:
    """Ask that no part of the participants is larger than all of them.

    Why: one of the two numbers is wrong, and readers see it at once.

    Example:
        activities:
          - kind: conference
            title: Fair Recruitment
            held: 2024-06-11
            attendance: {participants: 40, including: [{count: over 40, who: labour inspectors}]}
    """
    for gathering in gatherings(report):
        for path, part, whole_path, whole in _parts(gathering.attendance, gathering.path):
            if whole.maximum is not None and part.minimum > whole.maximum:
                yield Violation(
                    path,
                    f"{str(part)!r} is more than all, which are {str(whole)!r}",
                    f"correct it or {field_text(whole_path)}",
                )


def _parts(who: Attendance, path: FieldPath) -> Iterator[tuple[FieldPath, Count, FieldPath, Count]]:
    """Yield each part with its path, and the whole that it belongs to with its own."""
    pairs = [
        ("women", "participants"),
        ("men", "participants"),
        ("participating_states", "jointly"),
        ("partners", "jointly"),
    ]
    for part_name, whole_name in pairs:
        part, whole = known(getattr(who, part_name)), known(getattr(who, whole_name))
        if part and whole:
            yield (*path, part_name), part, (*path, whole_name), whole
    all_of_them = known(who.participants)
    for index, subset in enumerate(who.including):
        part = known(subset.count)
        if part and all_of_them:
            yield (*path, "including", index, "count"), part, (*path, "participants"), all_of_them


@rule("C205", "sum-differs-from-total", Severity.ERROR)
def sum_differs_from_total(report: Report) -> Iterator[Violation]:
    """Ask that a total is the sum of its parts, where all of them are known exactly.

    Why: whoever adds up the figures of a report finds the one that was not corrected with the others.

    It looks at women and men, at participating States and Partners, and at the events of a complete series.

    Example:
        activities:
          - {kind: conference, title: Fair Recruitment, held: 2024-06-11, attendance: {participants: 192, women: 100, men: 93}}
    """
    for total in totals(report):
        if total.whole.is_exact and total.whole.number != total.sum:
            yield Violation(
                total.path, f"{str(total.whole)!r} is not the sum of {total.of}: {total.sum:,}", "correct one of them"
            )


@rule("C206", "qualifier-against-the-number", Severity.ERROR)
def qualifier_against_the_number(report: Report) -> Iterator[Violation]:
    """Ask that "over", "almost" and "up to" are true of the number, where the parts tell it exactly.

    Why: "over 350" with 350 participants is one too many.

    Example:
        activities:
          - {kind: conference, title: Fair Recruitment, held: 2024-06-11, attendance: {participants: over 350, women: 200, men: 150}}
    """
    for total in totals(report):
        if not total.whole.is_exact and not total.whole.admits(total.sum):
            yield Violation(
                total.path,
                f"{str(total.whole)!r} is not true of {total.sum:,}, the sum of {total.of}",
                "correct the word, the number or the parts",
            )


@rule("C207", "to-date-without-start", Severity.WARNING)
def to_date_without_start(report: Report) -> Iterator[Violation]:
    """Ask since when a figure "to date" is counted.

    Why: without a beginning it can be compared neither with last year's figure nor with next year's.

    The dates of the record itself (`runs`, `held`) are a beginning too.

    Example:
        projects:
          - {id: ships, title: Crews at Sea, attendance: {participants: 192, to_date: yes}}
    """
    for gathering in gatherings(report):
        who = gathering.attendance
        if who.to_date and who.since is None and gathering.held is None:
            yield Violation(
                (*gathering.path, "to_date"),
                f"the figures of {called(gathering.record)} are counted to date, since nobody knows when",
                "give the beginning as `since`",
            )


@rule("C208", "no-split-of-women-and-men", Severity.QUERY)
def no_split_of_women_and_men(report: Report) -> Iterator[Violation]:
    """Ask how many of the participants were women and how many were men, at events that the Office organized.

    Why: the Organization has committed itself to report so; the registration list tells while it is still at hand.

    Where the number is not exact, there was no such list, and nothing is asked.

    Example:
        activities:
          - {kind: workshop, title: Fair Recruitment, held: 2024-06-11, role: organized, attendance: {participants: 40}}
    """
    ours = {"organized", "co-organized", "hosted"}
    for gathering in gatherings(report):
        who = gathering.attendance
        role = known(getattr(gathering.record, "role", None))
        count = known(who.participants)
        if count and count.is_exact and who.women is None and who.men is None and role in ours and _are_people(who):
            yield Violation(
                (*gathering.path, "participants"),
                f"{str(who.participants)!r} participants, of whom it is not said how many were women",
                "give `women` and `men`, if the registration list tells",
            )


_BODIES = (
    "ngos",
    "organizations",
    "states",
    "delegations",
    "agencies",
    "institutions",
    "countries",
    "companies",
    "unions",
)


def _are_people(who: Attendance) -> bool:
    counted_as = (known(who.counted_as) or "").lower()
    return not counted_as.endswith(_BODIES)
