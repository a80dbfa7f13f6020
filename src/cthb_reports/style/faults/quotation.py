"""Quotation marks and brackets: in pairs, curly, double outside, with the full stop where it belongs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cthb_reports.findings import Severity
from cthb_reports.style.passages import Part
from cthb_reports.style.rule import Reading, Spot, style_rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MARKS = re.compile(r"[“”()\"]")
_PARTNER = {"”": "“", ")": "("}
_NUMBERING = re.compile(r"(?:^|[\s;:,(])(?:\d{1,2}|[a-z]|[ivx]{1,4})$")


@style_rule("S241", "mark-without-partner", Severity.WARNING, any_house=True)
def mark_without_partner(reading: Reading) -> Iterator[Spot]:
    """Ask that quotation marks and brackets stand in pairs within a paragraph.

    Why: a mark that was lost leaves it open where the words of another end. A quotation that goes on in the next paragraph
    opens there again, and is left alone; so are a) and 1) of a numbering.

    Example:
        'the conference “Trafficking in Children was held' -> 'the conference “Trafficking in Children” was held'
    """
    texts = [passage.text for passage in reading.passages]
    for number, offsets in enumerate(_alone_in(texts)):
        text = texts[number]
        following = texts[number + 1] if number + 1 < len(texts) else ""
        for offset in offsets:
            if not (text[offset] == "“" and following.startswith("“")):
                around = text[max(0, offset - 15) : offset + 16].strip()
                message = f"{text[offset]!r} has no partner, in {around!r}"
                yield Spot(number, offset, offset + 1, message, "close it, or take it out")


def _alone_in(texts: Sequence[str]) -> list[list[int]]:
    """Return where marks without partners stand in each text; two halves of a paragraph that was cut count as one."""
    alone = [_alone(text) for text in texts]
    for number in range(len(texts) - 1):
        cut = alone[number] and alone[number + 1] and not texts[number].endswith((".", "!", "?", ";", ":"))
        if cut and not _alone(f"{texts[number]} {texts[number + 1]}"):
            alone[number], alone[number + 1] = [], []
    return alone


def _alone(text: str) -> list[int]:
    opened: list[tuple[str, int]] = []
    alone: list[int] = []
    for match in _MARKS.finditer(text):
        mark, offset = match[0], match.start()
        if mark == '"':
            if text[offset - 1 : offset].isdigit() and not any(known == '"' for known, _ in opened):
                continue
            _toggle(opened, offset)
        elif mark in "“(":
            opened.append((mark, offset))
        elif opened and opened[-1][0] == _PARTNER[mark]:
            opened.pop()
        elif not (mark == ")" and _NUMBERING.search(text[max(0, offset - 8) : offset])):
            alone.append(offset)
    return sorted([*alone, *(offset for _, offset in opened)])


def _toggle(opened: list[tuple[str, int]], offset: int) -> None:
    if opened and opened[-1][0] == '"':
        opened.pop()
    else:
        opened.append(('"', offset))


_STRAIGHT = re.compile(r"\"(?=\S)([^\"]*)(?<=\S)\"(?!\w)")


@style_rule("S242", "straight-quotation-marks", Severity.WARNING)
def straight_quotation_marks(reading: Reading) -> Iterator[Spot]:
    """Write curly quotation marks: “title”.

    Why: a printed text shows where a quotation begins and where it ends.

    Example:
        'the conference "Trafficking in Children"' -> 'the conference “Trafficking in Children”'
    """
    for number, passage in enumerate(reading.passages):
        if '"' in passage.text and passage.text.count('"') % 2 == 0:
            for match in _STRAIGHT.finditer(passage.text):
                right = f"“{match[1]}”"
                yield Spot(
                    number,
                    match.start(),
                    match.end(),
                    f"straight marks around {match[1][:60]!r}",
                    _CURLY,
                    right,
                    safe=True,
                )


_CURLY = "the house writes curly marks: “ ” ‘ ’"
_APOSTROPHE = re.compile(r"(?:\b\w+)'(?:\w+\b|(?=[\s,.;:)?!]|$))")


@style_rule("S243", "straight-apostrophe", Severity.WARNING)
def straight_apostrophe(reading: Reading) -> Iterator[Spot]:
    """Write curly apostrophes: the Chair’s.

    Why: a printed text has them; a straight one shows where another text was pasted in.

    Example:
        "the Chair's words" -> 'the Chair’s words'
    """
    for number, passage in enumerate(reading.passages):
        if "'" not in passage.text:
            continue
        quoted = [(start, end) for start, end in passage.quotations if passage.text[start] == "'"]
        for match in _APOSTROPHE.finditer(passage.text):
            if not any(start < match.end() <= end for start, end in quoted):
                right = match[0].replace("'", "’")
                yield Spot(
                    number,
                    match.start(),
                    match.end(),
                    f"{match[0]!r} has a straight apostrophe",
                    _CURLY,
                    right,
                    safe=True,
                )


_STOP_WITHIN = re.compile(r"[.,]”(?!\w)")


@style_rule("S244", "full-stop-within-title", Severity.WARNING)
def full_stop_within_title(reading: Reading) -> Iterator[Spot]:
    """Put the full stop, or the comma, behind the closing quotation mark of a title or a few words.

    Why: it belongs to the sentence around. Where a whole sentence is quoted, its full stop stands within.

    Example:
        'a conference on “Trafficking in Children.”' -> 'a conference on “Trafficking in Children”.'
    """
    for number, passage in enumerate(reading.passages):
        if passage.part is Part.CELL or "”" not in passage.text:
            continue
        for match in _STOP_WITHIN.finditer(passage.text):
            opening = passage.text.rfind("“", 0, match.start())
            if opening >= 0 and not _is_sentence(passage.text, opening, match.start()):
                start = max(opening + 1, passage.text.rfind(" ", 0, match.start()) + 1)
                word = passage.text[start : match.start()]
                right = f"{word}”{match[0][0]}"
                wrong = passage.text[start : match.end()]
                yield Spot(number, start, match.end(), f"{wrong!r}: the house writes {right!r}", _OUTSIDE, right)


_OUTSIDE = "the mark belongs to the sentence around the quotation"


def _is_sentence(text: str, opening: int, end: int) -> bool:
    """Tell whether quoted words may be a whole sentence: said after a colon or comma, alone, or with several small words."""
    before = text[:opening].rstrip()
    words = text[opening + 1 : end].split()
    small = sum(1 for word in words if word[:1].islower())
    return not before or before[-1] in ":,.!?”" or (text[opening + 1].isupper() and small > len(words) / 2)


_SINGLE = re.compile(r"(?<![\w’])‘((?:[^‘’“”]|’(?=\w))+)’(?!\w)")


@style_rule("S245", "single-quotation-marks", Severity.QUERY)
def single_quotation_marks(reading: Reading) -> Iterator[Spot]:
    """Write double quotation marks; single ones stand within double ones.

    Why: so does the house.

    Example:
        'the ‘subtle’ means' -> 'the “subtle” means'
    """
    for number, passage in enumerate(reading.passages):
        if "‘" not in passage.text:
            continue
        outer = [(start, end) for start, end in passage.quotations if passage.text[start] in '“"']
        for match in _SINGLE.finditer(passage.text):
            if not any(start <= match.start() < end for start, end in outer):
                yield Spot(
                    number,
                    match.start(),
                    match.end(),
                    f"single marks around {match[1][:60]!r}",
                    _DOUBLE,
                    f"“{match[1]}”",
                )


_DOUBLE = "the house writes double quotation marks, and single ones within them"
