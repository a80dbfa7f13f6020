"""Reports made at random, of all that records can hold; every reference leads to a record."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from cthb_reports import reference
from cthb_reports.kinds import Report
from cthb_reports.models.activities import (
    Campaign,
    Contribution,
    Event,
    EventKind,
    Place,
    Role,
    Series,
    Status,
    Visit,
)
from cthb_reports.models.attendance import Attendance, Subset
from cthb_reports.models.counts import Count, Quantity
from cthb_reports.models.dates import Period
from cthb_reports.models.facts import Pending
from cthb_reports.models.head import Abbreviation, Head, KeyFigure, Mandate, Office, Pillar
from cthb_reports.models.outlook import Acknowledgements, OutlookItem, OutlookStatus, Partnership, Partnerships
from cthb_reports.models.parties import Donor, DonorKind, Partner, PartnerType, Party, Secondment, Thanks
from cthb_reports.models.states import State
from cthb_reports.models.structure import Passage, Rewording, Section, Theme
from cthb_reports.models.symbols import Symbol
from cthb_reports.models.texts import checked_text
from cthb_reports.models.works import (
    Budget,
    Project,
    Publication,
    PublicationStatus,
    PublicationType,
    Research,
    Training,
)

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy
    from pydantic import BaseModel

# --- words

PITFALLS = (
    *(
        "*stars*",
        "_lines_",
        "a & b",
        "<b>",
        "# one",
        "1. one",
        "- one",
        "+ one",
        "> one",
        "`code`",
        "~",
        "|",
        "\\",
        "!",
    ),
    *(
        "{{ held }}",
        "{{",
        "}}",
        "{% if %}",
        "{# no #}",
        "${x}",
        "%s",
        "[link](x)",
        "![x](y)",
        "[^1]",
        "http://osce.org",
    ),
    *(
        "NO",
        "yes",
        "null",
        "~",
        "2017-06-09",
        "12:30",
        "1.50",
        "0x10",
        "007",
        ": colon",
        "a: b",
        "a #b",
        "'",
        '"',
        "@a",
        "TBCs",
    ),
    *(
        "Łódź",
        "Κύπρος",
        "Армения",
        "ქართული",
        "𝔸",
        "e\u0301",
        "\u00a0",
        "–",
        "“q”",
        "’s",
        "…",
        "№ 5",
        "\u200b",
        "\u202e",
    ),
)


def _is_printable(text: str) -> bool:
    try:
        return bool(checked_text(text))
    except ValueError:
        return False


_LETTERS = st.characters(exclude_categories=["Cs", "Co", "Cc", "Cn"], exclude_characters="{}")
_PIECES = st.one_of(st.sampled_from(PITFALLS), st.text(_LETTERS, max_size=8), st.sampled_from(["the", "of", "States"]))
texts = st.lists(_PIECES, min_size=1, max_size=4).map(" ".join).filter(_is_printable).map(checked_text)
"""One line that can be printed, with much that Markdown, YAML, templates or Word would take for something else."""

_PARAGRAPHS = st.one_of(
    st.sampled_from(
        [
            "Plain words.",
            "With *stress*, **more of it** and a [link](https://www.osce.org).",
            "- one;\n- two.",
            r"A literal \{{.",
        ]
    ),
    st.sampled_from(
        ["A note.[^n]\n\n[^n]: At the foot.", "1. first\n2. second", "Łódź – “quoted” & <b>bold</b> … 5 %"]
    ),
)
narratives = st.lists(_PARAGRAPHS, min_size=1, max_size=3, unique=True).map("\n\n".join)
"""Markdown without expressions; expressions depend on what the record holds."""

# --- values

NUMBERS = st.one_of(st.integers(0, 200), st.integers(0, 10**7))
_QUALIFIERS = st.sampled_from(
    ["", "over ", "more than ", "almost ", "nearly ", "up to ", "some ", "about ", "at least "]
)
counts = st.builds(lambda word, number: Count.parse(f"{word}{number + 1}"), _QUALIFIERS, NUMBERS)
quantities = st.one_of(
    counts.map(lambda count: Quantity.parse(str(count))),
    st.sampled_from(["24.90 million", "25 per cent", "almost 1 in 4", "one in four", "over 1.5 billion", "0.5 %"]).map(
        Quantity.parse
    ),
)
days = st.dates(date(2010, 1, 1), date(2030, 12, 31))
_MOMENTS = st.one_of(
    days.map(str),
    days.map(lambda day: f"{day:%Y-%m}"),
    days.map(lambda day: f"{day:%Y}"),
    st.builds("{}-{}".format, st.integers(2010, 2030), st.sampled_from([21, 24, 33, 37, 38, 39, 41])),
)
periods = st.one_of(
    _MOMENTS.map(Period.parse),
    _MOMENTS.map(lambda first: Period.parse(f"{first}/..")),
    st.tuples(days, days).map(lambda pair: Period.parse(f"{min(pair)}/{max(pair)}")),
)
states = st.sampled_from([State(record.code) for record in reference.states()])
symbols = st.sampled_from(["SEC.GAL/182/17", "SEC.GAL/195/13/Rev.1", "PC.SHDM.GAL/9/18", "PC.DEC/557"]).map(
    Symbol.parse
)
pendings = st.one_of(st.just(Pending()), st.sampled_from(["figure expected by 1 November", "a: b # c"]).map(Pending))
_BODIES = st.sampled_from(
    ["the municipality of Venice", "Europol", "the Ministry of Labour & Co.", "Médecins Sans Frontières"]
)


def some(values: SearchStrategy[Any], least: int = 0) -> SearchStrategy[Any]:
    """Return a strategy of short tuples."""
    return st.lists(values, min_size=least, max_size=2).map(tuple)


def perhaps(values: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """Return a strategy of a value that may be missing."""
    return st.none() | values


def fact(values: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """Return a strategy of a fact that may be missing or still to come."""
    return st.one_of(st.none(), values, pendings)


def ids(prefix: str) -> list[str]:
    """Return the ids that records of a list have."""
    return [f"{prefix}-{number}" for number in range(2)]


def _with_ids(prefix: str, records: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """Return a strategy of records of which each has its id."""

    def named(*made: Any) -> tuple[Any, ...]:
        return tuple(one.model_copy(update={"id": name}) for one, name in zip(made, ids(prefix), strict=True))

    return st.builds(named, *(records for _ in ids(prefix)))


# --- records

places = st.builds(Place, city=perhaps(texts), country=perhaps(states), region=perhaps(texts), venue=perhaps(texts))
parties = st.one_of(
    st.sampled_from(ids("partner")).map(lambda name: Party(id=name)),
    states.map(lambda state: Party(state=state)),
    _BODIES.map(lambda name: Party(name=name)),
)
thanks = st.builds(Thanks, to=some(parties, 1), reason=perhaps(texts))
attendances = st.builds(
    Attendance,
    participants=fact(counts),
    counted_as=perhaps(texts),
    participating_states=fact(counts),
    partners=fact(counts),
    jointly=fact(counts),
    other_countries=st.booleans(),
    audiences=some(texts),
    including=some(st.builds(Subset, count=counts | pendings, who=texts)),
    women=fact(counts),
    men=fact(counts),
    to_date=st.booleans(),
    since=perhaps(periods),
    source=perhaps(texts),
)


_TOLD: dict[str, SearchStrategy[Any]] = {
    "told": st.one_of(
        st.sampled_from(ids("section")).map(lambda name: {"section": name}),
        st.sampled_from(ids("theme")).map(lambda name: {"theme": name}),
    ),
    "order": perhaps(st.integers(-3, 3)),
    "narrative": perhaps(narratives),
    "key_phrase": perhaps(texts),
    "thanks": some(thanks),
    "supplied_by": perhaps(texts),
    "cleared": st.booleans(),
    "said": st.sampled_from([(), ("purpose", "attendance.audiences")]),
    "joins": perhaps(st.booleans()),
    "turns": st.sampled_from([(), ("opening 2", "thanks 1", "no such thing 9")]),
}


def record(model: type[BaseModel], **fields: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """Return a strategy of told records of a model."""

    def made(told: dict[str, str], **values: Any) -> BaseModel:
        return model(**told, **values)

    return st.builds(made, **{**_TOLD, **fields})


def _activity(model: type[BaseModel], **fields: SearchStrategy[Any]) -> SearchStrategy[Any]:
    common = {
        "held": fact(periods),
        "place": fact(places),
        "role": perhaps(st.sampled_from(Role)),
        "purpose": fact(texts),
        "outcome": fact(texts),
        "follow_up": fact(texts),
        "status": perhaps(st.sampled_from(Status)),
        "background": st.booleans(),
        "project": perhaps(st.sampled_from(ids("project"))),
        "publications": some(st.sampled_from(ids("publication"))),
    }
    return record(model, **common, **fields)


events = _activity(
    Event,
    kind=st.sampled_from(EventKind),
    title=fact(texts),
    called=perhaps(texts),
    series=perhaps(st.sampled_from(ids("series"))),
    ordinal=perhaps(st.integers(1, 30)),
    topic=fact(texts),
    days=perhaps(st.integers(1, 5)),
    margins_of=perhaps(texts),
    organizers=some(parties),
    co_organizers=some(parties),
    hosts=some(parties),
    supporters=some(parties),
    attendance=fact(attendances),
)
visits = _activity(
    Visit,
    state=states,
    follow_up_visit=st.booleans(),
    cities=some(texts),
    interlocutors=some(texts),
    report=perhaps(st.sampled_from(ids("publication"))),
    response=fact(texts),
)
contributions = _activity(Contribution, at=texts, organizers=some(parties), topic=fact(texts), message=fact(texts))
campaigns = _activity(Campaign, campaign=texts, partners=some(parties))
series = record(
    Series,
    id=st.just("x"),
    title=texts,
    kind=st.sampled_from(EventKind),
    topic=perhaps(texts),
    annual=st.booleans(),
    events=fact(counts),
    attendance=fact(attendances),
    purpose=fact(texts),
    outcome=fact(texts),
    project=perhaps(st.sampled_from(ids("project"))),
)
projects = record(
    Project,
    id=st.just("x"),
    title=texts,
    budget=perhaps(st.sampled_from(Budget)),
    runs=fact(periods),
    place=fact(places),
    purpose=fact(texts),
    partner_count=fact(counts),
    partners=some(parties),
    activity_kind=perhaps(texts),
    activity_count=fact(counts),
    attendance=fact(attendances),
    contributors=fact(attendances),
    contributed_over=perhaps(texts),
    outcome=fact(texts),
    follow_up=fact(texts),
)
publications = record(
    Publication,
    id=st.just("x"),
    type=st.sampled_from(PublicationType),
    title=fact(texts),
    subtitle=perhaps(texts),
    status=st.sampled_from(PublicationStatus),
    dated=fact(periods),
    topic=fact(texts),
    state=some(parties),
    contents=fact(texts),
    languages=some(texts),
    isbn=perhaps(st.just("978-92-9234-441-9")),
    symbol=perhaps(symbols),
    project=perhaps(st.sampled_from(ids("project"))),
)
trainings = record(
    Training,
    audience=texts,
    topic=fact(texts),
    held=fact(periods),
    places=some(places),
    attendance=fact(attendances),
    purpose=fact(texts),
    outcome=fact(texts),
)
researches = record(
    Research,
    topic=texts,
    runs=fact(periods),
    purpose=fact(texts),
    method=fact(texts),
    results=fact(texts),
    publication=perhaps(st.sampled_from(ids("publication"))),
)
outlooks = record(
    OutlookItem,
    action=texts,
    purpose=fact(texts),
    planned=fact(periods),
    place=fact(places),
    states=some(states),
    follow_up_states=some(states),
    attendance=fact(attendances),
    partners=some(parties),
    tentative=st.booleans(),
    detail=fact(texts),
    continues=perhaps(st.sampled_from(ids("project"))),
    publication=perhaps(st.sampled_from(ids("publication"))),
    became=perhaps(st.sampled_from(OutlookStatus)),
    because=perhaps(texts),
)
partnerships = record(
    Partnership,
    partner=parties,
    purpose=fact(texts),
    outcome=fact(texts),
    activities=some(st.sampled_from(ids("project"))),
)
key_figures = record(
    KeyFigure,
    value=quantities | pendings,
    counts=texts,
    publisher=fact(parties),
    title=perhaps(texts),
    edition=perhaps(texts),
    refers_to=fact(periods),
    as_of=fact(periods),
)
passages = record(Passage, narrative=narratives)

# --- the report

_PARTNERS = st.builds(
    Partner,
    id=st.just("x"),
    name=texts,
    abbreviation=perhaps(texts),
    abbreviation_article=st.booleans(),
    article=st.booleans(),
    type=perhaps(st.sampled_from(PartnerType)),
)
_THEMES = st.builds(
    Theme,
    id=st.just("x"),
    title=texts,
    key_phrase=perhaps(texts),
    opening=perhaps(narratives),
    closing=perhaps(narratives),
)
_OFFICES = st.builds(
    Office,
    organization=texts,
    name=texts,
    abbreviation=texts,
    head=st.builds(Head, rank=perhaps(texts), name=texts, function=some(texts, 1)),
)
_MANDATES = st.builds(
    Mandate,
    references=some(texts, 1),
    pillars=some(st.builds(Pillar, name=texts, covers=some(texts), aim=perhaps(texts))),
)


def _sections(first: str | None, second: str | None, opening: str | None, closing: str | None) -> tuple[Section, ...]:
    one, two = ids("section")
    return (
        Section(id=one, title=first, opening=opening, collects=("activities", "outlook")),
        Section(id=two, title=second, themes=tuple(ids("theme")), closing=closing),
    )


wordings = st.builds(
    Rewording,
    block=st.sampled_from(["mandate", "title", "donors", "themes section-0", "no such block"]),
    text=st.sampled_from(["We *went on* in {{ period }}, in {{ place }}.", "So [it](https://osce.org) was."]),
)


@st.composite
def reports(draw: DrawFn) -> Report:
    """Make a report in which every field may be filled, and every record is told."""
    lists = {
        "key_figures": some(key_figures),
        "activities": some(st.one_of(events, visits, contributions, campaigns)),
        "training": some(trainings),
        "research": some(researches),
        "outlook": some(outlooks),
        "passages": some(passages),
    }
    full = {name: draw(values) for name, values in lists.items()}
    return Report(
        symbol=draw(fact(symbols)),
        issued=draw(fact(days)),
        earlier_issue=draw(perhaps(days)),
        delivered=draw(days),
        place=draw(texts),
        markings=draw(some(texts)),
        meeting=draw(fact(st.integers(1, 2000))),
        period=draw(st.integers(2010, 2030).map(lambda year: Period.parse(str(year)))),
        office=draw(_OFFICES),
        mandate=draw(perhaps(_MANDATES)),
        abbreviations=draw(some(st.builds(Abbreviation, short=texts, full=texts))),
        partners=draw(_with_ids("partner", _PARTNERS)),
        themes=draw(_with_ids("theme", _THEMES)),
        series=draw(_with_ids("series", series)),
        projects=draw(_with_ids("project", projects)),
        publications=draw(_with_ids("publication", publications)),
        sections=draw(st.builds(_sections, *[perhaps(texts)] * 2, *[perhaps(narratives)] * 2)),
        partnerships=Partnerships(external=draw(some(partnerships)), internal=draw(some(partnerships))),
        donors=draw(
            some(
                st.builds(
                    Donor,
                    party=parties,
                    kind=fact(st.sampled_from(DonorKind)),
                    projects=some(st.sampled_from(ids("project"))),
                )
                | pendings
            )
        ),
        secondments=draw(some(st.builds(Secondment, state=states, function=perhaps(texts)) | pendings)),
        acknowledgements=draw(
            perhaps(
                st.builds(
                    Acknowledgements,
                    donors=perhaps(texts),
                    given=perhaps(texts),
                    incoming_chairmanship=perhaps(states),
                    outgoing_chairmanship=perhaps(states),
                )
            )
        ),
        wording=draw(some(wordings)),
        **full,
    )
