"""The body of a draft as one string of WordprocessingML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cthb_reports.document.nodes import (
    Block,
    BulletList,
    ChangedBlock,
    Heading,
    OrderedList,
    Paragraph,
    Quote,
    Styled,
    Table,
    Text,
)
from cthb_reports.document.text import inline_text, lone_picture
from cthb_reports.writers.docx.faces import Face
from cthb_reports.writers.docx.namespaces import xml
from cthb_reports.writers.docx.tables import widths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from cthb_reports.document.nodes import Anchor, Image, Inline
    from cthb_reports.writers.docx.numbering import Lists
    from cthb_reports.writers.docx.pictures import Pictures
    from cthb_reports.writers.docx.runs import Runs
    from cthb_reports.writers.docx.styles import Styles

_DEEPEST = 3
"""Lists and headings have this many levels in Word's built-in styles; deeper ones look like the deepest."""

_INDENT = 360
"""How far each list is set in, in twentieths of a point, in our letterhead and in Word's own."""

_APPENDIX = "heading 1"
_SPACER = '<w:spacing w:after="0" w:line="120" w:lineRule="exact"/>'
_TABLE_LOOK = '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'


class Body:
    """Turns blocks into paragraphs and tables.

    Args:
        styles: The styles of the letterhead.
        lists: Where each ordered list takes its number from.
        runs: What turns the text of a paragraph into runs.
        text_width: The width of the text on the page, in twentieths of a point.
        pictures: Where pictures take their parts from; notes have no place for any.
    """

    def __init__(
        self, styles: Styles, lists: Lists, runs: Runs, text_width: int, pictures: Pictures | None = None
    ) -> None:
        self._pictures = pictures
        self._styles = styles
        self._lists = lists
        self._runs = runs
        self._width = text_width
        self._around: list[Anchor] = []

    def blocks(
        self, blocks: Iterable[Block], style: str = "Body Text", depth: int = 0, after: Block | None = None
    ) -> str:
        """Return the XML of blocks.

        Args:
            blocks: What to write.
            style: The style of paragraphs that are nothing in particular.
            depth: In how many lists the blocks stand.
            after: What follows them.
        """
        blocks = tuple(blocks)
        following = (*blocks, after)[1:]
        return "".join(self._block(block, style, depth, then) for block, then in zip(blocks, following, strict=True))

    def appendix(self, blocks: Sequence[Block]) -> str:
        """Return what stands behind the text on a page of its own: a heading, and what follows it."""
        heading, *others = blocks
        runs = self._runs.of(getattr(heading, "children", ()), Face(in_bold=self._styles.is_bold(_APPENDIX)))
        begun = self._made(self._runs.outstanding(runs), _APPENDIX, "<w:pageBreakBefore/>")
        return begun + self.blocks(others)

    def _block(self, block: Block, style: str, depth: int, after: Block | None) -> str:
        if isinstance(block, Paragraph):
            return self._paragraph(block, style, depth, leads=isinstance(after, BulletList | OrderedList))
        if isinstance(block, Styled):
            return self._styled(block, style, depth, after)
        if isinstance(block, ChangedBlock):
            return self._changed(block, style, depth, after)
        return _BLOCKS[type(block)](self, block, style, depth)

    def _paragraph(self, block: Paragraph, style: str, depth: int, extra: str = "", *, leads: bool = False) -> str:
        """One that leads to a list stays on the page of the list's first item."""
        if self._pictures and (image := lone_picture(block.children)):
            return self._picture(image, self._pictures.run(image, _INDENT * depth), style, extra)
        return self._said(block.children, style, f"{'<w:keepNext/>' if leads else ''}{extra}")

    def _picture(self, image: Image, run: str, style: str, extra: str) -> str:
        """A picture stays on the page of its caption."""
        keep = "<w:keepNext/>" if image.caption else ""
        shown = self._line(self._runs.of_picture(run), style, f"{keep}{extra}")
        if not image.caption:
            return shown
        # The built-in style is that of a title above a table: it would hold on to what follows.
        return shown + self._said((Text(image.caption),), "Caption", '<w:keepNext w:val="0"/>')

    def _said(self, inlines: Sequence[Inline], style: str, extra: str = "") -> str:
        return self._line(self._runs.of(inlines, Face(in_bold=self._styles.is_bold(style))), style, extra)

    def _line(self, runs: str, style: str, extra: str) -> str:
        for anchor in reversed(self._around):
            runs = self._runs.anchored(runs, anchor)
        return self._made(runs, style, extra)

    def _made(self, runs: str, style: str, extra: str = "") -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{xml(self._styles.id_of(style))}"/>{extra}{self._runs.tracking.mark}</w:pPr>{runs}</w:p>'

    def _heading(self, block: Heading, _: str, __: int) -> str:
        return self._said(block.children, f"heading {min(block.level, _DEEPEST)}")

    def _bullets(self, block: BulletList, _: str, depth: int) -> str:
        return "".join(self._item(item, "List Bullet", depth) for item in block.items)

    def _numbers(self, block: OrderedList, _: str, depth: int) -> str:
        number = self._lists.numbered(min(depth, _DEEPEST - 1), block.start)
        return "".join(self._item(item, "List Number", depth, number) for item in block.items)

    def _item(self, item: Sequence[Block], kind: str, depth: int, number: str = "") -> str:
        if len(item) == 1 and isinstance(item[0], ChangedBlock):
            with self._runs.tracking.under(item[0].fate):
                return self._item(item[0].blocks, kind, depth, number)
        suffix = f" {min(depth + 1, _DEEPEST)}" if depth else ""
        if not item or not isinstance(item[0], Paragraph):
            return self.blocks(item, f"List Continue{suffix}", depth + 1)
        first = self._paragraph(item[0], f"{kind}{suffix}", depth + 1, number)
        return first + self.blocks(item[1:], f"List Continue{suffix}", depth + 1)

    def _changed(self, block: ChangedBlock, style: str, depth: int, after: Block | None) -> str:
        with self._runs.tracking.under(block.fate):
            inner = self.blocks(block.blocks, style, depth, after)
        return self._runs.tracking.moved(block, inner)

    def _quote(self, block: Quote, _: str, depth: int) -> str:
        return self.blocks(block.blocks, "Quote", depth)

    def _styled(self, block: Styled, style: str, depth: int, after: Block | None) -> str:
        """Each paragraph has a bookmark of its own: one over several begins twice when LibreOffice has saved it."""
        if block.anchor is None:
            return self.blocks(block.blocks, block.style or style, depth, after)
        self._around.append(block.anchor)
        inner = self.blocks(block.blocks, block.style or style, depth, after)
        self._around.pop()
        return inner

    def _table(self, block: Table, _: str, __: int) -> str:
        """A table of fixed layout, whose header is repeated on every page."""
        rows = [block.header, *block.rows]
        columns = widths([[len(inline_text(cell)) for cell in row] for row in rows], self._width)
        cells = "".join(self._fated_row(row, columns, block, number) for number, row in enumerate(rows))
        properties = (
            f'<w:tblPr><w:tblStyle w:val="{xml(self._styles.id_of("Table Grid"))}"/><w:tblW w:w="{sum(columns)}" '
            f'w:type="dxa"/><w:tblLayout w:type="fixed"/>{_TABLE_LOOK}</w:tblPr>'
        )
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
        # Word asks for a paragraph behind a table, and a table has no space of its own there.
        return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{cells}</w:tbl>{self._made('', 'Body Text', _SPACER)}"

    def _fated_row(self, row: Sequence[Sequence[Inline]], columns: Sequence[int], table: Table, number: int) -> str:
        fate = table.fates[number - 1] if number and table.fates else None
        with self._runs.tracking.under(fate or self._runs.tracking.fate):
            return self._row(row, columns, table, header=number == 0)

    def _row(self, row: Sequence[Sequence[Inline]], columns: Sequence[int], table: Table, *, header: bool) -> str:
        face = Face(strong=header, in_bold=self._styles.is_bold("Table Grid"))
        cells = (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f'<w:p><w:pPr>{"<w:keepNext/>" if header else ""}<w:jc w:val="{side}"/></w:pPr>{self._runs.of(cell, face)}</w:p></w:tc>'
            for cell, width, side in zip(row, columns, table.alignments, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}{self._runs.tracking.row}</w:trPr>{''.join(cells)}</w:tr>"


_BLOCKS: Mapping[type, Callable[[Body, Any, str, int], str]] = {
    Heading: Body._heading,  # noqa: SLF001 -- the table of this class
    BulletList: Body._bullets,  # noqa: SLF001
    OrderedList: Body._numbers,  # noqa: SLF001
    Quote: Body._quote,  # noqa: SLF001
    Table: Body._table,  # noqa: SLF001
}
