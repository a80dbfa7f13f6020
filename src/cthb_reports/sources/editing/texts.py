"""How a text is spelled in YAML: as it was, if the new one can be, else with the least that keeps it what it is.

What can be written how, nobody has to know here: each spelling is read, and the first that gives the text back is taken.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from cthb_reports.errors import UnwritableError
from cthb_reports.sources.decoding import Text
from cthb_reports.sources.editing.blocktexts import folded, literal
from cthb_reports.sources.editing.folding import refolded, width_of
from cthb_reports.sources.editing.outlines import lines_of
from cthb_reports.sources.editing.plain import as_text
from cthb_reports.sources.editing.written import Frame, Old, Written
from cthb_reports.sources.faults import UnreadableError
from cthb_reports.sources.walk import Walk
from cthb_reports.sources.yaml_reader import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# What other readers of YAML take for a number, true, false or nothing (YAML 1.2.2, 10.3.2), and older ones for yes or no.
_TYPED = re.compile(
    r"null|true|false|yes|no|on|off|y|n|[-+]?\d+|0o[0-7]+|0x[\da-f]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?"
    r"|[-+]?\.inf|\.nan",
    re.IGNORECASE | re.ASCII,
)
# What cannot stand in double quotation marks as it is; the two separators would end a line.
_ESCAPED = re.compile(r"[^ !#-\[\]-~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_SHORT: Final = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def scalar(value: str | float | None, frame: Frame, old: Old | None = None) -> Written:
    """Return how a value without parts is written.

    Args:
        value: Text, a number, true, false or nothing.
        frame: Where it is to stand.
        old: The text that it takes the place of.

    Raises:
        UnwritableError: There is no way to write it.
    """
    if value is None:
        return Written("null")
    text = value if isinstance(value, str) else as_text(value)
    kept = _KEPT.get(old.style, _nothing)(text, frame, old) if old else iter(())
    for written in chain(kept, _usual(text, frame, is_text=isinstance(value, str)), _double(text)):
        if _reads(written, frame) == text:
            return written
    raise UnwritableError(f"`{text[:40]}`", "YAML has no way to write this text")


def name(key: str) -> str:
    """Return how the name of a field is written, in brackets or not."""
    return key if re.fullmatch(r"[^\W\d][\w-]*", key) else _quoted(key)


def _reads(written: Written, frame: Frame) -> str | None:
    """Return what is read where a value is written so, or `None` where that is nothing or draws a remark."""
    inline = written.inline
    if frame.in_flow:
        text = f"k: [{{k: {inline}}}, {inline}]"
    else:
        text = "\n".join([f"{' ' * frame.margin}{'-' if frame.is_entry else 'k:'} {inline}", *written.below, ""])
    try:
        root, findings = read_yaml(Text("", text))
        data = Walk().data(root, ())
    except UnreadableError:
        return None
    match data:
        case {"k": [{"k": str(one)}, str(other)]} if one == other and not findings:
            return one
        case {"k": str(one)} | [str(one)] if not findings:
            return one
        case _:
            return None


def _usual(text: str, frame: Frame, *, is_text: bool) -> Iterator[Written]:
    """Yield spellings of a new text, the best first; true, false and numbers stand without quotation marks."""
    if "\n" in text:
        if not frame.in_flow:
            yield from literal(text, frame, None)
        return
    may_be_plain = not (is_text and _TYPED.fullmatch(text))
    if may_be_plain and frame.column + len(text) <= frame.width:
        yield Written(text)
    if not frame.in_flow and frame.column + len(text) > frame.width:
        yield from folded(text, frame, None)
    if may_be_plain:
        yield Written(text)
    if '"' in text or "\\" in text:
        yield Written(_single_quoted(text))


def _double(text: str) -> Iterator[Written]:
    yield Written(_quoted(text))


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: _SHORT.get(found[0]) or _code(ord(found[0])), text)


def _code(number: int) -> str:
    return f"\\x{number:02X}" if number < 0x100 else f"\\u{number:04X}" if number < 0x10000 else f"\\U{number:08X}"


def _single_quoted(text: str) -> str:
    return f"'{_doubled(text)}'"


def _doubled(text: str) -> str:
    return text.replace("'", "''")


def _nothing(_text: str, _frame: Frame, _old: Old) -> Iterator[Written]:
    return iter(())


def _like_plain(text: str, frame: Frame, old: Old) -> Iterator[Written]:
    return _on_lines(text, "", frame, old)


def _like_single(text: str, frame: Frame, old: Old) -> Iterator[Written]:
    return _on_lines(_doubled(text), "'", frame, old)


def _like_double(text: str, frame: Frame, old: Old) -> Iterator[Written]:
    if len(lines_of(old.source)) > 1:
        return _on_lines("\n".join(_escaped(line) for line in text.split("\n")), '"', frame, old)
    # A text on several lines stays in quotation marks where the author had one so.
    return _double(text) if "\n" not in text or "\n" in old.value else iter(())


def _on_lines(text: str, quote: str, frame: Frame, old: Old) -> Iterator[Written]:
    """Yield a text that goes on over as many lines as it takes, if the old one did."""
    if "\n" in text and "\n" not in old.value:
        return
    first, *others = lines_of(old.source)
    if not others:
        if "\n" not in text:
            yield Written(f"{quote}{text}{quote}")
        return
    indent = min((len(line) - len(line.lstrip()) for line in others if line.strip()), default=frame.margin + 1)
    before = [" " * frame.column + first, *others]
    lines = refolded(
        f"{quote}{text}{quote}",
        [line.strip() for line in (first, *others)],
        width_of(before, frame.width) - indent,
        frame.column - indent,
    )
    yield Written("\n".join(lines[:1] + [f"{' ' * indent}{line}" if line else "" for line in lines[1:]]))


_KEPT: Final[dict[str, Callable[[str, Frame, Old], Iterator[Written]]]] = {
    "plain": _like_plain,
    "single": _like_single,
    "double": _like_double,
    "literal": literal,
    "folded": folded,
}
