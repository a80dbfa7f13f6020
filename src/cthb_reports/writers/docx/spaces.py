"""No-break spaces where the house wants them: between a number and what it counts, a day and its month, No. and its number."""

from __future__ import annotations

import re

NO_BREAK_SPACE = "\u00a0"

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_COUNTED = "participating|participants|Partners|States|experts|million|billion|per cent|workshops|NGOs"
_BEFORE = re.compile(
    rf"(?<=\d) (?=(?:{_MONTHS}|{_COUNTED})\b)|(?<=\bNo\.) (?=\d)|(?<=\b(?:Mr|Ms|Dr)) (?=[A-Z])|(?<=\bAmbassador) (?=[A-Z])"
)


def bound(text: str) -> str:
    """Return a text whose numbers do not part from what follows them at the end of a line."""
    return _BEFORE.sub(NO_BREAK_SPACE, text) if " " in text else text
