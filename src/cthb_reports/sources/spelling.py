"""How the characters of a scalar are spelled in its file: which stretch of source gives which character.

Source: YAML 1.2.2, 5.7 (escapes), 6.5 (line folding), 8.1 (block scalars), as libyaml 0.2.5 reads them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Style = Literal["plain", "single", "double", "literal", "folded", "other"]
"""How a value is written; JSON texts are `double`; `other` is what has no characters: numbers, lists, records."""

_BREAK = re.compile(r"\r\n?|\n")
_SPACE: Final = r"(?P<space>[ \t\r\n]++)"
_HEX: Final = "[0-9a-fA-F]"
_PLAIN = re.compile(rf"{_SPACE}|(?P<char>.)", re.DOTALL)
_SINGLE = re.compile(rf"{_SPACE}|(?P<escape>'')|(?P<char>.)", re.DOTALL)
_DOUBLE = re.compile(
    rf"{_SPACE}|\\(?P<joint>(?:\r\n?|\n)[ \t\r\n]*+)|(?P<pair>\\u[dD][89abAB]{_HEX}{{2}}\\u[dD][c-fC-F]{_HEX}{{2}})"
    rf"|(?P<escape>\\(?:x{_HEX}{{2}}|u{_HEX}{{4}}|U{_HEX}{{8}}|.))|(?P<char>.)",
    re.DOTALL,
)
_ESCAPES: Final = dict(
    zip("0abt\tnvfreN_LP", "\0\a\b\t\t\n\v\f\r\x1b\x85\xa0\u2028\u2029", strict=True),
)
_HEADER = re.compile(r"[|>](?P<signs>[-+0-9]*)[^\r\n]*(?:\r\n?|\n)")
_LINE = re.compile(r"(?P<spaces> *+)(?P<rest>[^\r\n]*+)(?P<end>\r\n?|\n|\Z)")


class Spelling:
    """The characters of a value, each with its stretch of the source."""

    __slots__ = ("_chars", "ends", "starts")

    def __init__(self) -> None:
        self._chars: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []

    @property
    def text(self) -> str:
        """The value."""
        return "".join(self._chars)

    def add(self, char: str, start: int, end: int) -> None:
        """Append a character that the source gives from `start` to before `end`."""
        self._chars.append(char)
        self.starts.append(start)
        self.ends.append(end)

    def add_all(self, text: str, start: int) -> None:
        """Append characters that stand in the source as they are."""
        self._chars.extend(text)
        self.starts.extend(range(start, start + len(text)))
        self.ends.extend(range(start + 1, start + len(text) + 1))

    def add_breaks(self, breaks: Iterable[tuple[int, int]]) -> None:
        """Append a newline for each line end."""
        for start, end in breaks:
            self.add("\n", start, end)


def spell(style: Style, source: str, value: str) -> Spelling | None:
    """Return how a value is spelled, or `None` where our reading of the source does not give the value.

    Args:
        style: How it is written.
        source: The stretch of the file, with its quotation marks or the header of its block.
        value: What the parser read there.
    """
    spelling = _SPELLERS[style](source, value)
    return spelling if spelling and spelling.text == value else None


def _plain(source: str, _value: str) -> Spelling:
    return _flow(_PLAIN, source, 0, len(source))


def _single(source: str, _value: str) -> Spelling:
    return _flow(_SINGLE, source, 1, len(source) - 1)


def _double(source: str, _value: str) -> Spelling:
    return _flow(_DOUBLE, source, 1, len(source) - 1)


def _flow(tokens: re.Pattern[str], source: str, start: int, end: int) -> Spelling:
    spelling = Spelling()
    for token in tokens.finditer(source, start, end):
        match token.lastgroup:
            case "space":
                _add_space(spelling, token[0], token.start())
            case "joint":  # an escaped line end vanishes; empty lines after it do not
                spelling.add_breaks(_breaks(token[0], token.start())[1:])
            case "char":
                spelling.add(token[0], *token.span())
            case _:
                spelling.add(_escaped(token[0]), *token.span())
    return spelling


def _add_space(spelling: Spelling, space: str, start: int) -> None:
    breaks = _breaks(space, start)
    if not breaks:
        spelling.add_all(space, start)
    elif len(breaks) == 1:
        spelling.add(" ", *breaks[0])
    else:
        spelling.add_breaks(breaks[1:])


def _breaks(space: str, start: int) -> list[tuple[int, int]]:
    return [(start + found.start(), start + found.end()) for found in _BREAK.finditer(space)]


def _escaped(written: str) -> str:
    sign, digits = written[1], written[2:]
    if written == "''":
        return "'"
    if len(written) == 12:  # two halves of a character beyond U+FFFF, as JSON writes it
        high, low = int(written[2:6], 16), int(written[8:12], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    return chr(int(digits, 16)) if digits else _ESCAPES.get(sign, sign)


def _literal(source: str, value: str) -> Spelling | None:
    return _block(source, value, folded=False)


def _folded(source: str, value: str) -> Spelling | None:
    return _block(source, value, folded=True)


def _block(source: str, value: str, *, folded: bool) -> Spelling | None:
    header = _HEADER.match(source)
    if header is None:  # a header at the very end of the file, with no text
        return None
    lines = list(_LINE.finditer(source, header.end()))
    indent = _indent(lines, value)
    spelling = Spelling()
    first_break: list[tuple[int, int]] = []  # the end of the last line with words, if there was one
    more_breaks: list[tuple[int, int]] = []  # the ends of the empty lines since
    indented = True  # lines that begin with a space keep their line ends, and so does the first line
    for line in lines:
        words = line["spaces"][indent:] + line["rest"]
        line_end = [line.span("end")] if line["end"] else []
        if not words:
            more_breaks += line_end
            continue
        folds = folded and not indented and words[0] not in " \t"
        if folds and not more_breaks:
            spelling.add(" ", *first_break[0])
        else:
            spelling.add_breaks(more_breaks if folds else first_break + more_breaks)
        spelling.add_all(words, line.end("rest") - len(words))
        first_break, more_breaks, indented = line_end, [], words[0] in " \t"
    if "-" not in header["signs"]:
        spelling.add_breaks(first_break + (more_breaks if "+" in header["signs"] else []))
    return spelling


def _indent(lines: list[re.Match[str]], value: str) -> int:
    """Return by how many spaces the block is indented: what the value lacks of its first line with words."""
    in_source = next((len(line["spaces"]) for line in lines if line["rest"]), None)
    in_value = next((len(line["spaces"]) for line in _LINE.finditer(value) if line["rest"]), None)
    if in_source is None or in_value is None:  # no words at all: the lines are empty, however long
        return max((len(line["spaces"]) for line in lines), default=0)
    return max(in_source - in_value, 0)


def _other(_source: str, _value: str) -> None:
    return None


_SPELLERS: Final[dict[Style, Callable[[str, str], Spelling | None]]] = {
    "plain": _plain,
    "single": _single,
    "double": _double,
    "literal": _literal,
    "folded": _folded,
    "other": _other,
}
