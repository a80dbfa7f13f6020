from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from cthb_reports.sources import Source, SourceFile, read_file
from cthb_reports.sources.yaml_reader import NOTHING

WORDS = st.text(
    st.characters(codec="utf-8", exclude_characters="\ufeff\ufffe\uffff", exclude_categories=["Cs"]), max_size=12
)
VALUES = st.recursive(
    WORDS | st.sampled_from(["NO", "12:30", "1.10", "true", "0o17", "2017-06", "null", "~", "<<", "="]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS.filter(bool), inner, max_size=4),
    max_leaves=12,
)
LINES = st.lists(
    st.sampled_from(
        ["a: 1", "b:", "  c: x", "  - y", "- z", "  d: [e, {f: g}]", "    more", "h: |", "i: 'j", "  k'", ""]
    ),
    max_size=8,
)


def all_text(text: str) -> Any:
    """Return what PyYAML reads when it takes every scalar for text."""
    return yaml.CBaseLoader(text).get_single_data()


def read(text: str) -> Source:
    return read_file(SourceFile(PurePosixPath("report.yaml"), "report.yaml", text.encode()))


def same(ours: Any, theirs: Any) -> bool:
    """Tell whether two readings are the same, nothing apart."""
    if ours is None:
        return theirs in NOTHING
    if isinstance(ours, dict):
        return ours.keys() == theirs.keys() and all(same(ours[key], theirs[key]) for key in ours)
    if isinstance(ours, list):
        return len(ours) == len(theirs) and all(map(same, ours, theirs))
    return type(ours) is str and ours == theirs


@given(
    st.dictionaries(WORDS.filter(bool), VALUES, min_size=1, max_size=5),
    st.sampled_from(["'", '"', "|", ">"]),
    st.booleans(),
)
def test_quoted_text_comes_back_as_it_was(data: dict[str, Any], style: str, ascii_only) -> None:
    text = yaml.dump(data, default_style=style, allow_unicode=not ascii_only).replace("!!str ", "")

    source = read(text)

    assert source.data == all_text(text)
    assert source.findings == ()


@given(LINES)
def test_what_we_read_without_a_complaint_is_what_pyyaml_reads(lines: list[str]) -> None:
    text = "\n".join(["top: x", *lines])
    source = read(text)
    assume(not source.findings)

    assert same(source.data, all_text(text))


@given(LINES)
def test_what_pyyaml_refuses_we_refuse(lines: list[str]) -> None:
    text = "\n".join(["top: x", *lines])
    try:
        all_text(text)
    except yaml.YAMLError:
        accepted = False
    else:
        accepted = True

    assert accepted or read(text).unreadable == {()}


@pytest.mark.parametrize(
    "word", ["NO", "yes", "true", "12:30", "1.10", "0x1F", "2017-06-09", "192", ".inf", "=", "1_000", "nULL"]
)
def test_unquoted_words_stay_as_written(word: str) -> None:
    assert read(f"value: {word}").data == {"value": word}


@pytest.mark.parametrize("word", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_nothing_unless_it_is_quoted(word: str) -> None:
    assert read(f"unquoted: {word}\nquoted: '{word}'").data == {"unquoted": None, "quoted": word}


def test_an_alias_repeats_a_value_as_data_of_its_own() -> None:
    source = read("first: &venue {city: Vienna}\nsecond: *venue\n")

    assert source.data["second"] == {"city": "Vienna"}
    assert source.data["second"] is not source.data["first"]
    assert source.locate(("second", "city")) == source.locate(("first", "city"))


def test_an_alias_can_be_a_name_and_a_mark_can_be_set_again() -> None:
    source = read("a: &x one\n*x : &x two\nb: *x\n")

    assert source.data == {"a": "one", "one": "two", "b": "two"}
    assert source.findings == ()


def test_a_mark_that_is_set_again_before_it_was_used_is_shown() -> None:
    source = read("a: &x one\nb: &x two\nc: *x\n")

    assert [str(finding.location) for finding in source.findings] == ["report.yaml:1:4"]


def test_a_billion_laughs_end_after_ten_thousand() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]

    source = read("\n".join([*lines, "z: *a9"]))

    assert [finding.name for finding in source.findings][-1] == "too-much-repeated"
    assert source.data == {}


def test_aliases_cannot_nest_deeper_than_brackets() -> None:
    lines = ["a0: &a0 [x]", *(f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 70)), "z: *a69"]

    source = read("\n".join(lines))

    assert [finding.name for finding in source.findings] == ["too-deep"]


def test_a_repeated_record_is_faulted_once() -> None:
    source = read("a: &x {b: 1, b: 2}\nc: *x\nd: *x\n")

    assert len(source.findings) == 1


def test_values_that_could_not_be_read_are_not_missing() -> None:
    source = read("event: {city: *nowhere}\nvenue: {<<: *nothing}\n")

    assert source.unreadable == {("event", "city"), ("venue",)}
    assert source.is_unreadable(("venue", "city"))
    assert not source.is_unreadable(("event", "title"))


def test_a_tagged_value_is_read_all_the_same() -> None:
    source = read("year: !!str 2017\nvenue: !here {city: Vienna}\n")

    assert source.data == {"year": "2017", "venue": {"city": "Vienna"}}
    assert [finding.name for finding in source.findings] == ["tag", "tag"]


def test_a_hash_in_a_text_is_a_warning_and_a_comment_is_none() -> None:
    source = read("title: Decision #5 # as printed\nlink: a#b\nnote: >  # folded\n  on #5\n")

    assert source.data == {"title": "Decision", "link": "a#b", "note": "on #5\n"}
    assert [(finding.severity, finding.location and finding.location.line) for finding in source.findings] == [
        ("warning", 1)
    ]


def test_python_without_libyaml_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: [1, 'x''y', \"z\\n\"]\nb: |\n  one\n  two\nc: {d: &e f, g: *e}\n"
    expected = read(text)
    monkeypatch.delattr(yaml, "CSafeLoader")

    source = read(text)

    assert source.data == expected.data
    assert {path: place.location for path, place in source.values.items()} == {
        path: place.location for path, place in expected.values.items()
    }


@pytest.mark.parametrize(
    "text", ["a: b: c\n", "a: 'open\n", "a:\n  b: 1\n c: 2\n", "a: @x\n", "a: [1, 2\n", "a:\n\tb: 1\n"]
)
def test_python_without_libyaml_explains_the_common_slips_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = read(text)
    monkeypatch.delattr(yaml, "CSafeLoader")

    source = read(text)

    assert [finding.message for finding in source.findings] == [finding.message for finding in expected.findings]
