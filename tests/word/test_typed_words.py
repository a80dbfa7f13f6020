"""Words as they look in Word, as the Markdown of a narrative: read again, they are the same words and look the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_reports import PITFALLS

from cthb_reports.document import Code, Emphasis, Link, Paragraph, Strong, Superscript, inline_text, parse
from cthb_reports.word.markdown import Block, Piece, as_markdown, inline, wrapped
from cthb_reports.word.sourced import are_alike, parts, rebuilt, with_texts

_WORDS = st.one_of(st.sampled_from(PITFALLS), st.text("ab *_`[]<^|&{}#+-1.)\\!~", min_size=1, max_size=9))
_PIECES = st.lists(
    st.builds(Piece, _WORDS, st.sampled_from(["", "", "b", "i", "bi"]), st.sampled_from(["", "", "https://osce.org"])),
    max_size=5,
)


def closed(text: str) -> str:
    """Return a text without its spaces: a narrative may break its lines at any of them."""
    return "".join(text.replace("\u00a0", " ").split())


@given(_PIECES)
def test_what_was_typed_in_word_is_read_as_the_same_words(pieces: list[Piece]) -> None:
    text = "".join(piece.text for piece in pieces)

    blocks = parse(inline(pieces)).blocks

    read = "".join(inline_text(block.children) for block in blocks if isinstance(block, Paragraph))
    assert closed(read) == closed(text)


@given(st.lists(st.sampled_from(["one", "two", "three,", "“four”", "{{ held }}", "- five", "1. six"]), min_size=1))
def test_lines_are_broken_where_nothing_becomes_markup(words: list[str]) -> None:
    text = " ".join(["A", *words])

    broken = wrapped(text, 12)

    assert " ".join(line.strip() for line in broken.split("\n")) == text
    assert len(parse(broken).blocks) == 1


@pytest.mark.parametrize(
    ("pieces", "markdown"),
    [
        ([Piece("plain "), Piece("bold", "b"), Piece(" and "), Piece("both", "bi")], "plain **bold** and ***both***"),
        ([Piece("a "), Piece("link", "i", "https://osce.org")], "a [*link*](https://osce.org)"),
        ([Piece("17"), Piece("th", "^")], "17^th^"),
        ([Piece("one\ntwo")], "one\\\ntwo"),
        ([Piece("{{ x }}")], r"\{{ x }}"),
        ([Piece("", "", "", "{{ held }}"), Piece(".", "i")], "{{ held }}."),
        ([Piece("# no heading")], r"\# no heading"),
        ([Piece("1. no item")], r"1\. no item"),
        ([Piece("5 * 6 _and_ [so]")], r"5 \* 6 \_and\_ \[so\]"),
    ],
)
def test_how_words_are_written(pieces: list[Piece], markdown: str) -> None:
    assert inline(pieces) == markdown


def test_looks_are_read_as_they_were_written() -> None:
    (block,) = parse(
        inline([Piece("a", "b"), Piece("b", "i"), Piece("c", "", "x"), Piece("d", "c"), Piece("e", "^")])
    ).blocks

    assert isinstance(block, Paragraph)
    assert [type(child) for child in block.children] == [Strong, Emphasis, Link, Code, Superscript]


def test_lists_stand_apart_from_paragraphs() -> None:
    blocks = [Block("Of these:"), Block("one", 1), Block("more", 2, ordered=True), Block("two", 1), Block("End.")]

    assert as_markdown(blocks) == "Of these:\n\n- one\n  1. more\n- two\n\nEnd."


SOURCE = """\
First line,
second line.

- one item
  that goes on;
- another.

End.[^n]

[^n]: A note.
"""


def test_only_the_paragraph_that_was_changed_is_written_anew() -> None:
    known = parts(SOURCE)

    assert with_texts(SOURCE, known, {2: "another one."}) == SOURCE.replace("another.", "another one.")


def test_a_narrative_of_other_paragraphs_keeps_its_notes() -> None:
    made = rebuilt(SOURCE, [Block("Start."), Block("one", 1), Block("End.[^n]")], {"n": "A note."})

    assert made == "Start.\n\n- one\n\nEnd.[^n]\n\n[^n]: A note.\n"


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        (SOURCE.replace("line,\nsecond", "line, second"), True),
        (SOURCE.replace("line.\n\n", "line. "), False),
        (SOURCE.replace("- another", "  - another"), False),
        (SOURCE.replace("- another", "1. another"), False),
        (SOURCE.replace("A note", "No note"), False),
    ],
)
def test_narratives_are_alike_that_say_the_same_in_the_same_paragraphs(other: str, *, alike: bool) -> None:
    assert are_alike(SOURCE, other) is alike
