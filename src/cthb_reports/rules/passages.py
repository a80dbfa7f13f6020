"""The paragraphs of a draft, each with the records that it tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports.document import Emphasis, inline_text, lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cthb_reports.document import Anchor, Document, Inline, Line
    from cthb_reports.findings import FieldPath


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `start` to `end` of a passage, and the field that they come from."""

    start: int
    end: int
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading or cell.

    Args:
        text: Its words.
        stretches: Parts of it that come from a field, outer ones first.
        titles: Parts in italics or in quotation marks, which are other people's words: start and end.
        is_heading: Whether it is a heading, or stands on the first page above the text.
    """

    text: str
    stretches: tuple[Stretch, ...]
    titles: tuple[tuple[int, int], ...] = ()
    is_heading: bool = False

    def field_at(self, start: int) -> FieldPath:
        """Return the field that the characters at a place come from, the innermost one; empty if they are the template's."""
        found: FieldPath = ()
        for stretch in self.stretches:
            if stretch.start <= start < stretch.end:
                found = stretch.anchor.field
        return found or next((record_of(stretch.anchor.field) for stretch in self.stretches), ())

    def is_quoted(self, start: int) -> bool:
        """Tell whether the characters at a place are in italics or quotation marks."""
        return any(first <= start < last for first, last in self.titles)


def record_of(field: FieldPath) -> FieldPath:
    """Return the path of the record that a field belongs to: up to the first number."""
    for index, step in enumerate(field):
        if isinstance(step, int):
            return field[: index + 1]
    return field


def passages(document: Document) -> tuple[Passage, ...]:
    """Return every paragraph, heading and cell of a document; notes come last."""
    return tuple(_passage(line) for line in lines(document) if line.kind != "caption")


def _passage(line: Line) -> Passage:
    text = line.text
    stretches = tuple(Stretch(*stretch) for stretch in line.stretches())
    titles = (*_italics(line.children, 0), *_quoted(text))
    return Passage(text, stretches, titles, line.kind == "heading" or bool(line.style))


def _italics(nodes: Iterable[Inline], start: int) -> Iterator[tuple[int, int]]:
    for node in nodes:
        end = start + len(inline_text((node,)))
        if isinstance(node, Emphasis):
            yield start, end
        else:
            yield from _italics(getattr(node, "children", ()), start)
        start = end


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    opened = text.find("“")
    while opened >= 0:
        closed = text.find("”", opened)
        if closed < 0:
            return
        yield opened, closed + 1
        opened = text.find("“", closed)
