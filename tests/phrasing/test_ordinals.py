from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cthb_reports.phrasing import ordinal, parse_ordinal


@given(st.integers(1, 10**6))
def test_a_number_is_read_back_from_its_ordinal(number) -> None:
    assert parse_ordinal(ordinal(number)) == number


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "first"),
        (9, "ninth"),
        (10, "10th"),
        (11, "11th"),
        (17, "17th"),
        (21, "21st"),
        (22, "22nd"),
        (33, "33rd"),
        (111, "111th"),
        (112, "112th"),
        (121, "121st"),
        (1168, "1168th"),
    ],
)
def test_ordinals_are_words_below_tenth(number: int, text: str) -> None:
    assert ordinal(number) == text


@pytest.mark.parametrize(("text", "number"), [("Fifth", 5), ("5th", 5), ("17 th", 17), (" 2nd ", 2)])
def test_an_ordinal_is_read_in_other_forms_too(text: str, number: int) -> None:
    assert parse_ordinal(text) == number


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("22th", "no ordinal: '22th'; write 22nd"),
        ("2th", "write second"),
        ("seventeen", "fifth or 17th"),
        ("0th", "0th"),
    ],
)
def test_what_is_no_ordinal_is_answered_with_what_is(text: str, advice: str) -> None:
    with pytest.raises(ValueError, match=advice):
        parse_ordinal(text)


def test_there_is_no_ordinal_of_zero() -> None:
    with pytest.raises(ValueError, match="there is no ordinal of 0"):
        ordinal(0)
