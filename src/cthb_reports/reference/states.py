"""The participating States and Partners for Co-operation: codes, status, and their names by date."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from functools import cache

from cthb_reports.reference.tables import table


class Status(StrEnum):
    """What a State is to the OSCE."""

    PARTICIPATING = "participating State"
    ASIAN_PARTNER = "Asian Partner for Co-operation"
    MEDITERRANEAN_PARTNER = "Mediterranean Partner for Co-operation"


@dataclass(frozen=True, slots=True)
class DatedName:
    """A name while it was in use: from `start` until the day before `end`, `None` for no limit.

    `is_exact` tells whether the limits are known to the month at least.
    """

    name: str
    article: str = ""
    start: date | None = None
    end: date | None = None
    is_exact: bool = True

    def in_use_on(self, day: date) -> bool:
        """Tell whether the name was in use on a day."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class StateRecord:
    """A row of the table of States.

    Args:
        code: ISO 3166-1 alpha-2.
        alpha3: ISO 3166-1 alpha-3.
        status: What the State is to the OSCE now.
        name: English short form of today, without its article: `Russian Federation`.
        article: "the" where a sentence has it, else empty.
        name_fr: French short form, for the order of seating.
        aliases: Other English names that people write.
        names_by_date: The names over time, oldest first; empty where there was only one.
        status_since: The day from which `status` holds, or `None` for ever.
        status_before: What the State was before that day.
    """

    code: str
    alpha3: str
    status: Status
    name: str
    article: str
    name_fr: str
    aliases: tuple[str, ...] = ()
    names_by_date: tuple[DatedName, ...] = ()
    status_since: date | None = None
    status_before: Status | None = None

    def dated_name(self, on: date) -> DatedName:
        """Return the name and the article in use on a day."""
        now = DatedName(self.name, self.article)
        return next((dated for dated in self.names_by_date if dated.in_use_on(on)), now)

    def name_on(self, on: date) -> str:
        """Return the name in use on a day, without its article."""
        return self.dated_name(on).name

    def article_on(self, on: date) -> str:
        """Return "the" where the name in use on a day takes it, else an empty text."""
        return self.dated_name(on).article

    def status_on(self, on: date) -> Status | None:
        """Return what the State was to the OSCE on a day; `None` where it was nothing yet."""
        return self.status if self.status_since is None or on >= self.status_since else self.status_before

    def is_participating_on(self, on: date) -> bool:
        """Tell whether it was a participating State on a day."""
        return self.status_on(on) is Status.PARTICIPATING


@cache
def states() -> tuple[StateRecord, ...]:
    """Return all 68 States: participating States first, each group in the English alphabetical order of today."""
    return tuple(_record(row) for row in table("states", _StateRow))


def participating_states_on(on: date) -> tuple[StateRecord, ...]:
    """Return the participating States of a day: 57 since 21 November 2012, 56 before."""
    return tuple(record for record in states() if record.is_participating_on(on))


def partners_on(on: date) -> tuple[StateRecord, ...]:
    """Return the Partners for Co-operation of a day: 11 since 21 November 2012, 12 before (Mongolia)."""
    return tuple(record for record in states() if record.status_on(on) not in {None, Status.PARTICIPATING})


def find_state(text: str) -> StateRecord:
    """Return the State of a name of any date, an alias or an ISO code.

    Case, accents, full stops and a leading article do not matter.

    Raises:
        ValueError: No State is called so; the message offers close names.
    """
    record = _by_key().get(folded(text))
    if record is None:
        raise ValueError(f"no State {text!r}; {_advice(text)}")
    return record


@cache
def state(code: str) -> StateRecord:
    """Return the State of an ISO 3166-1 alpha-2 code in capitals.

    Raises:
        ValueError: No State of the OSCE has that code.
    """
    record = next((record for record in states() if record.code == code), None)
    if record is None:
        raise ValueError(f"no State has the code {code!r}; codes are two capitals of ISO 3166-1, such as KZ")
    return record


def folded(text: str) -> str:
    """Return a name without article, case, accents and full stops: the key by which names are found and sorted."""
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(character for character in decomposed if not unicodedata.combining(character))
    words = re.sub(r"\.", "", plain).casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


@cache
def _by_key() -> dict[str, StateRecord]:
    return {folded(name): record for record in states() for name in _all_names(record)}


def _all_names(record: StateRecord) -> tuple[str, ...]:
    dated = tuple(dated.name for dated in record.names_by_date)
    return (record.code, record.alpha3, record.name, *record.aliases, *dated)


def _advice(text: str) -> str:
    close = get_close_matches(folded(text), _by_key(), n=3, cutoff=0.7)
    names = list(dict.fromkeys(_by_key()[key].name for key in close))
    if names:
        return f"did you mean {' or '.join(names)}"
    return "known are the 57 participating States and 11 Partners for Co-operation, by English name or ISO code"


@dataclass(frozen=True, slots=True)
class _StateRow:
    status: str
    name_en: str
    article: str
    alpha2: str
    alpha3: str
    name_fr: str
    aliases: str
    names_by_date: str
    since: str
    status_before: str


def _record(row: _StateRow) -> StateRecord:
    return StateRecord(
        code=row.alpha2,
        alpha3=row.alpha3,
        status=Status(row.status),
        name=row.name_en,
        article=row.article,
        name_fr=row.name_fr,
        aliases=_parts(row.aliases),
        names_by_date=tuple(_dated_name(text) for text in _parts(row.names_by_date)),
        status_since=_first_day(row.since),
        status_before=Status(row.status_before) if row.status_before else None,
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()


def _dated_name(text: str) -> DatedName:
    """Read `name|from|until`; a limit is a year, a month or a day, and means its first day."""
    name, start, end = text.split("|")
    bare = name.removeprefix("the ")
    is_exact = all(len(limit) >= len("2022-06") for limit in (start, end) if limit)
    return DatedName(bare, "the" if bare != name else "", _first_day(start), _first_day(end), is_exact=is_exact)


def _first_day(text: str) -> date | None:
    return date.fromisoformat(text + "0000-01-01"[len(text) :]) if text else None
