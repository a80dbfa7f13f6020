"""The text of a file, with its lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from cthb_reports.findings import Location
from cthb_reports.sources.faults import Fault, UnreadableError

if TYPE_CHECKING:
    from cthb_reports.sources.files import SourceFile

MAX_BYTES = 8 * 1024 * 1024

# The longer marks first: UTF-32 begins like UTF-16.
_FOREIGN_MARKS = (
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
# Line ends as editors count them. YAML 1.1 also breaks lines at U+0085, U+2028 and U+2029; YAML 1.2 and editors do not.
_LINE_END = re.compile(r"\r\n?|\n")


class Text:
    """The decoded text of a file, and the name it has in findings."""

    __slots__ = ("_line_starts", "content", "shown")

    def __init__(self, shown: str, content: str) -> None:
        self.shown, self.content = shown, content
        self._line_starts: list[int] | None = None

    def location(self, start: int, end: int) -> Location:
        """Return the place of the characters from `start` to before `end`, counted from 0."""
        return Location(self.shown, *self._position(start), *self._position(max(start, end)))

    def end_of_line(self, offset: int) -> int:
        """Return where the line of a character ends, before its line end."""
        found = _LINE_END.search(self.content, offset)
        return found.start() if found else len(self.content)

    def start_of_line(self, offset: int) -> int:
        """Return where the line of a character begins."""
        return self._starts()[self._position(offset)[0] - 1]

    def _position(self, offset: int) -> tuple[int, int]:
        starts = self._starts()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def _starts(self) -> list[int]:
        if self._line_starts is None:
            self._line_starts = [0, *(found.end() for found in _LINE_END.finditer(self.content))]
        return self._line_starts


def decode(file: SourceFile) -> Text:
    """Return the text of a file, without a byte order mark.

    Raises:
        UnreadableError: The file is too large, not text, not UTF-8, or empty.
    """
    content = file.content
    if len(content) > MAX_BYTES:
        message = f"the file has {len(content):,} bytes; {MAX_BYTES:,} are the most that is read"
        raise _unreadable(file, 0, Fault.FILE_TOO_LARGE, message, "divide it, or take out what is not a record")
    if (foreign := _foreign(content)) is not None:
        raise _unreadable(file, 0, Fault.NOT_UTF_8, f"the file is saved as {foreign}", "save it as UTF-8")
    if (zero := content.find(0)) >= 0:
        message = "the file holds zero bytes, as documents and pictures do; it is not text"
        raise _unreadable(file, zero, Fault.BINARY_FILE, message, "move it out of the report folder")
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise _not_utf8(file, error.start) from error
    if not text.strip():
        raise _unreadable(file, 0, *empty())
    return Text(file.shown, text)


def empty() -> tuple[Fault, str, str]:
    """Return what to say of a file without any value."""
    return Fault.EMPTY_FILE, "the file is empty", "fill it in, delete it, or begin its name with `_`"


def _foreign(content: bytes) -> str | None:
    for mark, name in _FOREIGN_MARKS:
        if content.startswith(mark):
            return name
    # Western text in UTF-16 without a mark: every second byte is zero.
    sample = content[:400]
    zeros = max(sample[0::2].count(0), sample[1::2].count(0))
    others = min(sample[0::2].count(0), sample[1::2].count(0))
    return "UTF-16" if others == 0 and zeros > len(sample) // 3 else None


def _not_utf8(file: SourceFile, offset: int) -> UnreadableError:
    byte = file.content[offset : offset + 1]
    hint = "save it as UTF-8"
    western = byte.decode("cp1252", "ignore")
    if western:
        hint += f"; it looks like Windows-1252, where this byte is '{western}'"
    return _unreadable(file, offset, Fault.NOT_UTF_8, f"the byte 0x{byte.hex().upper()} is not UTF-8", hint)


def _unreadable(file: SourceFile, offset: int, fault: Fault, message: str, hint: str) -> UnreadableError:
    before = file.content[:offset].decode("utf-8", "replace").removeprefix("\ufeff")
    place = Text(file.shown, before).location(len(before), len(before))
    return UnreadableError(fault.found(place, message, hint))
