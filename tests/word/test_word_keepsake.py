"""What a draft keeps of its making is read back as it was, or not at all."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from made_reports import reports

import cthb_reports
from cthb_reports.findings import FieldPath, field_text
from cthb_reports.rendering import render
from cthb_reports.word.keepsake import Keepsake, pack, unpack
from cthb_reports.writers import docx

if TYPE_CHECKING:
    from cthb_reports.kinds import Report
    from cthb_reports.rendering import Rendered

EXAMPLES = Path(__file__).parents[2] / "examples"

# A report takes half a second to make, so they are few, and not made smaller.
few = functools.partial(
    settings,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.large_base_example, HealthCheck.data_too_large, HealthCheck.too_slow],
)


def place(field: FieldPath) -> str:
    """Return a place for the fields of activities, and for no others."""
    return f"activities.yaml:{len(field)}" if field[:1] == ("activities",) else ""


def expected(report: Report, rendered: Rendered) -> Keepsake:
    return Keepsake(
        report=report,
        markdown=rendered.markdown,
        anchors=rendered.anchors,
        origins=tuple("" if one is None else str(one) for one in rendered.origins),
        places={one.field: place(one.field) for one in rendered.anchors if one.field[:1] == ("activities",)},
        turns=rendered.turns,
        program="1.2.3",
        templates=rendered.templates,
    )


@pytest.mark.parametrize("name", ["minimal", "2017", "2018"])
def test_what_an_example_was_made_from_is_read_back_as_it_was(name: str) -> None:
    report = cthb_reports.load(EXAMPLES / name)
    rendered = render(report)

    assert unpack(pack(report, rendered, place, "1.2.3")) == expected(report, rendered)


@few(max_examples=25)
@given(reports())
def test_so_is_what_any_report_was_made_from(report: Report) -> None:
    rendered = render(report)

    assert unpack(pack(report, rendered, place, "1.2.3")) == expected(report, rendered)


@functools.cache
def kept() -> str:
    report = cthb_reports.load(EXAMPLES / "minimal")
    return pack(report, render(report), place, "1.2.3")


def test_it_is_text_that_any_program_keeps_as_it_is() -> None:
    assert kept().isascii()
    assert "\n" not in kept()
    assert docx.kept_text(docx.kept(kept())) == kept()


def test_every_line_of_a_template_that_set_an_anchor_is_named() -> None:
    report = cthb_reports.load(EXAMPLES / "minimal")
    found = unpack(kept())

    assert found
    origins = {field_text(anchor.field): origin for anchor, origin in zip(found.anchors, found.origins, strict=True)}
    assert origins["office.organization"].startswith("report/document.md.j2:")
    assert report.office.organization


# --- damaged, foreign, or of another version


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", "7", '"text"', "{", "\ud800", "[" * 100_000, '{"version": 1}']
)
def test_what_is_none_of_ours_is_nothing(text: str) -> None:
    assert unpack(text) is None


def test_one_of_another_version_is_nothing() -> None:
    assert unpack(kept().replace('"version":1', '"version":2')) is None


def test_one_with_other_records_than_it_was_made_from_is_nothing() -> None:
    assert unpack(kept().replace("Vienna", "Geneva")) is None


@given(st.integers(0, len(kept()) - 1))
def test_a_part_of_one_is_nothing(length: int) -> None:
    assert unpack(kept()[:length]) is None


_ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=4,
)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(json.loads(kept()))), _ANY)
def test_one_with_something_else_in_the_place_of_a_part_is_nothing_or_of_the_right_form(name: str, value: Any) -> None:
    found = unpack(json.dumps({**json.loads(kept()), name: value}))

    assert found is None or (
        isinstance(found.markdown, str)
        and all(isinstance(origin, str) for origin in found.origins)
        and all(isinstance(anchor.field, tuple) for anchor in found.anchors)
    )


@given(st.sampled_from(sorted(json.loads(kept()))))
def test_one_that_lacks_a_part_is_nothing(name: str) -> None:
    assert unpack(json.dumps({key: value for key, value in json.loads(kept()).items() if key != name})) is None


@pytest.mark.parametrize(
    "part",
    [b"", b"<draft/>", b"no xml", b"<a:draft xmlns:a='urn:cthb-reports:draft:2'/>", b"<draft", b"\xff\xfe"],
)
def test_a_part_that_is_none_of_ours_keeps_nothing(part: bytes) -> None:
    assert docx.kept_text(part) is None
