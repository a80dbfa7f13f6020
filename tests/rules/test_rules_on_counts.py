from __future__ import annotations

import pytest
from asking import attended, event, only, places

WHO = "activities[0].attendance"


@pytest.mark.parametrize(
    ("count", "held", "is_right"),
    [
        ("57", "2024-06-11", True),
        ("58", "2024-06-11", False),
        ("over 56", "2024-06-11", True),
        ("over 57", "2024-06-11", False),
        ("up to 60", "2024-06-11", True),
        ("56", "2012-11-20", True),
        ("57", "2012-11-20", False),
        ("57", "2012-11-21", True),
        ("57", "2012-11", True),
        ("TBC", "2024-06-11", True),
    ],
)
def test_there_are_57_participating_states_and_56_before_21_november_2012(
    count: str, held: str, *, is_right: bool
) -> None:
    activities = [event(held=held, attendance={"participating_states": count})]

    found = places("more-states-than-there-are", activities=activities)

    assert found == ([] if is_right else [f"{WHO}.participating_states"])


@pytest.mark.parametrize(("field", "most"), [("participating_states", 57), ("partners", 11), ("jointly", 68)])
def test_one_state_more_than_there_are_is_too_many(field: str, most: int) -> None:
    assert places("more-states-than-there-are", activities=attended(**{field: str(most)})) == []
    assert places("more-states-than-there-are", activities=attended(**{field: str(most + 1)})) == [f"{WHO}.{field}"]


@pytest.mark.parametrize(
    ("who", "found"),
    [
        ({"participating_states": "57"}, [f"{WHO}.participating_states"]),
        ({"partners": "11"}, [f"{WHO}.partners"]),
        ({"participating_states": "57", "partners": "11"}, [f"{WHO}.participating_states"]),
        ({"participating_states": "56", "partners": "10"}, []),
        ({"participating_states": "almost 57"}, []),
    ],
)
def test_exactly_all_states_are_asked_about_once(who: dict[str, str], found: list[str]) -> None:
    assert places("all-states-took-part", activities=attended(**who)) == found


def test_for_an_event_to_come_all_states_may_be_invited() -> None:
    outlook = [{"action": "hold a conference", "attendance": {"participating_states": "57"}}]

    assert places("all-states-took-part", outlook=outlook) == []


@pytest.mark.parametrize(
    ("who", "found"),
    [
        ({"jointly": "40"}, [f"{WHO}.jointly"]),
        ({"jointly": "40", "partners": "4"}, []),
        ({"jointly": "40", "participating_states": "TBC"}, []),
        ({"participating_states": "40"}, []),
    ],
)
def test_states_counted_together_are_asked_to_be_split(who: dict[str, str], found: list[str]) -> None:
    assert places("jointly-without-split", activities=attended(**who)) == found


@pytest.mark.parametrize(
    ("whole", "part", "is_right"),
    [
        ("40", "40", True),
        ("40", "41", False),
        ("40", "over 39", True),
        ("40", "over 40", False),
        ("up to 40", "41", False),
        ("over 40", "4000", True),
        ("TBC", "41", True),
    ],
)
def test_no_part_is_larger_than_the_whole(whole: str, part: str, *, is_right: bool) -> None:
    subset = {"participants": whole, "including": [{"count": part, "who": "judges"}]}
    women = {"participants": whole, "women": part}
    states = {"jointly": whole, "participating_states": part}

    found = [places("part-larger-than-whole", activities=attended(**who)) for who in (subset, women, states)]

    wrong = [[f"{WHO}.including[0].count"], [f"{WHO}.women"], [f"{WHO}.participating_states"]]
    assert found == ([[], [], []] if is_right else wrong)


@pytest.mark.parametrize(
    ("who", "found"),
    [
        ({"participants": "192", "women": "100", "men": "92"}, []),
        ({"participants": "192", "women": "100", "men": "93"}, [f"{WHO}.participants"]),
        ({"participants": "192", "women": "100"}, []),
        ({"participants": "192", "women": "over 100", "men": "93"}, []),
        ({"participants": "192", "women": "100", "men": "TBC"}, []),
        ({"jointly": "51", "participating_states": "47", "partners": "4"}, []),
        ({"jointly": "52", "participating_states": "47", "partners": "4"}, [f"{WHO}.jointly"]),
    ],
)
def test_a_total_is_the_sum_of_its_parts(who: dict[str, str], found: list[str]) -> None:
    assert places("sum-differs-from-total", activities=attended(**who)) == found


@pytest.mark.parametrize(
    ("total", "women", "is_right"),
    [
        ("over 350", "150", False),
        ("over 350", "151", True),
        ("almost 351", "150", True),
        ("almost 350", "150", False),
        ("up to 350", "150", True),
        ("up to 350", "151", False),
        ("at least 350", "150", True),
        ("350", "151", True),
    ],
)
def test_over_350_needs_more_than_350(total: str, women: str, *, is_right: bool) -> None:
    activities = attended(participants=total, women=women, men="200")

    assert places("qualifier-against-the-number", activities=activities) == (
        [] if is_right else [f"{WHO}.participants"]
    )


