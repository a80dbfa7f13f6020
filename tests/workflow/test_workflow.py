"""The library: load, validate and draft, from files and from models built in Python."""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from small_reports import HEAD_YAML, WORKSHOP, WORKSHOP_YAML, report_file, report_folder, report_with

import cthb_reports
from cthb_reports import workflow
from cthb_reports.errors import DraftError
from cthb_reports.findings import Severity
from cthb_reports.kinds import Report

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.is_dir() and path.name != "schemas")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_has_no_finding_but_queries_and_facts_to_come(path: Path) -> None:
    findings = cthb_reports.validate(path)

    assert {finding.severity for finding in findings} <= {Severity.QUERY, Severity.PENDING}


def test_nothing_that_last_year_announced_is_lost_in_the_records_of_the_next() -> None:
    findings = cthb_reports.validate(ROOT / "examples" / "2018", previous=ROOT / "examples" / "2017")

    assert [finding for finding in findings if finding.code.startswith("C60")] == []


def test_the_example_in_python_makes_the_report_of_the_example_in_yaml() -> None:
    built = runpy.run_path(str(ROOT / "examples" / "library.py"))["report"]

    draft = cthb_reports.draft(built, ".md")

    assert draft.findings == ()
    assert b"Recruitment without Fees" in draft.content


def test_the_example_in_python_runs_and_writes_its_draft(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "examples" / "library.py"], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "drafted library.docx"
    assert (tmp_path / "library.docx").read_bytes().startswith(b"PK")


def test_a_report_built_in_python_is_drafted_as_the_one_read_from_files(tmp_path: Path) -> None:
    read = cthb_reports.load(report_file(tmp_path))
    built = report_with(activities=[WORKSHOP])

    assert built == read
    assert cthb_reports.draft(built, ".md").content == cthb_reports.draft(read, ".md").content


def test_a_report_in_a_folder_is_the_one_in_a_file(tmp_path: Path) -> None:
    folder = report_folder(tmp_path / "records", activities=WORKSHOP_YAML.removeprefix("activities:\n"))

    assert cthb_reports.load(str(folder)) == cthb_reports.load(report_file(tmp_path))


@pytest.mark.parametrize(
    ("field", "entry"),
    [
        ("outlook", "action: visit Malta\nsection: year\n"),
        ("passages", "narrative: Words.\n"),
        ("partnerships/external", "partner: Europol\nsection: year\n"),
        ("abbreviations", "short: THB\nfull: trafficking in human beings\n"),
    ],
)
def test_every_list_may_be_a_folder_with_a_file_for_each_entry(field: str, entry: str, tmp_path: Path) -> None:
    folder = report_folder(tmp_path / "records")
    (folder / field).mkdir(parents=True)
    for name in ("01-one.yaml", "02-two.yaml"):
        (folder / field / name).write_text(entry, encoding="utf-8")

    report = cthb_reports.load(folder)

    records = report.partnerships.external if "/" in field else getattr(report, field)
    assert len(records) == 2


def test_a_report_that_cannot_be_loaded_carries_every_finding(tmp_path: Path) -> None:
    path = report_file(tmp_path, WORKSHOP_YAML.replace("workshop", "workshp").replace("2024-06-11", "in June"))

    with pytest.raises(cthb_reports.InvalidReportError) as raised:
        cthb_reports.load(path)

    assert [finding.code for finding in raised.value.findings] == ["D103", "D103"]
    assert str(raised.value).startswith(f"{path}:13:11: error D103 'workshp' is none of those known here")


def test_loading_does_not_mind_what_only_the_author_should_look_at(tmp_path: Path) -> None:
    path = report_file(tmp_path, WORKSHOP_YAML.replace("2024-06-11", "2023-06-11"))

    assert isinstance(cthb_reports.load(path), Report)


