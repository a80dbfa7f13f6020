"""The words of a document, without any markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cthb_reports.document.nodes import (
    BulletList,
    ChangedBlock,
    Code,
    Heading,
    Image,
    LineBreak,
    OrderedList,
    Paragraph,
    Quote,
    Styled,
    Table,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cthb_reports.document.nodes import Block, Document, Inline


def plain_text(document: Document) -> str:
    """Return the words of the document as a reader of Word sees them: one line a paragraph or cell, footnotes last.

    A line break is a space here; numbers of lists and notes are not part of the text.
    """
    notes = (line for blocks in document.footnotes.values() for line in block_lines(blocks))
    return "".join(f"{line}\n" for line in (*block_lines(document.blocks), *notes))


def block_lines(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the text of each paragraph, heading and cell."""
    for block in blocks:
        match block:
            case Heading(children=children) | Paragraph(children=children):
                yield inline_text(children)
                if (image := lone_picture(children)) and image.caption:
                    yield image.caption
            case BulletList(items=items) | OrderedList(items=items):
                for item in items:
                    yield from block_lines(item)
            case Quote(blocks=inner) | Styled(blocks=inner) | ChangedBlock(blocks=inner):
                yield from block_lines(inner)
            case Table(header=header, rows=rows):
                for row in (header, *rows):
                    yield from map(inline_text, row)


def lone_picture(children: Sequence[Inline]) -> Image | None:
    """Return the picture that is all that a paragraph holds, or `None`."""
    first = children[0] if len(children) == 1 else None
    return first if isinstance(first, Image) else None


def inline_text(children: Iterable[Inline]) -> str:
    """Return the text of a paragraph, heading or cell."""
    return "".join(_inline(child) for child in children)


def _inline(node: Inline) -> str:
    match node:
        case Text(text=text) | Code(text=text) | Image(description=text):
            return text
        case LineBreak():
            return " "
    return inline_text(getattr(node, "children", ()))
