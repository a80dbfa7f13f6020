"""The drafts of the examples as they were when somebody last read them.

A change of wording shows here as a difference. Read it and look at the pages; then renew the files with

    CTHB_REPORTS_GOLDEN=renew .venv/bin/pytest tests/examples/test_golden_drafts.py
"""

import io
import os
import zipfile
from pathlib import Path

import pytest
from lxml import etree

import cthb_reports

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
GOLDEN = HERE / "golden"


def body_as_xml(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    etree.indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"


def compare(name: str, made: str) -> None:
    file = GOLDEN / name
    if os.environ.get("CTHB_REPORTS_GOLDEN") == "renew":
        file.write_text(made, encoding="utf-8")
    assert made == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("example", ["minimal", "2017"])
def test_the_markdown_draft_is_the_one_that_was_read(example) -> None:
    draft = cthb_reports.draft(cthb_reports.load(EXAMPLES / example), ".md")

    compare(f"{example}.md", draft.content.decode())


@pytest.mark.parametrize("example", ["minimal", "2017"])
def test_the_word_draft_is_the_one_that_was_looked_at(example) -> None:
    draft = cthb_reports.draft(cthb_reports.load(EXAMPLES / example), ".docx")

    compare(f"{example}.docx.xml", body_as_xml(draft.content))