def test_findings_about_a_report_in_python_name_the_field() -> None:
    report = report_with(activities=[WORKSHOP | {"held": "2023-06-11"}])

    (finding,) = cthb_reports.validate(report)

    assert str(finding).startswith("activities[0].held: error C111")


def test_a_report_in_python_with_broken_references_is_validated_but_not_drafted() -> None:
    report = report_with(activities=[WORKSHOP | {"project": "ships", "theme": "crews", "narrative": "{{ nothing }}"}])

    findings = cthb_reports.validate(report)

    assert [finding.code for finding in findings] == ["D202", "D202", "D301"]
    with pytest.raises(cthb_reports.InvalidReportError, match="there is no 'ships' in projects"):
        cthb_reports.draft(report, ".md")


def test_a_final_draft_in_python_is_refused_while_a_fact_is_to_come() -> None:
    report = report_with(activities=[WORKSHOP | {"purpose": "TBC"}])

    assert cthb_reports.draft(report, ".md").findings
    with pytest.raises(cthb_reports.InvalidReportError, match="'purpose' is still to come"):
        cthb_reports.draft(report, ".md", final=True)


def test_a_format_that_nobody_writes_is_named_with_those_that_are_known() -> None:
    with pytest.raises(cthb_reports.UnknownNameError, match=r"no writer for '\.odt'; known: \.docx, .*\.md"):
        cthb_reports.draft(report_with(), ".odt")


def test_what_only_a_word_file_can_have_is_refused_for_another_format(tmp_path: Path) -> None:
    numbered = cthb_reports.DocxOptions(line_numbers=True)

    with pytest.raises(cthb_reports.DraftError, match=r"only a \.docx can have line numbers"):
        cthb_reports.draft(report_with(), ".md", docx=numbered)
    with pytest.raises(cthb_reports.DraftError, match=r"only a \.docx can have a letterhead"):
        cthb_reports.draft_files(report_file(tmp_path), [tmp_path / "a.html"], letterhead=tmp_path / "our.docx")


def test_a_report_built_in_python_is_drafted_with_line_numbers_on_a_letterhead_just_written(tmp_path: Path) -> None:
    cthb_reports.write_letterhead(tmp_path / "our.docx")
    numbered = cthb_reports.DocxOptions(line_numbers=True)

    draft = cthb_reports.draft(report_with(), ".DOCX", letterhead=tmp_path / "our.docx", docx=numbered)

    assert draft.content == cthb_reports.draft(report_with(), ".docx", docx=numbered).content
    assert draft.content != cthb_reports.draft(report_with(), ".docx").content


def test_drafting_into_one_file_twice_is_refused(tmp_path: Path) -> None:
    path = report_file(tmp_path)

    with pytest.raises(cthb_reports.DraftError, match="is named twice"):
        cthb_reports.draft_files(path, [tmp_path / "a.md", str(tmp_path / "a.md")])


def test_an_office_drafts_with_wording_of_its_own(tmp_path: Path) -> None:
    own = '{% extends "built-in/report/document.md.j2" %}{% block title %}{% filter styled("Title") %}Statement{% endfilter %}{% endblock %}'
    (tmp_path / "wording" / "report").mkdir(parents=True)
    (tmp_path / "wording" / "report" / "document.md.j2").write_text(own, encoding="utf-8")

    draft = cthb_reports.draft(report_with(), ".md", templates=tmp_path / "wording")

    assert b"Statement" in draft.content


def test_facts_that_the_wording_of_an_office_leaves_out_are_named(tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "document.md.j2").write_text("Nothing much.", encoding="utf-8")

    draft = cthb_reports.draft(report_with(activities=[WORKSHOP]), ".md", templates=tmp_path)

    assert [f"{finding.code} {finding.message}" for finding in draft.findings] == [
        "T101 '2024-06-11' stands nowhere in the draft",
        "T101 'Recruitment without Fees' stands nowhere in the draft",
    ]


