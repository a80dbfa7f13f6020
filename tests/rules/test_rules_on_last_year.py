from __future__ import annotations

from typing import Any

import pytest
from asking import only, places

SERIES = [{"id": "fair-work", "title": "Fair Work Days", "kind": "conference", "annual": "yes"}]


def last_year(**fields: Any) -> dict[str, Any]:
    return {"delivered": "2023-11-16", "period": "2023", **fields}


def numbered(ordinal: int, year: int, series: str = "fair-work") -> list[dict[str, object]]:
    return [{"kind": "conference", "series": series, "ordinal": ordinal, "held": f"{year}-04"}]


# --- numbers go on


@pytest.mark.parametrize(("ordinal", "is_right"), [(5, True), (4, False), (6, False)])
def test_a_yearly_event_has_the_number_after_last_years(ordinal: int, *, is_right: bool) -> None:
    previous = last_year(series=SERIES, activities=numbered(4, 2023))

    found = places("ordinal-does-not-go-on", series=SERIES, activities=numbered(ordinal, 2024), previous=previous)

    assert found == ([] if is_right else ["activities[0].ordinal"])


def test_a_series_is_known_again_by_its_title() -> None:
    renamed = [{**SERIES[0], "id": "days"}]
    previous = last_year(series=SERIES, activities=numbered(4, 2023))

    found = places("ordinal-does-not-go-on", series=renamed, activities=numbered(4, 2024, "days"), previous=previous)

    assert found == ["activities[0].ordinal"]


def test_a_series_that_is_not_yearly_may_have_any_number() -> None:
    at_times = [{**SERIES[0], "annual": "no"}]
    previous = last_year(series=at_times, activities=numbered(4, 2023))

    found = places("ordinal-does-not-go-on", series=at_times, activities=numbered(9, 2024), previous=previous)

    assert found == []


# --- intentions

SURVEY = {"id": "fee-survey", "action": "survey the fees that recruiters take", "publication": "fees"}
PAPER = {"id": "fees", "type": "survey", "title": "Fees that Recruiters Take", "status": "published"}


def heard_of(item: dict[str, Any], **fields: Any) -> list[str]:
    item = {key: value for key, value in item.items() if key != "publication"}
    return places("intention-not-heard-of", previous=last_year(outlook=[item]), **fields)


def test_an_intention_of_which_nothing_is_told_is_asked_about() -> None:
    violation = only("intention-not-heard-of", previous=last_year(outlook=[{"action": "survey the fees"}]))

    assert violation.message == (
        "last year's report meant to 'survey the fees', and this one does not tell what became of it"
    )
    assert heard_of(SURVEY) == ["outlook"]


@pytest.mark.parametrize(
    "fields",
    [
        {"outlook": [{"id": "fee-survey", "action": "go on", "became": "continued"}]},
        {"outlook": [{"action": "Survey the fees that recruiters take", "became": "done"}]},
        {"research": [{"id": "fee-survey", "topic": "fees"}]},
        {"projects": [{"id": "x", "title": "The Fees that Recruiters Take"}]},
    ],
)
def test_an_intention_is_found_again_by_its_id_its_words_or_a_title(fields: dict[str, Any]) -> None:
    assert heard_of(SURVEY, **fields) == []


def test_an_intention_that_is_told_again_says_what_became_of_it() -> None:
    assert heard_of(SURVEY, outlook=[{"id": "fee-survey", "action": "go on"}]) == ["outlook[0].action"]


def test_an_intention_that_led_to_its_publication_is_heard_of() -> None:
    previous = last_year(outlook=[SURVEY], publications=[{**PAPER, "status": "planned"}])

    assert places("intention-not-heard-of", previous=previous, publications=[PAPER]) == []
    assert places("intention-not-heard-of", previous=previous) == ["outlook"]


def test_the_next_event_of_a_yearly_series_is_what_was_announced() -> None:
    announced = {"action": "hold the fifth of them", "continues": "days-2023"}
    previous = last_year(series=SERIES, activities=[{**numbered(4, 2023)[0], "id": "days-2023"}], outlook=[announced])

    held = {"series": SERIES, "activities": numbered(5, 2024)}
    assert places("intention-not-heard-of", previous=previous, **held) == []
    assert places("intention-not-heard-of", previous=previous, series=SERIES) == ["outlook"]


# --- visits

VISITS = {"id": "visits", "action": "carry out visits", "states": ["Cyprus"], "follow_up_states": ["Uzbekistan"]}


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({}, "Cyprus, Uzbekistan"),
        ({"activities": [{"state": "Cyprus"}]}, "Uzbekistan"),
        ({"activities": [{"state": "Cyprus"}, {"state": "Uzbekistan", "follow_up_visit": "yes"}]}, None),
        ({"activities": [{"state": "Cyprus"}], "outlook": [{"action": "go there", "states": ["Uzbekistan"]}]}, None),
        ({"outlook": [{"id": "visits", "action": "go", "became": "dropped", "because": "the budget"}]}, None),
    ],
)
def test_a_visit_that_was_announced_does_not_vanish(fields: dict[str, Any], missing: str | None) -> None:
    previous = last_year(outlook=[VISITS])

    if missing:
        assert f"a visit to {missing}, of" in only("planned-visit-not-heard-of", previous=previous, **fields).message
    else:
        assert places("planned-visit-not-heard-of", previous=previous, **fields) == []


@pytest.mark.parametrize(
    ("fields", "is_right"),
    [
        ({"became": "postponed"}, False),
        ({"became": "dropped"}, False),
        ({"became": "dropped", "because": "the late approval of the budget"}, True),
        ({"became": "dropped", "because": "TBC"}, True),
        ({"became": "done"}, True),
        ({}, True),
    ],
)
def test_what_is_given_up_has_a_reason(fields: dict[str, str], *, is_right: bool) -> None:
    found = places("intention-given-up-without-reason", outlook=[{"action": "survey the fees", **fields}])

    assert found == ([] if is_right else ["outlook[0].became"])
