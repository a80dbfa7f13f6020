from __future__ import annotations

import pytest

from cthb_reports.reference import Chairmanship, SpecialRepresentative, chairmanship, special_representatives


@pytest.mark.parametrize(
    ("year", "chair"),
    [
        (2017, Chairmanship(2017, "AT", "Austrian")),
        (2018, Chairmanship(2018, "IT", "Italian")),
        (2023, Chairmanship(2023, "MK", "North Macedonian", "Chairpersonship of North Macedonia")),
        (1999, None),
    ],
)
def test_a_year_has_its_chairmanship(year: int, chair: Chairmanship | None) -> None:
    assert chairmanship(year) == chair


@pytest.mark.parametrize("year", range(2010, 2027))
def test_every_year_of_the_table_has_a_chair(year: int) -> None:
    chair = chairmanship(year)

    assert chair is not None
    assert chair.adjective


def test_two_special_representatives_of_a_year_stand_in_order_of_time() -> None:
    holders = special_representatives(2018)

    assert holders == (SpecialRepresentative("Jarbussynova"), SpecialRepresentative("Richey", "Acting, by September"))


@pytest.mark.parametrize("year", [1999, 2026])
def test_nobody_is_named_where_the_table_knows_nobody(year: int) -> None:
    assert special_representatives(year) == ()
