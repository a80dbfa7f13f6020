"""What people call a field, so that they know it in Word and in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from made_reports import reports
from small_reports import WORKSHOP, report_with

from cthb_reports.findings import field_path
from cthb_reports.kinds.titles import field_title
from cthb_reports.models.base import walk

if TYPE_CHECKING:
    from cthb_reports.kinds import Report

ALLIANCE = {"id": "alliance", "title": "Alliance against Trafficking in Persons", "kind": "conference"}


@pytest.mark.parametrize(
    ("activity", "expected"),
    [
        (WORKSHOP, "Recruitment without Fees: held"),
        ({**WORKSHOP, "series": "alliance", "ordinal": 17, "kind": "conference"}, "17th Alliance conference: held"),
        ({**WORKSHOP, "title": "x" * 30 + " " + "y" * 30}, f"{'x' * 30}…: held"),
        ({"kind": "workshop", "place": "Geneva", "held": "2024"}, "workshop in Geneva: held"),
        ({"kind": "workshop", "place": "TBC", "held": "2024"}, "workshop: held"),
        ({"kind": "workshop", "title": "TBC", "called": "expert meeting", "held": "2024"}, "expert meeting: held"),
        ({"state": "RU", "held": "2024"}, "visit to the Russian Federation: held"),
        ({"state": "TBC", "held": "2024"}, "activities 1: held"),
        ({"campaign": "16 Days", "held": "2024"}, "16 Days: held"),
        ({"at": "the Human Dimension Seminar", "held": "2024"}, "the Human Dimension Seminar: held"),
    ],
)
def test_a_field_of_a_record_is_called_by_both(activity: dict[str, Any], expected: str) -> None:
    report = report_with(activities=[activity], series=[ALLIANCE])

    assert field_title(report, ("activities", 0, "held")) == expected


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("delivered", "delivered"),
        ("office.head.name", "head name"),
        ("office.head.function[0]", "function 1"),
        ("markings[0]", "markings 1"),
        ("donors[0].party", "Norway: party"),
        ("donors[1].party", "IOM: party"),
        ("donors[2]", "donors 3"),
        ("partnerships.external[0]", "IOM"),
        ("", "report"),
    ],
)
def test_a_field_of_the_report_is_called_by_its_name(field: str, expected: str) -> None:
    report = report_with(
        markings=["ENGLISH only"],
        donors=["NO", "iom", "TBC"],
        partners=[{"id": "iom", "name": "International Organization for Migration", "abbreviation": "IOM"}],
        partnerships={"external": [{"partner": "iom", "section": "year"}]},
    )

    assert field_title(report, field_path(field)) == expected


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(reports())
def test_every_field_of_any_report_has_a_title_that_a_control_can_bear(report: Report) -> None:
    for path, _, _ in walk(report):
        title = field_title(report, path)
        assert title.strip()
        assert "built-in" not in title
        assert len(title) < 90
