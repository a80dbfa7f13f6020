from __future__ import annotations

import pytest
from asking import event, only, places
from manual_examples import violations
from small_reports import report_with

from cthb_reports import reference
from cthb_reports.rules import Context, all_rules

RULES = {rule.name: rule for rule in all_rules()}


@pytest.mark.parametrize(
    ("period", "delivered", "is_right"),
    [
        ("2017", "2017-12-14", True),
        ("2016", "2017-12-14", False),
        ("2018", "2017-12-14", False),
        ("2017", "2018-03-29", True),
        ("2018-01/2018-02", "2018-03-29", True),
        ("2017", "2018-04-05", False),
        ("2016-03-11/2016-12-01", "2016-12-15", True),
        ("2017-01/..", "2017-12-14", True),
    ],
)
def test_a_report_is_about_the_year_of_its_delivery_or_until_march_the_year_before(
    period: str, delivered: str, *, is_right: bool
) -> None:
    found = places("period-of-another-year", period=period, delivered=delivered)

    assert found == ([] if is_right else ["period"])


def test_the_permanent_council_hears_reports_on_thursdays() -> None:
    assert places("delivery-not-on-a-thursday", delivered="2017-12-14") == []
    assert only("delivery-not-on-a-thursday", delivered="2017-12-15").message == "15 December 2017 is a Friday"


@pytest.mark.parametrize(("issued", "found"), [("2017-11-30", []), ("2017-11-29", ["issued"]), ("TBC", []), (None, [])])
def test_a_report_is_issued_at_most_fourteen_days_before_its_delivery(issued: str | None, found: list[str]) -> None:
    assert places("issued-long-before-delivery", issued=issued, delivered="2017-12-14") == found


@pytest.mark.parametrize(
    ("meeting", "delivered", "is_right"),
    [
        ("1168", "2017-12-14", True),
        ("1167", "2017-12-14", False),
        ("1167", "2017-12-07", True),
        ("1168", "2017-12-07", False),
        ("1148", "2017-12-07", False),
        ("1149", "2017-06-08", True),
        ("2000", "2030-01-10", True),
        ("400", "2030-01-10", False),
        ("TBC", "2017-12-14", True),
    ],
)
def test_the_number_of_the_meeting_lies_between_its_neighbours(meeting: str, delivered: str, *, is_right: bool) -> None:
    found = places("meeting-out-of-order", meeting=meeting, delivered=delivered)

    assert found == ([] if is_right else ["meeting"])


def test_a_meeting_that_an_office_adds_is_a_neighbour_too() -> None:
    report = report_with(meeting=1500, delivered="2024-11-14")
    theirs = Context(reference=reference.almanac({"permanent_council_meetings": "number\tdate\n1499\t2024-11-21\n"}))

    assert list(RULES["meeting-out-of-order"](report)) == []
    assert "1499 was on 21 November 2024" in next(RULES["meeting-out-of-order"](report, theirs)).message


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"symbol": "SEC.GAL/182/17"}, []),
        ({"symbol": "SEC.GAL/182/17/Add.1"}, []),
        ({"symbol": "SEC.GAL/182/17/Rev.1"}, ["symbol"]),
        ({"symbol": "SEC.GAL/182/17/Corr.1"}, ["symbol"]),
        ({"symbol": "SEC.GAL/182/17/Rev.1", "earlier_issue": "TBC"}, []),
        ({"symbol": "SEC.GAL/182/17/Rev.1", "earlier_issue": "2017-12-14", "issued": "2017-12-14"}, []),
        ({"symbol": "SEC.GAL/182/17/Rev.1", "earlier_issue": "2017-12-15", "issued": "2017-12-14"}, ["earlier_issue"]),
    ],
)
def test_a_revision_has_an_earlier_issue(fields: dict[str, str], found: list[str]) -> None:
    assert places("revision-without-earlier-issue", **fields) == found


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Outlook 2025", []),
        ("Outlook for 2024", ["sections[0].title"]),
        ("Outlook 2026", ["sections[0].title"]),
        ("Outlook", []),
        ("Activities in 2024", []),
        ("TBC", []),
    ],
)
def test_the_outlook_of_a_report_on_2024_is_to_2025(title: str, found: list[str]) -> None:
    assert places("outlook-of-another-year", sections=[{"id": "outlook", "title": title}]) == found


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"planned": "2024-11-13"}, ["outlook[0].planned"]),
        ({"planned": "2024-11-14"}, []),
        ({"planned": "2024"}, []),
        ({"planned": "2027"}, []),
        ({"planned": "2024-05", "became": "done"}, []),
        ({}, []),
    ],
)
def test_an_intention_is_not_for_a_time_before_the_delivery(fields: dict[str, str], found: list[str]) -> None:
    assert places("outlook-of-another-year", outlook=[{"action": "visit Malta", **fields}]) == found


