"""A document as a row of pieces, each of which may be in one version, in both, or in both and in different places."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cthb_reports.document import (
    BulletList,
    Heading,
    OrderedList,
    Paragraph,
    Quote,
    Span,
    Styled,
    Table,
    block_lines,
    inline_text,
    lone_picture,
)
from cthb_reports.kinds.titles import record_path

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from cthb_reports.document import Anchor, Block, Inline
    from cthb_reports.findings import FieldPath

_OF_MANY = frozenset({"partners", "abbreviations", "text"})
"""Lists whose entries are named all over a text, and what a text of others has instead of records."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, heading, list or table; an item, or a row.

    Args:
        content: What it is.
        shape: What two pieces have in common that may be two versions of one.
        text: Its words.
        records: The paths of the records that it tells.
        within: The styled blocks and quotations around it, the outermost first, each without its blocks.
        words: How often each word stands in it.
    """

    content: Block | tuple[Block, ...] | tuple[tuple[Inline, ...], ...]
    shape: Hashable
    text: str
    records: frozenset[FieldPath] = frozenset()
    within: tuple[Styled | Quote, ...] = ()
    words: Counter[str] = field(default_factory=Counter, compare=False)


def pieces(
    blocks: Iterable[Block], within: tuple[Styled | Quote, ...] = (), around: tuple[Anchor, ...] = ()
) -> Iterator[Piece]:
    """Yield the pieces of blocks; what only says where text comes from is no piece."""
    for block in blocks:
        match block:
            case Styled(blocks=inner, style=style, anchor=anchor):
                shells = (*within, Styled((), style)) if style else within
                yield from pieces(inner, shells, (*around, anchor) if anchor else around)
            case Quote(blocks=inner):
                yield from pieces(inner, (*within, Quote(())), around)
            case _:
                text = "\n".join(block_lines((block,)))
                told = _records((*around, *anchors((block,))))
                yield Piece(block, (shape(block), within), text, told, within, Counter(text.split()))


def items(block: BulletList | OrderedList) -> Iterator[Piece]:
    """Yield the items of a list."""
    for item in block.items:
        text = "\n".join(block_lines(item))
        yield Piece(item, shape(item[0]) if item else None, text, _records(anchors(item)), words=Counter(text.split()))


def rows(table: Table) -> Iterator[Piece]:
    """Yield the rows of a table below its header."""
    for row in table.rows:
        text = "\n".join(map(inline_text, row))
        told = _records(anchor for cell in row for anchor in _anchors(cell))
        yield Piece(row, "row", text, told, words=Counter(text.split()))


def put_back(piece: Piece, block: Block) -> Block:
    """Return a block within what its piece stood in."""
    for shell in reversed(piece.within):
        block = replace(shell, blocks=(block,))
    return block


def shape(block: Block) -> Hashable:
    """Return what two blocks have in common that may be two versions of one."""
    match block:
        case Paragraph(children=children):
            return "paragraph", lone_picture(children)
        case Heading(level=level):
            return "heading", level
        case OrderedList(start=start):
            return "numbers", start
        case Table(alignments=alignments):
            return "table", alignments
    return type(block).__name__


def anchors(blocks: Iterable[Block]) -> Iterator[Anchor]:
    """Yield the anchors in blocks."""
    for block in blocks:
        if isinstance(block, Styled) and block.anchor:
            yield block.anchor
        yield from _anchors(getattr(block, "children", ()))
        yield from anchors(getattr(block, "blocks", ()))
        for item in getattr(block, "items", ()):
            yield from anchors(item)
        if isinstance(block, Table):
            for row in (block.header, *block.rows):
                yield from (anchor for cell in row for anchor in _anchors(cell))


def _anchors(inlines: Iterable[Inline]) -> Iterator[Anchor]:
    for inline in inlines:
        if isinstance(inline, Span):
            yield inline.anchor
        yield from _anchors(getattr(inline, "children", ()))


def _records(found: Iterable[Anchor]) -> frozenset[FieldPath]:
    """Return the records that are told; where their sentences say so, no others that are only mentioned."""
    anchors = [anchor for anchor in found if anchor.field and anchor.field[0] not in _OF_MANY]
    telling = [anchor for anchor in anchors if anchor.kind in {"composed", "narrative"}]
    return frozenset(_record(anchor.field) for anchor in telling or anchors)


def _record(path: FieldPath) -> FieldPath:
    return record_path(path) or path[:1]
