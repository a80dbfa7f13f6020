"""A value of a report by its path, and the records by their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cthb_reports.models.base import attributes_of
from cthb_reports.models.facts import Pending

if TYPE_CHECKING:
    from pydantic import BaseModel

    from cthb_reports.findings import FieldPath


def value_at(root: BaseModel, path: FieldPath) -> Any:
    """Return the value at a path, or `None` where a field on the way is empty or still to come."""
    value: Any = root
    for step in path:
        if value is None or isinstance(value, Pending):
            return None
        value = value[step] if isinstance(step, int) else _field(value, step)
    return value


def _field(model: BaseModel, name: str) -> Any:
    return getattr(model, attributes_of(type(model))[name])
