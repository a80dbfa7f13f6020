"""The tables that rules look things up in, as they come or with the rows of an office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from cthb_reports.reference.meetings import Meeting, MeetingRow, meeting_of
from cthb_reports.reference.states import DatedName, folded
from cthb_reports.reference.tables import parse_table, table
from cthb_reports.reference.years import (
    Chairmanship,
    SpecialRepresentative,
    YearRow,
    chairmanship_of,
    representatives_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from _typeshed import DataclassInstance

    Row = TypeVar("Row", bound=DataclassInstance)

OWN_TABLES = ("permanent_council_meetings", "years", "editions", "cities")
"""The tables whose rows an office may add to or replace; each is a file `NAME.tsv` with the columns of ours."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The number that a yearly event had in one year."""

    title: str
    year: int
    ordinal: int


@dataclass(frozen=True, slots=True)
class Source:
    """Where a packaged table is from, and the day on which it was last compared with that."""

    table: str
    holds: str
    source: str
    checked: date


@dataclass(frozen=True)
class Almanac:
    """What rules look up.

    Args:
        meetings: Known meetings of the Permanent Council, by number.
        chairmanships: By year.
        special_representatives: By year, in order of time.
        editions: A known number of each yearly event.
        city_names: Towns that changed their names, each name while it was in use.
    """

    meetings: tuple[Meeting, ...]
    chairmanships: Mapping[int, Chairmanship]
    special_representatives: Mapping[int, tuple[SpecialRepresentative, ...]]
    editions: tuple[Edition, ...]
    city_names: tuple[DatedName, ...]

    def ordinal(self, title: str, year: int) -> int | None:
        """Return the number that a yearly event has in a year, or `None` where no table knows it or it did not exist."""
        known = [edition for edition in self.editions if folded(edition.title) == folded(title)]
        if not known:
            return None
        nearest = min(known, key=lambda edition: abs(edition.year - year))
        number = nearest.ordinal + year - nearest.year
        return number if number > 0 else None


@cache
def _built_in() -> Almanac:
    return _almanac({})


def almanac(own: Mapping[str, str] | None = None) -> Almanac:
    """Return the packaged tables, with an office's rows added or in the place of ours.

    Args:
        own: Texts of tables by their names in `OWN_TABLES`. A row replaces ours of the same number, year, or title and year;
            the names of towns are replaced all together.

    Raises:
        ValueError: There is no such table, or a row of it is wrong; the message begins with its name.
    """
    if not own:
        return _built_in()
    for name in own:
        if name not in OWN_TABLES:
            raise ValueError(f"{name}: there is no such table; known: {', '.join(OWN_TABLES)}")
    return _almanac(own)


@cache
def sources() -> tuple[Source, ...]:
    """Return where each packaged table is from."""
    rows = table("sources", _SourceRow)
    return tuple(Source(row.table, row.holds, row.source, date.fromisoformat(row.checked)) for row in rows)


def _almanac(own: Mapping[str, str]) -> Almanac:
    years = _merged("years", YearRow, own, _keyed_year)
    meetings = _merged("permanent_council_meetings", MeetingRow, own, lambda row: (int(row.number), meeting_of(row)))
    return Almanac(
        meetings=tuple(meetings[number] for number in sorted(meetings)),
        chairmanships={year: chair for year, (chair, _) in years.items() if chair},
        special_representatives={year: holders for year, (_, holders) in years.items()},
        editions=tuple(_merged("editions", _EditionRow, own, _keyed_edition).values()),
        city_names=_city_names(own),
    )


Key = TypeVar("Key")
Value = TypeVar("Value")


def _merged(
    name: str, row_type: type[Row], own: Mapping[str, str], read: Callable[[Row], tuple[Key, Value]]
) -> dict[Key, Value]:
    rows = dict(read(row) for row in table(name, row_type))
    if name in own:
        try:
            rows |= dict(read(row) for row in parse_table(own[name], row_type))
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from error
    return rows


def _keyed_year(row: YearRow) -> tuple[int, tuple[Chairmanship | None, tuple[SpecialRepresentative, ...]]]:
    return int(row.year), (chairmanship_of(row) if row.chairmanship else None, representatives_of(row))


def _keyed_edition(row: _EditionRow) -> tuple[tuple[str, int], Edition]:
    edition = Edition(row.title, int(row.year), int(row.ordinal))
    return (folded(edition.title), edition.year), edition


def _city_names(own: Mapping[str, str]) -> tuple[DatedName, ...]:
    try:
        rows = parse_table(own["cities"], _CityRow) if "cities" in own else table("cities", _CityRow)
        return tuple(DatedName(row.name, "", _day(row.start), _day(row.end)) for row in rows)
    except ValueError as error:
        raise ValueError(f"cities: {error}") from error


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@dataclass(frozen=True, slots=True)
class _EditionRow:
    title: str
    year: str
    ordinal: str


@dataclass(frozen=True, slots=True)
class _CityRow:
    name: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class _SourceRow:
    table: str
    holds: str
    source: str
    checked: str
