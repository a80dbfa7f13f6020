from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cthb_reports.sources.decoding import Text
from cthb_reports.sources.faults import UnreadableError
from cthb_reports.sources.json_reader import read_json
from cthb_reports.sources.walk import Walk

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | WORDS
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS.filter(bool), inner, max_size=4),
    max_leaves=12,
)


class _RefusedError(ValueError):
    """What `json.loads` takes and we refuse on purpose."""


def refuse(_word: str) -> None:
    raise _RefusedError


def record_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) < len(pairs) or "" in dict(pairs):
        raise _RefusedError
    return dict(pairs)


def finite(word: str) -> float:
    number = float(word)
    return number if math.isfinite(number) else refuse(word) or number


def by_the_book(text: str) -> Any:
    value = json.loads(text, parse_constant=refuse, object_pairs_hook=record_once, parse_float=finite)
    if value is None or any("\ud800" <= char <= "\udfff" for char in json.dumps(value, ensure_ascii=False)):
        raise _RefusedError
    return value


def ours(text: str) -> Any:
    walk = Walk()
    data = walk.data(read_json(Text("report.json", text)), ())
    return walk.findings or data


@given(VALUES.filter(lambda value: value is not None), st.booleans(), st.sampled_from([None, 1, "\t"]))
def test_json_is_read_as_the_standard_library_reads_it(value: Any, escaped, indent: Any) -> None:
    text = json.dumps(value, ensure_ascii=escaped, indent=indent)

    assert repr(ours(text)) == repr(by_the_book(text))


@given(VALUES, st.data())
def test_json_with_a_slip_of_the_finger_is_refused_where_the_standard_library_refuses_it(
    value: Any, data: st.DataObject
) -> None:
    text = json.dumps(value)
    at = data.draw(st.integers(0, len(text)))
    slip = data.draw(
        st.sampled_from(["", *'{}[],:"\\ 0-.eE\n\t/', "true", "NaN", "\\u", '"a":1,', "\\ud83d\\ude00", "1e999"])
    )
    text = text[:at] + slip + text[at + data.draw(st.integers(0, 2)) :]

    try:
        expected = by_the_book(text)
    except ValueError:
        expected = None
    try:
        found = ours(text)
    except UnreadableError as error:
        found = [error.finding]

    if expected is None:
        assert [finding.code[0] for finding in found] == ["F"] * len(found)
        assert found
    else:
        assert repr(found) == repr(expected)


def test_the_place_of_a_number_is_all_its_digits() -> None:
    walk = Walk()
    walk.data(read_json(Text("report.json", '{"year": 2017}')), ())

    place = walk.values["year",]
    assert (place.location.column, place.location.end_column) == (10, 14)
    assert place.at(1) == place.location


@pytest.mark.parametrize("digits", ["9" * 5000, "1e400", "-1e400"])
def test_a_number_beyond_reason_is_refused(digits: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        ours(f"[{digits}]")

    assert caught.value.finding.message.endswith("is too large")


def test_lists_nested_to_the_limit_are_read_and_one_more_is_refused() -> None:
    deepest = "[" * 64 + "]" * 64

    assert ours(deepest) == json.loads(deepest)
    with pytest.raises(UnreadableError, match="deeper than 64"):
        ours(f"[{deepest}]")
