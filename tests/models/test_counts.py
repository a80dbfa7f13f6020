from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from cthb_reports.models.counts import Count, Quantity, Scale
from cthb_reports.models.numerals import in_words
from cthb_reports.models.qualifiers import Qualifier

qualifiers = st.sampled_from(Qualifier)
counts = st.builds(Count, st.integers(1, 999_999), qualifiers) | st.just(Count(0))
decimals = st.decimals(0, 10**9, places=2) | st.decimals(0, 10**4, places=1) | st.integers(0, 10**9).map(Decimal)
ratios = st.tuples(st.integers(0, 50), st.integers(1, 50)).map(lambda pair: (min(pair), max(pair)))
quantities = st.one_of(
    st.builds(Quantity, decimals, st.sampled_from(Scale), st.none(), qualifiers),
    st.builds(lambda pair, word: Quantity(Decimal(pair[0]), Scale.ONE, pair[1], word), ratios, qualifiers),
)


class Attendance(BaseModel):
    participants: Count = Count(0)
    figure: Quantity = Quantity(Decimal(0))


def message_of(field: str, written: object) -> str:
    """Return the one message that a field gives for what an author wrote."""
    with pytest.raises(ValidationError) as caught:
        Attendance.model_validate({field: written})
    (error,) = caught.value.errors()
    assert error["loc"] == (field,)
    return str(error["msg"])


@given(counts)
def test_a_count_is_read_back_from_its_short_form(count) -> None:
    assert Count.parse(str(count)) == count


@given(counts)
def test_a_count_is_read_back_from_words(count) -> None:
    words = count.qualifier.before(in_words(count.number))

    assert Count.parse(words) == count
    assert re.search(Count.pattern or "", words)


@given(counts, quantities)
def test_counts_and_figures_go_through_json_and_back(count, quantity) -> None:
    attendance = Attendance(participants=count, figure=quantity)

    assert Attendance.model_validate_json(attendance.model_dump_json()) == attendance


@given(counts)
def test_the_schema_for_editors_admits_every_count(count) -> None:
    assert re.search(Count.pattern or "", str(count))


@given(counts, st.integers(0, 2_000_000))
def test_a_count_admits_the_numbers_between_its_bounds(count, number) -> None:
    above = count.minimum <= number
    below = count.maximum is None or number <= count.maximum

    assert count.admits(number) is (above and below)


@given(counts)
def test_some_number_is_admitted_by_every_count(count) -> None:
    assert count.admits(count.minimum)
    assert count.minimum >= 0


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ("192", "192"),
        ("Over 350", "over 350"),
        ("more  than 300", "more than 300"),
        ("almost four hundred", "almost 400"),
        ("up to 70", "up to 70"),
        ("at least ten", "at least 10"),
        ("twelve", "12"),
        ("144656", "144,656"),
        (192, "192"),
    ],
)
def test_a_count_has_one_short_form(written: object, short: str) -> None:
    assert str(Count.of(written)) == short


@pytest.mark.parametrize(
    ("written", "admitted", "refused"),
    [
        ("192", [192], [191, 193]),
        ("over 350", [351, 9000], [350, 349]),
        ("more than 300", [301], [300]),
        ("almost 200", [199, 160], [200, 159]),
        ("nearly 1", [0], [1]),
        ("up to 70", [70, 1], [71]),
        ("some 40", [32, 40, 48], [31, 49]),
        ("about 3", [3], [2, 4]),
        ("around 40", [39], [60]),
        ("at least 10", [10, 11], [9]),
    ],
)
def test_a_count_admits_what_its_words_say(written: str, admitted: list[int], refused: list[int]) -> None:
    count = Count.parse(written)

    assert [count.admits(number) for number in (*admitted, *refused)] == [True] * len(admitted) + [False] * len(refused)


def test_only_a_count_without_a_qualifier_is_exact() -> None:
    assert [Count.parse(text).is_exact for text in ("192", "over 192")] == [True, False]


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("fewer than 3", "no count: 'fewer than 3'; write a whole number"),
        ("350+", "alone or after over, more than, almost, nearly, up to, some, about, around or at least"),
        ("12.5", "no count: '12.5'"),
        ("over 144.656", "write over 144,656"),
        ("144 656", "no count: '144 656'; write 144,656"),
        ("14,4656", "no count: '14,4656'"),
        ("almost 0", "'almost 0' says nothing"),
        ("", "no count: ''"),
        (-5, "no count: '-5'"),
        (12.0, "12.0 is not a count"),
        (True, "True is not a count"),
        (None, "None is not a count"),
    ],
)
def test_what_is_no_count_is_answered_with_what_is(written: object, advice: str) -> None:
    assert advice in message_of("participants", written)


def test_a_count_made_in_python_is_not_negative() -> None:
    with pytest.raises(ValueError, match="'-1' is below 0"):
        Count(-1)


@given(quantities)
def test_a_figure_is_read_back_from_its_short_form(quantity) -> None:
    assert Quantity.parse(str(quantity)) == quantity


@given(decimals, st.sampled_from(["", " million", " billion", " per cent", "%"]))
def test_a_figure_keeps_the_digits_written(number, scale) -> None:
    short = str(Quantity.parse(f"{number:f}{scale}"))

    assert re.sub("[^0-9.]", "", short) == f"{number:f}"


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ("24.9 million", "24.9 million"),
        ("24.90 million", "24.90 million"),
        ("over 1234.50", "over 1,234.50"),
        ("144656", "144,656"),
        (144656, "144,656"),
        ("25%", "25 per cent"),
        ("25.5 per cent", "25.5 per cent"),
        ("almost one in four", "almost 1 in 4"),
        ("3 out of 10", "3 in 10"),
        ("two billion", "2 billion"),
    ],
)
def test_a_figure_has_one_short_form(written: object, short: str) -> None:
    assert str(Quantity.of(written)) == short


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("24.9 mio", "no figure: '24.9 mio'; write 24.9 million"),
        ("over 2bn", "write over 2 billion"),
        ("25 percent", "write 25 per cent"),
        ("144 656", "write 144,656"),
        ("24,5 million", "no figure: '24,5 million'; write such as"),
        ("half in 3", "no figure: 'half in 3'; write such as"),
        ("5 in 4", "'5 in 4' is no ratio; the first number is the smaller one, such as 1 in 4"),
        ("0 in 0", "'0 in 0' is no ratio"),
        ("", "no figure: ''"),
        (24.9, "24.9 is not a figure"),
    ],
)
def test_what_is_no_figure_is_answered_with_what_is(written: object, advice: str) -> None:
    assert advice in message_of("figure", written)


@pytest.mark.parametrize("number", [Decimal(-1), Decimal("NaN"), Decimal("Infinity")])
def test_a_figure_made_in_python_is_a_number_from_0(number: Decimal) -> None:
    with pytest.raises(ValueError, match="is no figure"):
        Quantity(number)


@pytest.mark.parametrize(("number", "scale"), [(Decimal("1.5"), Scale.ONE), (Decimal(1), Scale.MILLION)])
def test_a_ratio_made_in_python_is_of_whole_numbers(number: Decimal, scale: Scale) -> None:
    with pytest.raises(ValueError, match="a ratio is two whole numbers"):
        Quantity(number, scale, 4)
