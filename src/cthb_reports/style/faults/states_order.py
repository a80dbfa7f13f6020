"""Lists within a sentence: the order of States, and no comma before the last "and"."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from cthb_reports.findings import Severity
from cthb_reports.reference.states import folded, states
from cthb_reports.style.rule import Reading, Spot, style_rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@functools.cache
def _names() -> tuple[str, ...]:
    names = {name for state in states() for name in (state.name, *(dated.name for dated in state.names_by_date))}
    return tuple(sorted({*names, "United States"}, key=len, reverse=True))


@functools.cache
def _series() -> re.Pattern[str]:
    one = f"(?:the )?(?:{'|'.join(map(re.escape, _names()))})\\b"
    return re.compile(rf"{one}(?:, {one})+,? and {one}|{one}(?:, {one}){{3,}}")


_LIKE_A_LIST = re.compile(r", (?:the )?[A-Z][\w ]+(?:,| and) (?:the )?[A-Z]")
_PARTS = re.compile(r", and |, | and (?!Herzegovina)")


@style_rule("S251", "states-out-of-order", Severity.WARNING)
def states_out_of_order(reading: Reading) -> Iterator[Spot]:
    """Name States in the English alphabetical order, without regard to articles.

    Why: no other order is neutral. The Netherlands stand under N, the United Kingdom before the United States of America.

    Example:
        'Kazakhstan, the United States of America and Italy' -> 'Italy, Kazakhstan and the United States of America'
    """
    for number, passage in reading.prose():
        if not _LIKE_A_LIST.search(passage.text):
            continue
        for match in _series().finditer(passage.text):
            names = _PARTS.split(match[0])
            ordered = sorted(names, key=folded)
            if ordered != names and not passage.is_quoted(match.start(), match.end()):
                right = f"{', '.join(ordered[:-1])} and {ordered[-1]}"
                first = next(index for index, (had, due) in enumerate(zip(names, ordered, strict=True)) if had != due)
                message = f"{ordered[first]!r} comes before {names[first]!r} in the alphabet"
                yield Spot(number, match.start(), match.end(), message, f"write {right!r}", right)


_ITEM = r"[\w’-]+(?: (?!and\b|or\b)[\w’-]+){0,1}"
_SERIAL = re.compile(rf"(?<=[\w”’)], )({_ITEM})(,) (?:and|or) (?=({_ITEM})(?:[.;)]| (?:for|in|to|on|of|with|at|by)\b))")
_CLAUSE = re.compile(
    r"(?:which|who|that|where|when|while|if|as|in|on|at|by|since|however|therefore|including|such|e\.g|i\.e)",
    re.IGNORECASE,
)


@style_rule("S252", "serial-comma", Severity.QUERY)
def serial_comma(reading: Reading) -> Iterator[Spot]:
    """Write no comma before the "and" of a simple list; it stays where an item has an "and" of its own.

    Why: the house writes A, B and C.

    Example:
        'Greece, Italy, and Turkey.' -> 'Greece, Italy and Turkey.'
    """
    for number, passage in reading.prose():
        if ", and " not in passage.text and ", or " not in passage.text:
            continue
        for match in _SERIAL.finditer(passage.text):
            start = max((match2.end() for match2 in re.finditer(r"[.;:(]", passage.text[: match.start()])), default=0)
            items = passage.text[start : match.start()].rsplit(", ", 3)
            simple = not any(map(_CLAUSE.fullmatch, f"{match[1]} {match[3]}".split())) and len(items) > 1
            if simple and " and " not in items[-2][-40:] and not passage.is_quoted(match.start(2), match.end(2)):
                words = passage.text[match.start(1) : match.end(2)]
                yield Spot(
                    number,
                    match.start(1),
                    match.end(2),
                    f"{words!r} before 'and': the house writes no comma there",
                    "A, B and C",
                    match[1],
                )
