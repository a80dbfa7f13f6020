"""What the Office intends for next year, and with whom it works."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from cthb_reports.models.activities import Attendance, Place
from cthb_reports.models.base import Model
from cthb_reports.models.dates import Period
from cthb_reports.models.facts import Fact
from cthb_reports.models.parties import Party
from cthb_reports.models.states import State
from cthb_reports.models.structure import Told
from cthb_reports.models.texts import Id, Refers, Text

ANY_RECORD = ("projects", "series", "activities", "training", "research", "publications", "outlook")


class OutlookStatus(StrEnum):
    """What became of an intention, a year later."""

    DONE = "done"
    CONTINUED = "continued"
    POSTPONED = "postponed"
    DROPPED = "dropped"


class OutlookItem(Told):
    """One intention."""

    action: Text = Field(
        description="Completes 'will ...', no full stop: develop operational guidance for financial investigators."
    )
    purpose: Fact[Text] | None = Field(default=None, description="Completes 'to ...', no full stop.")
    planned: Fact[Period] | None = Field(default=None, description="When: 2018, 2018-09, early 2018.")
    place: Fact[Place] | None = Field(default=None, description="Where.")
    states: tuple[State, ...] = Field(default=(), description="States to be visited or concerned.")
    follow_up_states: tuple[State, ...] = Field(default=(), description="States to be visited again.")
    attendance: Fact[Attendance] | None = Field(default=None, description="For how many: up to 70.")
    partners: tuple[Party, ...] = Field(default=(), description="With whom.")
    tentative: bool = Field(default=False, description="Whether it is only envisaged.")
    detail: Fact[Text] | None = Field(default=None, description="More of it, in whole sentences.")
    continues: Annotated[Id, Refers(ANY_RECORD)] | None = Field(
        default=None, description="Id of the record of this year that it carries on."
    )
    publication: Annotated[Id, Refers(("publications",))] | None = Field(
        default=None, description="Id of the publication that it leads to."
    )
    became: OutlookStatus | None = Field(
        default=None, description="A year later: done, continued, postponed or dropped."
    )
    because: Text | None = Field(default=None, description="Why it was postponed or dropped.")


class Partnership(Told):
    """Work with one partner."""

    partner: Party = Field(description="Id of the partner, or its name with its article.")
    purpose: Fact[Text] | None = Field(default=None, description="Completes 'to ...', no full stop.")
    outcome: Fact[Text] | None = Field(default=None, description="What came of it, in whole sentences.")
    activities: tuple[Annotated[Id, Refers(ANY_RECORD)], ...] = Field(
        default=(), description="Ids of records in which the partner had a part."
    )


class Partnerships(Model):
    """With whom the Office works, outside the Organization and within."""

    external: tuple[Partnership, ...] = Field(default=(), description="Partners outside the Organization.")
    internal: tuple[Partnership, ...] = Field(default=(), description="Structures of the Organization.")


class Acknowledgements(Model):
    """The last words: what the Office asks for, and whom it thanks."""

    donors: Text | None = Field(
        default=None, description="Completes 'for ...' in the thanks to donors: their in-kind support."
    )
    given: Text | None = Field(
        default=None,
        description="Completes 'given ...', why we look forward to the incoming Chairmanship: the fruitful co-operation with Rome to date.",
    )
    incoming_chairmanship: State | None = Field(default=None, description="The State that chairs next year: Italy.")
    outgoing_chairmanship: State | None = Field(default=None, description="The State that chairs this year: Austria.")
