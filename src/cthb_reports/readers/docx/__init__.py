"""Word files of others: read with what is tracked accepted, and changed with every change tracked."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from cthb_reports.findings import BODY, Location
from cthb_reports.readers.docx.archive import Archive, Element, W
from cthb_reports.readers.docx.changes import can_replace, next_id, replace
from cthb_reports.readers.docx.roles import Roles
from cthb_reports.readers.docx.words import ends_deleted, letters, paragraphs
from cthb_reports.readers.lines import Line, finished
from cthb_reports.readers.reading import Reading, reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cthb_reports.readers.reading import Edit

_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}
_MARGINS = {"header": "header", "footer": "footer"}
_AROUND = 40
"""How many characters are shown on either side of the words."""


def read_docx(content: bytes, shown: str) -> Reading:
    """Return a Word file as a document.

    Args:
        content: Its bytes.
        shown: Its name in messages.

    Raises:
        SourceError: It is no DOCX, or one that is better left closed.
    """
    file = WordFile(content, shown)
    return reading(file, finished(file.lines(), shown))


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph: where its characters begin among all, the part and the place of it there, its words."""

    start: int
    element: Element
    part: str
    number: int
    text: str


class WordFile:
    """A Word file; its characters are counted through all of its parts, and one for the end of each paragraph.

    Args:
        content: Its bytes.
        shown: Its name in messages.

    Raises:
        SourceError: It is no DOCX, or one that is better left closed.
    """

    def __init__(self, content: bytes, shown: str) -> None:
        self._shown = shown
        self._archive = Archive(content, shown)
        main = self._archive.main()
        related = [(kind, name) for kind, name in self._archive.related(main) if self._archive.holds(name)]
        self._roots = {main: self._archive.xml(main)}
        self._roots |= {name: self._archive.xml(name) for kind, name in related if kind in {*_NOTES, *_MARGINS}}
        self._kinds = {main: BODY} | {name: kind for kind, name in related if name in self._roots}
        lone = {kind: self._archive.xml(name) for kind, name in related if kind in {"styles", "numbering"}}
        self._roles = Roles(lone.get("styles"), lone.get("numbering"))
        self._paragraphs: list[_Paragraph] = []

    def lines(self) -> Iterator[Line]:
        """Yield the paragraphs as they read with all changes accepted; the text first, then notes, heads and feet."""
        cells: dict[tuple[str, int, int, int], Line] = {}
        waiting: Line | None = None
        for part, note, element in self._stories():
            line = self._line(part, note, element)
            if waiting is not None:
                line = waiting.followed_by(line) if waiting.text else line
            waiting = line if ends_deleted(element) else None
            if waiting is not None:
                continue
            role = line.role
            if role.kind != "cell":
                yield from cells.values()
                cells = {}
                yield line
                continue
            key = (part, role.table, role.row, role.column)
            cells[key] = cells[key].followed_by(line) if key in cells else line
        yield from cells.values()
        if waiting is not None:
            yield waiting

    def _stories(self) -> Iterator[tuple[str, str, Element]]:
        """Yield each paragraph with the name of its part for people, and the label of its note."""
        counts: dict[str, int] = {}
        for name, root in self._roots.items():
            kind = self._kinds[name]
            if kind in _NOTES:
                yield from _of_notes(root, _NOTES[kind])
            else:
                counts[kind] = counts.get(kind, 0) + 1
                part = BODY if kind == BODY else f"{_MARGINS[kind]} {counts[kind]}"
                yield from ((part, "", paragraph) for paragraph in paragraphs(root))

    def _line(self, part: str, note: str, element: Element) -> Line:
        found = letters(element)
        last = self._paragraphs[-1] if self._paragraphs else None
        start = last.start + len(last.text) + 1 if last else 0
        number = last.number + 1 if last and last.part == part else 1
        text = "".join(letter.character for letter in found)
        self._paragraphs.append(_Paragraph(start, element, part, number, text))
        faces = "".join(letter.face for letter in found)
        return Line(
            text, tuple(range(start, start + len(text))), faces, self._roles.of(element, note, body=part == BODY)
        )

    def _at(self, offset: int) -> _Paragraph:
        return self._paragraphs[max(bisect_right(self._paragraphs, offset, key=lambda one: one.start) - 1, 0)]

    def locate(self, start: int, end: int) -> Location:
        """Return the place of some characters: the paragraph in its part, and the words around."""
        found = self._at(start)
        first, last = start - found.start, min(end - found.start, len(found.text))
        around = _around(found.text, first, last)
        return Location(self._shown, found.number, first + 1, found.number, last + 1, found.part, around)

    def edited(self, edits: Sequence[Edit]) -> bytes:
        """Return the file with some words replaced, each as a change that is tracked; other parts are as they were."""
        number = next_id(list(self._roots.values()))
        for start, group in itertools.groupby(reversed(edits), lambda edit: self._at(edit.start).start):
            found = letters(self._at(start).element)
            for edit in group:
                meant = found[edit.start - start : edit.end - start]
                if can_replace(meant):
                    number = replace(meant, edit.new, number)
        parts = {
            name: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            for name, root in self._roots.items()
        }
        return self._archive.replaced(parts if edits else {})


def _of_notes(root: Element, kind: str) -> Iterator[tuple[str, str, Element]]:
    number = 0
    for note in root.iter(f"{W}{kind}"):
        if note.get(f"{W}type", "normal") != "normal":
            continue
        number += 1
        label = f"{kind} {number}"
        yield from ((label, label, paragraph) for paragraph in paragraphs(note))


def _around(text: str, start: int, end: int) -> str:
    """Return words with those around them, cut between words."""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    if first:
        first = min(max(text.find(" ", first, start) + 1, first), start)
    if last < len(text):
        last = max(text.rfind(" ", end, last), end)
    whole = f"{'… ' if first else ''}{text[first:start]}[{text[start:end]}]{text[end:last]}{' …' if last < len(text) else ''}"
    return " ".join(whole.split())
