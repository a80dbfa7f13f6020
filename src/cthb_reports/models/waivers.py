"""Findings that an author has looked at and lets stand, each with the reason."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from cthb_reports.models.base import Model
from cthb_reports.models.texts import Text, Unprinted

NEVER_WAIVED = {
    "D": "it keeps the records from being a report",
    "F": "the file cannot be read",
    "P": "a fact still to come is filled in, or taken out",
    "V": "it is about a waiver",
}
"""Groups of findings that no reason makes right, and why."""

_RULE = re.compile(r"[A-Z]\d{0,3}")


def _rule(text: str) -> str:
    code = text.strip()
    if not _RULE.fullmatch(code):
        raise ValueError(f"{text!r} is no code of a rule; write a code or the group it begins with: C402, C4, S")
    if why := NEVER_WAIVED.get(code[0]):
        raise ValueError(f"{text!r} cannot be waived: {why}; mend what it is about")
    return code


class Waiver(Model):
    """A finding that is looked at and let stand."""

    rule: Annotated[str, AfterValidator(_rule), Unprinted()] = Field(
        description="Code of the finding, or the group that it begins with: C402, C4, S.", examples=["C402"]
    )
    where: Annotated[Text, Unprinted()] | None = Field(
        default=None,
        description="Field or id of the record that it is about: donors, activities[3].held, alliance-2017. Without it, the whole report.",
        examples=["donors"],
    )
    why: Annotated[Text, Unprinted()] = Field(
        description="Why it is right as it stands: France gives to the core budget.",
        examples=["France gives to the core budget"],
    )