@pytest.mark.parametrize(
    ("delivered", "period", "chairs", "found"),
    [
        ("2017-12-14", "2017", {"outgoing_chairmanship": "Austria", "incoming_chairmanship": "Italy"}, []),
        ("2017-12-14", "2017", {"outgoing_chairmanship": "Germany"}, ["acknowledgements.outgoing_chairmanship"]),
        ("2017-12-14", "2017", {"incoming_chairmanship": "Austria"}, ["acknowledgements.incoming_chairmanship"]),
        ("2018-02-15", "2017", {"incoming_chairmanship": "Slovakia"}, []),
        ("2018-02-15", "2017", {"incoming_chairmanship": "Italy"}, []),
        ("2018-02-15", "2017", {"incoming_chairmanship": "Malta"}, ["acknowledgements.incoming_chairmanship"]),
        ("2026-12-17", "2026", {"incoming_chairmanship": "Malta"}, []),
        ("2017-12-14", "2017", {"incoming_chairmanship": "TBC"}, []),
    ],
)
def test_chairmanships_are_those_of_the_years(
    delivered: str, period: str, chairs: dict[str, str], found: list[str]
) -> None:
    given = {"delivered": delivered, "period": period, "acknowledgements": chairs}

    assert places("chairmanship-of-another-year", **given) == found


def test_the_state_that_held_the_chair_is_named() -> None:
    acknowledgements = {"incoming_chairmanship": "Slovakia"}

    violation = only(
        "chairmanship-of-another-year", delivered="2017-12-14", period="2017", acknowledgements=acknowledgements
    )

    assert violation.message == "Slovakia did not hold the Chairmanship of 2018"
    assert violation.hint == "it was Italy"


@pytest.mark.parametrize(
    ("name", "period", "is_right"),
    [
        ("Madina Jarbussynova", "2017", True),
        ("Madina Jarbussynova", "2018", True),
        ("Valiant Richey", "2018", True),
        ("Valiant Richey", "2017", False),
        ("Ana Example", "2026", True),
    ],
)
def test_the_author_held_the_office_in_that_year(name: str, period: str, *, is_right: bool) -> None:
    office = {
        "organization": "Organization for Security and Co-operation in Europe",
        "name": "Office of the Special Representative and Co-ordinator for Combating Trafficking in Human Beings",
        "abbreviation": "OSR/CTHB",
        "head": {"name": name, "function": ["OSCE Special Representative"]},
    }

    found = places("special-representative-of-another-year", office=office, period=period, delivered=f"{period}-12-14")

    assert found == ([] if is_right else ["office.head.name"])


@pytest.mark.parametrize(
    ("host", "held", "found"),
    [
        ("the Maltese Chairmanship", "2024-05", []),
        ("the North Macedonian Chairmanship", "2024-05", ["activities[0].hosts[0]"]),
        ("the Finnish OSCE Chairmanship", "2024-05", ["activities[0].hosts[0]"]),
        ("the Finnish Chairmanship", "2024-12/2025-01", []),
        ("the Finnish Chairmanship of the Barents Council", "2024-05", []),
        ("the Martian Chairmanship", "2024-05", []),
    ],
)
def test_the_chairmanship_of_another_year_is_asked_about(host: str, held: str, found: list[str]) -> None:
    assert places("chairmanship-not-of-the-day", activities=[event(hosts=[host], held=held)]) == found


def test_reports_compared_are_of_two_years_in_a_row() -> None:
    rule = RULES["years-not-in-order"]
    of = {year: {"delivered": f"{year}-11-16", "period": str(year)} for year in (2022, 2023, 2024)}

    assert violations(rule, {"previous": of[2023]}) == []
    assert len(violations(rule, {"previous": of[2022]})) == len(violations(rule, {"previous": of[2024]})) == 1
