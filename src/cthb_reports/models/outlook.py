"""What the Office intends for next year, and with whom it works."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from cthb_reports.models.activities import Place
from cthb_reports.models.attendance import Attendance
from cthb_reports.models.base import Model
from cthb_reports.models.dates import Period
from cthb_reports.models.facts import Fact
from cthb_reports.models.parties import Party
from cthb_reports.models.states import State
from cthb_reports.models.structure import Told
from cthb_reports.models.texts import Id, Refers, Text
from cthb_reports.models.wordings import Form, Purpose, Sentences, Wording

ANY_RECORD = ("projects", "series", "activities", "training", "research", "publications", "outlook")


class OutlookStatus(StrEnum):
    """What became of an intention, a year later."""

    DONE = "done"
    CONTINUED = "continued"
    POSTPONED = "postponed"
    DROPPED = "dropped"


_ACTION = Wording(
    Form.INFINITIVE, "will", "develop operational guidance for financial investigators", never=("will", "to")
)
_BECAUSE = Wording(
    Form.PHRASE, "the reason is", "the late approval of the budget", never=("the reason is", "because", "due to")
)


class OutlookItem(Told):
    """One intention."""

    action: Fact[Annotated[Text, _ACTION]] = Field(description="What the Office will do.")
    purpose: Fact[Purpose] | None = Field(default=None, description="What it is for.")
    planned: Fact[Period] | None = Field(default=None, description="When: 2018, 2018-09, early 2018.")
    place: Fact[Place] | None = Field(default=None, description="Where.")
    states: tuple[Fact[State], ...] = Field(default=(), description="States to be visited or concerned.")
    follow_up_states: tuple[Fact[State], ...] = Field(default=(), description="States to be visited again.")
    attendance: Fact[Attendance] | None = Field(default=None, description="For how many: up to 70.")
    partners: tuple[Fact[Party], ...] = Field(default=(), description="With whom.")
    tentative: bool = Field(default=False, description="Whether it is only envisaged.")
    detail: Fact[Sentences] | None = Field(default=None, description="More of it.")
    continues: Annotated[Id, Refers(ANY_RECORD)] | None = Field(
        default=None, description="Id of the record of this year that it carries on."
    )
    publication: Annotated[Id, Refers(("publications",))] | None = Field(
        default=None, description="Id of the publication that it leads to."
    )
    became: Fact[OutlookStatus] | None = Field(
        default=None, description="A year later: done, continued, postponed or dropped."
    )
    because: Fact[Annotated[Text, _BECAUSE]] | None = Field(
        default=None, description="Why it was postponed or dropped."
    )


class Partnership(Told):
    """Work with one partner."""

    partner: Fact[Party] = Field(description="Id of the partner, or its name with its article.")
    purpose: Fact[Purpose] | None = Field(default=None, description="What it is for.")
    outcome: Fact[Sentences] | None = Field(default=None, description="What came of it.")
    activities: tuple[Annotated[Id, Refers(ANY_RECORD)], ...] = Field(
        default=(), description="Ids of records in which the partner had a part."
    )


class Partnerships(Model):
    """With whom the Office works, outside the Organization and within."""

    external: tuple[Partnership, ...] = Field(default=(), description="Partners outside the Organization.")
    internal: tuple[Partnership, ...] = Field(default=(), description="Structures of the Organization.")


_GIVEN = Wording(Form.PHRASE, "given", "the fruitful co-operation with Rome to date")


class Acknowledgements(Model):
    """The last words: what the Office asks for, and whom it thanks."""

    donors: Fact[Annotated[Text, Wording(Form.PHRASE, "for", "their in-kind support")]] | None = Field(
        default=None, description="What donors are thanked for."
    )
    given: Fact[Annotated[Text, _GIVEN]] | None = Field(
        default=None, description="Why we look forward to the incoming Chairmanship."
    )
    incoming_chairmanship: Fact[State] | None = Field(
        default=None, description="The State that chairs next year: Italy."
    )
    outgoing_chairmanship: Fact[State] | None = Field(
        default=None, description="The State that chairs this year: Austria."
    )
