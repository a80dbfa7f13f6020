"""The writer of DOCX: the letterhead lends the package, the body is one string of WordprocessingML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cthb_reports.document import lines
from cthb_reports.writers.docx.anchoring import Anchoring
from cthb_reports.writers.docx.body import Body
from cthb_reports.writers.docx.comments import Comments
from cthb_reports.writers.docx.footnotes import notes_xml
from cthb_reports.writers.docx.keepsake import fingerprint, kept, kept_text, was_edited
from cthb_reports.writers.docx.letterhead import built_in
from cthb_reports.writers.docx.namespaces import R
from cthb_reports.writers.docx.numbering import Lists
from cthb_reports.writers.docx.package import CONTENT_TYPES, Relation, relations_member, relations_xml, zipped
from cthb_reports.writers.docx.pictures import Pictures, Room
from cthb_reports.writers.docx.properties import NAME, core_properties
from cthb_reports.writers.docx.runs import Runs
from cthb_reports.writers.docx.stationery import Stationery, prepared
from cthb_reports.writers.docx.styles import Styles
from cthb_reports.writers.options import PLAIN, Circulation, DocxOptions
from cthb_reports.writers.written import Written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cthb_reports.document import Block, Document

__all__ = ["Circulation", "DocxOptions", "built_in", "kept", "kept_text", "was_edited", "write"]


def write(
    document: Document,
    *,
    letterhead: bytes | None = None,
    options: DocxOptions = PLAIN,
    pictures: Mapping[str, bytes] | None = None,
    circulation: Circulation | None = None,
) -> Written:
    """Return a document as a DOCX; the same arguments give the same bytes on one machine.

    Args:
        document: What to write.
        letterhead: A DOCX whose styles, header, footer and page to use; the built-in one without it.
        options: What to put beside or behind the text.
        pictures: The contents of the pictures by their names in the document.
        circulation: What a draft carries while it goes round; a clean copy, without it, holds nothing but the visible text.

    Raises:
        DraftError: The letterhead cannot be used, or the document holds what a draft cannot.
    """
    paper = prepared(letterhead, document.meta.language, options, circulates=bool(circulation and circulation.keepsake))
    styles = Styles(paper.style_ids, paper.ours, paper.bold)
    title = circulation.title if circulation else None
    anchoring = Anchoring(title, controls=options.controls) if title else None
    remarks = circulation.remarks if circulation else ()
    comments = Comments(remarks, {line.number: line for line in lines(document) if line.note} if remarks else {})
    appendix = circulation.appendix if circulation else ()
    filled = _filled(document, appendix, paper, styles, pictures or {}, anchoring, comments)
    members = {**paper.members, **filled, **comments.members}
    if paper.keepsake and circulation:
        members[paper.keepsake] = kept(circulation.keepsake)
    members[NAME] = core_properties(document.meta, fingerprint(members))
    return Written(zipped(members), styles.findings, anchoring.anchors if anchoring else {})


def _filled(  # noqa: PLR0913, PLR0917  # what a body is made of
    document: Document,
    appendix: Sequence[Block],
    paper: Stationery,
    styles: Styles,
    contents: Mapping[str, bytes],
    anchoring: Anchoring | None,
    comments: Comments,
) -> dict[str, bytes]:
    """Return the parts that this document adds to."""
    numbers = {label: number for number, label in enumerate(document.footnotes, paper.first_note)}
    lists = Lists(paper.looks, paper.first_list)
    runs = Runs(styles, numbers, anchoring, comments)
    pictures = Pictures(contents, Room(paper.text_width, paper.text_height))
    body = Body(styles, lists, runs, paper.text_width, pictures)
    text, links = body.blocks(document.blocks), runs.new_links()
    feet = Body(styles, lists, runs, paper.text_width)
    notes = {numbers[label]: feet.blocks(blocks, "footnote text") for label, blocks in document.footnotes.items()}
    note_links = runs.new_links()
    behind = body.appendix(appendix) if appendix else ""
    inner = {
        paper.body: f"{text}{behind}",
        paper.notes: notes_xml(notes, styles.id_of("footnote reference")) if notes else "",
        paper.lists: lists.made,
        paper.links: relations_xml([*_hyperlinks(links), *pictures.relations, *comments.relations]),
        paper.styles: styles.made,
        CONTENT_TYPES: f"{pictures.types}{comments.types}",
    }
    filled = {**pictures.members, **{name: paper.seams[name].filled(xml) for name, xml in inner.items()}}
    return {**filled, paper.note_links: relations_member(_hyperlinks(note_links))} if note_links else filled


def _hyperlinks(links: Mapping[str, str]) -> Iterator[Relation]:
    return (Relation(name, f"{R}/hyperlink", address, external=True) for address, name in links.items())
