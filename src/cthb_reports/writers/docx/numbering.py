"""Numbers and bullets: each ordered list counts for itself, and styles taken from our letterhead bring their numbering."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.parser import parse_xml
from docx.parts.numbering import NumberingPart

from cthb_reports.writers.docx.letterhead import open_letterhead
from cthb_reports.writers.docx.namespaces import Element, W, w

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"


class Numbering:
    """The numbering part of a letterhead; ours is taken where there is none."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._element: Element = _part(document).element

    def free_number(self) -> int:
        """Return the first id of a list that no list has yet."""
        return 1 + max((int(number.get(w("numId"))) for number in self._element.findall(w("num"))), default=0)

    def adopt(self, style: Element) -> None:
        """Give a list style that was taken from our letterhead a numbering of ours in this one."""
        reference = style.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
        if reference is not None:
            ours = open_letterhead(None).part.numbering_part.element
            abstract = _abstract_of(ours, str(reference.get(w("val"))))
            reference.set(w("val"), str(self._add(self._copied(ours, abstract))))

    def add_lists(self, style_id: str, lists: Iterable[tuple[int, int]]) -> None:
        """Add a list for each start and level, all of the look of a style; the ids go up from `free_number`."""
        abstract = self._look_of(style_id)
        for start, level in lists:
            self._add(abstract, start, level)

    def _look_of(self, style_id: str) -> str:
        path = f"{w('style')}[@{w('styleId')}='{style_id}']/{w('pPr')}/{w('numPr')}/{w('numId')}"
        reference = self._document.styles.element.find(path)
        number = None if reference is None else reference.get(w("val"))
        if number is not None and self._element.find(f"{w('num')}[@{w('numId')}='{number}']") is not None:
            return _abstract_of(self._element, number)
        ours = open_letterhead(None).part.numbering_part.element
        return self._copied(ours, _abstract_of(ours, "2"))

    def _copied(self, source: Element, abstract: str) -> str:
        element = copy.deepcopy(source.find(f"{w('abstractNum')}[@{w('abstractNumId')}='{abstract}']"))
        taken = [int(other.get(w("abstractNumId"))) for other in self._element.findall(w("abstractNum"))]
        new = str(1 + max(taken, default=0))
        element.set(w("abstractNumId"), new)
        self._element.insert(len(taken), element)
        return new

    def _add(self, abstract: str, start: int | None = None, level: int = 0) -> int:
        number = self.free_number()
        restart = (
            ""
            if start is None
            else f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        )
        self._element.append(
            parse_xml(f'<w:num xmlns:w="{W}" w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{restart}</w:num>')
        )
        return number


def _abstract_of(numbering: Element, number: str) -> str:
    return str(numbering.find(f"{w('num')}[@{w('numId')}='{number}']/{w('abstractNumId')}").get(w("val")))


def _part(document: Document) -> Any:
    found = [
        relation.target_part
        for relation in document.part.rels.values()
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING
    ]
    if found:
        return found[0]
    blob = open_letterhead(None).part.numbering_part.blob
    part: Any = NumberingPart.load(PackURI("/word/numbering.xml"), _CONTENT_TYPE, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return part