def test_one_faulty_record_does_not_hide_what_is_wrong_between_the_others(tmp_path: Path) -> None:
    path = report_file(
        tmp_path,
        """\
projects:
  - {id: ships, title: Ships, order: first}
activities:
  - {kind: workshop, held: then, narrative: "{{ held }} and {{ nothing }}"}
  - {kind: workshop, project: ships, theme: nowhere}
""",
    )

    findings = cthb_reports.validate(path)

    assert [(finding.code, finding.location and finding.location.line) for finding in findings] == [
        ("D103", 13),
        ("D103", 15),
        ("D202", 16),
    ]


def test_a_reference_is_not_missed_while_a_file_cannot_be_read(tmp_path: Path) -> None:
    folder = report_folder(
        tmp_path / "records",
        projects="- id: [\n",
        activities="- {kind: workshop, project: ships, id: x}\n- {kind: meeting, id: x}\n",
    )

    findings = cthb_reports.validate(folder)

    assert [finding.code for finding in findings] == ["D201", "F201"]


def test_findings_come_in_the_order_of_the_files_and_of_their_lines(tmp_path: Path) -> None:
    folder = report_folder(
        tmp_path / "records",
        outlook="- {action: x, planned: then}\n",
        activities="- kind: workshp\n- kind: [\n",
        Budget="1\n",
        passages="- narrative: x\n  order: one\n  thanks: none\n",
    )
    (folder / "report.yaml").write_text(HEAD_YAML.replace("2024-11-14", "then"), encoding="utf-8")

    findings = cthb_reports.validate(folder)

    places = [finding.location for finding in findings if finding.location]
    assert [f"{Path(place.file).name}:{place.line}" for place in places] == [
        "report.yaml:3",
        "activities.yaml:3",
        "Budget.yaml:1",
        "outlook.yaml:1",
        "passages.yaml:2",
        "passages.yaml:3",
    ]


def test_the_schema_asks_for_what_a_file_must_say() -> None:
    assert '"required": [\n    "schema",\n    "kind",' in workflow.json_schema()


_DRAFTED = """
import sys, cthb_reports
report = cthb_reports.load(sys.argv[1])
cthb_reports.draft(report, sys.argv[2])
print(*({"docx", "lxml"} & set(sys.modules)))
"""


@pytest.mark.parametrize(("suffix", "loaded"), [(".md", ""), (".html", ""), (".docx", "docx lxml")])
def test_only_a_word_file_waits_for_the_library_of_word_files(suffix: str, loaded: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _DRAFTED, report_file(tmp_path), suffix], capture_output=True, text=True, check=True
    )

    assert sorted(done.stdout.split()) == loaded.split()


def test_an_ordinal_is_raised_where_its_author_wants_it_so() -> None:
    report = report_with(passages=[{"narrative": "On the 17^th^ day, 5^2^ points; not a^b c^."}])

    assert (
        b"On the 17<sup>th</sup> day, 5<sup>2</sup> points; not a^b c^." in cthb_reports.draft(report, ".html").content
    )
    assert b"17^th^" in cthb_reports.draft(report, ".md").content


def test_an_office_adds_rows_to_the_tables_of_reference(tmp_path: Path) -> None:
    tables = tmp_path / "reference"
    tables.mkdir()
    (tables / "permanent_council_meetings.tsv").write_text("number\tdate\n1168\t2017-12-07\n", encoding="utf-8")

    ours = cthb_reports.validate(ROOT / "examples" / "2017")
    theirs = cthb_reports.validate(ROOT / "examples" / "2017", templates=tmp_path)

    assert ours == []
    assert [finding.field for finding in theirs] == [("meeting",)]


def test_a_wrong_table_of_reference_is_named(tmp_path: Path) -> None:
    (tmp_path / "reference").mkdir()
    (tmp_path / "reference" / "towns.tsv").write_text("name\n", encoding="utf-8")

    with pytest.raises(DraftError, match="towns: there is no such table"):
        cthb_reports.validate(ROOT / "examples" / "2017", templates=tmp_path)
