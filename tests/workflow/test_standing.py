"""How far a report has come: what is still to come, and what is cleared."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx_lint
import pytest
from click.testing import CliRunner
from docx_comments import comments
from docx_parts import W, part, style_of
from docx_parts import lines as words_of
from small_reports import WORKSHOP, report_file, report_folder, report_with

import cthb_reports
from cthb_reports.cli import main
from cthb_reports.writers import docx

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx_judges import Soffice

EXAMPLES = Path(__file__).parents[2] / "examples"
ACTIVITIES = """\
- kind: workshop
  title: Fees
  held: "TBC: day, from Ana Example, by 1 October"
  place: "TBC: town"
  cleared: yes
- kind: workshop
  title: Debt
  held: "TBC: day, from Ben Example, by 1 September"
  place: Geneva
"""
PROJECTS = """\
- id: routes
  title: Routes
  purpose: "TBC: purpose, by 1 October"
  supplied_by: Ben Example
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return report_folder(tmp_path / "year", activities=ACTIVITIES, projects=PROJECTS)


def run(*words: str | Path, code: int = 0) -> str:
    result = CliRunner().invoke(main, list(map(str, words)))
    assert result.exit_code == code, result.output
    return result.output


# --- from Python


def test_what_is_due_first_comes_first_and_then_what_no_day_is_known_of(folder: Path) -> None:
    found = cthb_reports.status(folder)

    assert [(fact.title, fact.owner, fact.due) for fact in found.outstanding] == [
        ("Debt: held", "Ben Example", date(2024, 9, 1)),
        ("Fees: held", "Ana Example", date(2024, 10, 1)),
        ("Routes: purpose", "Ben Example", date(2024, 10, 1)),
        ("Fees: place", "", None),
    ]
    assert (found.cleared, found.not_cleared) == (1, 2)


def test_a_fact_to_come_knows_its_place(folder: Path) -> None:
    place = cthb_reports.status(folder).outstanding[0].location

    assert place
    assert (Path(place.file).name, place.line) == ("activities.yaml", 8)


def test_a_report_built_in_python_has_a_status_without_places() -> None:
    found = cthb_reports.status(report_with(activities=[{**WORKSHOP, "place": "TBC: town, from Ana"}]))

    (fact,) = found.outstanding
    assert (fact.what, fact.owner, fact.location) == ("town", "Ana", None)


@pytest.mark.parametrize("name", ["minimal", "2017", "2018"])
def test_the_status_lists_the_same_facts_as_validate(name: str) -> None:
    pending = {finding.field for finding in cthb_reports.validate(EXAMPLES / name, select=["P"])}

    assert {fact.field for fact in cthb_reports.status(EXAMPLES / name).outstanding} == pending


def test_what_is_no_report_has_no_status(tmp_path: Path) -> None:
    with pytest.raises(cthb_reports.InvalidReportError):
        cthb_reports.status(report_file(tmp_path, "nonsense: 1\n"))
    with pytest.raises(cthb_reports.SourceError):
        cthb_reports.status(tmp_path / "nowhere")


# --- from the command line


def test_the_table_has_a_heading_for_each_person_and_its_columns_below_one_another(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)

    assert run("status", ".").splitlines() == [
        "Ben Example",
        "  by 1 September  Debt: held       day      activities.yaml:8",
        "  by 1 October    Routes: purpose  purpose  projects.yaml:3",
        "Ana Example",
        "  by 1 October    Fees: held       day      activities.yaml:3",
        "nobody is named",
        "                  Fees: place      town     activities.yaml:4",
        "4 facts to come; 1 record cleared, 2 not",
    ]


def test_a_column_that_nobody_has_filled_in_takes_no_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    report_file(tmp_path, "meeting: TBC\n")

    assert run("status", "my-report.yaml").splitlines()[:2] == ["nobody is named", "  meeting  my-report.yaml:12"]


def test_where_nothing_is_to_come_this_is_said(tmp_path: Path) -> None:
    assert run("status", report_file(tmp_path)) == "nothing is still to come; 0 records cleared, 1 not\n"


def test_programs_get_an_object(folder: Path) -> None:
    found = json.loads(run("status", folder, "--format", "json"))

    assert (found["version"], found["records"]) == (1, {"cleared": 1, "not_cleared": 2})
    first, last = found["outstanding"][0], found["outstanding"][-1]
    place = first.pop("location")
    assert first == {
        "field": "activities[1].held",
        "title": "Debt: held",
        "what": "day",
        "from": "Ben Example",
        "by": "1 September",
        "due": "2024-09-01",
    }
    assert (place["file"], place["line"], place["column"]) == (str(folder / "activities.yaml"), 8, 9)
    assert (last["from"], last["by"], last["due"]) == (None, None, None)


