"""What the author is told of data that are no report; the corpus of `workflow` shows most of it in place."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import Field
from small_reports import HEAD, WORKSHOP

from cthb_reports.findings import field_text
from cthb_reports.kinds import Report
from cthb_reports.models.activities import EventKind
from cthb_reports.models.base import Model
from cthb_reports.models.checking import FAULTS, Fault, check
from cthb_reports.models.facts import Fact  # noqa: TC001  # pydantic reads it when the class is made
from cthb_reports.models.texts import Id, Text  # noqa: TC001


def faults(**fields: Any) -> list[str]:
    """Return the faults of the smallest report with other fields: code, field, message and hint."""
    report, found = check(Report, {**HEAD, **fields})
    assert (report is None) == bool(found)
    return [f"{fault.code} {field_text(fault.field)}: {fault.message} | {fault.hint}" for fault in found]


def of_activity(**fields: Any) -> str:
    (fault,) = faults(activities=[{**WORKSHOP, **fields}])
    return fault.replace("activities[0].", "")


def test_sound_data_make_a_report() -> None:
    report, found = check(Report, {**HEAD, "activities": [WORKSHOP]})

    assert isinstance(report, Report)
    assert found == ()


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"days": "two"}, "D103 days: 'two' should be a whole number | How many days it lasted, where the date does not tell"),
        ({"days": "0"}, "D103 days: '0' is too small | write a whole number from 1"),
        ({"background": "perhaps"}, "D103 background: 'perhaps' should be yes or no | Whether it lies outside the reporting period and is told as background"),
        ({"title": 7}, "D103 title: 7 should be a text | put it in quotes"),
        ({"title": ["x"]}, "D103 title: this should be a text | put it in quotes"),
        ({"title": "x\ue000"}, "D103 title: character U+E000 at position 2 cannot be printed | delete it"),
        ({"held": {"from": "June"}}, "D103 held: this is not a day, a month, a part of a year, a year, or a period from one to another | write it as text, such as '2017-06-09'"),
        ({"hosts": "Italy"}, "D103 hosts: 'Italy' should be a list | begin each entry with a hyphen, or write [one, two]"),
        ({"hosts": [None]}, "D103 hosts[0]: entry 1 of 'hosts' is empty | fill it in, say 'TBC' if the fact is still to come, or delete the line"),
        ({"thanks": [{"to": []}]}, "D103 thanks[0].to: the list is empty | give at least one entry, or delete the line"),
        ({"thanks": ["Italy"]}, "D103 thanks[0]: 'Italy' should be a record: keys with their values | Whom to thank here, and for what"),
        ({"id": "Big Event"}, "D103 id: 'Big Event' is not a short name | use small letters, figures and single hyphens: alliance-2017"),
        ({"said": ["Purpose!"]}, "D103 said[0]: 'Purpose!' has not the form needed here | Fields that the narrative says in words of its own, so that no sentence repeats them: [purpose, attendance.audiences]"),
        ({"role": "organised"}, "D103 role: 'organised' is none of those known here | did you mean 'organized'?"),
        ({"status": "off"}, "D103 status: 'off' is none of those known here | say one of 'planned' or 'done'"),
        ({"place": "Vicenza, Itly"}, "D103 place.country: no State 'Itly' | did you mean Italy"),
        ({"purpose": "  "}, "D103 purpose: 'purpose' is empty | fill it in, say 'TBC' if the fact is still to come, or delete the line"),
        ({"narrative": ""}, "D103 narrative: 'narrative' is empty | fill it in, or delete the line"),
        ({"held": "2024-06-12/2024-06-11"}, "D103 held: '2024-06-12/2024-06-11' ends before it begins | write the earlier date first: 2024-06-11/2024-06-12"),
        ({"held": "9 June; morning"}, "D103 held: no date or period: '9 June; morning' | dates are written 2017, 2017-06, 2017-06-09, 2017-04-03/2017-04-04, 2016-09/.. or early 2018"),
        ({"hosts": "TBC"}, "D103 hosts: 'TBC' should be a list | make it an entry: [\"TBC\"]"),
        ({"hosts": "TBC: from the “host”"}, "D103 hosts: 'TBC: from the “host”' should be a list | make it an entry: [\"TBC: from the “host”\"]"),
        ({"publications": "TBC"}, "D103 publications: 'TBC' cannot stand here: this must be known | fill it in, or delete the line"),
        ({"kind": "TBC"}, "D103 kind: 'TBC' cannot stand here: this must be known | fill it in, or delete the line"),
        ({"project": "TBC"}, "D103 project: 'TBC' cannot stand here: this must be known | fill it in, or delete the line"),
        ({"held": "tba"}, "D103 held: no date or period: 'tba' | dates are written 2017, 2017-06, 2017-06-09, 2017-04-03/2017-04-04, 2016-09/.. or early 2018"),
        ({"held": "t.b.c. by Monday"}, "D103 held: 't.b.c. by Monday' seems to be a fact still to come | write 'TBC' or 'TBC: what is awaited'"),
        ({"titel": "x"}, "D102 titel: 'titel' is not known here | did you mean 'title'?"),
        ({"attendance": {"women": "1", "girls": "2"}}, "D102 attendance.girls: 'girls' is not known here | known here: audiences, counted_as, including, jointly, men, other_countries, participants, participating_states, partners, since, source, to_date, women"),
        ({"attendance": {"including": [{"who": "experts"}]}}, "D101 attendance.including[0].count: 'count' is missing | How many: over 20"),
    ],
)  # fmt: skip
def test_a_fault_is_told_at_its_field_with_a_way_out(fields: dict[str, Any], fault: str) -> None:
    assert of_activity(**fields) == fault


def test_of_an_unknown_activity_the_shape_tells_what_is_known() -> None:
    found = faults(activities=[{"at": "the Assembly", "messag": "x"}, {"campaign": "16 Days", "partner": "x"}, {}])

    assert found == [
        "D102 activities[0].messag: 'messag' is not known here | did you mean 'message'?",
        "D102 activities[1].partner: 'partner' is not known here | did you mean 'partners'?",
        f"D101 activities[2].kind: 'kind' is missing | What sort of event: {', '.join(EventKind)}",
    ]


def test_a_long_text_in_the_wrong_field_is_cut_in_the_message() -> None:
    (fault,) = faults(activities=[{**WORKSHOP, "held": "once upon a time " * 20}])

    assert len(fault) < 300
    assert "'once upon a time once upon" in fault


def test_the_fields_at_the_top_are_missed_by_the_names_of_the_records() -> None:
    _, found = check(Report, {"schema": "2", "kind": "raport"})

    assert [(fault.code, fault.field) for fault in found] == [
        ("D103", ("schema",)),
        ("D103", ("kind",)),
        *(("D101", (name,)) for name in ("delivered", "place", "period", "office")),
    ]
    assert found[1].hint == "did you mean 'report'?"


def test_of_one_choice_alone_it_is_said_what_to_say() -> None:
    (fault,) = faults(kind="letter")

    assert fault == "D103 kind: 'letter' is none of those known here | say 'report'"


class Note(Model):
    """A record of which little is said."""

    id: Id
    words: Fact[Text] | None = None
    many: tuple[int, ...] = Field(default=(), max_length=1)


def test_where_a_field_has_no_description_there_is_no_hint() -> None:
    _, found = check(Note, {"many": [1, 2]})

    assert found == (
        Fault("D101", ("id",), "'id' is missing", None),
        Fault("D103", ("many",), "this: tuple should have at most 1 item after validation, not 2", None),
    )


def test_every_fault_has_a_name() -> None:
    assert set(FAULTS) == {"D101", "D102", "D103"}
