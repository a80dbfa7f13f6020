"""Templates: what they may do, how an office changes them, and how their faults are told."""

import itertools

import jinja2
import pytest
from test_every_subset_of_facts import HEAD

from cthb_reports.document import plain_text
from cthb_reports.errors import TemplateError
from cthb_reports.kinds import Report
from cthb_reports.rendering import render

OFFICE = "report/document.md.j2"


def report(**fields) -> Report:
    return Report.model_validate({**HEAD, **fields})


def text(made: Report, templates: dict[str, str] | None = None) -> str:
    return plain_text(render(made, templates).document)


def test_the_first_page_stands_in_the_order_in_which_it_is_printed() -> None:
    made = report(symbol="SEC.GAL/182/17", issued="2017-12-11", markings=["OSCE+", "ENGLISH only"])

    lines = text(made).splitlines()

    assert lines[:5] == [
        "SEC.GAL/182/17 11 December 2017 OSCE+ ENGLISH only",
        "Organization for Security and Co-operation in Europe",
        "Ana Example, Special Representative",
        "Report",
        "for the OSCE Permanent Council",
    ]


def test_an_office_changes_one_block_and_keeps_the_rest() -> None:
    own = '{% extends "built-in/report/document.md.j2" %}{% block title %}{% filter styled("Title") %}Statement{% endfilter %}{% endblock %}'

    lines = text(report(), {OFFICE: own}).splitlines()

    assert "Statement" in lines
    assert "Report" not in lines
    assert "for the OSCE Permanent Council" in lines


def test_an_office_changes_the_voice_in_one_place() -> None:
    own = "{% macro I() %}we{% endmacro %}{% macro my() %}our{% endmacro %}{% macro we() %}we{% endmacro %}{% macro office() %}the Mission{% endmacro %}{% macro office_by_name() %}the Mission{% endmacro %}"
    event = {"kind": "workshop", "role": "hosted", "section": "all", "thanks": [{"to": ["iom"]}]}

    made = text(report(activities=[event]), {"house/_voice.md.j2": own})

    assert "The Mission hosted a workshop. We thank the International Organization for Migration." in made


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("{{ report.place ~ 'x' }}", "~ joins texts"),
        ("{{ report.place + 'x' }}", "+ joins texts"),
        ("{{ '%s' % report.place }}", "% formats text"),
        ("{{ report.place | upper }}", "No filter named 'upper'"),
        ("{{ report.place | e }}", "No filter named 'e'"),
        ("{% for %}", "Expected"),
        ("{{ range(3) }}", "'range' is undefined"),
        ("{{ report.plaice }}", "Report has no field 'plaice'"),
        ("{{ report.office }}", "Office cannot be printed as it is; name one of its fields"),
        ("{{ report.sections }}", "tuple cannot be printed as it is"),
        ("{{ report.place.__class__ }}", "str has no field '__class__'"),
        ("{{ report.period | states }}", "'Period' object is not iterable"),
    ],
)
def test_a_fault_in_a_template_is_told_with_its_line(source, reason) -> None:
    with pytest.raises(TemplateError) as caught:
        text(report(), {OFFICE: f"\n\n{source}"})

    assert (caught.value.template, caught.value.line) == (OFFICE, 3)
    assert reason in caught.value.reason


def test_a_fault_at_run_time_is_told_with_its_expression_and_its_field() -> None:
    with pytest.raises(TemplateError) as caught:
        text(report(), {OFFICE: "{{ report.office.adress }}"})

    assert caught.value.reason == "Office has no field 'adress' (at office), in: {{ report.office.adress }}"


def test_a_template_that_is_not_there_is_named() -> None:
    with pytest.raises(TemplateError, match=r"house/_missing\.md\.j2"):
        text(report(), {OFFICE: '{% include "house/_missing.md.j2" %}'})


def test_a_fact_still_to_come_is_a_loud_placeholder() -> None:
    event = {
        "kind": "workshop",
        "role": "hosted",
        "held": "TBC: date from the hosts",
        "attendance": "TBC",
        "section": "all",
    }

    made = text(report(activities=[event]))

    assert "[to be confirmed: date from the hosts]" in made
    assert "The workshop brought together [to be confirmed: attendance]." in made


def test_text_that_looks_like_markup_or_a_template_comes_out_as_typed() -> None:
    title = "# 1. *A* : _b_ & <b>c</b> {{ held }} {% x %} [d](e) `f` \\ ^g^ ~h~ | i"
    event = {"kind": "workshop", "title": title, "role": "hosted", "section": "all"}

    assert f"“{title}”" in text(report(activities=[event]))


def test_neighbouring_paragraphs_of_one_kind_do_not_begin_alike() -> None:
    events = [
        {
            "kind": "workshop",
            "title": f"Part {number}",
            "role": "hosted",
            "held": f"2017-0{number}",
            "section": "all",
            "order": number,
        }
        for number in range(1, 7)
    ]

    *_, told = text(report(activities=events)).splitlines()
    sentences = told.split(". ")

    assert len(sentences) == len(events)
    assert all(first.split()[:2] != second.split()[:2] for first, second in itertools.pairwise(sentences))


