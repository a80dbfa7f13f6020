"""The comments of a DOCX and the words that they stand at, by a walk of our own through its XML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx_parts import W, members
from lxml import etree

COMMENTS = "word/comments.xml"
_BODY = "word/document.xml"


@dataclass(frozen=True)
class Comment:
    """A comment: who made it, what it says, and what it stands at.

    Args:
        author: Who made it.
        paragraphs: What it says.
        words: The words between its beginning and its end, with spaces of one kind.
        notes: How many marks of footnotes stand there.
    """

    author: str
    paragraphs: tuple[str, ...]
    words: str
    notes: int = 0


def comments(content: bytes) -> list[Comment]:
    """Return the comments in the order of their numbers; each has one beginning, one end and one sign behind it."""
    parts = members(content)
    if COMMENTS not in parts:
        return []
    text = etree.fromstring(parts[_BODY])
    made = [(comment, _stands_at(text, comment.get(f"{W}id"))) for comment in etree.fromstring(parts[COMMENTS])]
    return [_comment(comment, *found) for comment, found in made]


def _comment(comment: Any, words: str, notes: int) -> Comment:
    paragraphs = tuple("".join(paragraph.itertext()) for paragraph in comment.iter(f"{W}p"))
    return Comment(comment.get(f"{W}author"), paragraphs, words, notes)


def _stands_at(text: Any, number: str) -> tuple[str, int]:
    """Return the words between the two ends of a comment, and how many marks of notes stand there."""
    (start,) = _named(text, "commentRangeStart", number)
    (end,) = _named(text, "commentRangeEnd", number)
    (sign,) = _named(text, "commentReference", number)
    assert end.getnext() is sign.getparent(), "the sign of a comment stands just behind its end"
    elements = list(text.iter())
    between = elements[elements.index(start) : elements.index(end)]
    notes = sum(element.tag == f"{W}footnoteReference" for element in between)
    return "".join(map(_letters, between)).replace("\u00a0", " "), notes


def _named(text: Any, tag: str, number: str) -> list[Any]:
    return [element for element in text.iter(f"{W}{tag}") if element.get(f"{W}id") == number]


def _letters(element: Any) -> str:
    if element.tag == f"{W}br":
        return " "
    return (element.text or "") if element.tag == f"{W}t" else ""
