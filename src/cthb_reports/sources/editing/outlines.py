"""The lines of texts beneath `|` and `>`: where they end, and how far they are indented."""

from __future__ import annotations

import re
from typing import Final

BLOCK_HEADER: Final = re.compile(r"[|>](?P<signs>[-+0-9]*)(?P<comment>[^\r\n]*)")
_BREAK = re.compile(r"\r\n?|\n")


def lines_of(text: str) -> list[str]:
    """Return the lines of a text as editors count them."""
    return _BREAK.split(text)


def block_end(source: str, value: str) -> int:
    """Return where a block of text ends, before its last line end: a block that keeps empty lines ends after them.

    Args:
        source: The block from its sign on, with all empty lines after it.
        value: What it says.
    """
    header = BLOCK_HEADER.match(source)
    ends = [found.start() for found in _BREAK.finditer(source)]
    if header is None or not ends:
        return len(source)
    starts = [found.end() for found in _BREAK.finditer(source)]
    if "+" in header["signs"]:
        return ends[-1] if starts[-1] == len(source) else len(source)
    lines = lines_of(source)
    indent = block_indent(lines[1:], value)
    while len(lines) > 1 and not lines[-1].strip(" ") and len(lines[-1]) <= indent:
        lines.pop()
    return [*ends, len(source)][len(lines) - 1]


def block_indent(lines: list[str], value: str) -> int:
    """Return by how many spaces the lines of a block are indented, which may begin with spaces of the text itself."""
    written = next((line for line in lines if line.strip(" ")), "")
    said = next((line for line in value.split("\n") if line.strip(" ")), "")
    return max(_spaces(written) - _spaces(said), 0) if written else max(map(len, lines), default=0)


def _spaces(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
