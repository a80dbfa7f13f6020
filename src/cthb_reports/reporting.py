"""Findings as people and programs read them: text with an excerpt, JSON, a summary."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import click

from cthb_reports.findings import Finding, Severity, field_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cthb_reports.findings import Location

JSON_VERSION = 1
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.QUERY: "cyan", Severity.PENDING: "magenta"}


def as_text(finding: Finding, *, excerpt: bool = False) -> str:
    """Return a finding as text: place, severity, code, message, hint; on a terminal with the line it is about."""
    where = str(finding.location) if finding.location else field_text(finding.field)
    head = f"{click.style(where, bold=True)}: " if where else ""
    severity = click.style(str(finding.severity), fg=_COLOURS[finding.severity])
    lines = [f"{head}{severity} {finding.code} {finding.message}"]
    if excerpt and finding.location:
        lines += _excerpt(finding.location, _COLOURS[finding.severity])
    if finding.hint:
        lines.append(f"    hint: {finding.hint}")
    return "\n".join(lines)


def _excerpt(place: Location, colour: str) -> list[str]:
    """Return the line of a finding with a caret under the words; nothing where the file is gone or is no text."""
    try:
        with open(place.file, encoding="utf-8-sig") as file:  # noqa: PTH123  # a name as shown, not a path we keep
            lines = file.read().splitlines()
        line = lines[place.line - 1]
    except (OSError, UnicodeDecodeError, IndexError):
        return []
    shown = line.replace("\t", " ")
    start = min(place.column - 1, len(shown))
    end = place.end_column - 1 if place.end_line == place.line else len(shown.rstrip())
    first = max(0, start - 60)
    width = max(1, min(end, first + 100) - start)
    return [f"    {shown[first : first + 100]}", f"    {' ' * (start - first)}{click.style('^' * width, fg=colour)}"]


def summary(findings: Iterable[Finding]) -> str:
    """Return how many findings there are of each severity: "1 error, 2 warnings"."""
    numbers = Counter(finding.severity for finding in findings)
    plurals = {
        Severity.ERROR: "errors",
        Severity.WARNING: "warnings",
        Severity.QUERY: "queries",
        Severity.PENDING: "facts to come",
    }
    singulars = {Severity.PENDING: "fact to come"}
    parts = [f"{numbers[s]} {plurals[s] if numbers[s] != 1 else singulars.get(s, s)}" for s in Severity if numbers[s]]
    return ", ".join(parts) or "nothing found"


def as_json(findings: Iterable[Finding]) -> str:
    """Return findings as a JSON object: `version` and `findings`."""
    return json.dumps(
        {"version": JSON_VERSION, "findings": [_object(finding) for finding in findings]}, ensure_ascii=False, indent=2
    )


def _object(finding: Finding) -> dict[str, object]:
    place = finding.location
    location = place and {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "message": finding.message,
        "hint": finding.hint,
        "field": field_text(finding.field),
        "location": location,
    }
