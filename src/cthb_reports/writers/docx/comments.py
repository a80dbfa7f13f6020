"""The comments of a draft: their part, and what stands at the words that they are about.

What is said of words in a footnote stands at the mark of the note in the text: a comment within a note has LibreOffice break off, and
the standard knows none (ECMA-376, part 1, 11.3.2: the part belongs to that of the text).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cthb_reports.writers.docx.namespaces import R, W, xml
from cthb_reports.writers.docx.package import Relation, type_xml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cthb_reports.document import Line, Remark

NAME = "word/comments.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


@dataclass(frozen=True, slots=True)
class Point:
    """A place in a line where a comment begins or ends."""

    at: int
    number: int
    is_end: bool

    @property
    def xml(self) -> str:
        """What stands there; where a comment ends, Word shows its sign."""
        if not self.is_end:
            return f'<w:commentRangeStart w:id="{self.number}"/>'
        return f'<w:commentRangeEnd w:id="{self.number}"/><w:r><w:commentReference w:id="{self.number}"/></w:r>'


class Comments:
    """The comments by the lines that they are about; their numbers follow the text.

    Args:
        remarks: What is said.
        notes: The lines of notes, by their numbers.
    """

    def __init__(self, remarks: Iterable[Remark], notes: Mapping[int, Line]) -> None:
        self._remarks = sorted(remarks, key=lambda remark: (remark.line, remark.start, remark.end))
        self._of_line: dict[int, list[int]] = {}
        self._of_note: dict[str, list[int]] = {}
        for number, remark in enumerate(self._remarks):
            if line := notes.get(remark.line):
                self._remarks[number] = _with_words(remark, line)
                self._of_note.setdefault(line.note, []).append(number)
            else:
                self._of_line.setdefault(remark.line, []).append(number)

    def around_mark(self, label: str, mark: str) -> str:
        """Return the mark of a note with the comments on the note: at its first mark, if there are several."""
        numbers = self._of_note.pop(label, ())
        starts = "".join(Point(0, number, is_end=False).xml for number in numbers)
        return f"{starts}{mark}{''.join(Point(0, number, is_end=True).xml for number in numbers)}"

    def points(self, line: int, length: int) -> list[Point]:
        """Return the places in a line of some length, in their order; where one ends, another may begin."""
        found = []
        for number in self._of_line.get(line, ()):
            remark = self._remarks[number]
            start, end = min(remark.start, length), min(remark.end, length)
            if start >= end:
                start, end = 0, length
            found += [Point(start, number, is_end=False), Point(end, number, is_end=True)]
        return sorted(found, key=lambda point: (point.at, not point.is_end if length else point.is_end))

    @property
    def members(self) -> dict[str, bytes]:
        """The part, if there are comments."""
        if not self._remarks:
            return {}
        inner = "".join(_comment(number, remark) for number, remark in enumerate(self._remarks))
        return {
            NAME: f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{W}">{inner}</w:comments>'.encode()
        }

    @property
    def types(self) -> str:
        """Its content type, as XML."""
        return type_xml(NAME, _TYPE) if self._remarks else ""

    @property
    def relations(self) -> list[Relation]:
        """What the text says of it."""
        return [Relation("rIdComments", f"{R}/comments", NAME)] if self._remarks else []


def _with_words(remark: Remark, line: Line) -> Remark:
    """Return a remark that quotes the words it is about, where it cannot stand at them."""
    words = line.text[remark.start : remark.end]
    return replace(remark, paragraphs=(*remark.paragraphs, f"in the note: “{words}”")) if words else remark


def _comment(number: int, remark: Remark) -> str:
    # No date: the standard lets it out, and the same records give the same bytes.
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{xml(text)}</w:t></w:r></w:p>' for text in remark.paragraphs
    )
    return (
        f'<w:comment w:id="{number}" w:author="{xml(remark.author)}" w:initials="{xml(remark.initials)}">'
        f"{paragraphs}</w:comment>"
    )
