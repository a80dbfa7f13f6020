"""A Word file of others: opened with care, for nobody knows who made it."""

from __future__ import annotations

import io
import itertools
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import etree

from cthb_reports.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Element = Any
"""An element of lxml: its stubs promise less than the schema of a DOCX holds."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_CONTENT_TYPES, _ROOT = "[Content_Types].xml", "_rels/.rels"
_OLE = b"\xd0\xcf\x11\xe0"
_MOST_PACKED, _MOST_BYTES, _MOST_OF_A_PART, _MOST_MEMBERS = 64 * 2**20, 200 * 2**20, 16 * 2**20, 5_000
_MOST_NODES = 2_000_000
"""How many elements and attributes all parts that are read may have; each takes some 200 bytes, a report has 50,000."""
_DAMAGED = (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
"""What unpacking a damaged file may raise."""
_STRAY = re.compile(r"\\|^/|^[A-Za-z]:|(?:^|/)\.\.(?:/|$)|[\x00-\x1f]")
"""The names of members that lead out of an archive (ECMA-376, part 2, 6.2.2.2, has none such)."""
_HEADER = 30
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
"""The only ones that Open XML has (part 2, annex B); others unpack to any size at once."""
_UNSEEN = {
    "aFChunk": "holds the text of another file, which only Word puts in; open it in Word and save it again",
    "subDocument": "is a master document, and its text stands in other files; have Word put them in",
    "oleObject": "holds an object of another program; take it out, or save the text as a file of its own",
    "control": "holds a control of another program; take it out, or save the text as a file of its own",
}
"""What a part may relate to that holds text which is not read, or could do something, and what is said of it."""
# Open XML is written in UTF-8 or UTF-16 (ECMA-376, part 2, 8.1.4), and has no document types.
_DOCTYPE = re.compile(b"|".join("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")))


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part relates to.

    Args:
        key: How the part names it.
        kind: The last word of its type: `hyperlink`, `image`.
        target: The name of a part; of what is outside of the file the address, which is never opened.
        is_outside: Whether it is outside of the file.
    """

    key: str
    kind: str
    target: str
    is_outside: bool


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
        self._nodes = 0
        if len(content) > _MOST_PACKED:
            raise self._refusal(f"is larger than {_MOST_PACKED // 2**20} MB; take the pictures out")
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
        if len(entries) > _MOST_MEMBERS or len(names) < len(entries) or not all(map(_is_usual, entries)):
            raise self._refusal("is packed as no program packs a document; open it in Word and save it again")
        if sum(entry.file_size for entry in entries) > _MOST_BYTES:
            raise self._refusal(f"unpacks to more than {_MOST_BYTES // 2**20} MB; take the pictures out")
        if _overlap(entries):
            raise self._refusal("is packed as no program packs a document; open it in Word and save it again")
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
            entry = self._zip.getinfo(name)
            if entry.file_size > _MOST_OF_A_PART:
                raise self._refusal(f"{name} in it is larger than {_MOST_OF_A_PART // 2**20} MB, which no text is")
            return self._unpacked(entry)
        except _DAMAGED as error:
            raise self._refusal("is damaged; open it in Word and save it again") from error

    def _unpacked(self, entry: zipfile.ZipInfo) -> bytes:
        """Return the bytes of a member, and never more than it says that it has."""
        with self._zip.open(entry) as member:
            # A member read to its end at once is unpacked before its size is looked at.
            content = member.read(entry.file_size)
        if len(content) < entry.file_size:
            raise zipfile.BadZipFile
        return content

    def xml(self, name: str) -> Element:
        """Return the root of a part; nothing is fetched, and no entity grows.

        Raises:
            SourceError: See `read`; or it is no XML of Word's.
        """
        content = self.read(name)
        if _DOCTYPE.search(content):
            raise self._refusal(f"{name} in it has a document type, which Word never writes; save it again in Word")
        self._nodes += content.count(b"<") + content.count(b"=")
        if self._nodes > _MOST_NODES:
            raise self._refusal("holds far more than any report; save the text of it as a file of its own")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._refusal("is damaged; open it in Word and save it again") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise self._refusal(f"{name} in it has a document type, which Word never writes; save it again in Word")
        return root

    def main(self) -> str:
        """Return the name of the part that holds the text.

        Raises:
            SourceError: There is none, or it may hold macros.
        """
        if _STRICT in self.read(_ROOT):
            raise self._refusal("is a Strict Open XML document; save it as plain Word document (.docx)")
        main = next((target for kind, target in self.related("") if kind == "officeDocument"), "")
        if not self.holds(main):
            raise self._refusal("is no Word document; save it as .docx in Word")
        types = self.read(_CONTENT_TYPES).lower()
        if b"macroenabled" in types:
            raise self._refusal("holds macros; save it as .docx, which cannot hold any")
        if b"wordprocessingml" not in types:
            raise self._refusal("is no Word document; save it as .docx in Word")
        return main

    def related(self, source: str) -> Iterator[tuple[str, str]]:
        """Yield the kind and the name of the parts that a part, or the package, relates to."""
        yield from ((one.kind, one.target) for one in self.relations(source) if not one.is_outside)

    def relations(self, source: str) -> Iterator[Relation]:
        """Yield what a part, or the package, relates to.

        Raises:
            SourceError: See `xml`; or it holds text that is not read, or what could do something.
        """
        folder, base = posixpath.split(source)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if not self.holds(name):
            return
        for relation in self.xml(name).iter(f"{_RELATIONS}Relationship"):
            target, is_outside = relation.get("Target", ""), relation.get("TargetMode") == "External"
            kind = relation.get("Type", "").rpartition("/")[2]
            if kind in _UNSEEN:
                raise self._refusal(_UNSEEN[kind])
            if not is_outside:
                whole = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                target = posixpath.normpath(whole)
            yield Relation(relation.get("Id", ""), kind, target, is_outside)

    def holds(self, name: str) -> bool:
        """Tell whether there is a part of that name."""
        return name in self._zip.NameToInfo

    def names(self) -> list[str]:
        """Return the names of all members."""
        return self._zip.namelist()

    def replaced(self, parts: Mapping[str, bytes]) -> bytes:
        """Return the file with other contents for some parts; all else is as it was."""
        file = io.BytesIO()
        try:
            with zipfile.ZipFile(file, "w") as archive:
                for entry in self._zip.infolist():
                    content = parts.get(entry.filename)
                    archive.writestr(entry, self._unpacked(entry) if content is None else content, entry.compress_type)
        except _DAMAGED as error:
            raise self._refusal("is damaged; open it in Word and save it again") from error
        return file.getvalue()


def _is_usual(entry: zipfile.ZipInfo) -> bool:
    """Tell whether the name of a member stays in the archive, and it is packed as those of Open XML are."""
    return not _STRAY.search(entry.orig_filename) and entry.compress_type in _METHODS


def _overlap(entries: Sequence[zipfile.ZipInfo]) -> bool:
    """Tell whether two members share bytes, so that few of them unpack to many."""
    found = sorted(entries, key=lambda entry: entry.header_offset)
    return any(
        one.header_offset + _HEADER + len(one.orig_filename) + one.compress_size > then.header_offset
        for one, then in itertools.pairwise(found)
    )
