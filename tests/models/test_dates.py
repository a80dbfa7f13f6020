from __future__ import annotations

import re
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

from cthb_reports.models.dates import Day, Period, parse_day
from cthb_reports.models.moments import YEAR_PARTS, Moment, Unit

years = st.integers(2010, 2020)
moments = st.one_of(
    st.builds(Moment, years),
    st.builds(Moment, years, st.integers(1, 12) | st.sampled_from(list(YEAR_PARTS))),
    st.dates(date(2010, 1, 1), date(2020, 12, 31)).map(Moment.of_day),
)
days = st.dates(date(2010, 1, 1), date(2020, 12, 31))


@st.composite
def periods(draw) -> Period:
    first, last = draw(moments), draw(moments | st.none())
    if last is not None and first.start > last.end:
        first, last = last, first
    return draw(st.sampled_from([Period.single(first), Period(first, last)]))


class Event(BaseModel):
    held: Period
    issued: Day = date(2017, 12, 11)


def message_of(written: object, field: str = "held") -> str:
    """Return the one message that a field gives for what an author wrote."""
    with pytest.raises(ValidationError) as caught:
        Event.model_validate({"held": "2017", field: written})
    (error,) = caught.value.errors()
    assert error["loc"] == (field,)
    return str(error["msg"])


@given(periods())
def test_a_period_is_read_back_from_its_short_form(period) -> None:
    assert Period.parse(str(period)) == period


@given(periods())
def test_the_schema_for_editors_admits_every_short_form(period) -> None:
    schema = TypeAdapter(Period).json_schema()

    assert re.search(schema["pattern"], str(period))


@given(periods())
def test_a_period_goes_through_json_and_back(period) -> None:
    event = Event(held=period)

    assert Event.model_validate_json(event.model_dump_json()) == event


@given(periods(), periods())
def test_a_period_that_begins_within_another_overlaps_it(one, other) -> None:
    assert not one.begins_within(other) or one.overlaps(other)


@given(periods(), periods())
def test_two_periods_overlap_or_one_is_wholly_before_the_other(one, other) -> None:
    apart = one.wholly_before(other.start) or (one.end is not None and other.wholly_after(one.end))
    apart = apart or other.wholly_before(one.start) or (other.end is not None and one.wholly_after(other.end))

    assert one.overlaps(other) is not apart
    assert one.overlaps(other) is other.overlaps(one)


@given(st.lists(periods()))
def test_periods_stand_in_the_order_of_their_first_days(several) -> None:
    starts = [period.start for period in sorted(several)]

    assert starts == sorted(starts)


@given(periods(), periods())
def test_of_two_different_periods_one_comes_first(one, other) -> None:
    assert [one < other, one == other, one > other].count(True) == 1


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ("early 2018", "2018-37"),
        ("mid-2018", "2018-38"),
        ("late 2018", "2018-39"),
        ("spring 2018", "2018-21"),
        ("the second half of 2018", "2018-41"),
        (" 2017-04-03 / 2017-04-04 ", "2017-04-03/2017-04-04"),
        ("2017-06/2017-06", "2017-06"),
        ("spring 2018 / autumn 2018", "2018-21/2018-23"),
        ("2016-02-29", "2016-02-29"),
    ],
)
def test_other_ways_to_write_a_period_have_one_short_form(written: str, short: str) -> None:
    assert str(Period.parse(written)) == short
    assert re.search(Period.pattern or "", written)


def test_a_year_may_be_a_number_in_json() -> None:
    event = Event.model_validate_json('{"held": 2017}')

    assert event.held == Period.parse("2017")


@pytest.mark.parametrize(
    ("text", "start", "end", "days_long", "precision"),
    [
        ("2017-06-09", date(2017, 6, 9), date(2017, 6, 9), 1, Unit.DAY),
        ("2017-03-30/2017-04-02", date(2017, 3, 30), date(2017, 4, 2), 4, Unit.DAY),
        ("2016-02-28/2016-03-01", date(2016, 2, 28), date(2016, 3, 1), 3, Unit.DAY),
        ("2016-09/2017-11", date(2016, 9, 1), date(2017, 11, 30), None, Unit.MONTH),
        ("2017-06-09/2017-07", date(2017, 6, 9), date(2017, 7, 31), None, Unit.DAY),
        ("2016-09/..", date(2016, 9, 1), None, None, Unit.MONTH),
        ("2017", date(2017, 1, 1), date(2017, 12, 31), None, Unit.YEAR),
    ],
)
def test_a_period_knows_its_first_and_last_day(
    text: str, start: date, end: date | None, days_long: int | None, precision: Unit
) -> None:
    period = Period.parse(text)

    assert (period.start, period.end, period.days, period.precision) == (start, end, days_long, precision)
    assert period.year == start.year


