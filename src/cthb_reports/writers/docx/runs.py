"""The text of a paragraph as runs, with bookmarks around what comes from the records."""

from __future__ import annotations

import zlib
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cthb_reports.document.nodes import (
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
from cthb_reports.document.text import inline_text
from cthb_reports.findings import field_text
from cthb_reports.writers.docx.faces import PLAIN, Face, run_properties
from cthb_reports.writers.docx.namespaces import xml
from cthb_reports.writers.docx.spaces import bound
from cthb_reports.writers.pictures import misplaced

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cthb_reports.document.nodes import Anchor
    from cthb_reports.findings import FieldPath
    from cthb_reports.writers.docx.styles import Styles

_SAFE_LINKS = ("https:", "http:", "mailto:")


class Runs:
    """Turns inlines into runs.

    Args:
        styles: The styles of the letterhead.
        notes: Of each footnote the id that it has in its part.
    """

    def __init__(self, styles: Styles, notes: Mapping[str, int]) -> None:
        self._styles = styles
        self._notes = notes
        self._occurrences: Counter[FieldPath] = Counter()
        self._bookmarks: set[int] = set()
        self._properties: dict[Face, str] = {}
        self._spaced = ""
        self._at = 0
        self._links: dict[str, str] = {}

    def of(self, inlines: Sequence[Inline], face: Face = PLAIN) -> str:
        """Return the runs of a whole paragraph or cell."""
        # Numbers and what they count are often two nodes, so spaces are bound over the paragraph.
        self._spaced, self._at = bound(inline_text(inlines)), 0
        return self._all(inlines, face)

    def new_links(self) -> dict[str, str]:
        """Return the addresses since the last call, with the ids of their relationships: each part has its own."""
        links, self._links = self._links, {}
        return links

    def _all(self, inlines: Sequence[Inline], face: Face) -> str:
        return "".join([_INLINES[type(inline)](self, inline, face) for inline in inlines])

    def bookmarked(self, inner: str, anchor: Anchor) -> str:
        """Enclose runs in a hidden bookmark; around paragraphs it stands in the first and the last of them."""
        number = self._number(anchor.field)
        start = f'<w:bookmarkStart w:id="{number}" w:name="_cthb_{number:08x}"/>'
        end = f'<w:bookmarkEnd w:id="{number}"/>'
        if not inner.startswith("<w:p>"):
            return f"{start}{inner}{end}"
        first = inner.index("</w:pPr>") + len("</w:pPr>")
        last = inner.rindex("</w:p>")
        return f"{inner[:first]}{start}{inner[first:last]}{end}{inner[last:]}"

    def _number(self, field: FieldPath) -> int:
        """Return a number that depends on the field and on how often it was told before, on nothing else."""
        self._occurrences[field] += 1
        number = zlib.crc32(f"{field_text(field)}#{self._occurrences[field]}".encode()) & 0x7FFFFFFF
        while number in self._bookmarks:
            number = (number + 1) & 0x7FFFFFFF
        self._bookmarks.add(number)
        return number

    def _run(self, content: str, face: Face) -> str:
        properties = self._properties.get(face)
        if properties is None:
            properties = self._properties[face] = run_properties(face, self._styles)
        return f"<w:r>{properties}{content}</w:r>"

    def _text(self, inline: Text, face: Face) -> str:
        start = self._at
        self._at = start + len(inline.text)
        return self._run(f'<w:t xml:space="preserve">{xml(self._spaced[start : self._at])}</w:t>', face)

    def _code(self, inline: Code, face: Face) -> str:
        self._at += len(inline.text)
        return self._run(f'<w:t xml:space="preserve">{xml(inline.text)}</w:t>', replace(face, code=True))

    def _span(self, inline: Span, face: Face) -> str:
        if inline.anchor.kind == "placeholder":
            face = replace(face, placeholder=True)
        return self.bookmarked(self._all(inline.children, face), inline.anchor)

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
        return f'<w:hyperlink r:id="{name}">{self._all(inline.children, replace(face, link=True))}</w:hyperlink>'

    def _line_break(self, _: LineBreak, face: Face) -> str:
        self._at += 1
        return self._run("<w:br/>", face)

    def _reference(self, inline: FootnoteReference, _: Face) -> str:
        style = xml(self._styles.id_of("footnote reference"))
        return f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:footnoteReference w:id="{self._notes[inline.label]}"/></w:r>'

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
}
