from __future__ import annotations

import functools
import io
import warnings
import zipfile

import pytest
from docx_lint import lint
from made_documents import sample
from zip_edits import members, packed, replaced

from cthb_reports.writers import write

BODY = "word/document.xml"
NOTES = "word/footnotes.xml"


@functools.cache
def draft() -> bytes:
    return write(sample(), ".docx").content


def control(number: str, tag: str) -> str:
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/><w:id w:val="{number}"/></w:sdtPr><w:sdtContent/></w:sdt>'


@pytest.mark.parametrize(
    ("member", "old", "new", "complaint"),
    [
        (BODY, "<w:p>", f"{control('7', 'a')}{control('7', 'b')}<w:p>", "two controls have the id 7"),
        (BODY, "<w:p>", f"{control('7', 'x' * 65)}<w:p>", "longer than 64 characters"),
        (BODY, "<w:bookmarkEnd", "<w:bookmarkNone", "has no other end"),
        (BODY, "<w:p>", '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/><w:p>', "two bookmarks have the id 1"),
        (BODY, "<w:p>", '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/><w:bookmarkStart w:id="2" w:name="a"/><w:bookmarkEnd w:id="2"/><w:p>', "two bookmarks are called a"),
        ("word/footer1.xml", 'w:fldCharType="separate"', 'w:fldCharType="end"', "a field is not complete"),
        ("docProps/core.xml", "2017-12-11T00:00:00Z", "2017-12-11", "'2017-12-11' is no date"),
        (BODY, '<w:t xml:space="preserve">Over ', "<w:t>Over ", "are lost"),
        (BODY, "<w:sectPr", "<w:p/><w:sectPr", ""),
        (BODY, "</w:sectPr>", "</w:sectPr><w:p/>", "does not end in a section"),
        (BODY, "</w:p></w:tc>", "</w:p><w:bookmarkEnd/></w:tc>", "a cell does not end in a paragraph"),
        (BODY, "</w:tbl><w:p>", "</w:tbl><w:tbl/><w:p>", "no paragraph follows a table"),
        ("word/_rels/document.xml.rels", "styles.xml", "style.xml", "nothing is at style.xml"),
        ("word/_rels/document.xml.rels", 'Id="rId1"', 'Id="rId2"', "the relationship rId2 is there twice"),
        (BODY, 'r:id="rIdLink1"', 'r:id="rIdLink9"', "no relationship is called rIdLink9"),
        (NOTES, "<w:r>", '<w:hyperlink r:id="rIdLink1"/><w:r>', "no relationship is called rIdLink1"),
    ],
)  # fmt: skip
def test_the_lint_names_a_fault_that_was_put_in(member: str, old: str, new: str, complaint: str) -> None:
    found = lint(replaced(draft(), member, old, new))

    assert [fault for fault in found if complaint in fault] if complaint else found == []


def test_the_lint_names_a_member_that_is_there_twice() -> None:
    file = io.BytesIO(draft())
    with zipfile.ZipFile(file, "a") as archive, warnings.catch_warnings(action="ignore"):
        archive.writestr("word/settings.xml", "<x/>")

    assert "the member word/settings.xml is there twice" in lint(file.getvalue())


def test_the_lint_names_missing_properties() -> None:
    found = members(draft())
    del found["docProps/core.xml"]

    assert "there are no core properties" in lint(packed(found))
