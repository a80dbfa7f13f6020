"""The tutorial keeps its word: its commands are run, its edits are made, and they give what it shows.

When what the program says has changed, read the page and renew what it shows with

    CTHB_REPORTS_GOLDEN=renew .venv/bin/pytest tests/frame/test_officers_week.py
"""

import os
import re

import pytest
from officers_week import PAGE, ROOT, Week

pytestmark = pytest.mark.skipif(not PAGE.exists(), reason="the packages are made without the tutorial's pictures")


def test_the_week_goes_as_the_page_tells(office, tmp_path) -> None:
    text = PAGE.read_text(encoding="utf-8")

    played = Week(text, tmp_path).played(office)
    if os.environ.get("CTHB_REPORTS_GOLDEN") == "renew":
        PAGE.write_text(played, encoding="utf-8")
    assert played == text
    assert (tmp_path / "redline.docx").exists()


def test_the_pictures_of_the_week_are_there_and_told_in_words() -> None:
    shown = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", PAGE.read_text(encoding="utf-8"))

    assert len(shown) == 3
    assert all(len(words.split()) > 8 and (ROOT / "docs" / name).exists() for words, name in shown)
