"""Changes as asked for, made into changes that each touch one value of the files."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final

from cthb_reports.errors import UnwritableError
from cthb_reports.findings import field_text
from cthb_reports.sources.editing.changes import Append, Assign, Remove
from cthb_reports.sources.editing.plain import checked, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cthb_reports.findings import FieldPath
    from cthb_reports.sources.editing.changes import Change

MISSING: Final = object()
"""What stands at a path that leads to nothing."""


def settled(data: dict[str, Any], changes: Iterable[Change]) -> list[Change]:
    """Return what is to be done, each of it within one list or record that exists and to one of its members.

    What is already so is left out; lists and records that replace others become the differences between them; a new value
    comes with the records that hold it; records and lists left empty are removed themselves.

    Raises:
        UnwritableError: A path leads to nothing, or two changes contradict each other.
    """
    plan = _Plan(data)
    for change in changes:
        plan.take(change)
    return plan.finished()


def at(data: Any, path: FieldPath) -> Any:
    """Return what stands at a path, or `MISSING`."""
    for step in path:
        if isinstance(data, dict):
            data = data.get(step, MISSING)
        else:
            is_entry = isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data)
            data = data[step] if is_entry else MISSING
    return data


class _Plan:
    def __init__(self, data: dict[str, Any]) -> None:
        self._data = data
        self._asked: set[FieldPath] = set()
        self._assigned: dict[FieldPath, Assign] = {}
        self._appended: list[Append] = []
        self._removed: set[FieldPath] = set()

    def take(self, change: Change) -> None:
        if isinstance(change, Append):
            self._append(change.path, checked(change.path, change.value))
            return
        if not change.path:
            raise UnwritableError("the report", "it cannot be replaced or removed as a whole")
        if change.path in self._asked:
            raise UnwritableError(field_text(change.path), "two changes are asked for")
        self._asked.add(change.path)
        if isinstance(change, Remove):
            self._remove(change.path)
        else:
            self._assign(Assign(change.path, checked(change.path, change.value), change.after))

    def finished(self) -> list[Change]:
        self._fold_removed()
        for path in (*self._assigned, *(append.path for append in self._appended)):
            if any(path[:length] in self._removed for length in range(1, len(path) + 1)):
                raise UnwritableError(field_text(path), "it is to be changed, and to be removed")
        removed = [
            path for path in self._removed if not any(path[:length] in self._removed for length in range(len(path)))
        ]
        # The last entry of a list first, so that the others keep their places.
        return [*self._assigned.values(), *self._appended, *map(Remove, sorted(removed, key=_position, reverse=True))]

    def _assign(self, change: Assign) -> None:
        old = at(self._data, change.path)
        if old is MISSING:
            self._add(change)
            return
        for difference in differences(old, change):
            if isinstance(difference, Remove):
                self._removed.add(difference.path)
            elif isinstance(difference, Append):
                self._appended.append(difference)
            else:
                self._assigned[difference.path] = difference

    def _append(self, path: FieldPath, value: object) -> None:
        old = at(self._data, path)
        if isinstance(old, list) and old:
            self._appended.append(Append(path, value))
        elif path in self._assigned and isinstance(made := self._assigned[path].value, list):
            made.append(value)
        elif old is None or old == []:
            self._assigned[path] = Assign(path, [value])
        elif old is MISSING:
            self._add(Assign(path, [value]))
        else:
            raise UnwritableError(field_text(path), "it is no list that could take another entry")

    def _remove(self, path: FieldPath) -> None:
        if at(self._data, path) is MISSING:
            raise UnwritableError(field_text(path), "it does not exist, and cannot be removed")
        self._removed.add(path)

    def _add(self, change: Assign) -> None:
        """Add a value that does not exist, with the records that do not exist either."""
        path, value, after = change.path, change.value, change.after
        while at(self._data, path[:-1]) in (MISSING, None):
            path, value, after = path[:-1], {path[-1]: value}, None
        fits = isinstance(path[-1], str) and isinstance(at(self._data, path[:-1]), dict)
        if not fits and at(self._data, path) is not None:
            raise UnwritableError(field_text(change.path), f"`{field_text(path[:-1])}` is no record that could hold it")
        if path in self._assigned:
            value = _merged(self._assigned[path].value, value, change)
        self._assigned[path] = Assign(path, value, after)

    def _fold_removed(self) -> None:
        """Remove records and lists of which nothing would be left."""
        added = [*self._assigned, *(append.path for append in self._appended)]
        for length in range(max(map(len, self._removed), default=0) - 1, -1, -1):
            for holder in {path[:length] for path in self._removed if len(path) == length + 1}:
                if any(path[:length] == holder for path in added):
                    continue
                if {(*holder, step) for step in _steps(at(self._data, holder))} <= self._removed:
                    self._removed.add(holder)
        if () in self._removed:
            raise UnwritableError("the report", "nothing would be left of it")


def _steps(holder: Any) -> Iterable[str | int]:
    return holder if isinstance(holder, dict) else range(len(holder))


def _position(path: FieldPath) -> tuple[tuple[int, str], ...]:
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in path)


def _merged(one: object, other: object, change: Assign) -> object:
    """Return two new records as one."""
    if not (isinstance(one, dict) and isinstance(other, dict)):
        raise UnwritableError(field_text(change.path), "two changes are asked for")
    both = dict(one)
    for key, value in other.items():
        both[key] = _merged(both[key], value, change) if key in both else value
    return both


def differences(old: object, change: Assign) -> Iterator[Change]:
    """Yield what makes a value another one; nothing where it is the same."""
    if same(old, change.value):
        return
    if isinstance(old, dict) and isinstance(change.value, dict) and old and change.value:
        yield from _of_records(change.path, old, change.value)
    elif isinstance(old, list) and isinstance(change.value, list) and old and change.value:
        yield from _of_lists(change.path, old, change.value)
    else:
        yield change


def _of_records(path: FieldPath, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    after = None
    for key, value in new.items():
        assign = Assign((*path, key), value, after)
        if key in old:
            yield from differences(old[key], assign)
        else:
            yield assign
        after = key
    yield from (Remove((*path, key)) for key in old if key not in new)


def _of_lists(path: FieldPath, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Change]:
    left_out = _left_out(old, new)
    if left_out is not None:
        yield from (Remove((*path, index)) for index in left_out)
        return
    for index, (one, other) in enumerate(zip_longest(old, new, fillvalue=MISSING)):
        if other is MISSING:
            yield Remove((*path, index))
        elif one is MISSING:
            yield Append(path, other)
        else:
            yield from differences(one, Assign((*path, index), other))


def _left_out(old: Sequence[Any], new: Sequence[Any]) -> list[int] | None:
    """Return which entries a list has lost, or `None` where it has not only lost some."""
    lost = []
    rest = list(new)
    for index, entry in enumerate(old):
        if rest and same(entry, rest[0]):
            rest.pop(0)
        else:
            lost.append(index)
    return None if rest else lost
