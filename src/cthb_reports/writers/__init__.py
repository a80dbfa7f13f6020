"""Which writer makes which kind of file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cthb_reports.errors import UnknownNameError
from cthb_reports.writers.written import Written

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cthb_reports.document import Document

__all__ = ["WRITERS", "Written", "write"]


def write(document: Document, suffix: str, *, letterhead: bytes | None = None) -> Written:
    """Return a document as the bytes of a file.

    Args:
        document: What to write.
        suffix: Names the format as a file's name does: `.docx`.
        letterhead: A DOCX whose styles, header and footer to use instead of our own; Markdown has no use for it.

    Raises:
        UnknownNameError: No writer makes such files.
        DraftError: The letterhead cannot be used, or the format cannot hold something of the document.
    """
    if suffix.lower() not in WRITERS:
        raise UnknownNameError("writer for", suffix, sorted(WRITERS))
    return WRITERS[suffix.lower()](document, letterhead)


def _docx(document: Document, letterhead: bytes | None) -> Written:
    from cthb_reports.writers import docx  # noqa: PLC0415 -- lxml takes its time to import, and not every draft is a DOCX

    return docx.write(document, letterhead=letterhead)


def _html(document: Document, _: bytes | None) -> Written:
    from cthb_reports.writers import html  # noqa: PLC0415 -- loaded as the others are

    return html.write(document)


def _markdown(document: Document, _: bytes | None) -> Written:
    from cthb_reports.writers import markdown  # noqa: PLC0415 -- loaded as the other is

    return markdown.write(document)


WRITERS: Mapping[str, Callable[[Document, bytes | None], Written]] = {".docx": _docx, ".html": _html, ".md": _markdown}
"""From the suffix of a file to the function that makes it."""
