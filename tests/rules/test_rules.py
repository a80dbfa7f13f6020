"""Each rule with what breaks it, what is just right, and what lies between."""

from __future__ import annotations

import pytest
from small_reports import WORKSHOP, report_with

from cthb_reports.findings import field_text
from cthb_reports.rules import all_rules

RULES = {rule.name: rule for rule in all_rules()}


def broken(name: str, **fields: object) -> list[str]:
    """Return the fields at which a rule does not hold."""
    return [field_text(violation.field) for violation in RULES[name](report_with(**fields))]


def workshops(**each: object) -> list[dict[str, object]]:
    """Return a workshop for each value of one field."""
    ((field, values),) = each.items()
    return [{**WORKSHOP, field: value} for value in values]


# --- calendar


@pytest.mark.parametrize("held", ["2024-01-01", "2024-12-31", "2024", "2024-12-31/2025-01-02", "2024-02/..", "TBC"])
def test_an_event_that_begins_within_the_period_belongs_there(held: str) -> None:
    assert broken("activity-outside-period", activities=workshops(held=[held])) == []


@pytest.mark.parametrize("held", ["2023-12-31", "2025-01-01", "2023", "2023-12-31/2024-01-02", "2023-11/.."])
def test_an_event_that_begins_before_or_after_the_period_is_named_at_its_date(held: str) -> None:
    activities = workshops(held=["2024-06-11", held])

    assert broken("activity-outside-period", activities=activities) == ["activities[1].held"]


def test_an_event_outside_the_period_may_be_told_as_background() -> None:
    assert broken("activity-outside-period", activities=[{**WORKSHOP, "held": "2016-11-14", "background": True}]) == []


def test_an_event_without_a_date_is_outside_of_nothing() -> None:
    assert broken("activity-outside-period", activities=[{"kind": "workshop"}]) == []


@pytest.mark.parametrize(
    ("issued", "fields"), [("2024-11-15", ["issued"]), ("2024-11-14", []), ("TBC", []), (None, [])]
)
def test_a_report_is_issued_on_the_day_of_its_delivery_or_before(issued: str | None, fields: list[str]) -> None:
    assert broken("issued-after-delivery", issued=issued) == fields


@pytest.mark.parametrize(
    ("symbol", "issued", "fields"),
    [
        ("SEC.GAL/182/16", "2017-12-11", ["symbol"]),
        ("SEC.GAL/182/17", "2017-12-11", []),
        ("PC.DEC/557", "2017-12-11", []),
        ("SEC.GAL/182/16", None, []),
        ("TBC", "2017-12-11", []),
    ],
)
def test_a_symbol_has_the_year_of_the_issue(symbol: str, issued: str | None, fields: list[str]) -> None:
    assert broken("symbol-of-another-year", symbol=symbol, issued=issued) == fields


@pytest.mark.parametrize(
    ("held", "is_asked"),
    [
        ("2024-11", True),
        ("2024-11-14", True),
        ("2024-11-13/2024-11-15", True),
        ("2024-10/..", True),
        ("2024-11-13", False),
        ("2024-11-15", False),
        ("2024-10", False),
        ("2024-12", False),
        ("TBC", False),
    ],
)
def test_a_date_that_holds_the_day_of_delivery_leaves_open_whether_it_is_past(held: str, is_asked: bool) -> None:  # noqa: FBT001
    activities = [{**WORKSHOP, "held": held}, {**WORKSHOP, "held": held, "status": "done"}]

    assert broken("status-unclear", activities=activities) == (["activities[0].held"] if is_asked else [])


# --- integrity


def test_the_second_of_two_records_with_one_id_is_named_whatever_list_it_is_in() -> None:
    fields = {
        "projects": [{"id": "ships", "title": "Ships"}],
        "activities": [WORKSHOP, {**WORKSHOP, "id": "ships"}],
        "partnerships": {"internal": [{"id": "ships", "partner": "the Secretariat"}]},
    }

    assert broken("duplicate-id", **fields) == ["activities[1].id", "partnerships.internal[0].id"]


def test_a_theme_a_partner_and_a_section_may_share_an_id() -> None:
    fields = {
        "themes": [{"id": "year", "title": "Year"}],
        "partners": [{"id": "year", "name": "Year Institute"}],
        "projects": [{"id": "year", "title": "Year"}],
    }

    assert broken("duplicate-id", **fields) == []


