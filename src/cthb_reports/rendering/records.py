"""What a template asks about records: of what sort they are, what was told before them, what several of them have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from cthb_reports import phrasing, reference
from cthb_reports.document import Anchor, mark
from cthb_reports.models.activities import Activity, Status
from cthb_reports.models.counts import Count
from cthb_reports.models.dates import Period
from cthb_reports.models.facts import Pending, known
from cthb_reports.models.works import Publication, PublicationStatus
from cthb_reports.rendering import display, saying
from cthb_reports.rendering.display import safe
from cthb_reports.rendering.signs import name_sign
from cthb_reports.rendering.views import View

if TYPE_CHECKING:
    from collections.abc import Iterable


def shape(view: View) -> str:
    """What sort of record it is: event, visit, contribution, campaign, project, passage."""
    return type(view.value_).__name__.lower()


def is_every_state(number: View) -> bool:
    """Whether a number of participating States is that of all of them on the day of the report."""
    every = len(reference.participating_states_on(number.session_.on))
    return isinstance(number.value_, Count) and number.value_ == Count(every)


def before(record: View) -> View | None:
    """The record that is told just before in the same section or theme."""
    strand = record.session_.strands.get(record.path_)
    if strand is None or strand.before is None:
        return None
    return View(record.session_, strand.before, record.session_.records[strand.before])


def told_already(*views: View | None) -> Markup:
    """Nothing to read: the values are those that the words of a neighbour tell."""
    for view in views:
        if view is not None:
            view.session_.anchor(Anchor(view.path_))
    return Markup()


def named(office: View) -> Markup:
    """An office by its name, with its short form if that comes again."""
    session = office.session_
    if session.terms.office is None:
        return safe(f"{display.shown(office.name)} ({display.shown(office.abbreviation)})")
    return safe(mark(session.anchor(Anchor((*office.path_, "name"))), name_sign(session.terms.office)))


def joined(records: Iterable[View], *names: str) -> list[Markup]:
    """Of each record the fields named, side by side: over 20 representatives."""
    return [safe(" ".join(str(display.shown(getattr(record, name))) for name in names)) for record in records]


def of_each(records: Iterable[View], name: str) -> list[View]:
    """Of each record one field, where its narrative leaves it to be said."""
    fields = (saying.left(getattr(record, name)) for record in records)
    return [field for field in fields if isinstance(field, View)]


def still_told(records: Iterable[View], *names: str) -> list[View]:
    """Of several records those of which something is still to be said: a narrative, or one of the fields named."""
    return [
        record
        for record in records
        if record.path_ not in record.session_.spoken
        or record.value_.narrative
        or any(saying.left(getattr(record, name)) for name in names)
    ]


def for_whom(attendance: View | None) -> Markup:
    """Who is to come, after a "for", where no more is known of it: up to 70 practitioners."""
    if attendance is None or isinstance(attendance.value_, Pending):
        return Markup()
    filled = {name for name, value in attendance.value_ if value not in (None, (), False)}
    people, noun = attendance.participants, attendance.counted_as
    if people is None or not filled <= {"participants", "counted_as"}:
        return Markup()
    if noun is None:
        return display.counted(people, "participant", "participants")
    return safe(f"{display.shown(people)} {display.shown(noun)}")


def stops(members: Iterable[View]) -> Markup:
    """The places and dates of several events: Berlin (September 2016), London (November 2016)."""
    return safe(phrasing.series_of_names([_stop(member) for member in members]))


def _stop(event: View) -> str:
    place = event.place
    where = place if place is None or place.city is None or place.country else place.city
    parts = [str(display.shown(part)) for part in (where, event.held) if part is not None]
    return f"{parts[0]} ({parts[1]})" if len(parts) > 1 else parts[0] if parts else "a place still to be named"


def visited(group: Iterable[View], *, follow_up: bool) -> list[View]:
    """The visits of a group that were first ones, or follow-ups, and whose State no narrative names."""
    return [visit for visit in group if visit.value_.follow_up_visit is follow_up and saying.left(visit.state)]


def visited_states(visits: Iterable[View]) -> Markup:
    """The States of several visits in alphabetical order, each with its date where there is one."""

    def order(visit: View) -> tuple[bool, str]:
        state = known(visit.value_.state)
        return state is None, "" if state is None else phrasing.state_name(state, visit.session_.on, article=False)

    shown = [_visit_words(visit) for visit in sorted(visits, key=order)]
    return safe(phrasing.series_of_names(shown))


def _visit_words(visit: View) -> str:
    held = visit.held
    return f"{display.shown(visit.state)}{f' ({display.shown(held)})' if held is not None else ''}"


def reported_on(reports: Iterable[View]) -> Markup:
    """The States that several visit reports are about."""
    return display.states([state for report in reports for state in report.state])


def parties_of(donors: Iterable[View]) -> list[View]:
    """Who the donors are."""
    return [donor if isinstance(donor.value_, Pending) else donor.party for donor in donors]


def states_of(secondments: Iterable[View]) -> list[View]:
    """The States that second staff."""
    return [entry if isinstance(entry.value_, Pending) else entry.state for entry in secondments]


def chairing(state: View) -> Markup:
    """A Chairmanship by its adjective: Italian Chairmanship; by the name of the State where the table has none."""
    if isinstance(state.value_, Pending):
        return safe(f"{display.shown(state)} Chairmanship")
    years = (state.session_.on.year, state.session_.on.year + 1)
    found = [chair for chair in map(reference.chairmanship, years) if chair and chair.code == state.value_.code]
    if found:
        return state.session_.span(state.path_, f"{found[0].adjective} Chairmanship")
    return safe(f"Chairmanship of {display.shown(state)}")


def has_colon(text: View) -> bool:
    """Whether there is a colon in a title."""
    return ":" in str(text.value_)


def is_told_by_heading(period: object) -> bool:
    """Whether a date is the year after the report's, which a heading of the report names: 2018 under Outlook 2018."""
    if not isinstance(period, View) or not isinstance(period.value_, Period):
        return False
    year = phrasing.period(period.value_)
    return any(year in (known(section.title) or "").split() for section in period.session_.report.sections)


def is_pending(value: object) -> bool:
    """Whether a fact is still to come."""
    return isinstance(value, View) and isinstance(value.value_, Pending)


def is_ahead(record: View) -> bool:
    """Whether an activity or publication lies ahead: by its status, else by its dates against the day of delivery.

    A period that holds the day of delivery counts as ahead unless its status says otherwise.
    """
    value: Any = record.value_
    if isinstance(value, Publication) and known(value.status) is not None:
        return value.status is not PublicationStatus.PUBLISHED
    if isinstance(value, Activity) and known(value.status) is not None:
        return value.status is Status.PLANNED
    held = known(getattr(value, "held", None) or getattr(value, "dated", None))
    return held is not None and not held.wholly_before(record.session_.on)