def test_visits_of_which_nothing_more_is_told_become_one_sentence() -> None:
    visits = [{"state": state, "section": "all"} for state in ("RU", "DK", "MN")] + [
        {"state": "CA", "follow_up_visit": "yes", "section": "all"}
    ]

    made = text(report(activities=visits))

    assert (
        "This year took me on country visits to Denmark, Mongolia and the Russian Federation, and back to Canada for a follow-up visit."
        in made
    )


def test_a_series_is_told_once_with_the_places_and_dates_of_its_events() -> None:
    series = {"id": "chains", "title": "Supply Chains", "kind": "workshop", "events": "2", "section": "all"}
    events = [
        {"kind": "workshop", "series": "chains", "held": "2017-05", "place": "Stockholm"},
        {"kind": "workshop", "series": "chains", "held": "2017-06", "place": "Astana"},
    ]

    made = text(report(series=[series], activities=events))

    assert (
        "The series of two workshops “Supply Chains” was held in Stockholm (May 2017) and Astana (June 2017)." in made
    )


def test_states_are_called_as_on_the_day_of_the_report() -> None:
    visit = {"state": "TR", "section": "all"}

    assert "Turkey" in text(report(activities=[visit]))
    assert "Türkiye" in text(report(activities=[visit], delivered="2023-11-09", period="2023"))


def test_the_key_phrase_of_a_record_is_bold_once() -> None:
    event = {
        "kind": "workshop",
        "title": "Fair Jobs",
        "role": "hosted",
        "key_phrase": "the workshop “Fair Jobs”",
        "outcome": "I enjoyed the workshop “Fair Jobs”.",
        "section": "all",
    }

    document = render(report(activities=[event])).document

    assert repr(document).count("Strong(") == 1


def test_a_key_phrase_leaves_no_space_before_the_paragraph() -> None:
    events = [
        {"kind": "workshop", "title": title, "key_phrase": title, "role": "hosted", "section": "all"}
        for title in ("Fair Jobs", "Safe Jobs")
    ]

    *_, told = text(report(activities=events)).splitlines()

    assert told == told.strip()
    assert "  " not in told


def test_a_key_phrase_that_stands_nowhere_is_told() -> None:
    event = {"kind": "workshop", "key_phrase": "fair recruitment", "section": "all"}

    assert render(report(activities=[event])).untold == (("activities", 0, "key_phrase"),)


def test_countries_beyond_the_region_are_not_said_to_send_everybody() -> None:
    event = {"kind": "conference", "attendance": {"participants": "400", "other_countries": "yes"}, "section": "all"}

    assert "400 participants, some of them from countries outside the OSCE area." in text(report(activities=[event]))


def test_figures_of_one_source_share_a_sentence() -> None:
    source = {"title": "Estimates", "edition": "2017", "refers_to": "2016", "section": "all"}
    figures = [
        {"value": "24.9 million", "counts": "people were in forced labour", **source},
        {"value": "4.8 million", "counts": "people were exploited sexually", **source},
    ]

    assert (
        "According to “Estimates” (2017), 24.9 million people were in forced labour in 2016 and 4.8 million people were exploited sexually."
        in text(report(key_figures=figures))
    )


def test_partners_of_whom_nothing_more_is_told_share_a_sentence() -> None:
    partnerships = [{"partner": name, "section": "all"} for name in ("iom", "Europol")]

    assert (
        "My Office continued its co-operation with the International Organization for Migration and Europol."
        in text(report(partnerships={"external": partnerships}))
    )


def test_intentions_do_not_repeat_the_year_that_stands_above_them() -> None:
    items = [
        {"action": "write a handbook", "planned": "2018", "section": "outlook"},
        {"action": "train judges", "planned": "2018-03", "section": "outlook"},
    ]

    made = text(report(sections=[{"id": "outlook", "title": "Outlook 2018"}], outlook=items))

    assert "My Office will write a handbook. In March 2018, we will train judges." in made


def test_a_second_statement_at_one_place_is_told_shortly() -> None:
    debates = [
        {"at": "the debate of the Security Council", "held": held, "role": "spoke", "section": "all"}
        for held in ("2017-03", "2017-11")
    ]

    assert "I spoke there again in November 2017." in text(report(activities=debates))


def test_templates_are_compiled_anew_where_nothing_can_be_kept(monkeypatch) -> None:
    def no_folder(_: object) -> str:
        raise RuntimeError

    monkeypatch.setattr(jinja2.FileSystemBytecodeCache, "_get_default_cache_dir", no_folder)
    own = {"house/_voice.md.j2": "{% macro I() %}we{% endmacro %}{% macro office() %}the Mission{% endmacro %}"}

    assert "The Mission hosted a workshop." in text(
        report(activities=[{"kind": "workshop", "role": "hosted", "section": "all"}]), own
    )
