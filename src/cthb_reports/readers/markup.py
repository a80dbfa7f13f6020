"""The markup within a paragraph of Markdown: taken out, while every character that is left keeps its place."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from cthb_reports.readers.lines import BOLD, BOTH, CODE, ITALIC, PLAIN

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`+)(?P<code>[^`]+)(?P=ticks)"
    r"|(?P<note>\[\^[^\]\s]+\])"
    r"|!?\[(?P<label>[^\[\]]*)\]\([^()\s]*(?:\([^()\s]*\))?[^()\s]*(?:\s+\"[^\"]*\")?\)"
    r"|<(?P<address>[a-z]+://[^>\s]+|[^<>@\s]+@[^<>\s]+)>"
    r"|(?P<entity>&(?:\w{2,31}|#\d{1,7}|#x[\da-fA-F]{1,6});)"
    r"|\^(?P<raised>[^\W_]+)\^"
    r"|(?P<stars>\*{1,3}|(?<![^\W_])_{1,3}|_{1,3}(?![^\W_]))"
)
_STARS = re.compile(r"(?P<stars>\*{1,3})")


class Words:
    """Characters that are collected with their places and faces."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.places: list[int] = []
        self.faces: list[str] = []

    def add(self, text: str, places: Sequence[int], face: str) -> None:
        """Add characters; where there are fewer places than characters, the last place counts for the rest."""
        self.text += text
        self.places += [places[min(index, len(places) - 1)] for index in range(len(text))]
        self.faces += [face] * len(text)


def words(content: str, places: Sequence[int], *, markdown: bool) -> tuple[str, tuple[int, ...], str]:
    """Return the words of a paragraph, and for each character its place and its face.

    Args:
        content: The paragraph as written.
        places: For each character of it the offset in the file.
        markdown: Whether it is Markdown; else asterisks alone are taken for markup, as people type them anywhere.
    """
    collected = Words()
    _collect(collected, content, places, _Faces(content), _TOKEN if markdown else _STARS)
    return "".join(collected.text), tuple(collected.places), "".join(collected.faces)


class _Faces:
    """Which emphasis is open; asterisks that close nothing are text."""

    def __init__(self, content: str) -> None:
        self._content = content
        self._open: set[str] = set()

    @property
    def now(self) -> str:
        """The face of what comes next."""
        strong, italic = 2 in map(len, self._open), 1 in map(len, self._open)
        return BOTH if strong and italic else BOLD if strong else ITALIC if italic else PLAIN

    def turn(self, stars: str, start: int, content: str) -> bool:
        """Open or close emphasis; return whether the asterisks are markup."""
        parts = [stars] if len(stars) < 3 else [stars[:2], stars[2:]]
        end = start + len(stars)
        before, after = content[start - 1 : start], content[end : end + 1]
        if all(part in self._open for part in parts) and before.strip():
            self._open.difference_update(parts)
            return True
        opens = after.strip() and stars in content[end:] and not any(part in self._open for part in parts)
        if opens:
            self._open.update(parts)
        return bool(opens)


def _collect(collected: Words, content: str, places: Sequence[int], faces: _Faces, token: re.Pattern[str]) -> None:
    start = 0

    def plain(first: int, end: int, face: str) -> None:
        if first < end:
            collected.add(content[first:end], places[first:end], face)

    for match in token.finditer(content):
        plain(start, match.start(), faces.now)
        kind = match.lastgroup or ""
        first, end = match.span(kind) if kind else match.span()
        if kind == "stars":
            if not faces.turn(match[0], match.start(), content):
                plain(first, end, faces.now)
        elif kind == "label":
            _collect(collected, content[first:end], places[first:end], _Faces(content[first:end]), token)
        elif kind == "entity":
            collected.add(html.unescape(match[0]), places[first : first + 1], faces.now)
        elif kind in {"code", "address"}:
            plain(first, end, CODE)
        elif kind != "note":
            plain(first, end, faces.now)
        start = match.end()
    plain(start, len(content), faces.now)
