"""What the Office did: events, visits, contributions to others' events, campaigns, and the series they form."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from cthb_reports.models.base import Model, Shorthand
from cthb_reports.models.counts import Count
from cthb_reports.models.dates import Period
from cthb_reports.models.facts import Fact
from cthb_reports.models.parties import Party
from cthb_reports.models.states import State
from cthb_reports.models.structure import Told
from cthb_reports.models.texts import Id, Refers, Text, Unprinted


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

    city: Text | None = Field(default=None, description="The town, in English: Geneva.")
    country: State | None = Field(default=None, description="The country, where readers may not know it: Italy.")
    region: Text | None = Field(
        default=None, description="Where no town is known, as a sentence has it after 'in': Central Asia."
    )
    venue: Text | None = Field(
        default=None, description="The building or host within the town, with its article: the Hofburg."
    )

    @classmethod
    def of_text(cls, text: object) -> dict[str, object]:
        """Return the town, and the country after a comma."""
        city, comma, country = str(text).rpartition(", ")
        return {"city": city, "country": country} if comma else {"city": country}


class Subset(Model):
    """Some of the participants."""

    count: Fact[Count] = Field(description="How many: over 20.")
    who: Text = Field(description="Plural noun: representatives of the private sector.")


class Attendance(Model):
    """Who came, and how many."""

    participants: Fact[Count] | None = Field(default=None, description="How many: 192, over 350, almost 200, up to 70.")
    counted_as: Text | None = Field(
        default=None, description="Plural noun to print instead of 'participants': experts."
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
    audiences: tuple[Text, ...] = Field(
        default=(), description="Whom they represented, each a plural or collective noun: academia; trade unions."
    )
    including: tuple[Subset, ...] = Field(default=(), description="Parts of the participants that are counted apart.")
    women: Fact[Count] | None = Field(default=None, description="How many women.")
    men: Fact[Count] | None = Field(default=None, description="How many men.")
    to_date: bool = Field(
        default=False, description="Whether the figures add up over more than the year of the report."
    )
    since: Period | None = Field(default=None, description="For figures to date: since when they are counted.")
    source: Annotated[Text, Unprinted()] | None = Field(
        default=None, description="Where the figures come from; never printed."
    )


class Activity(Told):
    """What every activity has."""

    held: Fact[Period] | None = Field(
        default=None, description="Day, range, month or year: 2017-06-09, 2017-04-03/2017-04-04, 2017-06."
    )
    place: Fact[Place] | None = Field(default=None, description="Where: Geneva, or Vicenza, Italy.")
    role: Role | None = Field(
        default=None,
        description="What the Office had to do with it: organized, co-organized, hosted, contributed, spoke, moderated, took part.",
    )
    purpose: Fact[Text] | None = Field(
        default=None, description="Completes 'to ...', no capital, no full stop: raise awareness of forced labour."
    )
    outcome: Fact[Text] | None = Field(default=None, description="What came of it, in whole sentences.")
    follow_up: Fact[Text] | None = Field(default=None, description="What follows from it, in whole sentences.")
    status: Status | None = Field(default=None, description="planned or done; needed where the date does not tell.")
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
    title: Fact[Text] | None = Field(default=None, description="As the programme has it, without quotation marks.")
    called: Text | None = Field(
        default=None,
        description="For an event without a title: a noun phrase without article, meeting of National Anti-Trafficking Co-ordinators.",
    )
    series: Annotated[Id, Refers(("series",))] | None = Field(
        default=None, description="Id of the series that it belongs to."
    )
    ordinal: int | None = Field(default=None, ge=1, description="Its number within the series: 17.")
    topic: Fact[Text] | None = Field(
        default=None, description="Completes 'on ...', no full stop: practical measures for interviewing children."
    )
    days: int | None = Field(default=None, ge=1, description="How many days it lasted, where the date does not tell.")
    margins_of: Text | None = Field(
        default=None, description="Completes 'on the margins of ...', with its article: the Ministerial Council."
    )
    organizers: tuple[Party, ...] = Field(default=(), description="Who organized it, where the Office only took part.")
    co_organizers: tuple[Party, ...] = Field(default=(), description="Who organized it with the Office.")
    hosts: tuple[Party, ...] = Field(default=(), description="Who hosted it.")
    supporters: tuple[Party, ...] = Field(default=(), description="Who supported it.")
    attendance: Fact[Attendance] | None = Field(default=None, description="Who came, and how many.")


class Visit(Activity):
    """A visit to a participating State or Partner for Co-operation."""

    state: State = Field(description="The State visited: Denmark or DK.")
    follow_up_visit: bool = Field(default=False, description="Whether it followed up on an earlier visit.")
    cities: tuple[Text, ...] = Field(default=(), description="The towns visited.")
    interlocutors: tuple[Text, ...] = Field(
        default=(), description="Who was met, each a plural noun: parliamentarians."
    )
    report: Annotated[Id, Refers(("publications",))] | None = Field(
        default=None, description="Id of the publication that reports on the visit."
    )
    response: Fact[Text] | None = Field(default=None, description="How the State responded, in whole sentences.")


class Contribution(Activity):
    """A statement, a session or other input to an event or body of others."""

    at: Text = Field(
        description="The event or body as a noun phrase with its article: the Human Dimension Implementation Meeting."
    )
    organizers: tuple[Party, ...] = Field(default=(), description="Who organized it.")
    topic: Fact[Text] | None = Field(default=None, description="Completes 'on ...', no full stop.")
    message: Fact[Text] | None = Field(
        default=None, description="Completes 'that ...', no full stop: responses must be co-ordinated."
    )


class Campaign(Activity):
    """A campaign that the Office ran or joined."""

    campaign: Text = Field(
        description="Its name without quotation marks: 16 Days of Activism against Gender-Based Violence."
    )
    partners: tuple[Party, ...] = Field(default=(), description="With whom.")


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
    title: Text = Field(
        description="As people call it, without quotation marks: Alliance against Trafficking in Persons."
    )
    kind: EventKind = Field(description="What its events are: conference, workshop.")
    topic: Text | None = Field(default=None, description="Completes 'on ...', no full stop.")
    annual: bool = Field(
        default=False, description="Whether it is held every year, so that the number of each goes up by one."
    )
    events: Fact[Count] | None = Field(
        default=None, description="How many events it has in all, where it is complete: 5."
    )
    attendance: Fact[Attendance] | None = Field(
        default=None, description="Who came to all of them together, and how many."
    )
    purpose: Fact[Text] | None = Field(default=None, description="Completes 'to ...', no capital, no full stop.")
    outcome: Fact[Text] | None = Field(default=None, description="What came of it, in whole sentences.")
    project: Annotated[Id, Refers(("projects",))] | None = Field(
        default=None, description="Id of the project that it belongs to."
    )
