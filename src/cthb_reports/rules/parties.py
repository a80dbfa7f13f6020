"""Parties that are perhaps not whom the record means."""

from __future__ import annotations

import difflib
from collections.abc import Iterator  # noqa: TC003  # rules are public: their signatures must resolve
from functools import cache

from cthb_reports import reference
from cthb_reports.findings import Severity
from cthb_reports.kinds.report import Report  # noqa: TC001
from cthb_reports.models.base import walk
from cthb_reports.models.parties import Party
from cthb_reports.rules.registry import Violation, rule

_ALIKE = 0.85
"""From which likeness on, 0 to 1, a word is taken for a slip of another: `Norwy` is 0.91 like Norway, `Mali` 0.67 like Malta."""


@rule("C121", "almost-a-state", Severity.WARNING)
def almost_a_state(report: Report) -> Iterator[Violation]:
    """Ask about a body whose name is almost that of a State.

    Why: what is no State is taken for the name of a body, and printed as it was typed, slip and all.

    Example:
        `donors: [Norwy]`.
    """
    for path, value, _ in walk(report):
        if isinstance(value, Party) and value.name and (state := _near_state(value.name)):
            yield Violation(path, f"{value.name!r} is taken for the name of a body", f"did you mean {state}?")


def _near_state(name: str) -> str | None:
    """Return the State that a name misses by a letter or two in a word; abbreviations miss none."""
    words = [] if name.isupper() else reference.folded(name).split()
    return next((state for known, state in _state_names().items() if _are_alike(words, known.split())), None)


def _are_alike(words: list[str], known: list[str]) -> bool:
    # Word by word: "Republic of" alone would make any republic like any other.
    return len(words) == len(known) and all(
        difflib.SequenceMatcher(None, *pair).ratio() >= _ALIKE for pair in zip(words, known, strict=True)
    )


@cache
def _state_names() -> dict[str, str]:
    """Return what each State is called today by every name that people write for it, as `folded` has it."""
    return {
        reference.folded(name): state.name
        for state in reference.states()
        for name in (state.name, *state.aliases, *(dated.name for dated in state.names_by_date))
        if not name.isupper()
    }
