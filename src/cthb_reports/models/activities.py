"""What the Office did: events, visits, contributions to others' events, campaigns, and the series they form."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from cthb_reports.models.attendance import Attendance
from cthb_reports.models.base import Shorthand
from cthb_reports.models.counts import Count
from cthb_reports.models.dates import Period
from cthb_reports.models.facts import Fact
from cthb_reports.models.parties import Party
from cthb_reports.models.states import State
from cthb_reports.models.structure import Told
from cthb_reports.models.texts import Id, Refers, Text, Unprinted
from cthb_reports.models.wordings import (
    ARTICLES,
    Form,
    Message,
    Name,
    Purpose,
    Sentences,
    Title,
    Topic,
    Wording,
)


class EventKind(StrEnum):
    """What sort of event it was."""

    CONFERENCE = "conference"
    WORKSHOP = "workshop"
    TRAINING = "training"
    SIMULATION_EXERCISE = "simulation exercise"
    CONSULTATION = "consultation"
    SIDE_EVENT = "side event"
    HIGH_LEVEL_DEBATE = "high-level debate"
    SESSION = "session"
    SEMINAR = "seminar"
    MEETING = "meeting"


class Role(StrEnum):
    """What the Office had to do with it."""

    ORGANIZED = "organized"
    CO_ORGANIZED = "co-organized"
    HOSTED = "hosted"
    CONTRIBUTED = "contributed"
    SPOKE = "spoke"
    MODERATED = "moderated"
    TOOK_PART = "took part"


class Status(StrEnum):
    """Whether a thing has taken place."""

    PLANNED = "planned"
    DONE = "done"


class Place(Shorthand):
    """Where it was. `Geneva` or `Vicenza, Italy` alone is enough."""

    city: Fact[Name] | None = Field(default=None, description="The town, in English: Geneva.")
    country: Fact[State] | None = Field(default=None, description="The country, where readers may not know it: Italy.")
    region: Fact[Annotated[Text, Wording(Form.PHRASE, "in", "Central Asia")]] | None = Field(
        default=None, description="Where no town is known."
    )
    venue: Fact[Annotated[Text, Wording(Form.PHRASE, "at", "the Hofburg")]] | None = Field(
        default=None, description="The building or host within the town, with its article."
    )

    @classmethod
    def of_text(cls, text: object) -> dict[str, object]:
        """Return the town, and the country after a comma."""
        city, comma, country = str(text).rpartition(", ")
        return {"city": city, "country": country} if comma else {"city": country}


Positive = Annotated[int, Field(ge=1)]

_MARGINS = Wording(Form.PHRASE, "on the margins of", "the Ministerial Council", never=("on the margins of", "on", "of"))
_AT = Wording(Form.PHRASE, "at", "the Human Dimension Implementation Meeting", never=("at", "to", "in"))


_CALLED = Wording(Form.NOUNS, example="meeting of National Anti-Trafficking Co-ordinators", never=ARTICLES)
_CAMPAIGN = Wording(Form.TITLE, example="16 Days of Activism against Gender-Based Violence")
_SERIES = Wording(Form.TITLE, example="Alliance against Trafficking in Persons")


class Activity(Told):
    """What every activity has."""

    held: Fact[Period] | None = Field(
        default=None, description="Day, range, month or year: 2017-06-09, 2017-04-03/2017-04-04, 2017-06."
    )
    place: Fact[Place] | None = Field(default=None, description="Where: Geneva, or Vicenza, Italy.")
    role: Fact[Role] | None = Field(
        default=None,
        description="What the Office had to do with it: organized, co-organized, hosted, contributed, spoke, moderated, took part.",
    )
    purpose: Fact[Purpose] | None = Field(default=None, description="What it is for.")
    outcome: Fact[Sentences] | None = Field(default=None, description="What came of it.")
    follow_up: Fact[Sentences] | None = Field(default=None, description="What follows from it.")
    status: Fact[Status] | None = Field(
        default=None, description="planned or done; needed where the date does not tell."
    )
    background: bool = Field(
        default=False, description="Whether it lies outside the reporting period and is told as background."
    )
    project: Annotated[Id, Refers(("projects",))] | None = Field(
        default=None, description="Id of the project that it belongs to."
    )
    publications: tuple[Annotated[Id, Refers(("publications",))], ...] = Field(
        default=(), description="Ids of publications that came of it."
    )


class Event(Activity):
    """A conference, workshop or training that the Office ran or took part in."""

    kind: EventKind = Field(
        description="What sort of event: conference, workshop, training, simulation exercise, consultation, side event, high-level debate, session, seminar, meeting."
    )
    title: Fact[Title] | None = Field(default=None, description="What the programme calls it.")
    called: Fact[Annotated[Text, _CALLED]] | None = Field(
        default=None, description="What an event without a title is called, without article."
    )
    series: Annotated[Id, Refers(("series",))] | None = Field(
        default=None, description="Id of the series that it belongs to."
    )
    ordinal: Fact[Positive] | None = Field(default=None, description="Its number within the series: 17.")
    topic: Fact[Topic] | None = Field(default=None, description="What it was about.")
    days: Fact[Positive] | None = Field(
        default=None, description="How many days it lasted, where the date does not tell."
    )
    margins_of: Fact[Annotated[Text, _MARGINS]] | None = Field(
        default=None, description="The larger event beside which it was held, with its article."
    )
    organizers: tuple[Fact[Party], ...] = Field(
        default=(), description="Who organized it, where the Office only took part."
    )
    co_organizers: tuple[Fact[Party], ...] = Field(default=(), description="Who organized it with the Office.")
    hosts: tuple[Fact[Party], ...] = Field(default=(), description="Who hosted it.")
    supporters: tuple[Fact[Party], ...] = Field(default=(), description="Who supported it.")
    attendance: Fact[Attendance] | None = Field(default=None, description="Who came, and how many.")


class Visit(Activity):
    """A visit to a participating State or Partner for Co-operation."""

    state: Fact[State] = Field(description="The State visited: Denmark or DK.")
    follow_up_visit: bool = Field(default=False, description="Whether it followed up on an earlier visit.")
    cities: tuple[Fact[Name], ...] = Field(default=(), description="The towns visited.")
    interlocutors: tuple[Fact[Annotated[Text, Wording(Form.NOUNS, example="parliamentarians")]], ...] = Field(
        default=(), description="Who was met, each in the plural."
    )
    report: Annotated[Id, Refers(("publications",))] | None = Field(
        default=None, description="Id of the publication that reports on the visit."
    )
    response: Fact[Sentences] | None = Field(default=None, description="How the State responded.")


class Contribution(Activity):
    """A statement, a session or other input to an event or body of others."""

    at: Fact[Annotated[Text, _AT]] = Field(description="The event or body, with its article.")
    organizers: tuple[Fact[Party], ...] = Field(default=(), description="Who organized it.")
    topic: Fact[Topic] | None = Field(default=None, description="What it was about.")
    message: Fact[Message] | None = Field(default=None, description="What was stressed.")


class Campaign(Activity):
    """A campaign that the Office ran or joined."""

    campaign: Fact[Annotated[Text, _CAMPAIGN]] = Field(description="Its name.")
    partners: tuple[Fact[Party], ...] = Field(default=(), description="With whom.")


_MARKS = {"state": "<visit>", "at": "<contribution>", "campaign": "<campaign>"}


def _shape(value: Any) -> str:
    """Tell the kind of an activity by the key that only it has."""
    for key, tag in _MARKS.items():
        if (key in value) if isinstance(value, dict) else hasattr(value, key):
            return tag
    return "<event>"


AnyActivity = Annotated[
    Annotated[Event, Tag("<event>")]
    | Annotated[Visit, Tag("<visit>")]
    | Annotated[Contribution, Tag("<contribution>")]
    | Annotated[Campaign, Tag("<campaign>")],
    Discriminator(_shape),
]
"""One of the four, told apart by its shape: a visit has a `state`, a contribution an `at`, a campaign a `campaign`."""


class Series(Told):
    """Events that belong together, told once."""

    id: Annotated[Id, Unprinted()] = Field(description="Short name that its events use: alliance.")
    title: Fact[Annotated[Text, _SERIES]] = Field(description="What people call it.")
    kind: EventKind = Field(description="What its events are: conference, workshop.")
    topic: Fact[Topic] | None = Field(default=None, description="What its events are about.")
    annual: bool = Field(
        default=False, description="Whether it is held every year, so that the number of each goes up by one."
    )
    events: Fact[Count] | None = Field(
        default=None, description="How many events it has in all, where it is complete: 5."
    )
    attendance: Fact[Attendance] | None = Field(
        default=None, description="Who came to all of them together, and how many."
    )
    purpose: Fact[Purpose] | None = Field(default=None, description="What its events are for.")
    outcome: Fact[Sentences] | None = Field(default=None, description="What came of it.")
    project: Annotated[Id, Refers(("projects",))] | None = Field(
        default=None, description="Id of the project that it belongs to."
    )
