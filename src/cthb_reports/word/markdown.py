"""Words of Word as the Markdown of a narrative: emphasis, links, lists, notes; values as expressions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from cthb_reports.document import (
    Code,
    Emphasis,
    LineBreak,
    Link,
    Paragraph,
    Strong,
    Superscript,
    Text,
    escape,
    parse,
)
from cthb_reports.errors import DraftError
from cthb_reports.word.tokens import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from cthb_reports.document import Inline


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one look.

    Args:
        text: The words as a reader sees them.
        face: How they look; see `Token.face`.
        link: Where they lead.
        source: What a narrative has in their place: an expression, the mark of a note; empty for words.
    """

    text: str
    face: str = ""
    link: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or an item of a list.

    Args:
        text: Inline Markdown.
        depth: In how many lists it stands; 0 for a paragraph.
        ordered: Whether the list counts.
    """

    text: str
    depth: int = 0
    ordered: bool = False


def without_phrases(pieces: Sequence[Piece], phrases: Collection[str]) -> list[Piece]:
    """Return words without the bold that key phrases give them: the records say these apart."""
    found: list[Piece] = []
    for is_bold, group in groupby(pieces, lambda piece: "b" in piece.face):
        run = list(group)
        words = plain("".join(piece.text for piece in run)).lower()
        if is_bold and words and any(words in phrase for phrase in phrases):
            run = [replace(piece, face=piece.face.replace("b", "")) for piece in run]
        found += run
    return found


def inline(pieces: Sequence[Piece]) -> str:
    """Return words as inline Markdown that reads as they do; what cannot be written with its look is written without it."""
    stripped = _loosened(_stripped(pieces))
    for form in (_lightly, escape):
        for faced in (stripped, [replace(piece, face=piece.face.replace("^", "")) for piece in stripped]):
            if _reads_as(_written(faced, form, as_seen=True), faced):
                return _written(faced, form, as_seen=False)
    bare = [replace(piece, face="") for piece in stripped]
    return _written(bare, escape, as_seen=False)


def _stripped(pieces: Sequence[Piece]) -> list[Piece]:
    """Take off the space at both ends of a paragraph."""
    found = [piece for piece in pieces if piece.text or piece.source]
    while found and not found[0].source and not found[0].text.strip():
        del found[0]
    while found and not found[-1].source and not found[-1].text.strip():
        del found[-1]
    if found and not found[0].source:
        found[0] = replace(found[0], text=found[0].text.lstrip())
    if found and not found[-1].source:
        found[-1] = replace(found[-1], text=found[-1].text.rstrip())
    return found


_EDGES = re.compile(r"(\W*)(.*?)(\W*)", re.DOTALL)


def _loosened(pieces: Sequence[Piece]) -> list[Piece]:
    """Take the look off signs that stand beside an expression of another look: asterisks there would not be read as such."""
    found: list[Piece] = []
    for at, piece in enumerate(pieces):
        before, behind = pieces[at - 1] if at else None, pieces[at + 1] if at + 1 < len(pieces) else None
        match = _EDGES.fullmatch(piece.text)
        if piece.source or not match:
            found.append(piece)
            continue
        is_edge = [bool(one and one.source and one.face != piece.face) for one in (before, behind)]
        head = match[1] if is_edge[0] or (is_edge[1] and not match[2]) else ""
        tail = match[3] if is_edge[1] else ""
        inner = piece.text[len(head) : len(piece.text) - len(tail)]
        found += [replace(piece, text=head, face=""), replace(piece, text=inner), replace(piece, text=tail, face="")]
    return [piece for piece in found if piece.text or piece.source]


_SPECIAL = re.compile(r"[\\*_`\[\]<^|]|&(?=#?\w+;)|\{(?=\{)|(?<=!)$")
_AT_START = re.compile(r"([#>+\-~=](?=\s|$|[#\-~=])|\d+(?=[.)](?:\s|$)))")


def _lightly(text: str) -> str:
    """Return text with only what means something in prose escaped, so that people like to read it."""
    return _SPECIAL.sub(lambda match: f"\\{match[0]}", text)


def _written(pieces: Sequence[Piece], form: Callable[[str], str], *, as_seen: bool) -> str:
    text = ""
    for link, group in groupby(pieces, lambda piece: piece.link):
        inner = _faced(list(group), form, as_seen=as_seen)
        text += f"[{inner}]({link})" if link and inner.strip() else inner
    if form is _lightly:
        match = _AT_START.match(text)
        if match:
            head = match[1]
            text = f"{head}\\{text[len(head) :]}" if head.isdigit() else f"\\{text}"
    return text


def _faced(pieces: Sequence[Piece], form: Callable[[str], str], *, as_seen: bool) -> str:
    """Return pieces with their emphasis: bold around italics, each around as much as has it."""
    text = ""
    for bold, group in groupby(pieces, lambda piece: "b" in piece.face):
        inner = ""
        for face, run in groupby(group, lambda piece: piece.face.replace("b", "")):
            inner += _in_marks(_plain_run(list(run), face, form, as_seen=as_seen), "*" if "i" in face else "")
        text += _in_marks(inner, "**" if bold else "")
    return text


def _plain_run(pieces: Sequence[Piece], face: str, form: Callable[[str], str], *, as_seen: bool) -> str:
    found = []
    for is_source, group in groupby(pieces, lambda piece: bool(piece.source)):
        for piece in group if is_source else [_joined(group)]:
            if is_source and not as_seen:
                found.append(piece.source)
            elif not is_source and "c" in face:
                found.append(f"`{piece.text}`")
            elif not is_source and "^" in face and piece.text.isalnum():
                found.append(f"^{piece.text}^")
            else:
                found.append("\\\n".join(form(line) for line in piece.text.split("\n")))
    return "".join(found)


def _joined(pieces: Iterable[Piece]) -> Piece:
    text = "".join(piece.text for piece in pieces)
    return Piece(" ".join(re.split(r"[ \t]+", text.replace("\u00a0", " "))))


def _in_marks(text: str, marks: str) -> str:
    """Return text between asterisks, with the space at its edges outside of them."""
    inner = text.strip(" ")
    if not marks or not inner:
        return text
    before = text[: len(text) - len(text.lstrip(" "))]
    behind = text[len(text.rstrip(" ")) :]
    return f"{before}{marks}{inner}{marks}{behind}"


def _reads_as(markdown: str, pieces: Sequence[Piece]) -> bool:
    try:
        blocks = parse(markdown).blocks
    except DraftError:
        return False
    if not blocks:
        return not any(piece.text.strip() for piece in pieces)
    if len(blocks) > 1 or not isinstance(blocks[0], Paragraph):
        return False
    read = "".join(f"{letter}{face}\x00" for letter, face in _letters(blocks[0].children, "") if not letter.isspace())
    meant = "".join(
        f"{letter}{''.join(sorted(piece.face + ('l' if piece.link else '')))}\x00"
        for piece in pieces
        for letter in piece.text
        if not letter.isspace()
    )
    return read == meant


def _letters(children: Iterable[Inline], face: str) -> Iterator[tuple[str, str]]:
    for child in children:
        match child:
            case Text(text=text):
                yield from ((letter, "".join(sorted(face))) for letter in text)
            case Code(text=text):
                yield from ((letter, "".join(sorted(f"{face}c"))) for letter in text)
            case LineBreak():
                yield "\n", ""
            case _:
                yield from _letters(getattr(child, "children", ()), face + _FACES.get(type(child), ""))


_FACES = {Strong: "b", Emphasis: "i", Superscript: "^", Link: "l"}


def as_markdown(blocks: Iterable[Block]) -> str:
    """Return blocks as a narrative, each paragraph in one line."""
    text = ""
    before: Block | None = None
    for block in blocks:
        together = before is not None and before.depth and block.depth
        text += "" if before is None else "\n" if together else "\n\n"
        text += f"{'  ' * max(block.depth - 1, 0)}{'1. ' if block.ordered else '- '}" if block.depth else ""
        text += block.text
        before = block
    return text


_ATOM = re.compile(r"(?:\{\{.*?\}\}|\]\([^)]*\)|[^ ])+")
_MAY_BEGIN_A_LINE = re.compile(r"[^\W\d_]|[“‘({]")


def wrapped(text: str, width: int, indent: str = "") -> str:
    """Return a paragraph in lines of some width, broken only where a narrative reads the line end as a space.

    Args:
        text: The paragraph in one line.
        width: How long a line may be.
        indent: What the lines after the first begin with.
    """
    lines, line = [], ""
    for atom in _ATOM.findall(text):
        if line and len(line) + 1 + len(atom) > width and _MAY_BEGIN_A_LINE.match(atom) and not line.endswith("\\"):
            lines.append(line)
            line = f"{indent}{atom}"
        else:
            line = f"{line} {atom}" if line.strip() else f"{line}{atom}"
    return "\n".join([*lines, line])
