from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_reports import WORKSHOP, report_with

from cthb_reports.kinds.lookup import value_at
from cthb_reports.models.facts import Pending

if TYPE_CHECKING:
    from cthb_reports.findings import FieldPath

REPORT = report_with(
    activities=[{**WORKSHOP, "place": "TBC", "hosts": ["Italy", "TBC: by May"]}, {**WORKSHOP, "place": "TBC, Italy"}]
)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), 1),
        (("activities", 0, "title"), "Recruitment without Fees"),
        (("activities", 0, "place"), Pending()),
        (("activities", 0, "hosts", 1), Pending("by May")),
        (("activities", 1, "place", "city"), Pending()),
        (("activities", 0, "place", "city"), None),
        (("activities", 0, "attendance", "women"), None),
    ],
)
def test_a_value_is_found_by_its_path_and_nothing_below_what_is_empty_or_to_come(
    path: FieldPath, value: object
) -> None:
    assert value_at(REPORT, path) == value
