from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from cthb_reports.findings import Finding, Severity
from cthb_reports.sources import SourceFile, read_file
from cthb_reports.workflow.places import Places, within

TEXT = b"narrative: |\n  Our cooperation is\n  cooperation with\n  participating\n  states.\nplace: Vienna\n"
SOURCE = read_file(SourceFile(PurePosixPath("report.yaml"), "report.yaml", TEXT))


def finding(*field: str | int) -> Finding:
    return Finding("S101", "word", Severity.WARNING, "a word", None, field)


def where(found: Finding) -> tuple[int, int, int, int] | None:
    place = found.location
    return place and (place.line, place.column, place.end_line, place.end_column)


@pytest.mark.parametrize(
    ("words", "before", "place"),
    [
        ("cooperation", 0, (2, 7, 2, 18)),
        ("cooperation", 1, (3, 3, 3, 14)),
        ("participating states", 0, (4, 3, 5, 9)),
    ],
)
def test_words_of_a_narrative_have_a_place_of_their_own(
    words: str, before: int, place: tuple[int, int, int, int]
) -> None:
    assert where(Places(SOURCE).put_at_words(finding("narrative"), words, before)) == place


@pytest.mark.parametrize(("words", "before"), [("cooperation", 2), ("competition", 0)])
def test_words_that_do_not_stand_there_so_have_the_place_of_the_field(words: str, before: int) -> None:
    whole = where(Places(SOURCE).put(finding("narrative")))

    assert whole
    assert where(Places(SOURCE).put_at_words(finding("narrative"), words, before)) == whole


def test_what_the_records_do_not_hold_has_the_place_of_what_would_hold_it() -> None:
    places = Places(SOURCE)

    assert where(places.put_at(finding("place", "city"), 0, 3)) == where(places.put(finding("place")))
    assert where(places.put(finding())) is None


def test_a_value_that_stands_elsewhere_in_the_files_is_found_there() -> None:
    places = Places(SOURCE, lambda _: ("place",))

    moved = places.put_at(finding("other"), 0, 3)

    assert moved.field == ("place",)
    assert where(moved) == (6, 8, 6, 11)


def test_a_report_built_in_python_has_no_places() -> None:
    found = finding("narrative")

    assert Places().put(found) == Places().put_at(found, 0, 1) == Places().put_at_words(found, "x", 0) == found


@pytest.mark.parametrize(
    ("place", "roots", "name"),
    [
        ("records/a.yaml:3", ["records"], "a.yaml:3"),
        ("records2/a.yaml:3", ["records"], "records2/a.yaml:3"),
        ("records\\a.yaml:3", ["records"], "a.yaml:3"),
        ("records/own/a.yaml:3", ["records", "records/own"], "a.yaml:3"),
        ("a.yaml:3", ["."], "a.yaml:3"),
    ],
)
def test_a_place_is_named_within_the_folder_that_holds_it(place: str, roots: list[str], name: str) -> None:
    assert within(place, roots) == name
