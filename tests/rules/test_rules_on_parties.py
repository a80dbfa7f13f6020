from __future__ import annotations

import pytest
from asking import event, only, places
from small_reports import report_with

from cthb_reports import reference
from cthb_reports.rules import Context, all_rules

SHIPS = {"id": "ships", "title": "Crews at Sea"}


# --- donors


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"donors": ["Norway", "Italy"]}, []),
        ({"donors": ["Norway", "Italy", "NO"]}, ["donors[2].party"]),
        ({"donors": ["the City of Turin", "The city of Turin"]}, ["donors[1].party"]),
        ({"donors": ["Norway"], "secondments": ["Norway"]}, []),
        ({"secondments": ["Italy", "IT"]}, ["secondments[1].state"]),
        ({"secondments": [{"state": "Italy", "function": "legal adviser"}, "Italy"]}, []),
        ({"donors": ["TBC", "TBC"]}, []),
    ],
)
def test_nobody_is_thanked_twice(fields: dict[str, object], found: list[str]) -> None:
    assert places("donor-named-twice", **fields) == found


@pytest.mark.parametrize(
    ("donor", "is_right"),
    [
        ({"party": "Norway", "kind": "financial"}, False),
        ({"party": "Norway"}, False),
        ({"party": "Norway", "kind": "in kind"}, True),
        ({"party": "Norway", "kind": "financial", "projects": ["ships"]}, True),
    ],
)
def test_a_donor_of_money_has_a_project(donor: dict[str, object], *, is_right: bool) -> None:
    assert places("donor-without-project", donors=[donor], projects=[SHIPS]) == (
        [] if is_right else ["donors[0].party"]
    )


def test_without_projects_no_donor_is_asked_for_one() -> None:
    assert places("donor-without-project", donors=["Norway"]) == []


@pytest.mark.parametrize(
    ("reason", "donor", "is_right"),
    [
        ("funding this project", "Italy", False),
        ("its generous contribution", "Italy", False),
        ("funding this project", "Norway", True),
        ("hosting its first workshop", "Italy", True),
    ],
)
def test_a_state_that_a_project_thanks_for_money_is_a_donor(reason: str, donor: str, *, is_right: bool) -> None:
    project = {**SHIPS, "thanks": [{"to": ["Norway", "the city of Turin"], "reason": reason}]}

    found = places("giver-not-among-donors", projects=[project], donors=[donor])

    assert found == ([] if is_right else ["projects[0].thanks[0].to[0]"])


@pytest.mark.parametrize(
    ("donor", "is_right"),
    [
        ("other donors", False),
        ("private companies", False),
        ("the European Union", True),
        ("eBay Foundation", True),
        ("NO", True),
    ],
)
def test_a_donor_has_a_name(donor: str, *, is_right: bool) -> None:
    assert places("donor-without-a-name", donors=[donor]) == ([] if is_right else ["donors[0].party"])


@pytest.mark.parametrize(
    ("budget", "donor", "is_right"),
    [
        ("extrabudgetary", {"party": "Norway"}, False),
        ("extrabudgetary", {"party": "Norway", "projects": ["ships"]}, True),
        ("unified budget", {"party": "Norway"}, True),
        ("TBC", {"party": "Norway"}, True),
    ],
)
def test_an_extrabudgetary_project_has_a_donor(budget: str, donor: dict[str, object], *, is_right: bool) -> None:
    found = places("project-without-donor", projects=[{**SHIPS, "budget": budget}], donors=[donor])

    assert found == ([] if is_right else ["projects[0].budget"])


# --- key figures


def figure(**fields: str) -> list[dict[str, str]]:
    return [{"value": "24.9 million", "counts": "people were in forced labour", **fields}]


@pytest.mark.parametrize(
    ("fields", "number"),
    [
        ({"publisher": "the ILO", "as_of": "2024"}, 0),
        ({"title": "Estimates", "edition": "2024"}, 0),
        ({"publisher": "TBC", "refers_to": "TBC"}, 0),
        ({"as_of": "2024"}, 1),
        ({"publisher": "the ILO"}, 1),
        ({}, 2),
    ],
)
def test_a_key_figure_has_somebody_who_published_it_and_a_time(fields: dict[str, str], number: int) -> None:
    assert places("key-figure-without-source", key_figures=figure(**fields)) == ["key_figures[0].value"] * number


