"""What a fix of the safe replacements does, whatever the text."""

from __future__ import annotations

import itertools
import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from cthb_reports.document import Document, Paragraph, Text
from cthb_reports.style import House, all_style_rules, check, house, house_terms

DAY = date(2017, 12, 14)
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
NAMES = (
    "Madina Jarbussynova",
    "Vicenza",
    "International Labor Forum",
    "World Tourism Organisation",
    "Mr Novak",
    "ODIHR",
    "Inter-Agency Coordination Group",
    "Head of Cooperation",
)
_PIECES = [
    *(wrong for term in house_terms() for wrong, _ in term.examples),
    *NAMES,
    *["the", "and", "of", ",", ".", ";", ":", "“title”", '"title"', "(note)", "organise", "labor", "3", "25", "144656", "17", "th", "2017", "from", "3-4", "April", "it's", "victims'", "per", "cent", "%"],
    "December 14, 2017", "5th May 2016", "in June, 2017", "  ", "\u00a0",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=14).map(" ".join)


def fixed(text: str) -> str:
    """Return a text with every safe replacement made, until none is left."""
    for _ in range(10):
        hits = [hit for hit in check(Document((Paragraph((Text(text),)),)), day=DAY) if hit.safe]
        for hit in sorted(hits, key=lambda hit: -hit.start):
            assert hit.replacement is not None
            text = text[: hit.start] + hit.replacement + text[hit.end :]
        if not hits:
            return text
    raise AssertionError(f"no end of fixing {text!r}")


def numbers(text: str) -> list[str]:
    """Return the numbers of a text, without their commas, apart from those of dates in the order that they have."""
    return sorted(re.findall(r"\d+(?:\.\d+)*", re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)))


def dates(text: str) -> list[tuple[str, str, str]]:
    """Return day, month and year of each date of a text, in whichever form."""
    american = re.findall(rf"({MONTHS}) (\d\d?)(?:st|nd|rd|th)?,? (20\d\d)", text)
    british = re.findall(rf"(\d\d?)(?:st|nd|rd|th)? ({MONTHS}),? (20\d\d)", text)
    return sorted([*((day, month, year) for month, day, year in american), *british])


@settings(max_examples=300)
@given(TEXTS)
def test_fixing_twice_is_fixing_once(text: str) -> None:
    once = fixed(text)

    assert fixed(once) == once


@settings(max_examples=300)
@given(TEXTS)
def test_fixing_changes_no_number_no_date_and_no_name(text: str) -> None:
    after = fixed(text)

    assert numbers(after) == numbers(text)
    assert dates(after) == dates(text)
    assert [after.count(name) >= text.count(name) for name in NAMES] == [True] * len(NAMES)


@settings(max_examples=100)
@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_the_terms_does_not_matter(text: str, random: object) -> None:
    made = house()[0]
    terms = list(made.terms)
    random.shuffle(terms)  # type: ignore[attr-defined]
    document = Document((Paragraph((Text(text),)),))

    assert check(document, house=House(tuple(terms), made.names, made.words), day=DAY) == check(document, day=DAY)


@settings(max_examples=200)
@given(TEXTS)
def test_hits_lie_within_their_passage_in_order_and_apart(text: str) -> None:
    hits = check(Document((Paragraph((Text(text),)),)), day=DAY)

    assert all(text[hit.start : hit.end] == hit.words for hit in hits)
    assert all(one.end <= other.start for one, other in itertools.pairwise(hits))
    assert {hit.finding.code for hit in hits} <= {rule.code for rule in all_style_rules()}
