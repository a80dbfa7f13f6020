"""Documents of others, read into our tree, with the place in their file of every word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cthb_reports.readers.damage import Damage
from cthb_reports.readers.reading import Edit, Reading
from cthb_reports.readers.tree import field_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["READERS", "Damage", "Edit", "Reading", "field_of"]


def _word(content: bytes, shown: str) -> Reading:
    from cthb_reports.readers.docx import read_docx  # noqa: PLC0415  # lxml is only needed where a DOCX is read

    return read_docx(content, shown)


def _markdown(content: bytes, shown: str) -> Reading:
    from cthb_reports.readers.markdown import read_markdown  # noqa: PLC0415

    return read_markdown(content, shown)


def _plain(content: bytes, shown: str) -> Reading:
    from cthb_reports.readers.plain import read_plain  # noqa: PLC0415

    return read_plain(content, shown)


READERS: Mapping[str, Callable[[bytes, str], Reading]] = {
    ".docx": _word,
    ".md": _markdown,
    ".markdown": _markdown,
    ".txt": _plain,
}
"""From the suffix of a file to what reads it: bytes and a name for messages in, a document out; raises SourceError."""
