"""The command as a new user meets it: what goes wrong is said in a line, with the right exit code, and nothing is lost."""

from __future__ import annotations

import errno
import json
import os
import pty
import runpy
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from docx_parts import members
from small_reports import HEAD_YAML, WORKSHOP_YAML, report_file, report_folder

from cthb_reports.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMAND = [sys.executable, "-m", "cthb_reports"]
OLD = "words of an earlier draft\n"


@dataclass(frozen=True)
class Done:
    exit_code: int
    out: str
    err: str


def run(*words: object) -> Done:
    """Run the command; whatever it raises beyond an exit is a fault of the program, and fails the test."""
    result = CliRunner().invoke(main, [str(word) for word in words])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Done(result.exit_code, result.stdout, result.stderr)


@pytest.fixture
def records(tmp_path: Path) -> Path:
    return report_file(tmp_path)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return an empty folder for drafts."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


# --- what goes well


def test_a_report_without_fault_is_drafted_and_said_to_be(records: Path, out: Path) -> None:
    done = run("draft", records, "-o", out / "report.md")

    assert (done.exit_code, done.err) == (0, "")
    assert done.out == f"drafted {out / 'report.md'}\n"
    assert "Recruitment without Fees" in (out / "report.md").read_text(encoding="utf-8")
    assert [path.name for path in out.iterdir()] == ["report.md"]


def test_a_report_without_fault_has_no_findings(records: Path) -> None:
    done = run("validate", records)

    assert (done.exit_code, done.out, done.err) == (0, "nothing found\n", "")


def test_a_working_draft_is_made_despite_findings_which_are_shown(tmp_path: Path, out: Path) -> None:
    records = report_file(tmp_path, WORKSHOP_YAML.replace("2024-06-11", "2023-06-11") + "    purpose: TBC\n")

    done = run("draft", records, "-o", out / "report.md")

    assert done.exit_code == 0
    assert "error C111" in done.err
    assert "pending P101" in done.err
    assert "1 error, 1 fact to come" in done.err
    assert "[to be confirmed: purpose]" in (out / "report.md").read_text(encoding="utf-8").replace("\\", "")


def test_a_final_draft_is_refused_while_a_fact_is_still_to_come(tmp_path: Path, out: Path) -> None:
    records = report_file(tmp_path, WORKSHOP_YAML + "    purpose: TBC\n")

    done = run("draft", records, "-o", out / "report.md", "--final")

    assert done.exit_code == 1
    assert "pending P101" in done.err
    assert "1 fact to come; nothing was drafted" in done.err
    assert list(out.iterdir()) == []


def test_a_final_draft_is_made_when_nothing_is_left_to_do(records: Path, out: Path) -> None:
    done = run("draft", records, "-o", out / "report.md", "--final")

    assert done.exit_code == 0
    assert (out / "report.md").exists()


def test_two_formats_come_of_one_command(records: Path, out: Path) -> None:
    done = run("draft", records, "-o", out / "a.md", "-o", out / "b.MD")

    assert done.exit_code == 0
    assert (out / "a.md").read_bytes() == (out / "b.MD").read_bytes()


def test_the_old_draft_is_replaced(records: Path, out: Path) -> None:
    (out / "report.md").write_text(OLD, encoding="utf-8")

    run("draft", records, "-o", out / "report.md")

    assert OLD not in (out / "report.md").read_text(encoding="utf-8")


# --- records that cannot be had


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    done = run("validate", tmp_path / "nowhere.yaml")

    assert (done.exit_code, done.out) == (3, "")
    assert done.err == f"error: {tmp_path / 'nowhere.yaml'}: no such file or folder\n"


def test_a_folder_without_a_report_is_named(out: Path) -> None:
    (out / "activities.yaml").write_text("[]\n", encoding="utf-8")

    done = run("validate", out)

    assert done.exit_code == 3
    assert done.err == f"error: {out}: the folder holds no report.yaml; is this the right folder?\n"


def test_a_file_of_another_kind_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(b"PK")

    done = run("validate", tmp_path / "report.docx")

    assert done.exit_code == 3
    assert "records are .json, .yaml, .yml files, or a folder of them" in done.err


