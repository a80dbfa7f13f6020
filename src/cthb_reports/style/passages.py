"""The text of each paragraph of a document, with the field that each of its characters comes from."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

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


@dataclass(frozen=True)
class Passage:
    """One paragraph, heading or cell. Most hold nothing to find, so all but the words is worked out when it is asked for.

    Args:
        children: What it is made of.
        field: The field that all of it comes from, such as a narrative; empty where it was composed.
    """

    children: tuple[Inline, ...]
    field: FieldPath

    @functools.cached_property
    def text(self) -> str:
        """Its words."""
        return inline_text(self.children)

    def field_at(self, offset: int) -> FieldPath:
        """Return the field that a character comes from."""
        return self._fields[offset]

    def fields(self) -> set[FieldPath]:
        """Return the fields that its characters come from."""
        return set(self._fields)

    def written_in(self, field: FieldPath, end: int | None = None) -> str:
        """Return the characters that come from a field, those before `end` or all."""
        own = self._fields[:end]
        return "".join(character for character, source in zip(self.text, own, strict=False) if source == field)

    def is_quoted(self, offset: int) -> bool:
        """Tell whether a character is set off from the text: between quotation marks, in italics."""
        quoted = any(match.start() < offset < match.end() for match in _QUOTED.finditer(self.text))
        return quoted or any(start <= offset < end for start, end, _ in self._stretches(Emphasis | Code))

    @functools.cached_property
    def _fields(self) -> list[FieldPath]:
        """The field of each character and, last, of the place behind them; a span within a span has the say."""
        fields = [self.field] * (len(self.text) + 1)
        for start, end, span in self._stretches(Span):
            fields[start:end] = [span.anchor.field] * (end - start)
        return fields

    def _stretches(self, kind: Any) -> Iterator[tuple[int, int, Any]]:
        """Yield the inlines of a kind with their start and end, outer ones first."""
        pending = list(reversed(self.children))
        length = 0
        while pending:
            inline = pending.pop()
            if isinstance(inline, kind):
                yield length, length + len(inline_text((inline,))), inline
            inner = getattr(inline, "children", None)
            if inner is None:
                length += len(inline_text((inline,)))
            else:
                pending.extend(reversed(inner))


def passages(document: Document) -> Iterator[Passage]:
    """Yield every paragraph, heading and cell, notes last."""
    yield from _of_blocks(document.blocks, ())
    for note in document.footnotes.values():
        yield from _of_blocks(note, ())


def _of_blocks(blocks: Iterable[Block], field: FieldPath) -> Iterator[Passage]:
    for block in blocks:
        match block:
            case Paragraph(children=children) | Heading(children=children):
                yield Passage(children, field)
            case BulletList(items=items) | OrderedList(items=items):
                for item in items:
                    yield from _of_blocks(item, field)
            case Quote():
                continue
            case Styled(blocks=inner, anchor=anchor):
                yield from _of_blocks(inner, anchor.field if anchor else field)
            case Table(header=header, rows=rows):
                for row in (header, *rows):
                    yield from (Passage(cell, field) for cell in row)
