"""The writer of Pandoc's Markdown."""

from __future__ import annotations

from cthb_reports.writers.markdown.blocks import write

__all__ = ["write"]
