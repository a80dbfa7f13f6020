"""A comment stands at the words that it is about, and at no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx_lint
import pytest
from docx_comments import COMMENTS, comments
from docx_parts import W, members, part
from docx_parts import lines as words_of
from going_round import going_round
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_documents import document_lines, documents, first_difference
from made_pictures import png
from rich_document import rich

from cthb_reports.document import (
    Anchor,
    Code,
    Document,
    Emphasis,
    FootnoteReference,
    Image,
    LineBreak,
    Link,
    Paragraph,
    Remark,
    Span,
    Table,
    Text,
    lines,
)
from cthb_reports.writers import docx

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx_judges import Soffice

    from cthb_reports.document import Inline

HELD = Anchor(("activities", 0, "held"))
PLACE = Anchor(("activities", 0, "place"))
VALUE = Span(HELD, (Text("9 June"),))
SENTENCE = (Text("It was held on "), VALUE, Text(" in "), Span(PLACE, (Text("Vienna"),)), Text("."))
"""It was held on 9 June in Vienna."""


def about(text: str, *inlines: Inline) -> str:
    """Return the words that a comment on some words of a paragraph stands at."""
    whole = "".join(line.text for line in lines(Document((Paragraph(inlines),))))
    start = whole.index(text)
    return stands_at((start, start + len(text)), *inlines)


def stands_at(characters: tuple[int, int], *inlines: Inline) -> str:
    content = going_round(Document((Paragraph(inlines),)), [Remark(0, *characters, ("look",))])
    assert docx_lint.problems(content) == []
    (comment,) = comments(content)
    return comment.words


# --- the words


@pytest.mark.parametrize("words", ["It", "was held", "held on ", " in ", "9 June", "Vienna", ".", "9 June in Vienna."])
def test_a_comment_stands_at_its_words(words: str) -> None:
    assert about(words, *SENTENCE) == words


@pytest.mark.parametrize("words", ["June", "on 9", "June in", "ne in Vi"])
def test_a_comment_on_a_part_of_a_value_stands_at_that_part(words: str) -> None:
    """No value of a paragraph with a comment is a control, of which no program lets a comment end within."""
    assert about(words, *SENTENCE) == words


@pytest.mark.parametrize("characters", [(0, 0), (5, 5), (7, 3), (200, 300)])
def test_a_comment_on_no_words_is_about_the_whole_paragraph(characters: tuple[int, int]) -> None:
    assert stands_at(characters, *SENTENCE) == "It was held on 9 June in Vienna."


def test_a_comment_that_ends_behind_the_paragraph_ends_with_it() -> None:
    assert stands_at((25, 300), *SENTENCE) == "Vienna."


@pytest.mark.parametrize("words", ["records", "the recor", "cords.yaml", "records.yaml"])
def test_a_comment_stands_at_a_part_of_a_name_in_the_letters_of_programs(words: str) -> None:
    assert about(words, Text("see the "), Code("records.yaml")) == words


@pytest.mark.parametrize("words", ["our site", "site", "on our", "site of"])
def test_a_comment_may_begin_and_end_within_a_link(words: str) -> None:
    assert about(words, Text("on "), Link("https://www.osce.org", (Text("our site"),)), Text(" of it")) == words


@pytest.mark.parametrize("words", ["first second", "second", "first", "st se"])
def test_a_comment_may_go_over_the_end_of_a_line(words: str) -> None:
    assert about(words, Text("first"), LineBreak(), Text("second")) == words


def test_a_comment_stands_at_words_in_several_faces() -> None:
    assert about("Alliance conf", Emphasis((Text("the Alliance"),)), Text(" conference")) == "Alliance conf"


def test_a_comment_on_a_cell_stands_at_it() -> None:
    table = Table(((Text("State"),), (Text("Visits"),)), (((Text("Denmark"),), (Text("1 visit"),)),), ("left", "right"))

    found = comments(going_round(Document((table,)), [Remark(2, 0, 7, ("a",)), Remark(3, 2, 7, ("b",))]))
    assert [(comment.words, comment.paragraphs) for comment in found] == [("Denmark", ("a",)), ("visit", ("b",))]


def test_a_comment_on_a_note_stands_at_its_mark_and_quotes_the_words() -> None:
    """A comment within a note has LibreOffice break off, and the Open XML SDK knows none."""
    note = {"n": (Paragraph((Text("As the survey has it."),)),)}
    document = Document((Paragraph((Text("So it is"), FootnoteReference("n"), Text("."))),), note)

    (comment,) = comments(going_round(document, [Remark(1, 7, 13, ("which?",))]))
    assert (comment.words, comment.notes) == ("", 1)
    assert comment.paragraphs == ("which?", "in the note: “survey”")


def test_a_comment_on_a_picture_stands_at_it() -> None:
    document = Document((Paragraph((Image("a.png", "A map"),)),))
    circulation = docx.Circulation("", lambda _: "", (Remark(0, 0, 5, ("look",)),))

    content = docx.write(document, pictures={"a.png": png()}, circulation=circulation).content
    shown = [element.tag for element in part(content, "word/document.xml").iter() if element.tag in SHOWN]
    assert shown == [f"{W}commentRangeStart", f"{W}drawing", f"{W}commentRangeEnd"]


SHOWN = {f"{W}commentRangeStart", f"{W}drawing", f"{W}commentRangeEnd"}


def test_comments_may_cross_and_share_their_ends() -> None:
    spans = [(0, 6), (3, 11), (3, 6), (6, 11), (0, 24), (22, 24)]
    text = "It was held in the city."

    content = going_round(
        Document((Paragraph((Text(text),)),)), [Remark(0, *span, (text[slice(*span)],)) for span in spans]
    )

    found = comments(content)
    assert len(found) == len(spans)
    assert all(comment.words == comment.paragraphs[0] for comment in found)
    assert words_of(content) == [text]


# --- in any document


@st.composite
def commented(draw: st.DrawFn) -> tuple[Document, list[tuple[Remark, str]]]:
    """Draw a document, and remarks at words of it, each with the words that its comment should stand at."""
    document = draw(documents())
    shown = [line for line in lines(document) if line.text and not line.note]
    made = []
    for line in draw(st.lists(st.sampled_from(shown), max_size=12)) if shown else ():
        start = draw(st.integers(0, len(line.text) - 1))
        end = draw(st.integers(start + 1, len(line.text)))
        made.append((Remark(line.number, start, end, (f"{len(made)}",)), line.text[start:end]))
    return document, made


# making a document takes half a second, so they are few and large
few = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[
        HealthCheck.large_base_example,
        HealthCheck.data_too_large,
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
    ],
)


@few
@given(commented())
def test_in_any_document_every_comment_stands_at_its_words_and_the_words_are_those_of_the_document(
    made: tuple[Document, list[tuple[Remark, str]]],
) -> None:
    document, expected = made
    content = going_round(document, [remark for remark, _ in expected])

    found = {comment.paragraphs[0]: comment.words for comment in comments(content)}
    assert found == {remark.paragraphs[0]: words.replace("\u00a0", " ") for remark, words in expected}
    assert first_difference(words_of(content), document_lines(document)) is None
    assert docx_lint.problems(content) == []


# --- the part


def test_a_draft_of_which_nothing_is_said_has_no_comments() -> None:
    assert COMMENTS not in members(going_round(rich()))


def test_a_clean_copy_on_a_letterhead_with_comments_names_nobody_who_made_them() -> None:
    commented = going_round(rich(), [Remark(3, 0, 4, ("by me",), "Ana Example", "AE")])

    copy = docx.write(rich(), letterhead=commented).content
    assert any(b"Ana Example" in part for part in members(commented).values())
    assert not any(b"Ana Example" in part for part in members(copy).values())


def test_comments_bear_no_time_of_the_clock() -> None:
    (comment,) = part(going_round(rich(), [Remark(3, 0, 4, ("look",))]), COMMENTS)

    assert sorted(name.rpartition("}")[2] for name in comment.attrib) == ["author", "id", "initials"]


def test_markup_in_a_comment_is_text() -> None:
    (comment,) = comments(going_round(rich(), [Remark(3, 0, 4, ("<w:p>", 'a & "b"'), "A & B")]))

    assert (comment.paragraphs, comment.author) == (("<w:p>", 'a & "b"'), "A & B")


# --- what others see


def everywhere() -> bytes:
    """Return the document of everything with three comments on each line that cross one another."""
    remarks = []
    for line in lines(rich()):
        third = len(line.text) // 3
        spans = [(0, 0), (third, len(line.text)), (0, 2 * third)]
        remarks += [Remark(line.number, *span, ("look", "and look again")) for span in spans]
    return going_round(rich(), remarks)


def test_the_validators_find_nothing_in_a_draft_with_comments_everywhere(
    sdk: Callable[[bytes], list[str]], audit: Callable[[bytes], list[str]]
) -> None:
    content = everywhere()

    assert docx_lint.problems(content) == []
    assert (sdk(content), audit(content)) == ([], [])


def test_libreoffice_reads_and_prints_the_same_with_comments_as_without(
    soffice: Soffice, pdf_tools: Callable[..., bytes]
) -> None:
    files = {"commented": everywhere(), "clean": docx.write(rich()).content}

    texts = soffice.texts(files)
    assert texts["commented"] == texts["clean"]
    pages = {
        name: pdf_tools("pdftotext", "-", "-", pdf=pdf).count(b"\f")
        for name, pdf in soffice.convert(files, "pdf").items()
    }
    assert pages["commented"] == pages["clean"] > 1


def test_libreoffice_keeps_every_comment_when_it_saves_the_draft(soffice: Soffice) -> None:
    content = everywhere()

    saved = soffice.convert({"commented": content}, "docx")["commented"]
    assert len(part(saved, COMMENTS)) == len(part(content, COMMENTS))
