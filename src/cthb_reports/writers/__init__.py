"""Which writer makes which kind of file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cthb_reports.errors import UnknownNameError
from cthb_reports.writers.options import PLAIN, Circulation, DocxOptions
from cthb_reports.writers.written import Written

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cthb_reports.document import Document

__all__ = ["PLAIN", "WORD", "WRITERS", "Circulation", "DocxOptions", "Written", "write"]

WORD = ".docx"
"""The suffix of the one format that has a letterhead and options."""


def write(  # noqa: PLR0913  # what a DOCX may be asked to be
    document: Document,
    suffix: str,
    *,
    letterhead: bytes | None = None,
    options: DocxOptions = PLAIN,
    pictures: Mapping[str, bytes] | None = None,
    circulation: Circulation | None = None,
) -> Written:
    """Return a document as the bytes of a file.

    Args:
        document: What to write.
        suffix: Names the format as a file's name does: `.docx`.
        letterhead: A DOCX whose styles, header and footer to use instead of our own; the other formats have no use for it.
        options: What a DOCX has besides its text; the other formats have no use for it.
        pictures: The contents of the pictures by their names in the document; Markdown only names them.
        circulation: What a DOCX carries while it goes round; the other formats have no use for it.

    Raises:
        UnknownNameError: No writer makes such files.
        DraftError: The letterhead cannot be used, or the format cannot hold something of the document.
    """
    if suffix.lower() not in WRITERS:
        raise UnknownNameError("writer for", suffix, sorted(WRITERS))
    return WRITERS[suffix.lower()](
        document, letterhead=letterhead, options=options, pictures=pictures or {}, circulation=circulation
    )


def _docx(document: Document, **options: Any) -> Written:
    from cthb_reports.writers import docx  # noqa: PLC0415 -- python-docx takes its time to import, and not every draft is a DOCX

    return docx.write(document, **options)


def _html(document: Document, *, pictures: Mapping[str, bytes], **_: Any) -> Written:
    from cthb_reports.writers import html  # noqa: PLC0415 -- loaded as the others are

    return html.write(document, pictures)


def _markdown(document: Document, **_: Any) -> Written:
    from cthb_reports.writers import markdown  # noqa: PLC0415 -- loaded as the other is

    return markdown.write(document)


WRITERS: Mapping[str, Callable[..., Written]] = {
    WORD: _docx,
    ".html": _html,
    ".md": _markdown,
}
"""From the suffix of a file to the function that makes it."""
