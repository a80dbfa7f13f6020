from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from cthb_reports.errors import UnwritableError
from cthb_reports.findings import field_path
from cthb_reports.sources import Append, Assign, Change, Remove, Shape, SourceFile, read_file, read_folder, rewritten

PAIRS = sorted(Path(__file__).with_name("pairs").iterdir(), key=lambda folder: folder.name)
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


def change_of(asked: dict[str, Any]) -> Change:
    if "assign" in asked:
        return Assign(field_path(asked["assign"]), asked["value"], asked.get("after"))
    if "append" in asked:
        return Append(field_path(asked["append"]), asked["value"])
    return Remove(field_path(asked["remove"]))


@pytest.mark.parametrize("folder", PAIRS, ids=lambda folder: folder.name)
def test_a_file_is_changed_as_an_author_would_change_it(folder: Path) -> None:
    (before,) = folder.glob("before.*")
    changes = [change_of(asked) for asked in json.loads((folder / "changes.json").read_text("utf-8"))]
    file = SourceFile(PurePosixPath(before.name), before.name, before.read_bytes())

    try:
        result = rewritten([file], changes, None).get(file.shown, file.content).decode()
    except UnwritableError as error:
        result = f"{error}\n"

    (after,) = folder.glob("after.*")
    assert result == after.read_bytes().decode()


def changed(text: str, *changes: Change, name: str = "report.yaml") -> str:
    file = SourceFile(PurePosixPath(name), name, text.encode())
    return rewritten([file], changes, None).get(name, file.content).decode()


def changed_folder(files: dict[str, str], *changes: Change) -> dict[str, str]:
    sources = [SourceFile(PurePosixPath(path), f"2017/{path}", text.encode()) for path, text in files.items()]
    new = rewritten(sources, changes, REPORT)
    return {shown.removeprefix("2017/"): content.decode() for shown, content in new.items()}


def test_line_ends_of_windows_stay() -> None:
    text = "kind: report\r\nnarrative: |\r\n  One\r\n  two\r\nplace: Vienna\r\n"

    result = changed(text, Assign(("narrative",), "One\nthree\nfour\n"), Assign(("order",), "x: y", after="kind"))

    assert result == 'kind: report\r\norder: "x: y"\r\nnarrative: |\r\n  One\r\n  three\r\n  four\r\nplace: Vienna\r\n'


def test_a_byte_order_mark_stays() -> None:
    assert changed("\ufeffkind: report\n", Assign(("kind",), "other")) == "\ufeffkind: other\n"


def test_a_file_without_a_line_end_gets_none() -> None:
    assert changed("kind: report", Assign(("place",), "Vienna")) == "kind: report\nplace: Vienna"
    assert changed("kind: report\nplace: Vienna", Remove(("place",))) == "kind: report"


def test_a_text_without_a_line_end_at_the_end_of_a_file_stays_so_when_a_key_follows() -> None:
    result = changed("narrative: |\n  One", Assign(("place",), "Vienna"))

    assert result == "narrative: |-\n  One\nplace: Vienna"


def test_the_last_text_of_a_file_gets_the_line_end_that_it_needs() -> None:
    assert changed("narrative: x", Assign(("narrative",), "One\ntwo\n")) == "narrative: |\n  One\n  two\n"


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        ("Vienna", "Berlin", "Berlin"),
        ("Vienna", "2017", "2017"),
        ("Vienna", "yes", "yes"),
        ("Vienna", "TBC: x", '"TBC: x"'),
        ("Vienna", "x #1", '"x #1"'),
        ("Vienna", 'x: "y"', "'x: \"y\"'"),
        ("Vienna", "null", '"null"'),
        ("Vienna", "", '""'),
        ("Vienna", " x", '" x"'),
        ("Vienna", "- x", '"- x"'),
        ("Vienna", "*x", '"*x"'),
        ("Vienna", "x\ty\u2028z", '"x\\ty\\u2028z"'),
        ("Vienna", None, "null"),
        ("350", 400, "400"),
        ("yes", False, "no"),
        ('"2017"', "2018", '"2018"'),
        ('"2017"', 2018, '"2018"'),
        ('"a"', 'say "so" \\', '"say \\"so\\" \\\\"'),
        ("'It''s'", "that's", "'that''s'"),
        ("'a'", "b\x07", '"b\\x07"'),
        ('"a\\nb"', "a\nc", '"a\\nc"'),
    ],
)
def test_a_value_keeps_its_quotation_marks_or_gets_those_that_it_needs(old: str, new: object, written: str) -> None:
    text = "place: {}  # beside\n"

    assert changed(text.replace("{}", old), Assign(("place",), new)) == text.replace("{}", written)


