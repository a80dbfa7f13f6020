from __future__ import annotations

import pytest
from small_reports import WORKSHOP, report_with

from cthb_reports.findings import field_text
from cthb_reports.kinds.lookup import value_at
from cthb_reports.kinds.placement import LISTS, placement, told_records
from cthb_reports.models.structure import Told


def homes(**fields: object) -> dict[str, list[str]]:
    """Return what each section, theme and series tells, and what is told nowhere."""
    placed = placement(report_with(**fields))
    told = {**placed.sections, **placed.themes, **placed.members, "nowhere": placed.nowhere}
    return {name: [field_text(path) for path in paths] for name, paths in told.items() if paths}


SECTIONS = [{"id": "year", "collects": ["activities"]}, {"id": "projects", "collects": ["projects"]}]
THEMES = [{"id": "fees", "title": "Fees"}]


def test_a_record_is_told_where_it_says_else_where_its_list_is_collected() -> None:
    activities = [WORKSHOP, {**WORKSHOP, "section": "projects"}, {**WORKSHOP, "theme": "fees"}]

    assert homes(sections=SECTIONS, themes=THEMES, activities=activities) == {
        "year": ["activities[0]"],
        "projects": ["activities[1]"],
        "fees": ["activities[2]"],
    }


def test_an_event_of_a_series_is_told_with_it_unless_it_names_a_place() -> None:
    series = [{"id": "alliance", "title": "Alliance", "kind": "conference", "section": "year"}]
    activities = [{**WORKSHOP, "series": "alliance"}, {**WORKSHOP, "series": "alliance", "section": "year"}]

    assert homes(sections=SECTIONS, series=series, activities=activities) == {
        "year": ["series[0]", "activities[1]"],
        "alliance": ["activities[0]"],
    }


def test_an_activity_is_told_with_its_project_where_that_names_a_place() -> None:
    projects = [{"id": "ships", "title": "Ships", "theme": "fees"}, {"id": "farms", "title": "Farms"}]
    activities = [{**WORKSHOP, "project": "ships"}, {**WORKSHOP, "project": "farms"}]

    assert homes(sections=SECTIONS, themes=THEMES, projects=projects, activities=activities) == {
        "fees": ["projects[0]", "activities[0]"],
        "projects": ["projects[1]"],
        "year": ["activities[1]"],
    }


def test_records_stand_in_their_order_and_then_in_that_of_the_files() -> None:
    activities = [WORKSHOP, {**WORKSHOP, "order": 2}, WORKSHOP, {**WORKSHOP, "order": 1}, {**WORKSHOP, "order": 2}]

    assert homes(sections=SECTIONS, activities=activities)["year"] == [
        f"activities[{index}]" for index in (3, 1, 4, 0, 2)
    ]


def test_what_no_section_collects_is_told_nowhere() -> None:
    assert homes(sections=[], activities=[WORKSHOP], outlook=[{"action": "visit Malta"}]) == {
        "nowhere": ["activities[0]", "outlook[0]"]
    }


def test_every_list_of_told_records_can_be_collected() -> None:
    report = report_with(
        partnerships={"external": [{"partner": "Europol"}], "internal": [{"partner": "the Secretariat"}]}
    )

    assert all(isinstance(record, Told) for _, record in told_records(report))
    assert [field_text(path) for path, _ in told_records(report)] == [
        "partnerships.external[0]",
        "partnerships.internal[0]",
    ]
    assert all(isinstance(value_at(report, tuple(name.split("."))), tuple) for name in LISTS)


def test_a_value_is_found_by_its_path_as_the_records_have_it() -> None:
    report = report_with(activities=[{**WORKSHOP, "place": "Vicenza, Italy"}])

    assert str(value_at(report, ("activities", 0, "place", "country"))) == "IT"
    assert value_at(report, ("schema",)) == 1
    assert value_at(report, ("mandate", "references")) is None


def test_a_path_that_no_report_has_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        value_at(report_with(), ("nothing",))
