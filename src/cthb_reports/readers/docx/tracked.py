"""Changes that are tracked in Word: what they are called, and what they leave of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cthb_reports.readers.docx.archive import Element, W

if TYPE_CHECKING:
    from collections.abc import Iterator

RUNS = {"ins": "inserted", "del": "deleted", "moveFrom": "moved from", "moveTo": "moved to"}
"""What the changes of runs, of the ends of paragraphs and of rows are called."""

_CELLS = {"cellIns": "inserted", "cellDel": "deleted", "cellMerge": "merged"}
_FORMATS = {
    "rPrChange": "formatted",
    "pPrChange": "formatted",
    "numberingChange": "formatted",
    "tblPrChange": "table formatted",
    "tblPrExChange": "table formatted",
    "tblGridChange": "table formatted",
    "trPrChange": "table formatted",
    "tcPrChange": "table formatted",
    "sectPrChange": "page formatted",
}
_MOST_SHOWN = 500
_TEXTS = tuple(f"{W}{name}" for name in ("t", "delText", "tab", "br", "cr", "noBreakHyphen"))
_INSTEAD = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}


class Tracked:
    """What is gone, and what has come, once all changes are accepted or rejected.

    Args:
        accept: Whether they are accepted.
    """

    def __init__(self, *, accept: bool) -> None:
        self.accept = accept
        gone = ("del", "moveFrom") if accept else ("ins", "moveTo")
        self._gone = {f"{W}{name}" for name in gone}
        self._cell = f"{W}{'cellDel' if accept else 'cellIns'}"
        self.ways = (*self._gone, f"{W}tr", f"{W}tc")
        """The names of the elements that may be gone."""

    def is_gone(self, element: Element) -> bool:
        """Tell whether nothing in an element of `ways` reads any more."""
        if element.tag == f"{W}tr":
            return self._has_gone(element.find(f"{W}trPr"))
        if element.tag == f"{W}tc":
            return element.find(f"{W}tcPr/{self._cell}") is not None
        return element.tag in self._gone

    def joins(self, paragraph: Element) -> bool:
        """Tell whether the end of a paragraph is gone, so that it goes on in the next."""
        return self._has_gone(paragraph.find(f"{W}pPr/{W}rPr"))

    def _has_gone(self, settings: Element | None) -> bool:
        return settings is not None and any(child.tag in self._gone for child in settings)


def restore_formats(root: Element) -> None:
    """Give all settings that were changed the value that they had; the changes stay, to be told."""
    for name in ("rPrChange", "pPrChange"):
        done: set[Element] = set()
        for change in list(root.iter(f"{W}{name}")):
            settings, old = change.getparent(), change.find(f"{W}{name.removesuffix('Change')}")
            if old is not None and settings is not None and settings not in done:
                done.add(settings)
                kept = {f"{W}rPr", f"{W}sectPr", change.tag, *(f"{W}{tracked}" for tracked in RUNS)}
                settings[:] = [*old, *(child for child in settings if child.tag in kept)]


def of_paragraph(settings: Element) -> Iterator[tuple[str, Element]]:
    """Yield what was done to a paragraph: the kinds and their elements."""
    mark = settings.find(f"{W}rPr")
    for child in () if mark is None else mark:
        if isinstance(child.tag, str) and (kind := RUNS.get(child.tag.removeprefix(W))):
            yield f"paragraph {kind}", child
    yield from _formatted(settings)
    yield from _formatted(settings.find(f"{W}numPr"))
    yield from _formatted(settings.find(f"{W}sectPr"))


def of_settings(settings: Element) -> Iterator[tuple[str, Element]]:
    """Yield what was done to a run, a row, a cell, a table or a page: the kinds and their elements."""
    for child in settings:
        name = child.tag.removeprefix(W) if isinstance(child.tag, str) else ""
        if settings.tag == f"{W}trPr" and name in RUNS:
            yield f"table row {RUNS[name]}", child
        elif name in _CELLS:
            yield f"table cell {_CELLS[name]}", child
    yield from _formatted(settings)


def _formatted(settings: Element | None) -> Iterator[tuple[str, Element]]:
    for child in () if settings is None else settings:
        if isinstance(child.tag, str) and (kind := _FORMATS.get(child.tag.removeprefix(W))):
            yield kind, child


def words(element: Element) -> str:
    """Return the text in an element, deleted or not, or its beginning."""
    found, length = [], 0
    for child in element.iter(*_TEXTS):
        found.append(_INSTEAD.get(child.tag) or child.text or "")
        length += len(found[-1])
        if length >= _MOST_SHOWN:
            break
    return "".join(found)[:_MOST_SHOWN]
