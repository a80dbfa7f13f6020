from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cthb_reports.models.moments import YEAR_PARTS, Moment, Unit, read_moment

years = st.integers(1000, 2999)
moments = st.one_of(
    st.builds(Moment, years),
    st.builds(Moment, years, st.integers(1, 12)),
    st.builds(Moment, years, st.sampled_from(list(YEAR_PARTS))),
    st.dates(date(1000, 1, 1), date(2999, 12, 31)).map(Moment.of_day),
)


@given(moments)
def test_a_moment_is_read_back_from_its_short_form(moment) -> None:
    assert read_moment(str(moment)) == moment


@given(years, st.sampled_from(list(YEAR_PARTS)))
def test_a_part_of_a_year_is_read_back_from_its_words(year, part) -> None:
    words = YEAR_PARTS[part].words.format(year=year)

    assert read_moment(words) == Moment(year, part)


@given(moments)
def test_a_moment_ends_on_the_day_it_begins_or_later(moment) -> None:
    assert (moment.end == moment.start) is (moment.unit is Unit.DAY)
    assert moment.end >= moment.start


@given(years, st.sampled_from([(33, 34, 35, 36), (37, 38, 39), (40, 41), tuple(range(1, 13))]))
def test_quarters_thirds_halves_and_months_fill_the_year_without_gaps(year, parts) -> None:
    pieces = [Moment(year, part) for part in parts]

    assert (pieces[0].start, pieces[-1].end) == (Moment(year).start, Moment(year).end)
    assert all(a.end + timedelta(days=1) == b.start for a, b in pairwise(pieces))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2017-02", date(2017, 2, 1), date(2017, 2, 28)),
        ("2017-12", date(2017, 12, 1), date(2017, 12, 31)),
        ("2017-21", date(2017, 3, 1), date(2017, 5, 31)),
        ("2017-24", date(2017, 12, 1), date(2018, 2, 28)),
        ("2018-37", date(2018, 1, 1), date(2018, 4, 30)),
        ("2018-38", date(2018, 5, 1), date(2018, 8, 31)),
        ("2018-39", date(2018, 9, 1), date(2018, 12, 31)),
        ("2018-41", date(2018, 7, 1), date(2018, 12, 31)),
        ("2999-24", date(2999, 12, 1), date(3000, 2, 28)),
    ],
)
def test_a_moment_lasts_from_its_first_to_its_last_day(text: str, first: date, last: date) -> None:
    moment = read_moment(text)

    assert moment is not None
    assert (moment.start, moment.end) == (first, last)


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        ((2017, 2, 30), "no such day '2017-02-30'; February 2017 has 28 days"),
        ((2016, 4, 31), "April 2016 has 30 days"),
        ((2017, 13), "no such month '2017-13'"),
        ((2017, 0), "no such month '2017-00'"),
        ((2017, 22, 1), "no such month '2017-22-01'"),
        ((2017, 50), "no such month '2017-50'"),
        ((2017, None, 5), "day 5 of 2017 is in no month"),
        ((217,), "no such year '217'"),
    ],
)
def test_a_moment_that_never_was_is_refused(numbers: tuple[int, ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Moment(*numbers)


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("Early 2018", Moment(2018, 37)),
        ("mid 2018", Moment(2018, 38)),
        ("fall 2018", Moment(2018, 23)),
        ("the first half of 2018", Moment(2018, 40)),
        ("soon 2018", None),
        ("early 18", None),
        ("", None),
    ],
)
def test_parts_of_a_year_are_read_in_words(words: str, moment: Moment | None) -> None:
    assert read_moment(words) == moment
