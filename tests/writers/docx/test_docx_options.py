"""Line numbers and a watermark stand beside and behind the text, and change nothing in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from docx_parts import R, W, changed, lines, members, part
from made_documents import document_lines, first_difference
from rich_document import rich

from cthb_reports.writers import docx

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx_judges import Soffice

BOTH = docx.DocxOptions(line_numbers=True, watermark="DRAFT")
BODY = "word/document.xml"
SHAPE = "{urn:schemas-microsoft-com:vml}shape"


def section(content: bytes) -> Any:
    return part(content, BODY).find(f"{W}body/{W}sectPr")


def headers(content: bytes) -> dict[str, Any]:
    """Return the roots of the headers of the section by the kind of page."""
    targets = {relation.get("Id"): relation.get("Target") for relation in part(content, "word/_rels/document.xml.rels")}
    return {
        reference.get(f"{W}type"): part(content, targets[reference.get(f"{R}id")].lstrip("/"))
        for reference in section(content).findall(f"{W}headerReference")
    }


def shapes(content: bytes) -> dict[str, int]:
    return {kind: len(list(header.iter(SHAPE))) for kind, header in headers(content).items()}


def test_nothing_is_asked_for_unless_it_is_said() -> None:
    content = docx.write(rich()).content

    assert section(content).find(f"{W}lnNumType") is None
    assert headers(content) == {}


def test_lines_are_numbered_from_the_first_page_to_the_last() -> None:
    element = section(docx.write(rich(), options=BOTH).content).find(f"{W}lnNumType")

    assert dict(element.attrib) == {f"{W}countBy": "1", f"{W}restart": "continuous"}


def test_a_watermark_stands_on_the_first_page_and_on_the_others() -> None:
    assert shapes(docx.write(rich(), options=BOTH).content) == {"default": 1, "first": 1}


def test_a_watermark_stands_on_even_pages_where_they_have_a_header_of_their_own() -> None:
    letterhead = changed(
        docx.built_in(), "word/settings.xml", "<w:characterSpacing", "<w:evenAndOddHeaders/><w:characterSpacing"
    )

    content = docx.write(rich(), letterhead=letterhead, options=BOTH).content
    assert shapes(content) == {"default": 1, "first": 1, "even": 1}


def test_a_first_page_that_is_like_the_others_needs_no_header_of_its_own() -> None:
    letterhead = changed(docx.built_in(), BODY, "<w:titlePg/>", '<w:titlePg w:val="0"/>')

    assert shapes(docx.write(rich(), letterhead=letterhead, options=BOTH).content) == {"default": 1}


def test_asking_twice_is_asking_once() -> None:
    once = docx.write(rich(), options=BOTH).content

    twice = docx.write(rich(), letterhead=once, options=BOTH).content
    assert shapes(twice) == {"default": 1, "first": 1}
    assert len(section(twice).findall(f"{W}lnNumType")) == 1
    assert lines(twice) == lines(once)


def test_a_new_watermark_takes_the_place_of_the_old_one() -> None:
    old = docx.write(rich(), options=docx.DocxOptions(watermark="OLD")).content

    new = docx.write(rich(), letterhead=old, options=docx.DocxOptions(watermark="NEW")).content
    words = [
        element.get("string")
        for header in headers(new).values()
        for element in header.iter("{urn:schemas-microsoft-com:vml}textpath")
        if element.get("string")
    ]
    assert words == ["NEW", "NEW"]


def test_the_watermark_of_a_letterhead_stays_when_none_is_asked_for() -> None:
    old = docx.write(rich(), options=docx.DocxOptions(watermark="OLD")).content

    assert shapes(docx.write(rich(), letterhead=old).content) == {"default": 1, "first": 1}


def test_a_logo_in_the_header_is_no_watermark() -> None:
    old = docx.write(rich(), options=docx.DocxOptions(watermark="OLD")).content
    logo = changed(old, "word/header1.xml", "PowerPlusWaterMarkObject", "Logo")

    assert shapes(docx.write(rich(), letterhead=logo, options=BOTH).content) == {"default": 2, "first": 1}


def test_a_header_of_one_table_can_bear_a_watermark() -> None:
    empty = docx.write(rich(), options=docx.DocxOptions(watermark="OLD")).content
    header = members(empty)["word/header1.xml"].decode()
    start, end = header.index("<w:p>"), header.rindex("</w:p>") + len("</w:p>")
    letterhead = changed(empty, "word/header1.xml", header[start:end], "")

    assert shapes(docx.write(rich(), letterhead=letterhead, options=BOTH).content) == {"default": 1, "first": 1}


@pytest.mark.parametrize("word", ["X", "DRAFT", "CONFIDENTIAL UNTIL DELIVERY"])
def test_a_long_watermark_is_lower_than_a_short_one_and_fills_the_page_as_well(word: str) -> None:
    content = docx.write(rich(), options=docx.DocxOptions(watermark=word)).content

    (shape,) = headers(content)["default"].iter(SHAPE)
    style = dict(each.split(":", 1) for each in shape.get("style").split(";"))
    width, height = (float(style[side].removesuffix("pt")) for side in ("width", "height"))
    assert width + height == pytest.approx(453.6 * 2**0.5, abs=0.1)
    assert width / height == pytest.approx(max(len(word), 3) / 3, rel=0.01)


def test_the_words_are_the_same_with_all_options() -> None:
    content = docx.write(rich(), options=BOTH).content

    assert first_difference(lines(content), document_lines(rich())) is None


def test_libreoffice_shows_line_numbers_and_the_watermark_on_every_page(
    soffice: Soffice, pdf_tools: Callable[..., bytes]
) -> None:
    files = {"plain": docx.write(rich()).content, "marked": docx.write(rich(), options=BOTH).content}

    pdfs = soffice.convert(files, "pdf")

    silver = {name: _silver(pdf_tools("pdftoppm", "-r", "30", "-", pdf=pdf)) for name, pdf in pdfs.items()}
    gained = [marked - plain for marked, plain in zip(silver["marked"], silver["plain"], strict=True)]
    assert len(gained) > 1
    assert min(gained) > 1000
    text = pdf_tools("pdftotext", "-layout", "-", "-", pdf=pdfs["marked"]).decode()
    assert "1 " in text.split("SEC.GAL", 1)[0]


def _silver(pictures: bytes) -> list[int]:
    """Return for each page how many points are of a silver that is half transparent."""
    return [sum(page.count(bytes((shade,) * 3)) for shade in range(215, 232)) for page in pictures.split(b"P6\n")[1:]]
