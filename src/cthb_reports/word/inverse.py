"""How words that people typed into a draft become the value of a field again, as if typed into its file."""

from __future__ import annotations

import re
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from cthb_reports import phrasing, reference
from cthb_reports.kinds.lookup import value_at
from cthb_reports.models.activities import Place
from cthb_reports.models.attendance import Attendance
from cthb_reports.models.base import attributes_of
from cthb_reports.models.counts import Count, Quantity
from cthb_reports.models.dates import Period
from cthb_reports.models.facts import known
from cthb_reports.models.parties import Party
from cthb_reports.models.states import State
from cthb_reports.models.symbols import Symbol
from cthb_reports.word.tokens import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds import Report
    from cthb_reports.models.parties import Partner

TEXTUAL = (str,)
STRICT = (Count, Quantity, Period, State, Symbol, date, int)
"""Types whose every value is told from other words: what was typed beside one may belong to it."""


def types_at(report: Report, path: FieldPath) -> tuple[type, ...]:
    """Return the types that a field may hold, in the order in which words are tried as one of them."""
    attribute = path[-1] if isinstance(path[-1], str) else path[-2]
    holder = value_at(report, path[: len(path) - (1 if isinstance(path[-1], str) else 2)])
    if not isinstance(holder, BaseModel):
        return ()
    name = attributes_of(type(holder)).get(str(attribute))
    if name is None:
        return ()
    parts = dict.fromkeys(part for part in _parts(type(holder).model_fields[name].annotation) if isinstance(part, type))
    choices = tuple(part for part in parts if issubclass(part, StrEnum))
    return choices or tuple(kind for kind in _ORDER if kind in parts)


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)


def read(report: Report, path: FieldPath, words: str, before: str) -> object:
    """Return what words mean in a field, as plain data.

    Args:
        report: The records that the draft was made from.
        path: The field.
        words: What stands there now.
        before: What stood there in the draft as it was made.

    Raises:
        ValueError: They mean nothing there; the message is for who typed them.
    """
    typed = " ".join(words.replace("\u00a0", " ").split())
    kinds = types_at(report, path)
    complaints: list[str] = []
    for kind in kinds:
        reader = next((function for known_kind, function in _READERS.items() if issubclass(kind, known_kind)), None)
        if reader is None:
            continue
        try:
            return reader(typed, _Place(report, path, before, kind))
        except ValueError as error:
            complaints.append(str(error))
    raise ValueError(complaints[0] if complaints else "there is no way back from this wording to the record")


class _Place:
    """Where words stand: the report, the field, what stood there, and the type that is tried."""

    def __init__(self, report: Report, path: FieldPath, before: str, kind: type) -> None:
        self.report, self.path, self.before, self.kind = report, path, before, kind


def _count(words: str, _: _Place) -> object:
    return str(phrasing.parse_count(_small(words)))


def _quantity(words: str, _: _Place) -> object:
    return str(phrasing.parse_quantity(_small(words)))


def _small(words: str) -> str:
    """Return words without the capital of a sentence that they may begin."""
    return words[:1].lower() + words[1:]


def _number(words: str, _: _Place) -> object:
    try:
        return phrasing.parse_ordinal(words)
    except ValueError:
        count = phrasing.parse_count(_small(words))
    if not count.is_exact:
        raise ValueError(f"{words!r} is no exact number")
    return count.number


def _period(words: str, place: _Place) -> object:
    try:
        found = Period.parse(words)
    except ValueError:
        year = None if re.search(r"[0-9]{4}", place.before) else place.report.period.year
        found = phrasing.parse_period(words, year=year)
    was = value_at(place.report, place.path)
    # "since June 2017": the word that leaves the end open stands before the value.
    goes_on = isinstance(was, Period) and was.last is None and found.is_single
    return str(Period(found.first, None) if goes_on else found)


def _day(words: str, place: _Place) -> object:
    found = Period.parse(str(_period(words, place)))
    if found.days != 1:
        raise ValueError(f"{words!r} is no day; write such as 14 December 2017")
    return found.start.isoformat()