@pytest.mark.parametrize(
    ("fields", "is_asked"),
    [
        ({"publisher": "the ILO"}, True),
        ({"title": "Estimates"}, True),
        ({"title": "Estimates", "publisher": "TBC"}, False),
        ({}, False),
    ],
)
def test_a_key_figure_with_half_a_source_is_asked_about(fields: dict[str, str], *, is_asked: bool) -> None:
    found = places("key-figure-half-sourced", key_figures=figure(**fields))

    assert found == (["key_figures[0].value"] if is_asked else [])


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"as_of": "2024-11-14"}, []),
        ({"as_of": "2024-11-15"}, ["as_of"]),
        ({"as_of": "2024-11"}, []),
        ({"refers_to": "2025"}, ["refers_to"]),
        ({"edition": "2024"}, []),
        ({"edition": "2025"}, ["edition"]),
        ({"edition": "third edition"}, []),
    ],
)
def test_a_key_figure_is_not_of_a_time_after_the_delivery(fields: dict[str, str], found: list[str]) -> None:
    assert places("key-figure-after-delivery", key_figures=figure(**fields)) == [f"key_figures[0].{f}" for f in found]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"as_of": "2022-11-14"}, []),
        ({"as_of": "2022-11-13"}, ["as_of"]),
        ({"refers_to": "2022"}, []),
        ({"refers_to": "2021"}, ["refers_to"]),
        ({"as_of": "2023", "refers_to": "2016"}, []),
        ({"edition": "2014"}, []),
    ],
)
def test_a_key_figure_of_more_than_24_months_ago_is_asked_about(fields: dict[str, str], found: list[str]) -> None:
    assert places("key-figure-out-of-date", key_figures=figure(**fields)) == [f"key_figures[0].{f}" for f in found]


# --- names by date


def passage(delivered: str, narrative: str) -> list[str]:
    return places(
        "name-of-another-day",
        delivered=delivered,
        period=delivered[:4],
        passages=[{"narrative": narrative}],
    )


@pytest.mark.parametrize(
    ("delivered", "name", "is_right"),
    [
        ("2017-12-14", "Turkey", True),
        ("2017-12-14", "Türkiye", False),
        ("2022-05-26", "Turkey", True),
        ("2022-12-08", "Turkey", True),
        ("2022-12-08", "Türkiye", True),
        ("2023-11-09", "Turkey", False),
        ("2017-12-14", "Astana", True),
        ("2017-12-14", "Nur-Sultan", False),
        ("2019-12-12", "Astana", True),
        ("2020-12-17", "Astana", False),
        ("2020-12-17", "Nur-Sultan", True),
        ("2022-12-08", "Astana", True),
        ("2023-11-09", "Nur-Sultan", False),
        ("2023-11-09", "Astana", True),
        ("2024-11-14", "Czech Republic", True),
    ],
)
def test_a_name_typed_is_one_of_the_year(delivered: str, name: str, *, is_right: bool) -> None:
    assert passage(delivered, f"We worked in {name} too.") == ([] if is_right else ["passages[0].narrative"])


@pytest.mark.parametrize(
    "narrative",
    [
        "Our report “Labour in Turkey” is used.",
        "Our report *Labour in Turkey* is used.",
        "In 2019, Turkey had a new law.",
        "The turkey was served.",
    ],
)
def test_a_name_in_a_title_or_of_an_earlier_year_may_stand(narrative: str) -> None:
    assert passage("2024-11-14", narrative) == []


def test_the_name_of_a_body_or_town_is_looked_at_and_background_is_not() -> None:
    there = event(place="Nur-Sultan", hosts=["the Government of Turkey"])

    assert places("name-of-another-day", activities=[there]) == ["activities[0].place.city", "activities[0].hosts[0]"]
    assert places("name-of-another-day", activities=[{**there, "background": "yes", "held": "2020"}]) == []


def test_the_right_name_is_told() -> None:
    violation = only("name-of-another-day", passages=[{"narrative": "We worked in Turkey too."}])

    assert violation.message == "'Turkey' was not called so between 1 January 2024 and 14 November 2024"
    assert violation.hint == "write Türkiye, or hold it as a State"


def test_an_office_may_bring_names_of_towns_of_its_own() -> None:
    (rule,) = (rule for rule in all_rules() if rule.name == "name-of-another-day")
    theirs = Context(reference=reference.almanac({"cities": "name\tstart\tend\nOldtown\t\t2020-01-01\n"}))
    report = report_with(passages=[{"narrative": "In Oldtown and in Nur-Sultan, we met."}])

    (violation,) = rule(report, theirs)

    assert "'Oldtown'" in violation.message
