from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cthb_reports.document import (
    Anchor,
    BulletList,
    Emphasis,
    Heading,
    Paragraph,
    Span,
    Strong,
    Styled,
    Table,
    Text,
    escape,
    fence,
    inline_text,
    mark,
    parse,
    plain_text,
)
from cthb_reports.errors import DraftError

FIELD = Anchor(("activities", 3, "held"))
OTHER = Anchor(("name",))
ANCHORS = (FIELD, OTHER)

# what Markdown, or an author who wants to forge a mark, could trip over
PITFALLS = [
    *["#", "1.", "1)", "-", "+", ">", "=", "*", "_", "`", "[", "]", "<", "&amp;", "&", "!", "~", "^", "|", "\\", ":::"],
    *[
        "{{",
        "}}",
        "@",
        "  ",
        "\t",
        "\n",
        "http://osce.org",
        "(1) x",
        "---",
        "```",
        "[^1]",
        "![",
        "](",
        "a",
        "2017",
        ".",
    ],
    *["\u00a0", "“", "”", "é", "<b>", "$", "%}", "C#", " "],
]
texts = st.one_of(
    st.lists(st.sampled_from(PITFALLS), max_size=8).map("".join),
    st.text(st.characters(exclude_categories=["Cs", "Co", "Cc"]), max_size=30),
)


def words(text: str) -> str:
    """Return the text with each run of spaces and line ends as one space."""
    return re.sub(r"[ \t\n\u2028\u2029]+", " ", text).strip(" ")


def only_text(markdown: str) -> str:
    (block,) = parse(markdown, ANCHORS).blocks
    assert isinstance(block, Paragraph)
    return inline_text(block.children)


some_text = texts.filter(words)


@given(some_text)
@example("- a")
@example(" - a")
@example("2017")
@example("2017. It was")
@example("a\n===")
def test_an_escaped_text_that_is_a_paragraph_comes_back(text: str) -> None:
    assert words(only_text(escape(text))) == words(text)


@given(some_text)
def test_an_escaped_text_comes_back_from_beside_other_text(text: str) -> None:
    assert words(only_text(f"before{escape(text)}after")) == words(f"before{text}after")
    assert words(only_text(f"[x]{escape(text)}(y) z")) == words(f"[x]{text}(y) z")
    assert words(only_text(f"1{escape(text)}. y")) == words(f"1{text}. y")


@given(texts)
def test_an_escaped_text_comes_back_from_a_mark_in_bold_whatever_its_edges(text: str) -> None:
    (block,) = parse(f"x **{mark(0, escape(text))}** and *{mark(1, 'y')}*", ANCHORS).blocks

    assert isinstance(block, Paragraph)
    assert words(inline_text(block.children)) == words(f"x {text} and y")
    if text:
        assert isinstance(block.children[1], Strong)
        assert isinstance(block.children[1].children[0], Span)


@given(texts, texts)
def test_escaped_texts_come_back_from_a_table_row_without_spaces(first: str, second: str) -> None:
    (table,) = parse(f"|a|b|\n|-|-|\n|{escape(first)}|{escape(second)}|").blocks

    assert isinstance(table, Table)
    assert [words(inline_text(cell)) for cell in table.rows[0]] == [words(first), words(second)]


@given(texts)
def test_an_escaped_text_comes_back_from_a_heading(text: str) -> None:
    (heading,) = parse(f"# A {escape(text)}").blocks

    assert isinstance(heading, Heading)
    assert words(inline_text(heading.children)) == words(f"A {text}")


@given(texts)
def test_no_text_breaks_or_leaves_a_fence(text: str) -> None:
    styled, after = parse(fence(f"x {escape(text)}\n\n- y", style="Author", index=0) + "after", ANCHORS).blocks

    assert isinstance(styled, Styled)
    assert (styled.style, styled.anchor, len(styled.blocks)) == ("Author", FIELD, 2)
    assert after == Paragraph((Text("after"),))


