"""Who came to something, and how many: the figures of events, series, training and plans."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from cthb_reports.models.base import Model
from cthb_reports.models.counts import Count
from cthb_reports.models.dates import Period
from cthb_reports.models.facts import Fact
from cthb_reports.models.texts import Text, Unprinted
from cthb_reports.models.wordings import Form, Nouns, Wording


class Subset(Model):
    """Some of the participants."""

    count: Fact[Count] = Field(description="How many: over 20.")
    who: Fact[Nouns] = Field(description="Who they are, in the plural.")


class Attendance(Model):
    """Who came, and how many."""

    participants: Fact[Count] | None = Field(default=None, description="How many: 192, over 350, almost 200, up to 70.")
    counted_as: Fact[Annotated[Text, Wording(Form.NOUNS, example="experts")]] | None = Field(
        default=None, description="The plural to print instead of 'participants'."
    )
    participating_states: Fact[Count] | None = Field(
        default=None, description="From how many OSCE participating States."
    )
    partners: Fact[Count] | None = Field(default=None, description="From how many Partners for Co-operation.")
    jointly: Fact[Count] | None = Field(
        default=None,
        description="From how many participating States and Partners for Co-operation together, where they are not counted apart.",
    )
    other_countries: bool = Field(default=False, description="Whether some came from countries outside the OSCE area.")
    audiences: tuple[Fact[Annotated[Text, Wording(Form.NOUNS, example="trade unions")]], ...] = Field(
        default=(), description="Whom they represented."
    )
    including: tuple[Subset, ...] = Field(default=(), description="Parts of the participants that are counted apart.")
    women: Fact[Count] | None = Field(default=None, description="How many women.")
    men: Fact[Count] | None = Field(default=None, description="How many men.")
    to_date: bool = Field(
        default=False, description="Whether the figures add up over more than the year of the report."
    )
    since: Fact[Period] | None = Field(default=None, description="For figures to date: since when they are counted.")
    source: Annotated[Text, Unprinted()] | None = Field(
        default=None, description="Where the figures come from; never printed."
    )
