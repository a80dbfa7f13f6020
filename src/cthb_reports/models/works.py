"""What the Office works at for longer: projects, research, training, publications."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from cthb_reports.models.activities import Attendance, Place
from cthb_reports.models.counts import Count
from cthb_reports.models.dates import Period
from cthb_reports.models.facts import Fact
from cthb_reports.models.parties import Party
from cthb_reports.models.structure import Told
from cthb_reports.models.symbols import Symbol
from cthb_reports.models.texts import Id, Refers, Text, Unprinted


class Budget(StrEnum):
    """Where the money of a project comes from."""

    EXTRABUDGETARY = "extrabudgetary"
    UNIFIED = "unified budget"


class Project(Told):
    """A project of the Office."""

    id: Annotated[Id, Unprinted()] = Field(description="Short name that records use: migration-routes.")
    title: Text = Field(description="The official title, without quotation marks.")
    budget: Budget | None = Field(default=None, description="extrabudgetary, or unified budget.")
    runs: Fact[Period] | None = Field(
        default=None, description="From when to when: 2016/2018, or 2016/.. while no end is set."
    )
    place: Fact[Place] | None = Field(default=None, description="Where most of it happens.")
    purpose: Fact[Text] | None = Field(default=None, description="Completes 'to ...', no capital, no full stop.")
    partner_count: Fact[Count] | None = Field(
        default=None, description="How many partners it has in all, named or not."
    )
    partners: tuple[Party, ...] = Field(default=(), description="The partners that are named.")
    activity_kind: Text | None = Field(
        default=None, description="What its attendance was counted at, a plural noun: simulation exercises."
    )
    activity_count: Fact[Count] | None = Field(default=None, description="How many of these there were.")
    attendance: Fact[Attendance] | None = Field(default=None, description="Whom it reached, and how many.")
    contributors: Fact[Attendance] | None = Field(default=None, description="Who helped to carry it out, and how many.")
    contributed_over: Text | None = Field(default=None, description="Completes 'over ...': the past 13 months.")
    outcome: Fact[Text] | None = Field(default=None, description="What came of it, in whole sentences.")
    follow_up: Fact[Text] | None = Field(default=None, description="What follows, in whole sentences.")


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


class Publication(Told):
    """A report, paper or handbook of the Office."""

    id: Annotated[Id, Unprinted()] = Field(description="Short name that records use: reception-report.")
    type: PublicationType = Field(
        description="report, country visit report, Occasional Paper, guidelines, handbook, compendium, survey."
    )
    title: Fact[Text] | None = Field(default=None, description="As on the cover, without quotation marks.")
    subtitle: Text | None = Field(default=None, description="As on the cover.")
    status: PublicationStatus = Field(description="planned, forthcoming or published.")
    dated: Fact[Period] | None = Field(
        default=None, description="When it came out or is to come out: 2017-12, early 2018."
    )
    topic: Fact[Text] | None = Field(default=None, description="Completes 'on ...', no full stop.")
    state: tuple[Party, ...] = Field(default=(), description="The States that it is about, for country visit reports.")
    contents: Fact[Text] | None = Field(default=None, description="What it holds, in whole sentences.")
    languages: tuple[Text, ...] = Field(default=(), description="Its languages: English; Russian.")
    isbn: Text | None = Field(default=None, pattern=r"^[0-9-]{9,16}[0-9X]$", description="ISBN with its hyphens.")
    symbol: Symbol | None = Field(default=None, description="Its document symbol: SEC.GAL/182/17.")
    project: Annotated[Id, Refers(("projects",))] | None = Field(
        default=None, description="Id of the project that it comes from."
    )


class Research(Told):
    """A line of research."""

    topic: Text = Field(description="Completes 'research on ...', no full stop.")
    runs: Fact[Period] | None = Field(default=None, description="From when to when: 2017-06/.. while it goes on.")
    purpose: Fact[Text] | None = Field(default=None, description="Completes 'to ...', no capital, no full stop.")
    method: Fact[Text] | None = Field(default=None, description="How it is done, in whole sentences.")
    results: Fact[Text] | None = Field(default=None, description="What it has found, in whole sentences.")
    publication: Annotated[Id, Refers(("publications",))] | None = Field(
        default=None, description="Id of the publication that it leads to."
    )


class Training(Told):
    """A strand of training over the year, told once and not course by course."""

    audience: Text = Field(
        description="Who is trained, completes 'for ...': monitors of the OSCE Special Monitoring Mission to Ukraine."
    )
    topic: Fact[Text] | None = Field(default=None, description="Completes 'on ...', no full stop.")
    held: Fact[Period] | None = Field(default=None, description="When, if not all through the year.")
    places: tuple[Place, ...] = Field(default=(), description="Where courses were held.")
    attendance: Fact[Attendance] | None = Field(default=None, description="How many were trained.")
    purpose: Fact[Text] | None = Field(default=None, description="Completes 'to ...', no capital, no full stop.")
    outcome: Fact[Text] | None = Field(default=None, description="What came of it, in whole sentences.")
