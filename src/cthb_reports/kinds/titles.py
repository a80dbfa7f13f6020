"""What people call a field of a report: "17th Alliance conference: participants"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from cthb_reports.kinds.lookup import value_at
from cthb_reports.models.activities import Event, Visit
from cthb_reports.models.facts import Pending, known
from cthb_reports.models.parties import Party
from cthb_reports.models.states import State
from cthb_reports.phrasing import ordinal, state_name

if TYPE_CHECKING:
    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds.report import Report

_NAMING = ("title", "called", "campaign", "at", "name", "action", "counts", "topic", "audience", "party", "partner", "state", "id", "block")  # fmt: skip
"""Fields by which people know a record, the best first."""


def field_title(report: Report, path: FieldPath) -> str:
    """Return what people call a field: its record, then the field."""
    record = record_path(path)
    if not isinstance(value_at(report, record), BaseModel):
        record = ()  # an entry of a list of words, such as the head's functions
    inside = _in_words(path[len(record) :])
    if not record:
        return inside or "report"
    return f"{record_title(report, record)}: {inside}" if inside else record_title(report, record)


def record_title(report: Report, path: FieldPath) -> str:
    """Return what people call a record of a list."""
    value: Any = value_at(report, path)
    name = _event(report, value) if isinstance(value, Event) else _name(report, value)
    return name or _in_words(path)


def record_path(path: FieldPath) -> FieldPath:
    """Return the path of the record that a field belongs to: up to the first number; empty for a field of the report."""
    return next((path[: index + 1] for index, step in enumerate(path) if isinstance(step, int)), ())


def _event(report: Report, event: Event) -> str:
    number, series = known(event.ordinal), next((one for one in report.series if one.id == event.series), None)
    if number and series and known(series.title):
        return f"{ordinal(number)} {_first_word(str(series.title))} {event.kind}"
    name = _name(report, event)
    place = known(event.place)
    where = f" in {place.city}" if not (event.title or event.called) and place and known(place.city) else ""
    return f"{name or event.kind}{where}"


def _first_word(title: str) -> str:
    """A series is called by its first word: the Alliance conference."""
    return title.split(maxsplit=1)[0]


def _name(report: Report, value: Any) -> str:
    if isinstance(value, Visit) and (state := known(value.state)):
        return f"visit to {state_name(state, report.delivered)}"
    for name in _NAMING:
        found = getattr(value, name, None)
        if isinstance(value, Event) and name in {"topic", "id"}:
            continue
        if found and not isinstance(found, Pending | tuple):
            return _short(_called(report, found))
    return ""


def _called(report: Report, value: Any) -> str:
    state = value.state if isinstance(value, Party) else value
    if isinstance(state, State):
        return state_name(state, report.delivered, article=False)
    partner = next((one for one in report.partners if one.id == value.id), None) if isinstance(value, Party) else None
    return str((partner and (known(partner.abbreviation) or known(partner.name))) or value)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rsplit(' ', 1)[0]}…"


_LONGEST = 40


def _in_words(path: FieldPath) -> str:
    steps = [str(step + 1) if isinstance(step, int) else step.replace("_", " ") for step in path]
    # "attendance participants" says no more than its last word; "name" and "2" say nothing alone.
    return " ".join(steps[-2:] if len(steps) > 1 and (steps[-1].isdigit() or steps[-1] == "name") else steps[-1:])
