"""A year of a few records in which there is one of everything that people edit: figures, dates, titles, texts of all kinds."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from small_reports import report_with

import cthb_reports

if TYPE_CHECKING:
    from cthb_reports.kinds import Report

NARRATIVE = """\
We met employers and trade unions in {{ held }}, and {{ attendance.participants }} people came.

Three questions were asked, and *none* was easy:[^why]

- who pays the fee;
- who is told of it;
- who gains by [it](https://www.osce.org/fees).

Asked on the 17^th^ of May by \\{{ somebody }}, they were **answered** in a day.

[^why]: Each of them had been asked before.
"""

FIELDS: dict[str, Any] = {
    "mandate": {"references": ["MC.DEC/2/03"]},
    "partners": [{"id": "ilo", "name": "International Labour Organization", "abbreviation": "ILO", "article": True}],
    "sections": [
        {"id": "year", "title": "The Year", "collects": ["activities", "projects", "key_figures"]},
        {"id": "outlook", "title": "Outlook", "opening": "There is more to do.", "collects": ["outlook", "passages"]},
    ],
    "activities": [
        {
            "kind": "workshop",
            "title": "Recruitment without Fees",
            "held": "2024-06-11",
            "role": "organized",
            "place": "Geneva, Switzerland",
            "organizers": ["ilo"],
            "attendance": {"participants": "over 60", "participating_states": 23},
            "purpose": "help labour inspectors recognize hidden fees",
            "outcome": "The inspectors agreed on a list of signs.",
        },
        {
            "kind": "conference",
            "title": "Who Pays",
            "held": "2024-05",
            "role": "organized",
            "attendance": {"participants": 140},
            "narrative": NARRATIVE,
            "key_phrase": "employers and trade unions",
        },
        {"kind": "seminar", "title": "TBC", "held": "TBC: early in the autumn", "role": "organized", "place": "Vienna"},
        {"state": "Denmark", "held": "2024-09-03", "outcome": "The ministry will publish its figures."},
    ],
    "outlook": [{"action": "train labour inspectors", "planned": "2025-03", "joins": False}],
    "passages": [{"narrative": "What we have begun will go on."}],
}


@functools.cache
def small_year() -> Report:
    """Return the records."""
    return report_with(**FIELDS)


@functools.cache
def small_draft() -> bytes:
    """Return the same as a draft for Word."""
    return cthb_reports.draft(small_year(), ".docx").content
