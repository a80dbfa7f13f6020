from __future__ import annotations

import pytest
from docx_barriers import barriers
from docx_parts import changed
from rich_document import rich

from cthb_reports.writers import docx

GOOD = docx.write(rich(), options=docx.DocxOptions(watermark="DRAFT")).content
BODY, STYLES, CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"
PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="1" name="x" descr="{}"/></wp:inline></w:drawing></w:r></w:p>'
)


def with_body(xml: str) -> bytes:
    return changed(GOOD, BODY, "<w:body>", f"<w:body>{xml}")


BARRED = {
    "no title": (changed(GOOD, CORE, "Report to the OSCE Permanent Council", " "), "the properties say no title"),
    "no language": (changed(GOOD, STYLES, '<w:lang w:val="en-GB"', '<w:lang w:val=""'), "the styles say no language"),
    "a first heading that is not of the first level": (
        with_body('<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr></w:p>'),
        "the first heading is of level 2",
    ),
    "a leap between headings": (
        with_body("".join(f'<w:p><w:pPr><w:pStyle w:val="Heading{n}"/></w:pPr></w:p>' for n in (1, 3))),
        "a heading of level 3 follows one of level 1",
    ),
    "a table without a header": (
        changed(GOOD, BODY, "<w:tblHeader/>", ""),
        "the first row of a table is not marked as its header",
    ),
    "a header in the middle": (
        changed(GOOD, BODY, "<w:trPr><w:cantSplit/></w:trPr>", "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"),
        "a row within a table is marked as a header",
    ),
    "a picture that says nothing": (with_body(PICTURE.format(" ")), "a picture has no alternative text"),
    "a watermark that says nothing": (
        changed(GOOD, "word/header1.xml", ' alt=""', ""),
        "a shape says neither what it shows nor that it is an ornament",
    ),
}


def test_a_good_file_bars_nobody() -> None:
    assert barriers(GOOD) == []
    assert barriers(with_body(PICTURE.format("a map"))) == []


@pytest.mark.parametrize("name", BARRED)
def test_each_barrier_is_found(name: str) -> None:
    content, expected = BARRED[name]

    assert expected in barriers(content)
