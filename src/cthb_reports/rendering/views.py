"""What a template sees of a report: read-only views, each a value with the way to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from cthb_reports.models.base import fields_of
from cthb_reports.models.facts import Pending

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cthb_reports.findings import FieldPath
    from cthb_reports.rendering.session import Session


class View:
    """A value of the report and its path.

    An attribute gives the view of a field; a field that is `None` stays `None`, one below a fact still to come is `None`.
    Comparison and truth are those of the value.
    """

    __slots__ = ("path", "session", "value")

    def __init__(self, session: Session, path: FieldPath, value: Any) -> None:
        self.session = session
        self.path = path
        self.value = value

    def __getattr__(self, name: str) -> Any:
        if isinstance(self.value, Pending):
            return None
        if isinstance(self.value, BaseModel):
            self.session.at = self.path
            for attribute, field in fields_of(type(self.value)):
                if attribute == name:
                    return self.child(field.name, getattr(self.value, attribute))
        raise AttributeError(f"{type(self.value).__name__} has no field {name!r}")

    def child(self, step: str | int, value: Any) -> View | None:
        """Return the view of what stands one step below, or `None` where there is nothing."""
        return None if value is None else View(self.session, (*self.path, step), value)

    def __iter__(self) -> Iterator[View]:
        return (View(self.session, (*self.path, index), item) for index, item in enumerate(self.value))

    def __len__(self) -> int:
        return len(self.value)

    def __bool__(self) -> bool:
        return bool(self.value)

    def __eq__(self, other: object) -> bool:
        return bool(self.value == (other.value if isinstance(other, View) else other))

    def __hash__(self) -> int:
        return hash(self.value)

    def __repr__(self) -> str:
        return f"<{'.'.join(map(str, self.path))}: {self.value!r}>"
