"""LibreOffice 7.4 writes a control twice where a comment stands before it in the paragraph; it reads once."""

from __future__ import annotations

from zip_edits import members, replaced

import cthb_reports
from cthb_reports.document import Anchor, Document, Paragraph, Remark, Span, Text
from cthb_reports.readers.docx.returned import read_returned
from cthb_reports.writers import Circulation, write

BODY = "word/document.xml"
CITY = Span(Anchor(("place",)), (Text("Vienna"),))


def drafted(*remarks: Remark) -> bytes:
    document = Document((Paragraph((Text("In "), CITY, Text("."))),))
    return write(document, ".docx", circulation=Circulation("{}", lambda _: "the town", remarks)).content


def body(content: bytes) -> list[str]:
    return [one.text for one in read_returned(content, "a draft").paragraphs if one.part == "body"]


def text(content: bytes) -> str:
    return read_returned(content, "a draft").paragraphs[0].text


def test_a_control_that_was_written_twice_reads_once_and_keeps_its_marks() -> None:
    content = drafted()
    once = content_of(content)
    doubled = replaced(content, BODY, once, once + once)

    assert text(doubled) == "In Vienna."
    marks = [sign.marks for sign in read_returned(doubled, "a draft").paragraphs[0].signs if sign.character == "V"]
    assert len(marks) == 1
    assert marks[0]


def content_of(content: bytes) -> str:
    """Return the control of the town."""
    body = members(content)[BODY].decode()
    return body[body.index("<w:sdt>") : body.index("</w:sdt>") + len("</w:sdt>")]


def test_two_controls_of_other_texts_are_two() -> None:
    content = drafted()
    once = content_of(content)

    assert text(replaced(content, BODY, once, once + once.replace("Vienna", "Bonn"))) == "In ViennaBonn."


def test_no_control_stands_in_a_paragraph_with_a_comment() -> None:
    assert read_returned(drafted(), "a draft").has_controls
    assert not read_returned(drafted(Remark(0, 0, 2, ("why?",))), "a draft").has_controls


def test_libreoffice_writes_no_word_twice(soffice) -> None:
    drafts = {
        name: cthb_reports.draft(cthb_reports.load(f"examples/{name}"), ".docx", extras={"sources"}).content
        for name in ("2017", "2018", "minimal")
    }

    saved = soffice.convert(drafts, "docx:MS Word 2007 XML")
    for name, content in drafts.items():
        assert body(saved[name]) == body(content)
