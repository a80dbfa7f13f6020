"""The pictures of a report: found beside its records and nowhere else, and named at their place where they cannot be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docx_parts import members
from made_pictures import png
from small_reports import report_file, report_folder, report_with

import cthb_reports

if TYPE_CHECKING:
    from pathlib import Path


def passages(markdown: str) -> str:
    lines = "".join(f"      {line}\n" if line else "\n" for line in markdown.split("\n"))
    return f"- narrative: |\n{lines}"


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """Return a folder of records with two pictures in it, and one beside it."""
    folder = report_folder(tmp_path / "records", passages=passages('Before.\n\n![a map](maps/my%20map.png "Visits")'))
    (folder / "maps").mkdir()
    for path in (folder / "plan.png", folder / "maps" / "my map.png", tmp_path / "outside.png"):
        path.write_bytes(png())
    return folder


def test_a_picture_beside_the_records_is_part_of_every_draft(records: Path, tmp_path: Path) -> None:
    outputs = [tmp_path / f"report{suffix}" for suffix in (".docx", ".html", ".md")]

    assert cthb_reports.validate(records) == []
    assert cthb_reports.draft_files(records, outputs) == ()
    word, page, text = (path.read_bytes() for path in outputs)
    assert png() in members(word).values()
    assert b'alt="a map"' in page
    assert b"![a map](maps/my%20map.png)" in text


def test_a_picture_of_a_report_in_one_file_is_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "plan.png").write_bytes(png())
    path = report_file(tmp_path, "passages:\n  - narrative: '![a plan](plan.png)'\n")

    assert cthb_reports.validate(path) == []


BAD = {
    "![](plan.png)": "'plan.png' has no alternative text",
    "![a plan](nowhere.png)": "'nowhere.png' cannot be read: No such file or directory",
    "![a plan](maps)": "'maps' cannot be read: it is no file",
    "![a plan](report.yaml)": "'report.yaml' is none that a draft can hold",
    "![a plan](../outside.png)": "'../outside.png' is not in the folder",
    "![a plan](maps/../../outside.png)": "'maps/../../outside.png' is not in the folder",
    "![a plan](link.png)": "'link.png' cannot be read: it leads out of the report folder",
    "![a plan](/etc/hostname)": "'/etc/hostname' is not in the folder",
    "![a plan](https://osce.org/plan.png)": "'https://osce.org/plan.png' is not in the folder",
    "![a plan](C:%5Cplan.png)": r"'C:\\plan.png' is not in the folder",
    "![a plan](a%00b.png)": r"'a\x00b.png' cannot be read: embedded null byte",
    "See ![a plan](plan.png).": "'plan.png' does not stand alone",
    "One.[^1]\n\n[^1]: ![a plan](plan.png)": "'plan.png' does not stand alone",
}


@pytest.mark.parametrize("markdown", BAD)
def test_a_picture_that_cannot_be_shown_is_an_error_at_its_place(markdown: str, records: Path) -> None:
    (records / "link.png").symlink_to(records.parent / "outside.png")
    (records / "passages.yaml").write_text(passages(f"Before.\n\n{markdown}"), encoding="utf-8")

    (finding,) = cthb_reports.validate(records)

    assert (finding.code, finding.severity) == ("D302", cthb_reports.Severity.ERROR)
    assert BAD[markdown] in finding.message
    assert finding.location
    assert finding.location.file.endswith("passages.yaml")
    assert finding.hint


def test_the_place_is_that_of_the_name(records: Path) -> None:
    twice = "![a plan](plan.png)\n\n![](plan.png)"
    (records / "passages.yaml").write_text(passages(twice), encoding="utf-8")

    (finding,) = cthb_reports.validate(records)

    assert finding.location
    assert (finding.location.line, finding.location.column) == (4, 11)


def test_no_working_draft_is_made_without_its_pictures(records: Path, tmp_path: Path) -> None:
    (records / "maps" / "my map.png").unlink()

    with pytest.raises(cthb_reports.InvalidReportError, match=r"'maps/my map\.png' cannot be read"):
        cthb_reports.draft_files(records, [tmp_path / "report.md"])
    assert not (tmp_path / "report.md").exists()


def test_a_picture_too_large_is_not_read_to_its_end(records: Path) -> None:
    (records / "maps" / "my map.png").write_bytes(png() + bytes(9 * 2**20))

    (finding,) = cthb_reports.validate(records)
    assert "it is larger than 8 MB" in finding.message


def test_a_report_built_in_python_is_told_where_its_pictures_are(records: Path) -> None:
    report = report_with(passages=[{"narrative": "![a plan](plan.png)"}])

    assert cthb_reports.validate(report) == []
    assert png() in members(cthb_reports.draft(report, ".docx", pictures=records).content).values()
    assert b"![a plan](plan.png)" in cthb_reports.draft(report, ".md").content
    with pytest.raises(cthb_reports.DraftError, match=r"'plan\.png' was not handed over; name the folder"):
        cthb_reports.draft(report, ".docx")
