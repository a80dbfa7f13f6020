"""No-break spaces where the house wants them: between a number and what it counts, a day and its month, No. and its number."""

from __future__ import annotations

import re

NO_BREAK_SPACE = "\u00a0"

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_COUNTED = "participating|participants|Partners|States|experts|million|billion|per cent|workshops|NGOs"
# The space stands first: the search then leaps from space to space.
_BOUND = re.compile(
    rf" (?:(?<=\d )(?=(?:{_MONTHS}|{_COUNTED})\b)|(?<=\bNo\. )(?=\d)|(?<=\b(?:Mr|Ms|Dr) )(?=[A-Z])|(?<=\bAmbassador )(?=[A-Z]))"
)


def bound(text: str) -> str:
    """Return a text of the same length whose numbers do not part from what follows them at the end of a line."""
    return _BOUND.sub(NO_BREAK_SPACE, text)
