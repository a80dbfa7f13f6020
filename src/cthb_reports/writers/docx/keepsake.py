"""What a draft remembers of itself: the digest of its text, so that a draft that people have edited is not overwritten."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from cthb_reports.writers.docx.namespaces import OURS

if TYPE_CHECKING:
    from docx.document import Document

_STORY = re.compile(r"word/(document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml")
_MOST_BYTES = 200 * 2**20
_BAD = (
    zipfile.BadZipFile,
    etree.XMLSyntaxError,
    KeyError,
    EOFError,
    NotImplementedError,
    ValueError,
    OSError,
    RuntimeError,
)


def leave(document: Document) -> None:
    """Put the digest of a finished draft into a custom XML part of the package."""
    package = document.part.package
    stories = {part.partname.membername: part.blob for part in package.parts}
    blob = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<draft xmlns="{OURS}"><digest>{_digest(stories)}</digest></draft>\n'
    )
    name = package.next_partname("/customXml/item%d.xml")
    document.part.relate_to(Part(PackURI(name), CONTENT_TYPE.XML, blob.encode(), package), RELATIONSHIP_TYPE.CUSTOM_XML)


def was_edited(content: bytes) -> bool | None:
    """Tell whether a DOCX differs from what we wrote; `None` where it is none of ours, or damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST_BYTES:
                return None
            members = {name: archive.read(name) for name in archive.namelist()}
        noted = _noted(members)
        return None if noted is None else noted != _digest(members)
    except _BAD:
        return None


def _noted(members: dict[str, bytes]) -> str | None:
    for name, content in members.items():
        if name.startswith("customXml/item") and OURS.encode() in content:
            return etree.fromstring(content, _parser()).findtext(f"{{{OURS}}}digest")
    return None


def _digest(members: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in sorted(members):
        if _STORY.fullmatch(name):
            digest.update(name.encode())
            digest.update(etree.tostring(etree.fromstring(members[name], _parser()), method="c14n"))
    return digest.hexdigest()


def _parser() -> etree.XMLParser:
    # A file from outside: nothing is fetched, and no entity grows.
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
