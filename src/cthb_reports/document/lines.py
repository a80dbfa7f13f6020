"""The paragraphs of a document in the order in which a writer writes them: text, captions and cells, then notes."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from cthb_reports.document.nodes import (
    BulletList,
    ChangedBlock,
    Heading,
    OrderedList,
    Paragraph,
    Quote,
    Span,
    Styled,
    Table,
    Text,
)
from cthb_reports.document.text import inline_text, lone_picture

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cthb_reports.document.nodes import Anchor, Block, Document, Inline


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, heading, caption or cell.

    Args:
        number: Its number in the document, counted from 0.
        children: What it is made of.
        kind: What it is.
        around: The anchors of the blocks that it stands in, the outermost first.
        style: The style of the letterhead that it takes, such as `Author`; empty for what is nothing in particular.
        list_number: Of an item, the number of its list in the document, counted from 1; else 0.
        note: The label of the note that it belongs to, or empty.
        quoted: Whether it is in another's words.
    """

    number: int
    children: tuple[Inline, ...]
    kind: Literal["paragraph", "heading", "item", "cell", "caption"]
    around: tuple[Anchor, ...] = ()
    style: str = ""
    list_number: int = 0
    note: str = ""
    quoted: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return inline_text(self.children)

    def stretches(self) -> Iterator[tuple[int, int, Anchor]]:
        """Yield where in its text each anchor begins and ends, outer ones first."""
        yield from ((0, len(self.text), anchor) for anchor in self.around)
        yield from _stretches(self.children, 0)


def _stretches(children: Iterable[Inline], start: int) -> Iterator[tuple[int, int, Anchor]]:
    for child in children:
        end = start + len(inline_text((child,)))
        if isinstance(child, Span):
            yield start, end, child.anchor
        yield from _stretches(getattr(child, "children", ()), start)
        start = end


def lines(document: Document) -> tuple[Line, ...]:
    """Return every paragraph, heading, caption and cell of a document; notes come last."""
    walk = _Walk()
    notes = (line for label, blocks in document.footnotes.items() for line in walk.of(blocks, _Where(note=label)))
    return (*walk.of(document.blocks, _Where()), *notes)


@dataclass(frozen=True, slots=True)
class _Where:
    kind: Literal["paragraph", "item"] = "paragraph"
    around: tuple[Anchor, ...] = ()
    style: str = ""
    list_number: int = 0
    note: str = ""
    quoted: bool = False


class _Walk:
    def __init__(self) -> None:
        self._numbers = itertools.count()
        self._lists = itertools.count(1)

    def of(self, blocks: Iterable[Block], where: _Where) -> Iterator[Line]:
        for block in blocks:
            match block:
                case Paragraph(children=children):
                    yield self._line(children, where.kind, where)
                    if (image := lone_picture(children)) and image.caption:
                        yield self._line((Text(image.caption),), "caption", where)
                case Heading(children=children):
                    yield self._line(children, "heading", where)
                case BulletList(items=items) | OrderedList(items=items):
                    own = next(self._lists)
                    for item in items:
                        yield from self.of(item, _in(where, kind="item", list_number=own))
                case Quote(blocks=inner) | ChangedBlock(blocks=inner):
                    yield from self.of(inner, _in(where, quoted=where.quoted or isinstance(block, Quote)))
                case Styled(blocks=inner, style=style, anchor=anchor):
                    around = (*where.around, anchor) if anchor else where.around
                    yield from self.of(inner, _in(where, around=around, style=style or where.style))
                case Table(header=header, rows=rows):
                    yield from (self._line(cell, "cell", where) for row in (header, *rows) for cell in row)

    def _line(
        self,
        children: tuple[Inline, ...],
        kind: Literal["paragraph", "heading", "item", "cell", "caption"],
        where: _Where,
    ) -> Line:
        return Line(
            next(self._numbers),
            children,
            kind,
            where.around,
            where.style,
            where.list_number,
            where.note,
            where.quoted,
        )


def _in(where: _Where, **changes: object) -> _Where:
    return replace(where, **changes)  # type: ignore[arg-type]  # names and types are those of the class
