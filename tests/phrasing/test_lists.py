from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cthb_reports.phrasing import series, series_of_names

simple = st.text("abcdefgh", min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("items", "text"),
    [
        (["Vienna"], "Vienna"),
        (["Vienna", "Astana"], "Vienna and Astana"),
        (["Vienna", "Astana", "Kyiv"], "Vienna, Astana and Kyiv"),
        (["police", "judges and prosecutors", "NGOs"], "police, judges and prosecutors, and NGOs"),
        (["police", "judges, also retired ones"], "police; and judges, also retired ones"),
        (["one or two", "three"], "one or two, and three"),
    ],
)
def test_a_series_has_a_serial_comma_after_pairs_and_semicolons_between_lists(items: list[str], text: str) -> None:
    assert series(items) == text


def test_a_series_may_offer_a_choice() -> None:
    assert series(["A", "B", "C"], conjunction="or") == "A, B or C"


@given(st.lists(simple, min_size=2))
def test_the_items_of_a_simple_series_can_be_told_apart(items) -> None:
    rest, last = series(items).rsplit(" and ", maxsplit=1)

    assert [*rest.split(", "), last] == items


@given(st.lists(st.text("ab, ;", min_size=1) | st.just("a and b"), min_size=1))
def test_no_item_of_a_series_is_lost(items) -> None:
    assert all(item in series(items) for item in items)


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["Albania", "Bosnia and Herzegovina"], "Albania and Bosnia and Herzegovina"),
        (["Albania", "Bosnia and Herzegovina", "Croatia"], "Albania, Bosnia and Herzegovina, and Croatia"),
        (["Albania", "Austria", "Bosnia and Herzegovina"], "Albania, Austria, and Bosnia and Herzegovina"),
        (["Bosnia and Herzegovina", "Croatia", "Malta"], "Bosnia and Herzegovina, Croatia and Malta"),
    ],
)
def test_a_name_with_an_and_of_its_own_is_set_apart_only_near_the_end(names: list[str], text: str) -> None:
    assert series_of_names(names) == text


@pytest.mark.parametrize("join", [series, series_of_names])
def test_a_series_of_nothing_is_refused(join) -> None:
    with pytest.raises(ValueError, match="at least one item"):
        join([])
