from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cthb_reports.models.counts import Count
from cthb_reports.models.states import State
from cthb_reports.phrasing import (
    alphabetical,
    parse_state_names,
    state_name,
    state_names,
    state_names_in_order,
    states_and_partners,
)
from cthb_reports.reference import states

DELIVERY = date(2017, 12, 14)
every_state = st.sampled_from([State(record.code) for record in states()])
lists = st.lists(every_state, min_size=1, max_size=8)
days = st.dates(date(2010, 1, 1), date(2026, 12, 31))


@given(lists, days)
def test_states_are_read_back_from_a_sentence(several, on) -> None:
    assert parse_state_names(state_names_in_order(several, on)) == tuple(several)


@given(lists, days)
def test_states_in_alphabetical_order_are_the_same_states(several, on) -> None:
    assert parse_state_names(state_names(several, on)) == alphabetical(several, on)
    assert sorted(alphabetical(several, on), key=str) == sorted(several, key=str)


@given(every_state, days)
def test_a_name_without_its_article_is_the_end_of_the_name_with_it(state, on) -> None:
    bare = state_name(state, on, article=False)

    assert state_name(state, on) in {bare, f"the {bare}"}


@pytest.mark.parametrize(
    ("code", "on", "name"),
    [
        ("RU", DELIVERY, "the Russian Federation"),
        ("TR", DELIVERY, "Turkey"),
        ("TR", date(2023, 11, 9), "Türkiye"),
        ("CZ", DELIVERY, "the Czech Republic"),
        ("CZ", date(2023, 11, 9), "Czechia"),
    ],
)
def test_a_state_has_the_name_of_its_day(code: str, on: date, name: str) -> None:
    assert state_name(State(code), on) == name


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        (["RU", "DK", "MN"], "Denmark, Mongolia and the Russian Federation"),
        (["US", "GB", "NL"], "the Netherlands, the United Kingdom and the United States of America"),
        (["HR", "BA", "AL"], "Albania, Bosnia and Herzegovina, and Croatia"),
        (["NO"], "Norway"),
    ],
)
def test_articles_do_not_count_in_alphabetical_order(codes: list[str], text: str) -> None:
    assert state_names([State(code) for code in codes], DELIVERY) == text


def test_the_order_given_can_be_kept() -> None:
    assert state_names_in_order([State("MT"), State("AT")], DELIVERY) == "Malta and Austria"


def test_turkiye_stands_before_turkmenistan() -> None:
    assert alphabetical([State("TM"), State("TR")], date(2023, 1, 1)) == (State("TR"), State("TM"))


@pytest.mark.parametrize(
    ("text", "message"),
    [("Denmark and Kazakstan", "no State 'Kazakstan'; did you mean Kazakhstan"), ("Atlantis", "no State 'Atlantis'")],
)
def test_a_list_with_an_unknown_state_is_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_state_names(text)


@pytest.mark.parametrize(
    ("states", "partners", "jointly", "phrase"),
    [
        ("47", "4", None, "from 47 participating States and 4 Partners for Co-operation"),
        ("5", "2", None, "from five participating States and two Partners for Co-operation"),
        ("57", "11", None, "from across the 57 participating States and 11 Partners for Co-operation"),
        ("57", None, None, "from across the 57 participating States"),
        ("57", "4", None, "from 57 participating States and 4 Partners for Co-operation"),
        ("over 50", "11", None, "from over 50 participating States and 11 Partners for Co-operation"),
        ("12", "1", None, "from 12 participating States and 1 Partner for Co-operation"),
        ("1", None, None, "from one participating State"),
        ("47", "0", None, "from 47 participating States"),
        (None, "3", None, "from three Partners for Co-operation"),
        (None, None, "40", "from 40 participating States and Partners for Co-operation"),
        (None, None, "over 40", "from over 40 participating States and Partners for Co-operation"),
    ],
)
def test_attendance_is_told_by_states_and_partners(
    states: str | None, partners: str | None, jointly: str | None, phrase: str
) -> None:
    numbers = [Count.parse(text) if text else None for text in (states, partners, jointly)]

    assert states_and_partners(*numbers) == phrase


@pytest.mark.parametrize(
    ("numbers", "phrase"),
    [
        ((Count(47), Count(4)), "from 47 OSCE participating States and 4 Partners for Co-operation"),
        ((Count(57), Count(11)), "from across the 57 OSCE participating States and 11 Partners for Co-operation"),
        ((None, None, Count(40)), "from 40 OSCE participating States and Partners for Co-operation"),
        ((None, Count(4)), "from four Partners for Co-operation"),
    ],
)
def test_only_participating_states_are_called_osce(numbers: tuple[Count | None, ...], phrase: str) -> None:
    assert states_and_partners(*numbers, osce=True) == phrase


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        ((Count(4), None, Count(40)), "exclude each other"),
        ((None, Count(4), Count(40)), "exclude each other"),
        ((), "no count of States"),
        ((Count(0), Count(0)), "no count of States"),
    ],
)
def test_counts_that_make_no_sentence_are_refused(numbers: tuple[Count | None, ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        states_and_partners(*numbers)
