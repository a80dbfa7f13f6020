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

if TYPE_CHECKING:
    from cthb_reports.rendering.session import Session


def words(value: Any, session: Session) -> str:
    """Return a value as a sentence has it.

    Raises:
        TypeError: The value has no words of its own: a record, or a list of them.
    """
    match value:
        case str():
            return str(value)
        case bool():
            return "yes" if value else "no"
        case int():
            return phrasing.count(Count(value))
        case date():
            return phrasing.day(value)
        case Period():
            return phrasing.period(value)
        case Count():
            return phrasing.count(value)
        case Quantity():
            return phrasing.quantity(value)
        case State():
            return phrasing.state_name(value, session.on)
        case Party():
            return party_words(value, session)
        case Place():
            return place_words(value, session)
        case _ if type(value).__str__ is not object.__str__ and not hasattr(value, "model_fields"):
            return str(value)
        case _:
            raise TypeError(f"{type(value).__name__} cannot be printed as it is; name one of its fields")


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
