"""Whatever stands in a file of records, validating it gives findings, or says that there is nothing to read."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st
from small_reports import HEAD_YAML, WORKSHOP_YAML

import cthb_reports

if TYPE_CHECKING:
    from cthb_reports.findings import Finding

SOUND = (
    HEAD_YAML
    + WORKSHOP_YAML
    + """\
    attendance: {participants: over 350, audiences: [academia, the media]}
    narrative: |
      It was held {{ held }} and drew {{ attendance.participants }}.
    thanks: [{to: [iom, Germany]}]
partners: [{id: iom, name: International Organization for Migration}]
themes: [{id: fees, title: Fees}]
donors: [NO, {party: Austria, kind: TBC}]
"""
)
MORSELS = [
    "",
    " ",
    ":",
    "-",
    "[",
    "]",
    "{",
    "}",
    "\n",
    "\n  ",
    "#",
    "&a",
    "*a",
    "!",
    "|",
    ">",
    '"',
    "'",
    "TBC",
    "null",
    "0",
]
MORSELS += [
    "{{",
    "}}",
    "{{ held }}",
    "{{ held.x }}",
    "\ue000",
    "\u2028",
    "\x00",
    "2017",
    "iom",
    "activities",
    "year",
    "id: x",
]


def validated(content: bytes, name: str) -> list[Finding]:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(content)
        return cthb_reports.validate(Path(folder) / name)


@settings(deadline=None)  # the first example waits for the tables to be read
@given(st.binary(max_size=200), st.sampled_from(["report.yaml", "report.json"]))
@example(b"\xff\xfe", "report.yaml")
@example(b"kind: [report]", "report.yaml")
@example(b'{"kind": {"a": []}, "schema": 1e400, "activities": [[[]]]}', "report.json")
def test_any_bytes_make_findings(content: bytes, name: str) -> None:
    findings = validated(content, name)

    assert findings
    assert all(finding.location and finding.location.line >= 1 for finding in findings)


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, len(SOUND)), st.integers(0, 12), st.sampled_from(MORSELS)), min_size=1, max_size=4
    )
)
def test_a_sound_report_with_damaged_places_makes_findings_or_none(damages: list[tuple[int, int, str]]) -> None:
    content = SOUND
    for start, length, morsel in damages:
        content = content[:start] + morsel + content[start + length :]

    findings = validated(content.encode(), "report.yaml")

    lines = content.split("\n")
    assert all(finding.location is None or finding.location.line <= len(lines) + 1 for finding in findings)
