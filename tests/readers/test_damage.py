"""What copying does to a text, and what only looks like it."""

from __future__ import annotations

import pytest

from cthb_reports.readers import READERS, Damage

LONG = "The participating States have for many years worked together in order to protect "


def damaged(text: str) -> list[tuple[str, str, str]]:
    return [(one.damage.title, one.words, one.likely) for one in READERS[".txt"](text.encode(), "a").damaged]


def texts(text: str) -> list[str]:
    return [line.text for line in READERS[".txt"](text.encode(), "a").lines]


@pytest.mark.parametrize(
    ("text", "kind", "likely"),
    [
        ("the victim s rights", Damage.LOST_APOSTROPHE, "victim’s"),
        ("the OSCE s work", Damage.LOST_APOSTROPHE, "OSCE’s"),
        ("the 17 th conference", Damage.SPLIT_ORDINAL, "17th"),
        ("the 21 st conference", Damage.SPLIT_ORDINAL, "21st"),
        ("more infor- mation", Damage.LOST_HYPHEN, "information"),
        ("an anti- trafficking law", Damage.LOST_HYPHEN, "anti-trafficking"),
        ("the participatingStates", Damage.JOINED_WORDS, "participating States"),
        ("in the region.The Office", Damage.JOINED_WORDS, "region. The"),
        ("one ofthe three", Damage.JOINED_WORDS, "of the"),
    ],
)
def test_damage_to_words_is_told_with_what_stood_there(text: str, kind: Damage, likely: str) -> None:
    ((name, _, found),) = damaged(text)

    assert (name, found) == (kind.title, likely)
    assert likely in texts(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "short- and long-term measures, pre- or post-war",
        "21 th things",
        "on 3 St Petersburg Road",
        "see www.osce.org/cthb.Report and a.Name@osce.org",
        "the YouTube channel of LinkedIn, McDonald and CoESPU, an iPhone",
        "plan A s for sure",
        "e.g.The",
        "U.S.Mission",
        "the 57 participating States",
    ],
)
def test_what_people_write_is_no_damage(text: str) -> None:
    assert damaged(text) == []


def test_numbers_of_pages_are_told_by_their_neighbours() -> None:
    text = f"{LONG}them.\n\n2\n\nMore.\n\n3\n\nEnd.\n"

    assert damaged(text) == [("page-number", "2", ""), ("page-number", "3", "")]
    assert texts(text) == [f"{LONG}them.", "More.", "End."]


def test_a_figure_that_stands_alone_is_a_figure() -> None:
    assert damaged("57\n\nparticipating States\n\n11\n\nPartners\n") == []


@pytest.mark.parametrize("number", ["Page 3 of 14", "- 3 -", "3 / 14"])
def test_a_number_that_says_it_is_a_page_is_one(number: str) -> None:
    assert damaged(f"Text.\n\n{number}\n\nMore.\n") == [("page-number", number, "")]


def test_a_paragraph_that_was_cut_at_the_end_of_a_page_is_one_again() -> None:
    text = f"{LONG}those\n\nwho cannot.\n"

    assert damaged(text) == [("cut-paragraph", "those / who", "those who")]
    assert texts(text) == [f"{LONG}those who cannot."]


def test_numbers_of_pages_that_got_to_the_end_of_paragraphs_are_told_by_their_order() -> None:
    text = f"{LONG}the 3\n\nvictims.\n\n{LONG}all. 4\n\nMore.\n"

    assert [name for name, _, _ in damaged(text)] == ["page-number", "cut-paragraph", "page-number"]
    assert texts(text) == [f"{LONG}the victims.", f"{LONG}all.", "More."]


@pytest.mark.parametrize(
    "text",
    [
        f"{LONG}those:\n\nwho cannot.\n",
        f"{LONG}those.\n\nand so on\n",
        "Vienna\n\nin the year of the report\n",
    ],
)
def test_paragraphs_that_end_as_they_should_stay_apart(text: str) -> None:
    assert damaged(text) == []
    assert len(texts(text)) == 2
