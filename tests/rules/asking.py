"""What one rule says of the smallest report with other fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from manual_examples import violations

from cthb_reports.findings import field_text
from cthb_reports.rules import all_rules

if TYPE_CHECKING:
    from cthb_reports.rules import Violation

RULES = {rule.name: rule for rule in all_rules()}


def places(name: str, **fields: Any) -> list[str]:
    """Return the fields at which a rule does not hold."""
    return [field_text(violation.field) for violation in violations(RULES[name], fields)]


def only(name: str, **fields: Any) -> Violation:
    """Return the one violation of a rule."""
    (violation,) = violations(RULES[name], fields)
    return violation


def event(**fields: Any) -> dict[str, Any]:
    """Return a conference of 11 June 2024."""
    return {"kind": "conference", "title": "Recruitment without Fees", "held": "2024-06-11", **fields}


def attended(**attendance: Any) -> list[dict[str, Any]]:
    """Return that conference alone, with who came."""
    return [event(attendance=attendance)]