_CHAIR = re.compile(r"(.+?) Chairmanship(?: of (.+))?|Chairmanship of (.+)")


def _state(words: str, place: _Place) -> object:
    chair = _CHAIR.fullmatch(words)
    if chair:
        return _chairing(words, chair, place)
    found = State.parse(words)
    return phrasing.state_name(found, place.report.delivered, article=False)


def _chairing(words: str, chair: re.Match[str], place: _Place) -> object:
    named = chair[2] or chair[3]
    if named:
        return phrasing.state_name(State.parse(named), place.report.delivered, article=False)
    year = place.report.delivered.year
    for one in (reference.chairmanship(year + offset) for offset in (0, 1, -1, 2)):
        if one and one.adjective == chair[1]:
            return phrasing.state_name(State(one.code), place.report.delivered, article=False)
    raise ValueError(f"no Chairmanship of these years is called {words!r}")


_ARTICLE = re.compile(r"the (?=\S)", re.IGNORECASE)


def _party(words: str, place: _Place) -> object:
    name = plain(_ARTICLE.sub("", words, count=1)).lower()
    for partner in place.report.partners:
        if name in _called(partner):
            return partner.id
    was = value_at(place.report, place.path)
    own = next((one for one in place.report.partners if isinstance(was, Party) and one.id == was.id), None)
    if own and any(SequenceMatcher(None, name, form).ratio() > _NEARLY for form in _called(own)):
        raise ValueError(
            f"this is the name of the partner {own.id!r}; change it in its record, so that it changes everywhere"
        )
    try:
        return _state(words, place)
    except ValueError:
        return str(Party.parse(_uncapitalized(words, place)))


_NEARLY = 0.7


def _called(partner: Partner) -> set[str]:
    """Return the forms in which a text names a partner."""
    full, short = (plain(str(known(name) or "")).lower() for name in (partner.name, partner.abbreviation))
    return {form for form in (full, short, f"{full} ({short})" if full and short else "") if form}


def _place(words: str, _: _Place) -> object:
    Place.model_validate(words)
    return words


def _attendance(words: str, _: _Place) -> object:
    """Return who came, where a number and what it counts are all that is said of it: "over 300 participants"."""
    parts = words.split()
    for length in range(len(parts), 0, -1):
        try:
            count = phrasing.parse_count(_small(" ".join(parts[:length])))
        except ValueError:
            continue
        noun = " ".join(parts[length:])
        return {"participants": str(count)} | ({"counted_as": noun} if noun not in {"", "participants"} else {})
    raise ValueError(f"no number of people: {words!r}; write such as over 300 participants, or fill the record in")


def _symbol(words: str, _: _Place) -> object:
    return str(Symbol.parse(words))


def _choice(words: str, place: _Place) -> object:
    for entry in place.kind:  # type: ignore[attr-defined]  # an enumeration
        if str(entry).lower() == words.lower():
            return str(entry)
    raise ValueError(f"{words!r} is none of {', '.join(map(str, place.kind))}")  # type: ignore[call-overload]  # likewise


def _text(words: str, place: _Place) -> object:
    if not words:
        raise ValueError("nothing is left of it")
    return _uncapitalized(words, place)


def _uncapitalized(words: str, place: _Place) -> str:
    """Take off the capital that the sentence gave the value, and nobody typed."""
    value = value_at(place.report, place.path)
    typed = str(value) if isinstance(value, str | Party) else ""
    given = place.before[:1] != typed[:1] and place.before[:1].lower() == typed[:1]
    return _small(words) if given and words[:1] == place.before[:1] else words


_READERS: Mapping[type, Callable[[str, _Place], object]] = {
    Count: _count,
    Quantity: _quantity,
    Period: _period,
    date: _day,
    State: _state,
    Party: _party,
    Place: _place,
    Attendance: _attendance,
    Symbol: _symbol,
    StrEnum: _choice,
    int: _number,
    str: _text,
}
_ORDER = (Count, Quantity, Period, date, State, Party, Place, Attendance, Symbol, int, str)
