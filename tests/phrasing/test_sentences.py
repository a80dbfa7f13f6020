from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cthb_reports.phrasing import capitalized, indefinite_article, with_full_stop


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("my Office held it", "My Office held it"),
        ("“subtle” means", "“Subtle” means"),
        ("élan", "Élan"),
        ("192 participants came", "192 participants came"),
        ("von Trapp spoke", "von Trapp spoke"),
        ("van der Berg spoke", "van der Berg spoke"),
        ("de facto rules", "De facto rules"),
        ("deliverables", "Deliverables"),
        ("", ""),
    ],
)
def test_a_sentence_begins_with_a_capital(text: str, sentence: str) -> None:
    assert capitalized(text) == sentence


@given(st.text())
def test_a_capital_changes_nothing_else(text) -> None:
    assert capitalized(text).upper() == text.upper()


@given(st.text("abcdef “‘(", max_size=12))
def test_a_sentence_with_its_capital_stays(text) -> None:
    assert capitalized(capitalized(text)) == capitalized(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("we met", "we met."),
        ("we met. ", "we met."),
        ("did we meet?", "did we meet?"),
        ("the title is “Action”", "the title is “Action”."),
        ("she said: “We act.”", "she said: “We act.”"),
        ("(we met.)", "(we met.)"),
        ("NGOs, etc.", "NGOs, etc."),
    ],
)
def test_a_sentence_ends_with_one_full_stop(text: str, sentence: str) -> None:
    assert with_full_stop(text) == sentence


@given(st.text().filter(str.strip))
def test_a_sentence_with_its_full_stop_stays(text) -> None:
    once = with_full_stop(text)

    assert with_full_stop(once) == once
    assert once.startswith(text.rstrip())


@pytest.mark.parametrize("text", ["", "  "])
def test_no_full_stop_ends_nothing(text: str) -> None:
    with pytest.raises(ValueError, match="needs a sentence"):
        with_full_stop(text)


@pytest.mark.parametrize(
    "words",
    [
        *("an NGO", "a UN", "a European", "an hour", "a one-day", "an 18th", "an OSCE", "an EU-funded", "a NATO"),
        *("an 8-page", "an 11th", "a 10th", "an 80-page", "a 110-page", "an 8,000-word", "an 18,000-word", "a 100th"),
        *("an MoU", "a PhD", "an SMM", "a UNODC", "a Ukrainian", "an Uzbek", "a unit", "an unidentified", "an unusual"),
        *("a useful", "a usual", "an urgent", "an umbrella", "a utility", "a union", "an honest", "a human", "an heir"),
        *("an office", "a once", "an only", "an online", "an A4", "a “unique”", "an “open”", "a year", "an Élysée"),
        *("a U-turn", "an X-ray", "an upcoming", "a Ugandan", "a uranium", "an IO"),
    ],
)
def test_the_article_follows_the_sound(words: str) -> None:
    article, word = words.split(" ")

    assert indefinite_article(word) == article


@given(st.text("bcdfgjklmnpqrstvwz", min_size=2), st.text("aeiou", min_size=1))
def test_a_consonant_takes_a(consonants, vowels) -> None:
    assert indefinite_article(consonants + vowels) == "a"


def test_an_article_needs_a_word() -> None:
    with pytest.raises(ValueError, match="has no word"):
        indefinite_article("…")
