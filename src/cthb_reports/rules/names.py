"""Names that States and towns had at one time and not at another, where they are typed and not held as a State."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence  # noqa: TC003  # rules are public: their signatures must resolve
from datetime import date  # noqa: TC003
from functools import lru_cache
from typing import TYPE_CHECKING

from cthb_reports import reference
from cthb_reports.findings import FieldPath, Severity
from cthb_reports.kinds.report import Report  # noqa: TC001
from cthb_reports.models.wordings import Form
from cthb_reports.phrasing import day
from cthb_reports.rules.registry import Context, Violation, rule
from cthb_reports.rules.survey import parties, typed, worded

if TYPE_CHECKING:
    from cthb_reports.reference import Almanac, DatedName

_TITLES = re.compile(r"“[^”]*”|\*[^*]+\*|_[^_]+_|\"[^\"]*\"")
"""Other people's words: a title keeps the name of its day."""

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@rule("C421", "name-of-another-day", Severity.ERROR)
def name_of_another_day(report: Report, context: Context) -> Iterator[Violation]:
    """Ask that a State or town has the name that it had in the time of the report.

    Why: Turkey is Türkiye since June 2022, Astana was Nur-Sultan from 23 March 2019 to 16 September 2022.

    A name that was in use at any time from the beginning of the period to the delivery may stand; so may any name in a title.
    Fields that hold a State are printed with the right name whatever is typed.

    Example:
        delivered: 2020-12-17
        period: 2020
        activities:
          - {kind: workshop, title: Fair Recruitment, held: 2020-03, place: Astana}
    """
    names = _former(context.reference, min(report.period.start, report.delivered), report.delivered)
    if not names:
        return
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
    for path, text in _texts(report):
        if any(name in text for name in names) and not _is_background(report, path):
            for name in _in_own_words(pattern, text, report.period.start.year):
                yield Violation(
                    path,
                    f"{name!r} was not called so between {day(report.period.start)} and {day(report.delivered)}",
                    names[name],
                )


def _in_own_words(pattern: re.Pattern[str], text: str, year: int) -> Iterator[str]:
    """Yield the names that stand in no title, and in no sentence about an earlier year."""
    for sentence in _SENTENCE_END.split(_TITLES.sub(lambda title: " " * len(title[0]), text)):
        if not any(int(earlier) < year for earlier in _YEAR.findall(sentence)):
            yield from pattern.findall(sentence)


def _is_background(report: Report, path: FieldPath) -> bool:
    return path[0] == "activities" and isinstance(path[1], int) and report.activities[path[1]].background


def _texts(report: Report) -> Iterator[tuple[FieldPath, str]]:
    """Yield what is typed and is no title: narratives, names of towns and bodies, sentences and phrases."""
    yield from ((text.field, text.text) for text in typed(report))
    yield from ((path, value) for path, value, wording in worded(report) if wording.form is not Form.TITLE)
    yield from ((path, party.name) for path, party in parties(report) if party.name)


@lru_cache(maxsize=8)
def _former_of_states(first: date, last: date) -> tuple[tuple[str, str], ...]:
    names = ((dated, state.name_on(last)) for state in reference.states() for dated in state.names_by_date)
    return tuple(
        (dated.name, f"write {now}, or hold it as a State")
        for dated, now in names
        if dated.is_exact and _is_not_of(dated, first, last)
    )


def _former(almanac: Almanac, first: date, last: date) -> Mapping[str, str]:
    """Return the names that were in use at no time from one day to another, each with what to do."""
    towns: dict[str, Sequence[DatedName]] = {}
    for dated in almanac.city_names:
        towns[dated.name] = (*towns.get(dated.name, ()), dated)
    former = dict(_former_of_states(first, last))
    for name, stretches in towns.items():
        if all(_is_not_of(dated, first, last) for dated in stretches):
            former[name] = "correct the name or the date; a title in quotation marks may keep it"
    return former


def _is_not_of(dated: DatedName, first: date, last: date) -> bool:
    return (dated.start is not None and dated.start > last) or (dated.end is not None and dated.end <= first)
