from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cthb_reports.sources import Shape, Source, SourceFile, read_file, read_folder

LIST = Shape(entries=True)
REPORT_SHAPE = Shape(
    fields={
        "kind": Shape(),
        "activities": LIST,
        "visits": LIST,
        "mandate": Shape(fields={"basis": Shape(), "tasks": LIST}),
        "partnerships": Shape(fields={"external": LIST, "internal": LIST}),
    }
)
WORDS = st.text("abé 1:", min_size=1, max_size=8)
ENTRIES = st.lists(st.dictionaries(WORDS, WORDS | st.none(), min_size=1, max_size=3), min_size=1, max_size=5)
REPORTS = st.fixed_dictionaries(
    {"kind": WORDS},
    optional={
        "activities": ENTRIES,
        "visits": ENTRIES,
        "partnerships": st.fixed_dictionaries({"external": ENTRIES}, optional={"internal": ENTRIES}),
    },
)


def read(files: dict[str, str]) -> Source:
    return read_folder(
        [SourceFile(PurePosixPath(path), f"2017/{path}", text.encode()) for path, text in files.items()], REPORT_SHAPE
    )


def shown(source: Source) -> list[tuple[str, str]]:
    return [(str(finding.location), finding.name) for finding in source.findings]


def divided(field: str, entries: list[Any], data: st.DataObject) -> dict[str, str]:
    """Write a list as a folder: one entry, or a few as a list, in each file."""
    files = {}
    start = 0
    while start < len(entries):
        size = data.draw(st.integers(1, 3))
        part = entries[start : start + size]
        content = yaml.dump(part, default_style='"') if size > 1 else json.dumps(part[0])
        files[f"{field}/{start:02}.{'yaml' if size > 1 else 'json'}"] = content.replace("!!null ", "")
        start += size
    return files


def in_a_folder(report: dict[str, Any], data: st.DataObject) -> dict[str, str]:
    files = {"report.yaml": json.dumps({"kind": report["kind"]})}
    for field, value in report.items():
        if isinstance(value, list):
            files |= divided(field, value, data)
        if isinstance(value, dict):
            for inner, entries in value.items():
                files |= divided(f"{field}/{inner}", entries, data)
    return files


