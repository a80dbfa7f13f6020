"""Facts that a record lacks leave no hole: every kind of record, with every small and every nearly full choice of its fields."""

import itertools
import re

import pytest

from cthb_reports.document import plain_text
from cthb_reports.kinds import Report
from cthb_reports.rendering import render

HEAD = {
    "delivered": "2017-12-14",
    "place": "Vienna",
    "period": "2017",
    "office": {
        "organization": "Organization for Security and Co-operation in Europe",
        "name": "Office of the Special Representative",
        "abbreviation": "OSR",
        "head": {"name": "Ana Example", "function": ["Special Representative"]},
    },
    "sections": [{"id": "all", "title": "All"}],
    "partners": [
        {"id": "iom", "name": "International Organization for Migration", "abbreviation": "IOM", "article": "yes"}
    ],
}

ATTENDANCE = {
    "participants": "over 350",
    "counted_as": "experts",
    "participating_states": "47",
    "partners": "4",
    "other_countries": "yes",
    "audiences": ["academia", "the media"],
    "including": [{"count": "over 20", "who": "representatives of companies"}],
    "women": "120",
    "men": "230",
    "to_date": "yes",
    "since": "2016-09",
}
ACTIVITY = {
    "held": "2017-06-19/2017-06-20",
    "place": {"city": "Vicenza", "country": "IT", "venue": "the Centre of Excellence"},
    "role": "organized",
    "purpose": "raise awareness of forced labour",
    "outcome": "The participants agreed on a list of indicators.",
    "follow_up": "A handbook will follow.",
    "thanks": [{"to": ["iom", "Italy"], "reason": "their support"}, {"to": ["Europol"]}],
}
KINDS = {
    "event": (
        "activities",
        {"kind": "conference"},
        {
            **ACTIVITY,
            "title": "Trafficking in Children",
            "called": "expert conference",
            "topic": "the best interests of the child",
            "days": 2,
            "margins_of": "the Ministerial Council",
            "organizers": ["the Ministry of Labour"],
            "co_organizers": ["iom", "Austria"],
            "hosts": ["the municipality of Venice"],
            "supporters": ["Germany"],
            "attendance": ATTENDANCE,
        },
    ),
    "numbered event": (
        "activities",
        {"kind": "conference", "series": "alliance", "ordinal": 17},
        {"title": "Trafficking in Children", **ACTIVITY, "attendance": ATTENDANCE, "topic": "the best interests of the child"},
    ),
    "visit": (
        "activities",
        {"state": "DK"},
        {**{k: v for k, v in ACTIVITY.items() if k not in {"place", "role"}}, "cities": ["Copenhagen"], "interlocutors": ["judges", "members of parliament"], "response": "Denmark welcomed the visit.", "follow_up_visit": "yes"},
    ),
    "contribution": (
        "activities",
        {"at": "the Human Dimension Seminar"},
        {**ACTIVITY, "organizers": ["iom"], "topic": "the rights of the child", "message": "responses must be co-ordinated"},
    ),
    "campaign": ("activities", {"campaign": "16 Days of Activism"}, {**ACTIVITY, "partners": ["iom"]}),
    "project": (
        "projects",
        {"id": "routes", "title": "Combating Human Trafficking along Migration Routes"},
        {
            "budget": "extrabudgetary",
            "runs": "2016/2018",
            "place": "Vicenza, Italy",
            "purpose": "train practitioners",
            "partner_count": "15",
            "partners": ["iom", "Interpol"],
            "activity_kind": "simulation exercises",
            "activity_count": "3",
            "attendance": ATTENDANCE,
            "contributors": {"participants": "more than 300", "counted_as": "individuals", "audiences": ["local authorities"]},
            "outcome": "Exercises have become routine.",
            "follow_up": "A handbook will follow.",
            "thanks": ACTIVITY["thanks"],
        },
    ),
    "training": (
        "training",
        {"audience": "monitors"},
        {"topic": "reporting trends", "held": "2017", "places": ["Dnipro", "Kyiv"], "attendance": ATTENDANCE, "purpose": "recognize cases", "outcome": "Reports have improved.", "thanks": ACTIVITY["thanks"]},
    ),
    "research": (
        "research",
        {"topic": "trafficking for terrorist purposes"},
        {"runs": "2017-06/..", "purpose": "help prevent this crime", "method": "Cases are analysed.", "results": "Coercion is often subtle.", "thanks": ACTIVITY["thanks"]},
    ),
    "publication": (
        "publications",
        {"id": "report", "type": "report", "status": "published"},
        {
            "title": "From Reception to Recognition",
            "subtitle": "A Focus on First Identification",
            "dated": "2017-12",
            "topic": "identification of victims",
            "contents": "It holds recommendations.",
            "languages": ["English", "Russian"],
            "isbn": "978-3-903128-01-0",
            "symbol": "SEC.GAL/100/17",
            "thanks": ACTIVITY["thanks"],
        },
    ),
    "key figure": (
        "key_figures",
        {"value": "24.9 million", "counts": "people were trapped in forced labour"},
        {"publisher": "the International Labour Organization", "title": "Global Estimates", "edition": "2017 edition", "refers_to": "2016", "as_of": "2017-10-17", "thanks": ACTIVITY["thanks"]},
    ),
    "outlook": (
        "outlook",
        {"action": "develop a handbook"},
        {
            "purpose": "help practitioners",
            "planned": "2018-09",
            "place": {"region": "Central Asia"},
            "states": ["AT", "CY"],
            "follow_up_states": ["UZ"],
            "attendance": {"participants": "up to 70", "counted_as": "practitioners"},
            "partners": ["iom"],
            "tentative": "yes",
            "detail": "It will be available online.",
            "thanks": ACTIVITY["thanks"],
        },
    ),
    "partnership": ("partnerships", {"partner": "iom"}, {"purpose": "share plans", "outcome": "Visits were co-ordinated.", "thanks": ACTIVITY["thanks"]}),
    "series": (
        "series",
        {"id": "workshops", "title": "Supply Chain Workshops", "kind": "workshop"},
        {"topic": "supply chains", "events": "5", "attendance": ATTENDANCE, "purpose": "build capacity", "outcome": "Governments exchanged practices.", "thanks": ACTIVITY["thanks"]},
    ),
}  # fmt: skip

