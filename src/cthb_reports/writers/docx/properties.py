"""What a file says of itself: the core properties, from the data and never from the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cthb_reports.writers.docx.namespaces import xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cthb_reports.document import Meta

NAME = "docProps/core.xml"
CONTENT_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_NAMESPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_LONGEST = 255
"""Word cuts a property at this many characters."""


IDENTIFIER = "{http://purl.org/dc/elements/1.1/}identifier"


def core_properties(meta: Meta, identifier: str) -> bytes:
    """Return the part with the core properties.

    Args:
        meta: What the file says of itself.
        identifier: Tells it from every other file.
    """
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<cp:coreProperties {_NAMESPACES}>{''.join(_said(meta, identifier))}</cp:coreProperties>"
    ).encode()


def _said(meta: Meta, identifier: str) -> Iterator[str]:
    texts = {
        "dc:identifier": identifier,
        "dc:title": meta.title,
        "dc:subject": meta.subject,
        "dc:creator": meta.author,
        "cp:lastModifiedBy": meta.author,
        "cp:revision": str(meta.revision),
        "dc:language": meta.language,
    }
    for tag, text in texts.items():
        if text:
            yield f"<{tag}>{xml(text[:_LONGEST])}</{tag}>"
    if meta.created:
        for tag in ("dcterms:created", "dcterms:modified"):
            yield f'<{tag} xsi:type="dcterms:W3CDTF">{meta.created.isoformat()}T00:00:00Z</{tag}>'
