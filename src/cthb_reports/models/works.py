"""What the Office works at for longer: projects, research, training, publications."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from cthb_reports.models.activities import Place
from cthb_reports.models.attendance import Attendance
from cthb_reports.models.counts import Count
from cthb_reports.models.dates import Period
from cthb_reports.models.facts import Fact
from cthb_reports.models.parties import Party
from cthb_reports.models.structure import Told
from cthb_reports.models.symbols import Symbol
from cthb_reports.models.texts import Id, Refers, Text, Unprinted
from cthb_reports.models.wordings import Apart, Form, Name, Purpose, Sentences, Title, Topic, Wording


class Budget(StrEnum):
    """Where the money of a project comes from."""

    EXTRABUDGETARY = "extrabudgetary"
    UNIFIED = "unified budget"


class Project(Told):
    """A project of the Office."""

    id: Annotated[Id, Unprinted()] = Field(description="Short name that records use: migration-routes.")
    title: Fact[Title] = Field(description="The official title.")
    budget: Fact[Budget] | None = Field(default=None, description="extrabudgetary, or unified budget.")
    runs: Fact[Period] | None = Field(
        default=None, description="From when to when: 2016/2018, or 2016/.. while no end is set."
    )
    place: Fact[Place] | None = Field(default=None, description="Where most of it happens.")
    purpose: Fact[Purpose] | None = Field(default=None, description="What it is for.")
    partner_count: Fact[Count] | None = Field(
        default=None, description="How many partners it has in all, named or not."
    )
    partners: tuple[Fact[Party], ...] = Field(default=(), description="The partners that are named.")
    activity_kind: Fact[Annotated[Text, Wording(Form.NOUNS, example="simulation exercises")]] | None = Field(
        default=None, description="What its attendance was counted at, in the plural."
    )
    activity_count: Fact[Count] | None = Field(default=None, description="How many of these there were.")
    attendance: Fact[Attendance] | None = Field(default=None, description="Whom it reached, and how many.")
    contributors: Fact[Attendance] | None = Field(default=None, description="Who helped to carry it out, and how many.")
    contributed_over: Fact[Annotated[Text, Wording(Form.PHRASE, "over", "the past 13 months")]] | None = Field(
        default=None, description="In which time they helped."
    )
    outcome: Fact[Sentences] | None = Field(default=None, description="What came of it.")
    follow_up: Fact[Sentences] | None = Field(default=None, description="What follows.")


class PublicationType(StrEnum):
    """What sort of publication it is."""

    REPORT = "report"
    VISIT_REPORT = "country visit report"
    OCCASIONAL_PAPER = "Occasional Paper"
    GUIDELINES = "guidelines"
    HANDBOOK = "handbook"
    COMPENDIUM = "compendium"
    SURVEY = "survey"


class PublicationStatus(StrEnum):
    """How far it has come."""

    PLANNED = "planned"
    FORTHCOMING = "forthcoming"
    PUBLISHED = "published"


Isbn = Annotated[Apart, Field(pattern=r"^[0-9-]{9,16}[0-9X]$")]


class Publication(Told):
    """A report, paper or handbook of the Office."""

    id: Annotated[Id, Unprinted()] = Field(description="Short name that records use: reception-report.")
    type: Fact[PublicationType] = Field(
        description="report, country visit report, Occasional Paper, guidelines, handbook, compendium, survey."
    )
    title: Fact[Title] | None = Field(default=None, description="The title on the cover.")
    subtitle: Fact[Title] | None = Field(default=None, description="The subtitle on the cover.")
    status: Fact[PublicationStatus] = Field(description="planned, forthcoming or published.")
    dated: Fact[Period] | None = Field(
        default=None, description="When it came out or is to come out: 2017-12, early 2018."
    )
    topic: Fact[Topic] | None = Field(default=None, description="What it is about.")
    state: tuple[Fact[Party], ...] = Field(
        default=(), description="The States that it is about, for country visit reports."
    )
    contents: Fact[Sentences] | None = Field(default=None, description="What it holds.")
    languages: tuple[Fact[Name], ...] = Field(default=(), description="Its languages: English; Russian.")
    isbn: Fact[Isbn] | None = Field(default=None, description="ISBN with its hyphens.")
    symbol: Fact[Symbol] | None = Field(default=None, description="Its document symbol: SEC.GAL/182/17.")
    project: Annotated[Id, Refers(("projects",))] | None = Field(
        default=None, description="Id of the project that it comes from."
    )


class Research(Told):
    """A line of research."""

    topic: Fact[Topic] = Field(description="What is studied.")
    runs: Fact[Period] | None = Field(default=None, description="From when to when: 2017-06/.. while it goes on.")
    purpose: Fact[Purpose] | None = Field(default=None, description="What it is for.")
    method: Fact[Sentences] | None = Field(default=None, description="How it is done.")
    results: Fact[Sentences] | None = Field(default=None, description="What it has found.")
    publication: Annotated[Id, Refers(("publications",))] | None = Field(
        default=None, description="Id of the publication that it leads to."
    )


_AUDIENCE = Wording(Form.PHRASE, "for", "monitors of the OSCE Special Monitoring Mission to Ukraine")


class Training(Told):
    """A strand of training over the year, told once and not course by course."""

    audience: Fact[Annotated[Text, _AUDIENCE]] = Field(description="Who is trained.")
    topic: Fact[Topic] | None = Field(default=None, description="What it is about.")
    held: Fact[Period] | None = Field(default=None, description="When, if not all through the year.")
    places: tuple[Fact[Place], ...] = Field(default=(), description="Where courses were held.")
    attendance: Fact[Attendance] | None = Field(default=None, description="How many were trained.")
    purpose: Fact[Purpose] | None = Field(default=None, description="What it is for.")
    outcome: Fact[Sentences] | None = Field(default=None, description="What came of it.")
