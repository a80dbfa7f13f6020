"""Words that say how a number written down stands to the real one."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Qualifier(StrEnum):
    """How a number written down stands to the real one; the value is the word, empty for exactly that many."""

    EXACT = ""
    OVER = "over"
    MORE_THAN = "more than"
    ALMOST = "almost"
    NEARLY = "nearly"
    UP_TO = "up to"
    SOME = "some"
    ABOUT = "about"
    AROUND = "around"
    AT_LEAST = "at least"

    def before(self, number: str) -> str:
        """Return the number with the word before it."""
        return f"{self} {number}".lstrip()


_ALL_WORDS: Final = tuple(qualifier for qualifier in Qualifier if qualifier)
QUALIFIERS_IN_WORDS: Final = f"{', '.join(_ALL_WORDS[:-1])} or {_ALL_WORDS[-1]}"
_QUALIFIED: Final = re.compile(rf"(?:({'|'.join(_ALL_WORDS)})\s+)?(\S.*)", re.IGNORECASE | re.DOTALL)

ABOVE: Final = frozenset({Qualifier.OVER, Qualifier.MORE_THAN})
BELOW: Final = frozenset({Qualifier.ALMOST, Qualifier.NEARLY})
NEAR: Final = frozenset({Qualifier.SOME, Qualifier.ABOUT, Qualifier.AROUND})


def split_qualifier(text: str) -> tuple[Qualifier, str]:
    """Return the qualifier that a text begins with, and the rest; both empty for an empty text."""
    match = _QUALIFIED.fullmatch(" ".join(text.split()))
    return (Qualifier((match[1] or "").lower()), match[2]) if match else (Qualifier.EXACT, "")
