"""What a draft carries while it goes round: what it was made from, what is said of it, and what is shown besides."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

from cthb_reports.errors import UnknownNameError
from cthb_reports.kinds.titles import field_title
from cthb_reports.workflow import remarking
from cthb_reports.workflow.places import within
from cthb_reports.workflow.standing import page, standing
from cthb_reports.writers import Circulation

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from cthb_reports.findings import FieldPath, Finding
    from cthb_reports.kinds import Report
    from cthb_reports.rendering import Rendered
    from cthb_reports.workflow.checks import Spot
    from cthb_reports.workflow.pictures import Pictures
    from cthb_reports.workflow.places import Places

SOURCES = "sources"
STATUS = "status"
EXTRAS = (SOURCES, STATUS)
"""What a draft may show besides, for those who work on it."""


def extras_of(names: Iterable[str]) -> frozenset[str]:
    """Return the extras that are asked for, several of them perhaps in one text.

    Raises:
        UnknownNameError: There is no such extra.
    """
    asked = frozenset(part for name in names for part in name.split(","))
    for name in sorted(asked.difference(EXTRAS)):
        raise UnknownNameError("extra", name, EXTRAS)
    return asked


@dataclass(frozen=True, slots=True)
class Made:
    """A report that may be drafted, and all that is known of it.

    Args:
        report: The report.
        rendered: The same, rendered.
        findings: What the author should look at.
        spots: Of findings about words, where these stand.
        pictures: What it shows.
        places: Where its values stand.
        roots: What the names of its files, and of its office's own, begin with.
        order: The names of its files, in their order.
    """

    report: Report
    rendered: Rendered
    findings: tuple[Finding, ...]
    spots: Mapping[Finding, Spot]
    pictures: Pictures
    places: Places
    roots: tuple[str, ...] = ()
    order: tuple[str, ...] = ()


def circulation_of(made: Made, extras: Collection[str]) -> Circulation:
    """Return what a draft carries while it goes round."""
    from cthb_reports.word.keepsake import pack  # noqa: PLC0415  # only what goes round keeps anything

    report = made.report

    def place(field: FieldPath) -> str:
        return within(made.places.line_of(field), made.roots)

    spots = remarking.Spots(made.rendered.document)
    remarks = [
        *remarking.of_findings(report, made.findings, spots, made.spots, lambda finding: _place(finding, made.roots)),
        *(remarking.of_suppliers(report, spots) if SOURCES in extras else ()),
    ]
    keepsake = pack(report, made.rendered, place, version("cthb-reports"))
    appendix = page(standing(report, made.places, made.order), place) if STATUS in extras else ()
    return Circulation(keepsake, lambda field: field_title(report, field), tuple(remarks), appendix)


def _place(finding: Finding, roots: Sequence[str]) -> str:
    place = finding.location
    return within(f"{place.file}:{place.line}", roots) if place else ""
