"""What people do to a draft in Word, and what comes of it: one row for each kind of edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from brought_back import Brought, brought
from edit_steps import (
    Bold,
    Delete,
    DeleteParagraph,
    InsertAfter,
    InsertBefore,
    Italic,
    JoinWithNext,
    MoveParagraph,
    NewParagraphAfter,
    Replace,
    SplitParagraphAfter,
    Step,
)
from small_year import small_draft, small_year
from word_hand import Keeping, edited, without_controls, without_marks

from cthb_reports.findings import field_text
from cthb_reports.models.facts import Pending
from cthb_reports.word.edits import Edit, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

WRITTEN = [
    # --- values
    ([Replace("over 60", "nearly 70")], "revised activities[0].attendance.participants: over 60 -> nearly 70"),
    ([InsertBefore("23 OSCE", "almost ")], "revised activities[0].attendance.participating_states: 23 -> almost 23"),
    ([Replace("11 June 2024", "12 June 2024")], "revised activities[0].held: 11 June 2024 -> 12 June 2024"),
    (
        [Replace("Recruitment without Fees", "Fair Recruitment")],
        "revised activities[0].title: Recruitment without Fees -> Fair Recruitment",
    ),
    ([Replace("Geneva", "Bern")], "revised activities[0].place.city: Geneva -> Bern"),
    ([Replace("Switzerland", "Austria")], "revised activities[0].place.country: Switzerland -> Austria"),
    ([Replace("The Year", "Our Year")], "revised sections[0].title: The Year -> Our Year"),
    ([Replace("Ana Example", "Ana Sample")], "revised office.head.name: Ana Example -> Ana Sample"),
    (
        [Replace("[to be confirmed: title]", "Fees in the Supply Chain")],
        "filled activities[2].title: [to be confirmed: title] -> Fees in the Supply Chain",
    ),
    (
        [Replace("help labour inspectors", "help judges")],
        "revised activities[0].purpose: help labour inspectors recognize hidden fees -> help judges recognize hidden fees",
    ),
    # --- narratives
    ([Replace("We met", "We heard")], "reworded activities[1].narrative"),
    ([Replace("140", "160")], "revised activities[1].attendance.participants: 140 -> 160"),
    ([Replace("gains by it", "gains by it all")], "reworded activities[1].narrative"),
    ([Italic("a day")], "reworded activities[1].narrative"),
    ([Replace("had been asked before", "were asked in 2023")], "reworded activities[1].narrative"),
    ([Replace("Each of them had been asked before.", "Who would know?")], "reworded activities[1].narrative"),
    ([Replace("in a day", "in *one* day, {{ held }} & [so] on_it | 1. #")], "reworded activities[1].narrative"),
    ([NewParagraphAfter("who is told", "who is asked;")], "reworded activities[1].narrative"),
    ([DeleteParagraph("who is told")], "reworded activities[1].narrative"),
    ([MoveParagraph("who pays the fee;", after="who is told")], "reworded activities[1].narrative"),
    ([SplitParagraphAfter("in May 2024,")], "reworded activities[1].narrative"),
    ([JoinWithNext("We met")], "reworded activities[1].narrative"),
    ([DeleteParagraph("Asked on the 17th")], "reworded activities[1].narrative"),
    ([Replace("What we have", "All that we have")], "reworded passages[0].narrative"),
    ([Replace("There is more", "There is much")], "reworded sections[1].opening"),
    # --- key phrases
    (
        [Replace("employers and trade", "bosses and trade")],
        "revised activities[1].key_phrase: employers and trade unions -> bosses and trade unions; reworded activities[1].narrative",
    ),
    # --- sentences of templates
    ([Replace("my Office organized the workshop", "my Office held the workshop")], "reworded activities[0].narrative"),
    ([Delete(" from 23 OSCE participating States")], "reworded activities[0].narrative"),
    ([Replace("continued throughout", "went on throughout")], "reworded mandate"),
    # --- where it stands
    ([MoveParagraph("This year took me", after="The Year")], "arranged activities[3]"),
    ([MoveParagraph("This year took me", after="There is more")], "arranged activities[3]"),
    ([MoveParagraph("We also plan", after="This year took me")], "arranged outlook[0]"),
    ([JoinWithNext("What we have begun")], "arranged outlook[0].joins"),
    ([SplitParagraphAfter("was held.")], "arranged activities[2].joins"),
]
"""What is written: the steps, and what is told of them, but for what stands around it."""

SHOWN = [
    ([Replace("11 June 2024", "next week")], "not understood activities[0].held: 11 June 2024 -> next week"),
    ([DeleteParagraph("This year took me")], "gone activities[3].narrative"),
    ([DeleteParagraph("What we have begun")], "gone passages[0].narrative"),
    ([NewParagraphAfter("We also plan", "And yet.")], "new text, no home: And yet."),
    (
        [NewParagraphAfter("We also plan", "Staff"), NewParagraphAfter("Staff", "Two came.")],
        "new text, no home: Staff; new text, no home: Two came.",
    ),
    ([JoinWithNext("The Year")], "only shown"),
    ([SplitParagraphAfter("for the OSCE")], "only shown"),
    ([MoveParagraph("Vienna, 14 November", after="The Year")], "only shown"),
    ([Replace("who pays the fee;", "")], "reworded activities[1].narrative"),
]
"""What is told and is not written, so that the next draft differs; or may."""


def told(found: Brought) -> str:
    """Return the edits in a line, without what only keeps other texts as they are."""
    return "; ".join(_line(edit) for edit in found.edits if edit.field or edit.title != "what stands around it")


def _line(edit: Edit) -> str:
    where = field_text(edit.field) if edit.field else edit.title
    if edit.status is Status.NEW_TEXT:
        return f"{edit.status}: {edit.new}"
    short = edit.status in {Status.REVISED, Status.FILLED, Status.UNREADABLE}
    return f"{edit.status} {where}".strip() + (f": {edit.old} -> {edit.new}" if short else "")


def _named(row: object) -> str:
    return " and ".join(map(str, row)) if isinstance(row, list) else ""


@pytest.mark.parametrize(("steps", "said"), WRITTEN, ids=_named)
def test_what_people_do_in_word_stands_in_the_next_draft(steps: Sequence[Step], said: str) -> None:
    found = brought(edited(small_draft(), steps))

    assert told(found) == said
    assert found.got == found.wanted
    assert found.is_all_written


@pytest.mark.parametrize(("steps", "said"), WRITTEN, ids=_named)
def test_what_has_been_brought_back_is_not_brought_back_again(steps: Sequence[Step], said: str) -> None:
    content = edited(small_draft(), steps)

    again = brought(content, brought(content).report)

    assert [edit for edit in again.edits if edit.is_written] == [], said


@pytest.mark.parametrize(("steps", "said"), SHOWN, ids=_named)
def test_what_has_no_way_back_is_told_and_not_dropped(steps: Sequence[Step], said: str) -> None:
    assert told(brought(edited(small_draft(), steps))).startswith(said)


@pytest.mark.parametrize("keeping", Keeping)
@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("over 60", "nearly 70", "attendance.participants"),
        ("23", "almost 40", "attendance.participating_states"),
        ("11 June 2024", "3 July 2024", "held"),
        ("Recruitment without Fees", "Nobody Pays", "title"),
        ("Geneva", "Bad Ragaz", "place.city"),
        ("Switzerland", "the Russian Federation", "place.country"),
        ("help labour inspectors recognize hidden fees", "nothing at all", "purpose"),
    ],
)
def test_a_value_is_all_that_stands_in_its_place_whatever_is_left_of_its_bookmark(
    keeping: Keeping, old: str, new: str, field: str
) -> None:
    content = without_controls(small_draft())

    found = brought(edited(content, [Replace(old, new)], keeping))

    assert [field_text(edit.field) for edit in found.edits if edit.field] == [f"activities[0].{field}"]
    assert found.got[7].replace(new, old) == brought(content).got[7].replace(new, old)


@pytest.mark.parametrize("keeping", Keeping)
@pytest.mark.parametrize("words", ["n", "soon", "many"])
def test_words_that_are_no_value_are_shown_and_the_record_stays(keeping: Keeping, words: str) -> None:
    found = brought(edited(without_controls(small_draft()), [Replace("over 60", words)], keeping))

    (edit,) = found.edits
    assert (edit.status, edit.new) == (Status.UNREADABLE, words)
    assert found.report == small_year()


def test_a_draft_that_nobody_has_touched_brings_nothing_back() -> None:
    assert brought(small_draft()).edits == ()


def test_a_draft_that_has_lost_all_its_marks_is_known_by_its_words() -> None:
    steps = [Replace("over 60", "70"), Replace("We met", "We heard"), Replace("11 June", "12 June")]

    assert brought(without_marks(small_draft())).edits == ()
    assert sorted(edit.status for edit in brought(without_marks(edited(small_draft(), steps))).edits) == [
        Status.REVISED,
        Status.REVISED,
        Status.REWORDED,
    ]


def test_braces_typed_in_word_never_become_an_expression() -> None:
    found = brought(edited(small_draft(), [InsertAfter("We met", " {{ held }} and {{")]))

    assert r"We met \{{ held }} and \{{ employers" in found.report.activities[1].narrative.replace("\n", " ")


def test_a_title_never_becomes_the_letter_that_its_bookmark_has_kept() -> None:
    found = brought(
        edited(
            without_controls(small_draft()),
            [Replace("Recruitment without Fees", "Nobody Pays")],
            Keeping.LETTER,
        )
    )

    assert found.report.activities[0].title == "Nobody Pays"


def test_bold_words_are_bold_in_the_narrative_or_the_key_phrase_of_a_record_without_one() -> None:
    found = brought(edited(small_draft(), [Bold("a day"), Bold("organized the workshop")])).report.activities

    assert "in **a day**." in (found[1].narrative or "")
    assert found[0].key_phrase == "organized the workshop"


def test_a_value_that_was_filled_in_is_not_bold_because_what_stood_there_was() -> None:
    found = brought(edited(small_draft(), [Replace("[to be confirmed: title]", "Fees in the Supply Chain")]))

    assert found.report.activities[2].key_phrase is None


@pytest.mark.parametrize(
    "step",
    [
        Delete("[to be"),
        Replace("early in the autumn]", "in the"),
        Replace("[to be confirmed: early", "and so"),
        Replace("[to be confirmed: title]", "[to be confirmed: a title]"),
        InsertBefore("[to be confirmed: title]", "Fees "),
    ],
    ids=str,
)
@pytest.mark.parametrize("keeping", Keeping)
def test_what_is_left_of_a_fact_to_come_is_no_fact(step: Step, keeping: Keeping) -> None:
    for content in (small_draft(), without_controls(small_draft())):
        seminar = brought(edited(content, [step], keeping)).report.activities[2]

        assert isinstance(seminar.held, Pending)
        assert isinstance(seminar.title, Pending)
        assert seminar.key_phrase is None
