"""What an office may ask of a Word draft besides its text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocxOptions:
    """How a draft looks in a round of clearance; the text is the same with any of them.

    Args:
        line_numbers: Number the lines in the margin, from the first page to the last.
        watermark: A word across every page, such as `DRAFT`; a watermark of the letterhead stays without one.
    """

    line_numbers: bool = False
    watermark: str | None = None


PLAIN = DocxOptions()
"""A draft for which nothing is asked besides its text."""
