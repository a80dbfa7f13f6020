"""How values are written in JSON, as the rest of the file is."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from cthb_reports.sources.nodes import Branch

if TYPE_CHECKING:
    from cthb_reports.sources.editing.sheet import Sheet, Spot

_CODED = re.compile(r"(?<!\\)(?:\\\\)*\\u(?!00[01])")
_INDENTED = re.compile(r"[\[{][ \t]*(?:\r\n?|\n)([ \t]+)")
_COLON = re.compile(r'"\s*:([ \t]*)')
_COMMA = re.compile(r",([ \t]*)(?=[^\s])")


class Hand:
    """How the author of a JSON file writes."""

    def __init__(self, sheet: Sheet) -> None:
        content = sheet.content
        indented = _INDENTED.search(content)
        colon, comma = _COLON.search(content), _COMMA.search(content)
        compact = indented is None and colon is not None and not colon[1]
        self._ascii = content.isascii() and bool(_CODED.search(content))
        self.indent = indented[1] if indented else None
        self.colon = ":" if compact else ": "
        self.comma = ("," + comma[1] if comma else "," if compact else ", ") if indented is None else ", "
        self._short = _has_short_list(sheet.root)

    def one_line(self, value: Any) -> str:
        """Return a value on one line."""
        return json.dumps(value, ensure_ascii=self._ascii, separators=(self.comma, self.colon), allow_nan=False)

    def written(self, value: Any, margin: str, *, spread: bool) -> str:
        """Return a value whose line is indented by a margin.

        Args:
            value: The value.
            margin: The white space at the beginning of its line.
            spread: Whether records and lists are to take a line for each of their values.
        """
        words_only = isinstance(value, list) and not any(isinstance(entry, (dict, list)) for entry in value)
        if not spread or self.indent is None or not isinstance(value, (dict, list)) or (words_only and self._short):
            return self.one_line(value)
        within = margin + self.indent
        if isinstance(value, dict):
            lines = [
                f"{self.one_line(key)}: {self.written(inner, within, spread=True)}" for key, inner in value.items()
            ]
        else:
            lines = [self.written(inner, within, spread=True) for inner in value]
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        if not lines:
            return opening + closing
        between = f",\n{within}"
        return f"{opening}\n{within}{between.join(lines)}\n{margin}{closing}"


def _has_short_list(spot: Spot) -> bool:
    """Tell whether the author writes lists of words on one line."""
    node = spot.node
    if isinstance(node, Branch) and not node.is_record and node.children:
        written = node.place.text.content[node.place.start : node.place.end]
        if "\n" not in written and "\r" not in written:
            return True
    return any(_has_short_list(member) for member in spot.members)
