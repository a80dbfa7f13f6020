"""The letterhead: the DOCX that lends a draft its styles, header, footer and page."""

from __future__ import annotations

import copy
import functools
import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from docx.oxml.exceptions import XmlchemyError
from lxml import etree

from cthb_reports import assets
from cthb_reports.errors import DraftError
from cthb_reports.writers.docx.package import CONTENT_TYPES, Package, zipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

_OLE = b"\xd0\xcf\x11\xe0"
_STRICT = b"http://purl.oclc.org/ooxml/officeDocument"
_MOST_BYTES = 100 * 2**20
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_DOCUMENT, _TEMPLATE = f"{_WORD}document.main+xml", f"{_WORD}template.main+xml"
DAMAGED = "the letterhead is damaged; open it in Word and save it again"
"""What is said of a letterhead that Word might mend."""
_NO_WORD = "the letterhead is no Word document; save it as .docx in Word"
_MACROS = "the letterhead holds macros; save it as .docx, which cannot hold any"


@functools.cache
def built_in() -> bytes:
    """Return the letterhead that ships with the program, zipped from its folder."""
    return zipped(dict(_files(assets.templates_root() / "house" / "letterhead", "")))


def open_built_in() -> tuple[Package, str]:
    """Return the built-in letterhead as `open_letterhead` does: a package of one's own, opened only once."""
    return copy.deepcopy(_opened())


@functools.cache
def _opened() -> tuple[Package, str]:
    return open_letterhead(built_in())


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _files(entry, f"{prefix}{entry.name}/")
        else:
            yield f"{prefix}{entry.name}", entry.read_bytes()


def open_letterhead(content: bytes) -> tuple[Package, str]:
    """Return a letterhead as a package, and the name of the part that holds its text.

    Raises:
        DraftError: It is no DOCX, is encrypted, holds macros, or is damaged.
    """
    if content.startswith(_OLE):
        raise DraftError(
            "the letterhead is encrypted, or in the format of Word 97; save it as .docx without a password"
        )
    try:
        _require_harmless(content)
    except _NO_ARCHIVE as error:
        raise DraftError(_NO_WORD) from error
    try:
        package = Package.read(content)
    except _UNREADABLE as error:
        raise DraftError(DAMAGED) from error
    return package, _main_part(package)


_NO_ARCHIVE = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)
"""What unpacking a damaged file may raise."""

_UNREADABLE = (*_NO_ARCHIVE, etree.XMLSyntaxError, AttributeError, TypeError, OpcError, PythonDocxError, XmlchemyError)
"""What python-docx may raise of a file that is an archive, but lacks or garbles a part."""


def _require_harmless(content: bytes) -> None:
    """Ask for an archive of some size without macros and without definitions that could make its XML grow."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = set(archive.namelist())
        if not {CONTENT_TYPES, "_rels/.rels"} <= names:
            raise DraftError(_NO_WORD)
        if any(name.lower().endswith("vbaproject.bin") for name in names):
            raise DraftError(_MACROS)
        if sum(entry.file_size for entry in archive.infolist()) > _MOST_BYTES:
            raise DraftError("the letterhead unpacks to more than 100 MB; take the pictures out")
        if _STRICT in archive.read("_rels/.rels"):
            raise DraftError("the letterhead is a Strict Open XML document; save it as plain Word document (.docx)")
        for name in names:
            if name.lower().endswith((".xml", ".rels")) and _DOCTYPE.search(archive.read(name)):
                raise DraftError(
                    f"{name} of the letterhead has a document type, which Word never writes; save it again in Word"
                )


# Open XML is written in UTF-8 or UTF-16 (ECMA-376, part 2, 8.1.4), and has no document types.
_DOCTYPE = re.compile(b"|".join("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")))


def _main_part(package: Package) -> str:
    """Return the name of the document; a Word template (.dotx) becomes one."""
    main = next((relation.target for relation in package.relations() if relation.kind == "officeDocument"), "")
    kind = package.content_type(main) if main in package.parts else ""
    if "macroenabled" in kind.lower():
        raise DraftError(_MACROS)
    if kind not in (_DOCUMENT, _TEMPLATE):
        raise DraftError(_NO_WORD)
    package.set_type(main, _DOCUMENT)
    return main
