"""Figures and dates that an author typed into a narrative although a field of the same record holds them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports.models.base import walk
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
    for path, text, parent_path, parent in narratives(report):
        bare = EXPRESSION.sub(lambda match: " " * len(match[0]), text)
        for field_path, value, _ in walk(parent, parent_path):
            below = field_path[len(parent_path) :]
            if isinstance(value, Count | Quantity | Period) and all(isinstance(step, str) for step in below):
                figure = words(value, session)
                match = re.search(rf"(?<![\w,.]){re.escape(figure)}(?!\w)(?!,\d)", bare)
                if match and re.search(r"\d{2}", figure):
                    yield TypedFigure(path, *match.span(), figure, ".".join(map(str, below)))
