from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from cthb_reports.sources import is_ignored


@pytest.mark.parametrize(
    "path",
    [
        "README.md",
        "activities/venue.png",
        ".hidden.yaml",
        "_notes.yaml",
        "activities/_old/01.yaml",
        "~$report.yaml",
        "pulled/report.yaml",
        "house/words.yaml",
        "templates/report/x.yaml",
        "report",
    ],
)
def test_notes_pictures_and_drawers_hold_no_records(path: str) -> None:
    assert is_ignored(PurePosixPath(path))


@pytest.mark.parametrize(
    "path", ["report.yaml", "report.YML", "activities/03-alliance.json", "house.yaml", "activities/house/x.yaml"]
)
def test_records_are_not_passed_over(path: str) -> None:
    assert not is_ignored(PurePosixPath(path))
