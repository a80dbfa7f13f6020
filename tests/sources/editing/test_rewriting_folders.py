from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from cthb_reports.errors import UnwritableError
from cthb_reports.sources import Append, Assign, Change, Remove, Shape, SourceFile, read_folder, rewritten

LIST = Shape(entries=True)
REPORT = Shape(
    fields={
        "kind": Shape(),
        "place": Shape(),
        "activities": LIST,
        "donors": LIST,
        "wording": LIST,
        "office": Shape(fields={"name": Shape(), "head": Shape()}),
        "partnerships": Shape(fields={"external": LIST, "internal": LIST}),
    }
)


def changed_folder(files: dict[str, str], *changes: Change) -> dict[str, str]:
    sources = [SourceFile(PurePosixPath(path), f"2017/{path}", text.encode()) for path, text in files.items()]
    new = rewritten(sources, changes, REPORT)
    return {shown.removeprefix("2017/"): content.decode() for shown, content in new.items()}


def test_an_entry_alone_in_its_file_is_changed_there() -> None:
    files = {"report.yaml": "kind: report\n", "activities/01.yaml": "id: a\n", "activities/02.yaml": "# b\nid: b\n"}

    assert changed_folder(files, Assign(("activities", 1, "held"), "2017")) == {
        "activities/02.yaml": '# b\nid: b\nheld: "2017"\n'
    }


def test_an_entry_of_a_list_in_a_folder_is_changed_where_it_stands() -> None:
    files = {
        "report.yaml": "kind: report\n",
        "activities/01.yaml": "- id: a\n- id: b\n",
        "activities/02.json": '[{"id": "c"}, {"id": "d"}]',
        "donors.yaml": "- Austria\n",
    }

    asked = [Remove(("activities", 0)), Assign(("activities", 3, "id"), "x"), Append(("donors",), "France")]

    assert changed_folder(files, *asked) == {
        "activities/01.yaml": "- id: b\n",
        "activities/02.json": '[{"id": "c"}, {"id": "x"}]',
        "donors.yaml": "- Austria\n- France\n",
    }


def test_a_new_field_goes_into_the_report_file() -> None:
    files = {"report.yaml": "kind: report\n", "donors.yaml": "- Austria\n"}

    assert changed_folder(files, Append(("wording",), {"field": "x", "reads": "z"})) == {
        "report.yaml": "kind: report\nwording:\n  - field: x\n    reads: z\n"
    }


def test_a_new_entry_goes_into_the_last_file_that_holds_a_list() -> None:
    files = {"report.yaml": "kind: report\n", "activities/01.yaml": "- id: a\n", "activities/02.yaml": "id: b\n"}

    assert changed_folder(files, Append(("activities",), {"id": "c"})) == {"activities/01.yaml": "- id: a\n- id: c\n"}


def test_where_each_file_holds_one_entry_the_last_becomes_a_list() -> None:
    text = "# Kept by me.\n\nid: b\n# when\nheld: 2017\nnarrative: |\n  One\n\n  two\n"
    files = {"report.yaml": "kind: report\n", "activities/01.yaml": "id: a\n", "activities/02.yaml": text}

    result = changed_folder(files, Append(("activities",), {"id": "c"}), Assign(("activities", 1, "held"), "2018"))

    assert result == {
        "activities/02.yaml": (
            "# Kept by me.\n\n- id: b\n  # when\n  held: 2018\n  narrative: |\n    One\n\n    two\n- id: c\n"
        )
    }


def test_a_lone_entry_in_json_becomes_a_list() -> None:
    files = {"report.yaml": "kind: report\n", "activities/01.json": '{\n  "id": "a"\n}\n'}

    assert changed_folder(files, Append(("activities",), {"id": "b"})) == {
        "activities/01.json": '[\n  {\n    "id": "a"\n  },\n  {\n    "id": "b"\n  }\n]\n'
    }


def test_a_file_of_which_nothing_is_left_is_empty() -> None:
    files = {
        "report.yaml": "kind: report\n",
        "activities/01.yaml": "id: a\n",
        "activities/02.yaml": "- id: b\n",
        "donors.yaml": "- Austria\n",
    }

    asked = [Remove(("activities", 0)), Remove(("activities", 1, "id")), Remove(("donors",))]

    assert changed_folder(files, *asked) == {"activities/01.yaml": "", "activities/02.yaml": "", "donors.yaml": ""}


