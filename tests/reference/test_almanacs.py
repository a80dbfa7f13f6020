from __future__ import annotations

from datetime import date
from importlib import resources

import pytest

from cthb_reports import reference
from cthb_reports.reference import Edition, Meeting, almanac, sources


@pytest.mark.parametrize(
    ("title", "year", "ordinal"),
    [
        ("Alliance against Trafficking in Persons", 2017, 17),
        ("Alliance against Trafficking in Persons", 2018, 18),
        ("the Alliance Against Trafficking in Persons", 2001, 1),
        ("Alliance against Trafficking in Persons", 2000, None),
        ("Alliance against Forced Labour", 2017, None),
    ],
)
def test_the_alliance_conference_has_the_number_of_the_year(title: str, year: int, ordinal: int | None) -> None:
    assert almanac().ordinal(title, year) == ordinal


def test_an_office_adds_a_yearly_event_and_may_say_that_a_year_was_left_out() -> None:
    own = "title\tyear\tordinal\nFair Work Days\t2019\t3\nFair Work Days\t2022\t4\n"

    theirs = almanac({"editions": own})

    assert Edition("Fair Work Days", 2022, 4) in theirs.editions
    assert [theirs.ordinal("Fair Work Days", year) for year in (2018, 2019, 2022, 2023)] == [2, 3, 4, 5]
    assert theirs.ordinal("Alliance against Trafficking in Persons", 2020) == 20


def test_a_row_of_an_office_replaces_ours_and_the_others_stay() -> None:
    theirs = almanac({"permanent_council_meetings": "number\tdate\n1169\t2017-12-21\n1168\t2017-12-15\n"})

    assert Meeting(1169, date(2017, 12, 21)) in theirs.meetings
    assert Meeting(1168, date(2017, 12, 15)) in theirs.meetings
    assert Meeting(1168, date(2017, 12, 14)) not in theirs.meetings
    assert [meeting.number for meeting in theirs.meetings] == sorted(meeting.number for meeting in theirs.meetings)
    assert theirs.chairmanships == almanac().chairmanships


def test_an_office_adds_a_year() -> None:
    header = "year\tchairmanship\tadjective\tpreferred_name\tspecial_representatives\n"

    theirs = almanac({"years": f"{header}2027\tMalta\tMaltese\t\tExample\n"})

    assert theirs.chairmanships[2027].code == "MT"
    assert theirs.special_representatives[2027][0].name == "Example"


@pytest.mark.parametrize(
    ("own", "message"),
    [
        ({"yeers": ""}, "^yeers: there is no such table; known: permanent_council_meetings, years, editions, cities$"),
        ({"editions": "title\tyear\n"}, "^editions: the table has the columns"),
        ({"cities": "name\tstart\tend\nAstana\tsoon\t\n"}, "^cities: "),
        ({"permanent_council_meetings": "number\tdate\none\t2017-12-14\n"}, "^permanent_council_meetings: "),
        (
            {
                "years": "year\tchairmanship\tadjective\tpreferred_name\tspecial_representatives\n2027\tAtlantis\tA\t\t\n"
            },
            "^years: no State 'Atlantis'",
        ),
        ({"editions": ""}, "^editions: the table has the columns"),
    ],
)
def test_a_table_that_cannot_be_used_is_named(own: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        almanac(own)


def test_every_packaged_table_has_a_source_and_the_day_of_its_last_check() -> None:
    files = {
        path.name.removesuffix(".tsv") for path in resources.files(reference).iterdir() if path.name.endswith(".tsv")
    }

    assert {source.table for source in sources()} == files - {"sources"}
    assert all(source.source and source.checked >= date(2026, 1, 1) for source in sources())
