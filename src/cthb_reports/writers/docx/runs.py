"""The text of a paragraph as runs, with what ties it to the records and what is said beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cthb_reports.document.nodes import (
    Changed,
    Code,
    Emphasis,
    FootnoteReference,
    Image,
    Inline,
    LineBreak,
    Link,
    Span,
    Strong,
    Superscript,
    Text,
)
from cthb_reports.writers.docx.anchoring import may_be_control
from cthb_reports.writers.docx.faces import PLAIN, Face, run_properties
from cthb_reports.writers.docx.namespaces import xml
from cthb_reports.writers.docx.tracking import Tracking, spaced
from cthb_reports.writers.pictures import misplaced

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cthb_reports.document.nodes import Anchor
    from cthb_reports.writers.docx.anchoring import Anchoring
    from cthb_reports.writers.docx.comments import Comments, Point
    from cthb_reports.writers.docx.styles import Styles

_SAFE_LINKS = ("https:", "http:", "mailto:")


class Runs:
    """Turns inlines into runs.

    Args:
        styles: The styles of the letterhead.
        notes: Of each footnote the id that it has in its part.
        anchoring: Ties the text to the records; a clean copy is without.
        comments: What is said beside the text, likewise.

    Attributes:
        tracking: What became of the text, where two versions of it are told in one.
    """

    def __init__(
        self,
        styles: Styles,
        notes: Mapping[str, int],
        anchoring: Anchoring | None = None,
        comments: Comments | None = None,
    ) -> None:
        self.tracking = Tracking()
        self._styles = styles
        self._notes = notes
        self._anchoring = anchoring
        self._comments = comments
        self._properties: dict[Face, str] = {}
        self._line = 0
        self._points: list[Point] = []
        self._is_commented = False
        self._spaced = ""
        self._at = 0
        self._links: dict[str, str] = {}

    def of(self, inlines: Sequence[Inline], face: Face = PLAIN) -> str:
        """Return the runs of the next paragraph or cell, which is a line of the document."""
        # Numbers and what they count are often two nodes, so spaces are bound over the paragraph.
        self._spaced, self._at = spaced(inlines), 0
        self._begin_line(len(self._spaced))
        return f"{self._all(inlines, face)}{self._passed(len(self._spaced))}"

    def of_picture(self, run: str) -> str:
        """Return the run of a picture that is the next line."""
        self._begin_line(0)
        return f"{self._begun()}{self.tracking.run(run)}{self._passed(0)}"

    def _begin_line(self, length: int) -> None:
        self._points = self._comments.points(self._line, length) if self._comments else []
        self._is_commented = bool(self._points)
        self._line += 1

    def _passed(self, at: int) -> str:
        """Return the beginnings and ends of comments up to a place that were not written yet."""
        if not self._points or self._points[0].at > at:
            return ""
        count = sum(1 for point in self._points if point.at <= at)
        passed, self._points = self._points[:count], self._points[count:]
        return "".join(point.xml for point in passed)

    def _begun(self) -> str:
        """Return the beginnings of the comments of a picture, which has no characters to begin at."""
        begun = [point for point in self._points if not point.is_end]
        self._points = [point for point in self._points if point.is_end]
        return "".join(point.xml for point in begun)

    def new_links(self) -> dict[str, str]:
        """Return the addresses since the last call, with the ids of their relationships: each part has its own."""
        links, self._links = self._links, {}
        return links

    def _all(self, inlines: Sequence[Inline], face: Face) -> str:
        return "".join([_INLINES[type(inline)](self, inline, face) for inline in inlines])

    def anchored(self, inner: str, anchor: Anchor) -> str:
        """Return the runs of a whole line tied to what they come from."""
        return self._anchoring.around(anchor, inner) if self._anchoring else inner

    def outstanding(self, inner: str) -> str:
        """Return the runs of a heading under which nothing is of the text."""
        return self._anchoring.outstanding(inner) if self._anchoring else inner

    def _run(self, content: str, face: Face) -> str:
        properties = self._properties.get(face)
        if properties is None:
            properties = self._properties[face] = run_properties(face, self._styles)
        return self.tracking.run(f"<w:r>{properties}{content}</w:r>")

    def _text(self, inline: Text, face: Face) -> str:
        return self._cut(self._spaced[self._at : self._at + len(inline.text)], face)

    def _code(self, inline: Code, face: Face) -> str:
        return self._cut(inline.text, replace(face, code=True))

    def _cut(self, text: str, face: Face) -> str:
        """Return the runs of a text, cut where comments begin and end."""
        start, end = self._at, self._at + len(text)
        cuts = dict.fromkeys((*(point.at for point in self._points if start < point.at < end), end))
        return "".join([self._words(text[self._at - start : cut - start], face) for cut in cuts])

    def _words(self, text: str, face: Face) -> str:
        passed = self._passed(self._at)
        self._at += len(text)
        name = self.tracking.letters
        return passed + self._run(f'<{name} xml:space="preserve">{xml(text)}</{name}>', face) if text else passed

    def _span(self, inline: Span, face: Face) -> str:
        if inline.anchor.kind == "placeholder":
            face = replace(face, placeholder=True)
        if self._anchoring is None:
            return self._all(inline.children, face)
        passed = self._passed(self._at)
        inner = self._all(inline.children, face)
        # LibreOffice 7.4 writes the text of a control twice where a comment stands before it in the paragraph.
        in_control = may_be_control(inline) and not (face.link or self._is_commented)
        return f"{passed}{self._anchoring.around(inline.anchor, inner, in_control=in_control)}"

    def _emphasis(self, inline: Emphasis, face: Face) -> str:
        return self._all(inline.children, replace(face, emphasis=True))

    def _strong(self, inline: Strong, face: Face) -> str:
        return self._all(inline.children, replace(face, strong=True))

    def _superscript(self, inline: Superscript, face: Face) -> str:
        return self._all(inline.children, replace(face, raised=True))

    def _link(self, inline: Link, face: Face) -> str:
        """An address that no reader should open is left out."""
        if not inline.target.lower().startswith(_SAFE_LINKS):
            return self._all(inline.children, face)
        name = self._links.setdefault(inline.target, f"rIdLink{len(self._links) + 1}")
        passed = self._passed(self._at)
        return (
            f'{passed}<w:hyperlink r:id="{name}">{self._all(inline.children, replace(face, link=True))}</w:hyperlink>'
        )

    def _line_break(self, _: LineBreak, face: Face) -> str:
        passed = self._passed(self._at)
        self._at += 1
        return f"{passed}{self._run('<w:br/>', face)}"

    def _reference(self, inline: FootnoteReference, _: Face) -> str:
        style = xml(self._styles.id_of("footnote reference"))
        passed = self._passed(self._at)
        mark = f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:footnoteReference w:id="{self._notes[inline.label]}"/></w:r>'
        mark = self.tracking.run(mark)
        return passed + (self._comments.around_mark(inline.label, mark) if self._comments else mark)

    def _changed(self, inline: Changed, face: Face) -> str:
        with self.tracking.under(inline.fate):
            return self._all(inline.children, face)

    def _image(self, inline: Image, _: Face) -> str:
        raise misplaced(inline)


_INLINES: Mapping[type, Callable[[Runs, Any, Face], str]] = {
    Text: Runs._text,  # noqa: SLF001 -- the table of this class
    Code: Runs._code,  # noqa: SLF001
    Span: Runs._span,  # noqa: SLF001
    Emphasis: Runs._emphasis,  # noqa: SLF001
    Strong: Runs._strong,  # noqa: SLF001
    Superscript: Runs._superscript,  # noqa: SLF001
    Link: Runs._link,  # noqa: SLF001
    Image: Runs._image,  # noqa: SLF001
    LineBreak: Runs._line_break,  # noqa: SLF001
    FootnoteReference: Runs._reference,  # noqa: SLF001
    Changed: Runs._changed,  # noqa: SLF001
}
