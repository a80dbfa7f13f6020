"""Parties that are perhaps not whom the record means."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence  # noqa: TC003  # rules are public: their signatures must resolve
from functools import cache, lru_cache

from cthb_reports import reference
from cthb_reports.findings import Severity
from cthb_reports.kinds.report import Report  # noqa: TC001
from cthb_reports.rules.registry import Violation, rule
from cthb_reports.rules.survey import parties

_ALIKE = 0.85
"""From which likeness on, 0 to 1, a word is taken for a slip of another: `Norwy` is 0.91 like Norway, `Mali` 0.67 like Malta."""


@rule("C121", "almost-a-state", Severity.WARNING)
def almost_a_state(report: Report) -> Iterator[Violation]:
    """Ask about a body whose name is almost that of a State.

    Why: what is no State is taken for the name of a body, and printed as it was typed, slip and all.

    Example:
        donors: [Norwy]
    """
    for path, party in parties(report):
        if party.name and (state := _near_state(party.name)):
            yield Violation(path, f"{party.name!r} is taken for the name of a body", f"did you mean {state}?")


@lru_cache(maxsize=1024)
def _near_state(name: str) -> str | None:
    """Return the State that a name misses by a letter or two in a word; abbreviations miss none."""
    words = [] if name.isupper() else reference.folded(name).split()
    known = _state_names().get(len(words), ())
    return next((state for name_words, state in known if all(map(_are_alike, words, name_words))), None)


def _are_alike(word: str, known: str) -> bool:
    # Word by word: "Republic of" alone would make any republic like any other. Words of very different length need no look.
    most = 2 * min(len(word), len(known)) / (len(word) + len(known))
    if word == known or most < _ALIKE:
        return word == known
    matcher = difflib.SequenceMatcher(None, word, known)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


@cache
def _state_names() -> Mapping[int, Sequence[tuple[list[str], str]]]:
    """Return what each State is called today by the words of every name that people write for it, as `folded` has it.

    They stand by the number of their words.
    """
    names = {
        reference.folded(name): state.name
        for state in reference.states()
        for name in (state.name, *state.aliases, *(dated.name for dated in state.names_by_date))
        if not name.isupper()
    }
    found: dict[int, list[tuple[list[str], str]]] = {}
    for name, state in names.items():
        words = name.split()
        found.setdefault(len(words), []).append((words, state))
    return found
