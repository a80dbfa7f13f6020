"""The text of each paragraph of a document, with the field that each of its characters comes from."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from cthb_reports.document import Code, Emphasis, Span, inline_text, lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cthb_reports.document import Document, Inline, Line
    from cthb_reports.findings import FieldPath

_ENDS = (".", ";", ":", "?", "!", ".”", ".)", ".’")
_ADDRESS = re.compile(
    r"\b(?:https?://|www\.)\S+|[\w.+-]{1,64}@\S+|@\w+|\b(?:[\w-]{1,63}\.){1,8}(?:org|com|int|net|eu|gov)\b\S*"
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)‘(?:[^’]|’(?=\w))*’|(?<![\w'])'[^']+'(?!\w)")


class Part(Enum):
    """What a passage is in the document."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    COVER = "cover"
    """A paragraph with a style of its own, such as the author's lines."""
    ITEM = "item"
    CELL = "cell"
    NOTE = "note"


@dataclass(frozen=True)
class Passage:
    """One paragraph, heading or cell. Most hold nothing to find, so all but the words is worked out when it is asked for.

    Args:
        children: What it is made of.
        field: The field that all of it comes from, such as a narrative; empty where it was composed.
        part: What it is in the document.
        list_number: Of an item, the number of its list in the document, counted from 1; else 0.
        line: Its number among the lines of the document.
    """

    children: tuple[Inline, ...]
    field: FieldPath
    part: Part = Part.PARAGRAPH
    list_number: int = 0
    line: int = 0

    @functools.cached_property
    def text(self) -> str:
        """Its words."""
        return inline_text(self.children)

    def field_at(self, offset: int) -> FieldPath:
        """Return the field that a character comes from."""
        return self._fields[offset] if self._has_spans else self.field

    def fields(self) -> set[FieldPath]:
        """Return the fields that its characters come from."""
        return set(self._fields) if self._has_spans else {self.field}

    def written_in(self, field: FieldPath, end: int | None = None) -> str:
        """Return the characters that come from a field, those before `end` or all."""
        if not self._has_spans:
            return self.text[:end] if field == self.field else ""
        own = self._fields[:end]
        return "".join(character for character, source in zip(self.text, own, strict=False) if source == field)

    def is_quoted(self, start: int, end: int) -> bool:
        """Tell whether words share a character with what is set off from the text.

        Set off is what stands between quotation marks, in italics, in letters to be taken one by one, or is an address.
        """
        return any(first < end and start < last for first, last in self._set_off)

    @functools.cached_property
    def is_prose(self) -> bool:
        """Whether it is written in sentences: no heading, cell, cover or caption."""
        if self.part in {Part.HEADING, Part.COVER, Part.CELL}:
            return False
        return self.part is not Part.PARAGRAPH or self.text.rstrip().endswith(_ENDS) or self.text.count(" ") > 14

    @functools.cached_property
    def quotations(self) -> tuple[tuple[int, int], ...]:
        """Where the stretches between quotation marks begin and end, the marks among them."""
        if not any(mark in self.text for mark in "“\"‘'"):
            return ()
        return tuple((match.start(), match.end()) for match in _QUOTED.finditer(self.text))

    def emphasized(self) -> tuple[tuple[int, int], ...]:
        """Return where the stretches in italics begin and end."""
        return tuple((start, end) for start, end, _ in self._stretches(Emphasis))

    @functools.cached_property
    def _set_off(self) -> tuple[tuple[int, int], ...]:
        inner = ((start + 1, end - 1) for start, end in self.quotations)
        italics = ((start, end) for start, end, _ in self._stretches(Emphasis | Code))
        addresses = ((match.start(), match.end()) for match in _ADDRESS.finditer(self.text))
        return (*inner, *italics, *addresses)

    @functools.cached_property
    def _has_spans(self) -> bool:
        return next(self._stretches(Span), None) is not None

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


def passages(document: Document) -> tuple[Passage, ...]:
    """Return every paragraph, heading and cell, notes last; block quotations are others' words and left out."""
    return tuple(_passage(line) for line in lines(document) if not line.quoted and line.kind != "caption")


def _passage(line: Line) -> Passage:
    field = line.around[-1].field if line.around else ()
    part = _PARTS.get(line.kind) or (Part.NOTE if line.note else Part.COVER if line.style else Part.PARAGRAPH)
    return Passage(line.children, field, part, line.list_number if part is Part.ITEM else 0, line.number)


_PARTS = {"heading": Part.HEADING, "item": Part.ITEM, "cell": Part.CELL}
