"""Fields of Word: what they are told to do is no text, what they show is."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))', re.IGNORECASE)
_PLACE = re.compile(r'\\l\s+"([^"]*)"')
_LONGEST = 8_000
"""Addresses are shorter."""


def address(code: str) -> str:
    """Return the address that the code of a field leads to; empty where it leads to none."""
    found = _LINK.match(code)
    if not found:
        return ""
    place = _PLACE.search(code, found.end())
    return (found[1] or found[2] or "") + (f"#{place[1]}" if place else "")


@dataclass(slots=True)
class _Field:
    link: str
    code: str = ""
    is_shown: bool = False


class Fields:
    """The fields that are open at a place of the text; one may stand in what another is told."""

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self._told = 0
        self._swallowed = False

    @property
    def link(self) -> str:
        """The address that the text here leads to."""
        return self._open[-1].link if self._open else ""

    @property
    def swallowed(self) -> bool:
        """Whether there was text in the code of a field that has not ended."""
        return self._swallowed and self._told > 0

    def swallow(self) -> bool:
        """Tell whether text that stands here is part of a code."""
        self._swallowed = self._swallowed or self._told > 0
        return self._told > 0

    def tell(self, code: str) -> None:
        """Take some of the code of the innermost field."""
        if self._open and len(self._open[-1].code) < _LONGEST:
            self._open[-1].code += code

    def meet(self, kind: str) -> None:
        """Take a sign of a field: `begin`, `separate` or `end`."""
        if kind == "begin":
            self._open.append(_Field(self.link))
            self._told += 1
        elif kind == "separate" and self._open and not self._open[-1].is_shown:
            field = self._open[-1]
            field.is_shown, field.link = True, address(field.code) or field.link
            self._shown()
        elif kind == "end" and self._open and not self._open.pop().is_shown:
            self._shown()

    def _shown(self) -> None:
        self._told -= 1
        self._swallowed = self._swallowed and self._told > 0