def test_a_name_too_long_for_any_file_is_said_to_be(tmp_path: Path) -> None:
    done = run("validate", tmp_path / f"{'a' * 300}.yaml")

    assert done.exit_code == 3
    assert "File name too long" in done.err


def refuse(name: str):
    """Return `Path.open` that is refused for files of a name."""
    opened = Path.open

    def closed(path: Path, *args, **kwargs):
        if path.name == name:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return opened(path, *args, **kwargs)

    return closed


def test_a_report_that_may_not_be_read_is_named(records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "open", refuse(records.name))

    done = run("validate", records)

    assert done.exit_code == 3
    assert done.err == f"error: {records}: cannot be read: Permission denied\n"


def test_the_head_of_a_folder_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = report_folder(tmp_path / "records")
    monkeypatch.setattr(Path, "open", refuse("report.yaml"))

    done = run("validate", folder)

    assert done.exit_code == 3
    assert done.err == f"error: {folder / 'report.yaml'}: cannot be read: Permission denied\n"


def test_one_file_that_may_not_be_read_is_a_finding_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = report_folder(
        tmp_path / "records",
        activities=WORKSHOP_YAML.removeprefix("activities:\n"),
        passages="- narrative: Words.\n  thanks: [{to: iom}]\n",
    )
    monkeypatch.setattr(Path, "open", refuse("activities.yaml"))

    done = run("validate", folder)

    assert done.exit_code == 1
    assert "activities.yaml:1:1: error F106 'activities.yaml' cannot be read: Permission denied" in done.out
    assert "passages.yaml:2:17: error D103 'iom' should be a list" in done.out
    assert "2 errors" in done.out


# --- targets that cannot be written


def test_a_format_that_nobody_writes_is_wrong_use_and_found_out_before_any_work(out: Path) -> None:
    done = run("draft", "nowhere.yaml", "-o", out / "report.odt")

    assert (done.exit_code, done.out) == (2, "")
    assert done.err.startswith("error: no writer for '.odt'; known: .docx, ")
    assert ".md" in done.err


def test_a_target_without_suffix_is_named_itself(records: Path, out: Path) -> None:
    done = run("draft", records, "-o", out / "report")

    assert done.exit_code == 2
    assert "no writer for 'report'; known: .docx, " in done.err


def test_a_missing_folder_is_not_made(records: Path, out: Path) -> None:
    target = out / "deep" / "report.md"

    done = run("draft", records, "-o", target)

    assert done.exit_code == 3
    assert done.err == f"error: {target}: there is no folder {target.parent}; make it first\n"
    assert list(out.iterdir()) == []


def test_a_folder_is_no_target(records: Path, out: Path) -> None:
    done = run("draft", records, "-o", out)

    assert done.exit_code == 3
    assert done.err == f"error: {out}: is a folder; name a file in it\n"


def test_one_target_named_twice_is_wrong_use(records: Path, out: Path) -> None:
    done = run("draft", records, "-o", out / "report.md", "-o", out / ".." / "out" / "report.md")

    assert done.exit_code == 2
    assert "twice" in done.err
    assert list(out.iterdir()) == []


def test_without_a_target_nothing_is_drafted(records: Path) -> None:
    done = run("draft", records)

    assert done.exit_code == 2
    assert "Missing option '-o' / '--output'" in done.err


