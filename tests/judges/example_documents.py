"""The documents and Word files of the examples, made once."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

import cthb_reports
from cthb_reports.rendering import render

if TYPE_CHECKING:
    from cthb_reports.document import Document

EXAMPLES = Path(__file__).parents[2] / "examples"


@functools.cache
def example(name: str) -> Document:
    """Return the document of one of the examples."""
    return render(cthb_reports.load(EXAMPLES / name)).document


@functools.cache
def example_draft(name: str) -> bytes:
    """Return the Word file that one of the examples is drafted as."""
    return cthb_reports.draft(cthb_reports.load(EXAMPLES / name), ".docx").content
