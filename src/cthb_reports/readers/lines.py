"""A paragraph as it was read: its characters, how each looks, and where in the file each stands."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from cthb_reports.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Kind = Literal["paragraph", "heading", "item", "cell", "quote"]

PLAIN, BOLD, ITALIC, BOTH, CODE = " ", "b", "i", "B", "c"
"""How a character looks; addresses and code are to be taken letter by letter."""

MOST_CHARACTERS = 50_000
"""What a paragraph may have: a whole report has about thirty thousand."""

MOST_PARAGRAPHS = 30_000


@dataclass(frozen=True, slots=True)
class Role:
    """What a paragraph is in its document.

    Args:
        kind: What it is.
        level: Of a heading from 1, of an item from 0.
        ordered: Whether the list of an item counts.
        note: The label of the footnote that it belongs to, if any.
        table: The number of the table of a cell, counted from 0 in the file.
        row: The row of a cell.
        column: Its place in the row.
        body: Whether it stands in the text itself, not at the head or foot of a page or in a note.
    """

    kind: Kind = "paragraph"
    level: int = 0
    ordered: bool = False
    note: str = ""
    table: int = 0
    row: int = 0
    column: int = 0
    body: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph.

    Args:
        text: Its words.
        places: For each character its offset in the file, as the reader counts; as long as the text.
        faces: For each character how it looks; as long as the text.
        role: What it is.
    """

    text: str
    places: tuple[int, ...]
    faces: str
    role: Role = Role()

    def __len__(self) -> int:
        return len(self.text)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the file of some characters: of the first, and just after the last."""
        if not self.places:
            return 0, 0
        last = min(max(end, start + 1), len(self.places)) - 1
        return self.places[min(start, last)], self.places[last] + 1

    def is_whole(self, start: int, end: int) -> bool:
        """Tell whether some characters stand in the file as they stand here, with nothing between."""
        places = self.places[start:end]
        return len(places) == end - start > 0 and places[-1] - places[0] == end - start - 1

    def without(self, *changes: tuple[int, int, str]) -> Line:
        """Return the line with other characters in place of some; those have the place of the first.

        Args:
            changes: Of each its start, its end and what is to stand there; in order, and none meets another.
        """
        text, places, faces, done = list[str](), list[int](), list[str](), 0
        for start, end, instead in (*changes, (len(self.text), len(self.text), "")):
            text += [self.text[done:start], instead]
            places += self.places[done:start]
            places += [self.places[min(start, len(self.places) - 1)]] * len(instead)
            faces += [self.faces[done:start], self.faces[start : start + 1] * len(instead)]
            done = end
        return replace(self, text="".join(text), places=tuple(places), faces="".join(faces))

    def followed_by(self, other: Line) -> Line:
        """Return the line with another behind it, a space between."""
        if not self.text or not other.text:
            return self if self.text else replace(other, role=self.role)
        return replace(
            self,
            text=f"{self.text} {other.text}",
            places=(*self.places, self.places[-1], *other.places),
            faces=f"{self.faces} {other.faces}",
        )

    def stripped(self) -> Line:
        """Return the line without white space around it."""
        start = len(self.text) - len(self.text.lstrip())
        end = len(self.text.rstrip())
        return replace(self, text=self.text[start:end], places=self.places[start:end], faces=self.faces[start:end])


_ADDRESS = re.compile(
    r"\b(?:https?://|www\.)[^\s<>]*[\w/]|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|(?<!\w)[@#]\w+"
)


def finished(lines: Iterable[Line], shown: str) -> tuple[Line, ...]:
    """Return lines without white space around them and empty ones, with the addresses in them marked as such.

    Raises:
        SourceError: There are more than any text has, or one is longer than any paragraph that people write.
    """
    found = tuple(itertools.islice(_finished(lines, shown), MOST_PARAGRAPHS + 1))
    if len(found) > MOST_PARAGRAPHS:
        raise SourceError(f"{shown}: has more than {MOST_PARAGRAPHS:,} paragraphs, which is the most that is read")
    return found


def _finished(lines: Iterable[Line], shown: str) -> Iterator[Line]:
    for line in lines:
        bare = line.stripped()
        if len(bare) > MOST_CHARACTERS:
            raise SourceError(
                f"{shown}: a paragraph has {len(bare):,} characters; {MOST_CHARACTERS:,} are the most that is read"
            )
        if bare.text:
            yield _with_addresses(bare)


def _with_addresses(line: Line) -> Line:
    faces = line.faces
    for match in _ADDRESS.finditer(line.text):
        faces = faces[: match.start()] + CODE * len(match[0]) + faces[match.end() :]
    return replace(line, faces=faces)
