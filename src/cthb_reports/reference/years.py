"""Who held the Chairmanship and the office of Special Representative in a year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from cthb_reports.reference.states import find_state
from cthb_reports.reference.tables import table


@dataclass(frozen=True, slots=True)
class Chairmanship:
    """The State in the chair of the OSCE for a year.

    Args:
        year: The calendar year.
        code: The State, ISO 3166-1 alpha-2: `AT`.
        adjective: As in "the Austrian Chairmanship".
        preferred_name: What that Chair prefers to be called, or `None` where it is the adjective and "Chairmanship".
    """

    year: int
    code: str
    adjective: str
    preferred_name: str | None = None


@dataclass(frozen=True, slots=True)
class SpecialRepresentative:
    """A holder of the office in a year: the family name, and when or how where that was not the whole year."""

    name: str
    note: str | None = None


def chairmanship(year: int) -> Chairmanship | None:
    """Return the Chairmanship of a year, or `None` where the table does not reach."""
    row = _years().get(year)
    return None if row is None else chairmanship_of(row)


def special_representatives(year: int) -> tuple[SpecialRepresentative, ...]:
    """Return who held the office in a year, in order of time; nobody where the table does not know."""
    row = _years().get(year)
    return () if row is None else representatives_of(row)


def chairmanship_of(row: YearRow) -> Chairmanship:
    """Return the Chairmanship of a row.

    Raises:
        ValueError: The year is no number, or the State is unknown.
    """
    return Chairmanship(int(row.year), find_state(row.chairmanship).code, row.adjective, row.preferred_name or None)


def representatives_of(row: YearRow) -> tuple[SpecialRepresentative, ...]:
    """Return who held the office in the year of a row."""
    return tuple(_holder(text) for text in row.special_representatives.split("; ") if text)


def _holder(text: str) -> SpecialRepresentative:
    name, _, note = re.sub(r"\)$", "", text).partition(" (")
    return SpecialRepresentative(name, note or None)


@cache
def _years() -> dict[int, YearRow]:
    return {int(row.year): row for row in table("years", YearRow)}


@dataclass(frozen=True, slots=True)
class YearRow:
    """A row of the table."""

    year: str
    chairmanship: str
    adjective: str
    preferred_name: str
    special_representatives: str
