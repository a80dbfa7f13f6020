from __future__ import annotations

from datetime import date

import pandoc_reader
import pytest
from hypothesis import HealthCheck, given, settings
from made_documents import PITFALLS, document_lines, documents, first_difference, sample

from cthb_reports.document import (
    BulletList,
    Code,
    Document,
    Emphasis,
    Heading,
    Image,
    LineBreak,
    Link,
    Meta,
    OrderedList,
    Paragraph,
    Quote,
    Strong,
    Styled,
    Superscript,
    Table,
    Text,
    parse,
)
from cthb_reports.writers import markdown


def body(*blocks: object) -> str:
    """Return what follows the properties."""
    return markdown.write(Document(blocks)).content.decode().partition('lang: "en-GB"\n---\n\n')[2]


# a call of pandoc takes a tenth of a second, so the documents are few and large
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.large_base_example, HealthCheck.data_too_large, HealthCheck.too_slow],
)
@given(documents())
def test_pandoc_reads_every_document_as_the_same_lines(document: Document) -> None:
    assert (
        first_difference(pandoc_reader.read(markdown.write(document).content, "markdown"), document_lines(document))
        is None
    )


def test_pandoc_reads_each_pitfall_as_text_wherever_it_stands() -> None:
    texts = [Text(text) for text in PITFALLS if text.strip()]
    document = Document(
        tuple(
            block
            for text in texts
            for block in (
                Paragraph((text,)),
                Paragraph((Text("x "), text, Text(" y"))),
                Paragraph((Text("x"), Strong((text,)), Emphasis((text,)), Text("y"))),
                Paragraph((Text("x"), LineBreak(), text)),
                Heading(2, (text,)),
                BulletList(((Paragraph((text,)),),)),
                Table(((text,),), (((text,),),), ("left",)),
                Paragraph((Superscript((text,)), Link("https://osce.org", (text,)))),
            )
        )
    )

    assert (
        first_difference(pandoc_reader.read(markdown.write(document).content, "markdown"), document_lines(document))
        is None
    )


def test_pandoc_reads_the_sample_as_the_same_lines() -> None:
    assert (
        first_difference(pandoc_reader.read(markdown.write(sample()).content, "markdown"), document_lines(sample()))
        is None
    )


A, B = Paragraph((Text("a"),)), Paragraph((Text("b"),))


@pytest.mark.parametrize(
    ("block", "written"),
    [
        (Heading(2, (Text("Outlook #1"),)), "## Outlook \\#1"),
        (Paragraph((Text("2017. It was"),)), "2017\\. It was"),
        (Paragraph((Text("x"), LineBreak(), Text("- y"), LineBreak())), "x\\\n\\- y"),
        (Paragraph((Strong((Text("the 17th "), Emphasis((Text("Alliance"),)))),)), "**the 17th** ***Alliance***"),
        (Paragraph((Strong((Text("a"),)), Emphasis((Text("b"),)))), "**a**<!-- -->*b*"),
        (Paragraph((Text("17"), Superscript((Text("th"),)))), "17^th^"),
        (Paragraph((Text("x"), Superscript((Text("a b!"),)))), "x^a&#32;b&amp;#33;^"),
        (Paragraph((Code("a`b"), Text(" "), Code("`"))), "``a`b`` `` ` ``"),
        (Paragraph((Link("https://osce.org/(a)", (Text(" x "),)), Text("y"))), "[x](https://osce.org/%28a%29) y"),
        (Paragraph((Image("a b.png", "*"), Text("."))), "![\\*](a%20b.png)."),
        (BulletList(((A,), (B,))), "- a\n- b"),
        (BulletList(((A, B), (B,))), "- a\n\n  b\n\n- b"),
        (OrderedList(9, ((A,), (B,))), "9. a\n10. b"),
        (Quote((A, BulletList(((B,),)))), "> a\n>\n> - b"),
        (Styled((A, Styled((B,))), "Place and Date"), '::: {custom-style="Place and Date"}\n\na\n\nb\n\n:::'),
        (Styled((), "Author"), ""),
        (
            Table(((Text("a"), LineBreak(), Text("b")), ()), (((Text("|"),), ()),), ("left", "right")),
            "| a b | |\n| --- | --: |\n| \\| | |",
        ),
    ],
)
def test_a_block_is_written(block: object, written: str) -> None:
    assert body(block).removesuffix("\n") == written


def test_two_lists_in_a_row_stay_two() -> None:
    assert body(BulletList(((A,),)), Styled((BulletList(((B,),)),))) == "- a\n\n<!-- -->\n\n- b\n"


def test_an_item_that_begins_with_a_table_has_its_marker_on_a_line_of_its_own() -> None:
    table = Table(((Text("a"),),), (), ("center",))

    assert body(BulletList(((table,),))) == "- <!-- -->\n\n  | a |\n  | :-: |\n"


def test_notes_stand_last_with_their_further_blocks_indented() -> None:
    written = markdown.write(parse("a[^x]\n\n[^x]: b\n\n    - c")).content.decode()

    assert written.endswith("---\n\na[^1]\n\n[^1]: b\n\n    - c\n")


def test_the_properties_are_written_as_text_that_neither_yaml_nor_pandoc_takes_for_markup() -> None:
    meta = Meta(title='The "Alliance": *17th*\x07', author="A: B", created=date(2017, 12, 11))

    written = markdown.write(Document((A,), meta=meta)).content

    assert written.decode() == (
        '---\ntitle: "The \\\\\\"Alliance\\\\\\": \\\\*17th\\\\*"\nauthor: "A: B"\nlang: "en-GB"\ndate: "2017-12-11"\n---\n\na\n'
    )


def test_every_file_ends_in_one_line_feed_and_no_line_in_a_space() -> None:
    lines = markdown.write(sample()).content.decode().split("\n")

    assert lines[-2:] != ["", ""]
    assert lines[-1] == ""
    assert not [line for line in lines if line.endswith(" ")]
