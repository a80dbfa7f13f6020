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
from going_round import going_round
from made_documents import sample
from rich_document import rich

from cthb_reports.writers import docx

DRAFT = going_round(rich())
CLEAN = docx.write(rich()).content
_DIGESTS = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from docx_parts import members
from going_round import going_round
from rich_document import rich
for name, part in members(going_round(rich())).items():
    print(name, hashlib.sha256(part).hexdigest())
"""


def test_the_same_document_gives_the_same_bytes() -> None:
    assert going_round(rich()) == DRAFT
    assert docx.write(rich()).content == CLEAN


def test_another_document_in_between_changes_nothing() -> None:
    docx.write(sample(), options=docx.DocxOptions(line_numbers=True, watermark="DRAFT"))

    assert going_round(rich()) == DRAFT
    assert docx.write(rich()).content == CLEAN


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


@pytest.mark.parametrize("draft", [DRAFT, CLEAN], ids=["going round", "clean"])
def test_a_draft_that_nobody_touched_is_not_edited(draft: bytes) -> None:
    assert docx.was_edited(draft) is False


def test_a_draft_packed_anew_is_not_edited() -> None:
    assert docx.was_edited(packed(dict(reversed(members(DRAFT).items())))) is False


@pytest.mark.parametrize("draft", [DRAFT, CLEAN], ids=["going round", "clean"])
def test_one_letter_makes_a_draft_edited(draft: bytes) -> None:
    assert docx.was_edited(changed(draft, "word/document.xml", "Nothing follows", "nothing follows")) is True


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


def test_a_draft_that_has_lost_what_it_was_made_from_still_knows_its_text() -> None:
    broken = changed(DRAFT, "customXml/item1.xml", "</draft>", "")

    assert docx.was_edited(broken) is False
    assert docx.was_edited(changed(broken, "word/document.xml", "Nothing follows", "nothing follows")) is True


def test_a_draft_that_has_lost_its_identifier_counts_as_edited() -> None:
    saved_by_another_program = changed(DRAFT, "docProps/core.xml", "dc:identifier>", "dc:type>")

    assert docx.was_edited(saved_by_another_program) is True


def test_a_member_that_says_it_is_huge_is_not_unpacked() -> None:
    grown = packed({**members(DRAFT), "word/header9.xml": bytes(201 * 2**20)})

    assert docx.was_edited(grown) is None


def test_a_draft_used_as_a_letterhead_gives_a_draft_that_knows_itself() -> None:
    for again in (docx.write(rich(), letterhead=DRAFT).content, going_round(rich(), letterhead=DRAFT)):
        assert docx.was_edited(again) is False
        assert lines(again) == lines(DRAFT)
