from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from cthb_reports.sources import Place, SourceFile, read_file

if TYPE_CHECKING:
    from cthb_reports.findings import Location

TEXTS = st.text("abé😀 \n\t:#-'\"\\&*!|>%@.,()\u201c\xa0", min_size=1, max_size=60)


def place_of(text: str, name: str = "report.yaml") -> Place:
    source = read_file(SourceFile(PurePosixPath(name), name, text.encode()))
    return source.values["a", "b"]


def offset(text: str, line: int, column: int) -> int:
    normal = text.split("\n")
    return sum(len(before) + 1 for before in normal[: line - 1]) + column - 1


def written(text: str, place: Location) -> str:
    """Return what stands in the file at a location; lines end in a newline."""
    return text[offset(text, place.line, place.column) : offset(text, place.end_line, place.end_column)]


def assert_each_character_is_where_it_was_written(text: str, place: Place) -> None:
    value = place.value
    assert value is not None
    last = -1
    for index, char in enumerate(value):
        location = place.at(index)
        start, source = offset(text, location.line, location.column), written(text, location)
        assert start > last, "characters stand in their order"
        last = start
        assert source == char or means(source, char), (index, char, source)


def means(source: str, char: str) -> bool:
    """Tell whether a stretch of source is an escape or a line end that stands for a character."""
    if source.startswith("\\"):
        return (
            bool(yaml.safe_load(f'"{source}"') == char) if len(source) < 12 else bool(json.loads(f'"{source}"') == char)
        )
    return (source, char) in {("''", "'"), ("\n", " "), ("\n", "\n")}


@given(TEXTS, st.sampled_from(["'", '"', "|", ">", ""]), st.sampled_from([8, 20, 80]), st.booleans())
def test_each_character_of_a_yaml_text_is_found_however_it_is_written(
    text: str, style: str, width: int, ascii_only
) -> None:
    written_out = yaml.dump({"a": {"b": text}}, default_style=style, width=width, allow_unicode=not ascii_only)
    written_out = written_out.replace("!!str ", "")

    place = place_of(written_out)

    assert_each_character_is_where_it_was_written(written_out, place)


@given(
    st.sampled_from("|>"),
    st.sampled_from(["", "-", "+", "1", "2-", "+3"]),
    st.lists(st.text(" ab\t#", max_size=8), min_size=1, max_size=6),
    st.booleans(),
)
def test_each_character_of_a_block_is_found_whatever_its_indentation(
    sign: str, header: str, lines: list[str], ends
) -> None:
    text = (
        f"a:\n  b: {sign}{header} # a comment\n"
        + "\n".join(f"    {line}" if line.strip() else line for line in lines)
        + "\n" * ends
    )
    source = read_file(SourceFile(PurePosixPath("x.yaml"), "x.yaml", text.encode()))
    assume(not source.unreadable)
    place = source.values["a", "b"]
    assume(place.value and place.value.strip(" \n"))

    assert_each_character_is_where_it_was_written(text, place)


@given(st.text(" \nab\\\"'", min_size=1, max_size=30), st.sampled_from("'\""))
def test_each_character_of_a_quotation_over_several_lines_is_found(inner: str, quote: str) -> None:
    text = f"a:\n  b: {quote}{inner}\n    end{quote}\n"
    source = read_file(SourceFile(PurePosixPath("x.yaml"), "x.yaml", text.encode()))
    assume(not source.unreadable)

    assert_each_character_is_where_it_was_written(text, source.values["a", "b"])


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.booleans())
def test_each_character_of_a_json_text_is_found(text: str, ascii_only) -> None:
    written_out = json.dumps({"a": {"b": text}}, ensure_ascii=ascii_only)

    place = place_of(written_out, "report.json")

    value = place.value
    assert value == text
    for index, char in enumerate(text):
        location = place.at(index)
        assert json.loads(f'"{written_out[location.column - 1 : location.end_column - 1]}"') == char


@pytest.mark.parametrize(
    ("text", "word", "line", "column"),
    [
        ("a:\n  b: some coordinated work\n", "coordinated", 2, 11),
        ("a:\n  b: some\n\n    more coordinated work\n", "coordinated", 4, 10),
        ("a:\n  b: 'the Office''s coordinated work'\n", "coordinated", 2, 21),
        ('a:\n  b: "\\u00e9\\t\\\n     coordinated work"\n', "coordinated", 3, 6),
        ("a:\n  b: |2\n      two more\n    coordinated\n", "coordinated", 4, 5),
        ("a:\n  b: >-\n    some\n    coordinated\n\n    work\n", "coordinated", 4, 5),
        ("a:\n  b: &mark some coordinated work\nc: *mark\n", "coordinated", 2, 17),
        ("a:\n  b: &mark # why\n    some coordinated work\nc: *mark\n", "coordinated", 3, 10),
    ],
)
def test_a_word_in_a_narrative_is_shown_at_that_word(text: str, word: str, line: int, column: int) -> None:
    place = place_of(text)
    start = str(place.value).index(word)

    location = place.at(start, start + len(word))

    assert (location.line, location.column) == (line, column)
    assert written(text, location) == word


def test_windows_line_ends_move_no_word() -> None:
    place = place_of("a:\r\n  b: |\r\n    one\r\n    two\r\n")

    assert place.value == "one\ntwo\n"
    assert str(place.at(4, 7)) == "report.yaml:4:5"
    assert place.at(4, 7).end_column == 8


def test_characters_that_the_value_does_not_have_are_the_whole_value() -> None:
    place = place_of("a:\n  b: Vienna\n")

    assert {place.at(6), place.at(-1), place.at(3, 3)} == {place.location}
    assert place.at(4, 99).end_column == place.location.end_column


def test_a_text_with_the_line_breaks_of_old_yaml_is_shown_whole() -> None:
    place = place_of('a:\n  b: "one\u2028 two"\n')

    assert place.at(0) == place.location


def test_a_block_that_was_never_begun_is_its_sign() -> None:
    place = place_of("a:\n  b: |")

    assert place.value == ""
    assert place.at(0) == place.location


def test_a_block_of_nothing_but_spaces_is_shown_whole() -> None:
    place = place_of("a:\n  b: |2+\n       \n")

    assert place.at(0) == place.location


def test_a_long_record_is_shown_by_its_first_line() -> None:
    place: Any = read_file(SourceFile(PurePosixPath("x.yaml"), "x.yaml", b"a:\n  b: one  \n  c: two\n")).values["a",]

    location = place.location
    assert (location.line, location.column, location.end_line, location.end_column) == (2, 3, 2, 9)
    assert place.at(0) == location
    assert repr(place) == "<Place x.yaml:2:3>"


def test_a_long_text_ends_with_its_last_word() -> None:
    place = place_of("a:\n  b: |\n    one\n    two\n\n\nc: 1\n")

    assert (place.location.end_line, place.location.end_column) == (4, 8)
