"""The text, the lists and the notes of a draft of everything as they were when somebody last looked at the page.

After a change that is meant, look at the pages, then renew the files:

    CTHB_REPORTS_GOLDEN=renew .venv/bin/pytest tests/writers/docx/test_docx_golden.py
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from docx_parts import members, pretty
from rich_document import rich

from cthb_reports.writers import docx

GOLDEN = Path(__file__).parent / "golden"
PARTS = ["document", "footnotes", "numbering"]


@pytest.mark.parametrize("part", PARTS)
def test_a_draft_of_everything_is_as_it_was_looked_at(part: str) -> None:
    golden = GOLDEN / f"rich-{part}.xml"

    found = pretty(members(docx.write(rich()).content)[f"word/{part}.xml"])
    if os.environ.get("CTHB_REPORTS_GOLDEN") == "renew":
        golden.write_text(found, encoding="utf-8")
    assert found.splitlines() == golden.read_text(encoding="utf-8").splitlines()
