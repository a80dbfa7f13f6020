"""Our bookmarks and the tags of our controls: which of them stand around a place of the text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports.readers.docx.archive import Element, W

if TYPE_CHECKING:
    from cthb_reports.readers.docx.tracked import Tracked

START, END = f"{W}bookmarkStart", f"{W}bookmarkEnd"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What is written once more for old programs."""
_OURS = re.compile("_cthb_(?:[0-9a-f]{8}|outstanding)")
MOST, _MOST_AT_ONCE = 20_000, 200
"""How many bookmarks of ours a file may hold, and how many around one place: a report has hundreds, and four."""


def mark(name: str) -> str:
    """Return the name of the mark that a bookmark or a tag is, or is a copy of; empty for those of others.

    LibreOffice adds a number to the name of a bookmark that is copied.
    """
    found = _OURS.match(name)
    return found[0] if found else ""


class TooManyError(ValueError):
    """There are more bookmarks than any draft of ours has."""


@dataclass(frozen=True, slots=True)
class _Met:
    """A bookmark that has begun: its whole name, where, and what it is lost with if it ends there, too."""

    name: str
    element: Element
    grave: Element | None


class Marks:
    """The bookmarks of a part; first all are paired, then the text is walked through.

    LibreOffice repeats the beginning of a bookmark over paragraphs in the last of them, with an id of its own: so a bookmark goes
    from the first beginning of its name to the end of any of them. What begins and does not end, or lies within what was taken
    out, does not count.

    Args:
        root: The part.
        tracked: What was taken out.

    Raises:
        TooManyError: See there.
    """

    def __init__(self, root: Element, tracked: Tracked) -> None:
        self.found = False
        self._opens: dict[Element, str] = {}
        self._closes: dict[Element, str] = {}
        self._around: Counter[str] = Counter()
        self._names: frozenset[str] | None = frozenset()
        self._pair(root, tracked)

    def _pair(self, root: Element, tracked: Tracked) -> None:
        names: dict[str, str] = {}
        met: dict[str, _Met] = {}
        for element in root.iter(START, END):
            if next(element.iterancestors(FALLBACK), None) is not None:
                continue
            number = element.get(f"{W}id", "")
            if element.tag == START:
                name = element.get(f"{W}name", "")
                names[number] = name
                if mark(name) and name not in met:
                    self.found = True
                    met[name] = _Met(name, element, _grave(element, tracked))
                continue
            begun = met.pop(names.get(number, ""), None)
            if begun and (begun.grave is None or begun.grave is not _grave(element, tracked)):
                self._opens[begun.element] = self._closes[element] = mark(begun.name)
        if len(self._opens) > MOST:
            raise TooManyError

    @property
    def names(self) -> frozenset[str]:
        """The marks around this place."""
        if self._names is None:
            self._names = frozenset(self._around)
        return self._names

    def meet(self, element: Element) -> tuple[str, bool]:
        """Go past the beginning or the end of a bookmark; return its mark, or nothing, and whether it begins.

        Raises:
            TooManyError: See there.
        """
        opened, closed = self._opens.get(element, ""), self._closes.get(element, "")
        if opened:
            self._around[opened] += 1
        elif closed:
            self._around[closed] -= 1
            if self._around[closed] <= 0:
                del self._around[closed]
        if len(self._around) > _MOST_AT_ONCE:
            raise TooManyError
        self._names = None
        return opened or closed, bool(opened)

    def put_aside(self) -> Counter[str]:
        """Enter a text box, which is a text of its own; return what `take_up` takes."""
        around, self._around, self._names = self._around, Counter(), None
        return around

    def take_up(self, around: Counter[str]) -> None:
        """Leave a text box."""
        self._around, self._names = around, None


def _grave(element: Element, tracked: Tracked) -> Element | None:
    """Return the outermost element around another that is gone."""
    gone = None
    for above in element.iterancestors(*tracked.ways):
        if tracked.is_gone(above):
            gone = above
    return gone
