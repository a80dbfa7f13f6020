"""Findings as SARIF 2.1.0, the format of OASIS in which tools hand results to one another."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from cthb_reports.findings import Finding, Location, Severity, field_text

if TYPE_CHECKING:
    from collections.abc import Iterable

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.QUERY: "note", Severity.PENDING: "note"}


def as_sarif(findings: Iterable[Finding], waived: Iterable[tuple[Finding, str]] = (), version: str = "") -> str:
    """Return findings as a SARIF log of one run.

    Args:
        findings: What was found.
        waived: What the records waive, each with its reason: results that are suppressed in the source.
        version: The version of the program.
    """
    results = [(finding, None) for finding in findings] + [(finding, why) for finding, why in waived]
    rules = {finding.code: finding for finding, _ in results}
    order = {code: number for number, code in enumerate(rules)}
    driver: dict[str, Any] = {
        "name": "cthb-reports",
        "rules": [{"id": code, "name": finding.name} for code, finding in rules.items()],
    }
    run = {
        "tool": {"driver": {**driver, "version": version} if version else driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, order[finding.code], why) for finding, why in results],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _result(finding: Finding, number: int, why: str | None) -> dict[str, Any]:
    text = f"{finding.message}\nhint: {finding.hint}" if finding.hint else finding.message
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": number,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [_location(finding)],
    }
    if why is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": why}]
    return result


def _location(finding: Finding) -> dict[str, Any]:
    place, field = finding.location, field_text(finding.field)
    location: dict[str, Any] = {}
    if place:
        location["physicalLocation"] = _physical(place)
    names = [name for name in (field, str(place) if place and place.part else "") if name]
    if names:
        location["logicalLocations"] = [{"fullyQualifiedName": name} for name in names]
    return location


def _physical(place: Location) -> dict[str, Any]:
    artifact = {"artifactLocation": {"uri": _uri(place.file)}}
    if place.part:
        # A Word file is binary: it has no lines, only the snippet by which the words are found.
        return artifact
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return {**artifact, "region": region}


def _uri(file: str) -> str:
    path = PurePath(file)
    name = quote(path.as_posix().encode("utf-8", "surrogateescape"))
    return f"file://{name}" if path.is_absolute() else name
