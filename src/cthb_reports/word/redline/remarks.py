"""What is said beside a redline: each fact that has changed, at its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cthb_reports.document import Remark, lines
from cthb_reports.kinds.changes import ChangeKind
from cthb_reports.kinds.matching import OF_THE_TEXT
from cthb_reports.kinds.titles import record_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cthb_reports.document import Document
    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds.changes import FactChange

_UNSEEN = OF_THE_TEXT - {"section", "theme"}
"""What no reader of the text asks about."""

_Spot = tuple[int, int, int]


def remarks(
    document: Document, facts: Iterable[FactChange], old_name: Callable[[FieldPath], FieldPath]
) -> tuple[Remark, ...]:
    """Return a comment for each changed fact that the text tells, or whose record it tells.

    Args:
        document: Two versions in one, whose anchors have the fields of the newer records.
        facts: What has changed.
        old_name: From a field of the older records to what the document calls it.
    """
    return tuple(_remarks(document, facts, old_name))


def _remarks(
    document: Document, facts: Iterable[FactChange], old_name: Callable[[FieldPath], FieldPath]
) -> Iterator[Remark]:
    exact, within = _spots(document)
    for fact in facts:
        field = old_name(fact.field) if fact.kind is ChangeKind.REMOVED else fact.field
        record = record_path(field)
        if field[-1] in _UNSEEN:
            continue
        above = (field[:length] for length in range(len(field), max(len(record), 1) - 1, -1))
        spot = next((exact[path] for path in above if path in exact), within.get(record))
        if spot:
            yield Remark(*spot, (_said(fact),))


def _said(fact: FactChange) -> str:
    kind = "" if fact.kind is ChangeKind.CHANGED else f"{fact.kind}: "
    return f"{kind}{fact}{f', {fact.place}' if fact.place else ''}"


def _spots(document: Document) -> tuple[dict[FieldPath, _Spot], dict[FieldPath, _Spot]]:
    """Return where each field stands first, and where the first words of each record stand."""
    exact: dict[FieldPath, _Spot] = {}
    within: dict[FieldPath, _Spot] = {}
    for line in lines(document):
        for start, end, anchor in line.stretches():
            if start < end:
                before = exact.setdefault(anchor.field, (line.number, start, end))
                if before[0] == line.number and before[2] == start:  # the value in whose place it stands
                    exact[anchor.field] = (line.number, before[1], end)
                within.setdefault(record_path(anchor.field), (line.number, start, end))
    within.pop((), None)
    return exact, within
