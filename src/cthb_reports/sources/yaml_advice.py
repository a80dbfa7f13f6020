"""What a YAML syntax error means to somebody who has never heard of scalars and mappings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cthb_reports.sources.faults import Fault
from cthb_reports.sources.yaml_trouble import trouble_of

if TYPE_CHECKING:
    from collections.abc import Callable

    import yaml

    from cthb_reports.findings import Finding
    from cthb_reports.sources.decoding import Text
    from cthb_reports.sources.yaml_trouble import Trouble

_QUOTE_IT: Final = 'put the whole text into quotation marks: "..."'


@dataclass(frozen=True, slots=True)
class Advice:
    """Where the author looks, what is wrong there, and what to do."""

    start: int
    end: int
    message: str
    hint: str


def explain(error: yaml.YAMLError, text: Text) -> Finding:
    """Return the finding of a syntax error, in plain words, at the place to mend."""
    trouble = trouble_of(error, text)
    words = f"{trouble.context}: {trouble.problem}"
    adviser = next(adviser for sign, adviser in _ADVISERS if re.search(sign, words))
    advice = adviser(trouble)
    end = min(advice.end, text.end_of_line(advice.start))
    return Fault.YAML_SYNTAX.found(text.location(advice.start, end), advice.message, advice.hint)


def _unclosed_quote(trouble: Trouble) -> Advice:
    quote = trouble.text.content[trouble.start : trouble.start + 1]
    other = (
        "an apostrophe inside '...' is written twice" if quote == "'" else 'write \\" for a quotation mark inside "..."'
    )
    message = f"the quotation mark {quote} is opened here and never closed"
    return Advice(trouble.start, trouble.start + 1, message, f"close it at the end of the text; {other}")


def _bad_escape(trouble: Trouble) -> Advice:
    start = max(trouble.text.content.rfind("\\", trouble.start, trouble.stop + 1), trouble.start)
    escape = re.match(r"\\(?:[uUx][0-9a-fA-F]*|.?)", trouble.text.content[start:], re.DOTALL)
    written = escape[0] if escape else ""
    hint = "write \\\\ for a backslash, or use '...' instead of \"...\""
    return Advice(start, start + len(written), f'{written} has no meaning here in "..."', hint)


def _bad_start(trouble: Trouble) -> Advice:
    if trouble.char == "\t":
        return _tab(trouble)
    return _begins_with(trouble, trouble.stop)


def _tab(trouble: Trouble) -> Advice:
    message = "the line is indented with a tab"
    return Advice(
        trouble.stop, trouble.stop + 1, message, "indent with spaces, as many as the lines of the same record"
    )


def _bad_property(trouble: Trouble) -> Advice:
    return _begins_with(trouble, trouble.start)


def _begins_with(trouble: Trouble, start: int) -> Advice:
    sign = trouble.text.content[start : start + 1]
    line = trouble.text.content[trouble.text.start_of_line(start) :].lstrip()
    hint = "an entry of a list begins with `- `" if line.startswith("* ") else _QUOTE_IT
    return Advice(start, start + 1, f"unquoted text cannot begin with {_named(sign)}", hint)


def _colon(trouble: Trouble) -> Advice:
    if re.search(r"\S.*?:\s|^\s*- .*\S", trouble.before):
        message = "unquoted text cannot hold a colon and a space"
        return Advice(trouble.stop, trouble.stop + 1, message, _QUOTE_IT)
    return _after_line_above(trouble)


def _after_line_above(trouble: Trouble) -> Advice:
    start, words = trouble.line_above
    if not words:
        return _anything(trouble)
    end = start + len(words)
    if joined := re.match(r"[\w-]+:(?=[^\s:])", words):
        return Advice(start, end, f"a space is missing after `{joined[0]}`", "write `name: value`")
    if not re.match(r"(?:- +)?[^\s:][^:]*:(\s|$)", words):
        return _no_name(start, words)
    words_start, line = trouble.words
    message = f"`{_short(line)}` is indented like a part of the value above it"
    hint = "let it begin in the same column as the names that it belongs with"
    return Advice(words_start, words_start + len(line), message, hint)


def _no_name(start: int, words: str) -> Advice:
    hint = "add the name and a colon, or indent the line if it continues the text above it"
    return Advice(start, start + len(words), f"`{_short(words)}` is not of the form `name: value`", hint)


def _missing_colon(trouble: Trouble) -> Advice:
    line = trouble.text.content[trouble.start : trouble.text.end_of_line(trouble.start)]
    return _no_name(trouble.start, line)


def _bracket(trouble: Trouble) -> Advice:
    opened = trouble.text.content[trouble.start : trouble.start + 1]
    closing = {"[": "]", "{": "}"}.get(opened, "]")
    hint = f"separate the values by commas, and close with `{closing}`"
    if trouble.text.start_of_line(trouble.start) == trouble.line_start:
        message = f"after `{opened}`, a comma or `{closing}` is missing here"
        return Advice(trouble.stop, trouble.stop + 1, message, hint)
    return Advice(trouble.start, trouble.start + 1, f"`{opened}` is opened here and not closed with `{closing}`", hint)


def _no_value(trouble: Trouble) -> Advice:
    if trouble.char and trouble.char in "[]{},":
        return _begins_with(trouble, trouble.stop)
    return Advice(
        trouble.stop,
        trouble.stop + 1,
        "a value is missing here",
        "close every bracket, and end no line in a colon twice",
    )


def _misplaced(trouble: Trouble) -> Advice:
    before = trouble.before.rstrip()
    if trouble.char == ":" and not before:
        return Advice(trouble.stop, trouble.stop + 1, "a name is missing before the colon", "write `name: value`")
    if before.endswith(('"', "'")):
        message = "text goes on after its closing quotation mark"
        hint = "put the quotation marks around the whole text; inside '...' an apostrophe is written twice"
        return Advice(trouble.stop, trouble.stop + 1, message, hint)
    if sign := re.search(r"(?::\s+|^\s*-\s+|^\s*)([*&!])\S*$", before):
        return _begins_with(trouble, trouble.line_start + sign.start(1))
    return _indentation(trouble)


def _indentation(trouble: Trouble) -> Advice:
    start, line = trouble.words
    column = trouble.start - trouble.text.start_of_line(trouble.start) + 1
    message = f"`{_short(line)}` is not indented like the lines that it belongs with"
    hint = f"the record or list that is open here began in column {column}; a list and names cannot be mixed in one"
    return Advice(start, start + len(line), message, hint)


def _first_line(trouble: Trouble) -> Advice:
    if trouble.before:
        return _anything(trouble)
    start, line = trouble.words
    message = f"`{_short(line)}` stands further left than the first line"
    return Advice(start, start + len(line), message, "let all names at the top begin in column 1")


def _list_after_name(trouble: Trouble) -> Advice:
    sign = trouble.char
    hint = 'begin a list on the line below; text that begins so goes into quotation marks: "..."'
    return Advice(trouble.stop, trouble.stop + 1, f"`{sign} ` cannot follow on the same line", hint)


def _block_header(trouble: Trouble) -> Advice:
    sign = trouble.text.content[trouble.start : trouble.start + 1]
    hint = "begin the text on the line below, indented; text that begins so goes into quotation marks"
    return Advice(trouble.start, trouble.stop, f"no text can follow `{sign}` on the same line", hint)


def _percent(trouble: Trouble) -> Advice:
    start = trouble.start
    return Advice(
        start,
        start + 1,
        "a line cannot begin with `%`",
        "indent it if it continues a text, or put it into quotation marks",
    )


def _anything(trouble: Trouble) -> Advice:
    message = f"this is not YAML: {trouble.problem}"
    return Advice(
        trouble.stop,
        trouble.stop + 1,
        message,
        "compare the line with its neighbours; put text with signs into quotation marks",
    )


def _named(sign: str) -> str:
    return "a backtick" if sign == "`" else f"`{sign}`"


def _short(line: str) -> str:
    return line if len(line) <= 40 else f"{line[:37]}..."


# The first whose sign is found in "context: problem", as libyaml and PyYAML word them.
_ADVISERS: Final[tuple[tuple[str, Callable[[Trouble], Advice]], ...]] = (
    (r"quoted scalar: found unexpected", _unclosed_quote),
    (r"quoted scalar", _bad_escape),
    (r"tab character", _tab),
    (r"cannot start any token", _bad_start),
    (r"(scanning|parsing) an? (alias|anchor|tag)|tag handle", _bad_property),
    (r"scanning a directive", _percent),
    (r"mapping values are not allowed", _colon),
    (r"could not find expected ':'", _missing_colon),
    (r"expected ',' or", _bracket),
    (r"expected (the )?node content", _no_value),
    (r"block scalar: .*(expected|indicator)", _block_header),
    (r"(sequence entries|mapping keys) are not allowed", _list_after_name),
    (r"did not find expected (key|'-' indicator)|expected <block end>", _misplaced),
    (r"<document start>", _first_line),
    (r"", _anything),
)
