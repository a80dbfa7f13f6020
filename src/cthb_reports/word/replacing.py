"""What has become of values whose marks are lost or torn: looked for in what was put in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cthb_reports.word.tokens import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cthb_reports.word.aligning import Aligned
    from cthb_reports.word.belonging import Belonging
    from cthb_reports.word.stretches import Hunk

_MOST = 40
"""So many words are tried as a value; no date and no figure has more."""


def replaced(pairs: Aligned, hunk: Hunk, belonging: Belonging) -> None:
    """Find the values of a stretch that was replaced, by their own words, by what reads as one, or as all that is there."""
    start, end, first, last = hunk
    values = [index for index in range(start, end) if pairs.base[index].kind == "value" and pairs.of_base[index] < 0]
    for index in values:
        if run := _own_words(pairs, index, range(first, last)):
            pairs.pair(index, run)
    left = [index for index in values if pairs.of_base[index] < 0]
    if not left:
        return
    new = [other for other in range(first, last) if pairs.of_edited[other] < 0]
    new = _without_spaces(pairs, new)
    around = [index for index in range(start, end) if index not in left and not pairs.base[index].is_space]
    if len(left) == 1 and not around and new and _is_of_words(pairs, new):
        pairs.pair(left[0], _that_tells(pairs, left[0], new, belonging) or new)
        return
    for index in left:
        if belonging.union(pairs.base[index].value) == "words":
            run = _that_tells(pairs, index, [other for other in new if pairs.of_edited[other] < 0], belonging)
            if run:
                pairs.pair(index, run)
    for index in left:
        if pairs.of_base[index] < 0 and any(_is_rest(pairs, other, index) for other in new):
            pairs.reworded.add(pairs.base[index].value)


def _is_rest(pairs: Aligned, other: int, index: int) -> bool:
    """Tell whether a token is what is left within the bookmark of a value."""
    return pairs.edited[other].kind == "value" and pairs.edited[other].value == pairs.base[index].value


def _own_words(pairs: Aligned, index: int, within: range) -> list[int]:
    """Return where the words of a value stand as they were."""
    wanted = plain(pairs.base[index].text)
    return next((run for run in _runs(pairs, within, len(wanted) + 8) if plain(pairs.text(run)) == wanted), [])


def _that_tells(pairs: Aligned, index: int, new: Sequence[int], belonging: Belonging) -> list[int]:
    """Return the most words that read as a value of a strict type, such as a date; nothing for other types."""
    mark = pairs.base[index].value
    if belonging.union(mark) != "words" or not new:
        return []
    runs = sorted(_runs(pairs, range(new[0], new[-1] + 1), _LONGEST), key=len, reverse=True)
    return next((run for run in runs[: _MOST * _MOST] if belonging.tells(mark, pairs.text(run))), [])


_LONGEST = 60
"""No date and no figure has more characters."""


def _runs(pairs: Aligned, within: range, longest: int) -> Iterator[list[int]]:
    """Yield the runs of whole new words."""
    for start in within:
        if pairs.edited[start].is_space or not _begins_a_word(pairs, start, within.start):
            continue
        text = ""
        for end in range(start, within.stop):
            if pairs.of_edited[end] >= 0 or not _is_word(pairs, end):
                break
            text += pairs.edited[end].text
            if len(text) > longest:
                break
            if not pairs.edited[end].is_space and _ends_a_word(pairs, end, within.stop):
                yield list(range(start, end + 1))


def _is_word(pairs: Aligned, other: int) -> bool:
    return pairs.edited[other].kind in {"word", "value"}


def _is_of_words(pairs: Aligned, new: Sequence[int]) -> bool:
    """Tell whether words follow one another, with no note, picture, end or other value between them."""
    return new[-1] - new[0] == len(new) - 1 and all(_is_word(pairs, other) for other in new)


def _begins_a_word(pairs: Aligned, other: int, first: int) -> bool:
    """Tell whether no letter stands before a token to which it belongs."""
    before = pairs.edited[other - 1].text if other > first else ""
    return not (before[-1:].isalnum() and pairs.edited[other].text[:1].isalnum())


def _ends_a_word(pairs: Aligned, other: int, stop: int) -> bool:
    behind = pairs.edited[other + 1].text if other + 1 < stop else ""
    return not (behind[:1].isalnum() and pairs.edited[other].text[-1:].isalnum())


def _without_spaces(pairs: Aligned, new: list[int]) -> list[int]:
    while new and pairs.edited[new[0]].is_space:
        new = new[1:]
    while new and pairs.edited[new[-1]].is_space:
        new = new[:-1]
    return new
