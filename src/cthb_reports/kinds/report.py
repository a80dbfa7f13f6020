"""The yearly report to the Permanent Council."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, ConfigDict, Field

from cthb_reports.models.activities import AnyActivity, Series
from cthb_reports.models.base import Model
from cthb_reports.models.dates import Day, Period
from cthb_reports.models.facts import Fact
from cthb_reports.models.head import Abbreviation, KeyFigure, Mandate, Office
from cthb_reports.models.outlook import Acknowledgements, OutlookItem, Partnerships
from cthb_reports.models.parties import Donor, Partner, Secondment
from cthb_reports.models.structure import Passage, Rewording, Section, Theme
from cthb_reports.models.symbols import Symbol
from cthb_reports.models.texts import Unprinted
from cthb_reports.models.waivers import Waiver
from cthb_reports.models.wordings import Apart, Name
from cthb_reports.models.works import Project, Publication, Research, Training

SCHEMA = 1
"""The version of the form of records that this program reads."""


def _known_version(number: int) -> int:
    if number != SCHEMA:
        raise ValueError(f"records of schema {number} need another version of this program; it reads schema {SCHEMA}")
    return number


SchemaVersion = Annotated[int, AfterValidator(_known_version)]


class Report(Model):
    """All that a yearly report says, in the order in which a reader would ask for it.

    `report.model_dump_json(exclude_none=True)` gives records that `load` reads back as the same report.
    """

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True, serialize_by_alias=True)

    templates: ClassVar[str] = "report"

    schema_version: SchemaVersion = Field(default=1, alias="schema", description="The version of this form: 1.")
    kind: Literal["report"] = Field(default="report", description="The kind of document: report.")
    symbol: Fact[Symbol] | None = Field(default=None, description="Document symbol: SEC.GAL/182/17.")
    issued: Fact[Day] | None = Field(default=None, description="The day on which it is circulated: 2017-12-11.")
    earlier_issue: Fact[Day] | None = Field(default=None, description="For a revision: the day of the first issue.")
    delivered: Day = Field(description="The day on which it is delivered to the Permanent Council: 2017-12-14.")
    place: Fact[Name] = Field(description="Where it is delivered: Vienna.")
    markings: tuple[Fact[Apart], ...] = Field(
        default=(), description="Distribution and language markings, one a line: OSCE+; ENGLISH only."
    )
    language: Apart = Field(
        default="en-GB", pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$", description="Language of the text: en-GB."
    )
    meeting: Fact[int] | None = Field(default=None, description="Number of the meeting of the Permanent Council: 1168.")
    period: Period = Field(description="What the report covers: 2017, or 2016-03-11/2016-12-01.")
    words_at_most: Annotated[int, Field(ge=1), Unprinted()] = Field(
        default=5_000, description="How many words the draft may have before a rule says that it is long."
    )
    office: Office = Field(description="Who reports.")
    mandate: Mandate | None = Field(default=None, description="What the Office acts upon.")
    abbreviations: tuple[Abbreviation, ...] = Field(
        default=(), description="Terms that are shortened after their first use."
    )
    partners: tuple[Partner, ...] = Field(default=(), description="Bodies that records name by their id.")
    sections: tuple[Section, ...] = Field(default=(), description="The parts of the report, in order.")
    themes: tuple[Theme, ...] = Field(default=(), description="The themes of the year.")
    key_figures: tuple[KeyFigure, ...] = Field(default=(), description="Figures of others that set the scene.")
    projects: tuple[Project, ...] = Field(default=(), description="Projects of the Office.")
    series: tuple[Series, ...] = Field(default=(), description="Events that belong together.")
    activities: tuple[AnyActivity, ...] = Field(default=(), description="Events, visits, contributions and campaigns.")
    training: tuple[Training, ...] = Field(default=(), description="Strands of training.")
    research: tuple[Research, ...] = Field(default=(), description="Lines of research.")
    publications: tuple[Publication, ...] = Field(default=(), description="Reports, papers and handbooks.")
    partnerships: Partnerships = Field(default=Partnerships(), description="With whom the Office works.")
    outlook: tuple[OutlookItem, ...] = Field(default=(), description="What the Office intends for next year.")
    passages: tuple[Passage, ...] = Field(
        default=(), description="Stretches of argument that belong to no other record."
    )
    donors: tuple[Fact[Donor], ...] = Field(
        default=(), description="Who supports the Office: AD, AT, NO, or full names."
    )
    secondments: tuple[Fact[Secondment], ...] = Field(default=(), description="States that lend staff.")
    acknowledgements: Acknowledgements | None = Field(default=None, description="The last words.")
    wording: tuple[Rewording, ...] = Field(
        default=(),
        description="What this report says instead of the usual wording of the mandate, the thanks and the like.",
    )
    waive: tuple[Waiver, ...] = Field(
        default=(), description="Findings that are looked at and let stand, each with the reason."
    )


STAND_INS: Mapping[str, object] = MappingProxyType(
    {
        "delivered": "2000-01-01",
        "place": "nowhere",
        "period": "2000",
        "office": {
            "organization": "none",
            "name": "none",
            "abbreviation": "none",
            "head": {"name": "none", "function": ["none"]},
        },
    }
)
"""What takes the place of a faulty head while the rest of a report is looked at; never printed."""
