"""Words that a dictionary does not have; with the real one where it is installed."""

from __future__ import annotations

import pytest

from cthb_reports.document import parse
from cthb_reports.style import House, Reading, house, passages
from cthb_reports.style.dictionary import dictionary
from cthb_reports.style.faults.spelling import unknown_words

WORDS = frozenset({"they", "fight", "trafficking", "persons", "cooperate", "grass", "level", "well"})


def unknown(text: str, own: House | None = None) -> list[str]:
    reading = Reading(passages(parse(text)), own or house()[0])
    read = reading.passages
    return [read[spot.passage].text[spot.start : spot.end] for spot in unknown_words(reading, WORDS.__contains__)]


def test_a_word_that_is_not_in_the_dictionary_is_told_once() -> None:
    assert unknown("they fight traficking well; traficking persons.") == ["traficking"]


@pytest.mark.parametrize(
    "text",
    [
        "they fight Jarbussynova well.",
        "they fight “traficking” well.",
        "they co-operate well.",
        "they fight grass-level persons.",
        "they fight https://traficking.org/persons well.",
        "they fight traffickers well.",
        "# traficking\n\nthey fight well.",
    ],
)
def test_names_quotations_addresses_and_words_of_the_house_are_no_slips(text: str) -> None:
    assert unknown(text) == []


def test_an_office_adds_words_of_its_own() -> None:
    own, findings = house({"words.txt": b"# ours\nTraficking\n"})

    assert findings == ()
    assert unknown("they fight traficking well.", own) == []


@pytest.mark.skipif(dictionary() is None, reason="the extra `spelling` is not installed")
def test_the_dictionary_is_british_and_knows_both_endings() -> None:
    known = dictionary()

    assert known is not None
    assert all(map(known, ["colour", "organize", "analyse", "judgement", "combating"]))
    assert not any(map(known, ["traficking", "labor", "recieve"]))
