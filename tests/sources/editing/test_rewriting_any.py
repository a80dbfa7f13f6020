"""What holds for any change of any file, however it is written."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from made_changes import as_yaml, at, changes, done, paths
from made_yaml import KEYS, VALUES, json_texts, yaml_texts

from cthb_reports.errors import UnwritableError
from cthb_reports.sources import Append, Assign, Change, Remove, Source, SourceFile, read_file, rewritten

if TYPE_CHECKING:
    from collections.abc import Callable

    from cthb_reports.findings import FieldPath

slow = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


def file_of(text: str, name: str = "report.yaml") -> SourceFile:
    return SourceFile(PurePosixPath(name), name, text.encode())


def after(file: SourceFile, changes: list[Change]) -> str:
    return rewritten([file], changes, None).get(file.shown, file.content).decode()


def untouched(source: Source, text: str, asked: list[Change]) -> list[str]:
    """Return the lines with more than a dash in which nothing stands that is to change, nor brackets that hold such a thing."""
    lines = text.splitlines()
    for change in (*asked, *map(Remove, emptied(source.data, asked))):
        is_new = isinstance(change, Append) or change.path not in source.values
        path = change.path[:-1] if is_new and isinstance(change, Assign) else change.path
        brackets = next(
            (path[:length] for length in range(1, len(path) + 1) if in_brackets(source, path[:length])), None
        )
        if brackets or not is_new:
            for number in range(*span(source, text, brackets or path)):
                lines[number] = ""
    return [line for line in lines if line.strip(" -")]


def in_brackets(source: Source, path: FieldPath) -> bool:
    place = source.values[path]
    return not place.is_scalar and place.text.content[place.start] in "[{"


def span(source: Source, text: str, path: FieldPath) -> tuple[int, int]:
    """Return the lines of a value and its name or dash: the first, and the one after the last."""
    place, key = source.values[path], source.keys.get(path)
    where = place.text.location(key.start if key else place.start, place.end)
    lines = text.splitlines()
    first = where.line - 1
    dash = re.compile(rf" {{0,{max(where.column - 2, 0)}}}-")
    while key is None and first and not dash.match(lines[first]):
        first -= 1
    return first, where.end_line - (1 if where.end_column == 1 else 0)


def emptied(data: Any, asked: list[Change]) -> set[FieldPath]:
    """Return the records and lists of which nothing is left."""
    removed = {change.path for change in asked if isinstance(change, Remove)}
    for path in sorted(paths(data), key=len, reverse=True):
        held = at(data, path)
        steps = held if isinstance(held, dict) else range(len(held)) if isinstance(held, list) else ()
        if steps and all((*path, step) in removed for step in steps):
            removed.add(path)
    return removed


def is_within(few: list[str], many: list[str]) -> bool:
    rest = iter(many)
    return all(line in rest for line in few)


@slow
@given(yaml_texts(), st.data())
def test_what_is_read_after_changes_is_what_was_meant(text: str, data: st.DataObject) -> None:
    source = read_file(file_of(text))
    assume(not source.findings)
    asked = data.draw(changes(source.data))
    expected = done(source.data, asked, as_yaml)
    assume(expected)

    result = after(file_of(text), asked)

    assert read_file(file_of(result)).data == expected


@st.composite
def dumped(draw: Callable[[Any], Any]) -> str:
    """Return a file as PyYAML writes it, in one of its many forms."""
    look = st.fixed_dictionaries(
        {
            "default_style": st.sampled_from([None, None, "'", '"', "|", ">"]),
            "default_flow_style": st.sampled_from([False, None, True]),
            "width": st.sampled_from([20, 80, 200]),
            "indent": st.sampled_from([2, 4]),
            "allow_unicode": st.booleans(),
            "explicit_start": st.booleans(),
            "explicit_end": st.booleans(),
            "line_break": st.sampled_from(["\n", "\r\n"]),
        }
    )
    record = {"kind": "report", **draw(st.dictionaries(KEYS, VALUES, max_size=4))}
    if draw(st.integers(0, 3)) == 0:
        record |= {"first": (shared := {"id": "a", "said": ["b"]}), "second": shared, "third": [shared]}
    text: str = yaml.safe_dump(as_yaml(record), sort_keys=False, **draw(look))
    return text.replace("!!str ", "").replace("!!null ", "")


@slow
@given(dumped(), st.data())
def test_a_file_of_another_program_is_changed_as_meant_or_the_alias_is_named(text: str, data: st.DataObject) -> None:
    source = read_file(file_of(text))
    assume(not source.findings)
    asked = data.draw(changes(source.data))
    expected = done(source.data, asked, as_yaml)
    assume(expected)

    try:
        result = after(file_of(text), asked)
    except UnwritableError as error:
        assert "repeated by an alias" in str(error)  # noqa: PT017 -- a refusal is one of two right answers
        return

    assert read_file(file_of(result)).data == expected


@slow
@given(json_texts(), st.data())
def test_what_is_read_from_json_after_changes_is_what_was_meant(text: str, data: st.DataObject) -> None:
    file = file_of(text, "report.json")
    source = read_file(file)
    asked = data.draw(changes(source.data))
    expected = done(source.data, asked, lambda value: value)
    assume(expected)

    result = after(file, asked)

    assert read_file(file_of(result, "report.json")).data == expected


@slow
@given(yaml_texts(), st.data())
def test_lines_without_a_changed_value_stay_as_they_are(text: str, data: st.DataObject) -> None:
    source = read_file(file_of(text))
    assume(not source.findings)
    asked = data.draw(changes(source.data))
    assume(done(source.data, asked, as_yaml))

    result = after(file_of(text), asked)

    kept, lines = untouched(source, text, asked), result.splitlines()
    if any(isinstance(change, Remove) for change in asked):  # the next key may have moved to the line of the dash
        kept, lines = [line.lstrip(" -") for line in kept], [line.lstrip(" -") for line in lines]
    assert is_within(kept, lines)


@slow
@given(yaml_texts(), st.data())
def test_comments_stay_but_for_those_on_the_lines_of_a_value_that_goes(text: str, data: st.DataObject) -> None:
    source = read_file(file_of(text))
    assume(not source.findings)
    asked = data.draw(changes(source.data))
    assume(done(source.data, asked, as_yaml))
    lines = text.splitlines()
    for change in (*asked, *map(Remove, emptied(source.data, asked))):
        if not isinstance(change, Append) and change.path in source.values:
            first, last = span(source, text, change.path)
            lines[first:last] = [""] * (last - first)

    result = after(file_of(text), asked)

    assert remarks("\n".join(lines)) <= remarks(result)


def remarks(text: str) -> set[str]:
    return set(re.findall(r"# remark \d+", text))


@slow
@given(yaml_texts() | json_texts())
def test_putting_the_values_that_are_there_changes_nothing(text: str) -> None:
    file = file_of(text, "report.json" if text.startswith("{") else "report.yaml")
    source = read_file(file)
    assume(not source.findings)

    assert rewritten([file], [Assign((key,), value) for key, value in source.data.items()], None) == {}
