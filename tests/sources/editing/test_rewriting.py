from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from cthb_reports.errors import UnwritableError
from cthb_reports.findings import field_path
from cthb_reports.sources import Append, Assign, Change, Remove, SourceFile, read_file, rewritten

PAIRS = sorted(Path(__file__).with_name("pairs").iterdir(), key=lambda folder: folder.name)


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
