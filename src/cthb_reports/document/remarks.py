"""What is said beside a text, at words of it: a comment in the margin."""

from __future__ import annotations

from dataclasses import dataclass

AUTHOR, INITIALS = "cthb-reports", "cr"
"""Who speaks where the program does: what it has said is gone from the next draft, what people say is kept."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment at words of a document.

    Args:
        line: The number of the line that they stand in (see `lines`).
        start: The first character of them there, counted from 0.
        end: The one after the last; a remark without any character is about the whole line.
        paragraphs: What is said.
        author: Who says it.
        initials: The same in short.
    """

    line: int
    start: int
    end: int
    paragraphs: tuple[str, ...]
    author: str = AUTHOR
    initials: str = INITIALS