def test_a_report_that_cannot_be_made_is_told_as_in_a_draft(tmp_path: Path) -> None:
    assert "nothing was counted" in run("status", report_file(tmp_path, "nonsense: 1\n"), code=1)
    assert "no such file or folder" in run("status", tmp_path / "nowhere", code=3)


# --- in a draft


def drafted(**options: Any) -> bytes:
    activities = [{**WORKSHOP, "place": "TBC: town, from Ana, by 1 October"}, {**WORKSHOP, "cleared": True}]
    note = {"narrative": "So it was.[^n]\n\n[^n]: We coordinate."}
    return cthb_reports.draft(report_with(activities=activities, passages=[note]), ".docx", **options).content


def behind(content: bytes) -> list[Any]:
    """Return the paragraphs of the body from the bookmark of what is no part of the text on."""
    body = part(content, "word/document.xml")
    (mark,) = [each for each in body.iter(f"{W}bookmarkStart") if each.get(f"{W}name") == "_cthb_outstanding"]
    paragraphs = list(body.iter(f"{W}p"))
    return paragraphs[paragraphs.index(mark.getparent()) :]


def test_with_status_a_page_of_its_own_shows_what_is_to_come() -> None:
    found = behind(drafted(extras=["status"]))

    assert found[0].find(f"{W}pPr/{W}pageBreakBefore") is not None
    assert style_of(found[0]) == "Heading1"
    words = [text for paragraph in found if (text := "".join(paragraph.itertext()).replace("\u00a0", " "))]
    assert words == [
        *("Still to come", "Fact", "From", "By", "In the records"),
        *("Recruitment without Fees: place (town)", "Ana", "1 October"),
        "1 of 3 records cleared.",
    ]


def test_it_names_the_lines_of_the_records(folder: Path, tmp_path: Path) -> None:
    run("draft", folder, "-o", tmp_path / "report.docx", "--with", "status,sources")

    words = words_of((tmp_path / "report.docx").read_bytes())
    assert {"activities, line 8", "projects, line 3"} <= set(words)


def test_the_text_before_that_page_and_all_that_is_said_of_it_are_as_without() -> None:
    without, with_status = drafted(), drafted(extras=["status"])

    page = len([1 for paragraph in behind(with_status) if "".join(paragraph.itertext())])
    notes = 1
    assert words_of(with_status)[: -page - notes] == words_of(without)[:-notes]
    assert comments(with_status) == comments(without)


def test_where_nothing_is_to_come_the_page_says_so() -> None:
    content = cthb_reports.draft(report_with(activities=[WORKSHOP]), ".docx", extras=["status"]).content

    assert words_of(content)[-3:] == ["Still to come", "Nothing.", "0 of 1 record cleared."]


def test_a_draft_with_that_page_knows_itself_and_comes_again_the_same() -> None:
    assert docx.was_edited(drafted(extras=["status"])) is False
    assert drafted(extras=["status"]) == drafted(extras=["status"])


def test_the_page_is_not_of_the_text_and_no_clean_copy_has_it(tmp_path: Path) -> None:
    records, target = report_file(tmp_path), tmp_path / "report.docx"

    for option in ("--clean", "--final"):
        assert "cannot show status" in run("draft", records, "-o", target, option, "--with", "status", code=2)
    assert "only a .docx can have status" in run("draft", records, "-o", "x.md", "--with", "status", code=2)
    assert "no extra 'stati'" in run("draft", records, "-o", target, "--with", "stati", code=2)
    with pytest.raises(cthb_reports.DraftError, match="nothing but its text"):
        drafted(extras=["status"], clean=True)
    with pytest.raises(cthb_reports.UnknownNameError):
        drafted(extras=["stati"])


def test_every_judge_is_content_with_the_page(
    sdk: Callable[[bytes], list[str]], audit: Callable[[bytes], list[str]], soffice: Soffice
) -> None:
    content = drafted(extras=["status", "sources"])

    assert docx_lint.problems(content) == []
    assert (sdk(content), audit(content)) == ([], [])
    assert "Still to come" in soffice.texts({"x": content})["x"]
