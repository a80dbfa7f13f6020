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


class Anchoring:
    """Encloses text that comes from the records.

    Args:
        title: Names a field for people.
    """

    def __init__(self, title: Callable[[FieldPath], str]) -> None:
        self.anchors: dict[str, Anchor] = {}
        self._title = title
        self._occurrences: Counter[str] = Counter()
        self._numbers: set[int] = set()
        self._titles: dict[str, int] = {}

    def around(self, anchor: Anchor, inner: str, control_of: Span | None = None) -> str:
        """Return runs within a hidden bookmark, and within a control where they are one scalar value.

        Args:
            anchor: What they come from.
            inner: The runs.
            control_of: The span, if it may be a control.
        """
        number = self._number(anchor)
        name = f"_cthb_{number:08x}"
        self.anchors[name] = anchor
        held = inner if control_of is None else self._control(anchor, name, number, inner)
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{held}<w:bookmarkEnd w:id="{number}"/>'

    def _control(self, anchor: Anchor, name: str, number: int, inner: str) -> str:
        """Return runs in a control that holds plain text and shows itself to nobody who does not point at it."""
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{xml(self._unique(self._title(anchor.field)))}"/><w:tag w:val="{name}"/>'
            f'<w:id w:val="{number}"/><w15:appearance w15:val="hidden"/><w:text/></w:sdtPr>'
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
        number = zlib.crc32(f"{key}#{self._occurrences[key]}".encode()) & 0x7FFFFFFF
        while number in self._numbers:
            number = (number + 1) & 0x7FFFFFFF
        self._numbers.add(number)
        return number


def may_be_control(span: Span) -> bool:
    """Tell whether a span is one scalar value in one face: LibreOffice loses or breaks controls that hold more."""
    return span.anchor.kind in {"value", "placeholder"} and _is_plain(span.children)


def _is_plain(children: tuple[Inline, ...]) -> bool:
    return len(children) == 1 and isinstance(children[0], Text)
