"""`pull` and `why` as a user meets them: what is shown, in which form, with which exit code."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from zip_edits import members, packed, replaced

from cthb_reports.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
BODY = "word/document.xml"


@pytest.fixture
def records(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLES / "2018", tmp_path / "records"))


def run(*words: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, [str(word) for word in words])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def edited(records: Path, old: str, new: str) -> Path:
    path = records.parent / "back.docx"
    assert run("draft", records, "-o", path, "--force")[0] == 0
    path.write_bytes(replaced(path.read_bytes(), BODY, old, new))
    return path


def test_an_edit_is_shown_with_its_line_its_words_and_what_to_do_next(records) -> None:
    code, out, _ = run("pull", edited(records, ">Berlin<", ">Hamburg<"), records)

    assert code == 0
    first, where, last = out.splitlines()
    assert first.startswith(f"{records / 'activities.yaml'}:")
    assert first.endswith("revised the summer session of the OSCE…: city: 'Berlin' -> 'Hamburg'")
    assert where.strip().startswith("paragraph ")
    assert last == "1 edit to write; --apply writes and keeps them"


def test_what_was_written_is_named(records) -> None:
    code, out, _ = run("pull", edited(records, ">Berlin<", ">Hamburg<"), records, "--apply")

    assert code == 0
    assert out.splitlines()[-1] == f"wrote 1 edit into {records / 'activities.yaml'}"


def test_what_is_left_makes_the_command_fail_with_or_without_writing(records) -> None:
    back = edited(records, ">July 2018<", ">some time<")

    assert [run("pull", back, records, *more)[0] for more in ((), ("--apply",))] == [1, 1]
    assert "not understood" in run("pull", back, records)[1]


def test_programs_are_told_all_of_it(records) -> None:
    code, out, _ = run("pull", edited(records, ">Berlin<", ">Hamburg<"), records, "--format", "json")

    told = json.loads(out)
    assert code == 0
    assert (told["version"], told["written"], told["kept"]) == (1, [], [])
    (edit,) = told["drafts"][0]["edits"]
    assert (edit["status"], edit["field"], edit["old"], edit["new"]) == (
        "revised",
        "activities[3].place.city",
        "Berlin",
        "Hamburg",
    )
    assert edit["reason"] is None


@pytest.mark.parametrize("name", ["report.md", "none.docx"])
def test_what_is_no_word_file_or_not_there_is_said_in_a_line(records, name: str) -> None:
    path = records.parent / name
    if name.endswith(".md"):
        path.write_text("# A text\n")

    code, out, err = run("pull", path, records)
    assert (code, out) == (3, "")
    assert str(path) in err
    assert len(err.splitlines()) == 1


def test_a_clean_copy_is_said_to_keep_nothing(records) -> None:
    path = records.parent / "clean.docx"
    run("draft", records, "-o", path, "--clean")

    code, _, err = run("pull", path, records)
    assert code == 3
    assert "compare" in err


def test_records_that_make_no_report_are_told_and_nothing_is_pulled(records) -> None:
    back = edited(records, ">Berlin<", ">Hamburg<")
    (records / "outlook.yaml").write_text("- {acton: go}\n")

    code, _, err = run("pull", back, records)
    assert code == 1
    assert "nothing was pulled" in err


def test_a_broken_word_file_is_refused(records) -> None:
    back = edited(records, ">Berlin<", ">Hamburg<")
    parts = members(back.read_bytes())
    back.write_bytes(packed({**parts, BODY: parts[BODY][:-40]}))

    code, _, err = run("pull", back, records)
    assert code == 3
    assert "damaged" in err


def test_words_are_traced_as_text_and_as_json(records) -> None:
    path = records.parent / "draft.docx"
    run("draft", records, "-o", path)

    code, out, _ = run("why", path, "Berlin")
    assert code == 0
    assert "field: activities[3].place.city" in out
    (answer,) = json.loads(run("why", path, "Berlin", "--format", "json")[1])["answers"]
    assert answer["place"].startswith("activities.yaml:")
    assert run("why", path, "Atlantis")[0] == 1


def test_a_draft_of_another_year_changes_no_records(records) -> None:
    back = edited(records, ">Berlin<", ">Hamburg<")
    other = records.parent / "other"
    shutil.copytree(EXAMPLES / "2017", other)
    before = {path: path.read_bytes() for path in other.rglob("*.yaml")}

    code, out, err = run("pull", back, other, "--apply")

    assert (code, out) == (3, "")
    assert "a draft of the report for 2018" in err
    assert {path: path.read_bytes() for path in other.rglob("*.yaml")} == before
