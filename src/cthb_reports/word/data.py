"""Changes of records made in plain data, to see what would come of them before any file is touched."""

from __future__ import annotations

import copy
import itertools
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from cthb_reports import phrasing
from cthb_reports.kinds.lookup import value_at
from cthb_reports.models.activities import Place
from cthb_reports.models.facts import known
from cthb_reports.models.states import State
from cthb_reports.sources.editing import Append, Assign, Remove

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds import Report
    from cthb_reports.sources.editing import Change


def with_changes(data: dict[str, Any], changes: Iterable[Change]) -> dict[str, Any]:
    """Return data with some changes; all paths lead to fields as they are before any of them."""
    changed = copy.deepcopy(data)
    gone: list[FieldPath] = []
    for change in changes:
        match change:
            case Assign(path=path, value=value):
                holder = _holder(changed, path)
                holder[path[-1]] = copy.deepcopy(value)
            case Append(path=path, value=value):
                holder = _holder(changed, path)
                holder.setdefault(path[-1], []).append(copy.deepcopy(value))
            case Remove(path=path):
                gone.append(path)
    for path in sorted(gone, key=str, reverse=True):
        holder = _holder(changed, path)
        if isinstance(holder, dict):
            holder.pop(path[-1], None)
        else:
            del holder[path[-1]]
    return changed


def _holder(data: Any, path: FieldPath) -> Any:
    for step, after in itertools.pairwise(path):
        data = data.setdefault(step, [] if isinstance(after, int) else {}) if isinstance(data, dict) else data[step]
    return data


def settled(report: Report, data: dict[str, Any], path: FieldPath, value: object) -> Assign:
    """Return how a value is put at a field, be its record written out or in one text: `Vicenza, Italy`.

    Args:
        report: The records.
        data: The same as their author wrote them.
        path: The field.
        value: Plain data.
    """
    here: Any = data
    for length, step in enumerate(path):
        if isinstance(here, str):
            return _in_text(report, path[:length], path[length:], value)
        if here is None:
            break
        here = here.get(step) if isinstance(here, dict) else here[step]
    return Assign(path, _as_named(here, value))


def _as_named(before: object, value: object) -> object:
    """Return a State by its code where its author has named the one before so."""
    if isinstance(before, str) and isinstance(value, str) and _CODE.fullmatch(before):
        with suppress(ValueError):
            return State.parse(value).code
    return value


_CODE = re.compile("[A-Z]{2,3}")


def _in_text(report: Report, path: FieldPath, rest: FieldPath, value: object) -> Assign:
    record = value_at(report, path)
    if not isinstance(record, Place):
        return Assign(path, value)  # a donor or a seconding State, whose name alone stands for it
    country = known(record.country)
    named = phrasing.state_name(country, report.delivered, article=False) if country else None
    parts = {"city": known(record.city), "country": named, str(rest[0]): value}
    if not isinstance(rest[0], str) or set(parts) > {"city", "country"} or not parts["city"]:
        return Assign(path, {name: str(part) for name, part in parts.items() if part})
    return Assign(path, ", ".join(str(part) for part in (parts["city"], parts["country"]) if part))
