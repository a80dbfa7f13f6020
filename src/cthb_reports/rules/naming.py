"""What a record is called in a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cthb_reports.models.facts import known

if TYPE_CHECKING:
    from pydantic import BaseModel

_NAMES = ("title", "action", "campaign", "called", "at", "topic", "id")


def called(record: BaseModel) -> str:
    """Return what the author would call a record, in quotation marks."""
    names = (known(getattr(record, field, None)) for field in _NAMES)
    return next((repr(str(name)) for name in names if name), "this record")
