"""Drafts that LibreOffice has edited and saved: what was done there comes back, however little it leaves of our marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from brought_back import brought
from edit_steps import (
    AcceptAll,
    Delete,
    DeleteParagraph,
    InsertAfter,
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
from small_year import small_draft, small_year
from word_hand import without_controls

from cthb_reports.findings import field_text
from cthb_reports.word.edits import Edit, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from office_edits import Office

ANA = Track(on=True, author="Ana Example")
VALUES = [
    Replace("over 60", "nearly 70"),
    Replace("11 June 2024", "3 July 2024"),
    Replace("Recruitment without Fees", "Nobody Pays"),
    Replace("Geneva", "Bern"),
    Replace("140", "160"),
    Replace("The Year", "Our Year"),
]
TEXTS = [
    Replace("We met", "We heard"),
    Replace("gains by", "wins by"),
    Replace("had been asked", "were asked"),
    Replace("What we have begun", "All this"),
    Replace("continued throughout", "went on throughout"),
]


def told(edits: Sequence[Edit]) -> list[str]:
    """Return what has become of what, without what only keeps other texts as they are."""
    found = (edit for edit in edits if edit.title != "what stands around it")
    return sorted(f"{edit.status} {field_text(edit.field) if edit.field else edit.title}".strip() for edit in found)


def test_a_draft_that_was_only_saved_brings_nothing_back(office: Office) -> None:
    drafts = {name: example_draft(name) for name in ("minimal", "2017", "2018")} | {"small": small_draft()}

    for name, content in office.resaved(drafts).items():
        assert brought(content).edits == (), name


@pytest.mark.parametrize("way", [Way.TYPED_OVER, Way.BEHIND, Way.BEFORE, Way.INSIDE, Way.BY_MACRO])
@pytest.mark.parametrize("tracked", [False, True], ids=["at once", "tracked"])
def test_values_come_back_however_they_were_replaced(office: Office, way: Way, *, tracked: bool) -> None:
    steps: list[Step] = [Replace(one.old, one.new, way=way) for one in VALUES]

    found = brought(office.edit(without_controls(small_draft()), [ANA, *steps] if tracked else steps))

    assert told(found.edits) == [
        "revised activities[0].attendance.participants",
        "revised activities[0].held",
        "revised activities[0].place.city",
        "revised activities[0].title",
        "revised activities[1].attendance.participants",
        "revised sections[0].title",
    ]
    assert found.got == found.wanted
    assert not tracked or all("Ana Example" in " ".join(edit.who) for edit in found.edits)


def test_values_in_controls_come_back(office: Office) -> None:
    found = brought(office.edit(small_draft(), VALUES))

    assert [edit.status for edit in found.edits] == [Status.REVISED] * len(VALUES)
    assert found.got == found.wanted


@pytest.mark.parametrize(
    "steps", [TEXTS, [ANA, *TEXTS], [ANA, *TEXTS, AcceptAll()]], ids=["at once", "tracked", "accepted"]
)
def test_reworded_texts_come_back(office: Office, steps: Sequence[Step]) -> None:
    found = brought(office.edit(without_controls(small_draft()), steps))

    assert told(found.edits) == [
        "reworded activities[1].narrative",
        "reworded mandate",
        "reworded passages[0].narrative",
    ]
    assert found.got == found.wanted


def test_changes_that_were_rejected_are_none(office: Office) -> None:
    assert brought(office.edit(without_controls(small_draft()), [ANA, *TEXTS, RejectAll()])).edits == ()


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (MoveParagraph("This year took me", after="There is more"), "arranged activities[3]"),
        (MoveParagraph("who pays the fee", after="who is told"), "reworded activities[1].narrative"),
        (SplitParagraphAfter("in May 2024,"), "reworded activities[1].narrative"),
        (SplitParagraphAfter("was held."), "arranged activities[2].joins"),
        (JoinWithNext("What we have begun"), "arranged outlook[0].joins"),
        (DeleteParagraph("who is told of it"), "reworded activities[1].narrative"),
        (NewParagraphAfter("who is told of it", "who is asked;"), "reworded activities[1].narrative"),
        (Delete(" from 23 OSCE participating States"), "reworded activities[0].narrative"),
        (InsertAfter("over 60 participants", " of both sexes"), "reworded activities[0].narrative"),
    ],
    ids=str,
)
def test_what_was_done_to_paragraphs_comes_back(office: Office, step: Step, said: str) -> None:
    found = brought(office.edit(without_controls(small_draft()), [step]))

    assert told(found.edits) == [said]
    assert [line.replace(" ", "") for line in found.got] == [line.replace(" ", "") for line in found.wanted]


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (DeleteParagraph("This year took me"), [Status.LOST]),
        (NewParagraphAfter("We also plan", "And yet."), [Status.NEW_TEXT]),
        (Replace("over 60", "many"), [Status.UNREADABLE]),
    ],
    ids=str,
)
def test_what_has_no_way_back_is_told(office: Office, step: Step, said: list[Status]) -> None:
    found = brought(office.edit(without_controls(small_draft()), [step]))

    assert [edit.status for edit in found.edits] == said
    assert found.report == small_year()
