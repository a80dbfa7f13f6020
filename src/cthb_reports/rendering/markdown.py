"""Markdown with marks as text: where its first letter is, how it ends, what a reader sees of it."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from cthb_reports.document import BulletList, OrderedList, Paragraph, Styled, parse
from cthb_reports.document.marks import DIGITS, SPAN, SPAN_END
from cthb_reports.rendering.signs import APART, JOINS, NAMES, NARRATED
from cthb_reports.rendering.signs import CHARACTERS as SIGN_CHARACTERS
from cthb_reports.rendering.signs import SIGNS as MARKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cthb_reports.document import Anchor

_MARK = re.compile(f"[{MARKS}]+")
_MARKUP = re.compile(r"\\([!-/:-@\[-`{-~])|\*+|\]\([^)]*\)|\[(?=[^\]]*\]\()")
_TO_FIRST_LETTER = re.compile(rf"[{MARKS}*“‘(\"'\s]*")
_VALUE_AT_START = re.compile(rf"(?:^|(?<=[.!?]\s)|(?<=\n\n))([*“‘(]*{SPAN}[{MARKS}]*)([a-z])")
_TAIL = f"{SIGN_CHARACTERS}* \n"
_ENDED = re.compile(r"[.?!…:;][”’\"')\]]*$")


_WORD = re.compile(rf"[^\W_]|[{NAMES}]")


def has_words(markdown: str) -> bool:
    """Tell whether a reader sees a word in Markdown."""
    return bool(_WORD.search(markdown))


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
    body = markdown.rstrip(_TAIL)
    text = markdown.rstrip()
    return text if _ENDED.search(visible(body[-_LONGEST_END:])) else f"{text}."


_LONGEST_END = 40
"""So many characters hold the end of a sentence with all that may stand after its stop."""


_VALUE = f"({SPAN}[^{SPAN_END}]*{SPAN_END})"
_BEFORE_STOP = re.compile(rf"{_VALUE}|\s+([,;:.])(?![\w.])")
_DOUBLE = re.compile(rf"{_VALUE}|,(?=[,.;])|(?<=\.)\.(?=\s|$)")


def tidied(markdown: str) -> str:
    """Return inline Markdown in one line, without a space before a comma or stop that optional parts left behind.

    Values stay as their authors typed them.
    """
    line = " ".join(str.split(markdown))  # as plain text: Markup would make each word Markup
    if any(space in line for space in (" ,", " .", " ;", " :")):
        line = _BEFORE_STOP.sub(lambda match: match[1] or match[2], line)
    if any(double in line for double in (",,", ",.", ",;", "..")):
        line = _DOUBLE.sub(lambda match: match[1] or "", line)
    return line


def is_one_paragraph(markdown: str, anchors: Sequence[Anchor]) -> bool:
    """Tell whether Markdown is words within a paragraph: no other block, and no notes."""
    document = parse(markdown, anchors)
    return len(document.blocks) == 1 and isinstance(document.blocks[0], Paragraph) and not document.footnotes


_STRAND = re.compile(f"{NARRATED}[{DIGITS}]+[{JOINS}{APART}]?")


def forbidden_block(markdown: str, anchors: Sequence[Anchor]) -> str | None:
    """Return what a narrative may not hold, or `None`."""
    document = parse(_STRAND.sub("", markdown), anchors)
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
