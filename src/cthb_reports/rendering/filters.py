"""The filters and tests that templates know.

Jinja2's own filters work on text, lose the field on the way, and are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cthb_reports import phrasing
from cthb_reports.models.facts import Pending
from cthb_reports.rendering import blocks, display, markdown, records, saying, variety

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from markupsafe import Markup

    from cthb_reports.rendering.views import View


def fresh(record: View, *variants: str) -> Markup:
    """The one of several openings that begins as none has begun for longest."""
    return variety.least_used(record, variants)


def turn(record: View, what: str, *variants: str) -> Markup:
    """The one of several turns of phrase for something that was used longest ago."""
    return variety.least_used(record, variants, what)


def plural(kind: View) -> str:
    """The plural of a kind of event, as plain words: workshops."""
    return f"{kind.value_}s"


def counted_as(number: View, kind: View) -> Markup:
    """How many events of a kind there were: five workshops."""
    return display.counted(number, str(kind.value_), plural(kind))


def noun_after(number: View, singular: str, plural: str) -> str:
    """The form of a noun that a number asks for; the plural while the number is still to come."""
    return plural if isinstance(number.value_, Pending) else phrasing.noun(number.value_, singular, plural)


def is_short(text: str) -> bool:
    """Whether a reader can hold words in mind until the date comes."""
    return len(markdown.visible(text).split()) <= _FEW_WORDS


_FEW_WORDS = 9


FILTERS: Mapping[str, Callable[..., Any]] = {
    **display.FOR_NARRATIVES,
    "a": display.a,
    "alphabetical": display.alphabetical,
    "before": records.before,
    "bold": display.bold,
    "chairing": records.chairing,
    "counted": display.counted,
    "counted_as": counted_as,
    "emphasised": blocks.emphasised,
    "for_whom": records.for_whom,
    "fresh": fresh,
    "heading": blocks.heading,
    "in_series": display.in_series,
    "is_every_state": records.is_every_state,
    "item": blocks.item,
    "joined": records.joined,
    "left": saying.left,
    "lines": blocks.lines,
    "named": records.named,
    "narrative": blocks.narrative,
    "noun_after": noun_after,
    "of_each": records.of_each,
    "paragraph": blocks.paragraph,
    "parties_of": records.parties_of,
    "plural": plural,
    "reported_on": records.reported_on,
    "sentence": blocks.sentence,
    "shape": records.shape,
    "states_of": records.states_of,
    "still_told": records.still_told,
    "stops": records.stops,
    "styled": blocks.styled,
    "tidy": blocks.tidy,
    "told_already": records.told_already,
    "turn": turn,
    "visited": records.visited,
    "visited_states": records.visited_states,
}

TESTS: Mapping[str, Callable[..., bool]] = {
    "ahead": records.is_ahead,
    "pending": records.is_pending,
    "short": is_short,
    "told_by_heading": records.is_told_by_heading,
    "with_colon": records.has_colon,
}
