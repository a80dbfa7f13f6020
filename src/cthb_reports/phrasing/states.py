"""Names of States in sentences, by date and in order, and how many of them took part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cthb_reports import reference
from cthb_reports.models.counts import Count
from cthb_reports.models.states import State
from cthb_reports.phrasing.counts import count, in_series, noun
from cthb_reports.phrasing.lists import series_of_names

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


def state_name(value: State, on: date, *, article: bool = True) -> str:
    """Return the name a State had on a day: "the Russian Federation"; "Turkey" in 2017, "Türkiye" in 2023."""
    dated = value.record.dated_name(on)
    return f"{dated.article} {dated.name}" if article and dated.article else dated.name


def alphabetical(values: Sequence[State], on: date) -> tuple[State, ...]:
    """Return States in the English alphabetical order of their names on a day, articles and accents ignored."""
    return tuple(sorted(values, key=lambda value: reference.folded(state_name(value, on))))


def state_names(values: Sequence[State], on: date) -> str:
    """Return States in alphabetical order: "Denmark, Mongolia and the Russian Federation".

    Raises:
        ValueError: There are no States.
    """
    return state_names_in_order(alphabetical(values, on), on)


def state_names_in_order(values: Sequence[State], on: date) -> str:
    """Return States in the order given; see `state_names`."""
    return series_of_names([state_name(value, on) for value in values])


def parse_state_names(text: str) -> tuple[State, ...]:
    """Return the States of what `state_names` writes, in the order of the text; one name is a list of one.

    Raises:
        ValueError: A part of it is no State; the message offers close names.
    """
    plain = " ".join(text.split())
    found = _read(plain)
    if found is None:
        return tuple(State.parse(part) for part in re.split(_SEPARATOR, plain))
    return found


_SEPARATOR = r", and |, | and "


def _read(text: str) -> tuple[State, ...] | None:
    """Return the States of a list, or `None`; an "and" may also be part of a name, so each is tried as a separator."""
    if (whole := _state(text)) is not None:
        return (whole,)
    for separator in re.finditer(_SEPARATOR, text):
        first = _state(text[: separator.start()])
        rest = _read(text[separator.end() :]) if first else None
        if first and rest:
            return (first, *rest)
    return None


def _state(text: str) -> State | None:
    try:
        return State.parse(text)
    except ValueError:
        return None


_PARTICIPATING = ("participating State", "participating States")
_PARTNER = ("Partner for Co-operation", "Partners for Co-operation")
_FULL_HOUSE = (Count(57), Count(11))
"""All participating States and all Partners, since 21 November 2012."""


def states_and_partners(
    states: Count | None = None, partners: Count | None = None, jointly: Count | None = None, *, osce: bool = False
) -> str:
    """Return from how many States people came: "from 47 participating States and 4 Partners for Co-operation".

    All 57 and 11 are "from across the 57 participating States and 11 Partners for Co-operation".

    Args:
        states: How many participating States; none are passed over.
        partners: How many Partners for Co-operation; none are passed over.
        jointly: How many of both, where only that is known.
        osce: Whether "OSCE" stands before the participating States.

    Raises:
        ValueError: There is no count, or a joint one beside one of the others.
    """
    if jointly is not None and (states is not None or partners is not None):
        raise ValueError(f"a joint count ({jointly}) and a split one exclude each other")
    house = "OSCE " if osce else ""
    if jointly is not None:
        return f"from {count(jointly)} {house}{_PARTICIPATING[1]} and {_PARTNER[1]}"
    return _split(states, partners, house)


def _split(states: Count | None, partners: Count | None, house: str) -> str:
    both = ((states, _PARTICIPATING), (partners, _PARTNER))
    given = [(value, nouns) for value, nouns in both if value is not None and value != Count(0)]
    if not given:
        raise ValueError("there is no count of States to put into words")
    numbers = in_series([value for value, _ in given])
    parts = [
        f"{number} {house if nouns is _PARTICIPATING else ''}{noun(value, *nouns)}"
        for number, (value, nouns) in zip(numbers, given, strict=True)
    ]
    across = "across the " if states == _FULL_HOUSE[0] and partners in {None, _FULL_HOUSE[1]} else ""
    return f"from {across}{' and '.join(parts)}"
