"""Who takes part: bodies, States, donors, and the thanks owed to them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import Field

from cthb_reports.models.base import Model, Shorthand
from cthb_reports.models.facts import Fact
from cthb_reports.models.scalars import TextValue
from cthb_reports.models.states import State
from cthb_reports.models.texts import Id, Refers, Text, checked_text
from cthb_reports.models.wordings import ARTICLES, Form, Name, NameWithoutArticle, Wording

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class PartnerType(StrEnum):
    """What sort of body a partner is."""

    UNITED_NATIONS = "United Nations"
    INTERNATIONAL = "international organization"
    STATE_BODY = "State body"
    NGO = "NGO"
    PRIVATE = "private sector"
    ACADEMIA = "academia"
    OSCE = "OSCE"


class Partner(Model):
    """A body that records name by its id, so that its name and abbreviation stand in one place."""

    id: Id = Field(description="Short name that records use: iom.")
    name: Fact[NameWithoutArticle] = Field(
        description="Full official name, without article: International Organization for Migration."
    )
    abbreviation: Fact[Name] | None = Field(default=None, description="As the body writes it: IOM.")
    abbreviation_article: bool = Field(
        default=False, description="Whether 'the' stands before the abbreviation too: yes for the ILO, no for IOM."
    )
    article: bool = Field(
        default=False,
        description="Whether a sentence puts 'the' before the name: yes for the International Organization for Migration, no for Europol.",
    )
    type: Fact[PartnerType] | None = Field(default=None, description="What sort of body it is.")


@dataclass(frozen=True, slots=True)
class Party(TextValue):
    """A partner by its id, a State, or any other body by its name as a sentence has it."""

    id: str | None = None
    state: State | None = None
    name: str | None = None

    what: ClassVar[str] = "the id of a partner, a State, or the name of a body as a sentence has it, with its article"
    examples: ClassVar[tuple[str, ...]] = ("iom", "Germany", "the municipality of Venice")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the party that a text names: an id (`iom`), a State (`Germany`, `DE`), else a name."""
        text = checked_text(text)
        if _ID.fullmatch(text):
            return cls(id=text)
        try:
            return cls(state=State.parse(text))
        except ValueError:
            return cls(name=text)

    def __str__(self) -> str:
        return self.id or self.name or str(self.state)


class Thanks(Model):
    """A debt of thanks."""

    to: tuple[Fact[Party], ...] = Field(
        min_length=1, description="Whom to thank: ids of partners, States, or names with their article."
    )
    reason: Fact[Annotated[Text, Wording(Form.PHRASE, "for", "hosting our workshops")]] | None = Field(
        default=None, description="What for."
    )


class DonorKind(StrEnum):
    """How a donor supports the Office."""

    FINANCIAL = "financial"
    IN_KIND = "in kind"


class Donor(Shorthand):
    """A State or an organization that supports the Office. Its name alone is enough: `NO`."""

    party: Fact[Party] = Field(
        description="The State (Norway or NO), the id of a partner, or the name of an organization."
    )
    kind: Fact[DonorKind] | None = Field(default=None, description="How it supports: financial, or in kind.")
    projects: tuple[Annotated[Id, Refers(("projects",))], ...] = Field(
        default=(), description="Ids of the projects that it supports."
    )

    @classmethod
    def of_text(cls, text: object) -> dict[str, object]:
        """Return who it is."""
        return {"party": text}


_FUNCTION = Wording(Form.NOUNS, example="country visit officer", never=ARTICLES)


class Secondment(Shorthand):
    """A State that lends staff to the Office. Its name alone is enough: `Italy`."""

    state: Fact[State] = Field(description="The State: Italy or IT.")
    function: Fact[Annotated[Text, _FUNCTION]] | None = Field(
        default=None, description="What the seconded person does, without article."
    )

    @classmethod
    def of_text(cls, text: object) -> dict[str, object]:
        """Return who it is."""
        return {"state": text}
