"""A DOCX with some of its members changed, as a fault, a person or another program would."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def members(content: bytes) -> dict[str, bytes]:
    """Return the members of a ZIP archive in their order."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(content: Mapping[str, bytes]) -> bytes:
    """Return a ZIP archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, blob in content.items():
            archive.writestr(name, blob)
    return file.getvalue()


def replaced(content: bytes, member: str, old: str, new: str) -> bytes:
    """Return the archive with one text in one member replaced; the text must be there."""
    found = members(content)
    assert old.encode() in found[member]
    return packed({**found, member: found[member].replace(old.encode(), new.encode(), 1)})
