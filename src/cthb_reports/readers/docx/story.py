"""A text of a Word file as it grows while its elements are gone through."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cthb_reports.findings import BODY
from cthb_reports.readers.docx.archive import Element, W
from cthb_reports.readers.docx.fields import Fields
from cthb_reports.readers.docx.found import Change, Found, Growing, Spot
from cthb_reports.readers.docx.looks import Look
from cthb_reports.readers.docx.marks import Marks
from cthb_reports.readers.docx.signs import Sign

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cthb_reports.readers.docx.archive import Relation

NOTES = ("footnote", "endnote")
"""What the names of the parts begin with that are notes."""
_SOFT_HYPHEN = "\u00ad"
_PLAIN = Look()


@dataclass(slots=True, eq=False)
class Room:
    """What holds paragraphs: a part, a note, a cell, a text box. Its last paragraph may wait for the next to go on."""

    waiting: Growing | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a place; whoever leaves an element is again where they were before it."""

    room: Room
    fields: Fields
    paragraph: Growing | None = None
    style: str = ""
    look: Look = _PLAIN
    link: str = ""
    control: str = ""
    revision: int = -1
    changes: int = 0


class Story:
    """One text of a file: the body, a note, the head or foot of a page, a comment.

    Args:
        found: What was found in the texts before.
        root: The element that holds it.
        part: The name of its part for people.
        relations: What its part relates to, by id.

    Raises:
        TooManyError: It holds more bookmarks of ours than any draft.
    """

    def __init__(self, found: Found, root: Element, part: str, relations: Mapping[str, Relation]) -> None:
        self.found, self.root, self.relations, self.marks = found, root, relations, Marks(root, found.tracked)
        self.around = Around(Room(), Fields())
        self.number = 0
        self.chosen: set[Element] = set()
        self._part, self._note = part, part if part.startswith(NOTES) else ""
        self._first = len(found.paragraphs)
        self._due: list[Spot] = []
        self._lost: list[tuple[str, Spot]] = []
        self._opened: dict[str, list[tuple[int, Spot]]] = {}
        self._known: dict[object, dict[str, Sign]] = {}
        found.has_bookmarks |= self.marks.found

    def begin(self, element: Element) -> None:
        """Begin a paragraph, or go on with the one whose end is gone."""
        self.number += 1
        style_at = element.find(f"{W}pPr/{W}pStyle")
        style = "" if style_at is None else style_at.get(f"{W}val", "")
        role = self.found.roles.of(element, self._note, body=self._part == BODY)
        room = self.around.room
        growing, room.waiting = room.waiting, None
        if growing is None:
            growing = Growing(self._part, self.number, self.found.looks.name(style), role)
            self.found.add(growing)
        elif not growing.signs:
            growing.number, growing.style, growing.role = self.number, self.found.looks.name(style), role
        for spot in self._due:
            spot.paragraph, spot.offset = growing, len(growing.signs)
        self._due.clear()
        look = self.found.looks.of(None, style)
        self.around = replace(self.around, paragraph=growing, style=style, look=look, link="")

    def settle(self, room: Room) -> None:
        """Have nothing go on with the last paragraph of a room; one whose words and end are gone is gone."""
        if room.waiting is not None:
            room.waiting.is_gone = not room.waiting.signs
            room.waiting = None

    def spot(self) -> Spot:
        """Return this place; between paragraphs it is the beginning of the next."""
        paragraph = self.around.paragraph
        if paragraph is not None:
            return Spot(paragraph, len(paragraph.signs))
        self._due.append(Spot())
        return self._due[-1]

    def end_spot(self) -> Spot:
        """Return this place; between paragraphs it is the end of the one before."""
        if self.around.paragraph is None and len(self.found.paragraphs) > self._first:
            last = self.found.paragraphs[-1]
            return Spot(last, len(last.signs))
        return self.spot()

    def say(self, text: str, *, note: str = "", picture: str = "") -> None:
        """Add characters to the paragraph; what is hidden, or the code of a field, is none."""
        here = self.around
        paragraph = here.paragraph
        text = text.replace(_SOFT_HYPHEN, "")
        if not text or paragraph is None or here.look.hidden or here.fields.swallow():
            return
        self.found.count(text, paragraph)
        link, names = here.link or here.fields.link, self.marks.names
        known = self._known.setdefault((here.look, link, here.control, here.revision, names, note, picture), {})
        for character in text:
            sign = known.get(character)
            if sign is None:
                sign = known[character] = self._sign(character, link, note, picture)
            paragraph.signs.append(sign)
        self.found.filled |= names
        if here.control:
            self.found.filled.add(here.control)

    def _sign(self, character: str, link: str, note: str, picture: str) -> Sign:
        here, look = self.around, self.around.look
        bold, italic, raised, code = (False,) * 4 if note else (look.bold, look.italic, look.raised, look.code)
        return Sign(
            character,
            bold=bold,
            italic=italic,
            raised=raised,
            code=code,
            link=link,
            marks=self.marks.names,
            control=here.control,
            revision=here.revision,
            note=note,
            picture=picture,
        )

    def pass_mark(self, element: Element) -> None:
        """Go past the beginning or end of a bookmark."""
        name, begins = self.marks.meet(element)
        if begins:
            self.open_mark(name)
        elif name:
            self.close_mark(name)

    def open_mark(self, name: str) -> None:
        """Remember where a mark or a control begins, to know whether there is anything in it."""
        self._opened.setdefault(name, []).append((self.found.signs, self.spot()))

    def close_mark(self, name: str) -> None:
        """Note a mark or a control that ends with nothing in it."""
        if not self._opened.get(name):
            return
        signs, spot = self._opened[name].pop()
        if signs == self.found.signs:
            self._lost.append((name, spot))

    def met(self, kind: str, element: Element, text: str) -> int:
        """Note a tracked change, and return its index."""
        return self.found.met(Change(kind, element, text, self.spot()))

    def end(self) -> None:
        """End the text: what waits for a paragraph gets the last one."""
        self.settle(self.around.room)
        self.require_ended()
        last = self.found.paragraphs[-1] if len(self.found.paragraphs) > self._first else None
        for spot in self._due:
            spot.paragraph, spot.offset = last, len(last.signs) if last else 0
        for name, spot in self._lost:
            if spot.paragraph is not None:
                spot.paragraph.collapsed.add(name)

    def require_ended(self) -> None:
        """Refuse a file in which words are lost, because a field that they are the code of does not end."""
        if self.around.fields.swallowed:
            raise self.found.refusal(
                "has a field that does not end, and words in it; open it in Word and save it again"
            )
