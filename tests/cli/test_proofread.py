"""`proofread` and the options by which findings are chosen and shown, as a new user meets them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from small_reports import WORKSHOP_YAML, report_file
from word_files import p, word_file

from cthb_reports.cli import main

if TYPE_CHECKING:
    from pathlib import Path


def run(*words: object, typed: str | None = None):
    result = CliRunner().invoke(main, [str(word) for word in words], input=typed)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which all commands of these tests are given."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("The *Office* and its\ncooperation.\n")
    (tmp_path / "b.txt").write_text("All is well.\n")
    (tmp_path / "c.docx").write_bytes(word_file(p("Two centers.")))
    return tmp_path


def test_a_text_without_fault_has_no_findings() -> None:
    assert run("proofread", "b.txt").output == "nothing found\n"


def test_several_files_are_read_in_their_order() -> None:
    done = run("proofread", "c.docx", "a.md", "b.txt")

    assert done.exit_code == 0
    assert done.stdout == (
        "c.docx: paragraph 1: warning S133 'centers': the house writes 'centres'\n"
        "    in: Two [centers].\n"
        "    hint: British spelling: centre, theatre.\n"
        "a.md:2:1: warning S101 'cooperation': the house writes 'co-operation'\n"
        "    hint: The house hyphenates co-operation in its own text, not in the names of other bodies.\n"
        "2 warnings\n"
    )


def test_standard_input_is_a_text() -> None:
    done = run("proofread", "-", typed="The cooperation.\n")

    assert done.stdout.startswith("standard input:1:5: warning S101 ")


@pytest.mark.parametrize(("options", "code"), [([], 0), (["--strict"], 1), (["--strict", "--ignore", "S"], 0)])
def test_warnings_count_as_errors_where_that_is_asked_for(options: list[str], code: int) -> None:
    assert run("proofread", "a.md", *options).exit_code == code


def test_a_file_that_cannot_be_read_does_not_keep_the_others_from_being_read() -> None:
    done = run("proofread", "gone.txt", "a.md")

    assert done.exit_code == 3
    assert done.stderr == "error: gone.txt: no such file\n"
    assert "a.md:2:1: warning S101" in done.stdout


def test_a_format_that_nobody_reads_is_wrong_use() -> None:
    done = run("proofread", "a.odt")

    assert (done.exit_code, done.stderr) == (2, "error: no reader for '.odt'; known: .docx, .md, .markdown, .txt\n")


def test_what_is_mended_is_shown_and_what_is_left(folder: Path) -> None:
    (folder / "a.md").write_text("The cooperation of the (of the.\n")

    done = run("proofread", "a.md", "--fix", "-o", "new.md")

    assert done.stderr == "a.md:1:5: S101 'cooperation' -> 'co-operation'\nwrote new.md with 1 change\n"
    assert (folder / "new.md").read_text() == "The co-operation of the (of the.\n"
    assert "S101" not in done.stdout


def test_a_word_file_is_mended_into_a_word_file(folder: Path) -> None:
    done = run("proofread", "c.docx", "--fix", "-o", "d.docx")

    assert "c.docx: paragraph 1: S133 'centers' -> 'centres'" in done.stderr
    assert run("proofread", "d.docx").output == "nothing found\n"


@pytest.mark.parametrize(
    "words",
    [
        ["a.md", "--fix"],
        ["a.md", "-o", "b.md"],
        ["a.md", "b.txt", "--fix", "-o", "b.md"],
        ["a.md", "--force"],
        [],
        ["a.md", "--profile", "un"],
        ["a.md", "--day", "yesterday"],
        ["a.md", "--select", "Z"],
        ["a.md", "--format", "xml"],
    ],
)
def test_wrong_use_is_told_and_nothing_is_written(words: list[str], folder: Path) -> None:
    before = sorted(folder.iterdir())

    done = run("proofread", *words)

    assert (done.exit_code, done.stdout) == (2, "")
    assert sorted(folder.iterdir()) == before


def test_a_file_that_is_there_is_not_replaced_unless_that_is_asked_for(folder: Path) -> None:
    done = run("proofread", "a.md", "--fix", "-o", "a.md")

    assert done.exit_code == 3
    assert "say --force" in done.stderr
    assert run("proofread", "a.md", "--fix", "-o", "a.md", "--force").exit_code == 0
    assert (folder / "a.md").read_text() == "The *Office* and its\nco-operation.\n"


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_findings_for_programs_are_one_object(form: str) -> None:
    shown = json.loads(run("proofread", "a.md", "c.docx", "--format", form).stdout)

    assert shown["version"] in {1, "2.1.0"}
    assert "S101" in json.dumps(shown)
    assert "S133" in json.dumps(shown)


def test_findings_for_github_are_one_line_each_and_without_findings_there_is_none() -> None:
    assert len(run("proofread", "a.md", "c.docx", "--format", "github").stdout.splitlines()) == 2
    assert run("proofread", "b.txt", "--format", "github").stdout == ""


# --- the same options of `validate`


def test_waived_findings_are_counted_and_not_shown(tmp_path: Path) -> None:
    more = WORKSHOP_YAML.replace("2024-06-11", "2023-06-11") + "waive: [{rule: C111, why: it was agreed}]\n"

    done = run("validate", report_file(tmp_path, more), "--strict")

    assert (done.exit_code, done.stdout) == (0, "nothing found; 1 waived\n")


def test_chosen_findings_alone_decide_the_exit_code(tmp_path: Path) -> None:
    records = report_file(tmp_path, WORKSHOP_YAML.replace("2024-06-11", "2023-06-11"))

    assert run("validate", records).exit_code == 1
    assert run("validate", records, "--ignore", "C111").exit_code == 0
    assert run("validate", records, "--select", "C112,S", "--select", "P").exit_code == 0


def test_the_year_before_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    done = run("validate", report_file(tmp_path), "--previous", tmp_path / "2023")

    assert (done.exit_code, done.stderr) == (3, f"error: {tmp_path / '2023'}: no such file or folder\n")


def test_the_year_before_that_is_no_report_is_told_with_its_faults(tmp_path: Path) -> None:
    (tmp_path / "2023").mkdir()
    before = report_file(tmp_path / "2023", WORKSHOP_YAML.replace("kind:", "knd:"))

    done = run("validate", report_file(tmp_path), "--previous", before)

    assert done.exit_code == 1
    assert "error D102 'knd' is not known here" in done.stderr
    assert done.stderr.endswith("2 errors; nothing was compared\n")
