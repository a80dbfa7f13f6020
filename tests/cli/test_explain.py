"""`explain`: a page for every code that can be found, and in plain words what records may hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from cthb_reports import Report
from cthb_reports.cli import main
from cthb_reports.models.base import fields_of
from cthb_reports.workflow import forms, manual

ROOT = Path(__file__).parents[2]
PAGES = manual.pages()


def explained(*words: str, code: int = 0) -> str:
    result = CliRunner().invoke(main, ["explain", *words])
    assert result.exit_code == code, result.output
    return result.output


def test_the_page_of_a_rule_has_what_it_asks_and_why() -> None:
    page = explained("C115")

    assert page.startswith("C115 delivery-not-on-a-thursday (warning)\n")
    assert "Why: " in page
    assert "Example:" in page


@pytest.mark.parametrize("word", ["c115", "delivery-not-on-a-thursday"])
def test_a_page_is_found_in_small_letters_and_by_name(word: str) -> None:
    assert explained(word) == explained("C115")


def test_a_group_lists_its_codes() -> None:
    listed = explained("R")

    assert re.findall(r"^  (\w+)", listed, re.MULTILINE) == [page.code for page in PAGES if page.code[0] == "R"]


def test_without_a_word_every_code_is_listed() -> None:
    assert set(re.findall(r"^  ([A-Z]\d{3}) ", explained(), re.MULTILINE)) == {page.code for page in PAGES}


def test_what_nobody_knows_is_refused_with_what_is_known() -> None:
    assert "no page 'donor'; known: " in explained("donor", code=2)
    assert "leave out the word" in explained("C115", "--markdown", code=2)


def test_every_code_that_the_program_writes_has_a_page() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))

    assert set(re.findall(r"\"([A-Z]\d{3})\",?\n? +\"[a-z]+-", source)) <= {page.code for page in PAGES}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.code)
def test_a_page_says_what_in_a_sentence_and_why(page: manual.Page) -> None:
    assert page.summary.strip()
    assert "Why: " in page.text
    assert page.code[0] in manual.GROUPS


def test_the_page_of_the_documentation_is_what_the_rules_say() -> None:
    if not (ROOT / "docs").exists():
        pytest.skip("the packages are made without documentation")

    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == explained("--markdown")


# --- records


def test_the_records_of_a_list_are_told_with_every_field_of_theirs() -> None:
    told = explained("activities")

    for name in ("kind (needed)", "state (needed, or TBC)", "co_organizers (a list, or TBC)", "narrative (Markdown)"):
        assert f"\n  {name}\n" in told
    assert "One of: conference, workshop" in told


def test_what_all_kinds_of_a_list_may_hold_is_told_once() -> None:
    told = explained("activities")

    assert told.count("\n  narrative") == 1
    assert told.index("Each of them may also hold:") < told.index("\n  narrative")


@pytest.mark.parametrize("name", forms.names())
def test_every_part_of_a_report_can_be_explained(name: str) -> None:
    assert len(explained(name).splitlines()) > 2


def test_the_report_itself_is_told_with_every_field() -> None:
    told = explained("report")

    assert [field.name for _, field in fields_of(Report) if f"\n  {field.name}" not in told] == []
