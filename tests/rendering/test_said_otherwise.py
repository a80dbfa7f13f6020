"""What an author may say of how a text is made: which wording a sentence takes, what it joins, and what a block says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from made_reports import reports
from small_reports import WORKSHOP, report_with

import cthb_reports
from cthb_reports.document import lines, plain_text
from cthb_reports.kinds.lookup import value_at
from cthb_reports.rendering import render
from cthb_reports.rendering.narratives import evaluated
from cthb_reports.rendering.session import Session
from cthb_reports.rendering.views import View

if TYPE_CHECKING:
    from pydantic import BaseModel

    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds import Report

EXAMPLES = Path(__file__).parents[2] / "examples"
MANDATE = {"references": ["MC.DEC/2/03"], "pillars": [{"name": "Law"}, {"name": "Aid", "aim": "help"}]}


def told(report: Report) -> list[str]:
    """Return the lines below the heading of the only section."""
    return plain_text(render(report).document).split("\nThe Year\n")[1].strip().splitlines()


# --- which of several wordings


def test_a_record_takes_the_wording_that_it_asks_for() -> None:
    first, second = (told(report_with(activities=[{**WORKSHOP, "turns": [f"opening {number}"]}])) for number in (1, 2))

    assert first != second
    assert told(report_with(activities=[WORKSHOP])) == first


@pytest.mark.parametrize("turn", ["opening 9", "closing 1"])
def test_a_wording_that_there_is_not_changes_nothing(turn: str) -> None:
    assert told(report_with(activities=[{**WORKSHOP, "turns": [turn]}])) == told(report_with(activities=[WORKSHOP]))


def test_what_a_record_asks_for_counts_as_used_for_those_behind_it() -> None:
    plain = [WORKSHOP, {**WORKSHOP, "title": "Fees"}]
    asked = [{**WORKSHOP, "turns": ["opening 2"]}, plain[1]]

    (before,), (after,) = (told(report_with(activities=both))[-1:] for both in (plain, asked))
    assert before != after


@pytest.mark.parametrize("wrong", ["opening", "opening 0", "Opening 1", "opening 10", "2"])
def test_a_wording_is_named_by_what_it_is_for_and_a_number(wrong: str) -> None:
    with pytest.raises(ValueError, match="turns"):
        report_with(activities=[{**WORKSHOP, "turns": [wrong]}])


def with_turns(report: Report) -> Report:
    """Return a report whose records ask for the wordings that they took."""
    for path, turns in render(report).turns.items():
        report = _with(report, path, {"turns": tuple(f"{kind} {number}" for kind, number in turns.items())})
    return report


def _with(model: BaseModel, path: FieldPath, update: dict[str, Any]) -> Any:
    if not path:
        return model.model_copy(update=update)
    step, *rest = path
    value: Any = getattr(model, str(step))
    if rest and isinstance(rest[0], int):
        index, *below = rest
        changed = _with(value[index], tuple(below), update)
        return model.model_copy(update={str(step): (*value[:index], changed, *value[index + 1 :])})
    return model.model_copy(update={str(step): _with(value, tuple(rest), update)})


@pytest.mark.parametrize("name", ["minimal", "2017", "2018"])
def test_an_example_whose_records_ask_for_the_wordings_that_they_took_stays_as_it_is(name: str) -> None:
    report = cthb_reports.load(EXAMPLES / name)

    assert plain_text(render(with_turns(report)).document) == plain_text(render(report).document)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(reports())
def test_so_does_any_report(report: Report) -> None:
    assert plain_text(render(with_turns(report)).document) == plain_text(render(report).document)


def test_the_wordings_that_were_taken_are_told_by_record() -> None:
    turns = render(report_with(activities=[WORKSHOP, {**WORKSHOP, "title": "Fees"}])).turns

    assert [turns[("activities", index)]["opening"] for index in (0, 1)] == [1, 2]


# --- what joins what


def passages(*asked: str) -> list[str]:
    """Return the text of a passage for each thing that its author may say: "joins", "apart", or nothing."""
    fields = [{"joins": one == "joins"} if one else {} for one in asked]
    return told(report_with(passages=[{"narrative": f"Words {n}.", **more} for n, more in enumerate(fields)]))


def test_a_record_joins_the_paragraph_before_it_when_its_author_says_so() -> None:
    assert passages("", "") == ["Words 0.", "Words 1."]
    assert passages("", "joins") == ["Words 0. Words 1."]


def test_several_may_join_one_another() -> None:
    assert passages("", "joins", "joins", "apart", "joins") == ["Words 0. Words 1. Words 2.", "Words 3. Words 4."]


def test_the_first_has_nothing_to_join_and_stands_under_its_heading() -> None:
    assert passages("joins", "") == ["Words 0.", "Words 1."]


def test_a_long_record_joins_too_when_its_author_says_so() -> None:
    long = "We argued this at length before those who were willing to listen. " * 12
    report = report_with(passages=[{"narrative": long}, {"narrative": long, "joins": True}])

    assert len(told(report)) == 1


def test_short_records_stay_apart_when_their_author_says_so() -> None:
    items = [{"action": action, "section": "year"} for action in ("train judges", "write a handbook")]

    assert len(told(report_with(outlook=items))) == 1
    assert len(told(report_with(outlook=[items[0], {**items[1], "joins": False}]))) == 2


def test_nothing_joins_a_list() -> None:
    report = report_with(passages=[{"narrative": "- one;\n- two."}, {"narrative": "Words.", "joins": True}])

    assert told(report)[-1] == "Words."


def test_what_has_joined_keeps_its_origin() -> None:
    report = report_with(passages=[{"narrative": "Words 0."}, {"narrative": "Words 1.", "joins": True}])

    (line,) = [line for line in lines(render(report).document) if "Words" in line.text]
    assert {
        (line.text[start:end], anchor.field[1]) for start, end, anchor in line.stretches() if anchor.kind == "narrative"
    } == {
        ("Words 0. Words 1.", 0),
        ("Words 1.", 1),
    }


# --- what a block says


def said(**fields: Any) -> list[str]:
    return plain_text(render(report_with(**fields)).document).splitlines()


def test_a_block_says_what_the_records_say_instead() -> None:
    usual, ours = said(mandate=MANDATE), said(mandate=MANDATE, wording=[{"block": "mandate", "text": "We went on."}])

    assert any(line.startswith("In accordance with") for line in usual)
    assert "We went on." in ours
    assert len(usual) == len(ours)
    assert [line for line in ours if line not in usual] == ["We went on."]


def test_a_wording_prints_fields_of_the_report() -> None:
    wording = [{"block": "mandate", "text": "In {{ period }} in {{ place }}, under {{ mandate.references | listed }}."}]

    assert "In 2024 in Vienna, under MC.DEC/2/03." in said(mandate=MANDATE, wording=wording)


def test_the_cover_may_be_worded_too() -> None:
    wording = [{"block": "addressee", "text": "for the *Annual Session*"}, {"block": "title", "text": "Account"}]

    document = render(report_with(wording=wording)).document
    assert document.meta.title == "Account for the Annual Session"


def test_one_of_several_blocks_is_named_by_the_id_or_the_number_of_what_it_is_about() -> None:
    wording = [{"block": "pillar 2", "text": "Aid, as ever."}]

    assert [line for line in said(mandate=MANDATE, wording=wording) if line not in said(mandate=MANDATE)] == [
        "Aid, as ever."
    ]


def test_so_is_that_of_a_section() -> None:
    sections = [{"id": "trends", "title": "Trends", "themes": ["fees"]}]
    fields = {"sections": sections, "themes": [{"id": "fees", "title": "Fees"}]}

    assert "We looked at:" in said(**fields, wording=[{"block": "themes trends", "text": "We looked at:"}])


def test_a_wording_that_no_block_asks_for_is_told() -> None:
    report = report_with(wording=[{"block": "mandat", "text": "x"}, {"block": "title", "text": "Report"}])

    assert render(report).unused_wordings == (0,)
    (finding,) = [one for one in cthb_reports.draft(report, ".md").findings if one.code == "T103"]
    assert finding.field == ("wording", 0, "block")
    assert "'mandat'" in finding.message


def test_a_wording_knows_its_block_whether_the_records_word_it_or_not() -> None:
    usual, ours = report_with(), report_with(wording=[{"block": "title", "text": "Report"}])

    assert wordings_of(usual) == {"title": (), "addressee": ()}
    assert wordings_of(ours) == {"title": ("wording", 0, "text"), "addressee": ()}


def wordings_of(report: Report) -> dict[str, FieldPath]:
    return {anchor.source: anchor.field for anchor in render(report).anchors if anchor.kind == "wording"}


def test_an_expression_in_a_wording_that_names_no_field_is_an_error() -> None:
    broken = report_with(wording=[{"block": "title", "text": "{{ perod }}"}])

    with pytest.raises(cthb_reports.InvalidReportError) as raised:
        cthb_reports.draft(broken, ".md")
    assert "did you mean 'period'" in str(raised.value.findings[0])


@pytest.mark.parametrize("text", ["One.\n\nTwo.", "- one;\n- two.", "So.[^n]\n\n[^n]: A note.", "# Heading", "1. one"])
def test_a_wording_is_one_paragraph(text: str) -> None:
    """A block that is worded otherwise is one line of the cover, or one item of a list."""
    with pytest.raises(cthb_reports.InvalidReportError) as raised:
        cthb_reports.draft(report_with(wording=[{"block": "title", "text": text}]), ".md")
    assert {finding.code for finding in raised.value.findings} == {"D301"}


@pytest.mark.parametrize("text", ["One\nand two.", "**Bold** and [a link](https://osce.org).", "1.5 million"])
def test_a_wording_may_have_emphasis_and_links_and_go_over_lines(text: str) -> None:
    assert cthb_reports.draft(report_with(wording=[{"block": "title", "text": text}]), ".md").content


def test_an_expression_is_evaluated_alone_for_whoever_asks_what_it_would_print() -> None:
    report = report_with(activities=[WORKSHOP])
    session = Session(report)
    record = View(session, ("activities", 0), value_at(report, ("activities", 0)))

    assert "11 June 2024" in str(evaluated("{{ held }}", record))
    assert evaluated("{{ hold }}", record) is None
    assert evaluated("held", record) is None
