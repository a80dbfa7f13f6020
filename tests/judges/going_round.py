"""A document as a draft that goes round: with what ties it to the records, with comments, and with what it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cthb_reports.findings import field_text
from cthb_reports.writers import docx

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cthb_reports.document import Document, Remark

KEEPSAKE = '{"made": "from these records"}'


def going_round(document: Document, remarks: Iterable[Remark] = (), letterhead: bytes | None = None) -> bytes:
    """Return a DOCX that goes round; its fields have no other names than their paths."""
    circulation = docx.Circulation(KEEPSAKE, field_text, tuple(remarks))
    return docx.write(document, letterhead=letterhead, circulation=circulation).content
