"""The writer of DOCX: the letterhead lends the package, the body is one string of WordprocessingML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.parser import parse_xml

from cthb_reports.writers.docx.body import Body
from cthb_reports.writers.docx.footnotes import set_notes
from cthb_reports.writers.docx.keepsake import leave, was_edited
from cthb_reports.writers.docx.letterhead import built_in, open_letterhead
from cthb_reports.writers.docx.namespaces import Element, R, W, w
from cthb_reports.writers.docx.numbering import Numbering
from cthb_reports.writers.docx.package import saved, set_properties
from cthb_reports.writers.docx.styles import Styles
from cthb_reports.writers.written import Written

if TYPE_CHECKING:
    import docx.document

    from cthb_reports.document import Document

__all__ = ["built_in", "was_edited", "write"]


def write(document: Document, *, letterhead: bytes | None = None) -> Written:
    """Return a document as a DOCX; the same document and letterhead give the same bytes on one machine.

    Args:
        document: What to write.
        letterhead: A DOCX whose styles, header, footer and page to use; the built-in one without it.

    Raises:
        DraftError: The letterhead cannot be used, or the document holds what a draft cannot.
    """
    target = open_letterhead(letterhead)
    numbering = Numbering(target)
    styles = Styles(target, numbering)
    section = target.element.body.find(w("sectPr"))
    notes = {label: number for number, label in enumerate(document.footnotes, 1)}
    body = Body(styles, _text_width(section), notes, numbering.free_number())
    text = body.blocks(document.blocks)
    made = {notes[label]: body.blocks(blocks, "footnote text") for label, blocks in document.footnotes.items()}
    if body.lists:
        numbering.add_lists(styles.id_of("List Number"), body.lists)
    if made:
        set_notes(target, made, body.run_style("footnote reference"))
    _fill(target, section, text, body)
    set_properties(target, document.meta)
    leave(target)
    return Written(saved(target.part.package), tuple(styles.findings))


def _fill(target: docx.document.Document, section: Element, text: str, body: Body) -> None:
    """Put the body before the last section, and relate the addresses it links to."""
    for address, name in body.links.items():
        target.part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, name, is_external=True)
    for element in parse_xml(f'<w:body xmlns:w="{W}" xmlns:r="{R}">{text}</w:body>'):
        section.addprevious(element)


def _text_width(section: Element) -> int:
    """Return the width between the margins, in twentieths of a point; that of A4 where the letterhead does not say."""
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margins is None:
        return 9072
    return max(1440, int(size.get(w("w"))) - int(margins.get(w("left"))) - int(margins.get(w("right"))))
