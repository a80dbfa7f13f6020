"""The same records give the same file, and a draft knows whether somebody has edited it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from docx_parts import changed, lines, members, packed
from made_documents import sample
from rich_document import rich

from cthb_reports.writers import docx

DRAFT = docx.write(rich()).content
_DIGESTS = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from docx_parts import members
from rich_document import rich
from cthb_reports.writers import docx
for name, part in members(docx.write(rich()).content).items():
    print(name, hashlib.sha256(part).hexdigest())
"""


def test_the_same_document_gives_the_same_bytes() -> None:
    assert docx.write(rich()).content == DRAFT


def test_another_document_in_between_changes_nothing() -> None:
    docx.write(sample(), options=docx.DocxOptions(line_numbers=True, watermark="DRAFT"))

    assert docx.write(rich()).content == DRAFT


def test_the_parts_are_the_same_whatever_the_seed_of_hashes() -> None:
    judges = Path(__file__).parents[2] / "judges"
    found = {
        subprocess.run(
            [sys.executable, "-c", _DIGESTS, judges],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(found) == 1
    assert b"word/document.xml" in found.pop()


def test_no_member_bears_the_time_of_the_clock() -> None:
    with zipfile.ZipFile(io.BytesIO(DRAFT)) as archive:
        entries = archive.infolist()

    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert [entry.filename for entry in entries][:2] == ["[Content_Types].xml", "_rels/.rels"]


def test_a_draft_that_nobody_touched_is_not_edited() -> None:
    assert docx.was_edited(DRAFT) is False


def test_a_draft_packed_anew_is_not_edited() -> None:
    assert docx.was_edited(packed(dict(reversed(members(DRAFT).items())))) is False


def test_one_letter_makes_a_draft_edited() -> None:
    assert docx.was_edited(changed(DRAFT, "word/document.xml", "Nothing follows", "nothing follows")) is True


@pytest.mark.parametrize(("part", "old"), [("word/footnotes.xml", "Answers"), ("word/footer1.xml", "PAGE")])
def test_a_letter_in_a_note_or_a_footer_makes_a_draft_edited(part: str, old: str) -> None:
    assert docx.was_edited(changed(DRAFT, part, old, f"{old}s")) is True


def test_a_comment_makes_a_draft_edited() -> None:
    assert docx.was_edited(packed({**members(DRAFT), "word/comments.xml": b"<comments/>"})) is True


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", b"no archive", DRAFT[: len(DRAFT) // 2], packed({}), docx.built_in()],
    ids=["empty", "two letters", "text", "half a draft", "an empty archive", "a letterhead"],
)
def test_nothing_is_known_of_a_file_that_is_no_draft_of_ours(content: bytes) -> None:
    assert docx.was_edited(content) is None


def test_nothing_is_known_of_a_draft_whose_keepsake_is_broken() -> None:
    assert docx.was_edited(changed(DRAFT, "customXml/item1.xml", "</draft>", "")) is None


def test_a_member_that_says_it_is_huge_is_not_unpacked() -> None:
    grown = packed({**members(DRAFT), "word/header9.xml": bytes(201 * 2**20)})

    assert docx.was_edited(grown) is None


def test_a_draft_used_as_a_letterhead_gives_a_draft_that_knows_itself() -> None:
    again = docx.write(rich(), letterhead=DRAFT).content

    assert docx.was_edited(again) is False
    assert lines(again) == lines(DRAFT)
