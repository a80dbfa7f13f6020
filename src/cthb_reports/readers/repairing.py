"""Damage found in lines and undone, so that nobody takes it for ten other faults."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports.readers.damage import Damage
from cthb_reports.readers.lines import CODE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cthb_reports.readers.lines import Line


@dataclass(frozen=True, slots=True)
class Damaged:
    """A place of a file that is damaged.

    Args:
        damage: What has happened there.
        start: The offset of the first character, as the reader counts.
        end: The one after the last.
        words: The damaged words.
        likely: What stood there, most likely; empty where nothing did.
        right: What to write from `start` to `end`, where that is sure; else `None`.
    """

    damage: Damage
    start: int
    end: int
    words: str
    likely: str = ""
    right: str | None = None


def repaired(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Damaged, ...]]:
    """Return lines without their damage, and the damage."""
    found: list[Damaged] = []
    whole = _without_cuts(_without_page_numbers(lines, found), found)
    return tuple(_mended(line, found) for line in whole), tuple(sorted(found, key=lambda one: one.start))


# --- words

_ORDINAL = re.compile(r"(?<![\w.,])(\d{1,3}) (st|nd|rd|th)(?!\w)")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_]{2}) s(?=[\s.,;:!?)]|$)")
_HYPHEN = re.compile(r"(?<!\w)([^\W\d_]{2,})- ([a-z]{2,})(?!\w)")
_CASE = re.compile(r"(?<!\w)([a-z]{3,})([A-Z][a-z]{2,})(?!\w)")
_STOP = re.compile(r"(?<![\w./@])([a-z]{3,}[.;])([A-Z][a-z]+)(?![\w./@])")
_SMALL = re.compile(r"\b(of|in|to|for|on|by|from|with|and|that)(the|this|their|these|which)\b")

_HANGING = frozenset(("and", "or", "to", "nor", "but", "as", "than", "rather"))
"""What follows a hyphen that is meant to hang: short- and long-term."""
_PREFIXES = frozenset(
    (
        "anti",
        "non",
        "co",
        "multi",
        "cross",
        "inter",
        "self",
        "post",
        "pre",
        "well",
        "sub",
        "semi",
        "socio",
        "long",
        "short",
        "high",
        "low",
        "full",
        "part",
        "ex",
        "vice",
    )
)
"""What keeps its hyphen when a compound is joined again."""


def _mended(line: Line, found: list[Damaged]) -> Line:
    for damage, pattern, likely in _WORDS:
        changes: list[tuple[int, int, str]] = []
        for match in pattern.finditer(line.text):
            right = likely(match)
            if right is not None and CODE not in line.faces[match.start() : match.end()]:
                found.append(_damaged(line, damage, match, right))
                changes.append((*match.span(), right))
        line = line.without(*changes) if changes else line
    return line


def _damaged(line: Line, damage: Damage, match: re.Match[str], right: str) -> Damaged:
    start, end = _whole_words(line.text, match)
    likely = line.text[start : match.start()] + right + line.text[match.end() : end]
    sure = right if damage.safe and line.is_whole(*match.span()) else None
    return Damaged(damage, *line.span(*match.span()), line.text[start:end], likely, sure)


def _whole_words(text: str, match: re.Match[str]) -> tuple[int, int]:
    start = text.rfind(" ", 0, match.start()) + 1
    end = text.find(" ", match.end())
    return start, len(text) if end < 0 else end


def _ordinal(match: re.Match[str]) -> str | None:
    number = int(match[1])
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{match[1]}{match[2]}" if match[2] == ending else None


def _hyphen(match: re.Match[str]) -> str | None:
    if match[2] in _HANGING:
        return None
    return f"{match[1]}-{match[2]}" if match[1].lower() in _PREFIXES else f"{match[1]}{match[2]}"


def _apart(match: re.Match[str]) -> str:
    return f"{match[1]} {match[2]}"


_WORDS: tuple[tuple[Damage, re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = (
    (Damage.SPLIT_ORDINAL, _ORDINAL, _ordinal),
    (Damage.LOST_APOSTROPHE, _APOSTROPHE, lambda _: "’s"),
    (Damage.LOST_HYPHEN, _HYPHEN, _hyphen),
    (Damage.JOINED_WORDS, _CASE, _apart),
    (Damage.JOINED_WORDS, _STOP, _apart),
    (Damage.JOINED_WORDS, _SMALL, _apart),
)

# --- pages

_NUMBER = re.compile(r"(\d{1,3})|[-–—] ?(\d{1,3}) ?[-–—]|[Pp]age (\d{1,3})(?: of \d{1,3})?|(\d{1,3}) (?:/|of) \d{1,3}")


def _page(line: Line) -> tuple[int, bool] | None:
    """Return the page that a line is the number of, and whether it says so itself; `None` if it is none."""
    match = _NUMBER.fullmatch(line.text) if line.role.kind == "paragraph" and line.role.body else None
    if not match:
        return None
    return int(next(filter(None, match.groups()))), match[1] is None


def _without_page_numbers(lines: Sequence[Line], found: list[Damaged]) -> list[Line | None]:
    """Return the lines, with `None` where a page ended."""
    lines = _without_last_numbers(lines, found)
    pages = {index: page for index, line in enumerate(lines) if (page := _page(line))}
    numbers = {number for number, _ in pages.values()}
    kept: list[Line | None] = []
    for index, line in enumerate(lines):
        number, is_said = pages.get(index, (0, False))
        # A number alone may be a figure in a leaflet; only one beside its neighbours is that of a page.
        if index not in pages or not (is_said or {number - 1, number + 1} & numbers):
            kept.append(line)
        else:
            found.append(Damaged(Damage.PAGE_NUMBER, *line.span(0, len(line)), line.text))
            kept.append(None)
    return kept


_LAST = re.compile(r"(?<=\S)\s+(\d{1,3})$")


def _without_last_numbers(lines: Sequence[Line], found: list[Damaged]) -> Sequence[Line]:
    """Return the lines without the numbers of pages that have got to the end of a paragraph."""
    last = {index: match for index, line in enumerate(lines) if (match := _last(line, lines[index + 1 : index + 2]))}
    pages = [int(match[1]) for match in last.values()]
    rising = all(0 < then - first <= _PAGES_APART for first, then in itertools.pairwise(pages))
    if len(pages) < 2 or not rising:
        return lines
    for index, match in last.items():
        found.append(Damaged(Damage.PAGE_NUMBER, *lines[index].span(*match.span(1)), match[1]))
    return [line.without((*last[index].span(), "")) if index in last else line for index, line in enumerate(lines)]


def _last(line: Line, following: Sequence[Line]) -> re.Match[str] | None:
    match = _LAST.search(line.text) if line.role.kind == "paragraph" and line.role.body else None
    if not match or len(line) < _SENTENCE:
        return None
    ends = line.text[match.start() - 1] in ".!?;:"
    return match if ends or any(then.text[0].islower() for then in following) else None


_PAGES_APART = 4
"""Not every page ends where it can be told."""

_OPEN_END = re.compile(r"[\w,’–-]$")


def _without_cuts(lines: Sequence[Line | None], found: list[Damaged]) -> Iterator[Line]:
    waiting: Line | None = None
    page_ended = False
    for line in lines:
        if line is None:
            page_ended = True
            continue
        if waiting and _goes_on(waiting, line, page_ended=page_ended):
            first, last = waiting.text.rpartition(" ")[2], line.text.partition(" ")[0]
            found.append(
                Damaged(Damage.CUT_PARAGRAPH, *line.span(0, len(last)), f"{first} / {last}", f"{first} {last}")
            )
            waiting = waiting.followed_by(line)
        else:
            if waiting:
                yield waiting
            waiting = line
        page_ended = False
    if waiting:
        yield waiting


def _goes_on(first: Line, then: Line, *, page_ended: bool) -> bool:
    """Tell whether a line goes on with the sentence of the one before it."""
    kinds = first.role.kind in {"paragraph", "item"} and then.role.kind == "paragraph"
    same_place = (first.role.note, first.role.body) == (then.role.note, then.role.body)
    if not (kinds and same_place and len(first) >= _SENTENCE and _OPEN_END.search(first.text)):
        return False
    return then.text[0].islower() or (page_ended and then.text[0].isalpha() and len(then) >= _SENTENCE)


_SENTENCE = 60
"""A line that is shorter may be that of an address or a title page."""
