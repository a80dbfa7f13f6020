"""Where a new paragraph begins: short ones join what stands before them.

What a narrative has left out, a date or a word of thanks, joins its last paragraph; short records of one strand that are told
one after the other share a paragraph. Longer ones stand alone. An author may say otherwise (`joins`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports.document.marks import DIGITS, STYLED, STYLED_END, index_of, mark
from cthb_reports.rendering.signs import APART, COMPOSED, JOINS, LEFT_OVER, NARRATED, SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORT: dict[str, int] = {COMPOSED: 50, NARRATED: 36, LEFT_OVER: 45}
"""What has no more words than these may join a paragraph."""
_LONG = 115
"""A paragraph with more words than these takes no further record."""
_LONG_NARRATIVE = 190
"""A narrative's last paragraph with more words than these takes nothing that it has left out."""
_MERE_OPENING = 25
"""A sentence of ours with no more words than these is not left alone by what goes on with it."""

_BLANK = re.compile(r"\n{2,}")
_SORT = re.compile(f"([{COMPOSED}{LEFT_OVER}{NARRATED}])([{DIGITS}]+)([{JOINS}{APART}]?)")
_NO_PARAGRAPH = re.compile(rf"[{SIGNS}]*(?:[-*+>#|]\s|\d+[.)]\s|\[\^)")


@dataclass(slots=True)
class _Unit:
    """A narrative, or another block of the text.

    Args:
        blocks: Its blocks; those of a narrative with the fence around them.
        sort: By which sign it began last, if by any.
        strand: The strand of its record.
        asked: Whether its author wants it to join what stands before it, if the author says.
    """

    blocks: list[str]
    sort: str = ""
    strand: int = -1
    asked: bool | None = None

    @property
    def last(self) -> int:
        """Which of its blocks is the last that a reader sees."""
        return len(self.blocks) - (2 if self.blocks[-1].startswith(STYLED_END) and len(self.blocks) > 1 else 1)

    def inline(self) -> str | None:
        """Return it as words within a paragraph, or `None` if it has paragraphs of its own."""
        if len(self.blocks) == 1:
            return self.blocks[0]
        head, *inner, _ = self.blocks
        return mark(index_of(head[1:]), inner[0]) if len(inner) == 1 and not _NO_PARAGRAPH.match(inner[0]) else None


def joined(markdown: str) -> str:
    """Return Markdown in which short paragraphs have joined those before them, without the signs of that."""
    made: list[_Unit] = []
    for unit in _units(block for block in _BLANK.split(markdown) if block.strip()):
        text = unit.inline() if unit.sort else None
        if text and made and _joins(made[-1], unit, len(text.split())):
            before = made[-1]
            before.blocks[before.last] += f" {text}"
            before.sort, before.strand = unit.sort, unit.strand
        else:
            made.append(unit)
    return "\n\n".join(block for unit in made for block in unit.blocks)


def _units(blocks: Iterator[str]) -> Iterator[_Unit]:
    for block in blocks:
        if not block.startswith(STYLED):
            yield _signed(_Unit([block]), 0)
            continue
        first = next(blocks, "")
        if not _SORT.match(first):
            yield _Unit([block])
            yield _Unit([first])
            continue
        unit = _Unit([block, first])
        while not unit.blocks[-1].startswith(STYLED_END):
            unit.blocks.append(next(blocks, STYLED_END))
        yield _signed(unit, 1)


def _signed(unit: _Unit, at: int) -> _Unit:
    """Take the sign off a unit."""
    if found := _SORT.match(unit.blocks[at]):
        unit.sort, unit.strand = found[1], index_of(found[2])
        unit.asked = found[3] == JOINS if found[3] else None
        unit.blocks[at] = unit.blocks[at][found.end() :]
    return unit


def _joins(before: _Unit, unit: _Unit, words: int) -> bool:
    if not before.sort or _NO_PARAGRAPH.match(before.blocks[before.last]):
        return False
    if unit.asked is not None:
        return unit.asked
    if unit.strand != before.strand:
        return False
    words_before = len(before.blocks[before.last].split())
    if unit.sort == LEFT_OVER:
        return before.sort == NARRATED and words <= _SHORT[LEFT_OVER] and words_before <= _LONG_NARRATIVE
    if before.sort == COMPOSED and words_before <= _MERE_OPENING:
        return words_before + words <= _LONG_NARRATIVE
    return words <= _SHORT[unit.sort] and words_before + words <= _LONG
