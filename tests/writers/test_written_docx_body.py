from __future__ import annotations

import re

import docx_lint
import pytest
from going_round import going_round
from zip_edits import members

from cthb_reports.document import (
    Anchor,
    BulletList,
    Document,
    FootnoteReference,
    Heading,
    Link,
    OrderedList,
    Paragraph,
    Quote,
    Span,
    Strong,
    Styled,
    Superscript,
    Text,
    parse,
)
from cthb_reports.writers import write
from cthb_reports.writers.docx.spaces import bound
from cthb_reports.writers.docx.tables import widths

HELD = Anchor(("activities", 3, "held"))
A = Paragraph((Text("a"),))


def member(document: Document, name: str) -> str:
    content = write(document, ".docx").content
    assert docx_lint.problems(content) == []
    return members(content)[name].decode()


def body(*blocks: object) -> str:
    """Return the body without its section."""
    return _inner(member(Document(blocks), "word/document.xml"))


def body_going_round(*blocks: object) -> str:
    """Return the body of a draft that goes round, without its section."""
    content = going_round(Document(blocks))
    assert docx_lint.problems(content) == []
    return _inner(members(content)["word/document.xml"].decode())


def _inner(text: str) -> str:
    return text[text.index("<w:body>") + len("<w:body>") : text.rindex("<w:sectPr")].strip()


def styles(*blocks: object) -> list[str]:
    return re.findall(r'<w:pStyle w:val="(.*?)"', body(*blocks))


def test_an_anchor_is_a_hidden_bookmark_whose_name_comes_from_the_field() -> None:
    once = body_going_round(Paragraph((Span(HELD, (Text("9 June"),)),)))
    twice = body_going_round(Paragraph((Span(HELD, (Text("9 June"),)), Span(HELD, (Text("9 June"),)))))

    names = re.findall(r'w:name="(_cthb_[0-9a-f]{8})"', twice)
    assert len(set(names)) == 2
    assert re.findall(r'w:name="(.*?)"', once) == names[:1]


def test_each_paragraph_of_a_narrative_has_a_bookmark_of_its_own() -> None:
    """One over several begins twice when LibreOffice has saved it."""
    for paragraph in re.findall(r"<w:p>.*?</w:p>", body_going_round(Styled((A, A), None, HELD))):
        assert paragraph.count("<w:bookmarkStart") == paragraph.count("<w:bookmarkEnd") == 1


def test_a_clean_copy_has_neither_bookmarks_nor_controls() -> None:
    clean = body(Styled((Paragraph((Span(HELD, (Text("9 June"),)),)),), None, HELD))

    assert "9\u00a0June" in clean
    assert "bookmark" not in clean
    assert "sdt" not in clean


def test_a_fact_to_come_takes_the_placeholder_style_even_in_bold() -> None:
    placeholder = Span(Anchor(("name",), "placeholder"), (Text("[TBC]"),))

    assert '<w:rStyle w:val="Placeholder"/>' in body(Paragraph((placeholder,)))
    assert '<w:rStyle w:val="Placeholder"/>' in body(Paragraph((Strong((placeholder,)),)))


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Heading(5, (Text("a"),)), ["Heading3"]),
        (Styled((A,), "Place and Date"), ["PlaceandDate"]),
        (Quote((A, A)), ["Quote", "Quote"]),
        (BulletList(((A, A), (A, BulletList(((A,),))))), ["ListBullet", "ListContinue", "ListBullet", "ListBullet2"]),
        (OrderedList(3, ((A, OrderedList(1, ((A, A),))),)), ["ListNumber", "ListNumber2", "ListContinue2"]),
    ],
)
def test_a_block_takes_the_style_of_its_kind(block: object, expected: list[str]) -> None:
    assert styles(block) == expected


def test_each_ordered_list_counts_for_itself_from_its_own_start() -> None:
    lists = Document((OrderedList(3, ((A,),)), OrderedList(1, ((A,),))))

    numbers = re.findall(r'<w:numId w:val="(\d+)"', member(lists, "word/document.xml"))
    numbering = member(lists, "word/numbering.xml")

    assert len(set(numbers)) == 2
    for number, start in zip(numbers, (3, 1), strict=True):
        assert re.search(rf'<w:num w:numId="{number}">.*?<w:startOverride w:val="{start}"/>', numbering)


def test_only_addresses_that_a_reader_may_open_are_links() -> None:
    addresses = ("https://osce.org", "file:///etc/passwd", "mailto:a@b.org", "#x")

    written = body(Paragraph(tuple(Link(address, (Text(address[:4]),)) for address in addresses)))

    assert written.count("<w:hyperlink") == 2
    assert "passwd" not in written


def test_a_link_in_a_note_is_related_to_the_notes_and_one_in_the_text_to_the_text() -> None:
    document = parse("[a](https://a.org)[^1]\n\n[^1]: [b](https://b.org)")

    assert "https://a.org" in member(document, "word/_rels/document.xml.rels")
    assert "https://b.org" not in member(document, "word/_rels/document.xml.rels")
    assert "https://b.org" in member(document, "word/_rels/footnotes.xml.rels")


def test_a_note_begins_with_its_number_even_if_it_is_a_list() -> None:
    note = {"x": (BulletList(((A,),)), A)}

    notes = member(Document((Paragraph((FootnoteReference("x"),)),), note), "word/footnotes.xml")

    assert notes.count("<w:footnoteRef/>") == 1
    assert notes.index("<w:footnoteRef/>") < notes.index(">a<")


def test_superscript_and_emphasis_of_one_run_stand_in_the_order_of_the_schema() -> None:
    raised = Paragraph((Strong((Superscript((Text("th"),)),)), Superscript((Strong((Text("th"),)),))))

    for properties in re.findall(r"<w:rPr>(.*?)</w:rPr>", body(raised)):
        assert properties == '<w:rStyle w:val="Strong"/><w:vertAlign w:val="superscript"/>'


def test_characters_that_xml_cannot_hold_are_left_out_and_markup_is_text() -> None:
    assert ">a&lt;b&gt;&amp;c<" in body(Paragraph((Text("a\x07<b>&\ufffec"),)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 14 December", "on 14~December"),
        ("57 participating States and 11 Partners", "57~participating States and 11~Partners"),
        ("Decision No. 2/03", "Decision No.~2/03"),
        ("over 350 participants", "over 350~participants"),
        ("in 2017 the Office", "in 2017 the Office"),
        ("Ambassador Madina", "Ambassador~Madina"),
        ("No. It was", "No. It was"),
    ],
)
def test_a_number_stays_on_the_line_of_what_it_counts(text: str, expected: str) -> None:
    assert bound(text) == expected.replace("~", "\u00a0")


def test_a_number_from_a_field_stays_on_the_line_of_the_word_that_follows_it() -> None:
    written = body(
        Paragraph((Text("over "), Span(HELD, (Text("350"),)), Text(" participants"), Strong((Text(" met"),))))
    )

    assert re.findall(r'preserve">(.*?)<', written) == ["over ", "350", "\u00a0participants", " met"]


@pytest.mark.parametrize("lengths", [[[1]], [[1, 1], [100, 3]], [[0, 0, 0]], [[5, 200, 30, 7]] * 3])
def test_the_columns_of_a_table_fill_its_width_and_none_is_too_narrow(lengths: list[list[int]]) -> None:
    found = widths(lengths, 9072)

    assert sum(found) == 9072
    assert min(found) >= 9072 // 20
