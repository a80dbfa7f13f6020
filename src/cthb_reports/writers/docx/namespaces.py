"""The XML namespaces of a DOCX, and small helpers for its text."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from cthb_reports.writers.written import printable

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OURS = "urn:cthb-reports:draft:1"
"""The namespace of the part in which a draft says what it was when we wrote it."""

Element = Any
"""An element of python-docx or lxml: their stubs promise less than the schema of a DOCX holds."""

_QUOTES = {'"': "&quot;"}


def w(name: str) -> str:
    """Return the qualified name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def xml(text: str) -> str:
    """Return text for an element or attribute, without the characters that XML cannot hold."""
    return escape(printable(text), _QUOTES)
