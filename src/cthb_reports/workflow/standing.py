"""How far a report has come: the facts still to come, whoever owes them, and how many records are cleared."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cthb_reports.document import Heading, Paragraph, Table, Text
from cthb_reports.errors import InvalidReportError
from cthb_reports.kinds import Report
from cthb_reports.kinds.outstanding import Outstanding, outstanding
from cthb_reports.kinds.placement import told_records
from cthb_reports.workflow.places import Places
from cthb_reports.workflow.records import read_records

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cthb_reports.document import Block
    from cthb_reports.findings import FieldPath


@dataclass(frozen=True, slots=True)
class Status:
    """How far a report has come.

    Args:
        outstanding: The facts still to come: what is due first, then what no day is known of, in the order of the files.
        cleared: How many records are cleared.
        not_cleared: How many are not yet.
    """

    outstanding: tuple[Outstanding, ...]
    cleared: int
    not_cleared: int


def status(source: Report | str | Path) -> Status:
    """Return how far a report, or the records of a file or folder, have come.

    Raises:
        SourceError: There is nothing to read.
        InvalidReportError: The records make no report; it carries every finding.
    """
    if isinstance(source, Report):
        return standing(source, Places())
    records = read_records(Path(source))
    if records.report is None:
        raise InvalidReportError(records.findings)
    return standing(records.report, records.places, records.order)


def standing(report: Report, places: Places, order: Sequence[str] = ()) -> Status:
    """Return how far a report has come.

    Args:
        report: The report.
        places: Where its values stand.
        order: The names of its files, in their order.
    """
    awaited = (replace(fact, location=places.of(fact.field)) for fact in outstanding(report))
    cleared = [record.cleared for _, record in told_records(report)]
    ranks = {name: number for number, name in enumerate(order)}
    in_order = sorted(awaited, key=lambda fact: (fact.due or date.max, *_place(fact, ranks)))
    return Status(tuple(in_order), sum(cleared), len(cleared) - sum(cleared))


def _place(fact: Outstanding, ranks: dict[str, int]) -> tuple[int, int, int]:
    place = fact.location
    return (ranks.get(place.file, len(ranks)), place.line, place.column) if place else (0, 0, 0)


def page(status_: Status, place: Callable[[FieldPath], str]) -> tuple[Block, ...]:
    """Return what a draft shows of it on a page of its own.

    Args:
        status_: How far the report has come.
        place: Tells the file and the line of a field; empty where there is none.
    """
    rows = tuple(_row(fact, place(fact.field)) for fact in status_.outstanding)
    header = _cells("Fact", "From", "By", "In the records")
    table = Table(header, rows, ("left", "left", "left", "left")) if rows else _said("Nothing.")
    return (Heading(1, (Text("Still to come"),)), table, _said(f"{_clearance(status_)}."))


def _row(fact: Outstanding, place: str) -> tuple[tuple[Text, ...], ...]:
    # A name of a file with its suffix and line is one long word, which no line of a cell takes.
    where = _SUFFIX.sub(", line ", place)
    return _cells(f"{fact.title}{f' ({fact.what})' if fact.what else ''}", fact.owner, fact.by, where)


_SUFFIX = re.compile(r"\.\w+:(?=\d+$)")


def _cells(*texts: str) -> tuple[tuple[Text, ...], ...]:
    return tuple((Text(text),) if text else () for text in texts)


def _said(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def _clearance(status_: Status) -> str:
    count = status_.cleared + status_.not_cleared
    return f"{status_.cleared} of {count} record{'' if count == 1 else 's'} cleared"
