"""Numbers and bullets: each ordered list counts for itself, and styles taken from our letterhead bring their numbering."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports.writers.docx.namespaces import Element, W, w, word_xml
from cthb_reports.writers.docx.styles import style_name, with_ancestors

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

EMPTY = f'<w:numbering xmlns:w="{W}"/>'


@dataclass(frozen=True, slots=True)
class Look:
    """How an ordered list of one depth looks: an abstract numbering, and the level in it."""

    abstract: str
    level: str


class Lists:
    """Gives each ordered list of a draft a number of its own.

    Args:
        looks: How a list looks at each depth, from 0.
        first: The first id that no list of the letterhead has.
    """

    def __init__(self, looks: Sequence[Look], first: int) -> None:
        self._looks = looks
        self._next = first
        self._made: list[str] = []

    def numbered(self, depth: int, start: int) -> str:
        """Begin a list, and return the property of its paragraphs."""
        look, number = self._looks[depth], self._next
        self._next += 1
        self._made.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{look.abstract}"/><w:lvlOverride w:ilvl="{look.level}">'
            f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        )
        return f'<w:numPr><w:ilvl w:val="{look.level}"/><w:numId w:val="{number}"/></w:numPr>'

    @property
    def made(self) -> str:
        """The lists that were begun, as XML."""
        return "".join(self._made)


class Numbering:
    """The numbering of a letterhead while it is made ready.

    Args:
        root: The numbering of the letterhead.
        ours: Our numbering.
    """

    def __init__(self, root: Element, ours: Element) -> None:
        self._root = root
        self._ours = ours
        self._copies: dict[str, str] = {}

    def free_number(self) -> int:
        """Return the first id that no list has yet."""
        return 1 + max((int(number.get(w("numId"))) for number in self._root.findall(w("num"))), default=0)

    def adopt(self, added: Mapping[str, Element], ours: Element) -> None:
        """Give the list styles among added ones numberings of ours in this letterhead.

        Args:
            added: The styles, by name in lower case.
            ours: Our styles, whose ids our numbering refers to.
        """
        names = {str(style.get(w("styleId"))): style_name(style).lower() for style in ours.findall(w("style"))}
        for style in added.values():
            reference = style.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
            if reference is not None:
                abstract = self._copied(_abstract_of(self._ours, reference.get(w("val"))), added, names)
                reference.set(w("val"), str(self._number_of(abstract)))

    def look_of(self, style: Element, styles: Mapping[str, Element], depth: int) -> Look:
        """Return how lists of a style look; ours where the style has no numbers.

        Args:
            style: The style of the paragraphs.
            styles: All styles by id: numbers may be inherited.
            depth: In how many lists the list stands.
        """
        for element in with_ancestors(style, styles):
            number = element.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
            level = element.find(f"{w('pPr')}/{w('numPr')}/{w('ilvl')}")
            if number is not None and (abstract := _abstract_of(self._root, number.get(w("val")))):
                return Look(abstract, "0" if level is None else str(level.get(w("val"))))
        return Look(self._copied(_abstract_of(self._ours, "2"), {}, {}), str(depth))

    def place(self, root: Element, mark: Element) -> None:
        """Put a mark behind the last list; a look that lists may take is always there."""
        (root.findall(w("num")) or root.findall(w("abstractNum")))[-1].addnext(mark)

    def _copied(self, abstract: str, added: Mapping[str, Element], names: Mapping[str, str]) -> str:
        """Copy one of our abstract numberings; its levels know the styles that were added, and no others."""
        if abstract in self._copies:
            return self._copies[abstract]
        element = copy.deepcopy(self._ours.find(f"{w('abstractNum')}[@{w('abstractNumId')}='{abstract}']"))
        for level in element.findall(w("lvl")):
            link = level.find(w("pStyle"))
            if link is not None and (style := added.get(names.get(link.get(w("val")), ""))) is not None:
                link.set(w("val"), style.get(w("styleId")))
            elif link is not None:
                level.remove(link)
        others = self._root.findall(w("abstractNum"))
        new = str(1 + max((int(other.get(w("abstractNumId"))) for other in others), default=0))
        element.set(w("abstractNumId"), new)
        before = others or self._root.findall(w("numPicBullet"))
        self._root.insert(1 + self._root.index(before[-1]) if before else 0, element)
        self._copies[abstract] = new
        return new

    def _number_of(self, abstract: str) -> int:
        """Return the list of an abstract numbering that was copied; one is enough for all styles of its levels."""
        for number in self._root.findall(w("num")):
            if number.find(w("abstractNumId")).get(w("val")) == abstract:
                return int(number.get(w("numId")))
        made = self.free_number()
        self.place(self._root, word_xml(f'<w:num w:numId="{made}"><w:abstractNumId w:val="{abstract}"/></w:num>'))
        return made


def _abstract_of(numbering: Element, number: str) -> str:
    """Return the id of the abstract numbering of a list; empty where there is no such list."""
    element = numbering.find(f"{w('num')}[@{w('numId')}='{number}']/{w('abstractNumId')}")
    return "" if element is None else str(element.get(w("val")))
