"""A State as a value of a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

from cthb_reports import reference
from cthb_reports.models.scalars import TextValue

if TYPE_CHECKING:
    from cthb_reports.reference import StateRecord


@dataclass(frozen=True, slots=True)
class State(TextValue):
    """A participating State or Partner for Co-operation, held by its ISO 3166-1 alpha-2 code; `NO` is Norway."""

    code: str

    what: ClassVar[str] = "a participating State or Partner for Co-operation, by English name or ISO code"
    examples: ClassVar[tuple[str, ...]] = ("Kazakhstan", "KZ", "the Holy See", "UK")

    def __post_init__(self) -> None:
        reference.state(self.code)

    def __str__(self) -> str:
        return self.code

    @property
    def record(self) -> StateRecord:
        """What the reference knows of the State: its names, status and codes."""
        return reference.state(self.code)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the State of a name of any date, an alias or an ISO code; case and article do not matter.

        Raises:
            ValueError: No State is called so; the message offers close names.
        """
        return cls(reference.find_state(text).code)
