"""Changes of records made at random, and what they make of data, worked out on the data alone."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from made_yaml import KEYS, VALUES

from cthb_reports.sources import Append, Assign, Change, Remove

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cthb_reports.findings import FieldPath


def paths(data: Any, path: FieldPath = ()) -> Iterator[FieldPath]:
    if path:
        yield path
    steps = data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ()
    for step in steps:
        yield from paths(data[step], (*path, step))


def at(data: Any, path: FieldPath) -> Any:
    for step in path:
        data = data[step]
    return data


def as_yaml(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: as_yaml(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_yaml(inner) for inner in value]
    return (
        {True: "yes", False: "no"}[value]
        if isinstance(value, bool)
        else str(value)
        if isinstance(value, int)
        else value
    )


@st.composite
def changes(draw: Callable[[Any], Any], data: Any) -> list[Change]:
    """Return a few changes that do not contradict one another: none stands within what another replaces or removes."""
    found: list[Change] = []
    everywhere = list(paths(data))
    for path in draw(st.lists(st.sampled_from(everywhere), min_size=1, max_size=4, unique=True)):
        if any(path[: len(other.path)] == other.path or other.path[: len(path)] == path for other in found):
            continue
        held = at(data, path)
        if isinstance(held, list) and draw(st.booleans()):
            found.append(Append(path, draw(VALUES)))
        elif isinstance(held, dict) and draw(st.booleans()):
            found.append(Assign((*path, draw(KEYS)), draw(VALUES), draw(st.none() | KEYS)))
        elif draw(st.integers(0, 2)) == 0:
            found.append(Remove(path))
        else:
            found.append(Assign(path, draw(VALUES)))
    return found


def done(data: Any, asked: list[Change], told: Callable[[Any], Any]) -> Any:
    """Make the changes on the data alone."""
    root = deepcopy(data)
    removed = [change.path for change in asked if isinstance(change, Remove)]
    for change in asked:
        if isinstance(change, Append):
            at(root, change.path).append(told(change.value))
        elif isinstance(change, Assign):
            at(root, change.path[:-1])[change.path[-1]] = told(change.value)
    for path in sorted(
        removed, key=lambda path: [(step, "") if isinstance(step, int) else (-1, step) for step in path], reverse=True
    ):
        _take_out(root, path)
    return root


def _take_out(root: Any, path: FieldPath) -> None:
    """Remove a value, and what is left empty by that."""
    del at(root, path[:-1])[path[-1]]
    if len(path) > 1 and at(root, path[:-1]) in ([], {}):
        _take_out(root, path[:-1])
