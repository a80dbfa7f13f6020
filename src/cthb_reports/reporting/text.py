"""Findings as people read them: a line each, an excerpt with a caret, a summary."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cthb_reports.findings import Finding, Severity, field_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cthb_reports.findings import Location

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.QUERY: "cyan", Severity.PENDING: "magenta"}


def as_text(finding: Finding, *, excerpt: bool = False) -> str:
    """Return a finding as text: place, severity, code, message, hint; on a terminal with the line it is about.

    The words around a place in a Word file are shown anywhere, for without them nobody finds it.
    """
    where = str(finding.location) if finding.location else field_text(finding.field)
    head = f"{click.style(where, bold=True)}: " if where else ""
    severity = click.style(str(finding.severity), fg=_COLOURS[finding.severity])
    lines = [f"{head}{severity} {finding.code} {finding.message}"]
    if finding.location and finding.location.around:
        lines.append(f"    in: {finding.location.around}")
    elif excerpt and finding.location:
        lines += _excerpt(finding.location, _COLOURS[finding.severity])
    if finding.hint:
        lines.append(f"    hint: {finding.hint}")
    return "\n".join(lines)


def _excerpt(place: Location, colour: str) -> list[str]:
    """Return the line of a finding with a caret under the words; nothing where the file is gone or is no text."""
    line = None if place.part else _line(place)
    if line is None:
        return []
    shown = "".join(character if character.isprintable() else " " for character in line)
    start = min(place.column - 1, len(shown))
    end = place.end_column - 1 if place.end_line == place.line else len(shown.rstrip())
    first = max(0, start - _LEAD)
    width = max(1, min(end, first + _WIDTH) - start)
    caret = " " * (start - first) + click.style("^" * width, fg=colour)
    return [f"    {shown[first : first + _WIDTH]}", f"    {caret}"]


def _line(place: Location) -> str | None:
    try:
        text = Path(place.file).read_bytes().decode("utf-8-sig")
        return _LINE_ENDS.split(text)[place.line - 1]
    except (OSError, UnicodeDecodeError, IndexError):
        return None


_WIDTH, _LEAD = 100, 60
"""How much of a long line is shown, and how much of that may stand before the words."""
_LINE_ENDS = re.compile(r"\r\n?|\n")


def summary(findings: Iterable[Finding], waived: int = 0) -> str:
    """Return how many findings there are of each severity: "1 error, 2 warnings; 1 waived"."""
    numbers = Counter(finding.severity for finding in findings)
    parts = [
        f"{numbers[severity]} {_COUNTED[severity][numbers[severity] != 1]}"
        for severity in Severity
        if numbers[severity]
    ]
    return (", ".join(parts) or "nothing found") + (f"; {waived} waived" if waived else "")


_COUNTED = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.QUERY: ("query", "queries"),
    Severity.PENDING: ("fact to come", "facts to come"),
}
