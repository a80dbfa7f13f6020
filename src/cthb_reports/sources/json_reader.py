"""JSON with the place of every value; it gives what `json.loads` gives, or a finding."""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Final

from cthb_reports.sources.decoding import empty
from cthb_reports.sources.faults import Fault, UnreadableError
from cthb_reports.sources.nodes import MAX_DEPTH, Branch, Scalar, too_deep
from cthb_reports.sources.places import Place

if TYPE_CHECKING:
    from cthb_reports.sources.decoding import Text
    from cthb_reports.sources.nodes import Node

_SPACE = re.compile(r"[ \t\r\n]*+")
_OPEN_STRING: Final = r'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+'
_STRING = re.compile(_OPEN_STRING + '"')
_STRING_START = re.compile(_OPEN_STRING)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][-+]?[0-9]++)?(?![\w.])", re.ASCII)
_WORD = re.compile(r'"[^"\r\n]*+"?|[-+\w.]++|//|/\*|.', re.DOTALL)
_HALVES = re.compile("[\ud800-\udfff]")
_WORDS: Final = {"true": True, "false": False, "null": None}
_COMMENTS: Final = ("//", "/*")
_MAX_DIGITS: Final = 4300
"""More digits than this Python does not read."""


def read_json(text: Text) -> Node:
    """Return the value that a JSON file holds.

    Raises:
        UnreadableError: It breaks the rules of JSON (RFC 8259), or is nested deeper than 64 levels.
    """
    return _Scanner(text).document()


class _Scanner:
    def __init__(self, text: Text) -> None:
        self._text, self._content, self._at = text, text.content, 0

    def document(self) -> Node:
        node = self._value(0)
        if self._next():
            raise self._wrong(
                self._at, f"`{self._word()}` stands after the end of the data", "delete it, or check the brackets"
            )
        if isinstance(node, Scalar) and node.value is None:
            fault, message, hint = empty()
            raise UnreadableError(fault.found(self._text.location(0, 0), message, hint))
        return node

    def _value(self, depth: int) -> Node:
        match self._next():
            case "{" | "[" if depth == MAX_DEPTH:
                raise too_deep(self._text.location(self._at, self._at + 1))
            case "{":
                return self._branch("}", depth)
            case "[":
                return self._branch("]", depth)
            case '"':
                return self._string()
            case _:
                return self._bare()

    def _branch(self, closing: str, depth: int) -> Branch:
        branch = Branch(Place(self._text, self._at, self._at + 1), is_record=closing == "}")
        self._at += 1
        if self._next() != closing:
            self._member(branch, depth)
            while self._next() == ",":
                self._at += 1
                self._member(branch, depth)
        if self._next() != closing:
            raise self._unclosed(branch, closing)
        self._at += 1
        branch.place.end = self._at
        return branch

    def _member(self, branch: Branch, depth: int) -> None:
        if branch.is_record:
            branch.children.append(self._name())
        branch.children.append(self._value(depth + 1))

    def _name(self) -> Scalar:
        if self._next() != '"':
            raise self._no_name()
        name = self._string()
        if self._next() != ":":
            message = f"after the name {_short(str(name.value))!r} a colon is missing"
            raise self._wrong(self._at, message, 'write "name": value')
        self._at += 1
        return name

    def _string(self) -> Scalar:
        start = self._at
        found = _STRING.match(self._content, start)
        if found is None:
            raise self._bad_string(start)
        self._at = found.end()
        value: str = json.loads(found[0])
        if "\\u" in found[0] and _HALVES.search(value):
            hint = "write the character itself"
            raise self._wrong(start, "the text holds half of a character, an escape \\uD800 to \\uDFFF", hint)
        return Scalar(Place(self._text, start, self._at, "double", value), value)

    def _bare(self) -> Scalar:
        start = self._at
        found = _NUMBER.match(self._content, start)
        word = found[0] if found else self._word()
        if found is None and word not in _WORDS:
            raise self._bad_word(word)
        self._at += len(word)
        value = _WORDS[word] if word in _WORDS else self._number(word, start)
        return Scalar(Place(self._text, start, self._at, "other", word), value)

    def _number(self, word: str, start: int) -> float:
        if len(word) <= _MAX_DIGITS and math.isfinite(number := json.loads(word)):
            return float(number) if isinstance(number, float) else int(number)
        raise self._wrong(
            start, f"the number {_short(word)} is too large", "check it; write it as text if it is an identifier"
        )

    def _next(self) -> str:
        """Go to the next sign that is not space, and return it; nothing at the end."""
        found = _SPACE.match(self._content, self._at)
        self._at = found.end() if found else self._at
        return self._content[self._at : self._at + 1]

    def _word(self) -> str:
        found = _WORD.match(self._content, self._at)
        return _short(found[0]) if found else ""

    def _unclosed(self, branch: Branch, closing: str) -> UnreadableError:
        opening = self._content[branch.place.start]
        if not self._next():
            return self._wrong(
                branch.place.start, f"`{opening}` is opened here and never closed", f"close it with `{closing}`"
            )
        message = f"before `{self._word()}` a comma or `{closing}` is missing"
        return self._wrong(self._at, message, "put a comma between two values")

    def _no_name(self) -> UnreadableError:
        word = self._word()
        if word == "}":
            return self._wrong(self._at, "a comma stands before `}`", "delete the comma after the last value")
        if word in _COMMENTS:
            return self._bad_word(word)
        return self._wrong(self._at, f"a name in quotation marks is needed {_instead(word)}", 'write "name": value')

    def _bad_word(self, word: str) -> UnreadableError:
        return self._wrong(self._at, *_bad_value(word))

    def _bad_string(self, start: int) -> UnreadableError:
        stop = _STRING_START.match(self._content, start)
        end = stop.end() if stop else start
        sign = self._content[end : end + 1]
        if sign == "\\":
            escape = self._content[end : end + 2]
            return self._wrong(end, f"{escape} has no meaning in a text", "write \\\\ for a backslash")
        if sign and sign not in "\r\n":
            return self._wrong(
                end, f"the character U+{ord(sign):04X} cannot stand in a text", "write \\t for a tab; delete others"
            )
        hint = 'close it on the same line; write \\n for a new line and \\" for a quotation mark'
        return self._wrong(start, 'the quotation mark " is opened here and not closed on its line', hint)

    def _wrong(self, offset: int, message: str, hint: str) -> UnreadableError:
        end = min(offset + 1, len(self._content))
        return UnreadableError(Fault.JSON_SYNTAX.found(self._text.location(offset, end), message, hint))


def _bad_value(word: str) -> tuple[str, str]:
    if word in {"]", "}"}:
        return f"a comma or a colon stands before `{word}`, and no value", "delete the comma after the last value"
    if word in _COMMENTS:
        return "JSON has no comments", "delete the comment, or keep the record in YAML"
    if word.lower() in {"nan", "infinity", "-infinity", "none", "undefined"}:
        return f"`{word}` is no value", "write null where there is none"
    if word == "'":
        return "texts in JSON stand in double quotation marks", "write \"...\" instead of '...'"
    return f"a value is needed {_instead(word)}", 'write text as "..."; true, false and null in small letters'


def _instead(word: str) -> str:
    return f"instead of `{word}`" if word else "where the file ends"


def _short(word: str) -> str:
    return word if len(word) <= 40 else f"{word[:37]}..."
