"""How a draft is made up: real styles, nothing parted that belongs together, and no reader left out."""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

import pytest
from docx_parts import W, members, part, style_of
from example_documents import example
from going_round import going_round
from hypothesis import given
from hypothesis import strategies as st
from rich_document import rich

from cthb_reports.document import (
    Anchor,
    BulletList,
    Code,
    Document,
    Emphasis,
    Heading,
    Link,
    Meta,
    OrderedList,
    Paragraph,
    Quote,
    Span,
    Strong,
    Styled,
    Superscript,
    Table,
    Text,
)
from cthb_reports.writers import docx
from cthb_reports.writers.docx.spaces import bound
from cthb_reports.writers.docx.tables import widths

BODY = "word/document.xml"


def said(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def paragraphs(*blocks: Any) -> list[Any]:
    return list(part(docx.write(Document(blocks)).content, BODY).iter(f"{W}p"))


def text_of(element: Any) -> str:
    return "".join(element.itertext())


def styles_of(*blocks: Any) -> list[tuple[str | None, str]]:
    return [(style_of(paragraph), text_of(paragraph)) for paragraph in paragraphs(*blocks)]


def run_of(*inlines: Any) -> Any:
    return paragraphs(Paragraph(inlines))[0].find(f".//{W}r")


def traits(run: Any) -> list[str]:
    """Return the names of the properties of a run; of its style, the id."""
    return [
        element.get(f"{W}val") if element.tag == f"{W}rStyle" else element.tag.removeprefix(W)
        for element in run.find(f"{W}rPr")
    ]


# --- accessibility


def test_the_properties_say_title_author_subject_language_and_date() -> None:
    meta = Meta("A & B", "Ana", "Trafficking", language="en-GB", created=date(2017, 12, 11), revision=3)

    core = members(docx.write(Document((), meta=meta)).content)["docProps/core.xml"].decode()
    assert "<dc:title>A &amp; B</dc:title><dc:subject>Trafficking</dc:subject><dc:creator>Ana</dc:creator>" in core
    assert (
        "<cp:lastModifiedBy>Ana</cp:lastModifiedBy><cp:revision>3</cp:revision><dc:language>en-GB</dc:language>" in core
    )
    assert '<dcterms:modified xsi:type="dcterms:W3CDTF">2017-12-11T00:00:00Z</dcterms:modified>' in core


def test_a_document_without_a_date_has_none() -> None:
    assert b"dcterms:created" not in members(docx.write(Document(())).content)["docProps/core.xml"]


def test_the_text_is_in_the_language_of_the_document() -> None:
    content = docx.write(Document((), meta=Meta("Rapport", language="fr"))).content

    assert {element.get(f"{W}val") for element in part(content, "word/styles.xml").iter(f"{W}lang")} == {"fr"}


@pytest.mark.parametrize("name", ["minimal", "2017"])
def test_the_headings_of_a_report_skip_no_level(name: str) -> None:
    found = [style_of(paragraph) or "" for paragraph in part(docx.write(example(name)).content, BODY).iter(f"{W}p")]

    levels = [int(style[-1]) for style in found if style.startswith("Heading")]
    assert levels[0] == 1
    assert all(following <= level + 1 for level, following in itertools.pairwise(levels))


def test_the_first_row_of_every_table_and_no_other_is_a_header() -> None:
    tables = list(part(docx.write(rich()).content, BODY).iter(f"{W}tbl"))

    assert len(tables) == 3
    for table in tables:
        first, *others = table.iter(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert [row for row in others if row.find(f"{W}trPr/{W}tblHeader") is not None] == []
        assert {row.find(f"{W}trPr/{W}cantSplit") is not None for row in (first, *others)} == {True}


# --- what belongs together


def test_a_paragraph_that_leads_to_a_list_stays_with_it() -> None:
    kept = [
        text_of(paragraph)
        for paragraph in paragraphs(
            said("Three aims:"), BulletList(((said("one"),),)), said("So it was."), said("End.")
        )
        if paragraph.find(f"{W}pPr/{W}keepNext") is not None
    ]

    assert kept == ["Three aims:"]


def test_so_does_one_at_the_end_of_a_narrative() -> None:
    narrative = Styled((said("We met."), said("Three aims:")), None, Anchor(("narrative",), "narrative"))

    kept = [
        text_of(paragraph)
        for paragraph in paragraphs(narrative, BulletList(((said("one"),),)))
        if paragraph.find(f"{W}pPr/{W}keepNext") is not None
    ]

    assert kept == ["Three aims:"]


def test_a_heading_stays_with_its_text_by_its_style() -> None:
    styles = part(docx.built_in(), "word/styles.xml")

    for level in (1, 2, 3):
        assert styles.find(f"{W}style[@{W}styleId='Heading{level}']/{W}pPr/{W}keepNext") is not None


def test_the_defaults_leave_no_line_alone_at_the_end_of_a_page() -> None:
    assert (
        part(docx.built_in(), "word/styles.xml").find(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}widowControl")
        is not None
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 14 December 2017", "on 14_December 2017"),
        ("57 participating States and 11 Partners", "57_participating States and 11_Partners"),
        ("Decision No. 557", "Decision No._557"),
        ("Mr Example and Ambassador Example", "Mr_Example and Ambassador_Example"),
        ("12 Marches", "12 Marches"),
        ("No. of States", "No. of States"),
    ],
)
def test_a_number_is_bound_to_what_it_counts(text: str, expected: str) -> None:
    assert bound(text) == expected.replace("_", "\u00a0")


def test_a_number_from_the_records_is_bound_to_the_word_of_the_template_behind_it() -> None:
    paragraph = Paragraph(
        (Text("over "), Span(Anchor(("n",)), (Text("350"),)), Text(" participants, "), Code("1 May"), Text(" 2 May"))
    )

    assert text_of(paragraphs(paragraph)[0]) == "over 350\u00a0participants, 1 May 2\u00a0May"


# --- bookmarks


def test_two_fields_never_share_a_bookmark_even_if_their_numbers_meet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zlib.crc32", lambda _: 7)

    spans = tuple(Span(Anchor((name,)), (Text(name),)) for name in "abc")
    paragraph = part(going_round(Document((Paragraph(spans),))), BODY).find(f".//{W}p")
    assert [mark.get(f"{W}name") for mark in paragraph.iter(f"{W}bookmarkStart")] == [
        "_cthb_00000007",
        "_cthb_00000008",
        "_cthb_00000009",
    ]


# --- styles and faces


def test_headings_below_the_third_level_look_like_the_third() -> None:
    found = styles_of(*[Heading(level, (Text(str(level)),)) for level in (1, 2, 3, 4, 6)])

    assert found == [("Heading1", "1"), ("Heading2", "2"), ("Heading3", "3"), ("Heading3", "4"), ("Heading3", "6")]


def test_lists_take_the_styles_of_their_depth_down_to_the_third() -> None:
    deep = BulletList(
        ((said("a"), BulletList(((said("b"), BulletList(((said("c"), BulletList(((said("d"),),))),))),))),)
    )

    assert styles_of(deep) == [("ListBullet", "a"), ("ListBullet2", "b"), ("ListBullet3", "c"), ("ListBullet3", "d")]


def test_what_follows_in_an_item_of_a_list_stands_under_its_text() -> None:
    found = styles_of(OrderedList(1, ((said("a"), said("b"), Quote((said("c"),))), (BulletList(((said("d"),),)),))))

    assert found == [("ListNumber", "a"), ("ListContinue", "b"), ("Quote", "c"), ("ListBullet2", "d")]


def test_every_ordered_list_counts_for_itself() -> None:
    content = docx.write(Document((OrderedList(1, ((said("a"),),)), OrderedList(4, ((said("b"),),))))).content

    used = [element.get(f"{W}val") for element in part(content, BODY).iter(f"{W}numId")]
    numbers = {number.get(f"{W}numId"): number for number in part(content, "word/numbering.xml").iter(f"{W}num")}
    assert len(set(used)) == 2
    assert [numbers[each].find(f".//{W}startOverride").get(f"{W}val") for each in used] == ["1", "4"]


PENDING = Anchor(("n",), "placeholder")


@pytest.mark.parametrize(
    ("inline", "expected"),
    [
        (Strong((Text("x"),)), ["Strong"]),
        (Emphasis((Strong((Text("x"),)),)), ["Strong", "i", "iCs"]),
        (Strong((Emphasis((Superscript((Text("x"),)),)),)), ["Strong", "i", "iCs", "vertAlign"]),
        (Strong((Span(PENDING, (Text("x"),)),)), ["Placeholder", "b", "bCs"]),
        (Link("https://osce.org", (Strong((Code("x"),)),)), ["Hyperlink", "rFonts", "b", "bCs"]),
        (Link("HTTPS://osce.org", (Span(PENDING, (Text("x"),)),)), ["Placeholder", "u"]),
        (Superscript((Text("x"),)), ["vertAlign"]),
    ],
)
def test_a_run_has_the_style_of_what_matters_most_and_the_rest_directly(inline: Any, expected: list[str]) -> None:
    assert traits(run_of(inline)) == expected


def test_plain_text_has_no_properties() -> None:
    assert run_of(Text("x")).find(f"{W}rPr") is None


def test_an_address_that_no_reader_should_open_is_left_out() -> None:
    (paragraph,) = paragraphs(Paragraph((Link("file:///etc/passwd", (Text("x"),)),)))

    assert paragraph.find(f"{W}hyperlink") is None
    assert text_of(paragraph) == "x"


# --- tables


@given(
    st.integers(1, 6).flatmap(
        lambda columns: st.lists(
            st.lists(st.integers(0, 500), min_size=columns, max_size=columns), min_size=1, max_size=5
        )
    ),
    st.integers(1440, 20_000),
)
def test_the_columns_of_a_table_share_its_width_to_the_last_point(lengths: list[list[int]], total: int) -> None:
    shared = widths(lengths, total)

    assert sum(shared) == total
    assert len(shared) == len(lengths[0])
    assert min(shared) > 0


def test_a_longer_column_is_wider() -> None:
    narrow, wide = widths([[10, 40]], 9000)

    assert narrow < wide


def test_the_cells_of_a_table_are_as_wide_as_its_columns() -> None:
    table = Table(((Text("State"),), (Text("Number of visits"),)), (((Text("x"),), (Text("y"),)),), ("left", "right"))

    body = part(docx.write(Document((table,))).content, BODY)
    grid = [column.get(f"{W}w") for column in body.iter(f"{W}gridCol")]
    assert [cell.get(f"{W}w") for cell in body.iter(f"{W}tcW")] == grid * 2
