"""The shape of a rule of style that is code, and of what it finds."""

from __future__ import annotations

import functools
import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports.style.shortened import uses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from cthb_reports.findings import Severity
    from cthb_reports.style.house import House
    from cthb_reports.style.passages import Passage
    from cthb_reports.style.shortened import Use


@dataclass(frozen=True, slots=True)
class Spot:
    """Words of a passage that the house would write otherwise.

    Args:
        passage: The number of the passage.
        start: Where they begin in its text.
        end: Where they end.
        message: What is wrong, with the author's own words in it; lower case, no full stop.
        hint: What to do.
        replacement: What to write instead, only where that is sure.
        safe: Whether the replacement can be made unseen: it changes no number, date, name or meaning.
    """

    passage: int
    start: int
    end: int
    message: str
    hint: str | None = None
    replacement: str | None = None
    safe: bool = False


@dataclass(frozen=True)
class Reading:
    """What a rule of style looks at.

    Args:
        passages: The text, in its order.
        house: Whose style it follows.
        day: The day of the text, such as that of delivery; `None` where nobody knows.
    """

    passages: tuple[Passage, ...]
    house: House
    day: date | None = None

    @functools.cached_property
    def abbreviations(self) -> tuple[Use, ...]:
        """Every place of an abbreviation, in the order of the text."""
        return uses(self.passages)

    def prose(self) -> Iterator[tuple[int, Passage]]:
        """Yield what is written in sentences, with its number: no headings, cells, covers and captions."""
        return ((number, passage) for number, passage in enumerate(self.passages) if passage.is_prose)


@dataclass(frozen=True, slots=True)
class StyleRule:
    """A rule of style as a reader meets it.

    Args:
        code: Letter S and three digits.
        name: The fault in words.
        severity: How bad it is.
        manual: Its manual page.
        any_house: Whether it is a fault whatever house a text comes from.
        function: What finds the places; `None` for an entry of a file of words.
    """

    code: str
    name: str
    severity: Severity
    manual: str
    any_house: bool = False
    function: Callable[[Reading], Iterator[Spot]] | None = None


def style_rule(
    code: str, name: str, severity: Severity, *, any_house: bool = False
) -> Callable[[Callable[[Reading], Iterator[Spot]]], StyleRule]:
    """Make a rule of a function; its docstring is the manual page."""

    def make(function: Callable[[Reading], Iterator[Spot]]) -> StyleRule:
        return StyleRule(code, name, severity, inspect.getdoc(function) or "", any_house, function)

    return make
