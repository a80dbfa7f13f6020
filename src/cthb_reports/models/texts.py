"""Words that people type: single-line texts, narratives in Markdown, identifiers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from cthb_reports.models.facts import looks_pending, nearly_pending

# U+E000-U+F8FF carry our marks from the template to the tree; control characters cannot stand in a DOCX.
_FORBIDDEN = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
NOT_EMPTY = r"\S"


@dataclass(frozen=True)
class Markdown:
    """Marks a text field as Markdown with expressions of its own record."""


@dataclass(frozen=True)
class Refers:
    """Marks an identifier as a reference to a record of one of these lists of the report."""

    to: tuple[str, ...]


@dataclass(frozen=True)
class Unprinted:
    """Marks a field that is for the people who draft, and never stands in the text."""


def _clean(text: str) -> str:
    if bad := _FORBIDDEN.search(text):
        raise ValueError(f"character U+{ord(bad[0]):04X} at position {bad.start() + 1} cannot be printed; delete it")
    if nearly_pending(text):
        raise ValueError(f"{text[:40]!r} seems to be a fact still to come; write 'TBC' or 'TBC: what is awaited'")
    if looks_pending(text):
        raise ValueError(f"{text[:40]!r} cannot stand here: this must be known; fill it in, or delete the line")
    return text


def checked_text(text: str) -> str:
    """Return one line of text that can be printed.

    Raises:
        ValueError: It is empty, holds characters that no page can show, or is or means to be a fact still to come.
    """
    line = " ".join(_clean(text).split())
    if not line:
        raise ValueError("the text is empty; fill it in, or delete the line")
    return line


Text = Annotated[str, AfterValidator(checked_text)]
"""One line of plain text; white space and line ends count as one space each."""

# Not stripped: places inside a narrative are counted from the first character of the author's text.
Narrative = Annotated[str, StringConstraints(pattern=NOT_EMPTY), AfterValidator(_clean), Markdown()]
"""Paragraphs of Markdown: emphasis, lists, links, footnotes, and `{{ field | filter }}` of their own record."""

Id = Annotated[str, StringConstraints(pattern=ID, max_length=60)]
"""The short name of a record: small letters, figures and single hyphens."""
