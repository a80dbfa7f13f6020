"""Figures that are typed in a text and contradict the record of the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator  # noqa: TC003  # rules are public: their signatures must resolve
from functools import cache
from typing import TYPE_CHECKING

from cthb_reports.findings import Severity, field_text
from cthb_reports.kinds.report import Report  # noqa: TC001
from cthb_reports.models.counts import Count
from cthb_reports.models.facts import known
from cthb_reports.models.qualifiers import Qualifier
from cthb_reports.reference import folded
from cthb_reports.rules.passages import record_of
from cthb_reports.rules.phrases import indexed, standing_in
from cthb_reports.rules.registry import Violation, rule
from cthb_reports.rules.survey import Gathering, TypedText, gatherings, typed

if TYPE_CHECKING:
    from cthb_reports.models.attendance import Attendance

_UNITS = {
    "participants": "participants",
    "women": "women",
    "men": "men",
    "participating States and Partners for Co-operation": "jointly",
    "participating States": "participating_states",
    "Partners for Co-operation": "partners",
}
"""Words after a number, longer ones before those they begin with, and the field that counts the same."""

_QUALIFIERS = "|".join(qualifier for qualifier in Qualifier if qualifier)
_NUMBER = rf"(?:(?P<qualifier>{_QUALIFIERS})\s+)?(?<![\d,.])(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+)\s+(?:OSCE\s+)?"
_PART = re.compile(
    r"(?:including|(?:among|of) (?:them|whom|these)(?: (?:were|are|was))?|another|further|other|each)\W*$",
    re.IGNORECASE,
)
"""Words before a number that counts a part of the participants, or others."""

_DIGIT = re.compile(r"\d")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z|])")


@rule("C521", "figure-contradicts-record", Severity.QUERY)
def figure_contradicts_record(report: Report) -> Iterator[Violation]:
    """Ask about a number in a text where the record counts the same things and has another number.

    Why: a figure typed five times is corrected four times.

    The number stands in the narrative of the record, or in a sentence with its title, before the word that the record counts:
    participants, what `counted_as` says, women, men, participating States, Partners for Co-operation.

    Example:
        activities:
          - kind: workshop
            title: Recruitment without Fees
            held: 2024-06-11
            attendance: {participants: 193}
            narrative: Inspectors spent a day on real contracts. There were 192 participants.
    """
    with_counts = [gathering for gathering in gatherings(report) if gathering.path[-1] == "attendance"]
    own = {gathering.path[:-1]: gathering for gathering in with_counts}
    titled = indexed((title, gathering) for gathering in with_counts if (title := _title(gathering)))
    for text in typed(report):
        if gathering := own.get(record_of(text.field)):
            yield from _contradictions(text, text.text, gathering)
        for sentence in _SENTENCE_END.split(text.text):
            if _DIGIT.search(sentence):
                for gathering in standing_in(sentence, titled):
                    if gathering.path[:-1] != record_of(text.field):
                        yield from _contradictions(text, sentence, gathering)


def _title(gathering: Gathering) -> str:
    return known(getattr(gathering.record, "title", None)) or ""


def _contradictions(text: TypedText, words: str, gathering: Gathering) -> Iterator[Violation]:
    who = gathering.attendance
    if not _DIGIT.search(words):
        return
    counted_as = folded(known(who.counted_as) or "")
    for match in _pattern(counted_as).finditer(words):
        field = _UNITS.get(match["unit"], "participants")
        count = known(getattr(who, field))
        said = Count(int(match["number"].replace(",", "")), Qualifier((match["qualifier"] or "").lower()))
        if (
            count
            and not _PART.search(words[: match.start()])
            and _contradict(said, count)
            and not _is_counted(said, who)
        ):
            yield Violation(
                text.field,
                f"{' '.join(match[0].split())!r}, and the record has {str(count)!r}",
                f"correct one of the two; {field_text((*gathering.path, field))} has the record's",
            )


@cache
def _pattern(counted_as: str) -> re.Pattern[str]:
    units = [*map(re.escape, _UNITS), *([re.escape(counted_as)] if counted_as else [])]
    return re.compile(rf"{_NUMBER}(?P<unit>{'|'.join(units)})\b")


def _contradict(said: Count, count: Count) -> bool:
    if said.is_exact or count.is_exact:
        exact, other = (said, count) if said.is_exact else (count, said)
        return not other.admits(exact.number)
    return said.number != count.number


def _is_counted(said: Count, who: Attendance) -> bool:
    """Tell whether it is the number of a part of the participants, which may have the same name."""
    parts = [known(subset.count) for subset in who.including]
    return any(part is not None and not _contradict(said, part) for part in parts)
