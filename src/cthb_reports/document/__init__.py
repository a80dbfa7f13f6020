"""The document between template and file: one tree of blocks and inlines, whose spans know the field they came from.

Rendering writes Markdown with marks (private-use characters that no input may hold); `parse` turns it into this tree; each
writer turns the tree into bytes. So no format can differ from another in a word.
"""

from __future__ import annotations

from cthb_reports.document.lines import Line, lines
from cthb_reports.document.marks import PRIVATE_USE, escape, fence, mark
from cthb_reports.document.nodes import (
    Anchor,
    Block,
    BulletList,
    Changed,
    ChangedBlock,
    Code,
    Document,
    Emphasis,
    FootnoteReference,
    Heading,
    Image,
    Inline,
    Kind,
    LineBreak,
    Link,
    Meta,
    OrderedList,
    Paragraph,
    Quote,
    Span,
    Strong,
    Styled,
    Superscript,
    Table,
    Text,
)
from cthb_reports.document.parsing import parse
from cthb_reports.document.remarks import Remark
from cthb_reports.document.text import block_lines, inline_text, lone_picture, plain_text

__all__ = [
    "PRIVATE_USE",
    "Anchor",
    "Block",
    "BulletList",
    "Changed",
    "ChangedBlock",
    "Code",
    "Document",
    "Emphasis",
    "FootnoteReference",
    "Heading",
    "Image",
    "Inline",
    "Kind",
    "Line",
    "LineBreak",
    "Link",
    "Meta",
    "OrderedList",
    "Paragraph",
    "Quote",
    "Remark",
    "Span",
    "Strong",
    "Styled",
    "Superscript",
    "Table",
    "Text",
    "block_lines",
    "escape",
    "fence",
    "inline_text",
    "lines",
    "lone_picture",
    "mark",
    "parse",
    "plain_text",
]
