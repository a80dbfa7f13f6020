"""Where records are told and how: sections, themes, and what every told record may say about itself."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from cthb_reports.models.base import Model
from cthb_reports.models.facts import Fact
from cthb_reports.models.parties import Thanks
from cthb_reports.models.texts import Id, Narrative, Refers, Text, Unprinted
from cthb_reports.models.wordings import Apart, Heading

FieldName = Annotated[str, Field(pattern=r"^[a-z_]+(\.[a-z_]+)*$")]


TURN = r"^[a-z]+( [a-z]+)* [1-9]$"


class Told(Model):
    """What every record says about its place in the text and its way through clearance."""

    id: Annotated[Id, Unprinted()] | None = Field(
        default=None, description="Short name by which other records refer to this one: alliance-2017."
    )
    section: Annotated[Id, Refers(("sections",))] | None = Field(
        default=None, description="Id of the section that tells this record."
    )
    theme: Annotated[Id, Refers(("themes",))] | None = Field(
        default=None, description="Id of the theme that tells this record, instead of a section."
    )
    order: Annotated[int, Unprinted()] | None = Field(
        default=None,
        description="Place within its section or theme; records without one follow in the order of the files.",
    )
    narrative: Narrative | None = Field(
        default=None,
        description="Your own paragraphs in Markdown; {{ held }} prints a field of this record. What they leave out is added in sentences.",
    )
    said: Annotated[tuple[FieldName, ...], Unprinted()] = Field(
        default=(),
        description="Fields that the narrative says in words of its own, so that no sentence repeats them: [purpose, attendance.audiences].",
    )
    key_phrase: Apart | None = Field(
        default=None,
        description="The words to print bold where they stand in the narrative or the sentences, 3 to 25 of them.",
    )
    joins: Annotated[bool, Unprinted()] | None = Field(
        default=None,
        description="Whether its text goes on in the paragraph of the record before; without this, short ones do.",
    )
    turns: Annotated[tuple[Annotated[str, Field(pattern=TURN)], ...], Unprinted()] = Field(
        default=(),
        description="Which of several wordings its sentences take, so that they stay as they are; `pull` writes it: [opening 2, thanks 1].",
    )
    thanks: tuple[Thanks, ...] = Field(default=(), description="Whom to thank here, and for what.")
    supplied_by: Annotated[Text, Unprinted()] | None = Field(
        default=None,
        description="Who gave its facts and owes those that are still to come: the country visit officer; never printed.",
    )
    cleared: bool = Field(default=False, description="Whether it is cleared: yes or no; never printed.")


class Passage(Told):
    """A stretch of argument that belongs to no other record."""

    narrative: Narrative = Field(description="Paragraphs in Markdown.")


class Theme(Model):
    """A theme of the year, announced in a list and told in a block of its own."""

    id: Id = Field(description="Short name that records use: children.")
    title: Fact[Heading] = Field(description="Its name in the list of themes.")
    key_phrase: Apart | None = Field(default=None, description="The words to print bold in the block of this theme.")
    opening: Narrative | None = Field(default=None, description="Paragraphs before the records of this theme.")
    closing: Narrative | None = Field(default=None, description="Paragraphs after them.")


class Section(Model):
    """A part of the report, with or without a heading of its own."""

    id: Id = Field(description="Short name that records use: outlook.")
    title: Fact[Heading] | None = Field(default=None, description="The heading; leave it out for a part without one.")
    opening: Narrative | None = Field(default=None, description="Paragraphs under the heading, before all else.")
    themes: tuple[Annotated[Id, Refers(("themes",))], ...] = Field(
        default=(), description="Ids of the themes told here, in order; they are announced in a list."
    )
    collects: tuple[FieldName, ...] = Field(
        default=(), description="Names of lists whose records are told here unless they name another place: [outlook]."
    )
    closing: Narrative | None = Field(default=None, description="Paragraphs at the end.")


class Rewording(Model):
    """What this report says instead of the usual wording of a block that belongs to no record."""

    block: str = Field(min_length=1, description="The name of the wording: mandate; donors; themes latest-trends.")
    text: Narrative = Field(
        description="One paragraph in Markdown; {{ period }} prints a field of the report, {{ mandate.references | listed }} a list."
    )
