"""What YAML and JSON files have in common: a tree of values with places."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from cthb_reports.sources.faults import Fault, UnreadableError

if TYPE_CHECKING:
    from cthb_reports.findings import Location
    from cthb_reports.sources.places import Place

MAX_DEPTH: Final = 64
"""How many lists and records may stand in one another; few enough for functions that call themselves."""


@dataclass(slots=True)
class Scalar:
    """A text, a number, true, false or nothing."""

    place: Place
    value: str | float | bool | None


@dataclass(slots=True)
class Branch:
    """A list: its items; or a record: a name, its value, the next name, its value, and so on."""

    place: Place
    is_record: bool
    children: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Alias:
    """A value that stands elsewhere and is repeated here."""

    place: Place
    target: Scalar | Branch


@dataclass(slots=True)
class Broken:
    """A value that could not be read; the finding is made already."""

    place: Place


Node = Scalar | Branch | Alias | Broken


def too_deep(location: Location) -> UnreadableError:
    """Return what to raise on values nested beyond all reason."""
    message = f"values are nested deeper than {MAX_DEPTH} levels"
    return UnreadableError(Fault.TOO_DEEP.found(location, message, "look for a bracket that is opened too often"))
