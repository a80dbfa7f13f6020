"""The part that holds the notes: python-docx has no model of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from cthb_reports.writers.docx.namespaces import R, W, w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


def set_notes(document: Document, notes: Mapping[int, str], mark: str) -> None:
    """Put notes into the package in place of those that the letterhead may hold.

    Args:
        document: The letterhead.
        notes: Of each note its number, from 1, and its paragraphs as XML.
        mark: The run properties of the number at the beginning of a note.
    """
    number = f'<w:r><w:rPr>{mark}</w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'
    made = "".join(f'<w:footnote w:id="{key}">{_numbered(xml, number)}</w:footnote>' for key, xml in notes.items())
    part = _part(document)
    root = etree.fromstring(part.blob)
    separators = [element for element in root if element.get(w("type"))]
    if not separators:
        separators = list(etree.fromstring(f'<w:footnotes xmlns:w="{W}">{_SEPARATORS}</w:footnotes>'))
    fresh = etree.fromstring(f'<w:footnotes xmlns:w="{W}" xmlns:r="{R}">{made}</w:footnotes>')
    for index, element in enumerate(separators):
        fresh.insert(index, element)
    part._blob = etree.tostring(fresh, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001  # a Part has no other way
    _mention_separators(document)


def _numbered(xml: str, number: str) -> str:
    at = xml.index("</w:pPr>") + len("</w:pPr>")
    return xml[:at] + number + xml[at:]


def _part(document: Document) -> Part:
    found = [
        relation.target_part
        for relation in document.part.rels.values()
        if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES
    ]
    if found and isinstance(found[0], Part):
        return found[0]
    blob = f'<w:footnotes xmlns:w="{W}">{_SEPARATORS}</w:footnotes>'.encode()
    part = Part(PackURI("/word/footnotes.xml"), _CONTENT_TYPE, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return part


_AFTER_NOTES = ("endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown", "smartTagType", "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator")  # fmt: skip
"""What stands behind `footnotePr` in the settings (ECMA-376, CT_Settings)."""


def _mention_separators(document: Document) -> None:
    settings = document.settings.element
    if settings.find(w("footnotePr")) is not None:
        return
    element = etree.fromstring(
        f'<w:footnotePr xmlns:w="{W}"><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    )
    following = [child for child in settings if etree.QName(child).localname in _AFTER_NOTES]
    if following:
        following[0].addprevious(element)
    else:
        settings.append(element)
