"""How the terms of a house and the rules of style are looked for in a document, and what is found becomes hits."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from bisect import bisect
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports.findings import Finding, Severity
from cthb_reports.style import faults
from cthb_reports.style.house import HOUSE_FILE_BROKEN, house_terms
from cthb_reports.style.house import house as house_of
from cthb_reports.style.passages import passages
from cthb_reports.style.pieces import Pieces
from cthb_reports.style.rule import Reading, Spot, StyleRule

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from cthb_reports.document import Document
    from cthb_reports.findings import FieldPath
    from cthb_reports.style.house import House
    from cthb_reports.style.passages import Passage
    from cthb_reports.style.terms import Term


@dataclass(frozen=True, slots=True)
class Hit:
    """A finding about words.

    Args:
        finding: The finding; its field is the one that the words come from.
        words: The words themselves.
        before: How many times they stand in the text of that field before; so their place in the field can be found.
        start: Where they begin in the text of their passage.
        end: Where they end there.
        passage_index: The number of the passage in `passages(document)`.
        line: The number of the line in the document that it is.
        replacement: What to write instead, only where that is sure.
        safe: Whether the replacement can be made unseen: it changes no number, date, name or meaning.
    """

    finding: Finding
    words: str
    before: int
    start: int
    end: int
    passage_index: int
    line: int
    replacement: str | None = None
    safe: bool = False


def check(document: Document, *, house: House | None = None, day: date | None = None) -> tuple[Hit, ...]:
    """Return what a house would write otherwise, in the order of the text; no two of them share a character.

    Quoted words and what stands in italics are passed over: they are others' words and titles.

    Args:
        document: The text.
        house: Whose style it follows; ours unless given.
        day: The day of the text: names by date and relative dates need it, and are passed over without it.
    """
    reading = Reading(passages(document), house or house_of()[0], day)
    found = _apart((*_of_terms(reading), *_of_rules(reading)))
    fields = {reading.passages[spot.passage].field_at(spot.start) for _, spot in found}
    earlier = _Earlier(reading.passages if found else (), fields)
    return tuple(_hit(source, spot, reading.passages[spot.passage], earlier) for source, spot in found)


Found = tuple["Term | StyleRule", Spot]


def _of_terms(reading: Reading) -> Iterator[Found]:
    foreign = reading.house.profile == "none"
    pieces = Pieces(passage.text for passage in reading.passages)
    for term in reading.house.terms:
        if (foreign and not term.any_house) or not term.counts_on(reading.day):
            continue
        holding = pieces.holding_words if term.pairs else pieces.holding
        for number in holding(term.needs):
            passage = reading.passages[number]
            if passage.is_prose or not term.prose_only:
                yield from ((term, _spot(term, match, number)) for match in _matches(term, passage))


def _matches(term: Term, passage: Passage) -> Iterator[re.Match[str]]:
    """Yield where a term stands; what it would be replaced by the same, such as a capital that begins a sentence, is right."""
    for match in term.matches(passage.text):
        if not passage.is_quoted(match.start(), match.end()) and term.replacement(match) != match[0]:
            yield match


def _spot(term: Term, match: re.Match[str], number: int) -> Spot:
    replacement = term.replacement(match)
    words, end = match[0], match.end()
    if replacement is not None and words[-1] == replacement[-1:] == " ":
        words, replacement, end = words[:-1], replacement[:-1], end - 1
    house = "write" if term.any_house else "the house writes"
    said = f"{house} {replacement!r}"
    if replacement is None or not words.strip():
        said = term.name.replace("-", " ")
        words = words if words.strip() else match.string[max(0, match.start() - 12) : match.end() + 12]
    message = f"{words!r}: {said}"
    return Spot(number, match.start(), end, message, term.why, replacement, term.is_safe(match))


def _of_rules(reading: Reading) -> Iterator[Found]:
    for rule in code_rules():
        if rule.function is not None and (rule.any_house or reading.house.profile == "osce"):
            yield from ((rule, spot) for spot in rule.function(reading))


@functools.cache
def code_rules() -> tuple[StyleRule, ...]:
    """Return the rules of style that are code, by code."""
    modules = (
        importlib.import_module(f"{faults.__name__}.{module.name}") for module in pkgutil.iter_modules(faults.__path__)
    )
    found = {value.code: value for module in modules for value in vars(module).values() if isinstance(value, StyleRule)}
    return tuple(found[code] for code in sorted(found))


def all_style_rules(house: House | None = None) -> tuple[StyleRule, ...]:
    """Return every rule of style, code or term, by code and name: what a reader may ask about."""
    terms = house.terms if house else house_terms()
    of_terms = (StyleRule(term.code, term.name, term.severity, term.manual, term.any_house) for term in terms)
    return tuple(sorted((HOUSE_FILE_BROKEN, *of_terms, *code_rules()), key=lambda rule: (rule.code, rule.name)))


def _apart(found: Iterable[Found]) -> list[Found]:
    """Return findings in the order of the text; of two that share a character, the one with more words stays, or the worse."""
    kept: dict[int, list[tuple[int, int]]] = defaultdict(list)
    chosen: list[Found] = []
    for source, spot in sorted(found, key=_weight):
        near = kept[spot.passage]
        place = bisect(near, (spot.start, spot.end))
        if all(spot.end <= start or end <= spot.start for start, end in near[max(0, place - 1) : place + 1]):
            near.insert(place, (spot.start, spot.end))
            chosen.append((source, spot))
    return sorted(chosen, key=lambda entry: (entry[1].passage, entry[1].start))


_WORST_FIRST = {severity: number for number, severity in enumerate(Severity)}


def _weight(entry: Found) -> tuple[int, int, str, str, int, int]:
    source, spot = entry
    return spot.start - spot.end, _WORST_FIRST[source.severity], source.code, source.name, spot.passage, spot.start


class _Earlier:
    """How many times words stand in the text of a field before a place; asked for in the order of the text."""

    def __init__(self, read: Sequence[Passage], fields: set[FieldPath]) -> None:
        self._read = read
        self._numbers: dict[FieldPath, list[int]] = defaultdict(list)
        for number, passage in enumerate(read):
            for field in passage.fields() & fields:
                self._numbers[field].append(number)
        self._reached: dict[tuple[FieldPath, str], tuple[int, int]] = {}

    def count(self, field: FieldPath, words: str, spot: Spot) -> int:
        """Return how many times words stand in a field before a spot."""
        index, count = self._reached.get((field, words), (0, 0))
        numbers = self._numbers[field]
        while index < len(numbers) and numbers[index] < spot.passage:
            count += self._read[numbers[index]].written_in(field).count(words)
            index += 1
        self._reached[field, words] = index, count
        return count + self._read[spot.passage].written_in(field, spot.start).count(words)


def _hit(source: Term | StyleRule, spot: Spot, passage: Passage, earlier: _Earlier) -> Hit:
    field = passage.field_at(spot.start)
    words = passage.text[spot.start : spot.end]
    finding = Finding(source.code, source.name, source.severity, spot.message, spot.hint, field)
    before = earlier.count(field, words, spot)
    safe = spot.safe and spot.replacement is not None
    return Hit(finding, words, before, spot.start, spot.end, spot.passage, passage.line, spot.replacement, safe)
