from __future__ import annotations

import pytest
from asking import event, only, places

from cthb_reports.document import Anchor, Document, Emphasis, Paragraph, Span, Styled, Text
from cthb_reports.rules import Context
from cthb_reports.rules.passages import passages, record_of

# --- who stands in a paragraph

PARTNERS = [{"id": "iom", "name": "International Organization for Migration", "abbreviation": "IOM", "article": "yes"}]


def organized_with(party: str, narrative: str) -> list[str]:
    activity = event(co_organizers=[party], said=["co_organizers", "title", "held"], narrative=narrative)
    return places("co-organizer-not-in-its-paragraph", partners=PARTNERS, activities=[activity])


@pytest.mark.parametrize(
    ("party", "narrative"),
    [
        ("iom", "We met with IOM."),
        ("iom", "We met with the International Organization for Migration."),
        ("iom", "We met with {{ co_organizers | listed }}."),
        ("the Austrian Task Force on Combating Human Trafficking", "The Austrian Task Force against Trafficking met."),
        ("Czechia", "We met in Czechia."),
        ("TBC", "We met."),
    ],
)
def test_a_co_organizer_may_be_named_in_any_of_its_names(party: str, narrative: str) -> None:
    assert organized_with(party, narrative) == []


@pytest.mark.parametrize("party", ["iom", "the city of Turin", "Italy"])
def test_a_co_organizer_who_is_not_named_is_missing(party: str) -> None:
    assert organized_with(party, "We met on real contracts.") == ["activities[0].co_organizers[0]"]


def test_a_co_organizer_that_sentences_are_made_of_is_never_missing() -> None:
    activities = [event(co_organizers=["the city of Turin"])]

    assert places("co-organizer-not-in-its-paragraph", activities=activities) == []


# --- figures typed beside their record


def typed(narrative: str, **attendance: object) -> list[str]:
    return places("figure-contradicts-record", activities=[event(narrative=narrative, attendance=attendance)])


@pytest.mark.parametrize(
    ("narrative", "is_asked"),
    [
        ("There were 192 participants.", True),
        ("There were 193 participants.", False),
        ("There were over 190 participants.", False),
        ("There were over 193 participants.", True),
        ("There were almost 200 participants.", False),
        ("There were 1,193 participants.", True),
        ("There were 192 contracts.", False),
        ("They came from 46 participating States.", True),
        ("They came from 47 OSCE participating States.", False),
        ("Among them were 20 participants from trade unions.", False),
        ("There were {{ attendance.participants }} participants.", False),
        ("Of these, 192\nwomen stayed.", False),
    ],
)
def test_192_participants_against_193_are_asked_about(narrative: str, *, is_asked: bool) -> None:
    found = typed(narrative, participants="193", participating_states="47")

    assert found == (["activities[0].narrative"] if is_asked else [])


def test_what_the_participants_are_counted_as_is_the_same_unit() -> None:
    assert typed("We trained 40 judges.", participants="41", counted_as="judges") == ["activities[0].narrative"]
    assert typed("We trained 40 judges.", participants="41", counted_as="police officers") == []


def test_a_part_that_is_counted_apart_may_be_told() -> None:
    including = [{"count": "over 20", "who": "judges"}]

    assert typed("I thank the 21 participants from courts.", participants="193", including=including) == []


def test_a_number_beside_the_title_of_an_event_is_its_number() -> None:
    passage = {"narrative": "At “Recruitment without Fees”, 192 participants met. The 50 participants of 2019 did not."}
    activities = [event(attendance={"participants": "193"})]

    violation = only("figure-contradicts-record", activities=activities, passages=[passage])

    assert violation.field == ("passages", 0, "narrative")
    assert violation.message == "'192 participants', and the record has '193'"
    assert violation.hint == "correct one of the two; activities[0].attendance.participants has the record's"


# --- themes and length


@pytest.mark.parametrize(
    ("theme", "activity", "is_right"),
    [
        ({}, {}, False),
        ({"opening": "Children are easy to exploit."}, {}, True),
        ({"closing": "So it is."}, {}, True),
        ({}, {"theme": "children"}, True),
    ],
)
def test_a_theme_that_is_announced_has_a_text(
    theme: dict[str, str], activity: dict[str, str], *, is_right: bool
) -> None:
    fields = {
        "themes": [{"id": "children", "title": "Children", **theme}],
        "sections": [{"id": "year", "themes": ["children"], "collects": ["activities"]}],
        "activities": [event(**activity)],
    }

    assert places("theme-without-text", **fields) == ([] if is_right else ["sections[0].themes[0]"])


