"""Texts that stand on lines of their own beneath `|` or `>`."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from cthb_reports.sources.editing.folding import refolded, width_of
from cthb_reports.sources.editing.outlines import BLOCK_HEADER, block_end, block_indent, lines_of
from cthb_reports.sources.editing.written import Written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cthb_reports.sources.editing.written import Frame, Old

# A line that begins so keeps its line end, even where others are folded.
_INDENTED = re.compile(r"^[ \t]", re.MULTILINE)


def literal(text: str, frame: Frame, old: Old | None) -> Iterator[Written]:
    """Yield a text line by line, if it can be written so; lines that were there are left as they are."""
    block = _Block.of(frame, old)
    body = text.rstrip("\n")
    said = body.split("\n")
    lines = [_indented(line, block.indent) for line in said]
    if old is not None:
        before = [line[block.indent :] for line in block.lines]
        for start, new_start, size in SequenceMatcher(None, before, said, autojunk=False).get_matching_blocks():
            lines[new_start : new_start + size] = block.lines[start : start + size]
    yield from _under_header("|", text, lines, block, frame)


def folded(text: str, frame: Frame, old: Old | None) -> Iterator[Written]:
    """Yield a text whose lines are broken where they are full, if it can be written so."""
    if _INDENTED.search(text):
        return
    block = _Block.of(frame, old)
    before = [line[block.indent :] for line in block.lines]
    said = refolded(text.rstrip("\n"), before, width_of(block.lines, frame.width) - block.indent)
    yield from _under_header(">", text, [_indented(line, block.indent) for line in said], block, frame)


def _under_header(sign: str, text: str, lines: Sequence[str], block: _Block, frame: Frame) -> Iterator[Written]:
    """Yield lines beneath their header; none where empty lines after the text would have to be part of it."""
    ends = len(text) - len(text.rstrip("\n"))
    keeps = "+" in block.signs and ends > 0
    if ends == len(text) or (ends > 1 and not keeps):
        return
    digits = re.sub(r"[-+]", "", block.signs)
    if not digits and text.lstrip("\n")[0] in " \t":
        digits = str(block.indent - frame.margin)
    chomping = "+" if keeps else "" if ends else "-"
    yield Written(f"{sign}{digits}{chomping}{block.comment}", (*lines, *[""] * (ends - 1)))


class _Block:
    """The form of a block: its signs, its indentation and its lines."""

    def __init__(self, signs: str, comment: str, indent: int, lines: list[str]) -> None:
        self.signs, self.comment, self.indent, self.lines = signs, comment, indent, lines

    @classmethod
    def of(cls, frame: Frame, old: Old | None) -> _Block:
        """Return the form of the old block, or the usual one."""
        usual = cls("", "", frame.margin + frame.step, [])
        header = BLOCK_HEADER.match(old.source) if old else None
        if old is None or header is None:
            return usual
        lines = lines_of(old.source[: block_end(old.source, old.value)])[1:]
        indent = block_indent(lines, old.value) if any(map(str.strip, lines)) else usual.indent
        return cls(header["signs"], header["comment"], indent, lines)


def _indented(line: str, indent: int) -> str:
    return " " * indent + line if line else ""
