"""The letterhead: the DOCX that lends a draft its styles, header, footer and page."""

from __future__ import annotations

import functools
import io
import zipfile
from typing import TYPE_CHECKING

import docx
from docx.opc.exceptions import PackageNotFoundError

from cthb_reports import assets
from cthb_reports.errors import DraftError
from cthb_reports.writers.docx.namespaces import w

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from docx.document import Document

_OLE = b"\xd0\xcf\x11\xe0"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_OF_LIBREOFFICE = "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties"
_MOST_BYTES = 100 * 2**20


@functools.cache
def built_in() -> bytes:
    """Return the letterhead that ships with the program, zipped from its folder."""
    folder = assets.templates_root() / "house" / "letterhead"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(_members(folder, "")):
            archive.writestr(zipfile.ZipInfo(name), content)
    return file.getvalue()


def _members(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _members(entry, f"{prefix}{entry.name}/")
        else:
            yield f"{prefix}{entry.name}", entry.read_bytes()


def open_letterhead(content: bytes | None) -> Document:
    """Return a letterhead as python-docx's document, without any body text.

    Raises:
        DraftError: It is no DOCX, is encrypted, holds macros, or has no page.
    """
    document = _opened(built_in() if content is None else _checked(content))
    body = document.element.body
    if body.find(w("sectPr")) is None:
        raise DraftError("the letterhead has no page set-up (no section); open it in Word and save it again")
    for element in list(body):
        if element.tag != w("sectPr"):
            body.remove(element)
    return document


def _opened(content: bytes) -> Document:
    try:
        return docx.Document(io.BytesIO(content))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise DraftError("the letterhead is no Word document; save it as .docx in Word") from error


def _checked(content: bytes) -> bytes:
    """Refuse what cannot be a letterhead, and respell what LibreOffice writes in its own way."""
    if content.startswith(_OLE):
        raise DraftError(
            "the letterhead is encrypted, or in the format of Word 97; save it as .docx without a password"
        )
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except zipfile.BadZipFile as error:
        raise DraftError("the letterhead is no Word document; save it as .docx in Word") from error
    with archive:
        _refuse(archive)
        relationships = archive.read("_rels/.rels").decode("utf-8", "replace")
        if _CORE_OF_LIBREOFFICE not in relationships:
            return content
        return _respelt(archive)


def _refuse(archive: zipfile.ZipFile) -> None:
    names = set(archive.namelist())
    if not {"[Content_Types].xml", "_rels/.rels"} <= names:
        raise DraftError("the letterhead is no Word document; save it as .docx in Word")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise DraftError("the letterhead holds macros; save it as .docx, which cannot hold any")
    if sum(entry.file_size for entry in archive.infolist()) > _MOST_BYTES:
        raise DraftError("the letterhead unpacks to more than 100 MB; take the pictures out")


def _respelt(archive: zipfile.ZipFile) -> bytes:
    # python-docx looks for Word's spelling, and would add a second docProps/core.xml.
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in archive.namelist():
            content = archive.read(name)
            if name == "_rels/.rels":
                content = content.replace(_CORE_OF_LIBREOFFICE.encode(), _CORE.encode())
            copy.writestr(name, content)
    return file.getvalue()
