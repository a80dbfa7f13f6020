from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from small_reports import report_folder

from cthb_reports.errors import DraftError, SourceError
from cthb_reports.workflow.gathering import gather, read_templates


def names(folder: Path) -> list[str]:
    return sorted(str(file.path) for file in gather(folder).files)


def test_record_files_are_gathered_at_any_depth_and_others_passed_over(tmp_path: Path) -> None:
    folder = report_folder(tmp_path / "records", activities="[]\n", _draft="x: y\n")
    for name in ("partnerships/external.yaml", "templates/x.yaml", ".git/x.yaml", "outlook/_old/x.yaml", "README.md"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x: y\n", encoding="utf-8")

    assert names(folder) == ["activities.yaml", "partnerships/external.yaml", "report.yaml"]


def test_what_leads_out_of_the_folder_is_not_read(tmp_path: Path) -> None:
    folder = report_folder(tmp_path / "records")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.yaml").write_text("x: y\n", encoding="utf-8")
    (folder / "outlook.yaml").symlink_to(tmp_path / "outside" / "secret.yaml")
    (folder / "activities").symlink_to(tmp_path / "outside")

    gathered = gather(folder)

    assert [str(file.path) for file in gathered.files] == ["report.yaml"]
    assert [(finding.field, finding.message) for finding in gathered.findings] == [
        (("activities",), "'activities' cannot be read: it is a link to another folder"),
        (("outlook",), "'outlook.yaml' cannot be read: it leads out of the report folder"),
    ]


def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    folder = report_folder(tmp_path / "records", _shared="[]\n")
    (folder / "outlook.yaml").symlink_to(folder / "_shared.yaml")

    assert names(folder) == ["outlook.yaml", "report.yaml"]


def test_a_link_to_nothing_is_a_finding(tmp_path: Path) -> None:
    folder = report_folder(tmp_path / "records")
    (folder / "outlook.yaml").symlink_to(folder / "gone.yaml")

    (finding,) = gather(folder).findings

    assert finding.message == "'outlook.yaml' cannot be read: No such file or directory"


def close(monkeypatch: pytest.MonkeyPatch, closed: Path) -> None:
    """Have the system refuse to list a folder."""
    scan = os.scandir

    def scandir(path: str) -> object:
        if Path(path) == closed:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)


def test_a_closed_folder_is_a_finding_of_its_field(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = report_folder(tmp_path / "records")
    (folder / "activities").mkdir()
    close(monkeypatch, folder / "activities")

    gathered = gather(folder)

    (finding,) = gathered.findings
    assert str(finding).startswith(
        f"{folder / 'activities'}:1:1: error F106 'activities' cannot be read: Permission denied"
    )
    assert gathered.order() == (str(folder / "report.yaml"), str(folder / "activities"))


def test_a_closed_report_folder_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = report_folder(tmp_path / "records")
    close(monkeypatch, folder)

    with pytest.raises(SourceError, match=r"records: cannot be read: Permission denied"):
        gather(folder)


def test_of_a_huge_file_no_more_is_read_than_tells_that_it_is_huge(tmp_path: Path) -> None:
    path = tmp_path / "report.yaml"
    with path.open("wb") as file:
        file.truncate(2**33)

    (file,) = gather(path).files

    assert len(file.content) == 8 * 2**20 + 1


def test_templates_are_named_as_in_their_folder(tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "document.md.j2").write_text("Words.", encoding="utf-8-sig")
    (tmp_path / "notes.txt").touch()

    assert read_templates(tmp_path) == {"report/document.md.j2": "Words."}


def test_a_template_that_is_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "document.md.j2").mkdir()

    with pytest.raises(DraftError, match=r"document.md.j2: the template cannot be read: Is a directory"):
        read_templates(tmp_path)


def test_a_folder_of_templates_that_the_system_will_not_show_is_named(tmp_path: Path) -> None:
    with pytest.raises(DraftError, match="cannot be read: File name too long"):
        read_templates(tmp_path / ("a" * 300))
