"""Figures and dates that an author typed into a narrative although a field of the same record holds them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import BaseModel

from cthb_reports.models.base import fields_of
from cthb_reports.models.counts import Count, Quantity
from cthb_reports.models.dates import Period
from cthb_reports.rendering.narratives import EXPRESSION, narratives
from cthb_reports.rendering.session import Session
from cthb_reports.rendering.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds.report import Report


@dataclass(frozen=True, slots=True)
class TypedFigure:
    """A figure in a narrative, characters `start` to `end`, and the expression that prints the field that holds it."""

    narrative: FieldPath
    start: int
    end: int
    words: str
    expression: str


def typed_figures(report: Report) -> Iterator[TypedFigure]:
    """Yield every figure of a record that its own narrative types; numbers below ten are too common to ask about."""
    session = Session(report)
    for path, text, _, parent in narratives(report):
        for below, value in _own_figures(parent, ""):
            figure = words(value, session)
            # Looking for it as it is comes first: nearly none is typed.
            if figure in text and re.search(r"\d{2}", figure):
                bare = EXPRESSION.sub(lambda match: " " * len(match[0]), text)
                match = re.search(rf"(?<![\w,.]){re.escape(figure)}(?!\w)(?!,\d)", bare)
                if match:
                    yield TypedFigure(path, *match.span(), figure, below)


def _own_figures(record: BaseModel, path: str) -> Iterator[tuple[str, Count | Quantity | Period]]:
    """Yield the figures of a record with the expressions that print them; none reaches into a list."""
    for attribute, field in fields_of(type(record)):
        value = getattr(record, attribute)
        if isinstance(value, Count | Quantity | Period):
            yield f"{path}{field.name}", value
        elif isinstance(value, BaseModel):
            yield from _own_figures(value, f"{path}{field.name}.")
