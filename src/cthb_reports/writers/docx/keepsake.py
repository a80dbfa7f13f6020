"""What a draft keeps of itself: what it was made from, so that edits can be brought back, and the digest of its text.

The digest is the identifier among the properties, so that a draft which people have edited is not overwritten; a clean copy has
it, too, and nothing else.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from lxml import etree

from cthb_reports.writers.docx import properties
from cthb_reports.writers.docx.namespaces import OURS, parsed, xml

if TYPE_CHECKING:
    from collections.abc import Mapping

PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
    '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
    f'ds:itemID="{{7C1F6E52-3B0A-4D5E-9E61-2D1A5C0B8F17}}"><ds:schemaRefs><ds:schemaRef ds:uri="{OURS}"/></ds:schemaRefs></ds:datastoreItem>'
).encode()
"""What Word wants to know of a part like ours: an id, and the namespace in it."""

_FAMILY = OURS.rpartition(":")[0]
"""The namespaces of all versions begin so."""
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


def kept(text: str) -> bytes:
    """Return the part that keeps a text: in elements alone, as LibreOffice drops attributes, and in none too large to be read."""
    pieces = (text[start : start + _LARGEST] for start in range(0, len(text), _LARGEST))
    inner = "".join(f"<made-from>{xml(piece)}</made-from>" for piece in pieces)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<draft xmlns="{OURS}">{inner}</draft>\n'.encode()


def kept_text(part: bytes) -> str | None:
    """Return the text that a part keeps; `None` where it is of another version of the program, or damaged."""
    try:
        pieces = [str(piece.text or "") for piece in parsed(part).iterfind(f"{{{OURS}}}made-from")]
    except etree.XMLSyntaxError:
        return None
    return "".join(pieces) if pieces else None


_LARGEST = 1_000_000
"""An XML parser that is careful refuses texts of ten million characters."""


def is_keepsake(name: str, content: bytes) -> bool:
    """Tell whether a part is what a draft of any version kept."""
    return bool(_ITEM.fullmatch(name)) and _FAMILY.encode() in content


def fingerprint(members: Mapping[str, bytes]) -> str:
    """Return the identifier of a draft with such parts."""
    digest = hashlib.sha256()
    for name in sorted(filter(_STORY.fullmatch, members)):
        digest.update(f"{name} {len(members[name])}\n".encode())
        digest.update(members[name])
    return f"{_SCHEME}{digest.hexdigest()}"


_SCHEME = "sha256:"


def was_edited(content: bytes) -> bool | None:
    """Tell whether a DOCX differs from what we wrote; `None` where it is none of ours, or damaged.

    The archive may be packed anew. A program that writes the text anew, as Word does on saving, has edited it.
    """
    try:
        members = _members(content)
        core = members.get(properties.NAME)
        said = "" if core is None else str(parsed(core).findtext(properties.IDENTIFIER))
        if said.startswith(_SCHEME):
            return said != fingerprint(members)
        return True if any(is_keepsake(name, part) for name, part in members.items()) else None
    except _BAD:
        return None


def _members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        wanted = [entry for entry in archive.infolist() if _is_wanted(entry.filename)]
        if sum(entry.file_size for entry in wanted) > _MOST_BYTES:
            return {}
        return {entry.filename: archive.read(entry) for entry in wanted}


def _is_wanted(name: str) -> bool:
    return name == properties.NAME or bool(_STORY.fullmatch(name) or _ITEM.fullmatch(name))
