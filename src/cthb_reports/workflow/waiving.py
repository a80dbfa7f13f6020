"""The waivers of a report: which findings they let stand, and which of them let nothing stand any more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports.findings import Finding, Severity, field_path
from cthb_reports.models.base import walk
from cthb_reports.models.waivers import NEVER_WAIVED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds import Report
    from cthb_reports.models.waivers import Waiver
    from cthb_reports.workflow.places import Places
    from cthb_reports.workflow.selection import Selection


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that the records let stand.

    Args:
        finding: The finding.
        why: The author's reason.
    """

    finding: Finding
    why: str


@dataclass(frozen=True, slots=True)
class Examined:
    """What is to be said of a report.

    Args:
        findings: What the author should look at, in the order of the files.
        waived: What the author has looked at and lets stand.
    """

    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...] = ()


def waive(report: Report, findings: Iterable[Finding], places: Places, asked: Selection) -> Examined:
    """Take out the findings that a report waives, and add what is wrong with its waivers.

    Args:
        report: The report.
        findings: All that was found in it, also what nobody asks for.
        places: Where its values stand.
        asked: Which of them are asked for.
    """
    if not report.waive:
        return Examined(asked.of(findings))
    ids = _ids(report)
    kept: list[Finding] = []
    waived: list[Waived] = []
    used: set[int] = set()
    for finding in findings:
        covering = [number for number, one in enumerate(report.waive) if _covers(one, finding, ids)]
        used.update(covering)
        if covering:
            waived.append(Waived(finding, report.waive[covering[0]].why))
        else:
            kept.append(finding)
    unused = [places.put(_unused(number, one)) for number, one in enumerate(report.waive) if number not in used]
    shown = tuple(one for one in waived if asked.admits(one.finding))
    return Examined(asked.of([*kept, *unused]), shown)


def _ids(report: Report) -> Mapping[str, FieldPath]:
    """Return the path of each record that has an id."""
    return {value.id: path for path, value, _ in walk(report) if isinstance(getattr(value, "id", None), str)}


def _covers(waiver: Waiver, finding: Finding, ids: Mapping[str, FieldPath]) -> bool:
    if finding.code[0] in NEVER_WAIVED or not finding.code.startswith(waiver.rule):
        return False
    if waiver.where is None:
        return True
    path = ids.get(waiver.where) or field_path(waiver.where)
    return finding.field[: len(path)] == path


def _unused(number: int, waiver: Waiver) -> Finding:
    place = f" at {waiver.where!r}" if waiver.where else ""
    return Finding(
        "V101",
        "unused-waiver",
        Severity.WARNING,
        f"{waiver.rule}{place} is waived, and nothing of it is found",
        "take the waiver out; if it has a slip, `cthb-reports explain` lists the codes",
        ("waive", number, "rule"),
    )
