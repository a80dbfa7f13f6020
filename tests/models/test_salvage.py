from __future__ import annotations

import copy
from typing import Any

from small_reports import HEAD, WORKSHOP

from cthb_reports.kinds import STAND_INS, Report
from cthb_reports.models.salvage import Salvaged, salvage


def saved(**fields: Any) -> Salvaged[Report]:
    rest = salvage(Report, {**HEAD, **fields}, STAND_INS)
    assert rest is not None
    return rest


FAULTY = {**WORKSHOP, "kind": "workshp", "id": "faulty"}


def test_sound_records_are_kept_and_know_where_they_stood() -> None:
    rest = saved(activities=[FAULTY, {**WORKSHOP, "id": "first"}, FAULTY, {**WORKSHOP, "id": "second"}])

    assert [activity.id for activity in rest.model.activities] == ["first", "second"]
    assert rest.original(("activities", 1, "held")) == ("activities", 3, "held")
    assert rest.original(("place",)) == ("place",)
    assert rest.lost == {"faulty"}


def test_of_a_record_only_the_faulty_field_is_left_out() -> None:
    rest = saved(activities=[{**WORKSHOP, "held": "then", "titel": "x", "hosts": ["Italy", None, "Malta"]}])

    (activity,) = rest.model.activities
    assert activity.held is None
    assert [str(host) for host in activity.hosts] == ["IT", "MT"]
    assert rest.original(("activities", 0, "hosts", 1)) == ("activities", 0, "hosts", 2)


def test_a_record_that_cannot_do_without_the_faulty_field_goes_with_it() -> None:
    rest = saved(
        activities=[{**WORKSHOP, "attendance": {"including": [{"count": "many", "who": "experts"}], "women": 3}}]
    )

    (activity,) = rest.model.activities
    assert activity.attendance.including == ()
    assert str(activity.attendance.women) == "3"


def test_a_text_that_stands_for_a_record_goes_as_a_whole() -> None:
    rest = saved(activities=[{**WORKSHOP, "place": "Vicenza, Itly"}], donors=["NO", " "])

    assert rest.model.activities[0].place is None
    assert [str(donor.party) for donor in rest.model.donors] == ["NO"]


def test_facts_to_come_are_kept_beside_what_is_faulty() -> None:
    rest = saved(activities=[{**WORKSHOP, "held": "then", "place": "TBC, Italy", "hosts": ["TBC: by May", None, "MT"]}])

    (activity,) = rest.model.activities
    assert str(activity.place.city) == "TBC"
    assert [str(host) for host in activity.hosts] == ["TBC: by May", "MT"]
    assert rest.original(("activities", 0, "hosts", 1)) == ("activities", 0, "hosts", 2)


def test_a_list_that_is_to_come_as_a_whole_is_left_out() -> None:
    (activity,) = saved(activities=[{**WORKSHOP, "hosts": "TBC"}]).model.activities

    assert activity.hosts == ()


def test_a_faulty_head_is_stood_in_for() -> None:
    rest = salvage(Report, {"activities": [WORKSHOP], "delivered": "then", "office": {"name": "x"}}, STAND_INS)

    assert rest
    assert len(rest.model.activities) == 1


def test_a_stand_in_stays_as_it_is_whatever_is_wrong_with_what_it_stands_for() -> None:
    before = copy.deepcopy(dict(STAND_INS))

    for office in (
        {"name": 7, "head": {"name": ["x"], "function": "x", "rnk": "x"}},
        {"head": 5, "naem": "x"},
        "x",
        None,
    ):
        assert saved(office=office)

    assert dict(STAND_INS) == before


def test_the_ids_of_all_that_is_left_out_are_known() -> None:
    rest = saved(projects={"ships": {"id": "ships"}, "more": [{"id": "farms"}]})

    assert rest.lost == {"ships", "farms"}


def test_without_the_fields_that_it_needs_there_is_no_report() -> None:
    assert salvage(Report, {"activities": [WORKSHOP]}, {}) is None


def test_the_data_stay_as_they_are() -> None:
    data = {**HEAD, "activities": [dict(FAULTY), dict(WORKSHOP)]}

    salvage(Report, data, STAND_INS)

    assert data["activities"] == [FAULTY, WORKSHOP]
