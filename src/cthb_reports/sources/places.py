"""Where a value stands in its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cthb_reports.sources.spelling import spell

if TYPE_CHECKING:
    from cthb_reports.findings import Location
    from cthb_reports.sources.decoding import Text
    from cthb_reports.sources.spelling import Spelling, Style


class Place:
    """The stretch of a file that gives a value.

    A report has tens of thousands of them and shows a few, so a place keeps two offsets and works out the rest when asked.

    Args:
        text: The text of the file.
        start: The first character of the value in it, counted from 0.
        end: The one after the last.
        style: How the value is written.
        value: The value as text, or `None` for lists and records.
    """

    __slots__ = ("_spelling", "end", "start", "style", "text", "value")

    def __init__(self, text: Text, start: int, end: int, style: Style = "other", value: str | None = None) -> None:
        self.text, self.start, self.end, self.style, self.value = text, start, end, style, value
        self._spelling: Spelling | None = None

    def __repr__(self) -> str:
        return f"<Place {self.location}>"

    @property
    def is_scalar(self) -> bool:
        """Whether a text or a number stands here, not a list or a record."""
        return self.value is not None

    @property
    def location(self) -> Location:
        """The whole value; of a list or a record its first line, so that nobody is shown forty lines."""
        end = self.end if self.is_scalar else min(self.end, self.text.end_of_line(self.start))
        written = len(self.text.content[self.start : end].rstrip())
        return self.text.location(self.start, self.start + written)

    def at(self, start: int, end: int | None = None) -> Location:
        """Return the place of some characters of the value.

        Args:
            start: The first, counted from 0 in the value as read, so without indentation, escapes or folded lines.
            end: The one after the last; without it, the character at `start` alone.

        Returns:
            Their place; the whole value where it has no such characters, or where they cannot be told apart.
        """
        end = start + 1 if end is None else end
        spelling = self._spelled()
        if spelling is None or not 0 <= start < min(end, len(spelling.starts)):
            return self.location
        last = min(end, len(spelling.ends)) - 1
        return self.text.location(self.start + spelling.starts[start], self.start + spelling.ends[last])

    def _spelled(self) -> Spelling | None:
        if self._spelling is None and self.value is not None:
            self._spelling = spell(self.style, self.text.content[self.start : self.end], self.value)
        return self._spelling
