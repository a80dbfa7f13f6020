"""Where values stand in a draft that came back, by the words around them: bookmarks alone are not to be trusted.

LibreOffice leaves the bookmark of a value that was typed over about one letter or about nothing, lets it grow over what was
typed before it, and moves its end by a letter where there are comments. So a value whose bookmark holds other words than it did
is looked for anew: it is what stands between the words that stood beside it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from cthb_reports.word.stretches import stretches
from cthb_reports.word.tokens import plain, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cthb_reports.word.tokens import Token

_Key = tuple[str, ...]


def recut(base: Sequence[Token], edited: Sequence[Token], homes: Sequence[int]) -> tuple[list[Token], list[int]]:
    """Return edited tokens in which each value is what stands in its place, and the paragraph of each.

    Args:
        base: The tokens of some paragraphs as they were made.
        edited: Those of the same as they came back.
        homes: Of each edited token its paragraph.
    """
    doubtful = _doubtful(base, edited)
    if not doubtful:
        return list(edited), list(homes)
    ours = [(token, owner) for owner, token in enumerate(base) for token in _loose(token, doubtful)]
    theirs = [(token, home) for token, home in zip(edited, homes, strict=True) for token in _loose(token, doubtful)]
    places = _places([_key(token) for token, _ in ours], [_key(token) for token, _ in theirs])
    ranges = _ranges(base, ours, [token for token, _ in theirs], places, doubtful)
    return _cut(theirs, ranges)


def _doubtful(base: Sequence[Token], edited: Sequence[Token]) -> set[str]:
    """Return the marks of values of which no bookmark holds the words that it did; a control is to be trusted."""
    held = defaultdict(list)
    for token in edited:
        if token.kind == "value":
            held[token.value].append(token)
    return {
        token.value
        for token in base
        if token.kind == "value"
        and not any(one.is_controlled or plain(one.text) == plain(token.text) for one in held[token.value])
    }


def _loose(token: Token, doubtful: set[str]) -> Iterator[Token]:
    if token.kind == "value" and token.value in doubtful:
        yield from words_of(token)
    else:
        yield token


def _key(token: Token) -> _Key:
    return ("word", plain(token.text) or " ") if token.kind == "word" else token.key


def _places(ours: Sequence[_Key], theirs: Sequence[_Key]) -> list[int]:
    """Return of each token as it was made the one that it is now, or -1."""
    places = [-1] * len(ours)
    start = first = 0
    for hunk in [*stretches(ours, theirs), (len(ours), 0, len(theirs), 0)]:
        for offset in range(hunk[0] - start):
            places[start + offset] = first + offset
        start, first = hunk[1], hunk[3]
    return places


def _ranges(
    base: Sequence[Token],
    ours: Sequence[tuple[Token, int]],
    theirs: Sequence[Token],
    places: Sequence[int],
    doubtful: set[str],
) -> dict[int, tuple[int, str, bool]]:
    """Return where values begin: where they end, their marks, and whether all that was typed beside them is in them."""
    spans: dict[int, list[int]] = defaultdict(list)
    for number, (_, owner) in enumerate(ours):
        if base[owner].kind == "value" and base[owner].value in doubtful:
            spans[owner].append(number)
    found: dict[int, tuple[int, str, bool]] = {}
    taken: set[int] = set()
    for owner, numbers in spans.items():
        start, end, sure = _range(ours, theirs, places, numbers)
        span = set(range(start, end))
        if span and not span & taken and all(theirs[one].kind == "word" for one in span):
            found[start] = (end, base[owner].value, sure)
            taken |= span
    return found


def _range(
    ours: Sequence[tuple[Token, int]], theirs: Sequence[Token], places: Sequence[int], numbers: Sequence[int]
) -> tuple[int, int, bool]:
    own = [places[number] for number in numbers]
    if min(own) >= 0 and own == list(range(own[0], own[-1] + 1)):
        return own[0], own[-1] + 1, False
    before, behind = _left(ours, places, numbers[0]), _right(ours, theirs, places, numbers[-1] + 1)
    if before is None or behind is None:
        return 0, 0, False
    start, end = before, behind
    while start < end and theirs[start].is_space:
        start += 1
    while end > start and theirs[end - 1].is_space:
        end -= 1
    return start, end, True


def _left(ours: Sequence[tuple[Token, int]], places: Sequence[int], start: int) -> int | None:
    """Return where a value may begin at the earliest; `None` where what stood before it is another text.

    A space alone says nothing: any space is like it.
    """
    if start == 0:
        return 0
    at = start - 1
    if places[at] < 0:
        return None
    if ours[at][0].is_space and at > 0 and places[at - 1] != places[at] - 1:
        return None
    return places[at] + 1


def _right(ours: Sequence[tuple[Token, int]], theirs: Sequence[Token], places: Sequence[int], end: int) -> int | None:
    if end == len(ours):
        return len(theirs)
    if places[end] < 0:
        return None
    if ours[end][0].is_space and end + 1 < len(ours) and places[end + 1] != places[end] + 1:
        return None
    return places[end]


def _cut(
    theirs: Sequence[tuple[Token, int]], ranges: dict[int, tuple[int, str, bool]]
) -> tuple[list[Token], list[int]]:
    found: list[Token] = []
    homes: list[int] = []
    at = 0
    while at < len(theirs):
        token, home = theirs[at]
        end, mark, sure = ranges.get(at, (at + 1, "", False))
        if mark:
            run = [one for one, _ in theirs[at:end]]
            token = _value(run, mark, sure=sure)
        found.append(token)
        homes.append(home)
        at = end
    return found, homes


def _value(run: Sequence[Token], mark: str, *, sure: bool) -> Token:
    return replace(
        run[0],
        kind="value",
        text="".join(token.text for token in run),
        value=mark,
        term="",
        signs=tuple(sign for token in run for sign in token.signs),
        is_sure=sure,
    )
