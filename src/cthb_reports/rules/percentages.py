"""Percentages in the printed draft beside the two numbers that they are worked out from."""

from __future__ import annotations

import re
from collections.abc import Iterator  # noqa: TC003  # rules are public: their signatures must resolve

from cthb_reports.findings import Severity
from cthb_reports.kinds.report import Report  # noqa: TC001
from cthb_reports.models.moments import MONTHS
from cthb_reports.models.qualifiers import Qualifier
from cthb_reports.rules.registry import Context, Violation, rule

_NUMBER = r"\d{1,3}(?:,\d{3})+(?![\d,.]\d)|\d+(?![\d,.]\d)"
_NO_DATE = rf"(?!\s+(?:{'|'.join(MONTHS)}))"
_FROM_TO = re.compile(rf"\bfrom (?P<first>{_NUMBER}) to (?P<second>{_NUMBER})\b{_NO_DATE}")
_SHARE = re.compile(rf"\b(?P<first>{_NUMBER}) (?:out )?of (?:the |all |our )?(?P<second>{_NUMBER})\b{_NO_DATE}")
_PER_CENT = re.compile(
    rf"\b(?:(?P<qualifier>{'|'.join(qualifier for qualifier in Qualifier if qualifier)})\s+)?"
    r"(?P<number>\d+(?:\.\d+)?)(?:\s?%|\s+per\s+cent\b)"
)
_CHANGE = re.compile(
    r"\b(?:ris\w+|rose|increas\w+|gr[eo]w\w*|up|more|higher|decreas\w+|fell|fall\w*|drop\w*|declin\w+|fewer|less|lower|reduc\w+)\b"
)
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=[A-Z“])")

_ROUNDED = 1.0
"""How many points a percentage may be off, as people round: 12.4 may be told as 12 or 13."""

_ROUGH = 4.0
"""How many it may be off after a word such as "almost" or "some"."""


@rule("C522", "percentage-of-other-numbers", Severity.WARNING)
def percentage_of_other_numbers(report: Report, context: Context) -> Iterator[Violation]:  # noqa: ARG001  # of the draft alone
    """Ask that a percentage is that of the two numbers in its sentence.

    Why: one of the three was corrected, and the two others were not.

    It looks at sentences with one percentage and one pair of numbers: "from 40 to 50", where they speak of growth or decline,
    or "20 of the 80".

    Example:
        passages:
          - narrative: The number of judges rose from 40 to 50, an increase of 20 per cent.
    """
    for passage in context.passages:
        if "%" not in passage.text and "per cent" not in passage.text:
            continue
        start = 0
        for sentence in _SENTENCE_END.split(passage.text):
            found = _wrong(sentence)
            if found:
                place = passage.text.index(sentence, start)
                yield Violation(
                    passage.field_at(place + found[0].start()), found[1], "correct one of the three numbers"
                )
            start += len(sentence)


def _wrong(sentence: str) -> tuple[re.Match[str], str] | None:
    """Return the percentage of a sentence with what is wrong of it, or `None` where it is right or cannot be worked out."""
    percentages, changes, shares = (list(p.finditer(sentence)) for p in (_PER_CENT, _FROM_TO, _SHARE))
    if len(percentages) != 1 or len(changes) + len(shares) != 1:
        return None
    said, pair = percentages[0], (changes or shares)[0]
    first, second = (int(pair[name].replace(",", "")) for name in ("first", "second"))
    base = first if changes else second
    if base == 0 or (changes and (not _CHANGE.search(sentence) or _is_years(first, second))):
        return None
    right = abs(second - first) / base * 100 if changes else first / base * 100
    slack = _ROUGH if said["qualifier"] else _ROUNDED
    if abs(float(said["number"]) - right) <= slack:
        return None
    return said, f"{said[0]!r} beside {pair[0]!r}, which is {right:.1f} per cent"


def _is_years(first: int, second: int) -> bool:
    return all(1900 < number < 2100 for number in (first, second))  # the years that reports speak of
