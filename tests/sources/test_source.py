from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from cthb_reports.sources import Source, SourceFile, read_file

if TYPE_CHECKING:
    from cthb_reports.findings import FieldPath

RECORDS = """\
kind: report
activities:
  - title: 17th Alliance conference
    held: 2017-04-03
    attendance:
      women: 120
      men: 130
"""


@pytest.fixture
def source() -> Source:
    return read_file(SourceFile(PurePosixPath("report.yaml"), "report.yaml", RECORDS.encode()))


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("kind",), "1:7"),
        (("activities", 0, "held"), "4:11"),
        (("activities", 0, "held", "begin"), "4:11"),  # a part of a shorthand text is where the text is
        (("activities", 0, "city"), "3:5"),  # a missing field is at the first line of its entry
        (("activities", 0, "attendance", "states"), "5:5"),  # or at the name of its record
        (("outlook",), "1:1"),
        (("outlook", 0, "title"), "1:1"),
        ((), "1:1"),
    ],
)
def test_a_field_is_found_where_its_author_looks_for_it(source: Source, path: FieldPath, place: str) -> None:
    assert str(source.locate(path)) == f"report.yaml:{place}"


def test_a_missing_field_is_shown_on_one_line(source: Source) -> None:
    location = source.locate(("activities", 0, "city"))

    assert location
    assert location.line == location.end_line


def test_an_unknown_name_is_shown_at_the_name(source: Source) -> None:
    assert str(source.locate_key(("activities", 0, "held"))) == "report.yaml:4:5"
    assert source.locate_key(("activities", 0)) == source.locate(("activities", 0))


def test_a_report_without_files_has_no_places() -> None:
    assert Source({}).locate(("kind",)) is None
