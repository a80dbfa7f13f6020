from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cthb_reports.models.counts import Count, Quantity, Scale
from cthb_reports.models.numerals import read_number
from cthb_reports.models.qualifiers import Qualifier
from cthb_reports.phrasing import (
    count,
    counted,
    in_series,
    noun,
    parse_count,
    parse_quantity,
    quantity,
    spell,
)

qualifiers = st.sampled_from(Qualifier)
counts = st.builds(Count, st.integers(1, 20) | st.integers(1, 999_999), qualifiers) | st.just(Count(0))
decimals = st.decimals(0, 10**6, places=1) | st.integers(0, 20).map(Decimal)
ratios = st.tuples(st.integers(0, 15), st.integers(1, 15)).map(lambda pair: (min(pair), max(pair)))
quantities = st.one_of(
    st.builds(Quantity, decimals, st.sampled_from(Scale), st.none(), qualifiers),
    st.builds(lambda pair, word: Quantity(Decimal(pair[0]), Scale.ONE, pair[1], word), ratios, qualifiers),
)


@given(counts)
def test_a_count_is_read_back_from_its_phrase(value) -> None:
    assert parse_count(count(value)) == value


@given(counts)
def test_a_count_is_read_back_from_before_its_noun(value) -> None:
    phrase = counted(value, "workshop", "workshops")

    assert parse_count(phrase.rsplit(" ", maxsplit=1)[0]) == value


@given(st.lists(counts))
def test_counts_in_a_series_are_read_back(values) -> None:
    assert [parse_count(text) for text in in_series(values)] == values


@given(st.lists(counts, min_size=1))
def test_a_series_of_counts_is_all_in_words_or_all_in_figures(values) -> None:
    in_figures = {any(character.isdigit() for character in text) for text in in_series(values)}

    assert in_figures == {max(value.number for value in values) >= 10}


@given(quantities)
def test_a_figure_is_read_back_from_its_phrase(value) -> None:
    assert parse_quantity(quantity(value)) == value


@pytest.mark.parametrize(
    ("written", "phrase"),
    [
        ("0", "zero"),
        ("1", "one"),
        ("9", "nine"),
        ("10", "10"),
        ("over 5", "over five"),
        ("over 350", "over 350"),
        ("999", "999"),
        ("1000", "1,000"),
        ("144656", "144,656"),
        ("almost four hundred", "almost 400"),
    ],
)
def test_counts_are_words_below_ten(written: str, phrase: str) -> None:
    assert count(Count.parse(written)) == phrase


@pytest.mark.parametrize(
    ("written", "phrase"),
    [
        ("over 350", "over 350 workshops"),
        ("1", "one workshop"),
        ("more than 1", "more than one workshop"),
        ("2", "two workshops"),
        ("0", "no workshops"),
    ],
)
def test_a_count_stands_before_its_noun(written: str, phrase: str) -> None:
    assert counted(Count.parse(written), "workshop", "workshops") == phrase


def test_the_higher_count_sets_the_style_of_a_series() -> None:
    assert in_series([Count(47), Count(4)]) == ("47", "4")
    assert in_series([Count(5), Count(2)]) == ("five", "two")


def test_one_is_the_only_singular() -> None:
    assert [noun(Count(number), "visit", "visits") for number in (0, 1, 2)] == ["visits", "visit", "visits"]


@pytest.mark.parametrize(("text", "value"), [("No", Count(0)), ("over\u00a0350", Count(350, Qualifier.OVER))])
def test_a_count_is_read_as_a_word_processor_left_it(text: str, value: Count) -> None:
    assert parse_count(text) == value


@pytest.mark.parametrize(
    ("written", "phrase"),
    [
        ("24.9 million", "24.9 million"),
        ("3 million", "3 million"),
        ("144656", "144,656"),
        ("25%", "25 per cent"),
        ("5%", "5 per cent"),
        ("almost 1 in 4", "almost one in four"),
        ("1 in 10", "1 in 10"),
        ("5", "five"),
        ("5.0", "5.0"),
        ("10", "10"),
    ],
)
def test_figures_keep_their_digits_but_small_whole_numbers_and_ratios(written: str, phrase: str) -> None:
    assert quantity(Quantity.parse(written)) == phrase


@given(st.integers(0, 100))
def test_a_number_that_begins_a_sentence_is_in_words(number) -> None:
    words = spell(number)

    assert read_number(words) == number
    assert not any(character.isdigit() for character in words)


@pytest.mark.parametrize("number", [-1, 101])
def test_no_sentence_begins_with_a_long_number(number: int) -> None:
    with pytest.raises(ValueError, match="put another word first"):
        spell(number)