def test_in_a_read_only_folder_the_old_draft_stays(records: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (out / "report.md").write_text(OLD, encoding="utf-8")

    def refused(*_, **__):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(tempfile, "mkstemp", refused)

    done = run("draft", records, "-o", out / "report.md")

    assert done.exit_code == 3
    assert done.err == f"error: {out / 'report.md'}: cannot be written: Permission denied\n"
    assert (out / "report.md").read_text(encoding="utf-8") == OLD


def test_a_write_protected_draft_stays(records: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (out / "report.md").write_text(OLD, encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda path, _: Path(path).name != "report.md")

    done = run("draft", records, "-o", out / "report.md")

    assert done.exit_code == 3
    assert "report.md: is write-protected" in done.err
    assert (out / "report.md").read_text(encoding="utf-8") == OLD


def test_on_a_full_disk_the_old_draft_stays_and_nothing_is_left_behind(
    records: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (out / "report.md").write_text(OLD, encoding="utf-8")

    def full(_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)

    done = run("draft", records, "-o", out / "report.md", "-o", out / "second.md")

    assert done.exit_code == 3
    assert done.err == f"error: {out / 'report.md'}: cannot be written: No space left on device\n"
    assert [path.name for path in out.iterdir()] == ["report.md"]
    assert (out / "report.md").read_text(encoding="utf-8") == OLD


def test_records_with_errors_leave_the_old_draft_as_it_is(tmp_path: Path, out: Path) -> None:
    records = report_file(tmp_path, WORKSHOP_YAML.replace("workshop", "workshp"))
    (out / "report.md").write_text(OLD, encoding="utf-8")

    done = run("draft", records, "-o", out / "report.md")

    assert done.exit_code == 1
    assert f"{records}:13:11: error D103 'workshp' is none of those known here" in done.err
    assert "1 error; nothing was drafted" in done.err
    assert (out / "report.md").read_text(encoding="utf-8") == OLD


def test_a_broken_expression_in_a_narrative_is_shown_where_it_stands(tmp_path: Path, out: Path) -> None:
    records = report_file(tmp_path, WORKSHOP_YAML + "    narrative: |\n      It was held\n      on {{ heldd }}.\n")

    done = run("draft", records, "-o", out / "report.md")

    assert done.exit_code == 1
    assert f"{records}:18:10: error D301 '{{{{ heldd }}}}' names no field: 'heldd'" in done.err
    assert "did you mean 'held'?" in done.err


# --- wording and letterhead of an office


def test_a_folder_of_templates_that_is_not_there_is_named(records: Path, out: Path) -> None:
    done = run("draft", records, "-o", out / "report.md", "--templates", out / "wording")

    assert done.exit_code == 3
    assert done.err == f"error: {out / 'wording'}: no such folder of templates\n"


def test_a_folder_without_templates_is_said_to_hold_none(records: Path, out: Path) -> None:
    (out / "notes.txt").write_text("no template\n", encoding="utf-8")

    done = run("draft", records, "-o", out / "report.md", "--templates", out)

    assert done.exit_code == 3
    assert "holds no templates; they are called as the built-in ones, such as report/document.md.j2" in done.err


def test_a_template_in_another_encoding_is_named(records: Path, out: Path) -> None:
    (out / "report").mkdir()
    (out / "report" / "document.md.j2").write_bytes("Café".encode("cp1252"))

    done = run("draft", records, "-o", out / "report.md", "--templates", out)

    assert done.exit_code == 3
    assert "document.md.j2: the template is not saved as UTF-8" in done.err


def test_a_broken_template_is_named_with_its_line(records: Path, out: Path) -> None:
    (out / "report").mkdir()
    (out / "report" / "document.md.j2").write_text("one\n{% if %}\n", encoding="utf-8")

    done = run("draft", records, "-o", out / "report.md", "--templates", out)

    assert done.exit_code == 3
    assert "report/document.md.j2:2: " in done.err


def test_a_missing_letterhead_is_named(records: Path, out: Path) -> None:
    done = run("draft", records, "-o", out / "report.docx", "--letterhead", out / "our.docx")

    assert done.exit_code == 3
    assert done.err == f"error: {out / 'our.docx'}: the letterhead cannot be read: No such file or directory\n"


def test_a_letterhead_that_is_no_docx_is_named(records: Path, out: Path) -> None:
    done = run("draft", records, "-o", out / "report.docx", "--letterhead", records)

    assert done.exit_code == 3
    assert done.err.startswith("error: ")
    assert list(out.iterdir()) == []


def test_a_file_is_no_folder_of_templates(records: Path, out: Path) -> None:
    done = run("draft", records, "-o", out / "report.md", "--templates", records)

    assert done.exit_code == 3
    assert done.err == f"error: {records}: no such folder of templates\n"


def test_line_numbers_and_a_watermark_are_in_the_word_file_and_nowhere_else(records: Path, out: Path) -> None:
    done = run(
        *("draft", records, "-o", out / "a.docx", "-o", out / "a.md"),
        *("--line-numbers", "--watermark", "NOT <YET> CLEARED"),
    )

    assert done.exit_code == 0
    parts = members((out / "a.docx").read_bytes())
    assert b"<w:lnNumType" in parts["word/document.xml"]
    assert b'string="NOT &lt;YET&gt; CLEARED"' in parts["word/header1.xml"]
    assert "CLEARED" not in (out / "a.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (["--line-numbers"], "line numbers"),
        (["--watermark", "DRAFT"], "a watermark"),
        (["--letterhead", "our.docx"], "a letterhead"),
        (["--line-numbers", "--letterhead", "our.docx"], "a letterhead and line numbers"),
    ],
)
def test_what_only_a_word_file_can_have_is_wrong_use_without_one(
    records: Path, out: Path, options: list[str], names: str
) -> None:
    done = run("draft", records, "-o", out / "a.md", "-o", out / "a.html", *options)

    assert done.exit_code == 2
    assert f"only a .docx can have {names}, and none is to be written" in done.err
    assert list(out.iterdir()) == []


def test_the_built_in_letterhead_is_written_and_a_draft_on_it_is_the_draft_without_it(records: Path, out: Path) -> None:
    written = run("letterhead", "-o", out / "our.docx")
    run("draft", records, "-o", out / "plain.docx")
    drafted = run("draft", records, "-o", out / "lettered.docx", "--letterhead", out / "our.docx")

    assert (written.exit_code, written.out) == (0, f"wrote {out / 'our.docx'}\n")
    assert (drafted.exit_code, drafted.err) == (0, "")
    assert members((out / "lettered.docx").read_bytes()) == members((out / "plain.docx").read_bytes())


def test_a_letterhead_that_somebody_changed_is_not_overwritten_unless_it_is_said(out: Path) -> None:
    run("letterhead", "-o", out / "our.docx")
    again = run("letterhead", "-o", out / "our.docx")
    (out / "our.docx").write_bytes(b"ours, changed in Word")

    refused = run("letterhead", "-o", out / "our.docx")
    kept = (out / "our.docx").read_bytes()
    forced = run("letterhead", "-o", out / "our.docx", "--force")

    assert (again.exit_code, refused.exit_code, forced.exit_code) == (0, 3, 0)
    assert "our.docx is there already and holds something else; choose another name or say --force" in refused.err
    assert kept == b"ours, changed in Word"
    assert (out / "our.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("name", ["our.dotx", "our.odt", "our"])
def test_a_letterhead_is_a_word_file_by_its_name(out: Path, name: str) -> None:
    done = run("letterhead", "-o", out / name)

    assert done.exit_code == 2
    assert "no letterhead in the format of" in done.err
    assert "known: .docx" in done.err
    assert list(out.iterdir()) == []


# --- findings for programs and people


def test_findings_for_programs_are_one_object(tmp_path: Path) -> None:
    records = report_file(tmp_path, WORKSHOP_YAML.replace("2024-06-11", "2023-06-11").replace("without", "ohne Gebühr"))

    done = run("validate", records, "--format", "json")

    assert done.exit_code == 1
    assert json.loads(done.out) == {
        "version": 1,
        "findings": [
            {
                "code": "C111",
                "name": "activity-outside-period",
                "severity": "error",
                "message": "held 11 June 2023, outside the period 2024",
                "hint": "if it is told as background, say `background: yes`",
                "field": "activities[0].held",
                "location": {"file": str(records), "line": 15, "column": 11, "end_line": 15, "end_column": 21},
            }
        ],
        "waived": [],
    }


def test_without_findings_the_object_for_programs_is_whole_too(records: Path) -> None:
    done = run("validate", records, "--format", "json")

    assert json.loads(done.out) == {"version": 1, "findings": [], "waived": []}


def test_an_unknown_format_of_findings_is_wrong_use(records: Path) -> None:
    done = run("validate", records, "--format", "xml")

    assert done.exit_code == 2
    assert "'xml' is not one of 'text', 'json'" in done.err


def test_the_schema_is_written_to_a_file_or_shown(out: Path) -> None:
    shown = run("schema")
    written = run("schema", "-o", out / "report.schema.json")

    assert (shown.exit_code, written.exit_code) == (0, 0)
    assert (out / "report.schema.json").read_text(encoding="utf-8") == shown.out
    assert json.loads(shown.out)["properties"]["kind"]["const"] == "report"


def test_a_folder_is_given_a_schema_of_each_part(out: Path) -> None:
    done = run("schema", "-o", out)

    assert done.exit_code == 0
    assert {"report.json", "activities.json", "office.json"} <= {file.name for file in out.iterdir()}
    assert json.loads((out / "activities.json").read_text(encoding="utf-8"))["anyOf"]


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["draft", "-h"],
        ["validate", "--help"],
        ["schema", "--help"],
        ["letterhead", "--help"],
        ["--version"],
    ],
)
def test_help_is_at_hand(words: list[str]) -> None:
    done = run(*words)

    assert done.exit_code == 0
    assert done.out


def test_an_unknown_command_is_wrong_use() -> None:
    done = run("drafft")

    assert done.exit_code == 2
    assert "No such command 'drafft'" in done.err


# --- the program itself


def on_a_terminal(*words: object, cwd: Path) -> str:
    """Return what the command shows on a terminal."""
    master, slave = pty.openpty()
    with subprocess.Popen([*COMMAND, *map(str, words)], stdout=slave, stderr=slave, cwd=cwd):
        os.close(slave)
        return b"".join(_read(master)).decode()


def _read(handle: int) -> Iterator[bytes]:
    try:
        while chunk := os.read(handle, 4096):
            yield chunk
    except OSError:  # Linux says so when the other side is closed
        pass
    finally:
        os.close(handle)


def test_on_a_terminal_a_finding_shows_the_line_with_a_caret_and_colours(tmp_path: Path) -> None:
    report_file(tmp_path, WORKSHOP_YAML.replace("2024-06-11", "11 June 2024"))

    shown = on_a_terminal("validate", "my-report.yaml", cwd=tmp_path)

    assert shown.splitlines() == [
        "\x1b[1mmy-report.yaml:15:11\x1b[0m: \x1b[31merror\x1b[0m D103 no date or period: '11 June 2024'",
        "        held: 11 June 2024",
        "              \x1b[31m^^^^^^^^^^^^\x1b[0m",
        "    hint: write 2024-06-11",
        "1 error",
    ]


def test_a_reader_that_leaves_early_sees_no_traceback(tmp_path: Path) -> None:
    records = report_file(tmp_path, "passages:\n" + "  - narrative: cooperation\n" * 3000)

    with subprocess.Popen([*COMMAND, "validate", records], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()

    assert errors == b""


def test_letters_that_a_terminal_cannot_show_do_no_harm(tmp_path: Path) -> None:
    records = report_file(tmp_path, WORKSHOP_YAML.replace("workshop", "Семинар"))
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}

    text = subprocess.run([*COMMAND, "validate", records], env=environment, capture_output=True, check=False)
    for_programs = subprocess.run(
        [*COMMAND, "validate", "--format", "json", records], env=environment, capture_output=True, check=False
    )

    assert (text.returncode, text.stderr) == (1, b"")
    assert "Семинар" in json.loads(for_programs.stdout)["findings"][0]["message"]


def test_a_file_whose_name_is_no_text_is_shown_as_well_as_can_be(tmp_path: Path) -> None:
    try:
        folder = report_folder(Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff")), budget="5\n")
    except OSError:
        pytest.skip("this file system takes text only")

    done = subprocess.run([*COMMAND, "validate", folder], capture_output=True, check=False)
    for_programs = subprocess.run([*COMMAND, "validate", "--format", "json", folder], capture_output=True, check=False)

    assert (done.returncode, done.stderr) == (1, b"")
    assert b"budget.yaml:1:1: error F303" in done.stdout
    assert json.loads(for_programs.stdout)["findings"][0]["code"] == "F303"


def test_a_pipe_in_the_folder_is_not_waited_for(tmp_path: Path) -> None:
    folder = report_folder(tmp_path / "records")
    os.mkfifo(folder / "activities.yaml")

    done = run("validate", folder)

    assert done.exit_code == 1
    assert "error F106 'activities.yaml' cannot be read: it is no file" in done.out


def test_the_package_is_the_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["cthb-reports", "--version"])

    with pytest.raises(SystemExit) as left:
        runpy.run_module("cthb_reports", run_name="__main__")

    assert left.value.code == 0
    assert "version" in capsys.readouterr().out


def test_the_head_alone_is_a_report(tmp_path: Path) -> None:
    (tmp_path / "report.yml").write_text(HEAD_YAML, encoding="utf-8")

    done = run("validate", tmp_path)

    assert done.exit_code == 0
