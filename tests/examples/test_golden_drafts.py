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
from pydantic import BaseModel

import cthb_reports
from cthb_reports.models.base import fields_of
from cthb_reports.models.texts import Markdown

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


def facts_only(record: BaseModel) -> BaseModel:
    """Return a record without its narratives, and the records in it likewise."""
    kept: dict[str, object] = {}
    for name, field in fields_of(type(record)):
        value = getattr(record, name)
        if name == "said":
            kept[name] = ()
        elif field.marker(Markdown):
            kept[name] = None
        elif isinstance(value, BaseModel):
            kept[name] = facts_only(value)
        elif isinstance(value, tuple):
            kept[name] = tuple(facts_only(entry) if isinstance(entry, BaseModel) else entry for entry in value)
    return record.model_copy(update=kept)


def test_the_draft_of_the_facts_alone_is_the_one_that_was_read() -> None:
    report = facts_only(cthb_reports.load(EXAMPLES / "2017")).model_copy(update={"passages": ()})

    compare("2017-facts-only.md", cthb_reports.draft(report, ".md").content.decode())


@pytest.mark.parametrize("example", ["minimal", "2017", "2018"])
def test_the_markdown_draft_is_the_one_that_was_read(example) -> None:
    draft = cthb_reports.draft(cthb_reports.load(EXAMPLES / example), ".md")

    compare(f"{example}.md", draft.content.decode())


@pytest.mark.parametrize("example", ["minimal", "2017"])
def test_the_word_draft_is_the_one_that_was_looked_at(example) -> None:
    draft = cthb_reports.draft(cthb_reports.load(EXAMPLES / example), ".docx")

    compare(f"{example}.docx.xml", body_as_xml(draft.content))
