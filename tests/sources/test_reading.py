from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cthb_reports.sources import Source, SourceFile, read_file

CORPUS = sorted(path for path in (Path(__file__).parent / "corpus").iterdir() if path.suffix != ".expected")
SUFFIXES = st.sampled_from([".json", ".yaml"])
YAML_LIKE = st.text("ab1 \n\t:-?,[]{}#&*!|>'\"%@`\\<~.\r\x85\u2028é😀", max_size=60)


def read(content: str | bytes, name: str = "report.yaml") -> Source:
    data = content.encode() if isinstance(content, str) else content
    return read_file(SourceFile(PurePosixPath(name), name, data))


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_a_broken_file_of_the_corpus_is_explained_as_written_beside_it(path: Path) -> None:
    source = read(path.read_bytes(), path.name)

    expected = path.with_name(path.name + ".expected").read_text(encoding="utf-8")
    assert "".join(f"{finding}\n" for finding in source.findings) == expected
    assert expected


def assert_sound(source: Source, lines: list[str]) -> None:
    """Every place is inside the file, and each character of each value is inside its value."""
    places = [*source.values.values(), *source.keys.values()]
    locations = [place.location for place in places] + [finding.location for finding in source.findings]
    for place in places:
        locations += [place.at(index) for index in range(len(place.value or "") + 1)]
    for location in locations:
        assert location is not None
        start, end = (location.line, location.column), (location.end_line, location.end_column)
        assert (1, 1) <= start <= end
        assert location.end_line <= len(lines)
        assert location.end_column <= len(lines[location.end_line - 1]) + 1


def lines_of(text: str) -> list[str]:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


@given(st.binary(), SUFFIXES)
@example(b"[" * 100_000, ".yaml")
@example(b"[" * 100_000, ".json")
@example(b'{"a":' * 100_000, ".yaml")
@example(b"- " * 100_000, ".yaml")
@example(b"? " * 100_000, ".yaml")
@example(b"\xff\xfea\0", ".yaml")
@example(b"", ".json")
def test_any_bytes_give_data_or_findings(content: bytes, suffix: str) -> None:
    source = read(content, "report" + suffix)

    assert isinstance(source.data, dict)
    assert bool(source.unreadable) <= bool(source.findings), "nothing is passed over in silence"


@given(YAML_LIKE, SUFFIXES)
@example("!%", ".yaml")
def test_any_text_that_looks_like_records_has_places_inside_the_file(text: str, suffix: str) -> None:
    source = read(f"a: {text}" if suffix == ".yaml" else text, "report" + suffix)

    assert_sound(source, lines_of(f"a: {text}" if suffix == ".yaml" else text))


def test_a_file_saved_by_windows_reads_like_any_other() -> None:
    source = read(b"\xef\xbb\xbftitle: One\r\ncity: Vienna\r\n")

    assert source.data == {"title": "One", "city": "Vienna"}
    assert str(source.locate(("city",))) == "report.yaml:2:7"


def test_lines_that_end_in_a_bare_return_are_counted() -> None:
    source = read(b"title: One\rcity: Vienna\r")

    assert str(source.locate(("city",))) == "report.yaml:2:7"


def test_a_file_that_cannot_be_read_is_given_but_unreadable() -> None:
    source = read("title: a: b")

    assert source.data == {}
    assert source.unreadable == {()}


def test_what_is_wrong_with_parts_of_a_file_stands_in_the_order_of_its_lines() -> None:
    source = read("a: 1\na: 2\nb: !x 3\nb: 4\n")

    found: list[Any] = [(finding.name, finding.location and finding.location.line) for finding in source.findings]
    assert found == [("duplicate-key", 2), ("tag", 3), ("duplicate-key", 4)]
