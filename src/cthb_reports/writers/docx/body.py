"""The body of a draft as WordprocessingML: one string, parsed once."""

from __future__ import annotations

import zlib
from collections import Counter
from typing import TYPE_CHECKING, Any

from cthb_reports.document import inline_text
from cthb_reports.document.nodes import (
    Block,
    BulletList,
    Code,
    Emphasis,
    FootnoteReference,
    Heading,
    Image,
    Inline,
    LineBreak,
    Link,
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
from cthb_reports.errors import DraftError
from cthb_reports.findings import field_text
from cthb_reports.writers.docx.namespaces import xml
from cthb_reports.writers.docx.spaces import bound
from cthb_reports.writers.docx.tables import widths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from cthb_reports.document.nodes import Anchor
    from cthb_reports.writers.docx.styles import Styles

_SAFE_LINKS = ("https:", "http:", "mailto:")
_DEEPEST_LIST = 3


class Body:
    """Turns blocks into paragraphs and tables.

    Args:
        styles: The styles of the letterhead.
        text_width: The width of the text on the page, in twentieths of a point.
        notes: Of each footnote its number, from 1.
        first_list: The id that the numbering of the first ordered list takes; the others follow.

    Attributes:
        links: The addresses that the text links to, each with the id of its relationship.
        lists: Of each ordered list the number at which it starts and its level, in order.
    """

    def __init__(self, styles: Styles, text_width: int, notes: Mapping[str, int], first_list: int) -> None:
        self._styles = styles
        self._width = text_width
        self._notes = notes
        self._first_list = first_list
        self._occurrences: Counter[str] = Counter()
        self._bookmarks: set[int] = set()
        self.links: dict[str, str] = {}
        self.lists: list[tuple[int, int]] = []

    def blocks(self, blocks: Iterable[Block], style: str = "Body Text") -> str:
        """Return the XML of blocks whose paragraphs take a style."""
        return "".join(_BLOCKS[type(block)](self, block, style) for block in blocks)

    def inlines(self, inlines: Sequence[Inline], properties: str = "") -> str:
        """Return the runs of inlines; `properties` are those that all of them share."""
        return "".join(_INLINES[type(inline)](self, inline, properties) for inline in inlines)

    def paragraph_xml(self, runs: str, style: str, extra: str = "") -> str:
        """Return a paragraph."""
        return f'<w:p><w:pPr><w:pStyle w:val="{xml(self._styles.id_of(style))}"/>{extra}</w:pPr>{runs}</w:p>'

    def paragraph(self, block: Paragraph, style: str) -> str:
        """A paragraph in the style of its surroundings."""
        return self.paragraph_xml(self.inlines(block.children), style)

    def heading(self, block: Heading, _: str) -> str:
        """A heading; deeper than the third level there is none."""
        return self.paragraph_xml(self.inlines(block.children), f"heading {min(block.level, 3)}")

    def bullets(self, block: BulletList, style: str) -> str:
        """A list with bullets."""
        return "".join(self._item(item, "List Bullet", style, "") for item in block.items)

    def numbers(self, block: OrderedList, style: str) -> str:
        """A list with numbers of its own."""
        level = _level(style)
        number = self._first_list + len(self.lists)
        self.lists.append((block.start, level))
        own = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        return "".join(self._item(item, "List Number", style, own) for item in block.items)

    def _item(self, blocks: Sequence[Block], kind: str, outer: str, number: str) -> str:
        level = _level(outer)
        suffix = "" if level == 0 else f" {level + 1}"
        found = []
        for index, block in enumerate(blocks):
            if isinstance(block, Paragraph) and index == 0:
                found.append(self.paragraph_xml(self.inlines(block.children), f"{kind}{suffix}", number))
            else:
                found.append(self.blocks([block], f"List Continue{suffix}"))
        return "".join(found)

    def quote(self, block: Quote, _: str) -> str:
        """A quotation, set in."""
        return self.blocks(block.blocks, "Quote")

    def styled(self, block: Styled, style: str) -> str:
        """Blocks in a named style, or from one field, or both."""
        inner = self.blocks(block.blocks, block.style or style)
        return self._bookmarked(inner, block.anchor) if block.anchor and inner.startswith("<w:p>") else inner

    def table(self, block: Table, _: str) -> str:
        """A table of fixed layout, whose header is repeated on every page."""
        rows = [block.header, *block.rows]
        columns = widths([[len(inline_text(tuple(cell))) for cell in row] for row in rows], self._width)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
        cells = "".join(self._row(row, columns, block, header=number == 0) for number, row in enumerate(rows))
        properties = (
            f'<w:tblPr><w:tblStyle w:val="{xml(self._styles.id_of("Table Grid"))}"/><w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        )
        # Word asks for a paragraph after a table.
        return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{cells}</w:tbl>{self.paragraph_xml('', 'Body Text')}"

    def _row(self, row: Sequence[Sequence[Inline]], columns: Sequence[int], table: Table, *, header: bool) -> str:
        properties = f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>"
        shared = self.run_style("Strong") if header else ""
        cells = (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:jc w:val="{side}"/></w:pPr>{self.inlines(cell, shared)}</w:p></w:tc>'
            for cell, width, side in zip(row, columns, table.alignments, strict=True)
        )
        return f"<w:tr>{properties}{''.join(cells)}</w:tr>"

    def run_style(self, name: str) -> str:
        """Return the run property that names a character style."""
        return f'<w:rStyle w:val="{xml(self._styles.id_of(name))}"/>'

    def text(self, inline: Text, properties: str) -> str:
        """Text with its no-break spaces."""
        return _run(f'<w:t xml:space="preserve">{xml(bound(inline.text))}</w:t>', properties)

    def code(self, inline: Code, properties: str) -> str:
        """Text in a typewriter face."""
        return _run(f'<w:t xml:space="preserve">{xml(inline.text)}</w:t>', _with(properties, self.run_style("Code")))

    def span(self, inline: Span, properties: str) -> str:
        """Text from one field: a hidden bookmark, and a loud style while the fact is still to come."""
        if inline.anchor.kind == "placeholder":
            properties = _with(properties, self.run_style("Placeholder"))
        return self._bookmarked(self.inlines(inline.children, properties), inline.anchor)

    def emphasis(self, inline: Emphasis, properties: str) -> str:
        """Italics."""
        return self.inlines(inline.children, _with(properties, self.run_style("Emphasis"), "<w:i/><w:iCs/>"))

    def strong(self, inline: Strong, properties: str) -> str:
        """Bold."""
        return self.inlines(inline.children, _with(properties, self.run_style("Strong"), "<w:b/><w:bCs/>"))

    def superscript(self, inline: Superscript, properties: str) -> str:
        """Raised text."""
        return self.inlines(inline.children, _with(properties, "", '<w:vertAlign w:val="superscript"/>'))

    def link(self, inline: Link, properties: str) -> str:
        """A link; an address that no browser should open is left out."""
        runs = self.inlines(inline.children, _with(properties, self.run_style("Hyperlink")))
        if not inline.target.lower().startswith(_SAFE_LINKS):
            return self.inlines(inline.children, properties)
        name = self.links.setdefault(inline.target, f"rIdLink{len(self.links) + 1}")
        return f'<w:hyperlink r:id="{name}">{runs}</w:hyperlink>'

    def line_break(self, _: LineBreak, properties: str) -> str:
        """A new line in the same paragraph."""
        return _run("<w:br/>", properties)

    def reference(self, inline: FootnoteReference, _: str) -> str:
        """The number of a note."""
        return _run(f'<w:footnoteReference w:id="{self._notes[inline.label]}"/>', self.run_style("footnote reference"))

    def image(self, inline: Image, _: str) -> str:
        """Refused: a draft holds no pictures."""
        raise DraftError(f"the picture {inline.target!r} cannot be part of a draft yet; put it in after drafting")

    def _bookmarked(self, inner: str, anchor: Anchor) -> str:
        """Enclose runs in a hidden bookmark; around paragraphs it stands in the first and the last of them."""
        where = field_text(anchor.field)
        self._occurrences[where] += 1
        number = zlib.crc32(f"{where}#{self._occurrences[where]}".encode()) & 0x7FFFFFFF
        while number in self._bookmarks:
            number = (number + 1) & 0x7FFFFFFF
        self._bookmarks.add(number)
        start = f'<w:bookmarkStart w:id="{number}" w:name="_cthb_{number:08x}"/>'
        end = f'<w:bookmarkEnd w:id="{number}"/>'
        if not inner.startswith("<w:p>"):
            return f"{start}{inner}{end}"
        first = inner.index("</w:pPr>") + len("</w:pPr>")
        last = inner.rindex("</w:p>")
        return f"{inner[:first]}{start}{inner[first:last]}{end}{inner[last:]}"


def _run(content: str, properties: str) -> str:
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{content}</w:r>"


def _with(properties: str, style: str, direct: str = "") -> str:
    """Add a character style; where there is one already, its direct form, since a run has one style only."""
    if "<w:rStyle" not in properties:
        return f"{style}{properties}" if style else f"{properties}{direct}"
    return properties if not direct or direct in properties else _ordered(properties + direct)


_RUN_ORDER = ("<w:rStyle", "<w:b/>", "<w:i/>", "<w:vertAlign")


def _ordered(properties: str) -> str:
    """Put run properties into the order of the schema."""
    parts = [
        part
        for part in properties.replace("/><w:bCs", "/>\1<w:bCs")
        .replace("/><w:iCs", "/>\1<w:iCs")
        .replace("/><", "/>\0<")
        .split("\0")
        if part
    ]
    rank = {part: next((n for n, head in enumerate(_RUN_ORDER) if part.startswith(head)), 9) for part in parts}
    return "".join(sorted(parts, key=rank.__getitem__)).replace("\1", "")


def _level(style: str) -> int:
    """Return how deep a list stands that begins in a paragraph style: 0 outside any other."""
    if not style.startswith("List Continue"):
        return 0
    return min(int(style.removeprefix("List Continue").strip() or 1), _DEEPEST_LIST - 1)


_BLOCKS: Mapping[type, Callable[[Body, Any, str], str]] = {
    Heading: Body.heading,
    Paragraph: Body.paragraph,
    BulletList: Body.bullets,
    OrderedList: Body.numbers,
    Quote: Body.quote,
    Table: Body.table,
    Styled: Body.styled,
}
_INLINES: Mapping[type, Callable[[Body, Any, str], str]] = {
    Text: Body.text,
    Code: Body.code,
    Span: Body.span,
    Emphasis: Body.emphasis,
    Strong: Body.strong,
    Superscript: Body.superscript,
    Link: Body.link,
    Image: Body.image,
    LineBreak: Body.line_break,
    FootnoteReference: Body.reference,
}