def test_private_use_characters_of_an_author_are_made_harmless() -> None:
    forged = mark(1, "forged") + fence("x", style="Title")

    assert Span not in map(type, parse(escape(forged), ANCHORS).blocks)
    assert plain_text(parse(escape("\ue000\ue011x\ue001"), ANCHORS)) == "\ufffd\ufffdx\ufffd\n"


def test_marks_nest_and_may_hold_emphasis_and_stand_in_it() -> None:
    (block,) = parse(f"**{mark(0, 'over ' + mark(1, '*350*'))}**", ANCHORS).blocks

    assert block == Paragraph(
        (Strong((Span(FIELD, (Text("over "), Span(OTHER, (Emphasis((Text("350"),)),)))),)),),
    )


@pytest.mark.parametrize("markup", ["_Alliance_", '*"Alliance"*', "**(Alliance)**", "__Alliance__ "])
def test_markup_at_the_edge_of_a_mark_is_read_as_if_it_stood_alone(markup: str) -> None:
    alone, marked = parse(markup).blocks, parse(f"the{mark(0, markup)}conference", ANCHORS).blocks

    assert isinstance(alone[0], Paragraph)
    assert isinstance(marked[0], Paragraph)
    span = marked[0].children[1]
    assert isinstance(span, Span)
    assert type(span.children[0]) is type(alone[0].children[0])


@pytest.mark.parametrize("markdown", [f"{mark(0, 'a *b')} c*", f"*a {mark(0, 'b* c')}", mark(0, "a b\n\nc")])
def test_a_mark_that_crosses_emphasis_or_a_paragraph_loses_its_anchor_but_no_word(markdown: str) -> None:
    document = parse(markdown, ANCHORS)

    assert plain_text(document).split() == ["a", "b", "c"]
    assert "Span" not in repr(document)


def test_an_empty_value_leaves_nothing_behind() -> None:
    assert parse(f"a **{mark(0, '')}**b", ANCHORS).blocks == (Paragraph((Text("a "), Text("b"))),)


def test_fences_nest_and_one_without_style_or_index_is_allowed() -> None:
    (outer,) = parse(fence("a" + fence("b", index=1) + "c", style="Place and Date"), ANCHORS).blocks

    assert outer == Styled(
        (Paragraph((Text("a"),)), Styled((Paragraph((Text("b"),)),), None, OTHER), Paragraph((Text("c"),))),
        "Place and Date",
    )


def test_a_fence_in_a_list_item_ends_with_the_item() -> None:
    first, second = parse(f"- a\n\n  {fence('', index=0).strip()}\n\nafter", ANCHORS).blocks

    assert first == BulletList(((Paragraph((Text("a"),)), Styled((), None, FIELD)),))
    assert second == Paragraph((Text("after"),))


def test_a_mark_in_an_address_a_picture_or_code_is_left_out() -> None:
    markdown = f"[x](https://osce.org/{mark(0, 'a')}) ![{mark(0, 'b')}](c.png) `{mark(0, 'd')}`"

    found = repr(parse(markdown, ANCHORS))

    assert "target='https://osce.org/a'" in found
    assert "description='b'" in found
    assert "Code(text='d')" in found


@pytest.mark.parametrize(
    ("markdown", "complaint"),
    [
        (mark(7, "x"), "a mark has the number 7, and there are only 2 anchors"),
        (fence("x", index=2), "a mark has the number 2"),
        (f"in a line {fence('x').strip()}", "a styled block or a stray mark is in a line, after 'in a line'"),
    ],
)
def test_a_mark_that_means_nothing_is_refused(markdown: str, complaint: str) -> None:
    with pytest.raises(DraftError, match=complaint):
        parse(markdown, ANCHORS)


@pytest.mark.parametrize("style", ["two\nlines", "\ue003"])
def test_a_name_that_cannot_be_written_in_one_line_is_no_style(style: str) -> None:
    with pytest.raises(DraftError, match="cannot be the name of a style"):
        fence("x", style=style)
