"""The first page: the document's head, the Office, its mandate, and the figures the report begins with."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from cthb_reports.models.base import Model
from cthb_reports.models.counts import Quantity
from cthb_reports.models.dates import Period
from cthb_reports.models.facts import Fact
from cthb_reports.models.parties import Party
from cthb_reports.models.structure import Told
from cthb_reports.models.texts import Text
from cthb_reports.models.wordings import Apart, Form, Name, NameWithoutArticle, Purpose, Title, Wording


class Head(Model):
    """Who heads the Office and signs the report."""

    rank: Fact[Apart] | None = Field(default=None, description="Rank or title before the name: Ambassador.")
    name: Fact[Name] = Field(description="Given name and surname: Madina Jarbussynova.")
    function: tuple[Fact[Apart], ...] = Field(
        min_length=1, description="The full title, one entry for each printed line."
    )


class Office(Model):
    """The Office that reports."""

    organization: Fact[Apart] = Field(
        description="Full official name: Organization for Security and Co-operation in Europe."
    )
    name: Fact[NameWithoutArticle] = Field(
        description="Full name without article: Office of the Special Representative and Co-ordinator ..."
    )
    abbreviation: Fact[Name] = Field(description="Short form of its name: OSR/CTHB.")
    head: Head = Field(description="Who heads it.")


class Pillar(Model):
    """One of the Ps of the Action Plan."""

    name: Fact[Apart] = Field(description="One word: Prevention.")
    covers: tuple[Fact[Annotated[Text, Wording(Form.PHRASE, "including", "data collection")]], ...] = Field(
        default=(), description="What belongs to it."
    )
    aim: Fact[Purpose] | None = Field(default=None, description="What it is for.")


_REFERENCE = Wording(Form.PHRASE, "in accordance with", "the OSCE Action Plan to Combat Trafficking in Human Beings")


class Mandate(Model):
    """What the Office acts upon."""

    references: tuple[Fact[Annotated[Text, _REFERENCE]], ...] = Field(
        min_length=1,
        description="The decisions, by symbol or by name: MC.DEC/2/03.",
    )
    pillars: tuple[Pillar, ...] = Field(default=(), description="The Ps, in order.")


class Abbreviation(Model):
    """A term that is written out at first and shortened afterwards."""

    short: Fact[Name] = Field(description="The short form: THB.")
    full: Fact[Annotated[Text, Wording(Form.NOUNS, example="trafficking in human beings")]] = Field(
        description="What it stands for."
    )


_COUNTS = Wording(Form.CLAUSE, "24.9 million", "people were trapped in forced labour")


class KeyFigure(Told):
    """A figure of others that sets the scene."""

    value: Fact[Quantity] = Field(description="The figure: 24.9 million; 144,656; almost one in four; 25 per cent.")
    counts: Fact[Annotated[Text, _COUNTS]] = Field(description="What the figure counts.")
    publisher: Fact[Party] | None = Field(
        default=None,
        description="Who published it: the id of a partner, or a name as a sentence has it, with its article.",
    )
    title: Fact[Title] | None = Field(default=None, description="Title of the publication.")
    edition: Fact[Name] | None = Field(default=None, description="Its edition or year.")
    refers_to: Fact[Period] | None = Field(default=None, description="The time that the figure is about: 2016.")
    as_of: Fact[Period] | None = Field(default=None, description="The day to which it was counted: 2017-10-17.")
