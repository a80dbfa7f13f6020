"""Which paragraphs of a draft that came back are which of the draft as it was made."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from cthb_reports.word.tokens import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cthb_reports.readers.docx.returned import ReturnedParagraph
    from cthb_reports.word.tokens import Anchors

_LINES = ("composed", "narrative", "wording")
_ALIKE = 0.55
"""What has less in common with a paragraph is another one."""
_MOST_COMPARED = 40_000
"""So many pairs of paragraphs without a mark are compared; more of them would take minutes."""


@dataclass(frozen=True, slots=True)
class Group:
    """Paragraphs that are the same text: one and one mostly; several where people have split or joined them.

    Args:
        base: Numbers of paragraphs of the draft as it was made.
        edited: Numbers of paragraphs of the one that came back; none where they were deleted.
    """

    base: tuple[int, ...]
    edited: tuple[int, ...]


def groups(
    base: Sequence[ReturnedParagraph], edited: Sequence[ReturnedParagraph], anchors: Anchors
) -> tuple[tuple[Group, ...], tuple[int, ...]]:
    """Return the groups, in the order of the draft as it was made, and the paragraphs that came back and are new.

    Marks tell; what has lost its marks is found by its words.
    """
    links = _by_marks(base, edited, anchors)
    _add_emptied(base, edited, links, anchors)
    _add_by_words(base, edited, links)
    linked = {number for numbers in links.values() for number in numbers}
    return tuple(_components(len(base), links)), tuple(number for number in range(len(edited)) if number not in linked)


def _by_marks(
    base: Sequence[ReturnedParagraph], edited: Sequence[ReturnedParagraph], anchors: Anchors
) -> dict[int, list[int]]:
    homes = {mark: number for number, paragraph in enumerate(base) for mark in _line_marks(paragraph, anchors)}
    links: dict[int, list[int]] = defaultdict(list)
    for number, paragraph in enumerate(edited):
        votes = Counter(homes[mark] for sign in paragraph.signs for mark in sign.marks if mark in homes)
        for home in sorted(votes):
            if paragraph.part.partition(" ")[0] == base[home].part.partition(" ")[0]:
                links[home].append(number)
    return links


def _add_emptied(
    base: Sequence[ReturnedParagraph],
    edited: Sequence[ReturnedParagraph],
    links: dict[int, list[int]],
    anchors: Anchors,
) -> None:
    """Link a heading, or what else is one value, with the words that were put in its place: its mark is there, and empty."""
    homes = {mark: number for number, paragraph in enumerate(base) for mark in _line_marks(paragraph, anchors)}
    linked = {number for numbers in links.values() for number in numbers}
    for number, paragraph in enumerate(edited):
        lost = sorted({homes[mark] for mark in paragraph.collapsed if mark in homes} - links.keys())
        if number not in linked and len(lost) == 1 and paragraph.role.kind == base[lost[0]].role.kind:
            links[lost[0]].append(number)


def _line_marks(paragraph: ReturnedParagraph, anchors: Anchors) -> set[str]:
    """Return the marks by which a paragraph is known: those of its regions, else those of its values.

    A value may be copied into another paragraph; a whole paragraph is rarely.
    """
    marks = {mark for sign in paragraph.signs for mark in anchors.base_marks(sign.marks)}
    lines = {mark for mark in marks if anchors[mark].kind in _LINES}
    return lines or marks


def _add_by_words(
    base: Sequence[ReturnedParagraph], edited: Sequence[ReturnedParagraph], links: dict[int, list[int]]
) -> None:
    linked = {number for numbers in links.values() for number in numbers}
    lost = [number for number in range(len(base)) if number not in links and base[number].text.strip()]
    free = [number for number in range(len(edited)) if number not in linked and edited[number].text.strip()]
    # Equal ones first, in their order: most have not changed.
    waiting = defaultdict(list)
    for number in free:
        waiting[_words(edited[number])].append(number)
    rest = []
    for number in lost:
        same = waiting.get(_words(base[number]))
        if same:
            links[number].append(same.pop(0))
        else:
            rest.append(number)
    _add_alike(base, edited, rest, [number for numbers in waiting.values() for number in numbers], links)


def _words(paragraph: ReturnedParagraph) -> tuple[str, str]:
    return paragraph.part.partition(" ")[0], plain(paragraph.text)


def _add_alike(
    base: Sequence[ReturnedParagraph],
    edited: Sequence[ReturnedParagraph],
    lost: Iterable[int],
    free: Iterable[int],
    links: dict[int, list[int]],
) -> None:
    lost, free = list(lost), sorted(free)
    if len(lost) * len(free) > _MOST_COMPARED:
        return
    matcher = SequenceMatcher(autojunk=False)
    scored = []
    for one in lost:
        part, text = _words(base[one])
        matcher.set_seq2(text.split())
        for other in free:
            there, words = _words(edited[other])
            if part == there:
                matcher.set_seq1(words.split())
                if matcher.quick_ratio() > _ALIKE and (ratio := matcher.ratio()) > _ALIKE:
                    scored.append((-ratio, one, other))
    taken: set[int] = set()
    for _, one, other in sorted(scored):
        if one not in links and other not in taken:
            links[one].append(other)
            taken.add(other)


def _components(count: int, links: Mapping[int, Sequence[int]]) -> list[Group]:
    """Return what hangs together: paragraphs that were split, joined or both."""
    owners: dict[int, list[int]] = defaultdict(list)
    for one, others in links.items():
        for other in others:
            owners[other].append(one)
    seen: set[int] = set()
    found = []
    for start in range(count):
        if start in seen:
            continue
        waiting, ours, theirs = [start], set(), set()
        while waiting:
            one = waiting.pop()
            if one in ours:
                continue
            ours.add(one)
            for other in links.get(one, ()):
                theirs.add(other)
                waiting += owners[other]
        seen |= ours
        found.append(Group(tuple(sorted(ours)), tuple(sorted(theirs))))
    return found
