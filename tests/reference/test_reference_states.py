from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cthb_reports.reference import (
    Status,
    find_state,
    folded,
    participating_states_on,
    partners_on,
    state,
    states,
)

every_state = st.sampled_from(states())
reporting_days = st.dates(date(2010, 1, 1), date(2030, 12, 31))


def test_the_osce_has_57_participating_states_and_11_partners() -> None:
    census = Counter(record.status for record in states())

    assert census == {Status.PARTICIPATING: 57, Status.ASIAN_PARTNER: 5, Status.MEDITERRANEAN_PARTNER: 6}


def test_no_two_states_share_a_code() -> None:
    codes = Counter(code for record in states() for code in (record.code, record.alpha3))

    assert max(codes.values()) == 1


def test_participating_states_stand_in_alphabetical_order() -> None:
    names = [record.name for record in participating_states_on(date(2024, 1, 1))]

    assert names == sorted(names, key=folded)


@pytest.mark.parametrize(
    ("day", "participating", "partners"), [(date(2012, 11, 20), 56, 12), (date(2012, 11, 21), 57, 11)]
)
def test_mongolia_was_a_partner_before_21_november_2012(day: date, participating: int, partners: int) -> None:
    mongolia = find_state("Mongolia")

    assert mongolia.is_participating_on(day) is (participating == 57)
    assert (len(participating_states_on(day)), len(partners_on(day))) == (participating, partners)


@pytest.mark.parametrize(
    ("code", "day", "name"),
    [
        ("TR", date(2017, 12, 14), ("", "Turkey")),
        ("TR", date(2022, 5, 31), ("", "Turkey")),
        ("TR", date(2022, 6, 1), ("", "Türkiye")),
        ("CZ", date(2022, 12, 31), ("the", "Czech Republic")),
        ("CZ", date(2023, 1, 1), ("", "Czechia")),
        ("MK", date(2019, 2, 11), ("the", "former Yugoslav Republic of Macedonia")),
        ("MK", date(2019, 2, 12), ("", "North Macedonia")),
        ("RU", date(2017, 12, 14), ("the", "Russian Federation")),
        ("NO", date(2017, 12, 14), ("", "Norway")),
    ],
)
def test_a_state_has_the_name_of_the_day(code: str, day: date, name: tuple[str, str]) -> None:
    record = state(code)

    assert (record.article_on(day), record.name_on(day)) == name


@given(every_state, reporting_days)
def test_every_state_is_found_by_its_name_of_any_day(record, day) -> None:
    dated = record.dated_name(day)

    assert find_state(f"{dated.article} {dated.name}".upper()) == record


@given(every_state)
def test_every_state_is_found_by_codes_and_aliases(record) -> None:
    found = {find_state(name) for name in (record.code, record.alpha3.lower(), record.name, *record.aliases)}

    assert found == {record}


@pytest.mark.parametrize(
    ("written", "code"),
    [("the Holy See", "VA"), ("UK", "GB"), ("U.S.", "US"), ("Turkiye", "TR"), ("NO", "NO"), (" kazakhstan ", "KZ")],
)
def test_a_state_is_found_however_it_is_written(written: str, code: str) -> None:
    assert find_state(written).code == code


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("Kazakstan", "^no State 'Kazakstan'; did you mean Kazakhstan$"),
        ("Slovaki", "did you mean Slovakia"),
        ("Atlantis", "^no State 'Atlantis'; known are the 57 participating States and 11 Partners"),
        ("", "^no State ''"),
    ],
)
def test_an_unknown_name_is_answered_with_close_ones(written: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        find_state(written)


def test_a_code_of_no_osce_state_is_refused() -> None:
    with pytest.raises(ValueError, match="no State has the code 'BR'"):
        state("BR")
