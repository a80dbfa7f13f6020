r"""The marks that carry an anchor through Markdown: private-use characters, which no input may hold.

The whole range U+E000 to U+F8FF is refused in input (`PRIVATE_USE`); used of it are

| character         | meaning                                                              |
|-------------------|----------------------------------------------------------------------|
| U+E000, U+E001    | a span begins (its index follows, in digits U+E010 to U+E019), ends   |
| U+E002, U+E003    | a styled block begins (index, then the name of its style), ends       |

No author can write one, and none means anything to Markdown; so no text can forge, close or break a mark.
"""

from __future__ import annotations

import re

from cthb_reports.errors import DraftError

PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
"""Characters that input must not hold. The layers below keep their own copy of this range."""

SPAN, SPAN_END, STYLED, STYLED_END = "\ue000", "\ue001", "\ue002", "\ue003"
DIGITS = "".join(chr(0xE010 + digit) for digit in range(10))
MARKS = f"{SPAN}-{STYLED_END}{DIGITS[0]}-{DIGITS[-1]}"
"""For a character class: every character that marks use."""

_TO_DIGITS = {ord(str(digit)): DIGITS[digit] for digit in range(10)}
_FROM_DIGITS = {ord(DIGITS[digit]): str(digit) for digit in range(10)}


def mark(index: int, text: str) -> str:
    """Return Markdown that `parse` reads as a `Span` with the anchor of that index.

    The text inside is Markdown of its own: markup at its edges is read as if it stood alone.
    """
    return f"{SPAN}{_digits(index)}{text}{SPAN_END}"


def fence(body: str, *, style: str | None = None, index: int | None = None) -> str:
    """Return Markdown blocks that `parse` reads as `Styled`.

    Args:
        body: Blocks of Markdown; may hold further fences.
        style: The name of a paragraph style, or `None` to keep the usual ones.
        index: Which anchor the blocks come from, or `None`.

    Raises:
        DraftError: The name of the style has a line break or a private-use character in it.
    """
    if style and (len(style.splitlines()) > 1 or PRIVATE_USE.search(style)):
        raise DraftError(f"{style!r} cannot be the name of a style; write it in one line")
    return f"\n\n{STYLED}{'' if index is None else _digits(index)}{style or ''}\n\n{body}\n\n{STYLED_END}\n\n"


def index_of(digits: str) -> int:
    """Return the index that `mark` or `fence` wrote."""
    return int(digits.translate(_FROM_DIGITS))


def _digits(index: int) -> str:
    return str(index).translate(_TO_DIGITS)


_SPACE = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_SPECIAL = re.compile(
    r"[*_`\[\]<>#~^=|\\&\ue000-\uf8ff]"  # means something anywhere
    r"|^(?P<first>[!-/:;?@{}])"  # ASCII punctuation that may begin a block, or go on with what stands before
    r"|^\s|\s$"  # would be lost at the edge of a line
    r"|!$"  # may make a picture of a link that follows
    r"|^(?P<number>\d{1,9})(?=[.)]|$)"  # may begin an ordered list
)


def escape(text: str) -> str:
    """Return plain text as Markdown that `parse` reads as the same text, wherever it stands.

    White space (but not the no-break space) becomes single spaces; a private-use character becomes U+FFFD.
    Backslash and bar become character references, as a table row is cut at bars before escapes are read.
    """
    if "  " in text or not text.isprintable():
        text = _SPACE.sub(" ", text)
    return _SPECIAL.sub(_escaped, text)


_AS_REFERENCE = "\\|"


def _escaped(match: re.Match[str]) -> str:
    found = match.group()
    if PRIVATE_USE.match(found):
        return "\ufffd"
    if match["number"] or found in _AS_REFERENCE or found.isspace():
        return f"&#{ord(found[0])};{found[1:]}"
    return f"\\{found}"
