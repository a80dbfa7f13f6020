"""Meetings of the Permanent Council whose number and date are known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from cthb_reports.reference.tables import table


@dataclass(frozen=True, slots=True)
class Meeting:
    """A plenary meeting of the Permanent Council: its running number and its day."""

    number: int
    date: date


@cache
def meetings() -> tuple[Meeting, ...]:
    """Return the known meetings in the order of their numbers: a sample, not all of them."""
    return tuple(meeting_of(row) for row in table("permanent_council_meetings", MeetingRow))


def meeting_of(row: MeetingRow) -> Meeting:
    """Return the meeting of a row.

    Raises:
        ValueError: The number or the day is none.
    """
    return Meeting(int(row.number), date.fromisoformat(row.date))


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A row of the table."""

    number: str
    date: str
