from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cthb_reports.sources.editing.folding import refolded, width_of

WORDS = st.text("abc", min_size=1, max_size=6)
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=20).map(" ".join), min_size=1, max_size=3)


def unfolded(lines: list[str]) -> str:
    """Read lines as YAML does: a line end is a space, an empty line is a line end."""
    text = ""
    for line in lines:
        text += "\n" if not line else f" {line}" if text and not text.endswith("\n") else line
    return text


@given(TEXTS, TEXTS, st.integers(6, 30), st.sampled_from(["\n", "\n\n"]))
def test_a_text_is_the_same_however_it_is_folded(old: list[str], new: list[str], width: int, between: str) -> None:
    text = between.join(new)

    lines = refolded(text, refolded(between.join(old), [], width), width)

    assert unfolded(lines) == text


@given(TEXTS, st.integers(6, 30))
def test_no_line_is_longer_than_the_width(paragraphs: list[str], width: int) -> None:
    assert all(len(line) <= width for line in refolded("\n".join(paragraphs), [], width))


@given(TEXTS, st.lists(st.integers(1, 30), max_size=4))
def test_a_text_that_stays_keeps_its_lines_however_they_were_broken(paragraphs: list[str], breaks: list[int]) -> None:
    lines = [line for width in (breaks or [5]) for line in [*refolded(paragraphs[0], [], width), ""]][:-1]

    assert refolded(unfolded(lines), lines, 20) == lines


def test_lines_before_and_after_a_change_stay() -> None:
    old = ["one two", "three", "four five six", "seven", "eight nine"]

    assert refolded("one two three 4 five six seven eight nine", old, 13) == [
        "one two",
        "three",
        "4 five six",
        "seven",
        "eight nine",
    ]


def test_a_line_that_grows_too_long_goes_on_beneath() -> None:
    old = ["one two three", "four five six", "seven eight"]

    assert refolded("one two three four and five six seven eight", old, 13) == [
        "one two three",
        "four and five",
        "six",
        "seven eight",
    ]


def test_a_word_that_had_no_room_goes_back() -> None:
    assert refolded("one three four", ["one two three", "four"], 14) == ["one three four"]


def test_a_line_that_the_author_ended_early_stays_so() -> None:
    assert refolded("One sentence. Another.", ["One longer sentence.", "Another."], 80) == ["One sentence.", "Another."]


def test_a_new_paragraph_leaves_the_others_alone() -> None:
    assert refolded("a\nx y\nb c", ["a", "", "b", "c"], 80) == ["a", "", "x y", "", "b", "c"]


def test_lines_that_are_never_full_at_the_usual_width_show_their_own() -> None:
    assert width_of(["aaaa aaaa", "aaaa aaaa", "aaaa aaaa", "aaaa aa"], 80) == 9
    assert width_of(["aaaa aaaa", "aa"], 80) == 80
