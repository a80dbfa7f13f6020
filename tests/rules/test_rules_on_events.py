from __future__ import annotations

import pytest
from asking import event, only, places

ALLIANCE = {
    "id": "alliance",
    "title": "Alliance against Trafficking in Persons",
    "kind": "conference",
    "annual": "yes",
}
FAIR_WORK = {"id": "fair-work", "title": "Fair Work Days", "kind": "conference", "annual": "yes"}


def held(series: str, ordinal: int, year: int) -> dict[str, object]:
    return {
        "kind": "conference",
        "series": series,
        "ordinal": ordinal,
        "held": f"{year}-04",
        "background": year != 2024,
    }


# --- series


@pytest.mark.parametrize(("ordinal", "is_right"), [(24, True), (23, False), (25, False)])
def test_the_alliance_conference_has_the_number_of_its_year(ordinal: int, *, is_right: bool) -> None:
    found = places("ordinal-out-of-line", series=[ALLIANCE], activities=[held("alliance", ordinal, 2024)])

    assert found == ([] if is_right else ["activities[0].ordinal"])


@pytest.mark.parametrize(
    ("second", "year", "annual", "is_right"),
    [
        (5, 2024, "yes", True),
        (4, 2024, "yes", False),
        (6, 2024, "yes", False),
        (6, 2024, "no", True),
        (4, 2023, "yes", True),
    ],
)
def test_the_numbers_of_a_yearly_event_go_up_by_one_a_year(
    second: int, year: int, annual: str, *, is_right: bool
) -> None:
    activities = [held("fair-work", 4, 2023), held("fair-work", second, year)]

    found = places("ordinal-out-of-line", series=[{**FAIR_WORK, "annual": annual}], activities=activities)

    assert found == ([] if is_right else ["activities[1].ordinal"])


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"action": "hold the 25th Alliance conference"}, []),
        ({"action": "hold the 24th Alliance conference"}, ["outlook[0].action"]),
        ({"action": "hold the 26th *Alliance* conference"}, ["outlook[0].action"]),
        ({"action": "hold the 26th Alliance conference", "planned": "2026"}, []),
        ({"action": "hold the 16th Baltic conference"}, []),
        ({"action": "go on", "narrative": "The 24th *Alliance* conference asked for it."}, []),
        ({"action": "go on", "narrative": "The 26th *Alliance* conference is next."}, ["outlook[0].narrative"]),
        ({"action": "go on", "narrative": "The 24th of May, and the 0th Alliance."}, []),
    ],
)
def test_the_outlook_counts_the_next_conference_on(fields: dict[str, str], found: list[str]) -> None:
    given = {"series": [ALLIANCE], "activities": [held("alliance", 24, 2024)], "outlook": [fields]}

    assert places("next-ordinal-differs", **given) == found


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"held": "2024-06-11/2024-06-12", "days": "2"}, []),
        ({"held": "2024-06-11/2024-06-12", "days": "3"}, ["days"]),
        ({"held": "2024-06", "days": "3"}, []),
        ({"held": "2024-06-11/2024-06-12", "narrative": "The two-day conference was full."}, []),
        ({"held": "2024-06-11/2024-06-12", "narrative": "The three-day regional conference was full."}, ["narrative"]),
        ({"held": "2024-06-11", "narrative": "The 2-day conference was full."}, ["narrative"]),
        ({"held": "2024-06-11", "narrative": "It followed a three-day training in Turin."}, []),
    ],
)
def test_a_two_day_conference_lasts_two_days(fields: dict[str, str], found: list[str]) -> None:
    assert places("days-differ-from-dates", activities=[event(**fields)]) == [f"activities[0].{name}" for name in found]


# --- one event told twice


@pytest.mark.parametrize(
    ("again", "found"),
    [
        ({}, []),
        ({"held": "2024-06"}, []),
        ({"place": "Vienna"}, ["place"]),
        ({"held": "2024-06-11/2024-06-12"}, []),
        ({"held": "2024-06-11", "attendance": {"participants": "41"}}, ["attendance.participants"]),
        ({"attendance": {"participants": "almost 41"}}, []),
        ({"attendance": {"participants": "over 40"}}, ["attendance.participants"]),
        ({"title": "Recruitment with Fees", "place": "Vienna"}, []),
        ({"held": "2024-06-12", "place": "Vienna"}, []),
        ({"kind": "workshop", "place": "Vienna"}, []),
    ],
)
def test_one_title_at_one_time_is_one_event(again: dict[str, object], found: list[str]) -> None:
    first = event(place="Geneva", attendance={"participants": "40"})
    activities = [first, event(**again)]

    assert places("one-event-told-in-two-ways", activities=activities) == [f"activities[1].{name}" for name in found]


def test_one_number_of_a_series_is_one_event_whatever_else_differs() -> None:
    first = {**held("alliance", 24, 2024), "title": "Children", "place": "Vienna"}
    again = {**first, "held": "2024-05", "title": "Young People", "place": "Geneva"}

    found = places("one-event-told-in-two-ways", series=[ALLIANCE], activities=[first, again])

    assert found == ["activities[1].held", "activities[1].place", "activities[1].title"]


def test_the_workshops_of_a_series_may_have_one_title() -> None:
    activities = [event(series="fair-work", place="Geneva"), event(series="fair-work", place="Vienna")]

    assert places("one-event-told-in-two-ways", series=[FAIR_WORK], activities=activities) == []


