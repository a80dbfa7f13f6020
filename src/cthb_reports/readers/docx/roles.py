"""What each paragraph of a Word file is: heading, item, cell, quotation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cthb_reports.readers.docx.archive import Element, W
from cthb_reports.readers.lines import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

_HEADING = re.compile(r"heading ?(\d)|title|subtitle", re.IGNORECASE)
_QUOTE = re.compile(r"(intense ?)?quote|block ?text", re.IGNORECASE)
_ORDERED = {
    "numberInDash",
    "upperRoman",
    "lowerRoman",
    "upperLetter",
    "lowerLetter",
    "decimal",
    "decimalZero",
    "ordinal",
}


class Roles:
    """Tells the role of a paragraph by its style, its numbering and what stands around it.

    Args:
        styles: The root of the styles, or `None`.
        numbering: The root of the numberings, or `None`.
    """

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        self._styles: Mapping[str, Element] = {
            style.get(f"{W}styleId", ""): style for style in (styles if styles is not None else ())
        }
        self._bullets = _bullets(numbering)
        self._tables: dict[Element, int] = {}
        self._rows: dict[Element, tuple[int, int]] = {}

    def of(self, paragraph: Element, note: str, *, body: bool) -> Role:
        """Return the role of a paragraph.

        Args:
            paragraph: The paragraph.
            note: The label of the note that it belongs to, if any.
            body: Whether it stands in the text itself.
        """
        if (cell := self._cell(paragraph)) is not None:
            return Role("cell", note=note, table=cell[0], row=cell[1], column=cell[2], body=body)
        style = self._styles.get(_value(paragraph, "pStyle"))
        name = "" if style is None else (_value(style, "name", settings=False) or style.get(f"{W}styleId", ""))
        if heading := _HEADING.fullmatch(name):
            return Role("heading", int(heading[1] or 1), note=note, body=body)
        if _QUOTE.fullmatch(name):
            return Role("quote", note=note, body=body)
        number = _number(paragraph, style)
        if number:
            ordered = number not in self._bullets
            return Role("item", number[1], ordered=ordered, note=note, body=body)
        return Role(note=note, body=body)

    def _cell(self, paragraph: Element) -> tuple[int, int, int] | None:
        """Return the number of the outermost table, the row in it and the cell in the row."""
        above = list(paragraph.iterancestors(f"{W}tc", f"{W}txbxContent"))
        if not above or above[-1].tag != f"{W}tc" or any(element.tag != f"{W}tc" for element in above):
            return None
        cell = above[-1]
        row = next(cell.iterancestors(f"{W}tr"))
        table = next(row.iterancestors(f"{W}tbl"))
        if table not in self._tables:
            self._tables[table] = len(self._tables) + 1
            self._rows |= {one: (index, 0) for index, one in enumerate(table.iter(f"{W}tr"))}
        column = sum(1 for _ in cell.itersiblings(f"{W}tc", preceding=True))
        return self._tables[table], self._rows[row][0], column


def _value(element: Element, name: str, *, settings: bool = True) -> str:
    found = element.find(f"{W}pPr/{W}{name}" if settings else f"{W}{name}")
    return "" if found is None else str(found.get(f"{W}val", ""))


def _number(paragraph: Element, style: Element | None) -> tuple[str, int] | None:
    """Return the numbering and the level of an item; `None` for what is none."""
    for holder in (paragraph, style):
        found = None if holder is None else holder.find(f"{W}pPr/{W}numPr")
        if found is not None:
            name, level = _own(found, "numId"), _own(found, "ilvl")
            return None if name in {"", "0"} else (name, int(level) if level.isdigit() else 0)
    return None


def _own(element: Element, name: str) -> str:
    found = element.find(f"{W}{name}")
    return "" if found is None else str(found.get(f"{W}val", ""))


def _bullets(numbering: Element | None) -> set[tuple[str, int]]:
    """Return the numberings and levels that do not count."""
    if numbering is None:
        return set()
    abstract = {one.get(f"{W}abstractNumId"): one for one in numbering.iter(f"{W}abstractNum")}
    return {
        (number.get(f"{W}numId", ""), int(level.get(f"{W}ilvl", "0") or 0))
        for number in numbering.iter(f"{W}num")
        if (kind := abstract.get(_own(number, "abstractNumId"))) is not None
        for level in kind.iter(f"{W}lvl")
        if _own(level, "numFmt") not in _ORDERED
    }