@pytest.mark.parametrize(
    ("inner", "outer", "within"),
    [
        ("2017-06-09", "2017", True),
        ("2016-12-31", "2017", False),
        ("2017-12-31/2018-01-02", "2017", True),
        ("2018-01-01", "2017", False),
        ("2016-09/2017-11", "2017", False),
        ("2019", "2016-09/..", True),
        ("2017-01-01", "2017", True),
    ],
)
def test_a_period_begins_within_another_by_its_earliest_day(inner: str, outer: str, *, within: bool) -> None:
    assert Period.parse(inner).begins_within(Period.parse(outer)) is within


def test_an_open_end_is_never_wholly_before_a_day() -> None:
    since_june = Period.parse("2017-06/..")

    assert not since_june.wholly_before(date(2999, 1, 1))
    assert since_june.wholly_after(date(2017, 5, 31))
    assert not since_june.wholly_after(date(2017, 6, 1))


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("2017-02-30", "no such day '2017-02-30'; February 2017 has 28 days"),
        (
            "2017-06-09/2017-06-01",
            "'2017-06-09/2017-06-01' ends before it begins; write the earlier date first: 2017-06-01/2017-06-09",
        ),
        ("14/12/2017", "'14/12/2017'; write 2017-12-14"),
        ("12/14/2017", "write 2017-12-14"),
        ("14.12.2017", "'14.12.2017'; write 2017-12-14"),
        ("05.05.2017", "write 2017-05-05"),
        ("03/04/2017", "it can be read two ways; write 2017-04-03 or 2017-03-04"),
        ("14 December 2017", "'14 December 2017'; write 2017-12-14"),
        ("14th Dec. 2017", "write 2017-12-14"),
        ("December 14, 2017", "write 2017-12-14"),
        ("June 2017", "write 2017-06"),
        ("3-4 April 2017", "write 2017-04-03/2017-04-04"),
        ("from 3 to 4 April 2017", "write 2017-04-03/2017-04-04"),
        ("2017-6-9", "write 2017-06-09"),
        ("2017/06/09", "write 2017-06-09"),
        ("2017-04-03/04", "write 2017-04-03/2017-04-04"),
        ("2017-04-03 – 2017-04-04", "write 2017-04-03/2017-04-04"),
        (20170609, "'20170609'; write 2017-06-09"),
        ("31 February 2017", "'31 February 2017'; dates are written"),
        ("30-31 February 2017", "dates are written"),
        ("14/13/2017", "dates are written"),
        ("../2017", "dates are written"),
        ("2017~", "dates are written"),
        ("14 Brumaire 2017", "dates are written"),
        ("", "no date or period: ''"),
        (True, "True is not a day, a month"),
        (["2017"], "is not a day, a month"),
        (None, "None is not a day, a month"),
    ],
)
def test_a_date_written_otherwise_is_answered_with_what_to_write(written: object, advice: str) -> None:
    assert advice in message_of(written)


@given(days)
def test_the_advice_for_an_english_date_is_that_day(day) -> None:
    written = f"{day.day} {day:%B} {day.year}"

    assert message_of(written).endswith(f"write {day.isoformat()}")


@given(days)
def test_a_day_is_read_back_from_its_iso_form(day) -> None:
    assert parse_day(day.isoformat()) == day


@given(days)
def test_a_day_goes_through_json_and_back(day) -> None:
    event = Event(held=Period.parse("2017"), issued=day)

    assert Event.model_validate_json(event.model_dump_json()) == event


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("14 December 2017", "no day: '14 December 2017'; write 2017-12-14"),
        ("2017-06", "'2017-06' is a month; this field takes a day, such as 2017-12-14"),
        ("2017-22", "'2017-22' is a season"),
        ("2017-02-30", "no such day '2017-02-30'"),
        ("3-4 April 2017", "no day: '3-4 April 2017'; days are written 2017-12-14"),
        ("soon", "no day: 'soon'; days are written 2017-12-14"),
        (2017, "2017 is no day"),
        (datetime(2017, 12, 14, 9, 30), "is no day"),  # noqa: DTZ001  # an hour without a zone is what a caller may hand over
    ],
)
def test_a_field_for_a_day_takes_nothing_else(written: object, advice: str) -> None:
    assert advice in message_of(written, "issued")
