"""Where paragraphs begin."""

from test_every_subset_of_facts import HEAD

from cthb_reports.document import plain_text
from cthb_reports.kinds import Report
from cthb_reports.rendering import render

LONG = "We argued this at length before those who were willing to listen. " * 12


def told(**fields) -> list[str]:
    made = Report.model_validate({**HEAD, **fields})
    return plain_text(render(made).document).split("\nAll\n")[1].strip().splitlines()


def thanks(narrative: str) -> dict[str, object]:
    return {"narrative": narrative, "thanks": [{"to": ["Italy"]}], "section": "all"}


def test_thanks_that_a_narrative_leaves_out_join_its_last_paragraph() -> None:
    assert told(passages=[thanks("We met.\n\nWe spoke.")]) == ["We met.", "We spoke. I thank Italy."]


def test_they_do_not_join_a_list() -> None:
    assert told(passages=[thanks("- We met;\n- We spoke.")])[-1] == "I thank Italy."


def test_short_records_of_one_sort_share_a_paragraph() -> None:
    items = [{"action": action, "section": "all"} for action in ("train judges", "write a handbook")]

    assert len(told(outlook=items)) == 1


def test_short_narratives_of_one_sort_share_a_paragraph_and_long_ones_stand_alone() -> None:
    texts = ("We act.", "We speak.", LONG, "We go.")
    act = {"action": "act", "said": ["action"], "continues": "all-of-it", "section": "all"}
    items = [{**act, "narrative": text} for text in texts]

    assert told(outlook=items) == ["We act. We speak.", LONG.strip(), "We go."]


def test_narratives_about_two_subjects_do_not() -> None:
    items = [
        {"action": "act", "narrative": "We act.", "said": ["action"], "continues": subject, "section": "all"}
        for subject in ("courts", "schools")
    ]

    assert told(outlook=items) == ["We act.", "We act."]


def test_records_of_two_sorts_do_not() -> None:
    fields = {
        "research": [{"topic": "supply chains", "section": "all"}],
        "projects": [{"id": "chains", "title": "Supply Chains", "section": "all"}],
    }

    assert len(told(**fields)) == 2


def test_two_passages_are_two_paragraphs() -> None:
    assert len(told(passages=[{"narrative": text, "section": "all"} for text in ("We act.", "We speak.")])) == 2


def test_what_was_done_with_a_partner_follows_its_name() -> None:
    fields = {
        "partnerships": {"external": [{"partner": "iom", "section": "all", "order": 1}]},
        "activities": [{"at": "the Human Dimension Seminar", "role": "spoke", "section": "all", "order": 2}],
    }

    assert told(**fields) == [
        "My Office continued its co-operation with the International Organization for Migration. I spoke at the Human Dimension Seminar."
    ]


def test_a_narrative_that_has_joined_another_keeps_its_anchor() -> None:
    act = {"action": "act", "continues": "all-of-it", "section": "all"}
    items = [{**act, "narrative": text} for text in ("We act.", "We speak.")]
    made = repr(render(Report.model_validate({**HEAD, "outlook": items})).document)

    assert "Span(anchor=Anchor(field=('outlook', 1, 'narrative'), kind='narrative', source='')" in made
