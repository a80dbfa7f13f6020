"""The page of a letterhead: its width, and what an office may ask to stand beside or behind the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cthb_reports.writers.docx.namespaces import Element, R, parsed, r, serialised, w, word_xml
from cthb_reports.writers.docx.styles import OFF
from cthb_reports.writers.docx.watermark import empty_header, set_watermark

if TYPE_CHECKING:
    from cthb_reports.writers.docx.package import Package
    from cthb_reports.writers.options import DocxOptions

_TEXT_WIDTH_OF_A4 = 9072
_TEXT_HEIGHT_OF_A4 = 14004
_HEADER = f"{R}/header"
_HEADER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_BEFORE_LINE_NUMBERS = ("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc", "pgBorders")  # fmt: skip
"""What stands in front of `lnNumType` in a section (ECMA-376, CT_SectPr)."""


def text_width(section: Element) -> int:
    """Return the width between the margins, in twentieths of a point; that of A4 where the letterhead does not say."""
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margins is None:
        return _TEXT_WIDTH_OF_A4
    return max(1440, _twips(size, "w") - _twips(margins, "left") - _twips(margins, "right"))


def text_height(section: Element) -> int:
    """Return the height between the margins, in twentieths of a point; that of A4 where the letterhead does not say."""
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margins is None:
        return _TEXT_HEIGHT_OF_A4
    # A margin below zero is one that a high header does not push down.
    return max(1440, _twips(size, "h") - abs(_twips(margins, "top")) - abs(_twips(margins, "bottom")))


def _twips(element: Element, name: str) -> int:
    return round(float(element.get(w(name), "0")))


def set_options(package: Package, main: str, section: Element, settings: Element, options: DocxOptions) -> None:
    """Give the last section of a letterhead what is asked of it; doing so twice is doing so once."""
    if options.line_numbers:
        _number_lines(section)
    if options.watermark and options.watermark.strip():
        kinds = ["default"]
        kinds += ["first"] if _on(section.find(w("titlePg"))) else []
        kinds += ["even"] if _on(settings.find(w("evenAndOddHeaders"))) else []
        for number, kind in enumerate(kinds, 1):
            name = _header(package, main, section, kind)
            header = parsed(package.parts[name])
            set_watermark(header, options.watermark, number, text_width(section))
            package.parts[name] = serialised(header)


def _on(element: Element) -> bool:
    return element is not None and element.get(w("val"), "1") not in OFF


def _number_lines(section: Element) -> None:
    for element in section.findall(w("lnNumType")):
        section.remove(element)
    before = [w(name) for name in _BEFORE_LINE_NUMBERS]
    place = sum(1 for child in section if child.tag in before)
    section.insert(place, word_xml('<w:lnNumType w:countBy="1" w:restart="continuous"/>'))


def _header(package: Package, main: str, section: Element, kind: str) -> str:
    """Return the name of the header of a kind of page; an empty one is made where there is none."""
    for reference in section.findall(w("headerReference")):
        if reference.get(w("type")) == kind:
            return next(found.target for found in package.relations(main) if found.id == reference.get(r("id")))
    name = package.free_name("word/header{}.xml")
    package.add(name, serialised(empty_header()), _HEADER_TYPE)
    relation = package.relate(main, _HEADER, name)
    section.insert(0, word_xml(f'<w:headerReference w:type="{kind}" r:id="{relation}"/>'))
    return name
