"""How a document is written in Pandoc's Markdown: a block of properties, then one line a paragraph."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from cthb_reports.document import (
    Block,
    BulletList,
    ChangedBlock,
    Document,
    Heading,
    Image,
    Meta,
    OrderedList,
    Paragraph,
    Quote,
    Styled,
    Table,
    Text,
    lone_picture,
)
from cthb_reports.writers.markdown.inlines import line, paragraph, plain
from cthb_reports.writers.written import Written, printable, untracked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_SEPARATOR = "<!-- -->"
"""Between two lists or quotations, which would else be one."""


def write(document: Document) -> Written:
    """Return a document in Pandoc's Markdown, UTF-8 with line feeds.

    Styled blocks are fenced divs with `custom-style`, so that pandoc with our letterhead as its reference gives the same look.
    """
    notes = {label: number for number, label in enumerate(document.footnotes, 1)}
    writer = _Writer(notes)
    parts = [_properties(document.meta), *writer.blocks(document.blocks)]
    parts += [_indented(f"[^{notes[label]}]: ", writer.item(note), 4) for label, note in document.footnotes.items()]
    return Written(("\n\n".join(parts) + "\n").encode())


def _properties(meta: Meta) -> str:
    values = {
        "title": meta.title,
        "subject": meta.subject,
        "author": meta.author,
        "lang": meta.language,
        "date": meta.created.isoformat() if meta.created else "",
    }
    # pandoc reads the values as Markdown; a JSON text is a YAML text
    lines = [f"{key}: {json.dumps(plain(value), ensure_ascii=False)}" for key, value in values.items() if value]
    return "\n".join(("---", *lines, "---"))


class _Writer:
    def __init__(self, notes: Mapping[str, int]) -> None:
        self._notes = notes

    def blocks(self, blocks: Iterable[Block]) -> list[str]:
        """Return the blocks, none of them empty."""
        found: list[str] = []
        last: type[Block] | None = None
        for block in _without_anchors(blocks):
            text = self._block(block)
            if not text:
                continue
            if type(block) is last and isinstance(block, BulletList | OrderedList | Quote):
                found.append(_SEPARATOR)
            found.append(text)
            last = type(block)
        return found

    def _block(self, block: Block) -> str:
        match block:
            case Heading(level=level, children=children):
                text = line(children, self._notes)
                return text and f"{'#' * level} {text}"
            case Paragraph(children=children):
                image = lone_picture(children)
                return self._picture(image) if image else paragraph(children, self._notes)
            case BulletList() | OrderedList():
                return self._list(block)
            case Quote(blocks=inner):
                return _prefixed("> ", "\n\n".join(self.blocks(inner)))
            case Styled(blocks=inner, style=style):
                return _div(style or "", self.blocks(inner))
            case Table():
                return self._table(block)
            case ChangedBlock():
                raise untracked()

    def _picture(self, image: Image) -> str:
        """A picture with its caption; without the comment, pandoc would make the alternative text a second caption."""
        shown = paragraph((image,), self._notes) + _SEPARATOR
        caption = _div("Caption", [paragraph((Text(image.caption),), self._notes)]) if image.caption else ""
        return f"{shown}\n\n{caption}" if caption else shown

    def _list(self, block: BulletList | OrderedList) -> str:
        items = [self.item(item) for item in block.items]
        gap = "\n\n" if any(len(item) > 1 for item in items) else "\n"
        markers = ["- "] * len(items) if isinstance(block, BulletList) else _numbers(block.start, len(items))
        return gap.join(_indented(marker, item, len(marker)) for marker, item in zip(markers, items, strict=True))

    def item(self, item: Sequence[Block]) -> list[str]:
        """Return the blocks of an item or note; only a paragraph can safely stand beside the marker."""
        blocks = self.blocks(item)
        return [_SEPARATOR, *blocks] if blocks and _MARKUP.match(blocks[0]) else blocks

    def _table(self, table: Table) -> str:
        rows = [[line(cell, self._notes) for cell in row] for row in (table.header, *table.rows)]
        rows.insert(1, [_RULES[alignment] for alignment in table.alignments])
        return "\n".join(f"| {' | '.join(row)} |".replace("  ", " ") for row in rows)


_MARKUP = re.compile(r"\||:::|[->] |#+ |\d+\. ")
"""How every block but a paragraph begins; a paragraph that does has a backslash before it."""

_RULES = {"left": "---", "right": "--:", "center": ":-:"}


def _numbers(start: int, count: int) -> list[str]:
    return [f"{number}. " for number in range(start, start + count)]


def _without_anchors(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Styled) and block.style is None:
            yield from _without_anchors(block.blocks)
        else:
            yield block


def _indented(marker: str, blocks: Sequence[str], width: int) -> str:
    lines = "\n\n".join(blocks).split("\n")
    return "\n".join(
        (f"{marker}{lines[0]}".rstrip(" "), *(f"{' ' * width}{text}" if text else "" for text in lines[1:]))
    )


def _prefixed(prefix: str, text: str) -> str:
    return "\n".join(f"{prefix}{part}".rstrip(" ") for part in text.split("\n")) if text else ""


def _div(style: str, blocks: Sequence[str]) -> str:
    name = printable(style).replace("\\", "\\\\").replace('"', '\\"')
    return "\n\n".join((f'::: {{custom-style="{name}"}}', *blocks, ":::")) if blocks else ""
