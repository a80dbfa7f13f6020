"""As much of a model as faulty data make, so that what is right in them can be looked at too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel

from cthb_reports.models import checking

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cthb_reports.findings import FieldPath

M = TypeVar("M", bound=BaseModel)

_GONE = object()
_MOST_ROUNDS = 64
"""A record without a field it needs takes the record around it along, and so on outwards; no data are nested deeper."""


@dataclass(frozen=True)
class Salvaged(Generic[M]):
    """A model without what was faulty.

    Args:
        model: The model.
        kept: Of each list of the model, by its path, the places that its entries have in the data.
        lost: The ids of records that were left out.
    """

    model: M
    kept: Mapping[FieldPath, tuple[int, ...]]
    lost: frozenset[str]

    def original(self, path: FieldPath) -> FieldPath:
        """Return the path in the data of a value of the model."""
        return _original(path, self.kept)


def salvage(model: type[M], data: Mapping[str, Any], stand_ins: Mapping[str, Any]) -> Salvaged[M] | None:
    """Return a model of all in the data that has no fault, or `None` where nothing can be made of them.

    Args:
        model: What they should make.
        data: Records as read.
        stand_ins: Values for fields at the top that a model cannot do without.
    """
    rest = _Rest(data)
    for _ in range(_MOST_ROUNDS):
        compacted, kept = rest.compacted()
        made, faults = checking.check(model, compacted)
        if made is not None:
            return Salvaged(made, kept, frozenset(rest.lost))
        rest.drop((_original(path, kept) for path in _holders(faults)), stand_ins)
    return None


def _holders(faults: Iterable[checking.Fault]) -> Iterable[FieldPath]:
    """Return what must go, each once: a faulty value, an unknown key, the record around a missing field."""
    return dict.fromkeys(
        fault.field[:-1] if fault.code == "D101" and len(fault.field) > 1 else fault.field for fault in faults
    )


def _original(path: FieldPath, kept: Mapping[FieldPath, tuple[int, ...]]) -> FieldPath:
    steps = enumerate(path)
    return tuple(kept[path[:n]][step] if isinstance(step, int) and path[:n] in kept else step for n, step in steps)


class _Rest:
    """Data from which faulty parts are taken; entries of lists leave a gap, so that the others keep their places."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = _compacted(dict(data), (), {})
        self.lost: set[str] = set()

    def compacted(self) -> tuple[dict[str, Any], dict[FieldPath, tuple[int, ...]]]:
        kept: dict[FieldPath, tuple[int, ...]] = {}
        return _compacted(self._data, (), kept), kept

    def drop(self, paths: Iterable[FieldPath], stand_ins: Mapping[str, Any]) -> None:
        for path in paths:
            if path[0] in stand_ins and path[0] not in self._data:
                self._data[path[0]] = _compacted(stand_ins[str(path[0])], (), {})
            else:
                self._drop(path)

    def _drop(self, path: FieldPath) -> None:
        """Take out what stands at a path, or the text on the way that stands for a whole record."""
        holder, last = self._data, path[0]
        for step in path[1:]:
            if not isinstance(_held(holder, last), dict | list):
                break
            holder, last = _held(holder, last), step
        self.lost |= set(_ids(_held(holder, last)))
        if isinstance(holder, dict):
            holder.pop(last, None)
        else:
            holder[last] = _GONE


def _held(holder: Any, step: str | int) -> Any:
    if isinstance(holder, dict):
        return holder.get(step)
    return holder[step] if isinstance(step, int) and step < len(holder) else None


def _compacted(value: Any, path: FieldPath, kept: dict[FieldPath, tuple[int, ...]]) -> Any:
    """Return a copy without gaps, and note for each list which entries are left."""
    if isinstance(value, dict):
        return {key: _compacted(item, (*path, key), kept) for key, item in value.items()}
    if isinstance(value, list):
        kept[path] = tuple(index for index, item in enumerate(value) if item is not _GONE)
        return [_compacted(value[index], (*path, place), kept) for place, index in enumerate(kept[path])]
    return value


def _ids(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for item in value.values():
            yield from _ids(item)
    elif isinstance(value, list):
        for item in value:
            yield from _ids(item)
