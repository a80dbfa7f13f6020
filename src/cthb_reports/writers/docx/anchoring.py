"""What ties the words of a Word file to the records: a hidden bookmark for each anchor, and a control for each scalar value."""

from __future__ import annotations

import zlib
from collections import Counter
from typing import TYPE_CHECKING

from cthb_reports.document import Text
from cthb_reports.findings import field_text
from cthb_reports.writers.docx.namespaces import xml

if TYPE_CHECKING:
    from collections.abc import Callable

    from cthb_reports.document import Anchor, Inline, Span
    from cthb_reports.findings import FieldPath

_LONGEST_TITLE = 64
"""Word shows and keeps no more of a control's title and tag (ECMA-376, ST_String as Word reads it)."""


OUTSTANDING = "_cthb_outstanding"
"""The bookmark at the heading of what is no part of the text: nothing behind it comes from the records, or goes back to them."""


class Anchoring:
    """Encloses text that comes from the records.

    Args:
        title: Names a field for people.
        controls: Whether values get controls besides their bookmarks.
    """

    def __init__(self, title: Callable[[FieldPath], str], *, controls: bool = True) -> None:
        self.anchors: dict[str, Anchor] = {}
        self._controls = controls
        self._title = title
        self._occurrences: Counter[str] = Counter()
        self._numbers: set[int] = set()
        self._titles: dict[str, int] = {}

    def around(self, anchor: Anchor, inner: str, *, in_control: bool = False) -> str:
        """Return runs within a hidden bookmark, and within a control where they are one scalar value.

        Args:
            anchor: What they come from.
            inner: The runs.
            in_control: Whether it may be a control.
        """
        number = self._number(anchor)
        name = f"_cthb_{number:08x}"
        self.anchors[name] = anchor
        held = inner if not (in_control and self._controls) else self._control(anchor, name, number, inner)
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{held}<w:bookmarkEnd w:id="{number}"/>'

    def outstanding(self, inner: str) -> str:
        """Return the runs of the heading under which a draft shows what is no part of its text."""
        number = self._free(zlib.crc32(OUTSTANDING.encode()) & 0x7FFFFFFF)
        return f'<w:bookmarkStart w:id="{number}" w:name="{OUTSTANDING}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'

    def _control(self, anchor: Anchor, name: str, number: int, inner: str) -> str:
        """Return runs in a control that shows itself to nobody who does not point at it.

        It is for plain text where its text is plain: LibreOffice takes bold and the mark of a placeholder from such a one.
        """
        plain = "" if "<w:rPr>" in inner else "<w:text/>"
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{xml(self._unique(self._title(anchor.field)))}"/><w:tag w:val="{name}"/>'
            f'<w:id w:val="{number}"/><w15:appearance w15:val="hidden"/>{plain}</w:sdtPr>'
            f"<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
        )

    def _unique(self, title: str) -> str:
        """Return a title that no other control has, short enough: two long ones may begin alike."""
        unique, count = title[:_LONGEST_TITLE], self._titles.get(title, 0)
        while unique in self._titles or not unique:
            count += 1
            tail = f" ({count + 1})"
            unique = f"{title[: _LONGEST_TITLE - len(tail)]}{tail}"
        self._titles[title], self._titles[unique] = count, self._titles.get(unique, 0)
        return unique

    def _number(self, anchor: Anchor) -> int:
        """Return a number that depends on what is told and on how often it was told before, on nothing else."""
        key = field_text(anchor.field) or anchor.source
        self._occurrences[key] += 1
        return self._free(zlib.crc32(f"{key}#{self._occurrences[key]}".encode()) & 0x7FFFFFFF)

    def _free(self, number: int) -> int:
        while number in self._numbers:
            number = (number + 1) & 0x7FFFFFFF
        self._numbers.add(number)
        return number


def may_be_control(span: Span) -> bool:
    """Tell whether a span is one scalar value in one face: LibreOffice loses or breaks controls that hold more."""
    return span.anchor.kind in {"value", "placeholder"} and _is_plain(span.children)


def _is_plain(children: tuple[Inline, ...]) -> bool:
    return len(children) == 1 and isinstance(children[0], Text)
