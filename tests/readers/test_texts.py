"""Plain text and Markdown: paragraphs, lists, tables and notes, and the place in the file of every word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cthb_reports.document import BulletList, Code, Emphasis, Heading, OrderedList, Paragraph, Quote, Table
from cthb_reports.errors import SourceError
from cthb_reports.readers import READERS, Edit, Reading


def plain(text: str | bytes) -> Reading:
    return READERS[".txt"](text.encode() if isinstance(text, str) else text, "a.txt")


def markdown(text: str) -> Reading:
    return READERS[".md"](text.encode(), "a.md")


def texts(reading: Reading) -> list[str]:
    return [line.text for line in reading.lines]


def place(reading: Reading, words: str) -> tuple[int, int]:
    """Return line and column of some words."""
    line = next(line for line in reading.lines if words in line.text)
    start = line.text.index(words)
    found = reading.file.locate(*line.span(start, start + len(words)))
    return found.line, found.column


# --- plain text


def test_lines_that_were_broken_by_hand_are_one_paragraph() -> None:
    reading = plain("One two\nthree  \nfour\n\nFive\n")

    assert texts(reading) == ["One two three four", "Five"]
    assert place(reading, "three") == (2, 1)
    assert place(reading, "Five") == (5, 1)


def test_long_lines_are_paragraphs_of_their_own() -> None:
    assert len(plain(f"{'word ' * 60}\nOther words\n").lines) == 2


@pytest.mark.parametrize("mark", ["-", "•", "–", "*"])
def test_lines_that_begin_with_a_bullet_are_a_list(mark: str) -> None:
    reading = plain(f"Of these:\n{mark} one;\n{mark} two\n  and more.\n")

    assert [type(block) for block in reading.document.blocks] == [Paragraph, BulletList]
    assert texts(reading) == ["Of these:", "one;", "two and more."]
    assert place(reading, "one") == (2, 3)


def test_lines_that_are_counted_are_a_list_that_counts() -> None:
    assert [type(block) for block in plain("1. one\n2. two\n").document.blocks] == [OrderedList]


def test_asterisks_around_words_are_emphasis_in_any_text() -> None:
    (line,) = plain("The *Alliance* of **2 * 3** and 4 * 5\n").lines

    assert line.text == "The Alliance of 2 * 3 and 4 * 5"
    assert line.faces[4] == "i"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_text_is_written_in_the_encoding_in_which_it_was_read(encoding: str) -> None:
    content = "Zoë co-operates\r\nfully\r\n".encode(encoding)

    reading = plain(content)

    assert reading.file.edited([Edit(0, 3, "Zoë", "Chloë")]) == "Chloë co-operates\r\nfully\r\n".encode(encoding)


@pytest.mark.parametrize(("content", "words"), [(b"a\nb\xe9", "line 2 is not saved as UTF-8"), (b"a\0b", "zero bytes")])
def test_what_is_no_text_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        plain(content)


# --- Markdown


def test_the_blocks_of_markdown_are_told_apart() -> None:
    reading = markdown("# Head\n\nText\n\n- one\n- two\n\n1. three\n\n> said\n\n| a | b |\n|---|---|\n| c | cell |\n")

    assert [type(block) for block in reading.document.blocks] == [
        *(Heading, Paragraph, BulletList, OrderedList, Quote, Table),
    ]
    assert place(reading, "cell") == (14, 7)


def test_markup_is_no_text_and_words_keep_their_places() -> None:
    reading = markdown(
        "A **bold** and *slanted* [link](http://x.org/the) to\nthe 17^th^ \\*star\\* &amp; [^1] `code` end\n"
    )

    assert texts(reading) == ["A bold and slanted link to the 17th *star* & code end".replace("& code", "&  code")]
    assert place(reading, "link") == (1, 27)
    assert place(reading, "end") == (2, 39)


def test_code_and_italics_are_set_off() -> None:
    children = markdown("*Alliance* and `code` at https://x.org/organise\n").document.blocks[0].children[0].children  # type: ignore[union-attr]

    assert [type(child) for child in children if type(child) in {Emphasis, Code}] == [Emphasis, Code, Code]


def test_code_blocks_and_the_head_of_a_file_are_passed_over() -> None:
    reading = markdown("---\ntitle: organise\n---\n\nText\n\n```\norganise\n```\n")

    assert texts(reading) == ["Text"]
    assert place(reading, "Text") == (5, 1)


def test_notes_are_read_as_notes() -> None:
    reading = markdown("Text[^n].\n\n[^n]: A note.\n")

    assert [line.role.note for line in reading.lines] == ["", "n"]
    assert list(reading.document.footnotes) == ["n"]
    assert place(reading, "note") == (3, 9)


WORDS = st.text(st.sampled_from(list("ab 1*_`[]()<>&;\\^|#-.!\n\t\r“’é")), max_size=60)


@given(WORDS, st.sampled_from([".txt", ".md"]))
def test_every_character_stands_in_the_file_where_it_is_said_to(text: str, suffix: str) -> None:
    reading = READERS[suffix](text.encode(), "a")

    written = text
    for line in reading.lines:
        assert len(line.text) == len(line.places) == len(line.faces)
        assert list(line.places) == sorted(line.places)
        wrong = [
            (character, written[place])
            for character, place in zip(line.text, line.places, strict=True)
            if character != written[place] and not character.isspace() and written[place] != "&"
        ]
        assert wrong == []


@given(WORDS, st.sampled_from([".txt", ".md"]))
def test_a_text_without_edits_is_written_as_it_was(text: str, suffix: str) -> None:
    assert READERS[suffix](text.encode(), "a").file.edited([]) == text.encode()


@pytest.mark.parametrize("piece", ["*a **b _c [d](e ", "[", "_", "a.", "17 th ", "`a``b"])
def test_markup_that_means_nothing_is_read_as_text(piece: str) -> None:
    text = piece * (40_000 // len(piece))

    for suffix in (".txt", ".md"):
        assert sum(len(line.text) for line in READERS[suffix](text.encode(), "a").lines) <= len(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [("a\n" * 70_000, "more than 60,000 lines"), ("- a\n" * 31_000, "30,000 paragraphs")],
)
def test_a_text_that_is_longer_than_any_is_refused(text: str, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        plain(text)
