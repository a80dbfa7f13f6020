"""Two versions of a report, or any two Word files, as facts that differ and as one text with tracked changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import docx_lint
import docx_parts
import pytest
from made_pictures import png
from small_reports import HEAD_YAML, WORKSHOP, report_folder, report_with
from tracked_changes import settled
from word_files import p, word_file
from zip_edits import members, packed

import cthb_reports
from cthb_reports import compare
from cthb_reports.errors import InvalidReportError, SourceError

if TYPE_CHECKING:
    from pathlib import Path

    from cthb_reports import Comparison
    from cthb_reports.kinds import Report

W = docx_parts.W
THEMES = {
    "themes": [{"id": "fees", "title": "Fees"}, {"id": "chains", "title": "Supply Chains"}],
    "sections": [{"id": "year", "title": "The Year", "themes": ["fees", "chains"], "collects": ["activities"]}],
}
TALK = {
    "at": "the Human Dimension Implementation Meeting",
    "message": "recruiters are to be paid by employers",
    "held": "2024-09-12",
    "theme": "fees",
}
VISIT = {"state": "Denmark", "held": "2024-03", "theme": "chains", "purpose": "meet labour inspectors"}
FAIR = {**WORKSHOP, "theme": "chains", "attendance": {"participants": "almost 400"}}


def report(*activities: dict[str, Any]) -> Report:
    return report_with(activities=list(activities), **THEMES)


def drafted(report: Report, folder: Path, name: str) -> Path:
    path = folder / name
    path.write_bytes(cthb_reports.draft(report, ".docx").content)
    return path


def text_of(source: Report) -> list[str]:
    return docx_parts.lines(cthb_reports.draft(source, ".docx", clean=True).content)


def comments(found: Comparison) -> list[str]:
    if "word/comments.xml" not in members(found.content):
        return []
    root = docx_parts.part(found.content, "word/comments.xml")
    return ["".join(comment.itertext()) for comment in root.iter(f"{W}comment")]


def commented(content: bytes) -> list[str]:
    """Return the words that each comment is about."""
    body = docx_parts.part(content, "word/document.xml")
    about: dict[str, str] = {}
    open_: set[str] = set()
    for element in body.iter():
        number = element.get(f"{W}id")
        if element.tag == f"{W}commentRangeStart":
            open_.add(number)
        elif element.tag == f"{W}commentRangeEnd":
            open_.discard(number)
        elif element.tag in {f"{W}t", f"{W}delText"}:
            about |= {each: about.get(each, "") + element.text for each in open_}
    return list(about.values())


OLD = report(TALK, VISIT, FAIR)
NEW = report(
    {**FAIR, "attendance": {"participants": 412}},
    {**TALK, "theme": "chains"},
    {**WORKSHOP, "title": "Debt Bondage", "theme": "fees"},
)


def test_accepting_gives_the_text_of_the_newer_and_rejecting_that_of_the_older_report() -> None:
    content = compare(OLD, NEW).content

    assert docx_parts.lines(settled(content, "accept")) == text_of(NEW)
    assert docx_parts.lines(settled(content, "reject")) == text_of(OLD)
    assert docx_lint.problems(content) == []


def test_the_facts_that_differ_are_told() -> None:
    assert [f"{fact.kind} {fact}" for fact in compare(OLD, NEW).facts] == [
        "changed Recruitment without Fees: participants: almost 400 -> 412",
        "changed the Human Dimension Implementation…: theme: fees -> chains",
        "added Debt Bondage",
        "removed visit to Denmark",
    ]


def test_a_record_told_in_another_place_is_a_move_under_one_name() -> None:
    body = docx_parts.part(compare(OLD, NEW).content, "word/document.xml")

    starts = [body.find(f".//{W}move{way}RangeStart") for way in ("From", "To")]
    assert {start.get(f"{W}name") for start in starts} == {"move1"}
    assert "Human Dimension" in "".join("".join(run.itertext()) for run in body.iter(f"{W}moveFrom"))
    assert "Human Dimension" in "".join("".join(run.itertext()) for run in body.iter(f"{W}moveTo"))


def test_each_changed_fact_has_a_comment_at_its_words() -> None:
    found = compare(OLD, NEW)

    said = dict(zip(comments(found), commented(found.content), strict=True))
    assert said["Recruitment without Fees: participants: almost 400 -> 412"] == "almost 400412"
    assert "Debt Bondage" in said["added: Debt Bondage"]
    assert "Denmark" in said["removed: visit to Denmark"]
    assert "Human Dimension" in said["the Human Dimension Implementation…: theme: fees -> chains"]


def test_a_figure_that_was_replaced_stands_beside_the_one_in_its_place() -> None:
    body = docx_parts.part(compare(OLD, NEW).content, "word/document.xml")

    assert "almost 400" in ["".join(change.itertext()) for change in body.iter(f"{W}del")]
    assert "412" in ["".join(change.itertext()) for change in body.iter(f"{W}ins")]


def test_a_report_does_not_differ_from_itself() -> None:
    found = compare(OLD, OLD)

    assert found.facts == ()
    assert not any((found.tally.changed, found.tally.inserted, found.tally.deleted, found.tally.moved))
    body = docx_parts.part(found.content, "word/document.xml")
    assert [name for name in ("ins", "del", "moveFrom", "moveTo") if body.find(f".//{W}{name}") is not None] == []


def test_drafts_are_compared_by_the_records_that_they_keep(tmp_path: Path) -> None:
    found = compare(drafted(OLD, tmp_path, "old.docx"), drafted(NEW, tmp_path, "new.docx"))

    assert found.facts == compare(OLD, NEW).facts
    assert found.notices == ()
    assert docx_parts.lines(settled(found.content, "accept")) == text_of(NEW)


def test_a_draft_is_compared_with_records_and_both_tell_their_places(tmp_path: Path) -> None:
    yaml = "- kind: workshop\n  title: Recruitment without Fees\n  held: 2024-06-11\n  attendance:\n    participants: almost 400\n"
    folder = report_folder(tmp_path / "records", activities=yaml)
    cthb_reports.draft_files(folder, [tmp_path / "draft.docx"])
    (folder / "activities.yaml").write_text(yaml.replace("almost 400", "412"), encoding="utf-8")

    found = compare(tmp_path / "draft.docx", folder)

    assert [fact.place for fact in found.facts] == ["activities.yaml:5"]
    assert comments(found) == ["Recruitment without Fees: participants: almost 400 -> 412, activities.yaml:5"]


def test_an_edited_draft_is_compared_as_it_was_drafted_and_that_is_said(tmp_path: Path) -> None:
    path = drafted(OLD, tmp_path, "old.docx")
    parts = members(path.read_bytes())
    body = parts["word/document.xml"]
    assert b"labour inspectors" in body
    path.write_bytes(packed({**parts, "word/document.xml": body.replace(b"labour inspectors", b"judges")}))

    found = compare(path, NEW)

    assert any("was edited" in notice for notice in found.notices)
    assert docx_parts.lines(settled(found.content, "reject")) == text_of(OLD)


def test_a_draft_of_another_version_or_a_clean_one_is_compared_by_its_text_and_that_is_said(tmp_path: Path) -> None:
    kept = drafted(report(FAIR), tmp_path, "kept.docx")
    parts = {
        name: part.replace(b"cthb-reports:draft:1", b"cthb-reports:draft:0")
        for name, part in members(kept.read_bytes()).items()
    }
    older, clean = tmp_path / "older.docx", tmp_path / "clean.docx"
    older.write_bytes(packed(parts))
    clean.write_bytes(cthb_reports.draft(report(FAIR), ".docx", clean=True).content)

    for old in (older, clean):
        found = compare(old, kept)
        assert any(str(old) in notice and "by its text alone" in notice for notice in found.notices)
        assert found.facts == ()


def test_any_two_word_files_are_compared_by_their_text(tmp_path: Path) -> None:
    old, new = tmp_path / "old.docx", tmp_path / "new.docx"
    old.write_bytes(word_file(p("The delegation thanks the Office."), p("It has two questions."), p("It goes on.")))
    new.write_bytes(word_file(p("The delegation warmly thanks the Office."), p("It goes on.")))

    found = compare(old, new)

    assert found.facts == ()
    assert (found.tally.changed, found.tally.deleted) == (1, 1)
    assert docx_parts.lines(settled(found.content, "accept")) == docx_parts.lines(new.read_bytes())
    assert docx_parts.lines(settled(found.content, "reject")) == docx_parts.lines(old.read_bytes())


def test_the_notes_of_a_file_of_others_are_kept_at_its_end(tmp_path: Path) -> None:
    notes = {"footnotes": f'<w:footnote w:id="2">{p("As the survey says.")}</w:footnote>'}
    (tmp_path / "old.docx").write_bytes(word_file(p("Text."), parts=notes))
    (tmp_path / "new.docx").write_bytes(word_file(p("Text."), parts=notes))

    found = compare(tmp_path / "old.docx", tmp_path / "new.docx")

    assert docx_parts.lines(found.content) == ["Text.", "As the survey says."]


def test_a_picture_that_shows_something_else_is_gone_and_new(tmp_path: Path) -> None:
    passage = "- section: year\n  narrative: |\n    The map shows where.\n\n    ![A map of routes](map.png)\n"
    folders = [report_folder(tmp_path / name, passages=passage) for name in ("old", "new")]
    for folder, size in zip(folders, (20, 30), strict=True):
        (folder / "map.png").write_bytes(png(size, size))

    found = compare(*folders)

    assert (found.tally.inserted, found.tally.deleted) == (1, 1)
    assert sum(1 for name in members(found.content) if name.startswith("word/media/")) == 2
    assert docx_lint.problems(found.content) == []


def test_pictures_that_a_draft_has_no_files_of_are_told_in_words(tmp_path: Path) -> None:
    folder = report_folder(
        tmp_path / "records", passages="- section: year\n  narrative: |\n    ![A map of routes](map.png)\n"
    )
    (folder / "map.png").write_bytes(png(20, 20))
    cthb_reports.draft_files(folder, [tmp_path / "draft.docx"])

    found = compare(tmp_path / "draft.docx", tmp_path / "draft.docx")

    assert "[picture: A map of routes]" in docx_parts.lines(found.content)


def test_the_same_versions_give_the_same_bytes() -> None:
    assert compare(OLD, NEW).content == compare(OLD, NEW).content


def test_a_file_that_is_better_left_closed_is_refused(tmp_path: Path) -> None:
    (tmp_path / "old.docx").write_bytes(word_file(p("Text."), more={"word/vbaProject.bin": b"macro"}))

    with pytest.raises(SourceError, match="macros"):
        compare(tmp_path / "old.docx", OLD)


def test_records_that_make_no_report_are_not_compared(tmp_path: Path) -> None:
    (tmp_path / "report.yaml").write_text(f"{HEAD_YAML}activities: [{{kind: party}}]\n", encoding="utf-8")

    with pytest.raises(InvalidReportError):
        compare(tmp_path / "report.yaml", OLD)
