"""Numbers: in words below 10, in figures from 10 on, with commas in thousands, and never as figures where a sentence begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cthb_reports.findings import Severity
from cthb_reports.style.passages import Part
from cthb_reports.style.rule import Reading, Spot, style_rule
from cthb_reports.style.terms import begins_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

_ONES = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS = {
    word: 10 * number
    for number, word in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2)
}
_COUNTED = (
    r"(?:participating States|States|Partners|participants|people|persons|experts|countries|organi[sz]ations|NGOs|victims|"
    r"workshops|exercises|meetings|projects|events|visits|members|partners|representatives|individuals|monitors|conferences|"
    r"trainers|judges|prosecutors|officers|officials|children|women|men|staff|cases|reports|publications|donors|sessions|"
    r"recommendations|stakeholders|practitioners|speakers|field operations|missions|months|weeks|days|years|regions|cities)"
)
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z“])")
_DIGIT = re.compile(r"[2-9] ")
_SMALL = re.compile(
    r"(?<![\d.,/–$€£-])(?<![Nn]o\. )(?<!Article )(?<!Goal )(?<!Chapter )(?<!page )(?<!Annex )(?<!step )(?<!Decision )(?<!paragraph )"
    rf"\b([2-9]) (?=(?:[a-z][a-z-]+ |OSCE ){{0,2}}{_COUNTED}\b)"
)
_AMOUNT = re.compile(r"(?<![\d/])\d{2,3}(?:,\d{3})*(?![\d/%])")


@style_rule("S221", "figure-below-ten", Severity.WARNING)
def figure_below_ten(reading: Reading) -> Iterator[Spot]:
    """Write numbers below 10 in words; in a series the highest number sets the style.

    Why: a figure stands out, and a small number need not. So 47 States and 4 Partners, but four Partners alone.

    Example:
        'in 3 workshops' -> 'in three workshops'
    """
    for number, passage in reading.prose():
        for digit in _DIGIT.finditer(passage.text):
            match = _SMALL.match(passage.text, digit.start())
            if (
                match is None
                or passage.is_quoted(match.start(), match.end())
                or _in_series(passage.text, match.start())
            ):
                continue
            right = _ONES[int(match[1])]
            yield Spot(number, match.start(1), match.end(1), f"{match[1]!r}: the house writes {right!r}", _WORDS, right)


_WORDS = "numbers below 10 are in words, unless a higher one stands in the same series"


def _in_series(text: str, offset: int) -> bool:
    """Tell whether a higher number is counted in the same sentence."""
    start = max((match.end() for match in _SENTENCE.finditer(text, 0, offset)), default=0)
    end = next((match.start() for match in _SENTENCE.finditer(text, offset)), len(text))
    return any(match.start() != offset for match in _AMOUNT.finditer(text, start, end))


_TEN = "|".join((*_TENS, *_ONES[11:]))
_IN_WORDS = re.compile(
    rf"\b(?:((?i:{_TEN}))(?:-({'|'.join(_ONES[1:10])}))?|((?i:{'|'.join(_ONES[1:])}|{'|'.join(_TENS)})) hundred(?: and ((?:{_TEN})(?:-(?:{'|'.join(_ONES[1:10])}))?|{'|'.join(_ONES[1:11])}))?)\b(?![- ](?:th|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|odd|something|per cent))(?=[ ])"
)


_PIECES = ("teen", "lve", "eleven", "nty", "rty", "fty", "xty", "hty", "nety", "Ten", "hundred")


@style_rule("S222", "number-in-words", Severity.WARNING)
def number_in_words(reading: Reading) -> Iterator[Spot]:
    """Write numbers from 10 on in figures, but not where a sentence begins.

    Why: the house writes words below 10 and figures from there on, so that amounts are seen.

    Example:
        'with twenty specialized NGOs' -> 'with 20 specialized NGOs'
    """
    for number, passage in reading.prose():
        if not any(piece in passage.text for piece in _PIECES):
            continue
        for match in _IN_WORDS.finditer(passage.text):
            if begins_sentence(passage.text, match.start()) or passage.is_quoted(match.start(), match.end()):
                continue
            right = f"{_value(match)}"
            yield Spot(number, match.start(), match.end(), f"{match[0]!r}: the house writes {right!r}", _FIGURES, right)


_FIGURES = "numbers from 10 on are in figures"


def _value(match: re.Match[str]) -> int:
    if match[3]:
        return 100 * _small(match[3]) + (_small(match[4]) if match[4] else 0)
    return _small(match[1]) + (_small(match[2]) if match[2] else 0)


def _small(words: str) -> int:
    head, _, tail = words.lower().partition("-")
    value = _TENS[head] if head in _TENS else _ONES.index(head)
    return value + (_ONES.index(tail) if tail else 0)


_LONG = re.compile(r"\d\d{4}|\d\.\d{3}")
_THOUSANDS = re.compile(
    r"(?<![\w.,:/+#@–€$£-])(?<!No\. )(?<!No\. )(\d{5,7})(?![\w/@:–-]|[.,]\d)(?= [a-z]|[.,;)]|$)|(?<![\d.,])(\d{1,3}(?:\.\d{3}){1,2})(?![\d.,]\d|\d)(?= [a-z])"
)


@style_rule("S223", "thousands-without-comma", Severity.WARNING)
def thousands_without_comma(reading: Reading) -> Iterator[Spot]:
    """Write a comma in thousands: 144,656. In English a point is for decimals.

    Why: a long number is misread, and 144.656 is a little more than 144.

    Example:
        '144656 persons' -> '144,656 persons'
    """
    for number, passage in reading.prose():
        if not _LONG.search(passage.text):
            continue
        for match in _THOUSANDS.finditer(passage.text):
            decimal = match[2] is not None and not _counts(match[2], passage.text[match.end() :])
            quoted = passage.is_quoted(match.start(), match.end())
            if not decimal and not quoted and not match[0].startswith("0"):
                right = f"{int(match[0].replace('.', '')):,}"
                yield Spot(
                    number,
                    match.start(),
                    match.end(),
                    f"{match[0]!r}: the house writes {right!r}",
                    _COMMA,
                    right,
                    safe=bool(match[1]),
                )


def _counts(number: str, following: str) -> bool:
    """Tell whether a number with points counts something: it has two points, or what follows comes in whole numbers."""
    return number.count(".") > 1 or re.match(rf" (?:[a-z-]+ )?{_COUNTED}", following) is not None


_COMMA = "thousands have a comma, decimals a point"
_DIGIT_FIRST = re.compile(r"\A\d|[.!?] \d")
_FIRST = re.compile(r"(?:^|(?<=[a-z)”][.!?] ))(\d[\d,.]*)(?= [a-z]+ \w+)")


@style_rule("S224", "figure-begins-sentence", Severity.WARNING)
def figure_begins_sentence(reading: Reading) -> Iterator[Spot]:
    """Begin no sentence with a figure.

    Why: a full stop before a figure looks like a part of the number. Reword it, or write the number out.

    Example:
        '2018 will see a first exercise.' -> 'In 2018, a first exercise will be held.'
    """
    for number, passage in reading.prose():
        if passage.part is Part.ITEM or not passage.text.rstrip().endswith((".", "!", "?")):
            continue
        if not _DIGIT_FIRST.search(passage.text):
            continue
        for match in _FIRST.finditer(passage.text):
            if not passage.is_quoted(match.start(), match.end()):
                around = passage.text[match.start() : match.end() + 25]
                yield Spot(
                    number,
                    match.start(1),
                    match.end(1),
                    f"a sentence begins with a figure: {around!r}",
                    "reword it, or write the number out",
                )


_RAISED = re.compile(r"[1-9](?:st|nd|rd|th) ")
_ORDINAL = re.compile(
    r"\b([1-9])(?:st|nd|rd|th)\b(?= [A-Za-z])(?! (?:January|February|March|April|May|June|July|August|September|October|November|December|of|Avenue|Street|floor))"
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


@style_rule("S225", "ordinal-below-ten", Severity.WARNING)
def ordinal_below_ten(reading: Reading) -> Iterator[Spot]:
    """Write ordinals below 10 in words: the fifth thematic session.

    Why: as with numbers.

    Example:
        'the 5th thematic session' -> 'the fifth thematic session'
    """
    for number, passage in reading.prose():
        if not _RAISED.search(passage.text):
            continue
        for match in _ORDINAL.finditer(passage.text):
            if not passage.is_quoted(match.start(), match.end()):
                right = _ORDINALS[int(match[1]) - 1]
                yield Spot(
                    number,
                    match.start(),
                    match.end(),
                    f"{match[0]!r}: the house writes {right!r}",
                    "ordinals below 10 are in words",
                    right,
                )