@pytest.mark.parametrize(
    ("new", "written"),
    [
        ("2017", '"2017"'),
        ("1e3", '"1e3"'),
        ("NO", '"NO"'),
        ("2017-06-09", "2017-06-09"),
        ("over 350", "over 350"),
        (2017, "2017"),
        (True, "yes"),
        (2.5, "2.5"),
        ([], "[]"),
        ({}, "{}"),
        (["a", "b: c"], '[a, "b: c"]'),
    ],
)
def test_a_new_text_is_no_number_for_any_reader(new: object, written: str) -> None:
    assert changed("kind: report\n", Assign(("place",), new)) == f"kind: report\nplace: {written}\n"


def test_what_is_so_already_is_not_written() -> None:
    file = SourceFile(
        PurePosixPath("report.yaml"), "report.yaml", b"kind:   'report'\nmeeting: 1168\nlist: [a, {b: c}]\n"
    )

    asked = [Assign(("kind",), "report"), Assign(("meeting",), 1168), Assign(("list",), ["a", {"b": "c"}])]

    assert rewritten([file], asked, None) == {}


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


def test_a_file_that_makes_no_sense_is_left_alone() -> None:
    with pytest.raises(UnwritableError, match=r"^report\.yaml:2:1: F201 "):
        changed("kind: [\n", Assign(("kind",), "report"))


def test_a_value_that_an_alias_repeats_is_not_changed() -> None:
    text = "office:\n  place: &v Vienna\n  seat: *v\nkind: report\n"

    for field in ("place", "seat"):
        with pytest.raises(UnwritableError, match=r"repeated by an alias \(report\.yaml:3:9\)"):
            changed(text, Assign(("office", field), "Berlin"))
    with pytest.raises(UnwritableError, match="repeated by an alias"):
        changed(text, Remove(("office",)))
    assert changed(text, Assign(("office", "head"), "x"), Assign(("kind",), "y")) == text.replace(
        "*v\nkind: report", "*v\n  head: x\nkind: y"
    )


@pytest.mark.parametrize(
    "changes",
    [
        [Assign((), {})],
        [Remove(("nothing",))],
        [Remove(("list", 5))],
        [Assign(("list", 5), "x")],
        [Assign(("list", "x"), "x")],
        [Assign(("kind", "x"), "x")],
        [Append(("kind",), "x")],
        [Assign(("kind",), "a"), Assign(("kind",), "b")],
        [Assign(("kind",), "a"), Remove(("kind",))],
        [Remove(("list",)), Append(("list",), "x")],
        [Remove(("kind",)), Remove(("list",))],
        [Assign(("kind",), "\ud800")],
        [Assign(("kind",), float("nan"))],
        [Assign(("kind",), {"": "x"})],
        [Assign(("kind",), object())],
    ],
    ids=str,
)
def test_what_cannot_be_meant_is_refused(changes: list[Change]) -> None:
    with pytest.raises(UnwritableError, match=r"nothing was changed$"):
        changed("kind: report\nlist: [a]\n", *changes)


def test_records_that_do_not_exist_are_made_once() -> None:
    asked = [
        Assign(("office", "head", "name"), "A"),
        Assign(("office", "head", "rank"), "B"),
        Append(("office", "seats"), "C"),
    ]

    result = changed("kind: report\n", *asked)

    assert result == "kind: report\noffice:\n  head:\n    name: A\n    rank: B\n  seats: [C]\n"


def test_paths_lead_to_what_was_there_before() -> None:
    text = "list:\n  - a\n  - b\n  - c\n"

    asked = [Remove(("list", 0)), Remove(("list", 1)), Assign(("list", 2), "z"), Append(("list",), "d")]

    assert read_file(SourceFile(PurePosixPath("r.yaml"), "r.yaml", changed(text, *asked).encode())).data == {
        "list": ["z", "d"]
    }


def test_an_empty_list_takes_an_entry() -> None:
    assert changed("list: []\nkind: x\n", Append(("list",), "a")) == "list: [a]\nkind: x\n"
    assert changed("list:\nkind: x\n", Append(("list",), {"id": "a"})) == "list:\n  - id: a\nkind: x\n"


def test_a_folder_is_read_again_as_it_was_meant() -> None:
    files = {"report.yaml": "kind: report\n", "activities/01.yaml": "id: a\n", "activities/02.json": '[{"id": "b"}]'}

    new = changed_folder(files, Append(("activities",), {"id": "c", "order": 3}), Assign(("activities", 0, "order"), 1))

    sources = [SourceFile(PurePosixPath(path), path, (files | new)[path].encode()) for path in files]
    assert read_folder(sources, REPORT).data == {
        "kind": "report",
        "activities": [{"id": "a", "order": "1"}, {"id": "b"}, {"id": "c", "order": 3}],
    }
