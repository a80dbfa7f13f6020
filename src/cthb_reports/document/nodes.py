"""The nodes of the document between template and file: blocks, inlines, and what they come from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from cthb_reports.findings import FieldPath


Kind = Literal["value", "placeholder", "narrative", "composed", "wording", "expression", "term"]
"""`value` is the smallest scalar, `placeholder` a fact still to come, `narrative` an author's Markdown, `composed` the
sentences that templates make of a record, `wording` those that belong to no record, `expression` what a narrative prints of a
field, `term` a name that was written out for its short form."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a stretch of text comes from.

    Args:
        field: The path of the record's field; of a record itself, or of a wording, where several of its fields are told.
        kind: What the stretch is; see `Kind`.
        source: What its author typed for it: an expression of a narrative, a short form that was written out.
    """

    field: FieldPath
    kind: Kind = "value"
    source: str = ""


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


Fate = Literal["inserted", "deleted"]
"""What became of text between an older version and a newer one."""


# --- inlines


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text: no markup, no line break, at least one character."""

    text: str


@dataclass(frozen=True, slots=True)
class Span:
    """Text that comes from one field."""

    anchor: Anchor
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Text in italics."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Text in bold."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Superscript:
    """Raised text; Markdown raises letters and figures alone: `17^th^`."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Text to be taken letter by letter."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to an address."""

    target: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture, and what it shows for those who do not see it; only one that stands alone has a caption."""

    target: str
    description: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line in the same paragraph."""


@dataclass(frozen=True, slots=True)
class FootnoteReference:
    """The place of a note's number; the note itself is in `Document.footnotes`."""

    label: str


@dataclass(frozen=True, slots=True)
class Changed:
    """Text that only the newer or only the older of two versions has; only a Word file can show it."""

    fate: Fate
    children: tuple[Inline, ...]


Inline = Text | Span | Emphasis | Strong | Superscript | Code | Link | Image | LineBreak | FootnoteReference | Changed


# --- blocks


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the highest, 6 the lowest."""

    level: int
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list without numbers; each item is one or more blocks."""

    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class OrderedList:
    """A list that counts from `start`; each item is one or more blocks."""

    start: int
    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Blocks in another's words."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; every row has as many cells as the header, and `alignments` as many entries."""

    header: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    alignments: tuple[Literal["left", "right", "center"], ...]
    fates: tuple[Fate | None, ...] = ()
    """Of each row, whether only one of two versions has it; empty where there are no two."""


@dataclass(frozen=True, slots=True)
class Styled:
    """Blocks that take a named style of the letterhead, such as `Author`, or come from one field, or both."""

    blocks: tuple[Block, ...]
    style: str | None = None
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class ChangedBlock:
    """Blocks that only one of two versions has, or has in this place; only a Word file can show them.

    An item of a list that only one version has is one such block.

    Args:
        fate: What became of them.
        blocks: The blocks.
        move: Of blocks that were moved, what the two places have in common.
    """

    fate: Fate | Literal["moved from", "moved to"]
    blocks: tuple[Block, ...]
    move: str = ""


Block = Heading | Paragraph | BulletList | OrderedList | Quote | Table | Styled | ChangedBlock


@dataclass(frozen=True, slots=True)
class Document:
    """All of it: the blocks in order, the notes by label in the order of their first mention, and the properties."""

    blocks: tuple[Block, ...]
    footnotes: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    meta: Meta = field(default_factory=lambda: Meta(title=""))
