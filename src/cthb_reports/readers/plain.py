"""Plain text as paragraphs and lists, the way people type them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cthb_reports.readers.lines import Line, Role, finished
from cthb_reports.readers.markup import words
from cthb_reports.readers.reading import Reading, reading
from cthb_reports.readers.texts import TextFile

if TYPE_CHECKING:
    from collections.abc import Iterator

_ITEM = re.compile(r"(\s*)(?:([-–—•*▪●‣◦·])|(\(?(?:\d{1,2}|[a-z])[.)]))\s+(?=\S)(?!\d{1,3} ?[-–—]\s*$)")
_WIDEST = 160
"""Nobody sets lines wider than this by hand: a longer one is a paragraph of its own."""

_Lines = list[tuple[int, str]]


def read_plain(content: bytes, shown: str) -> Reading:
    """Return a text file as a document.

    Args:
        content: Its bytes.
        shown: Its name in messages.

    Raises:
        SourceError: It is no text.
    """
    file = TextFile(content, shown)
    lines = [_line(part) for block in _blocks(file) for part in _parts(block)]
    return reading(file, finished(lines, shown))


def _blocks(file: TextFile) -> Iterator[_Lines]:
    """Yield what stands between empty lines."""
    block: _Lines = []
    for offset, line in file.lines():
        if line.strip():
            block.append((offset, line))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _parts(block: _Lines) -> Iterator[_Lines]:
    """Yield the paragraphs and items of a block."""
    by_lines = any(len(line) > _WIDEST for _, line in block)
    part: _Lines = []
    for offset, line in block:
        if part and (by_lines or _ITEM.match(line)):
            yield part
            part = []
        part.append((offset, line))
    yield part


def _line(part: _Lines) -> Line:
    mark = _ITEM.match(part[0][1])
    offset, first = part[0]
    skipped = mark.end() if mark else 0
    content, places = "", list[int]()
    for start, line in [(offset + skipped, first[skipped:]), *part[1:]]:
        bare = line.strip()
        begin = start + len(line) - len(line.lstrip())
        if content:
            content += " "
            places.append(places[-1] + 1)
        content += bare
        places += range(begin, begin + len(bare))
    role = Role("item", len(mark[1]) // 2, ordered=bool(mark[3])) if mark else Role()
    return Line(*words(content, places, markdown=False), role)