def without_null_quotes(value: Any) -> Any:
    """`yaml.dump` quotes null when told to quote all; that reads as text."""
    if isinstance(value, dict):
        return {key: without_null_quotes(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [without_null_quotes(inner) for inner in value]
    return None if value == "null" else value


@given(REPORTS, st.data())
def test_a_folder_holds_the_same_report_as_one_file(report: dict[str, Any], data: st.DataObject) -> None:
    in_one = read_file(SourceFile(PurePosixPath("report.json"), "report.json", json.dumps(report).encode()))

    source = read(in_a_folder(report, data))

    assert without_null_quotes(source.data) == in_one.data
    assert source.values.keys() == in_one.values.keys()
    assert source.findings == ()


def test_entries_are_counted_through_the_files_in_the_order_of_their_names() -> None:
    source = read(
        {
            "activities/b.yaml": "- title: two\n- title: three\n",
            "report.yaml": "kind: report\n",
            "activities/C.json": '{"title": "four"}',
            "activities/a.yaml": "title: one\n",
        }
    )

    assert [entry["title"] for entry in source.data["activities"]] == ["one", "two", "three", "four"]
    assert str(source.locate(("activities", 2, "title"))) == "2017/activities/b.yaml:2:10"
    assert str(source.locate(("activities", 3, "city"))) == "2017/activities/C.json:1:1"


def test_a_field_that_is_a_folder_is_found_at_its_first_file() -> None:
    source = read({"report.yaml": "kind: report\n", "partnerships/external.yaml": "- name: UNODC\n"})

    assert str(source.locate(("partnerships",))) == "2017/partnerships/external.yaml:1:1"
    assert str(source.locate(("partnerships", "internal"))) == "2017/partnerships/external.yaml:1:1"
    assert str(source.locate(("partnerships", "external", 0, "name"))) == "2017/partnerships/external.yaml:1:9"


def test_a_missing_field_of_the_report_is_shown_at_the_top_of_its_head() -> None:
    source = read({"report.yaml": "# the year\n\nkind: report\n"})

    assert str(source.locate(("activities",))) == "2017/report.yaml:3:1"


def test_a_broken_file_spoils_no_other() -> None:
    source = read(
        {
            "report.yaml": "kind: report\n",
            "activities/1.yaml": "title: one\n",
            "activities/2.yaml": "title: two: three\n",
            "activities/3.yaml": "title: four\n",
            "visits.yaml": "- state: [\n",
        }
    )

    assert [entry["title"] for entry in source.data["activities"]] == ["one", "four"]
    assert str(source.locate(("activities", 1, "title"))) == "2017/activities/3.yaml:1:8"
    assert source.unreadable == {("activities",), ("visits",)}
    assert "visits" not in source.data
    assert [finding.field for finding in source.findings] == [("activities",), ("visits",)]


def test_a_broken_head_leaves_the_other_files() -> None:
    source = read({"report.yaml": "kind: a: b\n", "visits.yaml": "- state: Albania\n"})

    assert source.data == {"visits": [{"state": "Albania"}]}
    assert () in source.unreadable
    assert str(source.locate(("kind",))) == "2017/report.yaml:1:1"


@pytest.mark.parametrize(
    ("files", "places"),
    [
        (["visits.yaml", "visits/1.yaml"], ["visits/1.yaml:1:1", "visits.yaml:1:1"]),
        (["visits.yaml", "visits.json"], ["visits.json:1:1", "visits.yaml:1:1"]),
        (["visits.yml", "visits.yaml"], ["visits.yaml:1:1", "visits.yml:1:1"]),
        (["mandate.yaml", "mandate/basis.yaml"], ["mandate/basis.yaml:1:1", "mandate.yaml:1:1"]),
    ],
)
def test_a_field_given_twice_is_an_error_at_both_places(files: list[str], places: list[str]) -> None:
    source = read({"report.yaml": "kind: report\n"} | dict.fromkeys(files, '{"state": "Albania"}'))

    assert shown(source) == [(f"2017/{place}", "field-given-twice") for place in places]
    assert all("and in" in finding.message for finding in source.findings)


def test_a_field_of_the_head_and_a_file_is_an_error_at_both_places_and_the_head_is_taken() -> None:
    source = read({"report.yaml": "kind: report\nvisits: []\n", "visits.yaml": "- state: Albania\n"})

    assert shown(source) == [
        ("2017/report.yaml:2:1", "field-given-twice"),
        ("2017/visits.yaml:1:1", "field-given-twice"),
    ]
    assert source.data["visits"] == []
    assert source.findings[0].message == "`visits` is given in line 2 of the report file and in `visits.yaml`"


def test_two_heads_are_an_error_at_both_and_the_first_is_taken() -> None:
    source = read({"report.yaml": "kind: report\n", "report.json": '{"kind": "leaflet"}'})

    assert shown(source) == [
        ("2017/report.json:1:1", "field-given-twice"),
        ("2017/report.yaml:1:1", "field-given-twice"),
    ]
    assert source.data == {"kind": "leaflet"}


@pytest.mark.parametrize(
    ("path", "message", "hint"),
    [
        (
            "activites.yaml",
            "`activites.yaml` is not named after a field of the report",
            "did you mean `activities.yaml`?",
        ),
        ("Visits/1.yaml", "`Visits/` is not named after a field of the report", "did you mean `visits/`?"),
        ("raport.json", "`raport.json` is not named after a field of the report", "did you mean `report.json`?"),
        (
            "mandate/bases.yaml",
            "`mandate/bases.yaml` is not named after a field of `mandate`",
            "did you mean `basis.yaml`?",
        ),
        (
            "mandate/x.yaml",
            "`mandate/x.yaml` is not named after a field of `mandate`",
            "begin its name with `_` to have it passed over; the fields are basis, tasks",
        ),
        ("kind/1.yaml", "`kind/` is a folder, but the field is no list", "put it into one file, `kind.yaml`"),
        ("visits/a/1.yaml", "`visits/a/1.yaml` stands in a folder inside the list `visits`", "move it one folder up"),
    ],
)
def test_a_file_with_no_field_is_named_with_what_to_do(path: str, message: str, hint: str) -> None:
    source = read({"report.yaml": "year: 2017\n", path: "title: One\n"})

    (finding,) = source.findings
    assert (finding.name, finding.message, finding.hint) == ("unknown-file", message, hint)
    assert str(finding.location) == f"2017/{path}:1:1"


def test_a_folder_that_is_no_list_is_not_missing_as_well() -> None:
    source = read({"report.yaml": "year: 2017\n", "kind/1.yaml": "report\n", "visits/a/1.yaml": "state: Albania\n"})

    assert source.unreadable == {("kind",), ("visits",)}


def test_an_entry_must_be_a_record() -> None:
    source = read({"report.yaml": "kind: report\n", "visits/1.yaml": "Albania\n"})

    (finding,) = source.findings
    assert finding.name == "not-a-record"
    assert finding.message == "an entry of `visits` is needed: `name: value` lines, or a list of such entries"


def test_a_folder_without_a_head_says_so_and_is_read_all_the_same() -> None:
    source = read({"visits.yaml": "- state: Albania\n"})

    assert [finding.name for finding in source.findings] == ["no-report-file"]
    assert source.data == {"visits": [{"state": "Albania"}]}
    assert source.is_unreadable(("kind",))


def test_a_folder_named_like_the_head_is_no_head() -> None:
    source = read({"report/1.yaml": "kind: report\n"})

    assert [finding.name for finding in source.findings] == ["no-report-file"]


def test_a_folder_beside_the_head_with_its_name_is_an_error_at_both_places() -> None:
    source = read({"report/1.yaml": "kind: leaflet\n", "report.yaml": "kind: report\n"})

    assert [finding.name for finding in source.findings] == ["field-given-twice"] * 2
    assert source.data == {"kind": "report"}


def test_what_is_ignored_is_not_read() -> None:
    source = read(
        {"report.yaml": "kind: report\n", "visits/_draft.yaml": "a: b: c", "notes.txt": "a: b: c", "pulled/x.yaml": ""}
    )

    assert source.data == {"kind": "report"}
    assert source.findings == ()


def test_findings_stand_in_the_order_of_the_files_and_the_head_is_first() -> None:
    source = read(
        {"visits.yaml": "- a: 1\n  a: 2\n", "activities.yaml": "- a: 1\n  a: 2\n", "report.yaml": "a: 1\na: 2\n"}
    )

    assert [place for place, _ in shown(source)] == [
        "2017/report.yaml:2:1",
        "2017/activities.yaml:2:3",
        "2017/visits.yaml:2:3",
    ]
