from __future__ import annotations

import functools
import io
import zipfile

import pytest
from going_round import going_round
from hypothesis import given
from hypothesis import strategies as st
from made_documents import sample
from zip_edits import members, packed, replaced

from cthb_reports.writers.docx import was_edited


@functools.cache
def draft() -> bytes:
    return going_round(sample())


def test_a_draft_as_we_wrote_it_was_not_edited() -> None:
    assert was_edited(draft()) is False


def test_a_draft_packed_again_without_a_change_was_not_edited() -> None:
    assert was_edited(packed(dict(reversed(members(draft()).items())))) is False


@pytest.mark.parametrize(
    ("member", "old", "new"),
    [
        ("word/document.xml", "Over the year", "Over the years"),
        ("word/footnotes.xml", "caution", "care"),
        ("word/footer1.xml", ">2<", ">3<"),
    ],
)
def test_a_draft_with_another_word_in_any_story_was_edited(member: str, old: str, new: str) -> None:
    assert was_edited(replaced(draft(), member, old, new)) is True


def test_a_draft_with_comments_that_people_added_was_edited() -> None:
    added = {"word/comments.xml": b"<x/>"}

    assert was_edited(packed({**members(draft()), **added})) is True


def test_a_docx_of_others_is_none_of_ours() -> None:
    ours = {name: blob for name, blob in members(draft()).items() if not name.startswith(("customXml/", "docProps/"))}

    assert was_edited(packed(ours)) is None


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"a text"])
def test_what_is_no_docx_is_none_of_ours(content: bytes) -> None:
    assert was_edited(content) is None


@given(st.integers(0, 20_000))
def test_a_truncated_draft_is_none_of_ours(length: int) -> None:
    assert was_edited(draft()[: min(length, len(draft()) - 30)]) is None


@given(st.integers(0, 20_000), st.integers(1, 255))
def test_a_draft_with_a_flipped_byte_never_raises_and_no_changed_text_passes_for_ours(place: int, change: int) -> None:
    content = bytearray(draft())
    content[place % len(content)] ^= change

    # a byte of a member that holds no text, or of the archive's own fields, need not be seen
    if was_edited(bytes(content)) is False:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert archive.read("word/document.xml") == members(draft())["word/document.xml"]
