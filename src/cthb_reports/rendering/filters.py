"""The filters and tests that templates know.

Jinja2's own filters work on text, lose the field on the way, and are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from cthb_reports import phrasing, reference
from cthb_reports.document import Anchor, fence, mark
from cthb_reports.models.activities import Activity, Status
from cthb_reports.models.counts import Count
from cthb_reports.models.dates import Period
from cthb_reports.models.facts import Pending, known
from cthb_reports.models.works import Publication, PublicationStatus
from cthb_reports.rendering import display, emphasis, markdown, saying, variety
from cthb_reports.rendering.display import safe
from cthb_reports.rendering.signs import COMPOSED, LEFT_OVER, numbered
from cthb_reports.rendering.views import View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


def tidy(text: str) -> Markup | None:
    """Inline text in one line, or nothing where there is only white space."""
    return safe(markdown.tidied(text)) or None


def sentence(text: str) -> Markup:
    """A sentence: in one line, with its capital and its full stop; nothing where there is only white space."""
    line = markdown.tidied(text)
    return safe(f"{markdown.stopped(markdown.capitalized(line))} ") if markdown.has_words(line) else Markup()


def paragraph(text: str, record: View | None = None) -> Markup:
    """A paragraph of the sentences in it; nothing where there are none.

    With its record, it joins what stands before it if both are short.
    """
    line = markdown.tidied(text)
    if not markdown.has_words(line):
        return Markup()
    strand = record.session_.strands.get(record.path_) if record is not None else None
    if record is None or strand is None:
        return safe(f"\n\n{line}\n\n")
    sort = LEFT_OVER if getattr(record.value_, "narrative", None) else COMPOSED
    return safe(f"\n\n{numbered(sort, strand.number)}{mark(record.session_.anchor(Anchor(record.path_)), line)}\n\n")


def item(text: str) -> Markup:
    """An entry of a bullet list."""
    return safe(f"- {markdown.tidied(text)}\n")


def lines(values: Iterable[object]) -> Markup:
    """Values below one another in one paragraph; lists are taken apart, and what is missing leaves no gap."""
    flat = [entry for value in values for entry in (value if _is_list(value) else (value,))]  # type: ignore[attr-defined]  # see _is_list
    return safe("\\\n".join(str(display.shown(entry)) for entry in flat if entry is not None))


def _is_list(value: object) -> bool:
    return isinstance(value, View) and isinstance(value.value_, tuple)


def styled(text: str, style: str) -> Markup:
    """Blocks in a style of the letterhead: Author, Symbol."""
    return safe(fence(text.strip(), style=style)) if markdown.has_words(text) else Markup()


def narrative(record: View, field: str = "narrative") -> Markup:
    """The author's own paragraphs of a record."""
    found = saying.narration(record, field)
    return emphasised(found.markdown, record) if found else Markup()


def emphasised(text: str, record: View) -> Markup:
    """The text of a record with its key phrase in bold where it stands first, once in the draft."""
    phrase = getattr(record.value_, "key_phrase", None)
    words = str.strip(text)
    if not phrase or isinstance(phrase, Pending) or not words:
        return safe(text)
    phrases = record.session_.phrases
    phrases.append(((*record.path_, "key_phrase"), phrase))
    head, _, tail = str.partition(text, words)
    return safe(f"{head}{emphasis.phrased(words, len(phrases) - 1)}{tail}")


def shape(view: View) -> str:
    """What sort of record it is: event, visit, contribution, campaign, project, passage."""
    return type(view.value_).__name__.lower()


def heading(title: View) -> Markup:
    """A heading of a section."""
    return safe(f"\n\n# {display.shown(title)}\n\n")


def plural(kind: View) -> str:
    """The plural of a kind of event, as plain words: workshops."""
    return f"{kind.value_}s"


def counted_as(number: View, kind: View) -> Markup:
    """How many events of a kind there were: five workshops."""
    return display.counted(number, str(kind.value_), plural(kind))


def noun_after(number: View, singular: str, plural: str) -> str:
    """The form of a noun that a number asks for; the plural while the number is still to come."""
    return plural if isinstance(number.value_, Pending) else phrasing.noun(number.value_, singular, plural)


def is_every_state(number: View) -> bool:
    """Whether a number of participating States is that of all of them on the day of the report."""
    every = len(reference.participating_states_on(number.session_.on))
    return isinstance(number.value_, Count) and number.value_ == Count(every)


def fresh(record: View, *variants: str) -> Markup:
    """The one of several openings that begins as none has begun for longest."""
    return variety.least_used(record.session_, variants)


def turn(record: View, what: str, *variants: str) -> Markup:
    """The one of several turns of phrase for something that was used longest ago."""
    return variety.least_used(record.session_, variants, what)


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


def joined(records: Iterable[View], *names: str) -> list[Markup]:
    """Of each record the fields named, side by side: over 20 representatives."""
    return [safe(" ".join(str(display.shown(getattr(record, name))) for name in names)) for record in records]


def of_each(records: Iterable[View], name: str) -> list[View]:
    """Of each record one field, where its narrative leaves it to be said."""
    fields = (saying.left(getattr(record, name)) for record in records)
    return [field for field in fields if isinstance(field, View)]


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


def is_short(text: str) -> bool:
    """Whether a reader can hold words in mind until the date comes."""
    return len(markdown.visible(text).split()) <= _FEW_WORDS


_FEW_WORDS = 9


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


FILTERS: Mapping[str, Callable[..., Any]] = {
    **display.FOR_NARRATIVES,
    "a": display.a,
    "before": before,
    "chairing": chairing,
    "counted_as": counted_as,
    "fresh": fresh,
    "heading": heading,
    "joined": joined,
    "parties_of": parties_of,
    "of_each": of_each,
    "plural": plural,
    "stops": stops,
    "for_whom": for_whom,
    "reported_on": reported_on,
    "states_of": states_of,
    "visited": visited,
    "visited_states": visited_states,
    "alphabetical": display.alphabetical,
    "bold": display.bold,
    "counted": display.counted,
    "emphasised": emphasised,
    "in_series": display.in_series,
    "item": item,
    "lines": lines,
    "is_every_state": is_every_state,
    "left": saying.left,
    "narrative": narrative,
    "noun_after": noun_after,
    "paragraph": paragraph,
    "sentence": sentence,
    "shape": shape,
    "styled": styled,
    "tidy": tidy,
    "told_already": told_already,
    "turn": turn,
}

TESTS: Mapping[str, Callable[..., bool]] = {
    "ahead": is_ahead,
    "pending": is_pending,
    "short": is_short,
    "told_by_heading": is_told_by_heading,
    "with_colon": has_colon,
}
