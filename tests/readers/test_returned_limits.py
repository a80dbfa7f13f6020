"""Whatever a file that came back holds, it is read or refused in a sentence, within seconds."""

from __future__ import annotations

import time
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_edits import comment, commented, mark, name_of
from word_files import p, packed, r, word_file
from zip_edits import members

from cthb_reports.errors import SourceError
from cthb_reports.readers.docx.returned import Returned, read_returned

DEEP = 240
MANY = {
    "elements": "<w:a/>" * 1_900_000,
    "paragraphs": "<w:p/>" * 40_000,
    "cells": f"<w:tbl><w:tr>{'<w:tc><w:p/></w:tc>' * 29_000}</w:tr></w:tbl>",
    "changes": p("<w:ins>" * DEEP + r("x") * 10_000 + "</w:ins>" * DEEP),
    "changes of a format": p(f"<w:r><w:rPr>{'<w:rPrChange><w:rPr/></w:rPrChange>' * 49_000}</w:rPr><w:t>x</w:t></w:r>"),
    "marks": p("<w:ins>" * DEEP + "".join(mark(number) for number in range(19_000)) + "</w:ins>" * DEEP),
    "half marks": p("".join(f'<w:bookmarkStart w:id="1" w:name="{name_of(one)}"/>' for one in range(90_000))),
    "ways": p(f"<mc:AlternateContent>{'<w:a/>' * 300_000}{'<mc:Fallback/>' * 300_000}</mc:AlternateContent>"),
    "drawings": p(f"<w:r>{'<w:drawing>' * DEEP}{'<w:a/>' * 500_000}{'</w:drawing>' * DEEP}</w:r>"),
    "fields": p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 200_000, *["x"] * 1000),
    "characters": p("x" * 49_000) * 21,
}


def outcome(content: bytes, *, accept: bool = True) -> Returned | str:
    try:
        return read_returned(content, "a.docx", accept=accept)
    except SourceError as error:
        return str(error)


@pytest.mark.parametrize("name", MANY)
def test_many_of_anything_are_read_or_refused_within_seconds(name: str) -> None:
    content = word_file(MANY[name])

    begun = time.process_time()
    outcome(content)
    outcome(content, accept=False)

    assert time.process_time() - begun < 30


def test_many_comments_on_all_of_a_text_are_read_within_seconds() -> None:
    first, last = zip(*(commented(number, "|").split(r("|")) for number in range(4_000)), strict=True)
    content = word_file(
        p(*first, "x" * 49_000, *last), parts={"comments": "".join(comment(number, "?") for number in range(4_000))}
    )

    begun = time.process_time()
    found = read_returned(content, "a.docx")

    assert len(found.remarks) == 4_000
    assert time.process_time() - begun < 30


@pytest.mark.parametrize(
    ("blocks", "words"),
    [
        (("<w:p/>" * 30_001,), "more than 30,000 paragraphs"),
        ((p("x" * 49_000) * 21,), "more than 1,000,000 characters"),
        ((p("x" * 50_001),), "a paragraph has more than 50,000 characters"),
        ((p("<w:ins/>" * 50_001),), "more than 50,000 tracked changes"),
    ],
)
def test_what_no_report_has_is_refused_with_the_number_that_is_read(blocks: tuple[str, ...], words: str) -> None:
    assert words in str(outcome(word_file(*blocks)))


def test_more_comments_than_people_make_are_refused() -> None:
    comments = "".join(comment(number, "?") for number in range(5_001))

    assert "more than 5,000 comments" in str(outcome(word_file(p("a"), parts={"comments": comments})))


def test_a_document_type_is_refused_however_it_is_spelt() -> None:
    typed = '<?xml version="1.0" encoding="UTF-32"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-32")

    said = str(outcome(packed({**members(word_file(p("a"))), "word/document.xml": typed})))

    assert "document type" in said or "is damaged" in said


# --- anything

WORDS = """
    p r t pPr rPr pStyle rStyle b i vanish vertAlign rFonts tbl tr tc trPr tcPr ins del moveFrom moveTo delText sdt sdtPr
    sdtContent tag showingPlcHdr bookmarkStart bookmarkEnd fldChar instrText hyperlink fldSimple br tab sym
    footnoteReference commentRangeStart commentRangeEnd commentReference txbxContent drawing pict object numPr ilvl numId
    rPrChange pPrChange cellIns cellDel sectPr sectPrChange ruby rt smartTag
"""
OTHERS = ("mc:AlternateContent", "mc:Choice", "mc:Fallback", "a:blip", "a:graphicData", "wp:docPr")
NAMES = (*(f"w:{name}" for name in WORDS.split()), *OTHERS)
VALUES = (
    "",
    "1",
    "2",
    "0",
    "-1",
    "²",
    "true",
    "begin",
    "separate",
    "end",
    name_of(1),
    name_of(2),
    ' HYPERLINK "x" ',
    "superscript",
)
TREES = st.recursive(
    st.text("ab ", max_size=3),
    lambda inner: st.tuples(st.sampled_from(NAMES), st.sampled_from(VALUES), st.lists(inner, max_size=4)),
    max_leaves=40,
)


def spelt(tree: object) -> str:
    if isinstance(tree, str):
        return tree
    name, value, inner = tree
    said = quoteattr(value)
    attributes = " ".join(f"{one}={said}" for one in ("w:val", "w:id", "w:name", "w:fldCharType", "w:instr", "r:id"))
    return f"<{name} {attributes}>{''.join(map(spelt, inner))}</{name}>"


@given(st.lists(TREES, max_size=4), st.booleans())
def test_any_elements_in_any_order_are_read_or_refused(trees: list[object], accept: bool) -> None:  # noqa: FBT001  # hypothesis names it
    body = "".join(map(spelt, trees))
    parts = {
        "footnotes": f'<w:footnote w:id="1">{body}</w:footnote>',
        "comments": comment(1, "?") + body,
        "styles": body,
    }
    found = outcome(word_file(body, p(body), parts=parts), accept=accept)

    if isinstance(found, str):
        assert found.startswith("a.docx: ")
        return
    count = len(found.paragraphs)
    assert all(-1 <= change.paragraph < count for change in found.revisions)
    assert all(0 <= one.start <= one.end for one in found.remarks)
    assert all(one.end <= len(found.paragraphs[one.paragraph].text) for one in found.remarks if one.paragraph >= 0)
    held = {name for one in found.paragraphs for sign in one.signs for name in {*sign.marks, sign.control}}
    assert not held & {name for one in found.paragraphs for name in one.collapsed}
    assert all(sign.revision < len(found.revisions) for one in found.paragraphs for sign in one.signs)
