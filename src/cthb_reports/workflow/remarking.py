"""What a draft says of itself: findings, facts to come and suppliers as comments at the words that they are about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cthb_reports.document import Remark, lines
from cthb_reports.findings import Severity
from cthb_reports.kinds.lookup import value_at
from cthb_reports.kinds.outstanding import awaited, supplier
from cthb_reports.kinds.placement import told_records
from cthb_reports.models.facts import Pending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from cthb_reports.document import Document, Line
    from cthb_reports.findings import FieldPath, Finding
    from cthb_reports.kinds import Report
    from cthb_reports.workflow.checks import Spot


class Spots:
    """Where the fields of a report stand in its document; those that stand nowhere, at what is nearest to them."""

    def __init__(self, document: Document) -> None:
        self._lines = lines(document)
        self._exact: dict[FieldPath, list[Spot]] = {}
        self._within: dict[FieldPath, Spot] = {}
        for line in self._lines:
            for start, end, anchor in line.stretches():
                spot = (line.number, start, end)
                self._exact.setdefault(anchor.field, []).append(spot)
                for length in range(2, len(anchor.field)):
                    self._within.setdefault(anchor.field[:length], spot)

    def of(self, field: FieldPath, words: str = "") -> Spot:
        """Return where a field stands: some words of it, where they are given and stand in it, else all of it."""
        spots = self._exact.get(field, ())
        if words:
            for number, start, end in spots:
                at = self._lines[number].text.find(words, start, end)
                if at >= 0:
                    return number, at, at + len(words)
        return spots[0] if spots else self._nearest(field)

    def _nearest(self, field: FieldPath) -> Spot:
        for length in range(len(field), 0, -1):
            above = field[:length]
            found = self._within.get(above) or next(iter(self._exact.get(above, ())), None)
            if found and length > 1:
                return found
        return self._first()

    def _first(self) -> Spot:
        first: Line | None = next((line for line in self._lines if line.text.strip()), None)
        return (first.number, 0, len(first.text)) if first else (0, 0, 0)


def of_findings(
    report: Report,
    findings: Iterable[Finding],
    spots: Spots,
    exact: Mapping[Finding, Spot],
    place: Callable[[Finding], str],
) -> Iterator[Remark]:
    """Yield a comment for each finding.

    Args:
        report: The report.
        findings: What was found in it.
        spots: Where its fields stand.
        exact: The words of findings about words.
        place: Tells the file and the line of a finding; empty where there is none.
    """
    for finding in findings:
        number, start, end = exact.get(finding) or spots.of(finding.field, _quoted(finding.message))
        yield Remark(number, start, end, tuple(_said(report, finding, place(finding))))


def _quoted(message: str) -> str:
    """Return the first words that a message quotes: they may be those that it is about."""
    match = _QUOTED.search(message)
    return match[1] if match else ""


_QUOTED = re.compile("'([^']+)'")


def _said(report: Report, finding: Finding, place: str) -> Iterator[str]:
    if finding.severity is Severity.PENDING:
        owner = _owner(report, finding.field)
        yield f"{f'{owner}: ' if owner else ''}{finding.message}"
        yield f"{finding.code} {finding.severity}; type the fact in place of the marked words"
    else:
        yield f"{finding.code} {finding.severity}: {finding.message}"
        if finding.hint:
            yield finding.hint
    if place:
        yield place


def _owner(report: Report, field: FieldPath) -> str:
    """Return who owes a fact: whom its note names, else who supplied its record."""
    value = value_at(report, field)
    note = value.note if isinstance(value, Pending) else None
    return awaited(note or "").owner or supplier(report, field)


def of_suppliers(report: Report, spots: Spots) -> Iterator[Remark]:
    """Yield a comment for each record that says who supplied it, at its first words."""
    for path, record in told_records(report):
        if record.supplied_by:
            yield Remark(*spots.of(path), (f"supplied by {record.supplied_by}",))
