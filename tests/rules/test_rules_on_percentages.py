from __future__ import annotations

import pytest
from asking import only, places


@pytest.mark.parametrize(
    ("sentence", "is_right"),
    [
        ("The number rose from 40 to 50, an increase of 25 per cent.", True),
        ("The number rose from 40 to 50, an increase of 20 per cent.", False),
        ("The number fell from 50 to 40, which is 20% fewer.", True),
        ("The number fell from 50 to 40, which is 25% fewer.", False),
        ("The number rose from 1,000 to 1,125, an increase of 12 per cent.", True),
        ("The number rose from 1,000 to 1,125, an increase of 11 per cent.", False),
        ("The number rose from 1,000 to 1,125, an increase of over 10 per cent.", True),
        ("Of 40 judges, 20 of the 80 stayed (25 per cent).", True),
        ("In all, 20 of the 80 judges stayed (20 per cent).", False),
        ("In all, 20 out of 80 judges (25 per cent) stayed, and 10 per cent went home.", True),
        ("From 11 to 12 June, the number rose by 30 per cent.", True),
        ("Of all judges, 20 per cent came from 11 to 12 June 2024, more than before.", True),
        ("The number rose by 30 per cent from 2019 to 2023.", True),
        ("We moved from 40 to 50 chairs, and 20 per cent of them were blue.", True),
        ("It rose from 0 to 10, an increase of 10 per cent.", True),
        ("It rose from 40 to 50. An increase of 20 per cent followed.", True),
    ],
)
def test_a_percentage_is_that_of_its_two_numbers(sentence: str, *, is_right: bool) -> None:
    found = places("percentage-of-other-numbers", passages=[{"narrative": sentence}])

    assert found == ([] if is_right else ["passages[0].narrative"])


def test_the_right_percentage_is_told() -> None:
    narrative = "We were glad. The number rose from 40 to 50, an increase of 20 per cent."

    violation = only("percentage-of-other-numbers", passages=[{"narrative": narrative}])

    assert violation.message == "'20 per cent' beside 'from 40 to 50', which is 25.0 per cent"
