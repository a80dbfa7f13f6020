"""A draft that came back reads, character by character, as whoever edited it sees it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_edits import TEXTS, control, cut, field, mark, name_of
from word_files import ITEM, p, r, word_file
from zip_edits import members

from cthb_reports.errors import SourceError
from cthb_reports.readers.docx.returned import Returned, ReturnedParagraph, Sign, read_returned

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="Heading 1"/><w:basedOn w:val="bold"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="bold"><w:name w:val="Loud"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="q"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="Fett"/></w:style>'
    '<w:style w:type="character" w:styleId="Em"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Code"><w:name w:val="Code"/></w:style>'
    '<w:style w:type="character" w:styleId="Up"><w:name w:val="Up"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="x"><w:name w:val="x"/><w:basedOn w:val="y"/></w:style>'
    '<w:style w:type="character" w:styleId="y"><w:name w:val="y"/><w:basedOn w:val="x"/></w:style>'
)


def read(*blocks: str, **more: object) -> Returned:
    return read_returned(word_file(*blocks, **more), "a.docx")


def texts(*blocks: str, **more: object) -> list[str]:
    return [paragraph.text for paragraph in read(*blocks, **more).paragraphs]


def only(*runs: str, settings: str = "", **more: object) -> ReturnedParagraph:
    (paragraph,) = read(p(*runs, settings=settings), **more).paragraphs
    return paragraph


def word(*texts: str) -> str:
    return f"<w:r>{''.join(texts)}</w:r>"


# --- characters


@given(st.lists(TEXTS, min_size=1, max_size=5), st.data())
def test_a_text_reads_the_same_wherever_word_cuts_it_into_runs(written: list[str], data: st.DataObject) -> None:
    content = word_file(*(p(data.draw(cut(text))) if text else p() for text in written))

    assert [one.text for one in read_returned(content, "a.docx").paragraphs] == written


def test_breaks_and_tabs_and_hyphens_are_the_characters_that_they_look_like() -> None:
    signs = (
        "<w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:noBreakHyphen/><w:softHyphen/><w:t>d\u00ade</w:t><w:ptab/>"
    )

    assert only(word("<w:t>a</w:t>", signs)).text == "a\tb\nc\n\u2011de\t"


def test_the_end_of_a_page_is_a_space_at_most() -> None:
    page = '<w:br w:type="page"/>'

    assert texts(p(word(page, "<w:t>One</w:t>", page, "<w:t>two</w:t>", page))) == ["One two "]


def test_spaces_that_word_does_not_show_do_not_read() -> None:
    assert texts(p(word("<w:t> one </w:t>", '<w:t xml:space="preserve"> two\nthree</w:t>'))) == ["one two three"]


@pytest.mark.parametrize(
    ("symbol", "character"),
    [
        ('w:font="Times New Roman" w:char="2014"', "—"),
        ('w:font="Arial" w:char="F041"', "A"),
        ('w:font="Wingdings" w:char="F0FC"', "\ufffd"),
        ('w:font="Symbol" w:char="F061"', "\ufffd"),
        ('w:font="Arial" w:char="no number"', "\ufffd"),
        ('w:font="Arial" w:char="FFFFFFFFFFFF"', "\ufffd"),
        ('w:font="Arial" w:char="-1"', "\ufffd"),
        ('w:font="Arial" w:char="D800"', "\ufffd"),
    ],
)
def test_a_symbol_is_its_character_where_that_can_be_told(symbol: str, character: str) -> None:
    assert only(word(f"<w:sym {symbol}/>")).text == character


def test_hidden_text_does_not_read() -> None:
    assert only("The ", r("secret ", "<w:vanish/>"), r("Office", '<w:vanish w:val="0"/>')).text == "The Office"


def test_of_ruby_only_the_base_reads() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{r('above')}</w:rt><w:rubyBase>{r('base')}</w:rubyBase></w:ruby></w:r>"

    assert only(ruby).text == "base"


def test_the_letters_of_a_formula_are_text() -> None:
    assert only("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>").text == "x=1"


# --- fields


def test_of_a_field_what_it_shows_is_text_and_what_it_is_told_is_none() -> None:
    nested = field(f" IF {field(' MERGEFIELD n ', '1')} = 1 ", "yes")

    assert only("Page ", field(" PAGE ", "2"), " ", nested).text == "Page 2 yes"


def test_a_field_may_go_on_over_paragraphs() -> None:
    begin, end = field(" TOC ", "One").split('<w:r><w:fldChar w:fldCharType="end"/></w:r>')[0], "Two"

    assert texts(p(begin), p(end, '<w:r><w:fldChar w:fldCharType="end"/></w:r>'), p("Text")) == ["One", "Two", "Text"]


def test_a_field_that_never_ends_is_told_before_it_swallows_the_text() -> None:
    with pytest.raises(SourceError, match="a field that does not end"):
        read(p("One", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'), p("Two"))


# --- looks


@pytest.mark.parametrize(
    ("style", "settings", "looks"),
    [
        ("", "", ""),
        ("", "<w:b/><w:i/>", "bold italic"),
        ("", '<w:b w:val="0"/>', ""),
        ("", '<w:rStyle w:val="Fett"/>', "bold"),
        ("", '<w:rStyle w:val="Mine"/>', "bold"),
        ("", '<w:rStyle w:val="Fett"/><w:b w:val="false"/>', ""),
        ("", '<w:rStyle w:val="Em"/>', "italic"),
        ("", '<w:rStyle w:val="Code"/>', "code"),
        ("", '<w:rFonts w:ascii="Courier New"/>', "code"),
        ("", '<w:vertAlign w:val="superscript"/>', "raised"),
        ("", '<w:rStyle w:val="Up"/>', "raised"),
        ("", '<w:rStyle w:val="Up"/><w:vertAlign w:val="baseline"/>', ""),
        ("", '<w:rStyle w:val="x"/>', ""),
        ("", '<w:rStyle w:val="nowhere"/>', ""),
        ("h1", "", ""),
        ("h1", "<w:b/>", ""),
        ("h1", '<w:b w:val="0"/>', "bold"),
        ("h1", '<w:rStyle w:val="Fett"/>', "bold"),
        ("h1", '<w:rStyle w:val="Fett"/><w:b/>', "bold"),
        ("q", '<w:rStyle w:val="Em"/>', "italic"),
        ("q", "<w:i/>", ""),
    ],
)
def test_how_text_looks_is_told_beside_the_style_of_its_paragraph(style: str, settings: str, looks: str) -> None:
    around = f'<w:pStyle w:val="{style}"/>' if style else ""

    (sign,) = only(r("a", settings), settings=around, parts={"styles": STYLES}).signs

    assert [name for name in ("bold", "italic", "raised", "code") if getattr(sign, name)] == looks.split()


# --- links


@pytest.mark.parametrize(
    ("xml", "link"),
    [
        (f'<w:hyperlink r:id="rIdX">{r("x")}</w:hyperlink>', "https://osce.org/cthb"),
        (f'<w:hyperlink r:id="rIdX" w:anchor="top">{r("x")}</w:hyperlink>', "https://osce.org/cthb#top"),
        (f'<w:hyperlink w:anchor="top">{r("x")}</w:hyperlink>', ""),
        (f'<w:hyperlink r:id="rIdNowhere">{r("x")}</w:hyperlink>', ""),
        (field(' HYPERLINK "https://osce.org" ', "x"), "https://osce.org"),
        (field(' HYPERLINK "https://osce.org" \\l "top" \\t "_blank"', "x"), "https://osce.org#top"),
        (field(' HYPERLINK \\l "top"', "x"), ""),
        (field(" hyperlink https://osce.org ", field(" PAGE ", "x")), "https://osce.org"),
        (f'<w:fldSimple w:instr=" HYPERLINK &quot;https://osce.org&quot;">{r("x")}</w:fldSimple>', "https://osce.org"),
    ],
)
def test_a_link_leads_where_its_relation_or_its_field_says(xml: str, link: str) -> None:
    signs = only(xml, "y", links={"rIdX": "https://osce.org/cthb"}).signs

    assert [(sign.character, sign.link) for sign in signs] == [("x", link), ("y", "")]


# --- paragraphs and parts


def test_a_paragraph_knows_its_style_and_what_it_is() -> None:
    found = read(
        p("Head", settings='<w:pStyle w:val="h1"/>'),
        p("Text"),
        p("Item", settings=ITEM),
        p("Other", settings='<w:pStyle w:val="Nowhere"/>'),
        parts={"styles": STYLES},
    ).paragraphs

    assert [(one.style, one.role.kind, one.number) for one in found] == [
        ("heading 1", "heading", 1),
        ("normal", "paragraph", 2),
        ("normal", "item", 3),
        ("nowhere", "paragraph", 4),
    ]


def test_each_cell_knows_its_place_though_controls_stand_around_rows_and_cells() -> None:
    cell, other = f"<w:tc>{p('a')}{p('b')}</w:tc>", f"<w:tc>{p('c')}</w:tc>"
    table = f"<w:tbl><w:tblPr/>{control(1, f'<w:tr>{cell}{control(2, other)}</w:tr>')}<w:tr>{other}</w:tr></w:tbl>"

    found = read(p("Text"), table, p("After")).paragraphs

    assert [(one.text, one.role.kind, one.role.table, one.role.row, one.role.column) for one in found[1:-1]] == [
        ("a", "cell", 1, 0, 0),
        ("b", "cell", 1, 0, 0),
        ("c", "cell", 1, 0, 1),
        ("c", "cell", 1, 1, 0),
    ]
    assert [sign.control for one in found for sign in one.signs if sign.character in "abc"] == [
        name_of(1),
        name_of(1),
        name_of(2),
        "",
    ]


def test_notes_are_read_in_the_order_in_which_the_text_refers_to_them() -> None:
    notes = "".join(f'<w:footnote w:id="{key}">{p(f"Note {key}")}{p("more")}</w:footnote>' for key in (2, 3, 4))
    ends = f'<w:endnote w:id="2">{p("At the end")}</w:endnote>'
    refer = "".join(word(f'<w:footnoteReference w:id="{key}"/>') for key in (4, 2, 4, 9))

    found = read(
        p("Text", refer, word('<w:endnoteReference w:id="2"/>')), parts={"footnotes": notes, "endnotes": ends}
    ).paragraphs

    assert [(one.part, one.number, one.text, one.role.note) for one in found[1:]] == [
        ("footnote 1", 1, "Note 4", "footnote 1"),
        ("footnote 1", 2, "more", "footnote 1"),
        ("footnote 2", 1, "Note 2", "footnote 2"),
        ("footnote 2", 2, "more", "footnote 2"),
        ("endnote 1", 1, "At the end", "endnote 1"),
    ]
    assert [sign.note for sign in found[0].signs if sign.note] == [
        "footnote 1",
        "footnote 2",
        "footnote 1",
        "footnote 3",
        "endnote 1",
    ]
    assert found[0].text == "Text" + "\ufffc" * 5


def test_heads_and_feet_of_pages_are_read_and_are_no_body() -> None:
    found = read(p("Text"), parts={"header": p("Above"), "footer": p("Below")}).paragraphs

    assert [(one.part, one.text, one.role.body) for one in found] == [
        ("body", "Text", True),
        ("header 1", "Above", False),
        ("footer 1", "Below", False),
    ]


def test_the_words_of_a_text_box_are_read_once_and_stand_in_nothing_that_is_around_it() -> None:
    box = f"<w:txbxContent>{p('Boxed')}{p('in')}</w:txbxContent>"
    twice = word(
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Choice Requires='other'>{box}</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )

    found = read(p(mark(1, "before", twice, "after")), p("Next")).paragraphs

    assert [one.text for one in found] == ["beforeafter", "Boxed", "in", "Next"]
    assert {sign.marks for one in found[1:] for sign in one.signs} == {frozenset()}
    assert {sign.marks for sign in found[0].signs} == {frozenset({name_of(1)})}


def test_what_is_written_for_old_programs_alone_is_read() -> None:
    assert (
        only(word("<mc:AlternateContent><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent>")).text == "old"
    )


PICTURES = {
    "embedded": ('<a:blip r:embed="rIdP"/>', "word/media/image1.png"),
    "linked": ('<a:blip r:link="rIdX"/>', "https://osce.org/a.png"),
    "a chart": ('<wp:docPr id="1" name="Chart 1"/><a:graphicData uri="http://x/chart"/>', "Chart 1"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_one_sign_that_says_which(name: str) -> None:
    drawn, target = PICTURES[name]
    rels = word_file(parts={}, links={"rIdX": "https://osce.org/a.png"})
    content = word_file(p("a", word(f"<w:drawing>{drawn}</w:drawing>"), "b"), more=_pictured(rels))

    (paragraph,) = read_returned(content, "a.docx").paragraphs

    assert paragraph.signs == (Sign("a"), Sign("\ufffc", picture=target), Sign("b"))


def _pictured(content: bytes) -> dict[str, bytes]:
    name = "word/_rels/document.xml.rels"
    one = b'<Relationship Id="rIdP" Type="http://x/image" Target="media/image1.png"/></Relationships>'
    return {name: members(content)[name].replace(b"</Relationships>", one)}


def test_a_line_that_is_drawn_is_no_picture() -> None:
    line = '<w:drawing><wp:docPr id="1" name="Line 1"/><a:graphicData uri="http://x/wordprocessingShape"/></w:drawing>'

    assert only("a", word(line), word("<w:pict><v:shape/></w:pict>")).text == "a"


# --- what the draft remembers


def test_what_the_draft_remembers_is_handed_over_as_it_is() -> None:
    ours = b'<?xml version="1.0"?>\n<d:draft xmlns:d="urn:cthb-reports:draft:2"><d:records>&lt;</d:records></d:draft>'
    other = b'<x xmlns="urn:other">urn:cthb-reports:draft:2</x>'

    assert read(p("a"), more={"customXml/item1.xml": other, "customXml/item2.xml": ours}).keepsake == ours
    assert read(p("a"), more={"customXml/item1.xml": other}).keepsake is None
    assert read(p("a")).keepsake is None


def test_what_a_draft_remembers_is_found_by_its_relation_too() -> None:
    ours = '<draft xmlns="urn:cthb-reports:draft:1"/>'.encode("utf-16")

    found = read(p("a"), parts={"customXml": ""}, more={"word/customXml.xml": ours})

    assert found.keepsake == ours
