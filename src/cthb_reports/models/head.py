"""The first page: the document's head, the Office, its mandate, and the figures the report begins with."""

from __future__ import annotations

from pydantic import Field

from cthb_reports.models.base import Model
from cthb_reports.models.counts import Quantity
from cthb_reports.models.dates import Period
from cthb_reports.models.facts import Fact
from cthb_reports.models.structure import Told
from cthb_reports.models.texts import Text


class Head(Model):
    """Who heads the Office and signs the report."""

    rank: Text | None = Field(default=None, description="Rank or title before the name: Ambassador.")
    name: Text = Field(description="Given name and surname: Madina Jarbussynova.")
    function: tuple[Text, ...] = Field(min_length=1, description="The full title, one entry for each printed line.")


class Office(Model):
    """The Office that reports."""

    organization: Text = Field(description="Full official name: Organization for Security and Co-operation in Europe.")
    name: Text = Field(
        description="Full name without article: Office of the Special Representative and Co-ordinator ..."
    )
    abbreviation: Text = Field(description="Short form of its name: OSR/CTHB.")
    head: Head = Field(description="Who heads it.")


class Pillar(Model):
    """One of the Ps of the Action Plan."""

    name: Text = Field(description="One word: Prevention.")
    covers: tuple[Text, ...] = Field(default=(), description="Completes 'including ...': data collection; research.")
    aim: Text | None = Field(
        default=None, description="Completes 'to ...': ensure adequate assistance and compensation."
    )


class Mandate(Model):
    """What the Office acts upon."""

    references: tuple[Text, ...] = Field(
        min_length=1,
        description="The decisions, each as a sentence has it: MC.DEC/2/03; the OSCE Action Plan to Combat Trafficking in Human Beings.",
    )
    pillars: tuple[Pillar, ...] = Field(default=(), description="The Ps, in order.")


class Abbreviation(Model):
    """A term that is written out at first and shortened afterwards."""

    short: Text = Field(description="The short form: THB.")
    full: Text = Field(description="What it stands for, as a sentence has it: trafficking in human beings.")


class KeyFigure(Told):
    """A figure of others that sets the scene."""

    value: Fact[Quantity] = Field(description="The figure: 24.9 million; 144,656; almost one in four; 25 per cent.")
    counts: Text = Field(
        description="Completes the figure to a sentence, with its verb: people were trapped in forced labour."
    )
    publisher: Text | None = Field(
        default=None,
        description="Who published it, as a sentence has it: the United Nations High Commissioner for Refugees (UNHCR).",
    )
    title: Text | None = Field(default=None, description="Title of the publication, without quotation marks.")
    edition: Text | None = Field(default=None, description="Its edition or year.")
    refers_to: Fact[Period] | None = Field(default=None, description="The time that the figure is about: 2016.")
    as_of: Fact[Period] | None = Field(default=None, description="The day to which it was counted: 2017-10-17.")
