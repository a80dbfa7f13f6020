"""An author's narrative taken apart into the paragraphs that a reader sees, and put together again with some of them changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports.document.parser import parser
from cthb_reports.word.markdown import Block, as_markdown, wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_HEAD = re.compile(r"[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+|\[\^[^\]]*\]:[ \t]*)*")
_WIDEST, _NARROWEST, _USUAL = 120, 60, 110


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of a narrative as its author wrote it.

    Args:
        first: Its first line, counted from 0.
        last: The line after its last.
        head: What stands before its words: spaces, the sign of an item.
        text: Its words in one line.
        note: The label of the note that it belongs to.
    """

    first: int
    last: int
    head: str
    text: str
    note: str = ""


def parts(source: str) -> list[Part]:
    """Return the paragraphs of a narrative."""
    lines = source.split("\n")
    found: list[Part] = []
    note = ""
    for token in parser().parse(source):
        if token.type == "footnote_reference_open":
            note = str(token.meta["label"])
        elif token.type == "footnote_reference_close":
            note = ""
        elif token.type == "inline" and token.map:
            first, last = token.map
            match = _HEAD.match(lines[first])
            head = match[0] if match else ""
            words = [lines[first][len(head) :], *(line.strip() for line in lines[first + 1 : last])]
            found.append(Part(first, last, head, _in_one_line(words), note))
    return found


def are_alike(one: str, other: str) -> bool:
    """Tell whether two narratives say the same in the same paragraphs, wherever their lines break."""
    return one == other or _shape(one) == _shape(other)


def _shape(source: str) -> list[tuple[str, list[str], str]]:
    return [(part.head.rstrip(), part.text.split(), part.note) for part in parts(source)]


def _in_one_line(lines: Sequence[str]) -> str:
    text = ""
    for line in lines:
        hard = text.endswith("\\")
        text = line if not text else f"{text}\n{line}" if hard else f"{text} {line}"
    return text.rstrip()


def with_texts(source: str, known: Sequence[Part], texts: Mapping[int, str]) -> str:
    """Return a narrative in which some paragraphs say something else, and all others stand as they were written.

    Args:
        source: The narrative.
        known: Its paragraphs.
        texts: The new words of some of them, in one line each, by their number; nothing takes a paragraph out.
    """
    lines = source.split("\n")
    width = width_of(source)
    for number in sorted(texts, reverse=True):
        part = known[number]
        if texts[number]:
            indent = " " * len(part.head)
            lines[part.first : part.last] = wrapped(f"{part.head}{texts[number]}", width, indent).split("\n")
        else:
            after = part.last + (part.last < len(lines) and not lines[part.last].strip())
            del lines[part.first : after]
    return "\n".join(lines)


def rebuilt(source: str, blocks: Sequence[Block], notes: Mapping[str, str]) -> str:
    """Return a narrative of other paragraphs.

    Args:
        source: The narrative that it was; empty where there was none.
        blocks: The paragraphs.
        notes: The words of its notes by their labels.
    """
    width = width_of(source)
    text = "\n".join(
        wrapped(line, width, " " * len(_head(line))) if line else "" for line in _lines(as_markdown(blocks))
    )
    tail = "".join(_note(label, words, width) for label, words in notes.items())
    return f"{text}{tail}" if source and not source.endswith("\n") else f"{text}{tail}\n"


def notes_of(source: str) -> dict[str, str]:
    """Return the words of the notes of a narrative by their labels, their paragraphs parted by empty lines."""
    found: dict[str, str] = {}
    for part in parts(source):
        if part.note:
            found[part.note] = f"{found[part.note]}\n\n{part.text}" if part.note in found else part.text
    return found


def _note(label: str, words: str, width: int) -> str:
    first, *others = words.split("\n\n")
    lines = [wrapped(f"[^{label}]: {first}", width, "    "), *(wrapped(f"    {one}", width, "    ") for one in others)]
    return "".join(f"\n\n{line}" for line in lines)


def _lines(markdown: str) -> list[str]:
    """Return the lines of blocks; a hard break goes on within a line."""
    found: list[str] = []
    for line in markdown.split("\n"):
        if found and found[-1].endswith("\\"):
            found[-1] += f"\n{line}"
        else:
            found.append(line)
    return found


def _head(line: str) -> str:
    match = _HEAD.match(line)
    return match[0] if match else ""


def width_of(source: str) -> int:
    """Return how wide the lines of a narrative are; very wide where its author does not break lines."""
    longest = max(map(len, source.split("\n")))
    if not source:
        return _USUAL
    if longest > _WIDEST:
        return 10_000_000
    return max(longest, _NARROWEST) if "\n" in source.strip() else _USUAL
