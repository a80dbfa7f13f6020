from __future__ import annotations

import re

import pytest

from cthb_reports.document import (
    Anchor,
    BulletList,
    Code,
    Document,
    Emphasis,
    Heading,
    Inline,
    LineBreak,
    Link,
    OrderedList,
    Paragraph,
    Quote,
    Span,
    Strong,
    Styled,
    Table,
    Text,
)
from cthb_reports.findings import Severity
from cthb_reports.style import Hit, House, Term, check, house_terms, passages

FIELD = ("activities", 0, "purpose")


def hits(*inlines: Inline | str) -> list[str]:
    """Return the words of a paragraph that the house would write otherwise."""
    children = tuple(Text(inline) if isinstance(inline, str) else inline for inline in inlines)
    return [hit.words for hit in check(Document((Paragraph(children),)))]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("cooperation", "co-operation"),
        ("Cooperating", "Co-operating"),
        ("coordinated", "co-ordinated"),
        ("Coordinator", "Co-ordinator"),
        ("uncoordinated", "unco-ordinated"),
        ("Uncoordinated", "Unco-ordinated"),
        ("participating states", "participating States"),
        ("Participating State", "participating States"),
    ],
)
def test_a_word_is_given_as_the_house_writes_it(wrong: str, right: str) -> None:
    (hit,) = check(Document((Paragraph((Text(f"They spoke of {wrong} again."),)),)))

    assert hit.finding.message == f"{wrong!r}: the house writes {right!r}"
    assert hit.finding.severity is Severity.WARNING
    assert hit.finding.hint


