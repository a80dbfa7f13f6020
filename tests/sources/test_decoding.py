from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cthb_reports.sources import SourceFile, read_file
from cthb_reports.sources.decoding import MAX_BYTES, Text

if TYPE_CHECKING:
    from cthb_reports.findings import Finding


def only_finding(content: bytes) -> Finding:
    (finding,) = read_file(SourceFile(PurePosixPath("report.yaml"), "report.yaml", content)).findings
    return finding


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_file_saved_as_unicode_by_an_old_editor_is_told_apart_from_a_picture(encoding: str) -> None:
    finding = only_finding("title: No one left behind\n".encode(encoding))

    assert finding.name == "not-utf-8"
    assert finding.message.startswith("the file is saved as UTF-")
    assert finding.hint == "save it as UTF-8"


def test_a_curly_apostrophe_of_windows_is_shown_where_it_stands() -> None:
    finding = only_finding("title: One\ncity: état ".encode() + "victim’s".encode("cp1252"))

    assert str(finding.location) == "report.yaml:2:18"
    assert finding.message == "the byte 0x92 is not UTF-8"
    assert finding.hint == "save it as UTF-8; it looks like Windows-1252, where this byte is '’'"


def test_a_byte_that_is_no_letter_anywhere_gets_no_guess() -> None:
    finding = only_finding(b"title: \x81")

    assert finding.hint == "save it as UTF-8"


def test_a_picture_is_no_text() -> None:
    finding = only_finding(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")

    assert finding.name == "binary-file"
    assert str(finding.location) == "report.yaml:3:1"


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b" \n\n", b"# a note\n", b"---\n"])
def test_a_file_without_a_value_is_empty(content: bytes) -> None:
    assert only_finding(content).name == "empty-file"


def test_a_file_beyond_the_limit_is_not_even_decoded() -> None:
    finding = only_finding(b"\xff" * (MAX_BYTES + 1))

    assert finding.name == "file-too-large"
    assert "8,388,609 bytes" in finding.message


@pytest.mark.parametrize(
    ("char", "shown"), [("\x0b", "U+000B"), ("\x92", "U+0092"), ("\ufeff", "U+FEFF"), ("\uffff", "U+FFFF")]
)
def test_a_character_that_word_refuses_is_named_at_its_place(char: str, shown: str) -> None:
    finding = only_finding(f"title: One\ncity: Vi{char}enna\n".encode())

    assert finding.name == "control-character"
    assert shown in finding.message
    assert str(finding.location) == "report.yaml:2:9"


@given(st.text("ab\n\r\x85\u2028", max_size=20), st.data())
def test_lines_are_counted_as_editors_count_them(content: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(content)).filter(lambda at: content[at - 1 : at + 1] != "\r\n"))

    place = Text("x", content).location(offset, offset)

    before = content[:offset].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert (place.line, place.column) == (len(before), len(before[-1]) + 1)
