"""What a template sees of a report: read-only views, each a value with the way to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from cthb_reports.models.base import field_names
from cthb_reports.models.facts import Pending

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cthb_reports.findings import FieldPath
    from cthb_reports.rendering.session import Session


class View:
    """A value of the report and its path.

    An attribute gives the view of a field; a field that is `None` stays `None`, one below a fact still to come is `None`.
    Comparison and truth are those of the value. Its own attributes end in an underscore, which no field does.
    """

    __slots__ = ("path_", "session_", "value_")

    def __init__(self, session: Session, path: FieldPath, value: Any) -> None:
        self.session_ = session
        self.path_ = path
        self.value_ = value

    def __getattr__(self, name: str) -> Any:
        return self.field_(name)

    def field_(self, name: str) -> View | None:
        """Return the view of a field, or `None` where there is nothing.

        Raises:
            AttributeError: The value has no such field.
        """
        value = self.value_
        if isinstance(value, BaseModel):
            self.session_.at = self.path_
            step = field_names(type(value)).get(name)
            if step is not None:
                below = getattr(value, name)
                return None if below is None else View(self.session_, (*self.path_, step), below)
        elif isinstance(value, Pending):
            return None
        raise AttributeError(f"{type(value).__name__} has no field {name!r}")

    def __iter__(self) -> Iterator[View]:
        return (View(self.session_, (*self.path_, index), item) for index, item in enumerate(self.value_))

    def __len__(self) -> int:
        return len(self.value_)

    def __bool__(self) -> bool:
        return bool(self.value_)

    def __eq__(self, other: object) -> bool:
        return bool(self.value_ == (other.value_ if isinstance(other, View) else other))

    def __hash__(self) -> int:
        return hash(self.value_)

    def __repr__(self) -> str:
        return f"<{'.'.join(map(str, self.path_))}: {self.value_!r}>"
