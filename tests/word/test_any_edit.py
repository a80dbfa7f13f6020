"""What holds for any edit of any report: nothing is dropped in silence, and what is written is what was typed."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from brought_back import Brought, brought, paragraphs
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
from example_documents import example_draft
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_reports import reports
from small_year import small_draft
from word_hand import Keeping, edited, lines, without_controls

import cthb_reports

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cthb_reports.kinds import Report

TYPED = ("forum", "nearly", "70", "*star", "[1]", "{{x}}", "and", "Rome", "new_word", "2018", "–", "|")
large = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def chance_of(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311  # the same edits each time


def words_of(line: str, chance: random.Random, most: int = 3) -> str:
    """Return some words that follow one another in a line."""
    words = line.split(" ")
    start = chance.randrange(len(words))
    return " ".join(words[start : start + chance.randint(1, most)]).strip()


def step(content: bytes, chance: random.Random) -> Step:
    """Return something that a person may do to a draft."""
    found = [line for line in lines(content) if "\u00ad" not in line]
    words, typed = words_of(chance.choice(found), chance), " ".join(chance.choices(TYPED, k=chance.randint(1, 3)))
    whole, other = chance.choice(found), chance.choice(found)
    return chance.choice(
        [
            Replace(words, typed),
            Replace(words, typed),
            Delete(words),
            InsertAfter(words, f" {typed}"),
            InsertBefore(words, f"{typed} "),
            SplitParagraphAfter(words),
            JoinWithNext(whole),
            NewParagraphAfter(whole, f"{typed} and more"),
            DeleteParagraph(whole),
            MoveParagraph(whole, after=other),
            Bold(words),
            Italic(words),
        ]
    )


def edited_at_random(content: bytes, chance: random.Random, steps: int) -> tuple[bytes, Sequence[Step]]:
    """Return a draft after some steps, and the steps; those that cannot be done are left out."""
    done = []
    keeping = chance.choice(list(Keeping))
    for _ in range(steps):
        one = step(content, chance)
        try:
            content = edited(content, [one], keeping)
        except (AssertionError, StopIteration):
            continue
        done.append(one)
    return content, done


def hold_the_laws(made: bytes, content: bytes, steps: Sequence[Step]) -> Brought:
    """Assert that nothing is lost, that what is written is what was typed, and that it is brought back once."""
    found = brought(content)
    assert found.edits or found.wanted == paragraphs(made), f"nothing is told of {steps}"
    if found.is_all_written:
        assert found.got == found.wanted, f"{steps} are told as written"
    again = [edit for edit in brought(content, found.report).edits if edit.is_written]
    assert not again, f"{steps} are brought back twice"
    return found


@pytest.mark.parametrize("seed", range(40))
def test_any_edit_of_a_small_year_comes_back_or_is_told(seed: int) -> None:
    chance = chance_of(seed)
    made = without_controls(small_draft()) if seed % 3 == 0 else small_draft()

    hold_the_laws(made, *edited_at_random(made, chance, chance.randint(1, 3)))


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("name", ["minimal", "2018"])
def test_any_edit_of_an_example_comes_back_or_is_told(name: str, seed: int) -> None:
    chance = chance_of(seed)

    hold_the_laws(example_draft(name), *edited_at_random(example_draft(name), chance, 2))


@pytest.mark.parametrize("seed", range(3))
def test_any_edit_of_a_whole_year_comes_back_or_is_told(seed: int) -> None:
    hold_the_laws(example_draft("2017"), *edited_at_random(example_draft("2017"), chance_of(seed), 6))


@pytest.mark.parametrize("name", ["minimal", "2017", "2018"])
def test_an_example_that_nobody_has_touched_brings_nothing_back(name: str) -> None:
    assert brought(example_draft(name)).edits == ()


@large
@given(reports())
def test_a_report_that_nobody_has_touched_brings_nothing_back(report: Report) -> None:
    content = cthb_reports.draft(report, ".docx").content

    assert brought(content).edits == ()
    assert brought(without_controls(content)).edits == ()


@large
@given(reports(), st.integers(0, 1000))
def test_any_edit_of_any_report_comes_back_or_is_told(report: Report, seed: int) -> None:
    content = cthb_reports.draft(report, ".docx").content

    changed, steps = edited_at_random(content, chance_of(seed), 1)
    found = brought(changed)

    assert found.edits or found.wanted == paragraphs(content), f"nothing is told of {steps}"
    assert not found.is_all_written or found.got == found.wanted, f"{steps} are told as written"


@pytest.mark.parametrize("seed", range(20))
def test_what_nobody_has_touched_stays_in_the_records(seed: int) -> None:
    chance = chance_of(seed)
    old = words_of(chance.choice(lines(small_draft())[7:9]), chance)

    found = brought(edited(small_draft(), [Replace(old, "somebody")]))

    before, after = brought(small_draft()).report, found.report
    touched = {edit.field[:2] for edit in found.edits}
    for at, record in enumerate(before.activities):
        if ("activities", at) not in touched:
            assert after.activities[at].model_copy(update={"turns": (), "joins": None, "said": ()}) == record