def test_every_reference_leads_to_a_record() -> None:
    fields = {
        "partners": [{"id": "iom", "name": "International Organization for Migration"}],
        "projects": [{"id": "supply-chains", "title": "Supply Chains"}],
        "activities": [
            {**WORKSHOP, "project": "supply-chains", "co_organizers": ["iom", "Italy", "the city of Turin"]},
            {**WORKSHOP, "project": "suply-chains", "co_organizers": ["ilo"], "section": "yeer"},
        ],
        "donors": [{"party": "NO", "projects": ["ships"]}],
        "outlook": [{"action": "visit Malta", "continues": "year"}],
    }

    violations = list(RULES["unknown-reference"](report_with(**fields)))

    assert {field_text(violation.field): violation.hint for violation in violations} == {
        "activities[1].section": "did you mean 'year'?",
        "activities[1].project": "did you mean 'supply-chains'?",
        "activities[1].co_organizers[0]": "did you mean 'iom'?",
        "outlook[0].continues": "known: supply-chains",
        "donors[0].projects[0]": "known: supply-chains",
    }


def test_a_partner_that_nobody_knows_may_be_written_out() -> None:
    (violation,) = RULES["unknown-reference"](report_with(activities=[{**WORKSHOP, "hosts": ["fbi"]}]))

    assert violation.message == "there is no 'fbi' in partners"
    assert violation.hint == "write its full name with a capital, or add it to partners"


def test_a_section_collects_lists_that_there_are_once() -> None:
    sections = [
        {"id": "one", "collects": ["activites", "partnerships.external", "activities"]},
        {"id": "two", "collects": ["donors", "activities"]},
    ]

    assert broken("unknown-list", sections=sections) == [
        "sections[0].collects[0]",
        "sections[1].collects[0]",
        "sections[1].collects[1]",
    ]


def test_a_theme_is_told_in_one_section_once() -> None:
    fields = {
        "themes": [{"id": "children", "title": "Children"}, {"id": "ships", "title": "Ships"}],
        "sections": [{"id": "one", "themes": ["children", "ships", "children"]}, {"id": "two", "themes": ["ships"]}],
    }

    assert broken("theme-told-twice", **fields) == ["sections[0].themes[2]", "sections[1].themes[0]"]


def test_a_record_names_a_section_or_a_theme_and_not_both() -> None:
    themes = [{"id": "children", "title": "Children"}]
    activities = [{**WORKSHOP, "theme": "children"}, {**WORKSHOP, "theme": "children", "section": "year"}]

    assert broken("theme-told-twice", themes=themes, activities=activities) == ["activities[1].theme"]


# --- placing


def test_a_record_that_no_part_tells_is_named_as_its_author_calls_it() -> None:
    report = report_with(
        sections=[{"id": "year", "collects": ["activities"]}],
        activities=[WORKSHOP],
        projects=[{"id": "ships", "title": "Crews at Sea"}],
        outlook=[{"action": "visit Malta"}],
        publications=[{"id": "handbook", "type": "handbook", "status": "planned", "title": "TBC"}],
        passages=[{"narrative": "Words."}],
    )

    messages = [violation.message for violation in RULES["record-told-nowhere"](report)]

    assert messages == [
        "'Crews at Sea' is told nowhere",
        "'handbook' is told nowhere",
        "this record is told nowhere",
        "'visit Malta' is told nowhere",
    ]


def test_a_theme_that_no_section_names_is_told_nowhere() -> None:
    themes = [{"id": "children", "title": "Children"}, {"id": "ships", "title": "Ships"}]
    sections = [{"id": "one", "themes": ["ships"]}]

    assert broken("theme-told-nowhere", themes=themes, sections=sections) == ["themes[0]"]


# --- parties


@pytest.mark.parametrize(
    "name",
    [
        "Norwy",
        "Kazakstan",
        "Swizterland",
        "Lichtenstein",
        "Portugual",
        "the Russian Federaton",
        "Bosnia and Herzegowina",
    ],
)
def test_a_body_whose_name_is_almost_that_of_a_state_is_asked_about(name: str) -> None:
    assert broken("almost-a-state", donors=["NO", name]) == ["donors[1].party"]


@pytest.mark.parametrize(
    "name",
    [
        *("Mali", "Niger", "Oman", "Iraq", "China", "Siberia", "Nigeria", "Gambia", "Kosovo"),
        *("the United Nations", "the United Nations Office", "the European Union", "the Holy Family", "Europol"),
        *("the University of Malta", "the Embassy of Norway", "the Government of Norwy", "the Norwegian Red Cross"),
        *("USAID", "OTAN", "IOM", "MALTI", "the Republic of Karelia", "the Kingdom of Saudi Arabia", "Norway House"),
    ],
)
def test_bodies_and_other_countries_are_taken_as_they_are(name: str) -> None:
    assert broken("almost-a-state", donors=[name]) == []
