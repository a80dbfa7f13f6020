"""The usual words for every type of value."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from cthb_reports import phrasing
from cthb_reports.models.activities import Place
from cthb_reports.models.counts import Count, Quantity
from cthb_reports.models.dates import Period
from cthb_reports.models.facts import Pending, known
from cthb_reports.models.parties import Party
from cthb_reports.models.states import State
from cthb_reports.models.symbols import Symbol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cthb_reports.rendering.session import Session


def words(value: Any, session: Session) -> str:
    """Return a value as a sentence has it.

    Raises:
        TypeError: The value has no words of its own: a record, or a list of them.
    """
    if isinstance(value, str):
        return str(value)
    if type(value) not in _WORDS:
        raise TypeError(f"{type(value).__name__} cannot be printed as it is; name one of its fields")
    return _WORDS[type(value)](value, session)


def party_words(party: Party, session: Session) -> str:
    """Return the full name of a party as a sentence has it: a State by its date, a partner with its article."""
    if party.state:
        return phrasing.state_name(party.state, session.on)
    partner = session.partners.get(party.id or "")
    if partner is None:
        return str(party)
    name = _or_placeholder(partner.name, f"the name of {partner.id}")
    return f"the {name}" if partner.article else name


def short_words(value: Any, session: Session) -> str | None:
    """Return the short form of a party's name, or `None`."""
    partner = session.partners.get(value.id or "") if isinstance(value, Party) else None
    return known(partner.abbreviation) if partner else None


def place_words(place: Place, session: Session) -> str:
    """Return a place without its preposition: "Vicenza, Italy"."""
    country = phrasing.state_name(place.country, session.on) if isinstance(place.country, State) else place.country
    parts = ((place.city, "town"), (place.region, "region"), (country, "country"))
    return ", ".join(_or_placeholder(part, what) for part, what in parts if part)


def placeholder_text(pending: Pending, what: str) -> str:
    """Return what stands in the draft for a fact still to come."""
    return f"[to be confirmed: {pending.note or what}]"


def _or_placeholder(value: str | Pending, what: str) -> str:
    return placeholder_text(value, what) if isinstance(value, Pending) else value


_WORDS: Mapping[type, Callable[[Any, Session], str]] = {
    int: lambda value, _: phrasing.count(Count(value)),
    date: lambda value, _: phrasing.day(value),
    Period: lambda value, _: phrasing.period(value),
    Count: lambda value, _: phrasing.count(value),
    Quantity: lambda value, _: phrasing.quantity(value),
    Symbol: lambda value, _: str(value),
    State: lambda value, session: phrasing.state_name(value, session.on),
    Party: party_words,
    Place: place_words,
}
