from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cthb_reports.models.numerals import in_words, read_number, regrouped

whole = st.integers(0, 999_999)


@given(whole)
def test_a_number_is_read_back_from_its_words(number) -> None:
    assert read_number(in_words(number)) == number


@given(st.integers(0, 10**12))
def test_a_number_is_read_back_from_its_figures_with_and_without_commas(number) -> None:
    assert read_number(f"{number}") == read_number(f"{number:,}") == number


@given(st.integers(1000, 10**12), st.sampled_from(" .'’"))
def test_figures_grouped_otherwise_are_regrouped(number, separator) -> None:
    written = f"{number:,}".replace(",", separator)

    assert regrouped(written) == f"{number:,}"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (9, "nine"),
        (12, "twelve"),
        (47, "forty-seven"),
        (100, "one hundred"),
        (350, "three hundred and fifty"),
        (999, "nine hundred and ninety-nine"),
        (1000, "one thousand"),
        (1005, "one thousand and five"),
        (144_656, "one hundred and forty-four thousand six hundred and fifty-six"),
    ],
)
def test_numbers_in_words_are_british(number: int, words: str) -> None:
    assert in_words(number) == words


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("a hundred", 100),
        ("twenty one", 21),
        ("Four Hundred", 400),
        ("three hundred fifty", 350),
        ("hundred", None),
        ("thousand", None),
        ("ten hundred", None),
        ("one thousand thousand", None),
        ("five hundred and", None),
        ("a", None),
        ("14,4656", None),
        ("0,001", None),
        ("-5", None),
        ("12.5", None),
        ("१२", None),
        ("", None),
    ],
)
def test_only_numbers_are_read_as_numbers(words: str, number: int | None) -> None:
    assert read_number(words) == number


@pytest.mark.parametrize("number", [-1, 1_000_000])
def test_a_number_beyond_words_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="is not spelled out"):
        in_words(number)


def test_figures_without_groups_are_not_regrouped() -> None:
    assert regrouped("24.9") is None
