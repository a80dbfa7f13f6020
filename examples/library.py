"""A report built in Python: run it with `python examples/library.py` and open library.docx."""

from datetime import date
from pathlib import Path

import cthb_reports
from cthb_reports.models.activities import Event, EventKind, Place, Role
from cthb_reports.models.attendance import Attendance
from cthb_reports.models.counts import Count
from cthb_reports.models.dates import Period
from cthb_reports.models.head import Head, Office
from cthb_reports.models.states import State
from cthb_reports.models.structure import Section

report = cthb_reports.Report(
    delivered=date(2024, 11, 14),
    place="Vienna",
    period=Period.parse("2024"),
    office=Office(
        organization="Organization for Security and Co-operation in Europe",
        name="Office of the Special Representative for Fair Recruitment",
        abbreviation="OSR",
        head=Head(
            rank="Ambassador", name="Ana Example", function=("OSCE Special Representative", "for Fair Recruitment")
        ),
    ),
    sections=(Section(id="activities", title="Activities in 2024", collects=("activities",)),),
    activities=(
        Event(
            kind=EventKind.WORKSHOP,
            title="Recruitment without Fees",
            held=Period.parse("2024-06-11/2024-06-12"),
            place=Place(city="Geneva", country=State.parse("Switzerland")),
            role=Role.ORGANIZED,
            attendance=Attendance(participants=Count.parse("over 60"), participating_states=Count(23)),
        ),
    ),
)

if __name__ == "__main__":
    draft = cthb_reports.draft(report, ".docx")
    Path("library.docx").write_bytes(draft.content)
    print(*draft.findings, "drafted library.docx", sep="\n")