def test_both_places_of_a_conflict_are_named() -> None:
    violation = only("one-event-told-in-two-ways", activities=[event(place="Geneva"), event(place="Vienna")])

    assert violation.message == "'Vienna' here and 'Geneva' at activities[0].place, for one event"


@pytest.mark.parametrize(
    ("again", "is_asked"),
    [
        ({"held": "2024-06-12"}, True),
        ({"held": "2024-06-12", "place": "Geneva"}, True),
        ({"held": "2024-06-12", "place": "Vienna"}, False),
        ({"held": "2024-06"}, False),
        ({"held": "TBC"}, False),
    ],
)
def test_one_title_at_two_times_is_asked_about(again: dict[str, str], *, is_asked: bool) -> None:
    found = places("same-title-at-another-time", activities=[event(place="Geneva"), event(**again)])

    assert found == (["activities[1].held"] if is_asked else [])


# --- visits


@pytest.mark.parametrize(
    ("first", "follow_up", "is_right"),
    [("2024-03", "2024-09", True), ("2024-09", "2024-03", False), ("TBC", "2024-03", True)],
)
def test_a_follow_up_visit_comes_after_the_first(first: str, follow_up: str, *, is_right: bool) -> None:
    activities = [
        {"state": "Denmark", "held": follow_up, "follow_up_visit": "yes"},
        {"state": "Denmark", "held": first},
    ]

    assert places("follow-up-before-first-visit", activities=activities) == (
        [] if is_right else ["activities[0].follow_up_visit"]
    )


def test_a_follow_up_visit_has_an_earlier_one_this_year_or_last_year() -> None:
    follow_up = {"state": "Canada", "follow_up_visit": "yes"}
    last_year = {"delivered": "2023-11-16", "period": "2023", "activities": [{"state": "Canada"}]}

    name = "follow-up-of-no-visit"
    assert places(name, activities=[follow_up]) == ["activities[0].follow_up_visit"]
    assert places(name, activities=[follow_up, {"state": "Canada", "held": "2019", "background": "yes"}]) == []
    assert places(name, activities=[follow_up], previous=last_year) == []


def visit_report(**fields: object) -> list[dict[str, object]]:
    return [{"id": "paper", "type": "country visit report", "state": ["Denmark"], "status": "published", **fields}]


@pytest.mark.parametrize(
    ("publication", "is_right"),
    [({}, True), ({"state": ["Mongolia"]}, False), ({"state": []}, True), ({"type": "handbook", "title": "X"}, False)],
)
def test_the_report_of_a_visit_is_about_the_state_visited(publication: dict[str, object], *, is_right: bool) -> None:
    fields = {"publications": visit_report(**publication), "activities": [{"state": "Denmark", "report": "paper"}]}

    assert places("visit-report-on-another-state", **fields) == ([] if is_right else ["activities[0].report"])


def test_a_visit_report_has_a_visit_of_this_year_or_last_year() -> None:
    last_year = {"delivered": "2023-11-16", "period": "2023", "activities": [{"state": "Denmark"}]}

    name = "visit-report-of-no-visit"
    assert places(name, publications=visit_report()) == ["publications[0].state[0]"]
    assert places(name, publications=visit_report(), activities=[{"state": "Denmark"}]) == []
    assert places(name, publications=visit_report(), previous=last_year) == []
    assert places(name, publications=visit_report(type="handbook")) == []


# --- publications


@pytest.mark.parametrize(
    ("status", "dated", "is_right"),
    [
        ("published", "2024-11-14", True),
        ("published", "2024-11-15", False),
        ("published", "2024-11", True),
        ("published", "2025", False),
        ("forthcoming", "2024-11-13", False),
        ("forthcoming", "2024-11-14", True),
        ("planned", "2024", True),
        ("planned", "2023", False),
        ("planned", "TBC", True),
    ],
)
def test_what_is_published_has_a_date_before_the_delivery(status: str, dated: str, *, is_right: bool) -> None:
    publications = [{"id": "paper", "type": "report", "title": "Fees", "status": status, "dated": dated}]

    assert places("publication-status-against-date", publications=publications) == (
        [] if is_right else ["publications[0].status"]
    )


@pytest.mark.parametrize(
    ("symbol", "status", "is_right"),
    [
        ("SEC.GAL/182/24", "published", True),
        ("SEC.GAL/182/25", "published", False),
        ("SEC.GAL/182/25", "forthcoming", True),
        ("SEC.GAL/182/52", "forthcoming", False),
        ("PC.DEC/557", "published", True),
    ],
)
def test_no_symbol_is_of_a_year_after_the_report(symbol: str, status: str, *, is_right: bool) -> None:
    publications = [{"id": "paper", "type": "report", "title": "Fees", "status": status, "symbol": symbol}]

    assert places("symbol-after-the-report", publications=publications) == (
        [] if is_right else ["publications[0].symbol"]
    )


@pytest.mark.parametrize(
    ("symbol", "is_right"),
    [("MC.DEC/2/03", True), ("MC.DEC/2/24", True), ("MC.DEC/2/25", False), ("PC.DEC/557", True), ("and/or/25", True)],
)
def test_no_decision_that_is_named_is_of_a_year_after_the_report(symbol: str, *, is_right: bool) -> None:
    in_mandate = places("symbol-after-the-report", mandate={"references": ["the Action Plan", symbol]})
    in_narrative = places("symbol-after-the-report", passages=[{"narrative": f"We act upon {symbol}, and gladly."}])

    assert in_mandate == ([] if is_right else ["mandate.references[1]"])
    assert in_narrative == ([] if is_right else ["passages[0].narrative"])
