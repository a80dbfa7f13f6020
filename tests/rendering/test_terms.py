"""Names with a short form are written out at their first mention, and only if they come again."""

from test_every_subset_of_facts import HEAD

from cthb_reports.document import plain_text
from cthb_reports.kinds import Report
from cthb_reports.rendering import render

PARTNERS = [
    {"id": "iom", "name": "International Organization for Migration", "abbreviation": "IOM", "article": "yes"},
    {
        "id": "ilo",
        "name": "International Labour Organization",
        "abbreviation": "ILO",
        "article": "yes",
        "abbreviation_article": "yes",
    },
]
ABBREVIATIONS = [
    {"short": "THB", "full": "trafficking in human beings"},
    {"short": "NGOs", "full": "non-governmental organizations"},
    {"short": "NGO", "full": "non-governmental organization"},
]


def told(*narratives: str, **fields) -> str:
    passages = [{"narrative": narrative, "section": "all"} for narrative in narratives]
    made = Report.model_validate(
        {**HEAD, "partners": PARTNERS, "abbreviations": ABBREVIATIONS, "passages": passages, **fields}
    )
    return plain_text(render(made).document).split("\nAll\n")[1].strip()


def test_a_partner_is_named_in_full_at_first_and_by_its_short_form_afterwards() -> None:
    events = [{"kind": kind, "hosts": ["iom"], "section": "all"} for kind in ("workshop", "meeting")]

    made = told(activities=events)

    assert "hosted by the International Organization for Migration (IOM)." in made
    assert "hosted by IOM." in made


def test_a_name_that_never_comes_again_has_no_short_form() -> None:
    made = told(activities=[{"kind": "workshop", "hosts": ["iom"], "section": "all"}])

    assert made.endswith("hosted by the International Organization for Migration.")


def test_a_short_form_with_an_article_keeps_it() -> None:
    events = [{"kind": kind, "hosts": ["ilo"], "section": "all"} for kind in ("workshop", "meeting")]

    made = told(activities=events)

    assert "the International Labour Organization (ILO)" in made
    assert made.endswith("hosted by the ILO.")


def test_a_typed_short_form_is_written_out_where_it_comes_first() -> None:
    assert told("Much THB goes unseen.", "THB is a crime.") == (
        "Much trafficking in human beings (THB) goes unseen.\nTHB is a crime."
    )


def test_a_typed_name_gets_its_article_and_its_capital() -> None:
    assert told("IOM came. We met IOM.") == "The International Organization for Migration (IOM) came. We met IOM."
    assert told("We met the ILO.") == "We met the International Labour Organization."


def test_an_article_before_a_typed_short_form_is_that_of_the_name() -> None:
    assert told("We met an NGO, and an NGO met us.") == (
        "We met a non-governmental organization (NGO), and an NGO met us."
    )


def test_what_an_author_has_written_out_is_left_alone() -> None:
    narrative = "We fight trafficking in human beings (THB). THB is a crime."

    assert told(narrative) == narrative


def test_titles_and_italics_keep_their_short_forms_which_count_as_mentions() -> None:
    assert told("THB: see “Preventing THB” and *THB Today*.") == (
        "Trafficking in human beings (THB): see “Preventing THB” and THB Today."
    )


def test_a_short_form_within_another_word_is_no_mention() -> None:
    narrative = "The NGO-led group and TNTD/IOM met."

    assert told(narrative) == narrative


def test_a_name_knows_the_field_it_comes_from() -> None:
    made = Report.model_validate(
        {**HEAD, "abbreviations": ABBREVIATIONS, "passages": [{"narrative": "THB is a crime.", "section": "all"}]}
    )

    assert "field=('abbreviations', 0)" in repr(render(made).document)
