"""The README keeps its word: what it shows is run from the top of a checkout, and does what it says."""

import os
import re
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest

import cthb_reports
from cthb_reports.document import plain_text
from cthb_reports.models.schema import json_schema
from cthb_reports.rendering import render

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def _blocks(language: str) -> list[str]:
    return [block for name, block in BLOCKS if name == language]


COMMANDS = [block for block in _blocks("sh") if block.startswith("cthb-reports")]


PICTURES = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", README)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a folder with what a reader of the README has by then: the examples, and wording of their own."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shutil.copy(ROOT / "examples" / "minimal" / "report.yaml", tmp_path / "my-report.yaml")
    (wording,) = _blocks("jinja")
    (tmp_path / "my-wording" / "report").mkdir(parents=True)
    (tmp_path / "my-wording" / "report" / "document.md.j2").write_text(wording, encoding="utf-8")
    return tmp_path


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """Return the minimal example with the activity that the README shows."""
    head, _, _ = (ROOT / "examples" / "minimal" / "report.yaml").read_text(encoding="utf-8").partition("\nactivities:")
    (activity,) = _blocks("yaml")
    (tmp_path / "report.yaml").write_text(f"{head}\n", encoding="utf-8")
    (tmp_path / "activities.yaml").write_text(activity, encoding="utf-8")
    return tmp_path


def _env() -> dict[str, str]:
    return {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


@pytest.mark.parametrize("block", COMMANDS, ids=lambda block: block.split("\n")[0][:40])
def test_the_commands_of_the_readme_run(block: str, checkout: Path) -> None:
    done = subprocess.run(
        ["sh", "-eu"], input=block, cwd=checkout, env=_env(), check=False, capture_output=True, text=True, timeout=120
    )

    assert done.returncode == 0, done.stderr


def test_the_readme_shows_every_command() -> None:
    done = subprocess.run(["cthb-reports", "--help"], env=_env(), check=True, capture_output=True, text=True)
    commands = re.findall(r"^  ([a-z]+) ", done.stdout.partition("Commands:")[2], re.MULTILINE)

    assert {"draft", "schema", "validate"} <= set(commands)
    assert [name for name in commands if f"cthb-reports {name}" not in "".join(COMMANDS)] == []


@pytest.mark.parametrize("block", _blocks("python"), ids=lambda block: block.split("\n")[-2][:40])
def test_the_code_of_the_readme_runs(block: str, checkout: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-"],
        input=block,
        cwd=checkout,
        env=_env(),
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert done.returncode == 0, done.stderr


def test_the_record_of_the_readme_lacks_only_the_fact_that_is_still_to_come(records: Path) -> None:
    findings = cthb_reports.validate(records)

    assert [(finding.code, finding.field) for finding in findings] == [
        ("P101", ("activities", 0, "attendance", "women"))
    ]


def test_the_paragraphs_that_the_readme_shows_are_those_that_are_drafted(records: Path) -> None:
    shown = re.findall(r"((?:^> .*\n)+)", README, re.MULTILINE)

    drafted = plain_text(render(cthb_reports.load(records)).document)
    assert [" ".join(block.replace("> ", " ").split()) for block in shown] == drafted.splitlines()[-len(shown) :]


def test_the_wording_of_the_readme_changes_the_draft(checkout: Path) -> None:
    report = cthb_reports.load(checkout / "my-report.yaml")

    draft = cthb_reports.draft(report, ".md", templates=checkout / "my-wording")
    assert "for the Annual Security Review" in draft.content.decode()


def test_the_schema_has_the_part_that_the_readme_refers_an_editor_to() -> None:
    assert '"$ref": "report.schema.json#/properties/activities"' in README
    assert "activities" in json_schema(cthb_reports.Report)["properties"]


def test_the_readme_shows_two_pages_and_says_in_words_what_is_on_each() -> None:
    assert len(PICTURES) == 2
    assert [place for words, place in PICTURES if len(words.split()) < 10] == []


@pytest.mark.parametrize("place", [place for _, place in PICTURES])
def test_a_picture_of_the_readme_is_an_upright_page_that_loads_at_once(place: str) -> None:
    if not (ROOT / "docs").exists():
        pytest.skip("the packages are made without pictures")
    picture = (ROOT / place).read_bytes()

    name, width, height = struct.unpack(">4sII", picture[12:24])
    assert (picture[:8], name) == (b"\x89PNG\r\n\x1a\n", b"IHDR")
    assert 700 < width < height < 1500
    assert len(picture) < 150_000


def test_every_picture_that_is_drawn_is_shown() -> None:
    drawn = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("*.png")}
    pages = "".join(page.read_text(encoding="utf-8") for page in (ROOT / "docs").glob("*.md"))

    assert drawn <= {place for _, place in PICTURES} | {
        f"docs/{name}" for name in re.findall(r"\]\(([^)]+\.png)\)", pages)
    }
