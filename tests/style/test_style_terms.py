"""Each entry of the built-in files does what its examples say."""

from __future__ import annotations

from datetime import date

import pytest

from cthb_reports.document import Document, Paragraph, Text
from cthb_reports.findings import Severity
from cthb_reports.style import Hit, Term, check, house, house_terms

DAY = date(2017, 12, 14)
EXAMPLES = [(term, wrong, right) for term in house_terms() for wrong, right in term.examples]


def named(text: str, term: Term, profile: str = "osce") -> list[Hit]:
    """Return what a term finds in a sentence."""
    document = Document((Paragraph((Text(f"{text} And this is another sentence, which keeps the paragraph prose."),)),))
    hits = check(document, house=house(profile=profile)[0], day=term.since or DAY)
    return [hit for hit in hits if hit.finding.name == term.name]


@pytest.mark.parametrize(
    ("term", "wrong", "right"), EXAMPLES, ids=[f"{term.name}-{wrong[:20]}" for term, wrong, _ in EXAMPLES]
)
def test_the_example_of_a_term_is_found_and_put_right(term: Term, wrong: str, right: str) -> None:
    (hit,) = named(wrong, term)

    assert hit.replacement is not None
    assert wrong[: hit.start] + hit.replacement + wrong[hit.end :] == right
    assert named(right, term) == []


@pytest.mark.parametrize("term", house_terms(), ids=lambda term: term.name)
def test_another_house_is_told_only_what_is_wrong_in_any(term: Term) -> None:
    for wrong, _ in term.examples:
        assert bool(named(wrong, term, "none")) is term.any_house


@pytest.mark.parametrize("term", house_terms(), ids=lambda term: term.name)
def test_what_is_unverified_is_no_error_and_what_is_safe_has_a_replacement(term: Term) -> None:
    assert term.severity is not Severity.ERROR
    assert not term.safe or term.right is not None or term.pairs


@pytest.mark.parametrize(
    "text",
    [
        "The computer program runs, and the Department of Labor has a Center.",
        "Analysis, catalysts and rigorous, humorous, honorary, laborious, vigorous work.",
        "The report states that states of mind differ, and state institutions agree.",
        "The EU Member States and the member States of the Council of Europe met.",
        "The OSCE Mission to Skopje and the Country Visit Officer wrote.",
        "Under the chairmanship of Ambassador Novak the group met.",
        "The findings are related to children, and the group is based in Vienna.",
        "Law enforcement officers at a high level of risk, on the basis of evidence, agreed.",
        "Decision No. 2/03, MC.DEC/2/03 and PC.DEC/557 say so.",
        "The Secretary General of the OSCE met the UN Secretary-General.",
        "He said that that was wrong; she had had enough.",
        "Between 3 and 4 April, from 2014 to 2016, in May 2017, and the series 2014–2016.",
        "The NGO’s office and the many NGOs in it agreed.",
        "A program’s end: “program”.",
        "An awareness campaign raising money; decision makers; information that is shared.",
    ],
)
def test_what_is_nearly_wrong_is_left_alone(text: str) -> None:
    known = {term.name for term in house_terms()} - {"program-for-programme"}
    document = Document((Paragraph((Text(text),)),))

    assert [hit.words for hit in check(document, day=DAY) if hit.finding.name in known] == []


def test_a_capital_within_a_sentence_may_be_that_of_a_name_and_is_left_to_the_author() -> None:
    text = "Cooperation with the Head of Cooperation is cooperation."
    hits = check(Document((Paragraph((Text(text),)),)))

    assert [(hit.words, hit.safe) for hit in hits] == [
        ("Cooperation", True),
        ("Cooperation", False),
        ("cooperation", True),
    ]


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("a visit to Turkey.", date(2017, 12, 14), []),
        ("a visit to Turkey.", date(2022, 6, 30), []),
        ("a visit to Turkey.", date(2022, 7, 1), ["Türkiye"]),
        ("a visit to Türkiye.", date(2022, 5, 31), ["Turkey"]),
        ("a visit to Türkiye.", date(2022, 6, 1), []),
        ("a visit to Turkey.", None, []),
        ("a visit to Astana.", date(2017, 12, 14), []),
        ("a visit to Astana.", date(2021, 1, 1), ["Nur-Sultan"]),
        ("a visit to Nur-Sultan.", date(2019, 3, 22), ["Astana"]),
        ("a visit to Nur-Sultan.", date(2019, 3, 23), []),
        ("a visit to Macedonia.", date(2019, 2, 12), ["North Macedonia"]),
        ("a visit to North Macedonia.", date(2020, 2, 12), []),
    ],
)
def test_a_name_is_looked_at_by_the_day_of_the_text(text: str, day: date | None, expected: list[str]) -> None:
    hits = check(Document((Paragraph((Text(text),)),)), day=day)

    assert [hit.replacement for hit in hits] == expected