def test_a_draft_has_as_many_words_as_it_may_have() -> None:
    fields = {"passages": [{"narrative": "one two three four"}], "sections": [{"id": "year", "collects": ["passages"]}]}
    spare = only("report-too-long", **fields, words_at_most="1").message

    assert spare.endswith("words, 3 more than 1")
    assert places("report-too-long", **fields, words_at_most="4") == []
    assert places("report-too-long", **fields, words_at_most="3") == ["sections[0]"]
    assert places("report-too-long", **fields) == []


# --- days and times


@pytest.mark.parametrize(
    ("words", "is_right"),
    [
        ("Thursday, 14 November 2024", True),
        ("Friday, 14 November 2024", False),
        ("Thursday 14 November", True),
        ("Friday 14 November", True),
        ("Monday the 14th of November", False),
        ("Thursday, November 14, 2024", True),
        ("Wednesday, November 14, 2024", False),
        ("Thursday, 31 November 2024", True),
    ],
)
def test_a_weekday_is_that_of_its_date(words: str, *, is_right: bool) -> None:
    found = places("weekday-of-another-date", passages=[{"narrative": f"We shall meet on {words}, all of us."}])

    assert found == ([] if is_right else ["passages[0].narrative"])


@pytest.mark.parametrize(
    ("sentence", "is_right"),
    [
        ("A workshop will be held in Geneva in October 2024.", False),
        ("A workshop will be held in Geneva in November 2024.", True),
        ("A workshop will be held in Geneva in December 2024.", True),
        ("A workshop will take place on 13 November 2024.", False),
        ("A workshop will take place on 14 November 2024.", True),
        ("A workshop was held in Geneva in December 2024.", False),
        ("A workshop was held in Geneva in November 2024.", True),
        ("The workshop took place in 2025.", False),
        ("I will go on with what was begun in October 2024.", True),
        ("“A workshop will be held in October 2024”, I wrote.", True),
    ],
)
def test_what_will_be_held_is_held_after_the_delivery(sentence: str, *, is_right: bool) -> None:
    found = places("tense-against-date", passages=[{"narrative": sentence}])

    assert found == ([] if is_right else ["passages[0].narrative"])


# --- titles

HANDBOOK = [{"id": "book", "type": "handbook", "title": "Hidden Fees in Recruitment and Work", "status": "published"}]


@pytest.mark.parametrize(
    ("words", "is_right"),
    [
        ("“Hidden Fees in Recruitment and Work”", True),
        ("*Hidden fees in recruitment and work*", True),
        ("“Hidden Fees in Recruitment”", True),
        ("“Hidden Fees in Recruitment and Work: A Handbook”", True),
        ("“Hidden Fees of Recruitment and Work”", False),
        ("*Hidden Fees in Recruitment and Works*", False),
        ("“Open Doors in Recruitment and Work”", True),
        ("Hidden Fees of Recruitment and Work", True),
    ],
)
def test_a_title_is_the_same_everywhere(words: str, *, is_right: bool) -> None:
    found = places("title-in-another-form", publications=HANDBOOK, passages=[{"narrative": f"They use {words} now."}])

    assert found == ([] if is_right else ["passages[0].narrative"])


# --- paragraphs


def test_the_field_of_a_word_is_the_innermost_one() -> None:
    held = Span(Anchor(("activities", 0, "held")), (Text("in June"),))
    title = Emphasis((Text("Alliance"),))
    narrative = Anchor(("activities", 0, "narrative"), "narrative")
    document = Document((Styled((Paragraph((Text("We met "), held, Text(" at the "), title)),), None, narrative),))

    (passage,) = passages(document)

    assert passage.text == "We met in June at the Alliance"
    assert passage.field_at(0) == ("activities", 0, "narrative")
    assert passage.field_at(passage.text.index("June")) == ("activities", 0, "held")
    assert passage.is_quoted(passage.text.index("Alliance"))
    assert not passage.is_quoted(0)


def test_the_paragraphs_of_a_record_are_those_with_a_part_of_it() -> None:
    held, place = (Span(Anchor(("activities", 0, field)), (Text(field),)) for field in ("held", "place"))
    title = Span(Anchor(("activities", 1, "title")), (Text("title"),))
    context = Context(
        document=Document((Paragraph((held, title)), Paragraph((Text("none"),)), Paragraph((place, held))))
    )

    assert [passage.text for passage in context.told["activities", 0]] == ["heldtitle", "placeheld"]
    assert [passage.text for passage in context.told["activities", 1]] == ["heldtitle"]


def test_words_of_a_template_belong_to_the_record_of_the_paragraph() -> None:
    held = Span(Anchor(("partnerships", "external", 2, "purpose")), (Text("in June"),))
    (passage,) = passages(Document((Paragraph((Text("We met "), held)),)))

    assert passage.field_at(0) == ("partnerships", "external", 2)


def test_a_field_of_no_list_is_its_own_record() -> None:
    assert record_of(("office", "name")) == ("office", "name")
    assert record_of(("activities", 3, "place", "city")) == ("activities", 3)
