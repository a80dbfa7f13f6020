"""The usual words for every type of value."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from cthb_reports import phrasing
from cthb_reports.models.activities import Place
from cthb_reports.models.counts import Count, Quantity
from cthb_reports.models.dates import Period
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
    """Return the name of a party: a State by its date, a partner in full at first and by its abbreviation afterwards."""
    if party.state:
        return phrasing.state_name(party.state, session.on)
    partner = session.partners.get(party.id or "")
    if partner is None:
        return str(party)
    full = f"the {partner.name}" if partner.article else partner.name
    if not partner.abbreviation:
        return full
    if partner.id in session.named:
        return f"the {partner.abbreviation}" if partner.abbreviation_article else partner.abbreviation
    session.named.add(partner.id)
    return f"{full} ({partner.abbreviation})"


def place_words(place: Place, session: Session) -> str:
    """Return a place without its preposition: "Vicenza, Italy"."""
    country = phrasing.state_name(place.country, session.on) if place.country else None
    return ", ".join(part for part in (place.city or place.region, country) if part)


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
