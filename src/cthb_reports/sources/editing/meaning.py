"""What a file is to hold after changes, worked out on its data alone, so that the text can be measured against it."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

from cthb_reports.sources.editing.changes import Append, Assign
from cthb_reports.sources.editing.plain import as_read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cthb_reports.sources.editing.changes import Change

NOTHING: Final = object()
"""What a file holds that is to be deleted."""


def meant(data: Any, changes: Sequence[Change], *, is_json: bool) -> Any:
    """Return what is to be read from a file after changes, or `NOTHING`; a lone record that gets company is a list then.

    Args:
        data: What the file holds now.
        changes: What to do, entries of a list removed from the last to the first; paths lead from what the file holds.
        is_json: Whether the file is JSON.
    """
    root = {"": deepcopy(data)}
    gone = False
    # A lone record is changed before it becomes an entry.
    for change in sorted(changes, key=lambda change: isinstance(change, Append) and not change.path):
        path = ("", *change.path)
        if isinstance(change, Append):
            _append(root, path, as_read(change.value, is_json=is_json))
        elif isinstance(change, Assign):
            _within(root, path[:-1])[path[-1]] = as_read(change.value, is_json=is_json)
        elif change.path:
            del _within(root, path[:-1])[path[-1]]
        else:
            gone = True
    left = root[""]
    if gone and any(isinstance(change, Append) for change in changes):
        return left[1:]
    return NOTHING if gone or left == [] else left


def _within(data: Any, path: Sequence[str | int]) -> Any:
    for step in path:
        data = data[step]
    return data


def _append(root: dict[str, Any], path: Sequence[str | int], value: Any) -> None:
    holder = _within(root, path[:-1])
    if isinstance(holder[path[-1]], dict):
        holder[path[-1]] = [holder[path[-1]]]
    holder[path[-1]].append(value)
