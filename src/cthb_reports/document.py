"""The document between template and file: one tree of blocks and inlines, whose spans know the field they came from.

Rendering writes Markdown with marks (private-use characters that no input may hold); `parse` turns it into this tree; each
writer turns the tree into bytes. So no format can differ from another in a word.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from cthb_reports.findings import FieldPath


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a stretch of text comes from.

    Args:
        field: The path of the record's field.
        kind: `value` for the smallest scalar, `placeholder` for a fact still to come, `narrative` for an author's Markdown.
    """

    field: FieldPath
    kind: Literal["value", "placeholder", "narrative"] = "value"


@dataclass(frozen=True, slots=True)
class Meta:
    """What a file says of itself in its properties; all of it comes from the data, nothing from the clock."""

    title: str
    author: str = ""
    subject: str = ""
    organization: str = ""
    language: str = "en-GB"
    created: date | None = None
    revision: int = 1


# --- inlines


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Span:
    anchor: Anchor
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Superscript:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Code:
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    target: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Image:
    target: str
    description: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line in the same paragraph."""


@dataclass(frozen=True, slots=True)
class FootnoteReference:
    label: str


Inline = Text | Span | Emphasis | Strong | Superscript | Code | Link | Image | LineBreak | FootnoteReference


# --- blocks


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class BulletList:
    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class OrderedList:
    start: int
    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The first row is the header; every row has as many cells."""

    header: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    alignments: tuple[Literal["left", "right", "center"], ...]


@dataclass(frozen=True, slots=True)
class Styled:
    """Blocks that take a named style of the letterhead, such as `Author`, or come from one field, or both."""

    blocks: tuple[Block, ...]
    style: str | None = None
    anchor: Anchor | None = None


Block = Heading | Paragraph | BulletList | OrderedList | Quote | Table | Styled


@dataclass(frozen=True, slots=True)
class Document:
    blocks: tuple[Block, ...]
    footnotes: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    meta: Meta = field(default_factory=lambda: Meta(title=""))


def mark(index: int, text: str) -> str:
    """Return Markdown that `parse` reads as a `Span` with the anchor of that index."""
    raise NotImplementedError


def fence(body: str, *, style: str | None = None, index: int | None = None) -> str:
    """Return Markdown blocks that `parse` reads as `Styled`."""
    raise NotImplementedError


def escape(text: str) -> str:
    """Return plain text as Markdown that `parse` reads as the same text, wherever it stands."""
    raise NotImplementedError


def parse(markdown: str, anchors: Sequence[Anchor] = (), meta: Meta | None = None) -> Document:
    """Return the tree of Markdown with marks."""
    raise NotImplementedError


def plain_text(document: Document) -> str:
    """Return the words of the document as a reader of Word sees them: one line a paragraph or cell, footnotes last."""
    raise NotImplementedError
