"""Which piece of one version is which of another, and which of them are not where they were."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from cthb_reports.document import Table
from cthb_reports.word.redline.sequences import codes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cthb_reports.word.redline.pieces import Piece

_ALIKE = 0.5
"""Two pieces with more in common than this are two versions of one."""
_ALIKE_OF_ONE_RECORD = 0.25
"""The same of two that tell the same record."""
_ALIKE_ELSEWHERE = 0.7
"""The same of two that tell no record and are not in the same place."""
_FEWEST = 3
"""What has fewer words than these is not moved, but is gone here and new there."""
_MOST = 250_000
"""With no more pairs than these each is looked at, so that two long texts without a common word take no hour."""
_NEARBY = 30
"""What is not farther apart than this, in paragraphs that have no pair yet, is looked at even in long texts."""


@dataclass(frozen=True, slots=True)
class Step:
    """What comes next when two versions are told in one.

    Args:
        kind: Whether both have it here, or what became of it.
        old: Its number in the older version, or `None`; of a move also its number in the other place.
        new: Its number in the newer version, likewise.
    """

    kind: Literal["kept", "deleted", "inserted", "moved from", "moved to"]
    old: int | None
    new: int | None


def steps(
    old: Sequence[Piece],
    new: Sequence[Piece],
    *,
    moves: bool = False,
    first: bool = False,
    last: bool = False,
) -> list[Step]:
    """Return how one version becomes another: every piece of both, the old ones before the new ones in each gap.

    Args:
        old: The older version.
        new: The newer one.
        moves: Whether a piece may be moved; else it is deleted here and inserted there.
        first: Whether the first pieces are two versions of one whatever they hold.
        last: The same of the last ones, where neither is a version of another.
    """
    pairing = _Pairing(old, new)
    if first and old and new:
        pairing.take(0, 0)
    pairing.find(anywhere=moves)
    if last and old and new:
        pairing.take(len(old) - 1, len(new) - 1)
    found = pairing.pairs
    kept = _in_order(found)
    moved = {
        before: after for before, after in found.items() if before not in kept and moves and _may_move(old[before])
    }
    came = {after: before for before, after in moved.items()}
    return list(_told(len(old), len(new), kept, moved, came))


def _told(olds: int, news: int, kept: dict[int, int], moved: dict[int, int], came: dict[int, int]) -> Iterator[Step]:
    before = after = 0
    for here, there in [*sorted(kept.items()), (olds, news)]:
        for number in range(before, here):
            yield Step("moved from" if number in moved else "deleted", number, moved.get(number))
        for number in range(after, there):
            yield Step("moved to" if number in came else "inserted", came.get(number), number)
        if here < olds:
            yield Step("kept", here, there)
        before, after = here + 1, there + 1


def pairs(old: Sequence[Piece], new: Sequence[Piece]) -> dict[int, int]:
    """Return which pieces are two versions of one, by their numbers, in whatever order they stand."""
    pairing = _Pairing(old, new)
    pairing.find(anywhere=True)
    return pairing.pairs


class _Pairing:
    def __init__(self, old: Sequence[Piece], new: Sequence[Piece]) -> None:
        self._old, self._new = old, new
        self.pairs: dict[int, int] = {}
        self._taken: set[int] = set()

    def take(self, before: int, after: int) -> None:
        if before not in self.pairs and after not in self._taken and self._old[before].shape == self._new[after].shape:
            self.pairs[before] = after
            self._taken.add(after)

    def find(self, *, anywhere: bool) -> None:
        self._same_in_order()
        if anywhere:
            self._same_anywhere()
        self._alike()

    def _free(self) -> tuple[list[int], list[int]]:
        return (
            [number for number in range(len(self._old)) if number not in self.pairs],
            [number for number in range(len(self._new)) if number not in self._taken],
        )

    def _same_in_order(self) -> None:
        """Pair what is the same in both as far as it stands in the same order."""
        before, after = self._free()
        keys = [(self._old[number].shape, self._old[number].text) for number in before]
        others = [(self._new[number].shape, self._new[number].text) for number in after]
        for what, first, last, other, _ in codes(keys, others):
            for number in range(last - first if what == "equal" else 0):
                self.take(before[first + number], after[other + number])

    def _same_anywhere(self) -> None:
        """Pair what is the same in both, wherever it stands."""
        before, after = self._free()
        places: dict[object, list[int]] = defaultdict(list)
        for number in reversed(after):
            places[self._new[number].shape, self._new[number].text].append(number)
        for number in before:
            if found := places.get((self._old[number].shape, self._old[number].text)):
                self.take(number, found.pop())

    def _alike(self) -> None:
        """Pair what tells the same record or has most words in common, the most alike first."""
        ranked = sorted(
            (-likeness, abs(one - other), one, other)
            for one, other in self._candidates()
            if (likeness := self._likeness(one, other)) > 0
        )
        for _, _, one, other in ranked:
            self.take(one, other)

    def _candidates(self) -> Iterator[tuple[int, int]]:
        """Yield what may be two versions of one; of long texts only what tells one record or stands nearby."""
        before, after = self._free()
        are_few = len(before) * len(after) <= _MOST
        for at, one in enumerate(before):
            centre = at * len(after) // len(before)
            for number, other in enumerate(after):
                if are_few or abs(number - centre) <= _NEARBY or self._old[one].records & self._new[other].records:
                    yield one, other

    def _likeness(self, before: int, after: int) -> float:
        """Return how much two pieces have in common; 0 if they are two things."""
        old, new = self._old[before], self._new[after]
        if old.shape != new.shape:
            return 0.0
        count = old.words.total() + new.words.total()
        share = 2 * (old.words & new.words).total() / count if count else 0.0
        of_one = bool(old.records & new.records)
        two = bool(old.records or new.records) and not of_one
        if share <= (_ALIKE_OF_ONE_RECORD if of_one else _ALIKE_ELSEWHERE if two else _ALIKE):
            return 0.0
        return share + of_one


def _in_order(pairs: dict[int, int]) -> dict[int, int]:
    """Return as many pairs as possible that stand in the same order in both versions."""
    tails: list[int] = []
    ends: list[int] = []
    previous: dict[int, int | None] = {}
    for before, after in sorted(pairs.items()):
        at = bisect_left(tails, after)
        previous[before] = ends[at - 1] if at else None
        tails[at : at + 1] = [after]
        ends[at : at + 1] = [before]
    kept: dict[int, int] = {}
    last = ends[-1] if ends else None
    while last is not None:
        kept[last] = pairs[last]
        last = previous[last]
    return kept


def _may_move(piece: Piece) -> bool:
    # WordprocessingML has no rows that were moved (ECMA-376, CT_TrPr).
    return piece.words.total() >= _FEWEST and not isinstance(piece.content, Table)
