"""Findings as workflow commands, which GitHub shows beside the lines of a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cthb_reports.findings import Finding, Severity, field_text

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.QUERY: "notice",
    Severity.PENDING: "notice",
}


def as_github(findings: Iterable[Finding]) -> str:
    """Return one command a line; nothing where there is nothing to say."""
    return "\n".join(_command(finding) for finding in findings)


def _command(finding: Finding) -> str:
    properties = {**_place(finding), "title": f"{finding.code} {finding.name}"}
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    hint = f"\nhint: {finding.hint}" if finding.hint else ""
    return f"::{_LEVELS[finding.severity]} {listed}::{_data(f'{_elsewhere(finding)}{finding.message}{hint}')}"


def _place(finding: Finding) -> dict[str, object]:
    place = finding.location
    if place is None:
        return {}
    if place.part:
        return {"file": place.file}
    lines: dict[str, object] = {"file": place.file, "line": place.line, "endLine": place.end_line}
    # GitHub takes columns only where the words stand in one line.
    return {**lines, "col": place.column, "endColumn": place.end_column} if place.line == place.end_line else lines


def _elsewhere(finding: Finding) -> str:
    """Return the place that the properties cannot give: a paragraph, or a field of a report built in Python."""
    place = finding.location
    if place is None:
        return f"{field_text(finding.field)}: " if finding.field else ""
    return f"{place}: " if place.part else ""


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
