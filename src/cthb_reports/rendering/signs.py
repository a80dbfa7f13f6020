"""Private-use characters that live between the templates and the parser: what the whole text decides once it is there.

| character        | meaning                                                                     |
|------------------|-----------------------------------------------------------------------------|
| U+E004, U+E005   | the text of a record begins (the index of its key phrase follows), ends     |
| U+E006           | a paragraph that our sentences make; the number of its strand follows       |
| U+E007           | the same, but of what a narrative has left out                              |
| U+E008           | the same for a narrative                                                    |
| U+E009, U+E00A   | behind such a number: it joins the paragraph before, it does not            |
| from U+E100      | a name that has a short form: which one is its number                       |

`document.marks` has the marks that go on to the parser. No input may hold a private-use character.
"""

from __future__ import annotations

from cthb_reports.document.marks import DIGITS, MARKS, SPAN, SPAN_END, STYLED, STYLED_END

PHRASED, PHRASED_END, COMPOSED, LEFT_OVER, NARRATED = "\ue004", "\ue005", "\ue006", "\ue007", "\ue008"
JOINS, APART = "\ue009", "\ue00a"
SIGNS = f"{MARKS}{PHRASED}-{APART}"
"""For a character class: all that a reader does not see."""
CHARACTERS = (
    f"{SPAN}{SPAN_END}{STYLED}{STYLED_END}{DIGITS}{PHRASED}{PHRASED_END}{COMPOSED}{LEFT_OVER}{NARRATED}{JOINS}{APART}"
)
"""The same, one after the other."""

FIRST_NAME, LAST_NAME = "\ue100", "\uf8ff"
NAMES = f"{FIRST_NAME}-{LAST_NAME}"
"""For a character class: names that are still to be written out or shortened."""

_TO_DIGITS = {ord(str(digit)): DIGITS[digit] for digit in range(10)}


def numbered(sign: str, index: int) -> str:
    """Return a sign with an index."""
    return sign + str(index).translate(_TO_DIGITS)


def strand_sign(sort: str, strand: int, *, joins: bool | None = None) -> str:
    """Return what a paragraph of a record begins with: its sort, its strand, and what its author wants of it."""
    return numbered(sort, strand) + ("" if joins is None else JOINS if joins else APART)


def name_sign(number: int) -> str:
    """Return the character that stands for a name."""
    return chr(ord(FIRST_NAME) + number)


def name_number(sign: str) -> int:
    """Return which name a character stands for."""
    return ord(sign) - ord(FIRST_NAME)
