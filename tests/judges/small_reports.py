"""A report of the least that a report needs, as a model and as files, with whatever a test adds to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cthb_reports.kinds import Report

if TYPE_CHECKING:
    from pathlib import Path

HEAD: dict[str, Any] = {
    "schema": 1,
    "kind": "report",
    "delivered": "2024-11-14",
    "place": "Vienna",
    "period": "2024",
    "office": {
        "organization": "Organization for Security and Co-operation in Europe",
        "name": "Office of the Special Representative for Fair Recruitment",
        "abbreviation": "OSR",
        "head": {"name": "Ana Example", "function": ["OSCE Special Representative"]},
    },
    "sections": [{"id": "year", "title": "The Year", "collects": ["activities", "projects", "passages"]}],
}
WORKSHOP: dict[str, Any] = {"kind": "workshop", "title": "Recruitment without Fees", "held": "2024-06-11"}

HEAD_YAML = """\
schema: 1
kind: report
delivered: 2024-11-14
place: Vienna
period: 2024
office:
  organization: Organization for Security and Co-operation in Europe
  name: Office of the Special Representative for Fair Recruitment
  abbreviation: OSR
  head: {name: Ana Example, function: [OSCE Special Representative]}
sections: [{id: year, title: The Year, collects: [activities, projects, passages]}]
"""
WORKSHOP_YAML = """\
activities:
  - kind: workshop
    title: Recruitment without Fees
    held: 2024-06-11
"""


def report_with(**fields: Any) -> Report:
    """Return the smallest report with other or further fields."""
    return Report.model_validate({**HEAD, **fields})


def report_file(folder: Path, more: str = WORKSHOP_YAML) -> Path:
    """Write the smallest report, and more, into a file of a folder; return the file."""
    path = folder / "my-report.yaml"
    path.write_text(HEAD_YAML + more, encoding="utf-8")
    return path


def report_folder(folder: Path, **files: str) -> Path:
    """Write the smallest report and further files, `activities="..."`, into a folder; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.yaml").write_text(HEAD_YAML, encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder
