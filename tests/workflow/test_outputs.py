from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from cthb_reports.errors import DraftError
from cthb_reports.workflow.outputs import twice, write_files

OLD, NEW = b"old", b"new"


@pytest.fixture
def first(tmp_path: Path) -> Path:
    path = tmp_path / "first.md"
    path.write_bytes(OLD)
    return path


def fail_on(name: str):
    """Return `Path.replace` that fails for a target, as it does on Windows while Word has it open."""
    replace = Path.replace

    def failing(path: Path, target: Path) -> Path:
        if Path(target).name == name:
            raise PermissionError(13, "used by another program")
        return replace(path, target)

    return failing


def test_if_the_second_file_cannot_be_replaced_the_first_is_as_it_was(
    first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "replace", fail_on("second.docx"))

    with pytest.raises(DraftError, match=r"second.docx: cannot be written: used by another program"):
        write_files({first: NEW, first.with_name("second.docx"): NEW})

    assert first.read_bytes() == OLD
    assert [path.name for path in first.parent.iterdir()] == ["first.md"]


def test_if_the_second_file_cannot_be_replaced_a_first_that_was_not_there_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "replace", fail_on("second.docx"))

    with pytest.raises(DraftError):
        write_files({tmp_path / "first.md": NEW, tmp_path / "second.docx": NEW})

    assert list(tmp_path.iterdir()) == []


def test_a_new_file_has_the_permissions_of_any_other(tmp_path: Path) -> None:
    (tmp_path / "other").touch()

    write_files({tmp_path / "first.md": NEW})

    assert (tmp_path / "first.md").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_replaced_file_keeps_its_permissions(first: Path) -> None:
    first.chmod(0o640)

    write_files({first: NEW})

    assert stat.S_IMODE(first.stat().st_mode) == 0o640
    assert first.read_bytes() == NEW


def test_a_link_stays_a_link_and_the_file_that_it_leads_to_is_replaced(first: Path) -> None:
    link = first.with_name("link.md")
    link.symlink_to(first)

    write_files({link: NEW})

    assert link.is_symlink()
    assert first.read_bytes() == NEW


def test_a_name_at_its_longest_is_written(tmp_path: Path) -> None:
    path = tmp_path / f"{'a' * 252}.md"

    write_files({path: NEW})

    assert path.read_bytes() == NEW


def test_an_interrupted_draft_leaves_nothing_behind(first: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)

    with pytest.raises(KeyboardInterrupt):
        write_files({first: NEW})

    assert first.read_bytes() == OLD
    assert [path.name for path in first.parent.iterdir()] == ["first.md"]


def test_the_same_file_under_two_names_is_named_twice(tmp_path: Path) -> None:
    paths = [tmp_path / "a.md", tmp_path / "b.md", tmp_path / "x" / ".." / "a.md"]

    assert twice(paths) == paths[2]
    assert twice(paths[:2]) is None
