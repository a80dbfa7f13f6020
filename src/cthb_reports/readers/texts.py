"""Files of text, plain or Markdown: decoded, and written again as they were saved."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from cthb_reports.errors import SourceError
from cthb_reports.sources.decoding import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cthb_reports.findings import Location
    from cthb_reports.readers.reading import Edit

MOST_BYTES, MOST_LINES = 8 * 2**20, 60_000
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LINE = re.compile(r"([^\r\n]*)(?:\r\n?|\n|$)")


class TextFile:
    """A file of text.

    Args:
        content: Its bytes.
        shown: Its name in messages.

    Raises:
        SourceError: It is too large, or no text.
    """

    def __init__(self, content: bytes, shown: str) -> None:
        if len(content) > MOST_BYTES:
            raise SourceError(f"{shown}: the file is larger than {MOST_BYTES // 2**20} MB")
        self._mark, self._encoding = next((mark for mark in _MARKS if content.startswith(mark[0])), (b"", "utf-8"))
        self.text = _decoded(content[len(self._mark) :], self._encoding, shown)
        if self.text.count("\n") > MOST_LINES:
            raise SourceError(f"{shown}: has more than {MOST_LINES:,} lines, which is the most that is read")
        self._places = Text(shown, self.text)

    def lines(self) -> Iterator[tuple[int, str]]:
        """Yield each line of the file with the offset of its first character."""
        for match in _LINE.finditer(self.text):
            yield match.start(), match[1]

    def locate(self, start: int, end: int) -> Location:
        """Return the place of some characters."""
        return self._places.location(start, end)

    def edited(self, edits: Sequence[Edit]) -> bytes:
        """Return the file with some words replaced."""
        parts, done = [], 0
        for edit in edits:
            parts += [self.text[done : edit.start], edit.new]
            done = edit.end
        return self._mark + "".join([*parts, self.text[done:]]).encode(self._encoding)


def _decoded(content: bytes, encoding: str, shown: str) -> str:
    if encoding == "utf-8" and 0 in content:
        raise SourceError(f"{shown}: holds zero bytes, as pictures and archives do; it is no text")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SourceError(
            f"{shown}: line {line} is not saved as UTF-8; save the file again with that encoding"
        ) from error
