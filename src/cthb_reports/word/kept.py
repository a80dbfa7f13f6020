"""The keepsake in a Word file, whoever has saved it since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cthb_reports.readers.docx.archive import Archive
from cthb_reports.readers.docx.kept import kept_part
from cthb_reports.word.keepsake import unpack
from cthb_reports.writers.docx import kept_text

if TYPE_CHECKING:
    from cthb_reports.word.keepsake import Keepsake


def keepsake_of(content: bytes, shown: str) -> Keepsake | None:
    """Return what a draft was made from; `None` where the file is no draft, or one of another version of the program.

    Args:
        content: The bytes of the file.
        shown: Its name in messages.

    Raises:
        SourceError: It is no DOCX, or one that is better left closed.
    """
    part = kept_part(Archive(content, shown))
    text = kept_text(part) if part else None
    return unpack(text) if text else None
