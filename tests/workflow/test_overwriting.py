"""A DOCX that was edited in Word is work that no record has: it is replaced only when asked for."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from docx_parts import lines
from small_reports import report_file

from cthb_reports.cli import main


@pytest.fixture
def records(tmp_path: Path) -> Path:
    return report_file(tmp_path)


@pytest.fixture
def drafted(records: Path) -> Path:
    """Return a DOCX as it was drafted."""
    path = records.with_name("report.docx")
    assert draft(records, path) == (0, "")
    return path


def draft(records: Path, *words: str | Path) -> tuple[int, str]:
    """Return the exit code and what is said to be wrong."""
    outputs = [["-o", str(word)] if isinstance(word, Path) else [word] for word in words]
    result = CliRunner().invoke(main, ["draft", str(records), *(word for each in outputs for word in each)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.stderr


def edit(path: Path) -> bytes:
    document = docx.Document(str(path))
    document.paragraphs[-1].add_run(" By hand.")
    document.save(str(path))
    return path.read_bytes()


def test_a_draft_as_it_was_made_is_replaced(records: Path, drafted: Path) -> None:
    records.write_text(records.read_text(encoding="utf-8").replace("without Fees", "for Free"), encoding="utf-8")

    assert draft(records, drafted) == (0, "")
    assert any("for Free" in line for line in lines(drafted.read_bytes()))


def test_an_edited_draft_stays_as_it_is_and_so_do_the_other_outputs(records: Path, drafted: Path) -> None:
    edited = edit(drafted)

    code, error = draft(records, drafted, drafted.with_name("report.md"))

    assert code == 3
    assert error == f"error: {drafted} was edited after it was drafted; choose another name or say --force\n"
    assert drafted.read_bytes() == edited
    assert not drafted.with_name("report.md").exists()


def test_an_edited_draft_is_replaced_on_demand(records: Path, drafted: Path) -> None:
    edit(drafted)

    assert draft(records, drafted, "--force") == (0, "")
    assert not any("By hand" in line for line in lines(drafted.read_bytes()))


@pytest.mark.parametrize("content", [b"", b"no archive", None])
def test_a_file_of_others_stays_as_it_is(records: Path, content: bytes | None) -> None:
    path = records.with_name("theirs.docx")
    docx.Document().save(str(path))
    if content is not None:
        path.write_bytes(content)
    before = path.read_bytes()

    code, error = draft(records, path)

    assert code == 3
    assert error == f"error: {path} was not drafted by cthb-reports; choose another name or say --force\n"
    assert path.read_bytes() == before


def test_a_draft_that_cannot_be_read_stays_as_it_is(
    records: Path, drafted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path == drafted:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return read(path)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", refused)
        code, error = draft(records, drafted)

    assert code == 3
    assert error == f"error: {drafted}: cannot be compared with what is to be written: Permission denied\n"
    assert drafted.exists()
