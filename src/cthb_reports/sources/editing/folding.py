"""Text on several lines that are read as one: where its lines are broken, so that lines which stay true stay as they are."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import groupby, pairwise, zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# A line may be broken at a single space only: the reader makes one space of a line end.
_SPACE = re.compile(r"(?<=\S) (?=\S)")


def refolded(text: str, old: Sequence[str], width: int, first: int = 0) -> list[str]:
    """Return the lines of a text; an empty one stands for a line end in the text.

    Args:
        text: The text, without line ends after it.
        old: The lines that it takes the place of, without indentation.
        width: How many characters a line may have.
        first: By how many characters the first line is shorter.
    """
    groups = [list(lines) for is_text, lines in groupby(old, key=bool) if is_text]
    paragraphs = text.split("\n")
    said = [paragraph for paragraph in paragraphs if paragraph]
    folded = iter(_paired(said, groups, width, first))
    lines: list[str] = []
    for index, paragraph in enumerate(paragraphs):
        lines += [""] if index else []
        lines += next(folded) if paragraph else []
    return lines


def _paired(said: Sequence[str], groups: Sequence[list[str]], width: int, first: int) -> list[list[str]]:
    """Return the lines of each paragraph, made from the old paragraph that it most likely was."""
    were = [" ".join(group) for group in groups]
    folded: list[list[str]] = []
    for sign, start, end, new_start, new_end in SequenceMatcher(None, were, said, autojunk=False).get_opcodes():
        if sign == "equal":
            folded += groups[start:end]
            continue
        for paragraph, group in zip_longest(said[new_start:new_end], groups[start:end]):
            if paragraph is not None:
                folded.append(_patched(paragraph, group or [], width, 0 if folded else first))
    return folded


def _patched(paragraph: str, old: Sequence[str], width: int, first: int) -> list[str]:
    """Break up a paragraph, but keep the lines at its beginning and at its end that are as they were."""
    words = _SPACE.split(paragraph)
    lines = [_SPACE.split(line) for line in old]
    head = _kept(words, lines)
    used = sum(map(len, lines[:head]))
    rest = words[used:]
    tail = _kept(rest[::-1], [line[::-1] for line in reversed(lines[head:])])
    if tail and _rejoins(old[head:], len(old) - head - tail, rest, lines[head:], width):
        tail -= 1
    left = sum(map(len, lines[len(lines) - tail :])) if tail else 0
    middle = wrapped(rest[: len(rest) - left], width, 0 if head else first)
    return [*old[:head], *middle, *old[len(old) - tail :]]


def _rejoins(old: Sequence[str], at: int, rest: Sequence[str], lines: Sequence[Sequence[str]], width: int) -> bool:
    """Tell whether a line goes back to the one before, which was too full for it and has lost words."""
    if at == 0 or len(old[at - 1]) + 1 + len(lines[at][0]) <= width:
        return False
    before = wrapped(rest[: len(rest) - sum(map(len, lines[at:]))], width)
    return 0 < len(before) <= at and len(before[-1]) + 1 + len(old[at]) <= width


def _kept(words: Sequence[str], lines: Sequence[Sequence[str]]) -> int:
    """Return how many lines some words begin with."""
    at = 0
    for count, line in enumerate(lines):
        if list(words[at : at + len(line)]) != list(line):
            return count
        at += len(line)
    return len(lines)


def wrapped(words: Sequence[str], width: int, first: int = 0) -> list[str]:
    """Return lines of words, as many to a line as it takes."""
    lines: list[str] = []
    for word in words:
        room = width - (first if len(lines) == 1 else 0)
        if lines and len(lines[-1]) + 1 + len(word) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def width_of(lines: Sequence[str], usual: int) -> int:
    """Return the width to which lines were wrapped: the usual one where it explains where they end.

    Args:
        lines: Lines as they stand in the file, with what stands before the text.
        usual: The width to take where the lines do not say.
    """
    longest = max(map(len, lines), default=0)
    ends = [
        len(line) + 1 + len(after.split()[0]) > usual
        for line, after in pairwise(lines)
        if line.strip() and after.strip()
    ]
    # Few lines say little, and an edited text may have short lines among the full ones.
    return usual if longest <= usual and (len(ends) < 3 or any(ends)) else longest
