"""Who held the Chairmanship and the office of Special Representative in the year of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator  # noqa: TC003  # rules are public: their signatures must resolve
from typing import TYPE_CHECKING

from cthb_reports.findings import FieldPath, Severity
from cthb_reports.kinds.report import Report  # noqa: TC001
from cthb_reports.models.facts import known
from cthb_reports.models.parties import Party
from cthb_reports.models.states import State
from cthb_reports.phrasing import period, state_name
from cthb_reports.rules.head import reporting_year
from cthb_reports.rules.registry import Context, Violation, rule

if TYPE_CHECKING:
    from pydantic import BaseModel

    from cthb_reports.models.dates import Period

_OF_THE_TABLE = re.compile(r"Combating Trafficking in Human Beings")
_CHAIR = re.compile(r"(?:the )?(?P<adjective>[A-Z]\w+(?: [A-Z]\w+)??)(?: OSCE)? (?:Chairmanship|Chairpersonship)")
_FIRST_QUARTER = 3


@rule("C122", "chairmanship-of-another-year", Severity.ERROR)
def chairmanship_of_another_year(report: Report, context: Context) -> Iterator[Violation]:
    """Ask that the outgoing Chairmanship held the chair in the year of the report, and the incoming one holds it in the next.

    Why: the last sentence thanks them by name, before their ambassadors.

    A report delivered from January to March may speak as of the year that it is about or as of the new one.

    Example:
        period: 2017
        delivered: 2017-12-14
        acknowledgements: {incoming_chairmanship: Slovakia}
    """
    if report.acknowledgements is None:
        return
    year = reporting_year(report)
    extra = [0, 1] if report.delivered.month <= _FIRST_QUARTER else [0]
    for field, first in (("outgoing_chairmanship", year), ("incoming_chairmanship", year + 1)):
        named = known(getattr(report.acknowledgements, field))
        chairs = [context.reference.chairmanships.get(first + more) for more in extra]
        right = [chair for chair in chairs if chair]
        if named and len(right) == len(chairs) and named.code not in {chair.code for chair in right}:
            yield Violation(
                ("acknowledgements", field),
                f"{state_name(named, report.delivered)} did not hold the Chairmanship of {first}",
                f"it was {state_name(State(right[0].code), report.delivered)}",
            )


@rule("C123", "special-representative-of-another-year", Severity.WARNING)
def special_representative_of_another_year(report: Report, context: Context) -> Iterator[Violation]:
    """Ask that the head of the Office is one who held the office in the year of the report or of its delivery.

    Why: the author's name stands in bold on the first page; last year's file brings last year's name along.

    Only the Office of the Special Representative and Co-ordinator for Combating Trafficking in Human Beings is known here.

    Example:
        period: 2017
        delivered: 2017-12-14
        office:
          organization: Organization for Security and Co-operation in Europe
          name: Office of the Special Representative and Co-ordinator for Combating Trafficking in Human Beings
          abbreviation: OSR/CTHB
          head: {name: Maria Grazia Giammarinaro, function: [OSCE Special Representative]}
    """
    name = known(report.office.head.name)
    if not name or not _OF_THE_TABLE.search(known(report.office.name) or ""):
        return
    years = sorted({reporting_year(report), report.delivered.year})
    holders = [holder.name for year in years for holder in context.reference.special_representatives.get(year, ())]
    if holders and not any(holder in name for holder in holders):
        yield Violation(
            ("office", "head", "name"),
            f"{name!r} is not known to have held the office in {years[0]}",
            f"known: {', '.join(dict.fromkeys(holders))}",
        )


@rule("C124", "chairmanship-not-of-the-day", Severity.QUERY)
def chairmanship_not_of_the_day(report: Report, context: Context) -> Iterator[Violation]:
    """Ask about an activity with the Chairmanship of another year than its own.

    Why: "the Austrian Chairmanship" in a record of 2018 has been copied from 2017, as a rule.

    Example:
        period: 2018
        delivered: 2018-12-13
        activities:
          - {kind: conference, title: Fair Recruitment, held: 2018-05, co_organizers: [the Austrian Chairmanship]}
    """
    adjectives = {chair.adjective for chair in context.reference.chairmanships.values()}
    for index, activity in enumerate(report.activities):
        held = known(activity.held)
        right = context.reference.chairmanships.get(held.year) if held else None
        if held is None or right is None or (held.end and held.end.year != held.year):
            continue
        for path, name in _bodies(activity, ("activities", index)):
            match = _CHAIR.fullmatch(name)
            if match and match["adjective"] in adjectives - {right.adjective}:
                yield _violation(path, name, held, right.adjective)


def _violation(path: FieldPath, name: str, held: Period, adjective: str) -> Violation:
    return Violation(
        path,
        f"{name!r} at an activity of {period(held)}",
        f"that year had the {adjective} Chairmanship; correct the name or the date, if it is a slip",
    )


def _bodies(activity: BaseModel, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    for field in ("co_organizers", "organizers", "hosts", "supporters"):
        for number, fact in enumerate(getattr(activity, field, ())):
            if isinstance(fact, Party) and fact.name:
                yield (*path, field, number), fact.name
