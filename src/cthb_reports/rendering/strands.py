"""Which records make one strand of a text: short ones of a strand share a paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports.models.activities import Visit
from cthb_reports.models.head import KeyFigure
from cthb_reports.models.outlook import OutlookItem, Partnership
from cthb_reports.models.structure import Passage
from cthb_reports.models.works import Publication, PublicationType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds.placement import Placement
    from cthb_reports.models.structure import Told


@dataclass(frozen=True, slots=True)
class Strand:
    """Where a record stands in the text.

    Args:
        number: Records of one strand have the same.
        before: The record that is told just before in the same section, theme or series.
    """

    number: int
    before: FieldPath | None


def strands(placed: Placement, records: Mapping[FieldPath, Told]) -> dict[FieldPath, Strand]:
    """Return the strand of each record that is told."""
    found: dict[FieldPath, Strand] = {}
    number = 0
    for paths in (*placed.sections.values(), *placed.themes.values(), *placed.members.values()):
        goes_on = _go_on([records[path] for path in paths])
        for path, before, same in zip(paths, (None, *paths), goes_on, strict=False):
            number += not same
            found[path] = Strand(number, before)
    return found


def _go_on(records: list[Told]) -> Iterator[bool]:
    """Tell of each record of one place whether it goes on with the strand of the one before."""
    first: Told | None = None
    before: Told | None = None
    for record in records:
        goes_on = first is not None and before is not None and _goes_on(first, before, record)
        yield goes_on
        first = first if goes_on else record
        before = record


def _goes_on(first: Told, before: Told, record: Told) -> bool:
    """Tell whether a record goes on with the one before.

    A partnership begins a strand, and what follows belongs to it; else records of one sort go on with one another, a
    publication with what led to it, and an intention with what it carries on. A passage is a paragraph because its author wants it to be one.
    """
    if isinstance(record, Partnership | Passage):
        return False
    if isinstance(first, Partnership):
        return True
    if type(before) is type(record):
        return not (before.narrative or record.narrative) or _of_one_subject(before, record)
    if isinstance(record, Publication):
        on_visits = isinstance(before, Visit) and record.type is PublicationType.VISIT_REPORT
        return on_visits or record.id in (getattr(before, "publication", None), *getattr(before, "publications", ()))
    return isinstance(record, OutlookItem) and record.continues is not None and record.continues == before.id


def _of_one_subject(before: Told, record: Told) -> bool:
    """Tell whether what an author writes of two records of one sort belongs together."""
    if isinstance(before, OutlookItem) and isinstance(record, OutlookItem):
        return before.continues is not None and before.continues == record.continues
    if isinstance(before, KeyFigure) and isinstance(record, KeyFigure):
        return before.title is not None and before.title == record.title
    return True
