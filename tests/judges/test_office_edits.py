"""Each step does in LibreOffice what it says; judged by pandoc and by the XML that was saved."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pypandoc
import pytest
from anchored_text import anchored_lines, bookmarked_words
from docx_parts import W, part
from edit_steps import (
    AcceptAll,
    Bold,
    Comment,
    Delete,
    DeleteParagraph,
    InsertAfter,
    InsertBefore,
    Italic,
    JoinWithNext,
    MoveParagraph,
    NewParagraphAfter,
    RejectAll,
    Replace,
    SplitParagraphAfter,
    Step,
    Track,
    Way,
)
from example_documents import example_draft
from pandoc_reader import read
from word_files import p, word_file

if TYPE_CHECKING:
    from office_edits import Office

FEES, VISIT, THANKS = "Fees must go. Work is a right.", "I paid a visit to Rome.", "I thank the staff."
TEXT = word_file(p(FEES), p(VISIT), p(THANKS))
ANA = Track(on=True, author="Ana Example")


def with_changes(content: bytes) -> str:
    """Return what pandoc reads, comments and recorded changes with it."""
    command = [pypandoc.get_pandoc_path(), "-f", "docx", "-t", "markdown", "--wrap=none", "--track-changes=all"]
    return subprocess.run(command, input=content, capture_output=True, check=True, timeout=60).stdout.decode()


@pytest.mark.parametrize(
    ("step", "lines"),
    [
        (Replace("visit", "call"), [FEES, "I paid a call to Rome.", THANKS]),
        (Replace("t", "T", occurrence=2), ["Fees must go. Work is a righT.", VISIT, THANKS]),
        (Delete(" a visit to Rome"), [FEES, "I paid.", THANKS]),
        (InsertAfter("paid", " and paid"), [FEES, "I paid and paid a visit to Rome.", THANKS]),
        (InsertBefore("Work", "Decent "), ["Fees must go. Decent Work is a right.", VISIT, THANKS]),
        (SplitParagraphAfter("go."), ["Fees must go.", "Work is a right.", VISIT, THANKS]),
        (JoinWithNext("visit"), [FEES, VISIT + THANKS]),
        (NewParagraphAfter("visit", "It rained."), [FEES, VISIT, "It rained.", THANKS]),
        (NewParagraphAfter("staff", "It rained."), [FEES, VISIT, THANKS, "It rained."]),
        (DeleteParagraph("must go"), [VISIT, THANKS]),
        (DeleteParagraph("visit"), [FEES, THANKS]),
        (DeleteParagraph("staff"), [FEES, VISIT]),
        (MoveParagraph("must go", after="staff"), [VISIT, THANKS, FEES]),
        (MoveParagraph("visit", after="staff"), [FEES, THANKS, VISIT]),
        (MoveParagraph("staff", after="must go"), [FEES, THANKS, VISIT]),
    ],
    ids=str,
)
def test_a_step_changes_the_text_as_it_says(office: Office, step: Step, lines: list[str]) -> None:
    assert read(office.edit(TEXT, [step]), "docx") == lines


@pytest.mark.parametrize("way", Way)
def test_words_are_replaced_in_each_way(office: Office, way: Way) -> None:
    assert read(office.edit(TEXT, [Replace("paid a visit", "went", way=way)]), "docx") == [
        FEES,
        "I went to Rome.",
        THANKS,
    ]


def test_a_word_is_replaced_everywhere_by_the_dialogue_only(office: Office) -> None:
    text = word_file(p("Fees are fees."), p("No fees."))

    assert read(office.edit(text, [Replace("fees", "costs")]), "docx") == ["Fees are costs.", "No fees."]
    assert read(office.edit(text, [Replace("fees", "costs", way=Way.EVERYWHERE)]), "docx") == [
        "Fees are costs.",
        "No costs.",
    ]


def test_a_step_works_on_what_the_one_before_it_has_left(office: Office) -> None:
    edited = office.edit(TEXT, [Replace("Rome", "Milan"), InsertAfter("Milan", " and Turin")])

    assert read(edited, "docx")[1] == "I paid a visit to Milan and Turin."


def test_a_space_of_a_step_stands_for_a_no_break_space_too(office: Office) -> None:
    text = word_file(p("On 11\N{NO-BREAK SPACE}June 2024."))

    assert read(office.edit(text, [Replace("11 June", "12 July")]), "docx") == ["On 12 July 2024."]


def test_words_become_bold_or_italic(office: Office) -> None:
    edited = with_changes(office.edit(TEXT, [Bold("must go"), Italic("Rome")]))

    assert "Fees **must go**. Work" in edited
    assert "visit to *Rome*." in edited


def test_a_comment_stands_at_its_words_with_its_author_and_initials(office: Office) -> None:
    edited = office.edit(TEXT, [Comment("visit", "How long?", "Ana Example")])

    assert '[How long?]{.comment-start id="0" author="Ana Example"' in with_changes(edited)
    assert 'visit[]{.comment-end id="0"}' in with_changes(edited)
    (comment,) = part(edited, "word/comments.xml")
    assert comment.get(f"{W}initials") == "AE"


def test_who_comments_does_not_take_over_the_keyboard(office: Office) -> None:
    edited = office.edit(TEXT, [ANA, Comment("staff", "All of it?", "Ben Other"), Delete("visit")])

    assert '[visit]{.deletion author="Ana Example"' in with_changes(edited)


def test_recorded_changes_carry_the_name_of_who_sat_at_the_keyboard(office: Office) -> None:
    edited = office.edit(TEXT, [ANA, Replace("visit", "call"), Track(on=True, author="Ben Other"), Delete("Rome")])

    shown = with_changes(edited)
    assert '[visit]{.deletion author="Ana Example"' in shown
    assert '[call]{.insertion author="Ana Example"' in shown
    assert '[Rome]{.deletion author="Ben Other"' in shown


def test_what_is_typed_after_recording_has_ended_is_not_recorded(office: Office) -> None:
    edited = office.edit(
        TEXT, [ANA, Delete(" to Rome"), Track(on=False, author="Ana Example"), Replace("visit", "call")]
    )

    assert anchored_lines(edited)[1] == "I paid a call<- to Rome->."


@pytest.mark.parametrize(("decision", "line"), [(AcceptAll(), "I paid a call."), (RejectAll(), VISIT)])
def test_recorded_changes_are_accepted_or_rejected(office: Office, decision: Step, line: str) -> None:
    edited = office.edit(TEXT, [ANA, Replace("visit", "call"), Delete(" to Rome"), decision])

    assert anchored_lines(edited)[1] == line


def test_nobody_keeps_the_keyboard_for_the_next_file(office: Office) -> None:
    office.edit(TEXT, [ANA])

    edited = office.edit(office.edit(TEXT, [ANA]), [Delete("visit ")])

    assert 'author="Ana Example"' not in with_changes(edited)


def test_steps_whose_words_are_not_there_are_named_together(office: Office) -> None:
    steps = [Replace("Paris", "Rome"), Delete("visit"), Bold("madam"), Replace("Rome", "Bari", occurrence=2)]

    with pytest.raises(AssertionError) as caught:
        office.edit(TEXT, steps)

    (told, *_) = str(caught.value).splitlines()
    assert told == "not in the text: Replace: 'Paris'; Bold: 'madam'; Replace: 'Rome', occurrence 2"


def test_a_document_with_a_comment_is_edited_like_any_other(office: Office) -> None:
    commented = office.edit(TEXT, [Comment("visit", "How long?", "cthb-reports")])

    edited = office.edit(commented, [Replace("Rome", "Milan")])

    assert read(edited, "docx")[1] == "I paid a visit to Milan."
    (comment,) = part(edited, "word/comments.xml")
    assert (comment.get(f"{W}author"), comment.get(f"{W}initials")) == ("cthb-reports", "c")


def test_a_draft_that_is_only_saved_keeps_its_words_and_anchors(office: Office) -> None:
    saved = office.resaved({"draft": example_draft("minimal")})["draft"]

    assert read(saved, "docx") == read(example_draft("minimal"), "docx")
    assert bookmarked_words(saved) == bookmarked_words(example_draft("minimal"))
    assert any(name.startswith("_cthb_") for name in bookmarked_words(saved))


def test_the_anchors_of_values_that_nobody_touched_keep_their_words(office: Office) -> None:
    edited = bookmarked_words(
        office.edit(example_draft("minimal"), [Replace("over 60", "nearly 70"), Delete(" hidden")])
    )

    whole = {
        name: words
        for name, words in bookmarked_words(example_draft("minimal")).items()
        if "over 60" not in words and "hidden" not in words
    }
    assert len(whole) > 10
    assert {name: edited.get(name) for name in whole} == whole


def test_the_text_is_a_line_for_each_paragraph(office: Office) -> None:
    assert office.text(TEXT) == f"{FEES}\n{VISIT}\n{THANKS}"


def test_libreoffice_is_started_again_after_it_has_ended(office: Office) -> None:
    office.text(TEXT)
    office.end()

    assert office.text(TEXT).startswith(FEES)