@pytest.mark.parametrize(
    "text",
    [
        "The participating States welcome co-operation and co-ordination.",
        "the Inter-Agency Coordination Group against Trafficking in Persons",
        "the OSCE Project Coordinator in Ukraine",
        "the Shanghai Cooperation Organisation",
        "Participating States agreed. Participating States left.",
        "They signed “Cooperation for All” and “A ‘Coordination’s End’ again”.",
        "a participating statement, an operation, an ordination",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert hits(text) == []


def test_an_exception_covers_its_own_words_only() -> None:
    assert hits("the Inter-Agency Coordination Group seeks coordination") == ["coordination"]


def test_a_form_that_may_begin_a_sentence_may_not_stand_within_one() -> None:
    assert hits("Thus Participating States agreed. Participating States left: Participating States came.") == [
        "Participating States"
    ]


def test_titles_in_italics_and_words_taken_letter_by_letter_are_passed_over() -> None:
    text = hits(Emphasis((Text("Cooperation"), Strong((Text(" and coordination"),)))), " is ", Code("cooperation"))

    assert text == []


def test_words_in_bold_and_in_links_are_looked_at() -> None:
    text = hits(Strong((Text("cooperation"),)), LineBreak(), Link("https://x.org", (Text("coordination"),)))

    assert text == ["cooperation", "coordination"]


def test_a_word_is_found_across_the_border_of_two_stretches() -> None:
    assert hits("co", Strong((Text("operation"),))) == ["cooperation"]


def spots(*blocks: object, **notes: tuple[object, ...]) -> list[tuple[tuple[str | int, ...], int]]:
    """Return of each hit the field and how often the words stand there before."""
    document = Document(blocks, dict(notes))  # type: ignore[arg-type]
    return [(hit.finding.field, hit.before) for hit in check(document)]


WORD = Paragraph((Text("cooperation"),))


def test_every_part_of_a_document_is_looked_at() -> None:
    blocks = (
        Heading(1, (Text("cooperation"),)),
        WORD,
        BulletList(((WORD, WORD),)),
        OrderedList(1, ((WORD,),)),
        Table(((Text("cooperation"),),), (((Text("cooperation"),),),), ("left",)),
        Styled((WORD,), style="Author"),
    )

    assert len(spots(*blocks, note=(WORD,))) == 9


def test_what_others_said_is_passed_over() -> None:
    assert spots(Quote((WORD,))) == []


def test_a_hit_names_the_field_that_its_words_come_from() -> None:
    span = Span(Anchor(FIELD), (Text("more cooperation"),))

    assert spots(Paragraph((Text("Our cooperation seeks "), span))) == [((), 0), (FIELD, 0)]


def test_a_hit_in_a_narrative_counts_the_same_words_before_it_also_those_that_are_right() -> None:
    narrative = ("activities", 0, "narrative")
    first = Paragraph((Text("“cooperation” is cooperation, "), Span(Anchor(FIELD), (Text("cooperation"),))))
    block = Styled((first, WORD), anchor=Anchor(narrative, "narrative"))

    assert spots(block) == [(narrative, 1), (FIELD, 0), (narrative, 2)]


def test_of_two_fields_one_within_the_other_the_inner_one_has_the_say() -> None:
    inner = Span(Anchor((*FIELD, "name")), (Text("cooperation"),))
    outer = Span(Anchor(FIELD), (Text("cooperation and "), inner, Text(" and cooperation")))

    assert spots(Paragraph((outer,))) == [(FIELD, 0), ((*FIELD, "name"), 0), (FIELD, 1)]


def test_words_are_counted_in_their_own_field_however_far_apart() -> None:
    narrative = ("activities", 0, "narrative")
    told = Styled((WORD,), anchor=Anchor(narrative, "narrative"))

    assert spots(told, WORD, told, WORD) == [(narrative, 0), ((), 0), (narrative, 1), ((), 1)]


def test_a_name_that_stands_elsewhere_in_the_sentence_excuses_nothing() -> None:
    text = "Inter-Agency Coordination Group against coordination; more coordination, Inter-Agency Coordination Group"

    assert hits(text) == ["coordination", "coordination"]


def test_the_terms_of_the_house_each_have_a_code_a_name_and_a_reason() -> None:
    terms = house_terms()

    assert len({(term.code, term.name) for term in terms}) == len(terms) >= 3
    for term in terms:
        assert term.why.endswith(".")
        assert term.basis
        assert all(term.wrong.search(name) for name in term.exceptions)


def own_house(*terms: Term) -> House:
    return House(terms)


def test_terms_of_ones_own_take_the_place_of_the_house() -> None:
    term = Term("S900", "no-colour", re.compile("color"), "colour", "British spelling.", Severity.ERROR)

    (hit,) = check(Document((Paragraph((Text("The color of cooperation"),)),)), house=own_house(term))

    assert isinstance(hit, Hit)
    assert (hit.finding.code, hit.finding.name, hit.finding.severity) == ("S900", "no-colour", Severity.ERROR)


@pytest.mark.parametrize(
    "wrong",
    [
        re.compile("COLOR", re.IGNORECASE),
        re.compile(r"c(o)l\1r"),
        re.compile(r"c(?P<vowel>o)l(?P=vowel)r"),
        re.compile(r"(?<= )color$"),
    ],
    ids=lambda wrong: wrong.pattern,
)
def test_a_term_finds_the_same_alone_and_among_others(wrong: re.Pattern[str]) -> None:
    term = Term("S900", "no-color", wrong, "shade", "A word of our own.", Severity.ERROR)
    document = Document((Paragraph((Text("No cooperation"),)), Paragraph((Text("The color"),))))
    others = tuple(known for known in house_terms() if "color" not in known.needs)

    alone, among = check(document, house=own_house(term)), check(document, house=own_house(*others, term))
    assert [hit.words for hit in alone] == ["color"]
    assert [hit.words for hit in among] == ["cooperation", "color"]


def test_a_hit_says_where_its_words_stand_and_what_to_write() -> None:
    document = Document((Heading(1, (Text("Outlook"),)), Paragraph((Text("Our cooperation grows."),))))

    (hit,) = check(document)

    text = passages(document)[hit.passage_index].text
    assert text[hit.start : hit.end] == hit.words == "cooperation"
    assert (hit.replacement, hit.safe) == ("co-operation", True)


def test_of_two_findings_about_the_same_words_the_longer_one_stays() -> None:
    hits = check(Document((Paragraph((Text("The Alliance Expert Coordination Team met."),)),)))

    assert [hit.words for hit in hits] == ["Alliance Expert Coordination Team"]


def test_addresses_are_passed_over() -> None:
    assert hits("See https://x.org/cooperation, www.x.org/program or info-cooperation@x.org.") == []
