from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cthb_reports.models.dates import Period
from cthb_reports.models.moments import YEAR_PARTS, Moment
from cthb_reports.phrasing import day, in_period, parse_period, period

years = st.integers(2016, 2018)
moments = st.one_of(
    st.builds(Moment, years),
    st.builds(Moment, years, st.integers(1, 12) | st.sampled_from(list(YEAR_PARTS))),
    st.dates(date(2016, 1, 1), date(2018, 12, 31)).map(Moment.of_day),
)


@st.composite
def periods(draw) -> Period:
    first, last = draw(moments), draw(moments | st.none())
    if last is not None and first.start > last.end:
        first, last = last, first
    return draw(st.sampled_from([Period.single(first), Period(first, last)]))


@given(periods(), st.sampled_from([period, in_period]))
def test_a_period_is_read_back_from_its_phrase(value, phrase) -> None:
    assert parse_period(phrase(value)) == value


@given(periods(), years, st.sampled_from([period, in_period]))
def test_a_period_is_read_back_where_the_context_gives_the_year(value, year, phrase) -> None:
    assert parse_period(phrase(value, without_year=year), year=year) == value


@given(st.dates(date(1900, 1, 1)).filter(lambda value: value.year < 3000))
def test_a_day_is_read_back_from_its_phrase(value) -> None:
    assert parse_period(day(value)).start == value


@pytest.mark.parametrize(
    ("written", "phrase"),
    [
        ("2017-06-09", "on 9 June 2017"),
        ("2016-02-29", "on 29 February 2016"),
        ("2017-04-03/2017-04-04", "from 3 to 4 April 2017"),
        ("2017-03-30/2017-04-02", "from 30 March to 2 April 2017"),
        ("2016-12-30/2017-01-02", "from 30 December 2016 to 2 January 2017"),
        ("2017-04-04/2018-04-05", "from 4 April 2017 to 5 April 2018"),
        ("2017-06", "in June 2017"),
        ("2017-06/2017-11", "from June to November 2017"),
        ("2016-09/2017-11", "from September 2016 to November 2017"),
        ("2017", "in 2017"),
        ("2016/2018", "from 2016 to 2018"),
        ("2018-37", "in early 2018"),
        ("2018-38", "in mid-2018"),
        ("2018-39", "in late 2018"),
        ("2018-21", "in spring 2018"),
        ("2018-21/2018-23", "from spring to autumn 2018"),
        ("2018-40", "in the first half of 2018"),
        ("2018-36", "in the fourth quarter of 2018"),
        ("2017-06-09/2017-07", "from 9 June to July 2017"),
        ("2017-06/2018-37", "from June 2017 to early 2018"),
        ("2017-06/..", "since June 2017"),
        ("2017-06-09/..", "since 9 June 2017"),
    ],
)
def test_a_period_has_its_preposition(written: str, phrase: str) -> None:
    assert in_period(Period.parse(written)) == phrase


@pytest.mark.parametrize(
    ("written", "phrase"),
    [
        ("2017-06-09", "9 June 2017"),
        ("2017-04-03/2017-04-04", "3 to 4 April 2017"),
        ("2018-40", "the first half of 2018"),
        ("2017-06/..", "June 2017 onwards"),
    ],
)
def test_a_period_stands_without_its_preposition(written: str, phrase: str) -> None:
    assert period(Period.parse(written)) == phrase


@pytest.mark.parametrize(
    ("written", "phrase"),
    [
        ("2017-06-09", "on 9 June"),
        ("2017-04-03/2017-04-04", "from 3 to 4 April"),
        ("2017-03-30/2017-04-02", "from 30 March to 2 April"),
        ("2017-06", "in June"),
        ("2017-22", "in summer"),
        ("2017", "in 2017"),
        ("2017-37", "in early 2017"),
        ("2017-12-30/2018-01-02", "from 30 December 2017 to 2 January 2018"),
        ("2018-06", "in June 2018"),
        ("2017-06/..", "since June"),
    ],
)
def test_a_year_that_the_context_gives_is_left_out(written: str, phrase: str) -> None:
    assert in_period(Period.parse(written), without_year=2017) == phrase


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("27-28 September 2017", "2017-09-27/2017-09-28"),
        ("27–28 September 2017", "2017-09-27/2017-09-28"),
        ("27 and 28 September 2017", "2017-09-27/2017-09-28"),
        ("between 3 and 4 April 2017", "2017-04-03/2017-04-04"),
        ("30 March – 2 April 2017", "2017-03-30/2017-04-02"),
        ("On 9\u00a0June  2017", "2017-06-09"),
        ("mid-2018", "2018-38"),
    ],
)
def test_a_period_is_read_as_an_editor_may_write_it(text: str, written: str) -> None:
    assert parse_period(text) == Period.parse(written)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("on 9 June", "no date in words: 'on 9 June'; the year is missing"),
        ("some day", "no date in words: 'some day'; write such as 9 June 2017"),
        ("from 31 to 32 May 2017", "no such day '2017-05-32'"),
        ("from 9 to 3 June 2017", "ends before it begins"),
        ("", "no date in words: ''"),
    ],
)
def test_what_is_no_date_is_answered_with_what_is(text: str, advice: str) -> None:
    with pytest.raises(ValueError, match=advice):
        parse_period(text)
