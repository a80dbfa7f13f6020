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

    def has(self, field: FieldPath) -> bool:
        """Tell whether a field stands in the document."""
        return field in self._exact

    def _nearest(self, field: FieldPath) -> Spot:
        for length in range(len(field), 0, -1):
            above = field[:length]
            found = next(iter(self._exact.get(above, ())), None) or self._within.get(above)
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
        said = _pending(report, finding, spots) if finding.severity is Severity.PENDING else _faulty(finding)
        where = place(finding)
        yield Remark(number, start, end, (*said, where) if where else said)


def _quoted(message: str) -> str:
    """Return the first words that a message quotes: they may be those that it is about."""
    match = _QUOTED.search(message)
    return match[1] if match else ""


_QUOTED = re.compile("'([^']+)'")


def _faulty(finding: Finding) -> tuple[str, ...]:
    said = f"{finding.code} {finding.severity}: {finding.message}"
    return (said, finding.hint) if finding.hint else (said,)


def _pending(report: Report, finding: Finding, spots: Spots) -> tuple[str, ...]:
    """Return what is said to whoever owes a fact; what the draft does not print cannot be typed in it."""
    owner = _owner(report, finding.field)
    what_to_do = (
        "type the fact in place of the marked words" if spots.has(finding.field) else "fill it in in the records"
    )
    return (f"{f'{owner}: ' if owner else ''}{finding.message}", f"{finding.code} {finding.severity}; {what_to_do}")


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
