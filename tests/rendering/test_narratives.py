"""Narratives: values of their own record, what they leave to be said, and what is wrong in them."""

import pytest
from test_every_subset_of_facts import HEAD

from cthb_reports.document import plain_text
from cthb_reports.kinds import Report
from cthb_reports.rendering import render
from cthb_reports.rendering.figures import typed_figures
from cthb_reports.rendering.narratives import faults

EVENT = {
    "kind": "conference",
    "title": "Trafficking in Children",
    "held": "2017-04-03/2017-04-04",
    "place": "Vienna",
    "attendance": {"participants": "over 350", "participating_states": "57", "partners": "11"},
    "section": "all",
}


def report(narrative: str, **fields) -> Report:
    return Report.model_validate({**HEAD, "activities": [{**EVENT, **fields, "narrative": narrative}]})


def body(made: Report) -> list[str]:
    return plain_text(render(made).document).splitlines()[6:]


def test_an_expression_prints_its_field_and_the_rest_is_added() -> None:
    made = report("We met {{ held | when }} in {{ place.city }} for {{ title | quoted }}.")

    assert body(made) == [
        "We met from 3 to 4 April 2017 in Vienna for “Trafficking in Children”. The conference brought together over 350 participants from across the 57 OSCE participating States and 11 Partners for Co-operation.",
    ]


def test_what_is_typed_in_the_words_of_the_template_is_not_repeated() -> None:
    made = report(
        "From 3 to 4 April 2017, over 350 participants from 57 States and 11 Partners met in Vienna at “Trafficking in Children”."
    )

    assert len(body(made)) == 1


def test_a_number_with_a_month_after_it_is_not_taken_for_a_count() -> None:
    made = report("We met on 11 April.", attendance={"partners": "11"})

    assert "from 11 Partners for Co-operation" in body(made)[-1]


def test_what_is_listed_as_said_is_not_repeated() -> None:
    made = report("Hundreds met in the capital in spring.", said=["held", "place", "title", "attendance"])

    assert body(made) == ["Hundreds met in the capital in spring."]


def test_a_literal_pair_of_braces_is_escaped_with_a_backslash() -> None:
    assert body(report(r"Write \{{ held }} for the date.", said=["held", "place", "title", "attendance"])) == [
        "Write {{ held }} for the date."
    ]


def test_statements_of_templates_are_text() -> None:
    assert "{% if x %} {# y #}" in body(report("A {% if x %} {# y #} text."))[0]


def test_a_fact_to_come_is_a_placeholder_in_the_narrative_too() -> None:
    assert body(report("We met {{ held | when }}.", held="TBC: by May"))[0].startswith(
        "We met [to be confirmed: by May]."
    )


def test_notes_of_two_narratives_do_not_meet() -> None:
    events = [{**EVENT, "narrative": f"See here.[^1]\n\n[^1]: Note {number}."} for number in (1, 2)]

    document = render(Report.model_validate({**HEAD, "activities": events})).document

    assert len(document.footnotes) == 2


@pytest.mark.parametrize(
    ("narrative", "message", "hint"),
    [
        ("We met {{ hald | when }}.", "'{{ hald | when }}' names no field: 'hald'", "did you mean 'held'?"),
        ("We met {{ held | wen }}.", "'{{ held | wen }}' names no filter: 'wen'", "did you mean 'when'?"),
        ("We met {{ held + 1 }}.", "'{{ held + 1 }}' is not understood", "write {{ field }} or {{ field | filter }}; nothing else is known here"),
        ("We met {{ held() }}.", "'{{ held() }}' is not understood", "write {{ field }} or {{ field | filter }}; nothing else is known here"),
        ("We met {{ held.", "'{{' is never closed", r"close it with }}, or write \{{ to print it"),
        ("It {{ outcome }}", "'{{ outcome }}' names a field that this record leaves empty: 'outcome'", "fill the field in, or take the expression out"),
        ("It {{ attendance }}", "'{{ attendance }}' cannot be printed as it is: Attendance cannot be printed as it is; name one of its fields", "name a field that holds one value"),
        ("It {{ title | when }}", "'{{ title | when }}' 'when' does not fit: 'Trafficking in Children' is no date", "name a field that holds one value"),
        ("# A heading", "a narrative has no place for a heading", "narratives take paragraphs, emphasis, lists, links and footnotes"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_the_words_of_the_author(narrative, message, hint) -> None:
    (fault,) = faults(report(narrative))

    assert (fault.message, fault.hint) == (message, hint)
    assert narrative[fault.start : fault.end] in narrative


@pytest.mark.parametrize(
    "narrative", ["```\ncode\n```", "---\n\nx", "| a |\n|---|\n| b |", "> quote", "x[^1]\n\n[^1]: y\n\n[^2]: z"]
)
def test_markup_that_a_report_has_no_place_for_is_a_fault(narrative) -> None:
    assert len(list(faults(report(narrative)))) == 1


def test_a_figure_typed_although_a_field_holds_it_is_asked_about() -> None:
    narrative = "We met on 3 to 4 April 2017 with over 350 guests and {{ attendance.partners }} Partners."

    found = {(figure.words, figure.expression) for figure in typed_figures(report(narrative))}

    assert found == {("3 to 4 April 2017", "held"), ("over 350", "attendance.participants")}


def test_a_value_that_begins_a_sentence_has_its_capital() -> None:
    made = report(
        "{{ hosts | listed }} received us. {{ hosts | listed }} did it well, and {{ hosts | listed }} smiled.",
        hosts=["the town of Venice"],
    )

    assert body(made)[0].startswith(
        "The town of Venice received us. The town of Venice did it well, and the town of Venice smiled."
    )
