"""Markdown with marks as text: where its first letter is, how it ends, what a reader sees of it."""

from __future__ import annotations

import functools
import html
import re
from typing import TYPE_CHECKING

from cthb_reports.document import BulletList, OrderedList, Paragraph, Styled, parse
from cthb_reports.document.marks import MARKS, SPAN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cthb_reports.document import Anchor

_MARK = re.compile(f"[{MARKS}]+")
_MARKUP = re.compile(r"\\([!-/:-@\[-`{-~])|\*+|\]\([^)]*\)|\[(?=[^\]]*\]\()")
_TO_FIRST_LETTER = re.compile(rf"[{MARKS}*“‘(\"'\s]*")
_VALUE_AT_START = re.compile(rf"(?:^|(?<=[.!?]\s)|(?<=\n\n))([*“‘(]*{SPAN}[{MARKS}]*)([a-z])")
_TAIL = re.compile(rf"[{MARKS}*\s]*$")
_ENDED = re.compile(r"[.?!…:;][”’\"')\]]*$")


def visible(markdown: str) -> str:
    """Return what a reader sees of inline Markdown, in one line; near enough for looking words up in it."""
    plain = _MARKUP.sub(lambda match: match[1] or "", _MARK.sub("", markdown))
    return " ".join(html.unescape(plain).split())


def capitalized(markdown: str) -> str:
    """Return inline Markdown with its first letter as a capital, marks and markup passed over."""
    match = _TO_FIRST_LETTER.match(markdown)
    at = match.end() if match else 0
    return markdown[:at] + markdown[at : at + 1].upper() + markdown[at + 1 :]


def begun_with_capitals(markdown: str) -> str:
    """Return paragraphs in which a value that begins a sentence has its capital: "The Austrian Chairmanship and ..."."""
    return _VALUE_AT_START.sub(lambda match: f"{match[1]}{match[2].upper()}", markdown)


def stopped(markdown: str) -> str:
    """Return inline Markdown that ends as a sentence does."""
    tail = _TAIL.search(markdown)
    body = markdown[: tail.start()] if tail else markdown
    text = markdown.rstrip()
    return text if _ENDED.search(visible(body)) else f"{text}."


_BEFORE_STOP = re.compile(rf"\s+([{MARKS}]*[,;:.])(?![\w.])")
_DOUBLE = re.compile(r",(?=[,.;])|(?<=\.)\.(?=\s|$)")


def tidied(markdown: str) -> str:
    """Return inline Markdown in one line, without a space before a comma or stop that optional parts left behind."""
    line = " ".join(markdown.split())
    return _DOUBLE.sub("", _BEFORE_STOP.sub(r"\1", line))


@functools.lru_cache(maxsize=1024)
def phrase_pattern(phrase: str) -> re.Pattern[str]:
    """Return a pattern that finds a phrase in Markdown, whatever marks and escapes stand between its letters.

    The first letter may be a capital: the phrase may begin a sentence.
    """
    between = rf"[{MARKS}\\]*"
    words = [between.join(_letter(letter) for letter in word) for word in phrase.split()]
    spaced = rf"{between}(?:[ \t]+\n?|\n)[ \t]*{between}".join(words)
    return re.compile(rf"(?<![\w*])({_letter(phrase[0].upper())}{spaced[len(_letter(phrase[0])) :]}|{spaced})(?![\w*])")


def _letter(letter: str) -> str:
    """A letter as `escape` may have written it."""
    return re.escape(letter) if letter.isalpha() else f"(?:{re.escape(letter)}|&#{ord(letter)};)"


def forbidden_block(markdown: str, anchors: Sequence[Anchor]) -> str | None:
    """Return what a narrative may not hold, or `None`."""
    document = parse(markdown, anchors)
    pending = list(document.blocks)
    while pending:
        block = pending.pop()
        match block:
            case Paragraph():
                continue
            case BulletList() | OrderedList():
                pending += [inner for item in block.items for inner in item]
            case Styled():
                pending += block.blocks
            case _:
                return f"a narrative has no place for a {type(block).__name__.lower()}"
    return None
