"""House style: what the rendered text should not hold, as terms in files of the house and as rules in code."""

from __future__ import annotations

from cthb_reports.style.checking import Hit, all_style_rules, check
from cthb_reports.style.house import House, OfficialName, house, house_terms
from cthb_reports.style.passages import Part, Passage, passages
from cthb_reports.style.rule import Reading, Spot, StyleRule
from cthb_reports.style.terms import Term

__all__ = [
    "Hit",
    "House",
    "OfficialName",
    "Part",
    "Passage",
    "Reading",
    "Spot",
    "StyleRule",
    "Term",
    "all_style_rules",
    "check",
    "house",
    "house_terms",
    "passages",
]
