"""Three versions of a field: as the draft was made, as it came back, and as the records have it by now."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest
from brought_back import brought, data_of
from edit_steps import DeleteParagraph, MoveParagraph, Replace
from small_year import small_draft, small_year
from word_hand import edited

from cthb_reports.kinds import Report
from cthb_reports.word.edits import Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from edit_steps import Step

FIGURE = ("activities", 0, "attendance", "participants")


def now(*changes: Callable[[dict[str, Any]], object]) -> Report:
    """Return the records after colleagues have changed them."""
    data = copy.deepcopy(data_of(small_year()))
    for change in changes:
        change(data)
    return Report.model_validate(data)


def first_taken_out(data: dict[str, Any]) -> None:
    del data["activities"][0]


def turned_round(data: dict[str, Any]) -> None:
    data["activities"].reverse()


def one_before_the_others(data: dict[str, Any]) -> None:
    data["activities"].insert(0, {"kind": "workshop", "title": "Another", "held": "2024-01-09", "role": "organized"})


def figure_of(number: str) -> Callable[[dict[str, Any]], object]:
    def changed(data: dict[str, Any]) -> None:
        data["activities"][0]["attendance"]["participants"] = number

    return changed


def narrative_of(text: str) -> Callable[[dict[str, Any]], object]:
    def changed(data: dict[str, Any]) -> None:
        data["activities"][1]["narrative"] = text

    return changed


@pytest.mark.parametrize(("change", "index"), [(turned_round, 3), (one_before_the_others, 1)])
def test_an_edit_is_written_where_its_record_stands_by_now(
    change: Callable[[dict[str, Any]], object], index: int
) -> None:
    found = brought(edited(small_draft(), [Replace("over 60", "nearly 70")]), now(change))

    attendance = found.report.activities[index].attendance
    assert str(attendance.participants) == "nearly 70"
    assert found.of(*FIGURE).changes[0].path == ("activities", index, *FIGURE[2:])


def test_what_colleagues_have_changed_elsewhere_stays() -> None:
    found = brought(edited(small_draft(), [Replace("We met", "We heard")]), now(figure_of("99")))

    assert str(found.report.activities[0].attendance.participants) == "99"
    assert "We heard" in found.report.activities[1].narrative
    assert [edit.status for edit in found.edits] == [Status.REWORDED]


def test_the_same_edit_on_both_sides_is_none() -> None:
    found = brought(edited(small_draft(), [Replace("over 60", "nearly 70")]), now(figure_of("nearly 70")))

    assert [edit.status for edit in found.edits] == [Status.KNOWN]


def test_another_edit_of_the_same_field_is_a_conflict_that_names_all_three() -> None:
    found = brought(edited(small_draft(), [Replace("over 60", "nearly 70")]), now(figure_of("99")))

    (edit,) = found.edits
    assert (edit.status, edit.new) == (Status.CONFLICT, "nearly 70")
    assert "'99'" in edit.reason
    assert "'over 60'" in edit.reason
    assert str(found.report.activities[0].attendance.participants) == "99"


def test_a_narrative_that_both_sides_have_changed_is_a_conflict() -> None:
    found = brought(edited(small_draft(), [Replace("We met", "We heard")]), now(narrative_of("All is new.")))

    assert found.of("activities", 1, "narrative").status is Status.CONFLICT
    assert found.report.activities[1].narrative == "All is new."


def test_an_edit_of_a_record_that_is_no_longer_there_is_a_conflict() -> None:
    found = brought(edited(small_draft(), [Replace("over 60", "nearly 70")]), now(first_taken_out))

    assert [edit.status for edit in found.edits] == [Status.CONFLICT]


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ([], []),
        ([DeleteParagraph("This year took me")], [Status.LOST]),
        ([MoveParagraph("This year took me", after="The Year")], [Status.ARRANGED]),
    ],
    ids=str,
)
def test_records_that_colleagues_have_put_elsewhere_are_moved_no_further_than_people_did(
    steps: list[Step], said: list[Status]
) -> None:
    found = brought(edited(small_draft(), steps), now(one_before_the_others))

    assert [edit.status for edit in found.edits] == said
