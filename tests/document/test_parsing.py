from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cthb_reports.document import (
    BulletList,
    Code,
    Document,
    Emphasis,
    FootnoteReference,
    Heading,
    Image,
    LineBreak,
    Link,
    Meta,
    OrderedList,
    Paragraph,
    Quote,
    Strong,
    Superscript,
    Table,
    Text,
    parse,
    plain_text,
)
from cthb_reports.errors import DraftError

A, B, C = Text("a"), Text("b"), Text("c")


@pytest.mark.parametrize(
    ("markdown", "block"),
    [
        ("## a", Heading(2, (A,))),
        ("a\n---", Heading(2, (A,))),
        ("**a**\\\n*b*", Paragraph((Strong((A,)), LineBreak(), Emphasis((B,))))),
        ("a  \nb", Paragraph((A, LineBreak(), B))),
        ("a\n b", Paragraph((Text("a b"),))),
        ("a  b\t c", Paragraph((Text("a b c"),))),
        ("    a", Paragraph((A,))),
        ("*a **b** c", Paragraph((Text("*a "), Strong((B,)), Text(" c")))),
        ("`a  b`", Paragraph((Code("a b"),))),
        ("![a *b*](c.png)", Paragraph((Image("c.png", "a b"),))),
        ("[a](https://osce.org/b)", Paragraph((Link("https://osce.org/b", (A,)),))),
        ("<https://osce.org>", Paragraph((Link("https://osce.org", (Text("https://osce.org"),)),))),
        ("https://osce.org", Paragraph((Text("https://osce.org"),))),
        ("<b>a</b> &amp; b", Paragraph((Text("<b>a</b> & b"),))),
        ("[a]: https://osce.org", Paragraph((Text("[a]: https://osce.org"),))),
        ("- a\n- b\n\n  c", BulletList(((Paragraph((A,)),), (Paragraph((B,)), Paragraph((C,)))))),
        ("3. a\n4. b", OrderedList(3, ((Paragraph((A,)),), (Paragraph((B,)),)))),
        ("0. a", OrderedList(0, ((Paragraph((A,)),),))),
        ("1. - a", OrderedList(1, ((BulletList(((Paragraph((A,)),),)),),))),
        ("a^b^ c", Paragraph((A, Superscript((B,)), Text(" c")))),
        ("**a^b^**", Paragraph((Strong((A, Superscript((B,)))),))),
        ("a\\^b^", Paragraph((Text("a^b^"),))),
        ("a^b c^", Paragraph((Text("a^b c^"),))),
        ("^_^ ^^ [^a][^b]", Paragraph((Text("^_^ ^^ [^a][^b]"),))),
        ('![a](b.png "c  d")', Paragraph((Image("b.png", "a", "c d"),))),
        ("> a\n>\n> b", Quote((Paragraph((A,)), Paragraph((B,))))),
        ("a | b\n:-: | --:\nc", Table(((A,), (B,)), (((C,), ()),), ("center", "right"))),
        ("| a |\n|---|\n| b \\| c |", Table(((A,),), (((Text("b | c"),),),), ("left",))),
    ],
)
def test_markdown_becomes_the_tree(markdown: str, block: object) -> None:
    assert parse(markdown).blocks == (block,)


def test_notes_come_in_the_order_of_their_mention() -> None:
    document = parse("a[^x] b[^y]\n\n[^y]: c\n\n[^x]: a\n\n    - b")

    assert document.blocks == (Paragraph((A, FootnoteReference("x"), Text(" b"), FootnoteReference("y"))),)
    assert list(document.footnotes.items()) == [
        ("x", (Paragraph((A,)), BulletList(((Paragraph((B,)),),)))),
        ("y", (Paragraph((C,)),)),
    ]


@pytest.mark.parametrize(
    ("markdown", "complaint"),
    [
        ("```\nprint\n```", "no place for a block of code: 'print'"),
        ("a\n\n* * *", r"no place for a line across the page: '\*\*\*\*'"),
        ('[a](b "tip")', "a link has the title 'tip'"),
        ("a\n\n[^1]: b", r"nothing refers to the note \[\^1\]"),
        ("a[^1]\n\n[^1]: b\n\n[^1]: c", r"two notes are called \[\^1\]"),
        ("a[^1] b[^1]\n\n[^1]: b", r"the note \[\^1\] is referred to twice"),
        ("a[^1]\n\n[^1]: b[^2]\n\n[^2]: c", r"the note \[\^1\] refers to another note"),
        ("a[^1]\n\n[^1]:", r"the note \[\^1\] is empty"),
        ("|a|b|\n|-|-|\n|1|2|3|", r"the row '\|1\|2\|3\|' has 3 cells, its table only 2 columns"),
        ("> a|b\n> -|-\n> 1|2|3\n", "the row '> 1|2|3' has 3 cells"),
    ],
)
def test_what_would_be_lost_in_print_is_refused(markdown: str, complaint: str) -> None:
    with pytest.raises(DraftError, match=complaint):
        parse(markdown)


@pytest.mark.parametrize("row", ["1|2", "|1|2|", "|1|2", "|1\\|x|2|", "|", "1", "> |1|2|"])
def test_a_row_that_fits_its_table_is_taken(row: str) -> None:
    prefix = "> " if row.startswith(">") else ""

    assert parse(f"{prefix}|a|b|\n{prefix}|-|-|\n{row}").blocks


@given(st.text(st.sampled_from("ab \n*_`[]()<>#-+1.|:!\\~^>&;"), max_size=60))
def test_no_letter_of_any_markdown_is_lost(markdown: str) -> None:
    letters = [letter for letter in markdown if letter in "ab"]
    try:
        text = plain_text(parse(markdown))
    except DraftError:
        return

    shown = [letter for letter in text if letter in "ab"]
    assert shown == letters or "](" in markdown


def test_the_properties_are_those_given() -> None:
    assert parse("a", meta=Meta(title="Report")).meta.title == "Report"
    assert parse("a").meta == Document(()).meta


def test_the_words_of_a_document_are_one_line_a_paragraph_or_cell_with_the_notes_last() -> None:
    document = parse("# A\n\na\\\n`b`[^1] [c](d)\n\n1. - x\n\n> |p|q|\n> |-|-|\n> |r|![s](t)|\n\n[^1]: note")

    assert plain_text(document) == "A\na b c\nx\np\nq\nr\ns\nnote\n"
    assert plain_text(Document((Paragraph((A, Superscript((B,)))),))) == "ab\n"


@given(st.text("ab .,-(\n\t ", max_size=60))
def test_text_without_markup_is_read_as_beside_markup(text) -> None:
    read, beside = (plain_text(parse(markdown)) for markdown in (f"x{text}x", f"x{text}x *y*"))

    assert f"{read.rstrip()} y" == beside.rstrip()
