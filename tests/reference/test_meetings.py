from __future__ import annotations

from datetime import date
from itertools import pairwise

from cthb_reports.reference import Meeting, meetings


def test_the_meeting_of_14_december_2017_had_the_number_1168() -> None:
    assert Meeting(1168, date(2017, 12, 14)) in meetings()


def test_numbers_and_days_of_meetings_rise_together() -> None:
    known = meetings()

    assert all(a.number < b.number and a.date < b.date for a, b in pairwise(known))


def test_the_permanent_council_met_on_thursdays() -> None:
    weekdays = {meeting.date.strftime("%A") for meeting in meetings()}

    assert weekdays == {"Thursday"}
