"""Days and times in the printed draft that cannot be: weekdays of another date, what was before it has been."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence  # noqa: TC003  # rules are public: their signatures must resolve
from datetime import date
from typing import TYPE_CHECKING

from cthb_reports.findings import Severity
from cthb_reports.kinds.report import Report  # noqa: TC001
from cthb_reports.models.dates import Period
from cthb_reports.models.moments import MONTHS, Moment
from cthb_reports.phrasing import day
from cthb_reports.rules.registry import Context, Violation, rule

if TYPE_CHECKING:
    from cthb_reports.rules.passages import Passage

_MONTH = "|".join(MONTHS)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ON_A_WEEKDAY = re.compile(
    rf"\b(?P<weekday>{'|'.join(_WEEKDAYS)}),?\s+(?:the\s+)?"
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})"
    rf"|(?P<us_month>{_MONTH})\s+(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?)\b(?:,?\s+(?P<year>\d{{4}}))?"
)

_DATE = rf"(?:on|in|from|for)\s+(?:\d{{1,2}}\s+to\s+)?(?:(?P<day>\d{{1,2}})\s+)?(?:(?P<month>{_MONTH})\s+)?(?P<year>20\d\d)\b"
_DONE = r"held|published|launched|organized|convened|conducted|hosted|presented|issued|released|completed"
_THEN = rf"\b(?P<between>[^.;:,]{{0,60}}?)\s{_DATE}"
# A pattern that begins with letters is looked for many times faster than one that begins with a word's edge.
_WILL = (re.compile(rf"will(?<!\wwill)\s+(?:be\s+(?:{_DONE})|take\s+place){_THEN}"),)
_WAS = (
    re.compile(rf"was(?<!\wwas)\s+(?:{_DONE}){_THEN}"),
    re.compile(rf"were(?<!\wwere)\s+(?:{_DONE}){_THEN}"),
    re.compile(rf"took place(?<!\wtook place){_THEN}"),
)


@rule("C341", "weekday-of-another-date", Severity.ERROR)
def weekday_of_another_date(report: Report, context: Context) -> Iterator[Violation]:
    """Ask that a weekday is that of its date.

    Why: one of the two is wrong, and those who were there know which.

    A date without a year is taken for one of the reporting year or of the next.

    Example:
        delivered: 2017-12-14
        period: 2017
        passages:
          - narrative: I shall speak to delegations on Friday, 14 December 2017.
    """
    years = [report.delivered.year, report.delivered.year + 1]
    for passage in context.passages:
        for match in _ON_A_WEEKDAY.finditer(passage.text) if "day" in passage.text else ():
            dates = [
                found for year in ([int(match["year"])] if match["year"] else years) if (found := _date(match, year))
            ]
            if dates and match["weekday"] not in {f"{found:%A}" for found in dates}:
                yield Violation(
                    passage.field_at(match.start()),
                    f"{match[0]!r}: {day(dates[0])} is a {dates[0]:%A}",
                    "correct the weekday or the date",
                )


def _date(match: re.Match[str], year: int) -> date | None:
    month = MONTHS.index(match["month"] or match["us_month"]) + 1
    try:
        return date(year, month, int(match["day"] or match["us_day"]))
    except ValueError:
        return None


@rule("C342", "tense-against-date", Severity.WARNING)
def tense_against_date(report: Report, context: Context) -> Iterator[Violation]:
    """Ask that "will be held" is said of a time after the delivery, and "was held" of one before it.

    Why: the text was written in October, and is read in December.

    Example:
        delivered: 2017-12-14
        period: 2017
        passages:
          - narrative: A conference on fair recruitment will be held in Geneva in October 2017.
    """
    today = report.delivered
    for passage in context.passages:
        for match, when in _told(passage, _WILL):
            if when.wholly_before(today):
                yield _violation(
                    passage, match, f"is before the delivery on {day(today)}", "say that it was, or correct the date"
                )
        for match, when in _told(passage, _WAS):
            if when.wholly_after(today):
                yield _violation(
                    passage, match, f"is after the delivery on {day(today)}", "say that it will be, or correct the date"
                )


def _told(passage: Passage, patterns: Sequence[re.Pattern[str]]) -> Iterator[tuple[re.Match[str], Period]]:
    for match in (match for pattern in patterns for match in pattern.finditer(passage.text)):
        when = _period(match)
        if when and not passage.is_quoted(match.start()):
            yield match, when


def _period(match: re.Match[str]) -> Period | None:
    month = MONTHS.index(match["month"]) + 1 if match["month"] else None
    try:
        return Period.single(Moment(int(match["year"]), month, int(match["day"]) if match["day"] and month else None))
    except ValueError:
        return None


def _violation(passage: Passage, match: re.Match[str], message: str, hint: str) -> Violation:
    return Violation(passage.field_at(match.start()), f"{' '.join(match[0].split())!r} {message}", hint)
