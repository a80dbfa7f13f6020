"""A Word file of others: opened with care, for nobody knows who made it."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

from lxml import etree

from cthb_reports.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Element = Any
"""An element of lxml: its stubs promise less than the schema of a DOCX holds."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_CONTENT_TYPES, _ROOT = "[Content_Types].xml", "_rels/.rels"
_OLE = b"\xd0\xcf\x11\xe0"
_MOST_BYTES, _MOST_OF_A_PART, _MOST_MEMBERS = 200 * 2**20, 16 * 2**20, 5_000
_DAMAGED = (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
"""What unpacking a damaged file may raise."""
# Open XML is written in UTF-8 or UTF-16 (ECMA-376, part 2, 8.1.4), and has no document types.
_DOCTYPE = re.compile(b"|".join("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")))


class Archive:
    """The members of a Word file.

    Args:
        content: The bytes of the file.
        shown: Its name in messages.

    Raises:
        SourceError: It is no DOCX, is encrypted or damaged, holds macros or foreign objects, or would fill the machine.
    """

    def __init__(self, content: bytes, shown: str) -> None:
        self._shown = shown
        if content.startswith(_OLE):
            raise self._refusal("is encrypted, or in the format of Word 97; save it as .docx without a password")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _DAMAGED as error:
            raise self._refusal("is no Word document; save it as .docx in Word") from error
        self._require_harmless()

    def _refusal(self, reason: str) -> SourceError:
        return SourceError(f"{self._shown}: {reason}")

    def _require_harmless(self) -> None:
        entries = self._zip.infolist()
        names = {entry.filename.lower() for entry in entries}
        if not {_CONTENT_TYPES.lower(), _ROOT} <= names:
            raise self._refusal("is no Word document; save it as .docx in Word")
        if len(entries) > _MOST_MEMBERS or len(names) < len(entries):
            raise self._refusal("is packed as no program packs a document; open it in Word and save it again")
        if sum(entry.file_size for entry in entries) > _MOST_BYTES:
            raise self._refusal(f"unpacks to more than {_MOST_BYTES // 2**20} MB; take the pictures out")
        if any(name.endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
            raise self._refusal("holds macros; save it as .docx, which cannot hold any")
        if any(name.endswith(".bin") and ("/embeddings/" in name or "/activex/" in name) for name in names):
            raise self._refusal(
                "holds an object of another program; take it out, or save the text as a file of its own"
            )

    def read(self, name: str) -> bytes:
        """Return the bytes of a part.

        Raises:
            SourceError: It is not there, damaged, or larger than any text.
        """
        try:
            if self._zip.getinfo(name).file_size > _MOST_OF_A_PART:
                raise self._refusal(f"{name} in it is larger than {_MOST_OF_A_PART // 2**20} MB, which no text is")
            return self._zip.read(name)
        except _DAMAGED as error:
            raise self._refusal("is damaged; open it in Word and save it again") from error

    def xml(self, name: str) -> Element:
        """Return the root of a part; nothing is fetched, and no entity grows.

        Raises:
            SourceError: See `read`; or it is no XML of Word's.
        """
        content = self.read(name)
        if _DOCTYPE.search(content):
            raise self._refusal(f"{name} in it has a document type, which Word never writes; save it again in Word")
        try:
            return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
        except etree.XMLSyntaxError as error:
            raise self._refusal("is damaged; open it in Word and save it again") from error

    def main(self) -> str:
        """Return the name of the part that holds the text.

        Raises:
            SourceError: There is none, or it may hold macros.
        """
        if _STRICT in self.read(_ROOT):
            raise self._refusal("is a Strict Open XML document; save it as plain Word document (.docx)")
        main = next((target for kind, target in self.related("") if kind == "officeDocument"), "")
        if main not in self._zip.namelist():
            raise self._refusal("is no Word document; save it as .docx in Word")
        types = self.read(_CONTENT_TYPES).lower()
        if b"macroenabled" in types:
            raise self._refusal("holds macros; save it as .docx, which cannot hold any")
        if b"wordprocessingml" not in types:
            raise self._refusal("is no Word document; save it as .docx in Word")
        return main

    def related(self, source: str) -> Iterator[tuple[str, str]]:
        """Yield the kind and the name of the parts that a part, or the package, relates to."""
        folder, base = posixpath.split(source)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name not in self._zip.namelist():
            return
        for relation in self.xml(name).iter(f"{_RELATIONS}Relationship"):
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                whole = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                yield relation.get("Type", "").rpartition("/")[2], posixpath.normpath(whole)

    def holds(self, name: str) -> bool:
        """Tell whether there is a part of that name."""
        return name in self._zip.namelist()

    def replaced(self, parts: Mapping[str, bytes]) -> bytes:
        """Return the file with other contents for some parts; all else is as it was."""
        file = io.BytesIO()
        try:
            with zipfile.ZipFile(file, "w") as archive:
                for entry in self._zip.infolist():
                    content = parts.get(entry.filename)
                    archive.writestr(entry, self._zip.read(entry) if content is None else content, entry.compress_type)
        except _DAMAGED as error:
            raise self._refusal("is damaged; open it in Word and save it again") from error
        return file.getvalue()
