"""Markdown with marks as text: where its first letter is, how it ends, what a reader sees of it."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from cthb_reports.document import BulletList, OrderedList, Paragraph, Styled, parse
from cthb_reports.document.marks import MARKS, SPAN, SPAN_END

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


_VALUE = f"({SPAN}[^{SPAN_END}]*{SPAN_END})"
_BEFORE_STOP = re.compile(rf"{_VALUE}|\s+([,;:.])(?![\w.])")
_DOUBLE = re.compile(rf"{_VALUE}|,(?=[,.;])|(?<=\.)\.(?=\s|$)")


def tidied(markdown: str) -> str:
    """Return inline Markdown in one line, without a space before a comma or stop that optional parts left behind.

    Values stay as their authors typed them.
    """
    line = " ".join(markdown.split())
    spaced = _BEFORE_STOP.sub(lambda match: match[1] or match[2], line)
    return _DOUBLE.sub(lambda match: match[1] or "", spaced)


_TOKEN = re.compile(rf"([^{MARKS}\\&\s]+)|\\([!-/:-@\[-`{{-~])|&#(\d+);|(\s+)|[{MARKS}]+|[\\&]")


def find_phrase(markdown: str, phrase: str) -> tuple[int, int] | None:
    """Return where a phrase stands in Markdown, whatever marks and escapes are between its letters.

    Its first letter may be a capital, since it may begin a sentence; it never runs over the end of a paragraph, and is not
    found where it is emphasised already.
    """
    letters, offsets = _letters(markdown)
    looked_for = " ".join(phrase.split())
    for form in (looked_for, looked_for[:1].upper() + looked_for[1:]):
        at = letters.find(form)
        while at >= 0:
            end = at + len(form)
            if not (_JOINS.match(letters, at - 1) if at else None) and not _JOINS.match(letters, end):
                return offsets[at][0], offsets[end - 1][1]
            at = letters.find(form, at + 1)
    return None


_JOINS = re.compile(r"[\w*]")


def _letters(markdown: str) -> tuple[str, list[tuple[int, int]]]:
    """Return Markdown without marks and escapes, and of each letter left where it stands."""
    letters: list[str] = []
    offsets: list[tuple[int, int]] = []
    for token in _TOKEN.finditer(markdown):
        plain, escaped, number, space = token.groups()
        if plain:
            letters.append(plain)
            offsets += [(at, at + 1) for at in range(token.start(), token.end())]
        elif escaped or number or space:
            letters.append(escaped or (chr(int(number)) if number else "\n" if space.count("\n") > 1 else " "))
            offsets.append(token.span())
    return "".join(letters), offsets


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
