from __future__ import annotations

import io
import zipfile

import docx_lint
import pytest
from docx_parts import changed, members, packed
from rich_document import rich

from cthb_reports.writers import docx

GOOD = docx.write(rich()).content
BODY = "word/document.xml"
FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
CONTROL = (
    '<w:p><w:sdt><w:sdtPr><w:alias w:val="{label}"/><w:tag w:val="{tag}"/><w:id w:val="{id}"/></w:sdtPr>'
    "<w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt></w:p>"
)

DRAWING = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="7" name="x" descr="x"/></wp:inline></w:drawing></w:r></w:p>'
)


def control(label: str = "x", tag: str = "x", number: int = 7) -> str:
    return CONTROL.format(label=label, tag=tag, id=number)


def with_body(xml: str) -> bytes:
    return changed(GOOD, BODY, "<w:body>", f"<w:body>{xml}")


def bookmark(number: int, name: str) -> str:
    return f'<w:p><w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/></w:p>'


def test_a_good_file_has_no_problems() -> None:
    assert docx_lint.problems(GOOD) == []


def test_controls_that_differ_are_no_problem() -> None:
    assert docx_lint.problems(with_body(control(number=7) + control(number=8))) == []


BROKEN = {
    "controls with one id": (with_body(control() + control()), "two controls have the id 7"),
    "a long tag": (with_body(control(tag="t" * 65)), "a control's tag is longer than 64 characters"),
    "a long label": (with_body(control(label="l" * 65)), "a control's alias is longer than 64 characters"),
    "bookmarks of one name": (with_body(bookmark(1, "a") + bookmark(2, "a")), "two bookmarks are called a"),
    "bookmarks of one id": (with_body(bookmark(1, "a") + bookmark(1, "b")), "two bookmarks have the id 1"),
    "a bookmark without an end": (
        with_body('<w:p><w:bookmarkStart w:id="1" w:name="a"/></w:p>'),
        "the bookmark 1 in word/document.xml has no end",
    ),
    "a bookmark without a start": (
        with_body('<w:p><w:bookmarkEnd w:id="1"/></w:p>'),
        "the bookmark 1 in word/document.xml has no start",
    ),
    "a field without an end": (with_body(f"<w:p>{FIELD}</w:p>"), "a field is not ended"),
    "a field without a beginning": (
        with_body('<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'),
        "a field has an unexpected end",
    ),
    "a field separated twice": (
        with_body(f'<w:p>{FIELD}<w:r><w:fldChar w:fldCharType="separate"/></w:r></w:p>'),
        "a field has an unexpected separate",
    ),
    "drawings of one id": (
        with_body(DRAWING + DRAWING),
        "two drawings have the id 7",
    ),
    "a part without a type": (
        packed({**members(GOOD), "word/media/map.png": b"x"}),
        "word/media/map.png has no content type",
    ),
    "a type of nothing": (
        changed(
            GOOD, "[Content_Types].xml", "</Types>", '<Override PartName="/word/map.png" ContentType="x"/></Types>'
        ),
        "there is a content type of /word/map.png, which is not there",
    ),
    "two types of one part": (
        changed(GOOD, "[Content_Types].xml", "</Types>", f'<Override PartName="/{BODY}" ContentType="x"/></Types>'),
        f"/{BODY} has two content types",
    ),
    "a date without a time": (
        changed(GOOD, "docProps/core.xml", "2017-12-11T00:00:00Z", "11 December 2017"),
        "docProps/core.xml has the date '11 December 2017'",
    ),
    "spaces that will be lost": (
        with_body("<w:p><w:r><w:t>over </w:t></w:r></w:p>"),
        "the spaces around 'over' will be lost",
    ),
    "no section": (
        changed(GOOD, BODY, "</w:body>", "<w:p/></w:body>"),
        "the body does not end with a section",
    ),
    "a relationship to nothing": (
        packed({name: part for name, part in members(GOOD).items() if name != "word/footer2.xml"}),
        "word/_rels/document.xml.rels leads to word/footer2.xml, which is not there",
    ),
    "relationships of one id": (
        changed(GOOD, "word/_rels/document.xml.rels", 'Id="rId2"', 'Id="rId1"'),
        "two relationships of word/document.xml are called rId1",
    ),
    "a relationship that is not there": (
        changed(GOOD, "word/_rels/document.xml.rels", 'Id="rIdLink1"', 'Id="rIdLink9"'),
        "word/document.xml names the relationship rIdLink1, which is not there",
    ),
    "a cell without a paragraph": (
        with_body("<w:tbl><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl><w:p/>"),
        "a cell does not end with a paragraph",
    ),
    "tables that run together": (
        with_body("<w:tbl/><w:tbl/><w:p/>"),
        "no paragraph follows a table",
    ),
    "a list that is not defined": (
        with_body('<w:p><w:pPr><w:numPr><w:numId w:val="999"/></w:numPr></w:pPr></w:p>'),
        "word/document.xml uses the list 999, which is not defined",
    ),
    "a list without a look": (
        changed(
            GOOD,
            "word/numbering.xml",
            '<w:num w:numId="1"><w:abstractNumId w:val="1"/>',
            '<w:num w:numId="1"><w:abstractNumId w:val="99"/>',
        ),
        "a list looks like 99, which is not defined",
    ),
    "lists of one id": (
        changed(GOOD, "word/numbering.xml", 'w:numId="2"', 'w:numId="1"'),
        "two lists have the id 1",
    ),
    "a style that is not defined": (
        with_body('<w:p><w:pPr><w:pStyle w:val="Nowhere"/></w:pPr></w:p>'),
        "word/document.xml uses the style Nowhere, which is not defined",
    ),
    "styles of one id": (
        changed(GOOD, "word/styles.xml", 'w:styleId="Title"', 'w:styleId="Quote"'),
        "two styles have the id Quote",
    ),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_each_fault_is_found_by_its_own_check(fault: str) -> None:
    content, expected = BROKEN[fault]

    assert expected in docx_lint.problems(content)


def test_two_members_of_one_name_are_found() -> None:
    file = io.BytesIO(GOOD)
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(BODY, members(GOOD)[BODY])

    assert docx_lint.problems(file.getvalue()) == ["two members are called word/document.xml"]
