"""What reading a document gives: the tree, where its words stand, and how some of them are replaced."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from cthb_reports.readers.repairing import Damaged, repaired
from cthb_reports.readers.tree import tree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cthb_reports.document import Document
    from cthb_reports.findings import Location
    from cthb_reports.readers.lines import Line


@dataclass(frozen=True, slots=True)
class Edit:
    """Words to be replaced.

    Args:
        start: The offset in the file of the first character, as the reader counts.
        end: The one after the last.
        old: The words.
        new: What is to stand there.
    """

    start: int
    end: int
    old: str
    new: str


class File(Protocol):
    """A file that was read, whose characters are counted from 0."""

    def locate(self, start: int, end: int) -> Location:
        """Return the place of some characters."""
        ...

    def edited(self, edits: Sequence[Edit]) -> bytes:
        """Return the file with some words replaced; the edits are in order and do not meet."""
        ...


@dataclass(frozen=True, slots=True)
class Reading:
    """A document that was read.

    Args:
        file: The file.
        lines: Its paragraphs, in the order in which the tree names them.
        document: The tree.
        damaged: What copying had done to it; the tree is without.
    """

    file: File
    lines: tuple[Line, ...]
    document: Document
    damaged: tuple[Damaged, ...]


def reading(file: File, lines: Sequence[Line]) -> Reading:
    """Return a file and its lines as a document."""
    whole, damaged = repaired(lines)
    return Reading(file, whole, tree(whole), damaged)
