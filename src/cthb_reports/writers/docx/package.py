"""The package as a file: the same parts in the same order with the same times, and what the file says of itself."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, time
from typing import TYPE_CHECKING

from docx.opc.packuri import PACKAGE_URI
from docx.opc.pkgwriter import _ContentTypesItem

from cthb_reports.writers.written import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from docx.opc.package import OpcPackage

    from cthb_reports.document import Meta

_EPOCH = (1980, 1, 1, 0, 0, 0)


def set_properties(document: Document, meta: Meta) -> None:
    """Say in the core properties what the data say; nothing comes from the clock or from the letterhead."""
    properties = document.core_properties
    for element in list(properties._element):  # noqa: SLF001  # python-docx cannot remove a property
        properties._element.remove(element)  # noqa: SLF001
    texts = {
        "title": meta.title,
        "author": meta.author,
        "subject": meta.subject,
        "language": meta.language,
        "last_modified_by": meta.author,
    }
    for name, value in texts.items():
        if value:
            setattr(properties, name, printable(value)[:255])
    properties.revision = meta.revision
    if meta.created:
        properties.created = properties.modified = datetime.combine(meta.created, time())


def saved(package: OpcPackage) -> bytes:
    """Return the package as a file; the same package gives the same bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in _members(package):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, content)
    return file.getvalue()


def _members(package: OpcPackage) -> Iterator[tuple[str, bytes]]:
    """Yield the parts: the content types first, as the standard advises, the others by name."""
    parts = sorted(package.parts, key=lambda part: str(part.partname))
    yield "[Content_Types].xml", _ContentTypesItem.from_parts(parts).blob  # type: ignore[no-untyped-call]  # python-docx has no types there
    yield PACKAGE_URI.rels_uri.membername, package.rels.xml
    for part in parts:
        yield part.partname.membername, part.blob
        if part.rels:
            yield part.partname.rels_uri.membername, part.rels.xml
