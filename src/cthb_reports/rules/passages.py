"""The paragraphs of a draft, each with the records that it tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports.document import (
    Anchor,
    BulletList,
    Code,
    Emphasis,
    Heading,
    Image,
    LineBreak,
    OrderedList,
    Paragraph,
    Quote,
    Span,
    Styled,
    Table,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cthb_reports.document import Block, Document, Inline
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
    notes = (passage for blocks in document.footnotes.values() for passage in _passages(blocks, None))
    return (*_passages(document.blocks, None), *notes)


def _passages(blocks: Iterable[Block], anchor: Anchor | None, *, on_top: bool = False) -> Iterator[Passage]:
    for block in blocks:
        match block:
            case Heading(children=children) | Paragraph(children=children):
                yield _passage(children, anchor, is_heading=on_top or isinstance(block, Heading))
            case BulletList(items=items) | OrderedList(items=items):
                for item in items:
                    yield from _passages(item, anchor, on_top=on_top)
            case Quote(blocks=inner):
                yield from _passages(inner, anchor, on_top=on_top)
            case Styled(blocks=inner):
                yield from _passages(inner, block.anchor or anchor, on_top=on_top or block.style is not None)
            case Table(header=header, rows=rows):
                yield from (_passage(cell, anchor, is_heading=on_top) for row in (header, *rows) for cell in row)


def _passage(children: tuple[Inline, ...], anchor: Anchor | None, *, is_heading: bool) -> Passage:
    reader = _Reader([], [], [])
    end = reader.read(children, 0)
    outer = (Stretch(0, end, anchor),) if anchor else ()
    text = "".join(reader.parts)
    return Passage(text, (*outer, *reader.stretches), (*reader.titles, *_quoted(text)), is_heading)


@dataclass(frozen=True, slots=True)
class _Reader:
    parts: list[str]
    stretches: list[Stretch]
    titles: list[tuple[int, int]]

    def read(self, nodes: Iterable[Inline], start: int) -> int:
        """Add the words of some nodes that begin at a place, and return where they end."""
        for node in nodes:
            match node:
                case Text(text=text) | Code(text=text) | Image(description=text):
                    self.parts.append(text)
                    start += len(text)
                case LineBreak():
                    self.parts.append(" ")
                    start += 1
                case _:
                    start = self._read_inner(node, start)
        return start

    def _read_inner(self, node: Inline, start: int) -> int:
        place = len(self.stretches)
        end = self.read(getattr(node, "children", ()), start)
        if isinstance(node, Span):
            self.stretches.insert(place, Stretch(start, end, node.anchor))
        elif isinstance(node, Emphasis):
            self.titles.append((start, end))
        return end


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    opened = text.find("“")
    while opened >= 0:
        closed = text.find("”", opened)
        if closed < 0:
            return
        yield opened, closed + 1
        opened = text.find("“", closed)
