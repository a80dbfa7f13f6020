from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_reports import reports
from small_reports import WORKSHOP, report_with

from cthb_reports.findings import field_path, field_text
from cthb_reports.kinds.lookup import value_at
from cthb_reports.kinds.matching import mapped, matched
from cthb_reports.models.base import walk

if TYPE_CHECKING:
    from cthb_reports.kinds import Report

VISIT = {"state": "Denmark", "held": "2024-03"}
TALK = {"at": "the Human Dimension Implementation Meeting", "held": "2024-09"}
LISTS = ("activities", "key_figures", "training", "research", "outlook", "passages", "abbreviations", "partners", "themes", "series", "projects", "publications", "donors", "secondments")  # fmt: skip


# A whole report takes hypothesis long to make where the machine has other work too.
patient = partial(settings, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def pairs(old: dict[str, Any], new: dict[str, Any]) -> dict[str, str]:
    """Return what is matched in two small reports, but for what both have at the same place."""
    found = matched(report_with(**old), report_with(**new))
    return {
        field_text(path): field_text(match) for path, match in found.items() if path[0] not in {"sections", "office"}
    }


def entries(report: Report) -> list[Any]:
    return [path for path, _, _ in walk(report) if path and isinstance(path[-1], int)]


@given(reports())
def test_a_report_is_matched_with_itself_entry_by_entry(report: Report) -> None:
    assert matched(report, report) == {path: path for path in entries(report)}


@patient()
@given(reports(), st.data())
def test_records_that_have_only_changed_their_places_are_all_found(report: Report, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(LISTS))
    order = data.draw(st.permutations(range(len(getattr(report, name)))))
    moved = report.model_copy(update={name: tuple(getattr(report, name)[index] for index in order)})

    for path, match in matched(report, moved).items():
        assert value_at(moved, match) == value_at(report, path)
    assert len(matched(report, moved)) == len(entries(report))


@patient()
@given(reports(), st.data())
def test_records_that_stay_are_found_when_others_go(report: Report, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(LISTS))
    stay = data.draw(
        st.lists(st.sampled_from(range(len(getattr(report, name)))), unique=True)
        if getattr(report, name)
        else st.just([])
    )
    fewer = report.model_copy(update={name: tuple(getattr(report, name)[index] for index in sorted(stay))})

    matching = matched(report, fewer)
    kept = {path: match for path, match in matching.items() if path[0] == name and len(path) == 2}
    assert len(kept) == len(stay)
    assert all(value_at(fewer, match) == value_at(report, path) for path, match in kept.items())
    back = matched(fewer, report)
    assert all(value_at(report, match) == value_at(fewer, path) for path, match in back.items())


@patient(max_examples=30)
@given(reports(), reports())
def test_no_entry_is_two_others_and_every_pair_is_of_one_list_and_one_sort(old: Report, new: Report) -> None:
    matching = matched(old, new)

    assert len(set(matching.values())) == len(matching)
    for path, match in matching.items():
        assert mapped(path[:-1], matching) == match[:-1]
        assert mapped(path, matching) == match
        pending = "Pending" in {type(value_at(old, path)).__name__, type(value_at(new, match)).__name__}
        assert pending or type(value_at(old, path)) is type(value_at(new, match))


def test_a_record_is_known_by_its_id_whatever_else_is_changed() -> None:
    old = [{**WORKSHOP, "id": "fees"}, {**WORKSHOP, "title": "Another"}]
    new = [{"kind": "training", "title": "Another", "id": "fees"}, {**WORKSHOP, "title": "Another"}]

    assert pairs({"activities": old}, {"activities": new}) == {
        "activities[0]": "activities[0]",
        "activities[1]": "activities[1]",
    }


def test_records_of_different_ids_are_two_even_under_one_title() -> None:
    found = pairs({"activities": [{**WORKSHOP, "id": "first"}]}, {"activities": [{**WORKSHOP, "id": "second"}]})

    assert found == {}


def test_a_record_that_was_given_an_id_is_known_by_its_name() -> None:
    found = pairs({"activities": [WORKSHOP]}, {"activities": [VISIT, {**WORKSHOP, "id": "fees", "held": "2024-07"}]})

    assert found == {"activities[0]": "activities[1]"}


def test_of_two_visits_to_one_state_each_is_matched_with_the_one_most_like_it() -> None:
    spring, autumn = (
        {**VISIT, "held": "2024-03", "cities": ["Aarhus"]},
        {**VISIT, "held": "2024-10", "cities": ["Odense"]},
    )
    edited = {**spring, "purpose": "meet judges"}

    found = pairs({"activities": [spring, autumn]}, {"activities": [autumn, edited]})

    assert {found["activities[0]"], found["activities[1]"]} == {"activities[1]", "activities[0]"}
    assert found["activities[0].cities[0]"] == "activities[1].cities[0]"


def test_an_event_under_a_new_title_is_known_by_what_else_is_the_same() -> None:
    event = {**WORKSHOP, "place": "Vienna", "purpose": "raise awareness of fees"}

    found = pairs({"activities": [event]}, {"activities": [TALK, {**event, "title": "Fair Recruitment"}]})

    assert found == {"activities[0]": "activities[1]"}


def test_two_workshops_that_have_nothing_but_their_sort_in_common_are_two() -> None:
    other = {"kind": "workshop", "title": "Trade Unions in Supply Chains", "held": "2024-02-01"}

    assert pairs({"activities": [WORKSHOP]}, {"activities": [other]}) == {}


def test_parts_of_the_participants_are_followed_within_their_event() -> None:
    def event(*parts: tuple[str, str]) -> dict[str, Any]:
        including = [{"count": count, "who": who} for count, who in parts]
        return {**WORKSHOP, "attendance": {"participants": 90, "including": including}}

    found = pairs(
        {"activities": [event(("20", "judges"), ("30", "police officers"))]},
        {"activities": [VISIT, event(("35", "police officers"), ("20", "judges"))]},
    )

    assert found["activities[0].attendance.including[0]"] == "activities[1].attendance.including[1]"
    assert found["activities[0].attendance.including[1]"] == "activities[1].attendance.including[0]"


def test_a_passage_is_known_by_most_of_its_words() -> None:
    one = {"narrative": "Recruitment fees keep workers in debt for years.", "section": "year"}
    two = {"narrative": "Statelessness makes children easy prey.", "section": "year"}
    edited = {"narrative": "Recruitment fees keep many workers in debt for years.", "section": "year"}

    assert pairs({"passages": [one, two]}, {"passages": [two, edited]}) == {
        "passages[0]": "passages[1]",
        "passages[1]": "passages[0]",
    }


def test_a_donor_who_was_still_to_come_is_found_where_it_was_awaited() -> None:
    found = pairs({"donors": ["AT", "TBC: one more", "NO"]}, {"donors": ["CH", "AT", "Italy", "NO"]})

    assert found == {"donors[0]": "donors[1]", "donors[1]": "donors[2]", "donors[2]": "donors[3]"}


def test_a_field_of_a_record_that_is_gone_stands_nowhere() -> None:
    matching = matched(report_with(activities=[VISIT, WORKSHOP]), report_with(activities=[WORKSHOP]))

    assert mapped(field_path("activities[0].held"), matching) is None
    assert mapped(field_path("activities[1].held"), matching) == field_path("activities[0].held")
    assert mapped(field_path("office.head.name"), matching) == field_path("office.head.name")
