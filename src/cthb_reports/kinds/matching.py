"""Which record of one report is which of another: the same thing, whatever its place and whatever else is said of it."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from cthb_reports.models.base import fields_of
from cthb_reports.models.facts import Pending

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds.report import Report

_NAMING = ("title", "called", "campaign", "at", "state", "party", "partner", "name", "short", "block", "who", "audience", "ordinal", "topic", "counts", "action", "reason", "rule", "city", "to")  # fmt: skip
"""Fields by which a thing is told from others in its list, the best first."""

OF_THE_TEXT = frozenset({"id", "section", "theme", "order", "said", "joins", "turns", "supplied_by", "cleared"})
"""Fields that say where and how a record is told: alike in what has nothing else in common."""

_ALIKE = 0.5
"""What has more than this in common is the same thing, edited."""


def matched(old: Report, new: Report) -> dict[FieldPath, FieldPath]:
    """Return, of each entry of a list of one report, the entry of another that is the same thing.

    Entries are looked for in the same list only: by their id, then by being equal, by what names them, and last by having most
    in common. Lists within entries follow their entries. What is in no pair was added or removed.

    Args:
        old: The report whose paths are the keys.
        new: The report whose paths are the values; each is there once.
    """
    found: dict[FieldPath, FieldPath] = {}
    waiting: list[tuple[FieldPath, object, FieldPath, object]] = [((), old, (), new)]
    while waiting:
        path, before, other, after = waiting.pop()
        if isinstance(before, tuple) and isinstance(after, tuple):
            for index, match in sorted(_pairs(before, after).items()):
                found[*path, index] = (*other, match)
                waiting.append(((*path, index), before[index], (*other, match), after[match]))
        elif isinstance(before, BaseModel) and type(before) is type(after):
            waiting += [
                ((*path, field.name), getattr(before, name), (*other, field.name), getattr(after, name))
                for name, field in fields_of(type(before))
            ]
    return found


def mapped(path: FieldPath, matching: Mapping[FieldPath, FieldPath]) -> FieldPath | None:
    """Return where a field of the old report stands in the new one; `None` if the record that it belongs to is gone.

    Args:
        path: A path of the old report.
        matching: See `matched`.
    """
    made: FieldPath = ()
    for end, step in enumerate(path, 1):
        if isinstance(step, int):
            match = matching.get(path[:end])
            if match is None:
                return None
            made = match
        else:
            made = (*made, step)
    return made


def _pairs(old: tuple[Any, ...], new: tuple[Any, ...]) -> dict[int, int]:
    """Return the numbers of entries of one list with those of the same things in another."""
    pairing = _Pairing(old, new)
    pairing.by(_id)
    pairing.by(_itself)
    pairing.by_name()
    pairing.by_likeness()
    pairing.by_neighbours()
    return pairing.pairs


class _Pairing:
    def __init__(self, old: tuple[Any, ...], new: tuple[Any, ...]) -> None:
        self._old, self._new = old, new
        self.pairs: dict[int, int] = {}
        self._taken: set[int] = set()

    def _pair(self, before: int, after: int) -> None:
        self.pairs[before] = after
        self._taken.add(after)

    def _free(self) -> tuple[list[int], list[int]]:
        return (
            [index for index in range(len(self._old)) if index not in self.pairs],
            [index for index in range(len(self._new)) if index not in self._taken],
        )

    def _groups(self, key: Callable[[Any], Hashable | None]) -> Iterable[tuple[list[int], list[int]]]:
        """Return the free entries of both lists that have a key in common, in the order of the old list."""
        groups: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side, (values, free) in enumerate(zip((self._old, self._new), self._free(), strict=True)):
            for index in free:
                if (found := key(values[index])) is not None:
                    groups[type(values[index]), found][side].append(index)
        return groups.values()

    def by(self, key: Callable[[Any], Hashable | None]) -> None:
        """Pair what has the same key, the first with the first."""
        for before, after in self._groups(key):
            for pair in zip(before, after, strict=False):
                self._pair(*pair)

    def by_name(self) -> None:
        """Pair what has the same name; of several, those that are most alike."""
        for before, after in self._groups(_name):
            self._most_alike(itertools.product(before, after))

    def by_likeness(self) -> None:
        """Pair what has most in common."""
        self._most_alike(itertools.product(*self._free()), above=_ALIKE)

    def _most_alike(self, candidates: Iterable[tuple[int, int]], above: float = -1) -> None:
        """Pair the most alike first, and among equals the first with the first."""
        ranked = [
            (-likeness, before, after)
            for before, after in candidates
            if not _are_two(self._old[before], self._new[after])
            and (likeness := _likeness(self._old[before], self._new[after])) > above
        ]
        for _, before, after in sorted(ranked):
            if before not in self.pairs and after not in self._taken:
                self._pair(before, after)

    def by_neighbours(self) -> None:
        """Pair a fact to come with what stands in its place, alone between the same neighbours."""
        free = self._free()
        for before in free[0]:
            after = self.pairs.get(before - 1, -1 if before == 0 else _NOWHERE) + 1
            following = self.pairs.get(before + 1, len(self._new) if before + 1 == len(self._old) else _NOWHERE)
            if after in free[1] and following == after + 1 and self._is_to_come(before, after):
                self._pair(before, after)

    def _is_to_come(self, before: int, after: int) -> bool:
        return isinstance(self._old[before], Pending) or isinstance(self._new[after], Pending)


_NOWHERE = -2


def _id(value: Any) -> Hashable | None:
    found: str | None = getattr(value, "id", None) if isinstance(value, BaseModel) else None
    return found


def _itself(value: Any) -> Hashable | None:
    made: Hashable = value
    return made


def _name(value: Any) -> Hashable | None:
    """Return what names a record, with the field that does."""
    if isinstance(value, BaseModel):
        for field in _NAMING:
            found: Hashable | None = getattr(value, field, None)
            if found and not isinstance(found, Pending):
                return field, found
    return None


def _are_two(old: Any, new: Any) -> bool:
    """Tell whether two records are sure to be two: each has an id, and not the same."""
    return _id(old) is not None and _id(new) is not None and _id(old) != _id(new)


def _likeness(old: Any, new: Any) -> float:
    """Return how much two values have in common, from 0 to 1."""
    if type(old) is not type(new):
        return 0.0
    if old == new:
        return 1.0
    if isinstance(old, BaseModel):
        shares = list(_shares(old, new))
        return sum(shares) / len(shares) if shares else 0.0
    if isinstance(old, tuple):
        return _in_common(old, new)
    return _in_common(old.split(), new.split()) if isinstance(old, str) and not isinstance(old, StrEnum) else 0.0


def _shares(old: BaseModel, new: BaseModel) -> Iterable[float]:
    """Yield how much each fact that one of two records has is that of the other; a choice of a few says nothing."""
    for name, field in fields_of(type(old)):
        before, after = getattr(old, name), getattr(new, name)
        told = [value for value in (before, after) if value not in (None, ())]
        if field.name not in OF_THE_TEXT and told and not isinstance(told[0], bool | StrEnum):
            yield _likeness(before, after)


def _in_common(old: Sequence[Hashable], new: Sequence[Hashable]) -> float:
    before, after = Counter(old), Counter(new)
    return 2 * (before & after).total() / (before.total() + after.total())
