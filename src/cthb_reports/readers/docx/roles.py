"""What each paragraph of a Word file is: heading, item, cell, quotation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cthb_reports.readers.docx.archive import Element, W
from cthb_reports.readers.lines import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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

_CONTAINERS = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "del")}
"""What may stand between a row and its cells."""


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
        self._rows: dict[Element, int] = {}
        self._columns: dict[Element, int] = {}
        self._counted: set[Element] = set()

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
        row = next(cell.iterancestors(f"{W}tr"), None)
        table = None if row is None else next(row.iterancestors(f"{W}tbl"), None)
        if table is None:
            return None
        if table not in self._tables:
            self._tables[table] = len(self._tables) + 1
            self._rows |= {one: index for index, one in enumerate(table.iter(f"{W}tr"))}
        if row not in self._counted:
            self._counted.add(row)
            self._columns |= {one: index for index, one in enumerate(_cells(row))}
        return self._tables[table], self._rows[row], self._columns.get(cell, 0)


def _cells(row: Element) -> Iterator[Element]:
    """Yield the cells of a row, also those in a content control; not those of tables in them."""
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in _CONTAINERS:
            yield from _cells(child)


def _value(element: Element, name: str, *, settings: bool = True) -> str:
    found = element.find(f"{W}pPr/{W}{name}" if settings else f"{W}{name}")
    return "" if found is None else str(found.get(f"{W}val", ""))


def _number(paragraph: Element, style: Element | None) -> tuple[str, int] | None:
    """Return the numbering and the level of an item; `None` for what is none."""
    for holder in (paragraph, style):
        found = None if holder is None else holder.find(f"{W}pPr/{W}numPr")
        if found is not None:
            name, level = _own(found, "numId"), _own(found, "ilvl")
            return None if name in {"", "0"} else (name, _whole(level))
    return None


def _own(element: Element, name: str) -> str:
    found = element.find(f"{W}{name}")
    return "" if found is None else str(found.get(f"{W}val", ""))


def _whole(number: str) -> int:
    """Return a level as a number; one that is none is the first."""
    return int(number) if len(number) < 3 and number.isdecimal() else 0


def _bullets(numbering: Element | None) -> set[tuple[str, int]]:
    """Return the numberings and levels that do not count."""
    if numbering is None:
        return set()
    abstract = {one.get(f"{W}abstractNumId"): one for one in numbering.iter(f"{W}abstractNum")}
    return {
        (number.get(f"{W}numId", ""), _whole(level.get(f"{W}ilvl", "")))
        for number in numbering.iter(f"{W}num")
        if (kind := abstract.get(_own(number, "abstractNumId"))) is not None
        for level in kind.iter(f"{W}lvl")
        if _own(level, "numFmt") not in _ORDERED
    }
