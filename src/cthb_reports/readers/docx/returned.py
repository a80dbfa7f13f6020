"""A draft that came back from Word or LibreOffice, read as faithfully as its words and our marks are kept in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cthb_reports.findings import BODY
from cthb_reports.readers.docx.archive import Archive, Element, W
from cthb_reports.readers.docx.comments import remarks
from cthb_reports.readers.docx.doubled import drop_doubled
from cthb_reports.readers.docx.elements import walk
from cthb_reports.readers.docx.found import Found, Growing
from cthb_reports.readers.docx.kept import kept_part
from cthb_reports.readers.docx.looks import Looks
from cthb_reports.readers.docx.marks import TooManyError
from cthb_reports.readers.docx.roles import Roles
from cthb_reports.readers.docx.signs import Remark, Returned, ReturnedParagraph, Revision, Sign
from cthb_reports.readers.docx.story import NOTES, Story
from cthb_reports.readers.docx.tracked import Tracked, restore_formats

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cthb_reports.readers.docx.archive import Relation

__all__ = ["Remark", "Returned", "ReturnedParagraph", "Revision", "Sign", "read_returned"]

_MARGINS = ("header", "footer")


def read_returned(content: bytes, shown: str, *, accept: bool = True) -> Returned:
    """Return what a draft says that came back.

    Text that is hidden does not read, nor does that of notes which are referred to nowhere.

    Args:
        content: The bytes of the file.
        shown: Its name in messages.
        accept: Whether tracked changes are read as if all were accepted, or all rejected.

    Raises:
        SourceError: It is no DOCX, one that is better left closed, or holds more than any report.
    """
    file = _File(content, shown, accept=accept)
    try:
        return file.read()
    except TooManyError as error:
        raise file.found.refusal(
            "holds more bookmarks of ours than any draft; open it in Word and save it again"
        ) from error


class _File:
    """A file whose texts are read one after the other."""

    def __init__(self, content: bytes, shown: str, *, accept: bool) -> None:
        self._archive = Archive(content, shown)
        self._main = self._archive.main()
        self._relations = list(self._archive.relations(self._main))
        styles = self._lone("styles")
        self.found = Found(shown, Tracked(accept=accept), Looks(styles), Roles(styles, self._lone("numbering")))

    def read(self) -> Returned:
        self._story(self._root(self._main), BODY, self._by_id(self._main))
        for kind in NOTES:
            self._notes(kind)
        for kind in _MARGINS:
            for number, name in enumerate(self._parts(kind), start=1):
                self._story(self._root(name), f"{kind} {number}", self._by_id(name))
        found = self.found
        paragraphs, indices = found.finished()
        comments = self._lone("comments")
        said = () if comments is None else remarks(comments, self._lone("commentsExtended"), found, paragraphs, indices)
        changes = self._revisions(indices)
        return Returned(paragraphs, changes, said, kept_part(self._archive), found.has_bookmarks, found.has_controls)

    def _parts(self, kind: str) -> list[str]:
        """Return the parts of a kind, each once, however often it is named."""
        return list(dict.fromkeys(one.target for one in self._relations if one.kind == kind and self._is_inside(one)))

    def _is_inside(self, relation: Relation) -> bool:
        return not relation.is_outside and self._archive.holds(relation.target)

    def _lone(self, kind: str) -> Element | None:
        return next((self._archive.xml(name) for name in self._parts(kind)), None)

    def _by_id(self, part: str) -> dict[str, Relation]:
        relations = self._relations if part == self._main else self._archive.relations(part)
        return {relation.key: relation for relation in relations}

    def _root(self, part: str) -> Element:
        root = self._archive.xml(part)
        drop_doubled(root)
        if not self.found.tracked.accept:
            restore_formats(root)
        return root

    def _story(self, root: Element, part: str, relations: Mapping[str, Relation]) -> None:
        walk(Story(self.found, root, part, relations))

    def _notes(self, kind: str) -> None:
        """Read the notes that are referred to, in the order of that; notes of notes are none."""
        for part in self._parts(f"{kind}s")[:1]:
            elements = {one.get(f"{W}id", ""): one for one in self._root(part).findall(f"{W}{kind}")}
            relations = self._by_id(part)
            for (known, key), label in list(self.found.notes.items()):
                if known == kind and key in elements:
                    self._story(elements[key], label, relations)

    def _revisions(self, indices: Mapping[Growing, int]) -> tuple[Revision, ...]:
        return tuple(
            Revision(
                change.kind,
                change.element.get(f"{W}author", ""),
                change.element.get(f"{W}date", ""),
                change.text,
                -1 if change.spot.paragraph is None else indices[change.spot.paragraph],
            )
            for change in self.found.changes
        )
