"""How the text of one paragraph is written so that pandoc reads it as the same text.

Every stretch of text of one format is written by itself: `**the 17th** ***Alliance***`. This is longer than nesting, and there
is no case in which asterisks of two neighbours could be read together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from cthb_reports.document import (
    Changed,
    Code,
    Emphasis,
    FootnoteReference,
    Image,
    LineBreak,
    Link,
    Span,
    Strong,
    Superscript,
    Text,
)
from cthb_reports.writers.written import printable, untracked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cthb_reports.document import Inline


@dataclass(frozen=True, slots=True)
class _Format:
    bold: bool = False
    italic: bool = False
    raised: bool = False
    target: str | None = None


_PLAIN = _Format()
_Leaf = Text | Code | Image | LineBreak | FootnoteReference


def line(children: Iterable[Inline], notes: Mapping[str, int]) -> str:
    """Return a heading or cell: line breaks are spaces.

    Args:
        children: The text.
        notes: The number of each note, by its label.
    """
    return " ".join(paragraph(children, notes).replace("\\\n", " ").split(" ")).strip()


def paragraph(children: Iterable[Inline], notes: Mapping[str, int]) -> str:
    """Return a paragraph: one line, or one for each that it is broken into."""
    text = "".join(_linked(_leaves(children, _PLAIN), notes))
    lines = [_safe_start(part.strip(" ")) for part in _SPACES.sub(" ", text).split(_BREAK)]
    return "\\\n".join(lines).removesuffix("\\\n")


def plain(text: str) -> str:
    """Return plain text as Markdown, wherever it stands but at the beginning of a line."""
    return _SPECIAL.sub(lambda match: "".join(f"\\{character}" for character in match.group()), printable(text))


_BREAK = "\n"
_SPACES = re.compile(" {2,}")
_SPECIAL = re.compile(r"""[\\`*_{\[\]<>#~^|$@&!'"]|-{2,}|\.(?=\.\.)""")
_START = re.compile(r"^(?:(?=[-+=:])|([Tt]able)(?=:)|(\(?(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+))(?=[.)](?: |$)))")


def _safe_start(text: str) -> str:
    r"""Keep a line from being a list, an underline, a definition or a caption: `2017. It was` is `2017\. It was`."""
    return _START.sub(lambda match: f"{match[1] or match[2] or ''}\\", text)


def _leaves(children: Iterable[Inline], style: _Format) -> Iterator[tuple[_Leaf, _Format]]:
    for child in children:
        match child:
            case Span(children=inner):
                yield from _leaves(inner, style)
            case Strong(children=inner):
                yield from _leaves(inner, replace(style, bold=True))
            case Emphasis(children=inner):
                yield from _leaves(inner, replace(style, italic=True))
            case Superscript(children=inner):
                yield from _leaves(inner, replace(style, raised=True))
            case Link(target=target, children=inner):
                yield from _leaves(inner, replace(style, target=target))
            case Changed():
                raise untracked()
            case _:
                yield child, style


def _linked(leaves: Iterable[tuple[_Leaf, _Format]], notes: Mapping[str, int]) -> Iterator[str]:
    """Yield the text, with links around all that leads to the same address; spaces at a link's edges stay outside."""
    for target, group in groupby(leaves, key=lambda leaf: leaf[1].target):
        text = "".join(_separated(_formatted(group, notes)))
        before, inner, after = _trimmed(text)
        yield f"{before}[{inner}]({_address(target)}){after}" if target is not None and inner else text


def _separated(parts: Iterable[tuple[str, bool]]) -> Iterator[str]:
    """Yield the parts, with a comment between any two that are markup, so that they are never read together."""
    after_markup = False
    for text, is_markup in parts:
        if not text:
            continue
        if after_markup and is_markup:
            yield "<!-- -->"
        yield text
        after_markup = is_markup


def _formatted(leaves: Iterable[tuple[_Leaf, _Format]], notes: Mapping[str, int]) -> Iterator[tuple[str, bool]]:
    """Yield each stretch of one format, and whether it has markup at its edges."""
    for (kind, style), group in groupby(leaves, key=lambda leaf: (type(leaf[0]), leaf[1])):
        found = [leaf for leaf, _ in group]
        if kind is Text:
            yield from _wrapped("".join(leaf.text for leaf in found if isinstance(leaf, Text)), style)
        else:
            yield from (_other(leaf, notes) for leaf in found)


def _wrapped(text: str, style: _Format) -> Iterator[tuple[str, bool]]:
    """Yield text between its asterisks; spaces at its edges stay outside, as pandoc wants it."""
    stars = "*" * (style.italic + 2 * style.bold)
    before, inner, after = _trimmed(printable(text))
    if not inner or not (stars or style.raised):
        yield plain(text), False
        return
    yield before, False
    yield f"{stars}{_raised(inner) if style.raised else plain(inner)}{stars}", True
    yield after, False


def _trimmed(text: str) -> tuple[str, str, str]:
    """Return the text's leading white space, what stands between, and its trailing white space."""
    inner = text.strip()
    before = text[: len(text) - len(text.lstrip())] if inner else text
    return before, inner, text[len(before) + len(inner) :]


def _raised(text: str) -> str:
    """Return a superscript: pandoc reads its content twice, so that signs are written as references to references."""
    spaced = _SPACES.sub(" ", text)
    return f"^{_SIGN.sub(lambda match: f'&amp;#{ord(match.group())};', spaced).replace(' ', '&#32;')}^"


_SIGN = re.compile(r"[!-/:-@\[-`{-~]")


def _other(leaf: _Leaf, notes: Mapping[str, int]) -> tuple[str, bool]:
    match leaf:
        case Code(text=text):
            return _code(printable(text)), True
        case Image(target=target, description=description):
            return f"![{plain(description)}]({_address(target)})", False
        case FootnoteReference(label=label):
            return f"[^{notes[label]}]", False
    return _BREAK, False


def _code(text: str) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    fence = "`" * (longest + 1)
    return f"{fence}{space}{text}{space}{fence}"


def _address(target: str) -> str:
    return _UNSAFE.sub(lambda match: f"%{ord(match.group()):02X}", printable(target))


_UNSAFE = re.compile(r"[ ()<>\\`\"']")
