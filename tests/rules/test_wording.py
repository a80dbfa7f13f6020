"""What the author reads of a text that does not fit, and that nothing is said of texts that do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_reports import WORKSHOP, report_with

import cthb_reports
from cthb_reports.findings import field_text
from cthb_reports.rules.wording import text_in_another_form

if TYPE_CHECKING:
    from cthb_reports.rules import Violation

EXAMPLES = sorted(
    path for path in (Path(__file__).parents[2] / "examples").iterdir() if path.is_dir() and path.name != "schemas"
)


def of_workshop(**fields: Any) -> Violation:
    (violation,) = text_in_another_form(report_with(activities=[{**WORKSHOP, **fields}]))
    return violation


def test_a_purpose_that_repeats_the_preposition_is_told_with_the_form_and_the_right_words() -> None:
    violation = of_workshop(purpose="To raise awareness of forced labour")

    assert violation.field == ("activities", 0, "purpose")
    assert violation.message == (
        "'To raise awareness of forced labour' begins with 'To', which the sentence says before it"
    )
    assert violation.hint == (
        "completes 'to ...', no capital, no full stop: raise awareness of forced labour; "
        "write 'raise awareness of forced labour'"
    )


def test_what_cannot_be_mended_is_told_with_the_form_alone() -> None:
    violation = of_workshop(purpose="training of judges")

    assert violation.hint == "completes 'to ...', no capital, no full stop: raise awareness of forced labour"


def test_of_a_name_only_the_right_words_are_told() -> None:
    (violation,) = text_in_another_form(report_with(partners=[{"id": "coe", "name": "the Council of Europe"}]))

    assert violation.hint == "write 'Council of Europe'"


def test_of_a_long_text_that_part_is_shown_which_changes() -> None:
    words = " ".join(f"word{number}" for number in range(40))

    beginning, end = of_workshop(outcome=f"{words}."), of_workshop(outcome=f"W{words[1:]}")

    assert beginning.message.startswith("'word0 word1")
    assert len(beginning.message) < 130
    assert "write 'Word0 word1" in (beginning.hint or "")
    assert (end.hint or "").endswith("word38 word39.'")
    assert "write '... word" in (end.hint or "")


@pytest.mark.parametrize(
    ("fields", "places"),
    [
        ({"title": "“Recruitment”"}, ["title"]),
        ({"called": "the meeting"}, ["called"]),
        ({"topic": "on children."}, ["topic"]),
        ({"thanks": [{"to": ["Italy"], "reason": "for its help"}]}, ["thanks[0].reason"]),
        ({"place": {"city": "Vienna", "venue": "at the Hofburg"}}, ["place.venue"]),
        ({"place": {"region": "in Central Asia"}}, ["place.region"]),
        ({"attendance": {"audiences": ["academia", "trade unions."]}}, ["attendance.audiences[1]"]),
        ({"outcome": "it went well", "follow_up": "more will follow"}, ["outcome", "follow_up"]),
        ({"narrative": "to be or not", "key_phrase": "To be.", "supplied_by": "the Bo."}, []),
        ({"purpose": "TBC", "called": "TBC: the name", "hosts": ["TBC"]}, []),
    ],
)
def test_each_text_is_told_at_its_place(fields: dict[str, Any], places: list[str]) -> None:
    found = text_in_another_form(report_with(activities=[{**WORKSHOP, **fields}]))

    assert [field_text(violation.field).removeprefix("activities[0].") for violation in found] == places


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_examples_have_their_texts_in_the_right_form(path: Path) -> None:
    assert list(text_in_another_form(cthb_reports.load(path))) == []


@given(st.text(min_size=1, max_size=40).filter(str.isprintable).filter(str.strip))
def test_any_text_can_be_looked_at(text: str) -> None:
    fields = dict.fromkeys(("purpose", "outcome", "title", "topic", "called"), f"x{text}")

    found = list(text_in_another_form(report_with(activities=[{**WORKSHOP, **fields}])))

    assert all(violation.message for violation in found)
