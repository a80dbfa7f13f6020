"""What a draft remembers of itself: the digest of its text, so that a draft that people have edited is not overwritten."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from lxml import etree

from cthb_reports.writers.docx.namespaces import OURS, parsed

if TYPE_CHECKING:
    from collections.abc import Mapping

PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
    '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
    f'ds:itemID="{{7C1F6E52-3B0A-4D5E-9E61-2D1A5C0B8F17}}"><ds:schemaRefs><ds:schemaRef ds:uri="{OURS}"/></ds:schemaRefs></ds:datastoreItem>'
).encode()
"""What Word wants to know of a part like ours: an id, and the namespace in it."""

_STORY = re.compile(r"word/(document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml")
_ITEM = re.compile(r"customXml/item\d+\.xml")
_MOST_BYTES = 200 * 2**20
_BAD = (
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    KeyError,
    EOFError,
    NotImplementedError,
    ValueError,
    OSError,
    RuntimeError,
)
"""What reading a damaged file may raise."""


def remember(members: Mapping[str, bytes]) -> bytes:
    """Return the part that holds the digest of a finished draft."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<draft xmlns="{OURS}"><digest>{_digest(members)}</digest></draft>\n'
    ).encode()


def is_keepsake(name: str, content: bytes) -> bool:
    """Tell whether a part is what an earlier draft remembered."""
    return bool(_ITEM.fullmatch(name)) and OURS.encode() in content


def was_edited(content: bytes) -> bool | None:
    """Tell whether a DOCX differs from what we wrote; `None` where it is none of ours, or damaged.

    The archive may be packed anew. A program that writes the text anew, as Word does on saving, has edited it.
    """
    try:
        members = _members(content)
        noted = [
            parsed(part).findtext(f"{{{OURS}}}digest") for name, part in members.items() if is_keepsake(name, part)
        ]
        return noted[0] != _digest(members) if noted else None
    except _BAD:
        return None


def _members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        wanted = [
            entry for entry in archive.infolist() if _STORY.fullmatch(entry.filename) or _ITEM.fullmatch(entry.filename)
        ]
        if sum(entry.file_size for entry in wanted) > _MOST_BYTES:
            return {}
        return {entry.filename: archive.read(entry) for entry in wanted}


def _digest(members: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in sorted(filter(_STORY.fullmatch, members)):
        digest.update(f"{name} {len(members[name])}\n".encode())
        digest.update(members[name])
    return digest.hexdigest()
