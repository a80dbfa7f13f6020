"""`compare` as a colleague meets it who wants to know what has become of a report."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from docx_parts import lines
from small_reports import WORKSHOP_YAML, report_file
from test_cli import run
from tracked_changes import settled
from word_files import p, word_file
from zip_edits import members, packed

if TYPE_CHECKING:
    from pathlib import Path

COUNTED = f"{WORKSHOP_YAML}    attendance: {{participants: almost 400}}\n"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    (tmp_path / "old").mkdir()
    return report_file(tmp_path / "old", COUNTED)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    (tmp_path / "new").mkdir()
    return report_file(tmp_path / "new", COUNTED.replace("almost 400", "412"))


def test_the_facts_that_differ_are_shown_with_their_places(old: Path, new: Path) -> None:
    done = run("compare", old, new)

    assert done.exit_code == 0
    assert done.out == (
        "my-report.yaml:16: changed Recruitment without Fees: participants: almost 400 -> 412\n"
        "facts: 1 changed; paragraphs: 1 changed\n"
    )


def test_versions_that_do_not_differ_are_said_not_to(old: Path) -> None:
    done = run("compare", old, old)

    assert (done.exit_code, done.out) == (0, "no difference\n")


def test_programs_get_an_object_with_the_file_that_was_written(old: Path, new: Path, tmp_path: Path) -> None:
    target = tmp_path / "redline.docx"
    done = run("compare", old, new, "-o", target, "--format", "json")

    found = json.loads(done.out)
    assert found == {
        "version": 1,
        "facts": [
            {
                "kind": "changed",
                "field": "activities[0].attendance.participants",
                "title": "Recruitment without Fees: participants",
                "old": "almost 400",
                "new": "412",
                "place": "my-report.yaml:16",
            }
        ],
        "paragraphs": {"inserted": 0, "deleted": 0, "changed": 1, "moved": 0},
        "written": [str(target)],
    }


def test_both_texts_are_written_into_one_word_file(old: Path, new: Path, tmp_path: Path) -> None:
    target = tmp_path / "redline.docx"
    done = run("compare", old, new, "-o", target)

    assert done.out.splitlines()[-1] == f"wrote {target}"
    assert any("412" in line and "400" not in line for line in lines(settled(target.read_bytes(), "accept")))
    assert any("400" in line and "412" not in line for line in lines(settled(target.read_bytes(), "reject")))


def test_a_redline_that_was_edited_is_not_overwritten_without_force(old: Path, new: Path, tmp_path: Path) -> None:
    target = tmp_path / "redline.docx"
    target.write_bytes(word_file(p("Work of an afternoon.")))

    assert run("compare", old, new, "-o", target).exit_code == 3
    assert lines(target.read_bytes()) == ["Work of an afternoon."]
    assert run("compare", old, new, "-o", target, "--force").exit_code == 0
    assert run("compare", new, old, "-o", target).exit_code == 0


def test_a_letterhead_lends_its_styles_and_tells_what_it_lacks(old: Path, new: Path, tmp_path: Path) -> None:
    letterhead = tmp_path / "our.docx"
    run("letterhead", "-o", letterhead)

    assert run("compare", old, new, "-o", tmp_path / "redline.docx", "--letterhead", letterhead).exit_code == 0


@pytest.mark.parametrize("option", [["--force"], ["--letterhead", "our.docx"]])
def test_what_is_of_use_only_with_a_file_to_write_is_refused_without(old: Path, new: Path, option: list[str]) -> None:
    done = run("compare", old, new, *option)

    assert done.exit_code == 2
    assert "-o" in done.err


def test_changes_are_shown_in_word_files_alone(old: Path, new: Path, tmp_path: Path) -> None:
    done = run("compare", old, new, "-o", tmp_path / "redline.html")

    assert done.exit_code == 2
    assert ".docx" in done.err


def test_what_is_not_there_or_no_word_file_ends_with_3(old: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.docx").write_text("no ZIP at all", encoding="utf-8")

    assert run("compare", old, tmp_path / "nothing.docx").exit_code == 3
    assert run("compare", tmp_path / "notes.docx", old).exit_code == 3
    assert run("compare", tmp_path / "nowhere", old).exit_code == 3


def test_broken_records_are_shown_and_nothing_is_compared(old: Path, tmp_path: Path) -> None:
    broken = report_file(tmp_path, COUNTED.replace("almost 400", "many"))
    done = run("compare", old, broken)

    assert done.exit_code == 1
    assert "nothing was compared" in done.err


def test_that_a_draft_was_edited_is_said(old: Path, new: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.docx"
    run("draft", old, "-o", draft)
    parts = members(draft.read_bytes())
    draft.write_bytes(packed({**parts, "word/document.xml": parts["word/document.xml"].replace(b"400", b"500")}))

    done = run("compare", draft, new)

    assert "was edited after it was drafted" in done.err
    assert "almost 400 -> 412" in done.out
