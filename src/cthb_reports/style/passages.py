"""The text of each paragraph of a document, with the field that each of its characters comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports.document import (
    BulletList,
    Code,
    Emphasis,
    Heading,
    OrderedList,
    Paragraph,
    Quote,
    Span,
    Styled,
    Table,
    inline_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cthb_reports.document import Block, Document, Inline
    from cthb_reports.findings import FieldPath

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘(?:[^’]|’(?=\w))*’")


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, heading or cell.

    Args:
        text: Its words.
        field: The field that all of it comes from, such as a narrative; empty where it was composed.
        spans: Stretches from other fields: start, end, field.
        set_off: Stretches in italics or in the letters of a machine: start, end.
    """

    text: str
    field: FieldPath
    spans: tuple[tuple[int, int, FieldPath], ...]
    set_off: tuple[tuple[int, int], ...]

    def field_at(self, offset: int) -> FieldPath:
        """Return the field that a character comes from."""
        return next((field for start, end, field in reversed(self.spans) if start <= offset < end), self.field)

    def fields(self) -> set[FieldPath]:
        """Return the fields that its characters come from."""
        return {self.field, *(field for _, _, field in self.spans)}

    def written_in(self, field: FieldPath, end: int) -> str:
        """Return the characters before `end` that come from a field."""
        return "".join(self.text[offset] for offset in range(end) if self.field_at(offset) == field)

    def is_quoted(self, offset: int) -> bool:
        """Tell whether a character is set off from the text: between quotation marks, in italics."""
        quoted = any(match.start() < offset < match.end() for match in _QUOTED.finditer(self.text))
        return quoted or any(start <= offset < end for start, end in self.set_off)


def passages(document: Document) -> Iterator[Passage]:
    """Yield every paragraph, heading and cell, notes last."""
    yield from _of_blocks(document.blocks, ())
    for note in document.footnotes.values():
        yield from _of_blocks(note, ())


def _of_blocks(blocks: Iterable[Block], field: FieldPath) -> Iterator[Passage]:
    for block in blocks:
        match block:
            case Paragraph(children=children) | Heading(children=children):
                yield _of_inlines(children, field)
            case BulletList(items=items) | OrderedList(items=items):
                for item in items:
                    yield from _of_blocks(item, field)
            case Quote():
                continue
            case Styled(blocks=inner, anchor=anchor):
                yield from _of_blocks(inner, anchor.field if anchor else field)
            case Table(header=header, rows=rows):
                for row in (header, *rows):
                    yield from (_of_inlines(cell, field) for cell in row)


def _of_inlines(children: tuple[Inline, ...], field: FieldPath) -> Passage:
    spans: list[tuple[int, int, FieldPath]] = []
    set_off: list[tuple[int, int]] = []
    length = 0
    pending: list[Inline] = list(reversed(children))
    while pending:
        inline = pending.pop()
        end = length + len(inline_text((inline,)))
        if isinstance(inline, Span):
            spans.append((length, end, inline.anchor.field))
        if isinstance(inline, Emphasis | Code):
            set_off.append((length, end))
        inner = getattr(inline, "children", None)
        if inner:
            pending.extend(reversed(inner))
        elif inner is None:
            length = end
    return Passage(inline_text(children), field, tuple(spans), tuple(set_off))
