"""Findings as a JSON object of our own, for programs; README.md documents it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from cthb_reports.findings import Finding, Location, field_text

if TYPE_CHECKING:
    from collections.abc import Iterable

JSON_VERSION = 1


def as_json(findings: Iterable[Finding], waived: Iterable[tuple[Finding, str]] = ()) -> str:
    """Return findings as a JSON object: `version`, `findings`, and those that the records `waived`, each with its reason."""
    shown = {
        "version": JSON_VERSION,
        "findings": [_object(finding) for finding in findings],
        "waived": [{**_object(finding), "why": why} for finding, why in waived],
    }
    return json.dumps(shown, ensure_ascii=False, indent=2)


def _object(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "message": finding.message,
        "hint": finding.hint,
        "field": field_text(finding.field),
        "location": location(finding.location) if finding.location else None,
    }


def location(place: Location) -> dict[str, object]:
    """Return a place as an object."""
    if place.part:
        return {
            "file": place.file,
            "part": place.part,
            "paragraph": place.paragraph,
            "column": place.column,
            "end_column": place.end_column,
            "around": place.around,
        }
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