def test_a_lone_entry_can_make_way_for_another() -> None:
    files = {"report.yaml": "kind: report\n", "activities/01.yaml": "id: a\n"}

    result = changed_folder(files, Remove(("activities", 0)), Append(("activities",), {"id": "b"}))

    assert result == {"activities/01.yaml": "- id: b\n"}


def test_a_field_of_a_record_in_a_file_of_its_own_is_changed_there() -> None:
    files = {"report.yaml": "kind: report\n", "office.yaml": "name: A\n", "partnerships/external.yaml": "- {id: a}\n"}

    asked = [Assign(("office", "head"), "B"), Assign(("partnerships", "external", 0, "id"), "b")]

    assert changed_folder(files, *asked) == {
        "office.yaml": "name: A\nhead: B\n",
        "partnerships/external.yaml": "- {id: b}\n",
    }


def test_a_field_that_would_take_a_file_of_its_own_is_refused() -> None:
    files = {"report.yaml": "kind: report\n", "partnerships/external.yaml": "- {id: a}\n"}

    with pytest.raises(UnwritableError, match=r"^partnerships\.internal: .*; nothing was changed$"):
        changed_folder(files, Append(("partnerships", "internal"), {"id": "b"}))


def test_a_file_with_a_fault_is_left_alone_and_others_are_not() -> None:
    files = {"report.yaml": "kind: report\nplace: a\nplace: b\n", "donors.yaml": "- Austria\n"}

    assert changed_folder(files, Append(("donors",), "France")) == {"donors.yaml": "- Austria\n- France\n"}
    with pytest.raises(UnwritableError, match=r"^2017/report\.yaml:3:1: F203 `place` is given twice"):
        changed_folder(files, Assign(("place",), "c"))


def test_a_folder_is_read_again_as_it_was_meant() -> None:
    files = {"report.yaml": "kind: report\n", "activities/01.yaml": "id: a\n", "activities/02.json": '[{"id": "b"}]'}

    new = changed_folder(files, Append(("activities",), {"id": "c", "order": 3}), Assign(("activities", 0, "order"), 1))

    sources = [SourceFile(PurePosixPath(path), path, (files | new)[path].encode()) for path in files]
    assert read_folder(sources, REPORT).data == {
        "kind": "report",
        "activities": [{"id": "a", "order": "1"}, {"id": "b"}, {"id": "c", "order": 3}],
    }


def test_files_that_hold_nothing_of_the_report_are_passed_over() -> None:
    files = {
        "report.yaml": "kind: report\n",
        "activities/01.yaml": "id: a\n",
        "activities/02.yaml": "[\n",
        "activities/more/03.yaml": "id: c\n",
        "notes.yaml": "x: y\n",
        "_old.yaml": "x: y\n",
        "activities/04.yaml": "id: d\n",
    }

    assert changed_folder(files, Assign(("activities", 1, "id"), "x")) == {"activities/04.yaml": "id: x\n"}


def test_a_field_given_twice_is_changed_in_neither_place() -> None:
    files = {"report.yaml": "kind: report\ndonors: [Austria]\n", "donors.yaml": "- France\n"}

    with pytest.raises(
        UnwritableError, match=r"F302 `donors` is given in line 2 of the report file and in `donors\.yaml`"
    ):
        changed_folder(files, Assign(("donors", 0), "Italy"))


def test_a_list_that_is_a_folder_is_not_replaced_by_something_else() -> None:
    files = {"report.yaml": "kind: report\n", "activities/01.yaml": "id: a\n"}

    with pytest.raises(UnwritableError, match=r"^activities: it would take a file of its own, or replace one"):
        changed_folder(files, Assign(("activities",), "none"))


def test_a_folder_is_taken_away_with_all_its_files() -> None:
    files = {
        "report.yaml": "kind: report\n",
        "partnerships/external.yaml": "- {id: a}\n",
        "activities/01.yaml": "id: a\n",
    }

    assert changed_folder(files, Remove(("partnerships",)), Remove(("activities",))) == {
        "partnerships/external.yaml": "",
        "activities/01.yaml": "",
    }
