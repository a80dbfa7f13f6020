"""A fact that is known, or still to come."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, ClassVar, Self, TypeVar, Union

from pydantic import Discriminator, Tag

from cthb_reports.models.scalars import TextValue

T = TypeVar("T")

_PENDING = re.compile(r"TBC(?::\s+(?P<note>\S.*))?", re.DOTALL)
_NEARLY_PENDING = re.compile(r"\s*(tbc|tbd|t\.b\.c\.|to be (confirmed|determined|announced))(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pending(TextValue):
    """A fact still to come, written `TBC` or `TBC: what is awaited, from whom, by when`."""

    note: str | None = None

    what: ClassVar[str] = "a fact still to come"
    examples: ClassVar[tuple[str, ...]] = ("TBC", "TBC: figure expected from the field operations by 1 November")
    pattern: ClassVar[str | None] = r"^TBC(: .+)?$"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the fact to come that a text announces.

        Raises:
            ValueError: The text is not `TBC` or `TBC: a note`.
        """
        match = _PENDING.fullmatch(text.strip())
        if not match:
            raise ValueError(f"{text!r} is not 'TBC' or 'TBC: a note'")
        note = match["note"]
        return cls(" ".join(note.split()) if note else None)

    def __str__(self) -> str:
        return f"TBC: {self.note}" if self.note else "TBC"


def looks_pending(value: object) -> bool:
    """Tell whether a value says that it is still to come."""
    return isinstance(value, Pending) or (isinstance(value, str) and _PENDING.fullmatch(value.strip()) is not None)


def nearly_pending(text: str) -> bool:
    """Tell whether a text means to say that a fact is still to come, in another form than ours."""
    return _NEARLY_PENDING.match(text) is not None and not looks_pending(text)


def _tag(value: object) -> str:
    return "<pending>" if looks_pending(value) else "<known>"


Fact = Annotated[
    Union[Annotated[T, Tag("<known>")], Annotated[Pending, Tag("<pending>")]],  # noqa: UP007  # `|` takes no Annotated TypeVar
    Discriminator(_tag),
]
"""`Fact[T]`: a `T`, or `Pending`. The tags cannot be names of fields, since pydantic puts them into its paths."""


def known(fact: T | Pending | None) -> T | None:
    """Return the fact, or `None` where there is none or it is still to come."""
    return None if isinstance(fact, Pending) else fact
