"""What is found in the texts of a Word file while they are read, and the most that is read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cthb_reports.errors import SourceError
from cthb_reports.readers.docx.signs import ReturnedParagraph, Sign
from cthb_reports.readers.lines import MOST_CHARACTERS, MOST_PARAGRAPHS, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from cthb_reports.readers.docx.archive import Element
    from cthb_reports.readers.docx.looks import Looks
    from cthb_reports.readers.docx.roles import Roles
    from cthb_reports.readers.docx.tracked import Tracked

_MOST_SIGNS = 1_000_000
"""A report has about sixty thousand characters."""
_MOST_CHANGES = 50_000


@dataclass(slots=True, eq=False)
class Growing:
    """A paragraph that is being read."""

    part: str
    number: int
    style: str
    role: Role
    signs: list[Sign] = field(default_factory=list)
    collapsed: set[str] = field(default_factory=set)
    is_gone: bool = False


@dataclass(slots=True, eq=False)
class Spot:
    """A place between two characters; it has no paragraph until one comes."""

    paragraph: Growing | None = None
    offset: int = 0


@dataclass(slots=True, eq=False)
class Change:
    """A tracked change that was met."""

    kind: str
    element: Element
    text: str
    spot: Spot


@dataclass(slots=True, eq=False)
class Commented:
    """Where a comment is made: from the first beginning of its words to the last end, or where it is named."""

    start: Spot | None = None
    end: Spot | None = None
    named: Spot | None = None

    def meet(self, kind: str, spot: Callable[[], Spot], end: Callable[[], Spot]) -> None:
        """Take a sign of a comment: `RangeStart`, `RangeEnd` or `Reference`."""
        if kind == "RangeStart":
            self.start = self.start or spot()
        elif kind == "RangeEnd":
            self.end = end()
        else:
            self.named = self.named or end()


@dataclass(slots=True, eq=False)
class Found:
    """What was found in all texts of a file so far.

    Args:
        shown: The name of the file in messages.
        tracked: How changes are read.
        looks: How runs look.
        roles: What paragraphs are.
    """

    shown: str
    tracked: Tracked
    looks: Looks
    roles: Roles
    paragraphs: list[Growing] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    comments: dict[str, Commented] = field(default_factory=dict)
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    filled: set[str] = field(default_factory=set)
    signs: int = 0
    has_bookmarks: bool = False
    has_controls: bool = False
    _counts: Counter[str] = field(default_factory=Counter)

    def label(self, kind: str, key: str) -> str:
        """Return the label of a note by the order in which notes of a kind are referred to."""
        if (kind, key) not in self.notes:
            self._counts[kind] += 1
            self.notes[kind, key] = f"{kind} {self._counts[kind]}"
        return self.notes[kind, key]

    def refusal(self, reason: str) -> SourceError:
        """Return what says that the file is not read."""
        return SourceError(f"{self.shown}: {reason}")

    def add(self, growing: Growing) -> None:
        """Take a paragraph.

        Raises:
            SourceError: There are more than any text has.
        """
        self.paragraphs.append(growing)
        if len(self.paragraphs) > MOST_PARAGRAPHS:
            raise self.refusal(f"has more than {MOST_PARAGRAPHS:,} paragraphs, which is the most that is read")

    def count(self, text: str, paragraph: Growing) -> None:
        """Count characters that a paragraph is to get.

        Raises:
            SourceError: There are more than any text has.
        """
        self.signs += len(text)
        if len(paragraph.signs) + len(text) > MOST_CHARACTERS:
            raise self.refusal(f"a paragraph has more than {MOST_CHARACTERS:,} characters, the most that is read")
        if self.signs > _MOST_SIGNS:
            raise self.refusal(f"has more than {_MOST_SIGNS:,} characters, which is the most that is read")

    def met(self, change: Change) -> int:
        """Take a tracked change, and return its index.

        Raises:
            SourceError: There are more than people make.
        """
        self.changes.append(change)
        if len(self.changes) > _MOST_CHANGES:
            raise self.refusal(f"has more than {_MOST_CHANGES:,} tracked changes; accept some of them in Word")
        return len(self.changes) - 1

    def finished(self) -> tuple[tuple[ReturnedParagraph, ...], dict[Growing, int]]:
        """Return the paragraphs, and of each, those that are gone too, its index or that of the next that is left."""
        kept = [one for one in self.paragraphs if not one.is_gone]
        indices: dict[Growing, int] = {}
        count, last = 0, len(kept) - 1
        for one in self.paragraphs:
            indices[one] = min(count, last)
            if one.is_gone and kept:
                kept[indices[one]].collapsed |= one.collapsed
            count += not one.is_gone
        return tuple(map(self._finished, kept)), indices

    def _finished(self, one: Growing) -> ReturnedParagraph:
        collapsed = frozenset(one.collapsed - self.filled)
        return ReturnedParagraph(one.part, one.number, one.style, one.role, tuple(one.signs), collapsed)
