"""Key phrases: the words of a record that are printed bold where its text has them first, once in the draft."""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING

from cthb_reports.document import Anchor
from cthb_reports.document.marks import DIGITS, index_of
from cthb_reports.rendering.signs import PHRASED, PHRASED_END, SIGNS, numbered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cthb_reports.findings import FieldPath


def phrased(markdown: str, index: int) -> str:
    """Return the text of a record with signs around it, by which `emphasised` finds the key phrase of that index in it."""
    return f"{numbered(PHRASED, index)}{markdown}{PHRASED_END}" if markdown else ""


def emphasised(markdown: str, phrases: Sequence[tuple[FieldPath, str]], anchor: Callable[[Anchor], int]) -> str:
    """Return Markdown without the signs of `phrased`, and with each key phrase in bold where its text has it first.

    Args:
        markdown: Markdown with signs and marks.
        phrases: The key phrases, and the fields they come from.
        anchor: Is told of each phrase that is printed.
    """
    done: set[FieldPath] = set()
    cuts: list[int] = []
    for index, start, end in _regions(markdown):
        path, phrase = phrases[index]
        found = None if path in done else find_phrase(markdown[start:end], phrase)
        if found and not _any_between(cuts, start + found[0], start + found[1]):
            done.add(path)
            anchor(Anchor(path))
            for at in found:
                bisect.insort(cuts, start + at)
    pieces, at = [], 0
    for cut in cuts:
        pieces += [markdown[at:cut], "**"]
        at = cut
    return _PHRASED.sub("", "".join([*pieces, markdown[at:]]))


def _any_between(cuts: Sequence[int], first: int, last: int) -> bool:
    """Tell whether one of the sorted places is at least `first` and at most `last`."""
    after = bisect.bisect_left(cuts, first)
    return after < len(cuts) and cuts[after] <= last


_PHRASED = re.compile(f"{PHRASED}[{DIGITS}]*|{PHRASED_END}")


def _regions(markdown: str) -> Iterator[tuple[int, int, int]]:
    """Yield the index of a phrase, and where the text to look for it in begins and ends."""
    open_: list[tuple[int, int]] = []
    for match in _PHRASED.finditer(markdown):
        if match[0] != PHRASED_END:
            open_.append((index_of(match[0][1:]), match.end()))
        elif open_:
            yield (*open_.pop(), match.start())


def find_phrase(markdown: str, phrase: str) -> tuple[int, int] | None:
    """Return where a phrase stands in Markdown, whatever marks and escapes are between its letters.

    Its first letter may be a capital, since it may begin a sentence; it never runs over the end of a paragraph, and is not
    found where it is emphasised already.
    """
    if (found := _find(markdown, phrase)) and not _in_label(markdown, *found):
        return found
    found = _find(_TOKEN.sub(_letter, markdown), " ".join(phrase.split()))
    if found is None:
        return None
    place = _letter_at(markdown, found[0])[0], _letter_at(markdown, found[1] - 1)[1]
    return None if _in_label(markdown, *place) else place


def _in_label(markdown: str, start: int, end: int) -> bool:
    """Tell whether a stretch touches what names a note or an address, where asterisks would be letters."""
    return any(label.start() < end and start < label.end() for label in _LABEL.finditer(markdown))


_LABEL = re.compile(r"\[\^[^\]]*\]|\]\([^)]*\)")


def _find(text: str, phrase: str) -> tuple[int, int] | None:
    for form in (phrase, phrase[:1].upper() + phrase[1:]):
        at = text.find(form)
        while at >= 0:
            end = at + len(form)
            if not (_JOINS.match(text, at - 1) if at else None) and not _JOINS.match(text, end):
                return at, end
            at = text.find(form, at + 1)
    return None


_TOKEN = re.compile(rf"\\([!-/:-@\[-`{{-~])|&#(\d+);|([ \t]*\n\s*|[ \t]{{2,}})|[{SIGNS}]+")
_JOINS = re.compile(r"[\w*]")


def _letter(match: re.Match[str]) -> str:
    """Return what a reader sees of an escape or a mark: a paragraph ends with a line, and other white space is a space."""
    escaped, number, space = match.groups()
    if space:
        return "\n" if space.count("\n") > 1 else " "
    return escaped or (chr(int(number)) if number else "")


def _letter_at(markdown: str, letter: int) -> tuple[int, int]:
    """Return where a letter that a reader sees begins and ends in the Markdown."""
    seen = at = 0
    for match in _TOKEN.finditer(markdown):
        if seen + match.start() - at > letter:
            break
        seen += match.start() - at
        at = match.end()
        if _letter(match):
            if seen == letter:
                return match.span()
            seen += 1
    return at + letter - seen, at + letter - seen + 1
