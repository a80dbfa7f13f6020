"""The notes of a draft: their part, and what the settings say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from cthb_reports.writers.docx.namespaces import Element, W, w, word_xml

if TYPE_CHECKING:
    from collections.abc import Mapping

EMPTY = (
    f'<w:footnotes xmlns:w="{W}">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)
"""Notes of which there are none yet: only the lines that part them from the text."""


def keep_separators(root: Element) -> list[int]:
    """Take the notes of a letterhead out, and return the ids of the lines between text and notes, which stay."""
    for note in list(root):
        if note.get(w("type")) is None:
            root.remove(note)
    if len(root) == 0:
        root.extend(word_xml(EMPTY))
    return [int(note.get(w("id"))) for note in root]


def notes_xml(notes: Mapping[int, str], style_id: str) -> str:
    """Return notes as XML.

    Args:
        notes: Of each note its id and its paragraphs as XML.
        style_id: The character style of the number at the beginning of a note.
    """
    number = (
        f'<w:r><w:rPr><w:rStyle w:val="{style_id}"/></w:rPr><w:footnoteRef/></w:r>'
        '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
    )
    return "".join(f'<w:footnote w:id="{key}">{_numbered(xml, number)}</w:footnote>' for key, xml in notes.items())


def _numbered(xml: str, number: str) -> str:
    at = xml.index("</w:pPr>") + len("</w:pPr>")
    return xml[:at] + number + xml[at:]


_AFTER_NOTES = ("endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown", "smartTagType", "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator")  # fmt: skip
"""What stands behind `footnotePr` in the settings (ECMA-376, CT_Settings)."""


def mention_separators(settings: Element, separators: list[int]) -> None:
    """Have the settings name the lines between text and notes."""
    element = settings.find(w("footnotePr"))
    if element is None:
        element = word_xml("<w:footnotePr/>")
        following = [child for child in settings if etree.QName(child).localname in _AFTER_NOTES]
        if following:
            following[0].addprevious(element)
        else:
            settings.append(element)
    for mention in element.findall(w("footnote")):
        element.remove(mention)
    for separator in separators:
        element.append(word_xml(f'<w:footnote w:id="{separator}"/>'))
