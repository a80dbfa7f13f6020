"""How Markdown with marks becomes the tree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, cast

from cthb_reports.document.inlines import InlineReader
from cthb_reports.document.marks import DIGITS, index_of
from cthb_reports.document.nodes import (
    Block,
    BulletList,
    Document,
    Heading,
    Inline,
    Meta,
    OrderedList,
    Paragraph,
    Quote,
    Styled,
    Table,
)
from cthb_reports.document.parser import parser
from cthb_reports.errors import DraftError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from markdown_it.token import Token

    from cthb_reports.document.nodes import Anchor

_Cell = tuple[Inline, ...]
_Alignment = Literal["left", "right", "center"]


def parse(markdown: str, anchors: Sequence[Anchor] = (), meta: Meta | None = None) -> Document:
    """Return the tree of Markdown with marks.

    Line ends within a paragraph become spaces, and runs of spaces one space. A mark that begins in one paragraph or
    emphasis and ends in another loses its anchor, never its text.

    Args:
        markdown: CommonMark with tables, footnotes and superscripts (`17^th^`); no HTML, which is plain text here.
        anchors: What the indices of `mark` and `fence` stand for.
        meta: The properties of the document.

    Raises:
        DraftError: There is markup that a report has no place for, a note that nothing or nobody refers to, or a mark
            with no anchor.
    """
    reader = _Reader(markdown, anchors)
    blocks = reader.blocks()
    return Document(blocks, reader.mentioned_notes(), meta or Meta(title=""))


class _Reader:
    """Goes once through the tokens."""

    def __init__(self, markdown: str, anchors: Sequence[Anchor]) -> None:
        self._lines = _LINE_END.split(markdown)
        self._tokens = parser().parse(markdown)
        self._at = 0
        self._anchors = anchors
        self._inlines = InlineReader(anchors)
        self._notes: dict[str, tuple[Block, ...]] = {}

    def blocks(self, end: str = "") -> tuple[Block, ...]:
        """Read up to the closing token; a styled block ends with its parent, and a stray end of one means nothing."""
        found: list[Block] = []
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            if token.type == end:
                self._at += 1
                break
            if token.nesting < 0:
                break
            self._at += 1
            if token.type == "footnote_reference_open":
                self._keep_note(token)
            elif token.type != "styled_close":
                found.append(_BLOCKS.get(token.type, _Reader._refused)(self, token))
        return tuple(found)

    def mentioned_notes(self) -> dict[str, tuple[Block, ...]]:
        """Return the notes in the order of their first mention."""
        unused = [label for label in self._notes if label not in self._inlines.mentioned]
        if unused:
            raise DraftError(
                f"nothing refers to the note [^{unused[0]}]; put [^{unused[0]}] where its number shall stand"
            )
        return {label: self._notes[label] for label in self._inlines.mentioned}

    def _keep_note(self, token: Token) -> None:
        label: str = token.meta["label"]
        if label in self._notes:
            raise DraftError(f"two notes are called [^{label}]; give each a name of its own")
        before = len(self._inlines.mentioned)
        self._notes[label] = self.blocks("footnote_reference_close")
        if not self._notes[label]:
            raise DraftError(f"the note [^{label}] is empty; write it, or take out what refers to it")
        if len(self._inlines.mentioned) > before:
            raise DraftError(f"the note [^{label}] refers to another note; say it in one")

    def _inline(self) -> _Cell:
        token = self._tokens[self._at]
        self._at += 2  # the text and the closing token
        return self._inlines.read(token.children or ())

    def _heading(self, token: Token) -> Block:
        return Heading(int(token.tag[1]), self._inline())

    def _paragraph(self, _: Token) -> Block:
        return Paragraph(self._inline())

    def _bullet_list(self, _: Token) -> Block:
        return BulletList(self._items("bullet_list_close"))

    def _ordered_list(self, token: Token) -> Block:
        start = token.attrGet("start")
        return OrderedList(1 if start is None else int(start), self._items("ordered_list_close"))

    def _items(self, end: str) -> tuple[tuple[Block, ...], ...]:
        items = []
        while self._tokens[self._at].type != end:
            self._at += 1
            items.append(self.blocks("list_item_close"))
        self._at += 1
        return tuple(items)

    def _quote(self, _: Token) -> Block:
        return Quote(self.blocks("blockquote_close"))

    def _styled(self, token: Token) -> Block:
        digits, style = cast("re.Match[str]", _STYLED.fullmatch(token.info)).groups()
        anchor = self._inlines.anchor(index_of(digits)) if digits else None
        return Styled(self.blocks("styled_close"), style.strip() or None, anchor)

    def _table(self, _: Token) -> Block:
        alignments: list[_Alignment] = []
        rows: list[list[_Cell]] = []
        while (token := self._tokens[self._at]).type != "table_close":
            self._at += 1
            if token.type == "tr_open":
                rows.append([])
                self._refuse_lost_cells(token, len(alignments))
            elif token.type == "th_open":
                alignments.append(_ALIGNMENTS[token.attrGet("style")])
            elif token.type == "inline":
                rows[-1].append(self._inlines.read(token.children or ()))
        self._at += 1
        header, *others = map(tuple, rows)
        return Table(header, tuple(others), tuple(alignments))

    def _refuse_lost_cells(self, token: Token, columns: int) -> None:
        if columns and token.map and (written := _cells(self._lines[token.map[0]])) > columns:
            line = self._lines[token.map[0]].strip()
            raise DraftError(f"the row {line!r} has {written} cells, its table only {columns} columns")

    def _refused(self, token: Token) -> Block:
        what = _NAMES.get(token.type, token.type)
        raise DraftError(f"a report has no place for {what}: {(token.content or token.markup).strip()!r}")


_LINE_END = re.compile("\r\n|\r|\n")
_STYLED = re.compile(f"([{DIGITS}]*)(.*)")
_ALIGNMENTS: Mapping[object, _Alignment] = {
    None: "left",
    "text-align:left": "left",
    "text-align:right": "right",
    "text-align:center": "center",
}
_NAMES = {"fence": "a block of code", "hr": "a line across the page"}
_BLOCKS: Mapping[str, Callable[[_Reader, Token], Block]] = {
    "heading_open": _Reader._heading,  # noqa: SLF001 -- the table of this class
    "paragraph_open": _Reader._paragraph,  # noqa: SLF001
    "bullet_list_open": _Reader._bullet_list,  # noqa: SLF001
    "ordered_list_open": _Reader._ordered_list,  # noqa: SLF001
    "blockquote_open": _Reader._quote,  # noqa: SLF001
    "table_open": _Reader._table,  # noqa: SLF001
    "styled_open": _Reader._styled,  # noqa: SLF001
}


def _cells(line: str) -> int:
    """Return how many cells a row has, in a quotation or not."""
    row = line.strip().lstrip("> ")
    bars = len(_BAR.findall(row))
    return bars + 1 - row.startswith("|") - (bars > row.startswith("|") and bool(_LAST_BAR.search(row)))


_BAR = re.compile(r"(?<!\\)\|")
_LAST_BAR = re.compile(r"(?<!\\)\|$")