HOLES = re.compile(
    r"None|\{\{|undefined|\s[,.;:]|,,|\.\.|,\.|;\.|\( |\(\)|“”|  "
    r"|\b(?:in|on|by|with|to|from|of|for|the|a|an|and|at|together|entitled)[,.;]"
    r"|\b(?:in on|in in|on in|at in|the the|a the|by by|to to|from from|and and|the a)\b"
)
SENTENCE = re.compile(r"[“‘(]?[A-Z0-9*]")


def choices(optional: dict) -> list[tuple[str, ...]]:
    names = list(optional)
    few = [chosen for size in (0, 1, 2) for chosen in itertools.combinations(names, size)]
    most = [tuple(name for name in names if name not in left_out) for left_out in few]
    return list(dict.fromkeys(few + most))


def paragraphs(kind: str, records: list[dict], extra: dict | None = None) -> tuple[list[str], tuple]:
    field = KINDS[kind][0]
    placed = [{**record, "section": "all", "order": index} for index, record in enumerate(records)]
    data = {
        **HEAD,
        **({"partnerships": {"external": placed}} if field == "partnerships" else {field: placed}),
        **(extra or {}),
    }
    if kind == "numbered event":
        data["series"] = [{"id": "alliance", "title": "Alliance", "kind": "conference"}]
    rendered = render(Report.model_validate(data))
    return plain_text(rendered.document).splitlines()[5:][1:], rendered.untold


def made(kind: str) -> list[dict]:
    _, required, optional = KINDS[kind]
    records = [{**required, **{name: optional[name] for name in chosen}} for chosen in choices(optional)]
    for index, record in enumerate(records):
        if "id" in record:
            record["id"] = f"{record['id']}-{index}"
    return records


@pytest.mark.parametrize("kind", KINDS)
def test_a_choice_of_facts_leaves_no_hole_in_the_sentences(kind) -> None:
    lines, _ = paragraphs(kind, made(kind))

    assert [line for line in lines if HOLES.search(line)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_fact_of_a_record_without_narrative_is_told(kind) -> None:
    _, untold = paragraphs(kind, made(kind))

    assert {path[-1] if isinstance(path[-1], str) else path[-2] for path in untold} == set()


@pytest.mark.parametrize("kind", KINDS)
def test_every_sentence_begins_with_a_capital_and_ends_with_a_stop(kind) -> None:
    lines, _ = paragraphs(kind, made(kind))

    assert [line for line in lines if line and not (SENTENCE.match(line) and line.endswith((".", ".”")))] == []


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_narrative_leaves_out_is_told_without_holes(kind) -> None:
    records = [{**record, "narrative": "We worked hard on this."} for record in made(kind)]

    lines, untold = paragraphs(kind, records)

    assert [line for line in lines if HOLES.search(line)] == []
    assert untold == ()
