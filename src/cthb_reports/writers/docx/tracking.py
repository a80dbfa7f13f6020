"""What two versions of a text have not in common, as changes that Word tracks."""

from __future__ import annotations

import itertools
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cthb_reports.document.remarks import AUTHOR
from cthb_reports.document.text import inline_text
from cthb_reports.writers.docx.namespaces import xml
from cthb_reports.writers.docx.spaces import bound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cthb_reports.document.nodes import ChangedBlock, Inline

_ELEMENTS = {"inserted": "ins", "deleted": "del", "moved from": "moveFrom", "moved to": "moveTo"}
_NO_DAY = "1980-01-01T00:00:00Z"
"""The schema wants a day where a move begins, and only there; nobody is shown it, and no clock is read."""


class Tracking:
    """Tells of what is written whether it was inserted, deleted or moved.

    Attributes:
        fate: What became of what is being written; empty for what both versions have.
    """

    def __init__(self) -> None:
        self.fate = ""
        self._numbers = itertools.count(1)

    @contextmanager
    def under(self, fate: str) -> Iterator[None]:
        """Have what is written until the end take a fate."""
        before, self.fate = self.fate, fate
        yield
        self.fate = before

    def run(self, run: str) -> str:
        """Return a run as it is to be written."""
        return f"<w:{self._element} {self._who}>{run}</w:{self._element}>" if self.fate else run

    @property
    def letters(self) -> str:
        """The name of the element that holds the letters of a run: deleted ones have their own (ECMA-376, 17.3.3.7)."""
        return "w:delText" if self.fate == "deleted" else "w:t"

    @property
    def mark(self) -> str:
        """What the mark at the end of a paragraph says of itself: without it, the next paragraph would go on in this one."""
        return f"<w:rPr><w:{self._element} {self._who}/></w:rPr>" if self.fate else ""

    @property
    def row(self) -> str:
        """What a row of a table says of itself; a row cannot be moved."""
        name = {"moved to": "ins", "moved from": "del"}.get(self.fate, self._element)
        return f"<w:{name} {self._who}/>" if self.fate else ""

    def moved(self, block: ChangedBlock, inner: str) -> str:
        """Return the XML of blocks between the marks of a move, if they were moved."""
        if not block.move:
            return inner
        name, number = self._element_of(block.fate), next(self._numbers)
        begin = (
            f'<w:{name}RangeStart w:id="{number}" w:author="{AUTHOR}" w:date="{_NO_DAY}" w:name="{xml(block.move)}"/>'
        )
        return f'{begin}{inner}<w:{name}RangeEnd w:id="{number}"/>'

    @property
    def _element(self) -> str:
        return self._element_of(self.fate) if self.fate else ""

    @staticmethod
    def _element_of(fate: str) -> str:
        return _ELEMENTS[fate]

    @property
    def _who(self) -> str:
        # No date: the standard lets it out, and the same versions give the same bytes.
        return f'w:id="{next(self._numbers)}" w:author="{AUTHOR}"'


def spaced(inlines: Iterable[Inline]) -> str:
    """Return the text of a paragraph with the no-break spaces that each of its versions has."""
    letters = [(letter, fate) for text, fate in _stretches(inlines, "") for letter in text]
    if not any(fate for _, fate in letters):
        return bound("".join(letter for letter, _ in letters))
    made = [letter for letter, _ in letters]
    for other in ("inserted", "deleted"):  # what both have is spaced as the newer one has it
        places = [place for place, (_, fate) in enumerate(letters) if fate != other]
        for place, letter in zip(places, bound("".join(letters[place][0] for place in places)), strict=True):
            made[place] = letter
    return "".join(made)


def _stretches(inlines: Iterable[Inline], fate: str) -> Iterator[tuple[str, str]]:
    for inline in inlines:
        children = getattr(inline, "children", None)
        if children is None:
            yield inline_text((inline,)), fate
        else:
            yield from _stretches(children, getattr(inline, "fate", fate))
