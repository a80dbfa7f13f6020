from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pytest

from cthb_reports.findings import Finding, Location, Severity
from cthb_reports.reporting import as_text, summary

if TYPE_CHECKING:
    from pathlib import Path


def finding(place: Location | None = None, severity: Severity = Severity.ERROR, hint: str | None = None) -> Finding:
    return Finding("C103", "some-fault", severity, "something is wrong", hint, ("activities", 0, "held"), place)


def shown(path: Path, line: int, column: int, end_column: int, end_line: int | None = None) -> list[str]:
    """Return the excerpt of a finding as a terminal shows it, without colours."""
    place = Location(str(path), line, column, end_line or line, end_column)
    return click.unstyle(as_text(finding(place), excerpt=True)).splitlines()[1:]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_bytes("one: 1\r\ntwo: \u2028x\tй\x07ž\rthree: |\n  four\n  five".encode("utf-8-sig"))
    return path


def test_a_finding_without_place_is_named_by_its_field() -> None:
    text = click.unstyle(as_text(finding(hint="do this"), excerpt=True))

    assert text == "activities[0].held: error C103 something is wrong\n    hint: do this"


def test_a_finding_about_nothing_in_particular_is_told_all_the_same() -> None:
    text = click.unstyle(as_text(Finding("N101", "some-note", Severity.QUERY, "it is so")))

    assert text == "query N101 it is so"


def test_the_caret_stands_under_the_words_whatever_the_line_ends_are(file: Path) -> None:
    assert shown(file, 1, 6, 7) == ["    one: 1", "         ^"]
    assert shown(file, 3, 1, 6) == ["    three: |", "    ^^^^^"]


def test_what_would_move_the_caret_is_shown_as_a_space(file: Path) -> None:
    assert shown(file, 2, 9, 10) == ["    two:  x й ž", "            ^"]


def test_words_over_several_lines_are_marked_to_the_end_of_the_first(file: Path) -> None:
    assert shown(file, 4, 3, 7, end_line=5) == ["      four", "      ^^^^"]


def test_a_place_at_the_end_of_a_line_has_a_caret_too(file: Path) -> None:
    assert shown(file, 1, 7, 7) == ["    one: 1", "          ^"]


def test_of_a_long_line_the_part_around_the_words_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("x" * 200 + "HERE" + "y" * 200, encoding="utf-8")

    line, caret = shown(path, 1, 201, 205)

    assert line == "    " + "x" * 60 + "HERE" + "y" * 36
    assert caret == " " * 64 + "^^^^"


@pytest.mark.parametrize(("name", "line"), [("gone.yaml", 1), ("a.yaml", 99), ("picture.yaml", 1)])
def test_where_there_is_no_line_to_show_none_is_shown(name: str, line: int, file: Path) -> None:
    file.with_name("picture.yaml").write_bytes(b"\xff\xd8")

    assert shown(file.with_name(name), line, 1, 2) == []


def test_findings_are_counted_the_worst_first() -> None:
    severities = [Severity.PENDING, Severity.WARNING, Severity.ERROR, Severity.WARNING, Severity.QUERY, Severity.QUERY]

    assert summary(finding(severity=severity) for severity in severities) == (
        "1 error, 2 warnings, 2 queries, 1 fact to come"
    )
    assert summary([]) == "nothing found"