def workshops_with(*participants: str) -> list[dict[str, object]]:
    """Return a workshop of the series for each count."""
    return [
        {"kind": "workshop", "series": "fair-work", "held": "2024-05", "attendance": {"participants": count}}
        for count in participants
    ]


def fair_work(**fields: object) -> list[dict[str, object]]:
    return [{"id": "fair-work", "title": "Fair Work", "kind": "workshop", **fields}]


@pytest.mark.parametrize(
    ("events", "total", "rule"),
    [
        ("2", "70", None),
        ("2", "71", "sum-differs-from-total"),
        ("2", "over 70", "qualifier-against-the-number"),
        ("2", "over 69", None),
        ("3", "71", None),
    ],
)
def test_the_participants_of_a_complete_series_are_those_of_its_events(
    events: str, total: str, rule: str | None
) -> None:
    fields = {
        "series": fair_work(events=events, attendance={"participants": total}),
        "activities": workshops_with("30", "40"),
    }

    for name in ("sum-differs-from-total", "qualifier-against-the-number"):
        assert places(name, **fields) == (["series[0].attendance.participants"] if name == rule else [])


@pytest.mark.parametrize(
    ("project", "is_right"),
    [
        ({"attendance": {"participants": "192", "to_date": "yes"}}, False),
        ({"attendance": {"participants": "192", "to_date": "yes", "since": "2016"}}, True),
        ({"attendance": {"participants": "192", "to_date": "yes"}, "runs": "2016/.."}, True),
        ({"attendance": {"participants": "192"}}, True),
    ],
)
def test_a_figure_to_date_has_a_beginning(project: dict[str, object], *, is_right: bool) -> None:
    found = places("to-date-without-start", projects=[{"id": "ships", "title": "Ships", **project}])

    assert found == ([] if is_right else ["projects[0].attendance.to_date"])


@pytest.mark.parametrize(
    ("fields", "is_asked"),
    [
        ({"role": "organized", "attendance": {"participants": "40"}}, True),
        ({"role": "hosted", "attendance": {"participants": "40", "counted_as": "experts"}}, True),
        ({"role": "organized", "attendance": {"participants": "40", "women": "20"}}, False),
        ({"role": "organized", "attendance": {"participants": "40", "women": "TBC"}}, False),
        ({"role": "organized", "attendance": {"participants": "20", "counted_as": "specialized NGOs"}}, False),
        ({"role": "spoke", "attendance": {"participants": "40"}}, False),
        ({"role": "organized", "attendance": {"participants": "TBC"}}, False),
        ({"role": "organized", "attendance": {"participants": "over 40"}}, False),
    ],
)
def test_it_is_asked_how_many_women_came_to_events_of_the_office(fields: dict[str, object], *, is_asked: bool) -> None:
    found = places("no-split-of-women-and-men", activities=[event(**fields)])

    assert found == ([f"{WHO}.participants"] if is_asked else [])


@pytest.mark.parametrize(
    ("events", "is_right"),
    [("2", True), ("3", False), ("1", False), ("over 1", True), ("over 2", False), ("TBC", True)],
)
def test_a_series_of_n_lists_n_events(events: str, *, is_right: bool) -> None:
    fields = {"series": fair_work(events=events), "activities": workshops_with("30", "40")}

    assert places("series-count-differs", **fields) == ([] if is_right else ["series[0].events"])


def test_a_series_of_which_no_event_is_listed_may_have_any_number() -> None:
    assert places("series-count-differs", series=fair_work(events="5")) == []


def test_the_number_of_the_series_and_of_its_events_are_both_told() -> None:
    fields = {"series": fair_work(events="5"), "activities": workshops_with("30", "40")}

    assert only("series-count-differs", **fields).message == (
        "'Fair Work' has '5' events, and 2 are listed with `series: fair-work`"
    )


@pytest.mark.parametrize(
    ("project", "found"),
    [
        ({"partner_count": "15"}, ["projects[0].partner_count"]),
        ({"partner_count": "15", "partners": ["Italy"]}, []),
        ({"partner_count": "1", "partners": ["Italy"], "narrative": "We thank {{ partners | listed }}."}, []),
        (
            {"partner_count": "15", "partners": ["Italy"], "narrative": "We thank {{ partners | listed }}."},
            ["projects[0].narrative"],
        ),
        (
            {"partner_count": "15", "partners": ["Italy"], "narrative": "Among them are\n{{ partners | listed }}."},
            [],
        ),
    ],
)
def test_partners_who_are_counted_are_named_or_said_to_be_some(project: dict[str, object], found: list[str]) -> None:
    assert places("partners-claimed-not-named", projects=[{"id": "ships", "title": "Ships", **project}]) == found


@pytest.mark.parametrize(("count", "is_right"), [("2", True), ("1", False), ("over 1", True), ("up to 1", False)])
def test_no_more_partners_are_named_than_counted(count: str, *, is_right: bool) -> None:
    project = {"id": "ships", "title": "Ships", "partner_count": count, "partners": ["Italy", "Malta"]}

    assert places("more-partners-named-than-claimed", projects=[project]) == (
        [] if is_right else ["projects[0].partner_count"]
    )
