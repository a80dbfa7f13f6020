"""What an office may ask of a Word draft besides its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from cthb_reports.document import Block, Remark
    from cthb_reports.findings import FieldPath


@dataclass(frozen=True, slots=True)
class DocxOptions:
    """How a draft looks in a round of clearance; the text is the same with any of them.

    Args:
        line_numbers: Number the lines in the margin, from the first page to the last.
        watermark: A word across every page, such as `DRAFT`; a watermark of the letterhead stays without one.
        controls: Put each scalar value of a draft that goes round into a control that shows what it is and is hard to
            miss; without it, bookmarks alone tie values to their fields.
    """

    line_numbers: bool = False
    watermark: str | None = None
    controls: bool = True


PLAIN = DocxOptions()
"""A draft for which nothing is asked besides its text."""


@dataclass(frozen=True, slots=True)
class Circulation:
    """What a draft carries while it goes round, so that what people change in it can be brought back.

    Args:
        keepsake: What it was made from, as text for the program alone; empty for what is only read.
        title: Names a field for people, such as "17th Alliance conference: participants"; without it, nothing ties text to fields.
        remarks: What is said at words of it.
        appendix: What stands on a page of its own behind the text, for those who work on it: a heading, and what follows.
    """

    keepsake: str = ""
    title: Callable[[FieldPath], str] | None = None
    remarks: tuple[Remark, ...] = ()
    appendix: tuple[Block, ...] = ()
