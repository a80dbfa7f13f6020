"""A draft that goes round says at its words what is wrong with them; a clean copy has nothing but its text."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx_lint
import pytest
from click.testing import CliRunner
from docx_comments import COMMENTS, Comment, comments
from docx_parts import W, lines, members, part
from small_reports import WORKSHOP, report_file, report_folder, report_with

import cthb_reports
from cthb_reports.cli import main
from cthb_reports.document import lines as document_lines
from cthb_reports.kinds import Report
from cthb_reports.models.base import fields_of
from cthb_reports.models.texts import Unprinted
from cthb_reports.rendering import render
from cthb_reports.workflow.remarking import Spots
from cthb_reports.writers import docx

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx_judges import Soffice

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ["minimal", "2017", "2018"]
BODY = "word/document.xml"


def run(*words: str | Path, code: int = 0) -> str:
    result = CliRunner().invoke(main, list(map(str, words)))
    assert result.exit_code == code, result.output
    return result.output


def drafted(report: Report, **options: Any) -> bytes:
    return cthb_reports.draft(report, ".docx", **options).content


def about(report: Report, code: str) -> list[Comment]:
    """Return the comments that name a code."""
    return [comment for comment in comments(drafted(report)) if any(code in said for said in comment.paragraphs)]


# --- findings


def test_every_finding_of_a_draft_is_a_comment_in_it() -> None:
    for name in NAMES:
        draft = cthb_reports.draft(cthb_reports.load(EXAMPLES / name), ".docx")

        said = [comment.paragraphs for comment in comments(draft.content)]
        assert len(said) == len(draft.findings)
        for finding in draft.findings:
            assert any(finding.message in paragraphs[0] for paragraphs in said)


def test_a_finding_about_words_stands_at_them_and_says_what_to_do() -> None:
    report = report_with(passages=[{"narrative": "All parties coordinate their work, and we coordinate it."}])

    first, second = about(report, "S1")
    assert (first.words, second.words) == ("coordinate", "coordinate")
    assert re.fullmatch(r"S\d+ \w+: .*coordinate.*", first.paragraphs[0])
    assert any("co-ordinate" in said for said in first.paragraphs)


def test_a_finding_about_a_value_stands_at_the_value() -> None:
    report = report_with(activities=[{**WORKSHOP, "held": "2022-06-11"}])

    (comment,) = about(report, "C111")
    assert comment.words == "11 June 2022"


def test_a_finding_about_a_field_that_is_not_printed_stands_at_the_record_s_nearest_words() -> None:
    report = report_with(activities=[{**WORKSHOP, "project": "fees"}], projects=[{"id": "fees", "title": "Fees"}])
    spots = Spots(render(report).document)

    assert words_at(report, spots.of(("activities", 0, "project"))) == words_at(report, spots.of(("activities", 0)))
    assert "Recruitment without Fees" in words_at(report, spots.of(("activities", 0, "project")))


def test_a_finding_about_the_whole_report_stands_at_its_first_words() -> None:
    report = report_with(activities=[WORKSHOP], words_at_most=1)

    assert words_at(report, Spots(render(report).document).of(("words_at_most",))) == report.office.organization


def words_at(report: Report, spot: tuple[int, int, int]) -> str:
    number, start, end = spot
    return document_lines(render(report).document)[number].text[start:end]


def test_a_finding_says_where_in_the_records_it_is(tmp_path: Path) -> None:
    folder = report_folder(tmp_path / "year", activities="- {kind: workshop, title: Recruitment, held: 2022-06-11}")

    run("draft", folder, "-o", tmp_path / "report.docx")
    found = comments((tmp_path / "report.docx").read_bytes())
    assert any("C111" in one.paragraphs[0] and one.paragraphs[-1] == "activities.yaml:1" for one in found)


def test_what_is_waived_is_not_said() -> None:
    waive = [{"rule": "C111", "why": "it is told as the beginning of the series"}]
    activities = [{**WORKSHOP, "held": "2022-06-11"}]

    assert about(report_with(activities=activities), "C111")
    assert not about(report_with(activities=activities, waive=waive), "C111")


def test_what_was_repaired_is_not_said_in_the_next_draft_and_what_was_not_is_said_again(tmp_path: Path) -> None:
    records = report_file(tmp_path, "passages:\n  - narrative: We coordinate it, and work with 3 States.\n")
    target = tmp_path / "report.docx"

    def words() -> set[str]:
        run("draft", records, "-o", target)
        return {comment.words for comment in comments(target.read_bytes())}

    assert words() == {"coordinate", "3"}
    records.write_text(records.read_text(encoding="utf-8").replace("coordinate", "co-ordinate"), encoding="utf-8")
    assert words() == {"3"}


# --- facts to come


def pending(note: str, **more: str) -> Comment:
    """Return the comment on a fact to come."""
    report = report_with(activities=[{**WORKSHOP, "place": f"TBC: {note}" if note else "TBC", **more}])
    (comment,) = about(report, "P101")
    return comment


@pytest.mark.parametrize(
    ("note", "more", "speaks_to"),
    [
        ("town, from the field operations, by 1 November", {}, "the field operations"),
        ("town, from the field operations", {"supplied_by": "Ana Example"}, "the field operations"),
        ("town", {"supplied_by": "Ana Example"}, "Ana Example"),
        ("", {"supplied_by": "Ana Example"}, "Ana Example"),
    ],
)
def test_a_comment_on_a_fact_to_come_speaks_to_whoever_owes_it(note: str, more: dict[str, str], speaks_to: str) -> None:
    assert pending(note, **more).paragraphs[0].startswith(f"{speaks_to}: 'place' is still to come")


def test_a_fact_that_nobody_is_known_to_owe_is_asked_of_nobody() -> None:
    assert pending("town").paragraphs[0] == "'place' is still to come: town"


def test_a_fact_to_come_is_marked_and_the_comment_stands_at_the_mark() -> None:
    report = report_with(activities=[{**WORKSHOP, "place": "TBC: town"}])

    content = drafted(report)
    (run_,) = [
        run_
        for run_ in part(content, BODY).iter(f"{W}r")
        if run_.find(f"{W}rPr/{W}rStyle[@{W}val='Placeholder']") is not None
    ]
    (comment,) = comments(content)
    assert "".join(run_.itertext()).replace("\u00a0", " ") == comment.words == "[to be confirmed: town]"
    style = part(content, "word/styles.xml").find(f"{W}style[@{W}styleId='Placeholder']/{W}rPr")
    assert style.find(f"{W}highlight") is not None or style.find(f"{W}shd") is not None


def test_a_fact_to_come_that_the_draft_does_not_print_is_to_be_filled_in_in_the_records() -> None:
    printed, unprinted = report_with(place="TBC: town"), report_with(meeting="TBC: known in May")

    assert "in place of the marked words" in about(printed, "P101")[0].paragraphs[1]
    assert about(unprinted, "P101")[0].paragraphs[1] == "P101 pending; fill it in in the records"


# --- who supplied what


def test_with_sources_each_record_says_at_its_first_words_who_supplied_it() -> None:
    report = report_with(activities=[{**WORKSHOP, "supplied_by": "Ana Example"}, {**WORKSHOP, "title": "Fees"}])

    (comment,) = [one for one in comments(drafted(report, extras=["sources"])) if "Ana Example" in one.paragraphs[0]]
    assert comment.paragraphs == ("supplied by Ana Example",)
    assert "Recruitment" in comment.words
    assert not any("Ana Example" in said for one in comments(drafted(report)) for said in one.paragraphs)


# --- clean copies


@pytest.mark.parametrize("option", ["--clean", "--final"])
def test_a_clean_copy_has_nothing_but_its_text(tmp_path: Path, option: str) -> None:
    records, target = report_file(tmp_path), tmp_path / "report.docx"

    run("draft", records, "-o", target, option)
    assert_nothing_but_text(target.read_bytes())


@pytest.mark.parametrize("name", NAMES)
def test_so_has_one_that_is_drafted_from_python(name: str) -> None:
    assert_nothing_but_text(drafted(cthb_reports.load(EXAMPLES / name), clean=True))


def assert_nothing_but_text(content: bytes) -> None:
    found = members(content)
    assert COMMENTS not in found
    assert not any(name.startswith("customXml/") for name in found)
    for name, member in found.items():
        for trace in (b"<w:sdt", b"bookmarkStart", b"commentR", b"w:rsid", b"_cthb_", b"urn:cthb-reports"):
            assert trace not in member, name


def test_a_working_draft_has_what_a_clean_copy_has_not(tmp_path: Path) -> None:
    run("draft", report_file(tmp_path, "passages:\n  - narrative: We coordinate.\n"), "-o", tmp_path / "report.docx")

    found = members((tmp_path / "report.docx").read_bytes())
    assert COMMENTS in found
    assert "customXml/item1.xml" in found
    assert b"<w:sdt" in found[BODY]


@pytest.mark.parametrize("name", NAMES)
def test_a_clean_copy_has_the_same_text(name: str) -> None:
    report = cthb_reports.load(EXAMPLES / name)

    assert lines(drafted(report, clean=True)) == lines(drafted(report))


def test_nothing_is_left_to_do_in_a_final_draft() -> None:
    """It is clean; what is left to do refuses it."""
    assert COMMENTS not in members(drafted(report_with(activities=[WORKSHOP]), final=True))
    for bad in ({"place": "TBC"}, {"held": "2022-06-11"}):
        with pytest.raises(cthb_reports.InvalidReportError):
            drafted(report_with(activities=[{**WORKSHOP, **bad}]), final=True)


# --- what nobody outside shall see

SECRETS = {
    "section": "qxsection",
    "theme": "qxtheme",
    "project": "qxproject",
    "series": "qxseries",
    "partner": "qxpartner",
    "event": "qxevent",
    "publication": "qxpublication",
    "supplied_by": "Qxana Example",
    "source": "qxlist of registration",
    "why": "qxreason of the waiver",
    "file": "qxfile",
    "comment": "qxcomment",
    "folder": "qxfolder",
}
NEVER_KEPT = {"comment", "folder"}
"""What is not of the records: a comment in a file, and where the files are."""


def secret_report(folder: Path) -> Path:
    """Write a report in which each field that is never printed holds a word that stands nowhere else."""
    place = folder / SECRETS["folder"]
    report_folder(
        place,
        projects=f"- {{id: {SECRETS['project']}, title: Recruitment, purpose: help inspectors, supplied_by: {SECRETS['supplied_by']}}}",
        series=f"- {{id: {SECRETS['series']}, title: Alliance, kind: conference}}",
        publications=f"- {{id: {SECRETS['publication']}, type: survey, status: published, title: On Fees, theme: {SECRETS['theme']}}}",
        partners=f"- {{id: {SECRETS['partner']}, name: International Labour Organization}}",
    )
    head = place / "report.yaml"
    text = re.sub(r"sections: .*", f"sections: [{{id: {SECRETS['section']}, title: The Year, collects: [activities, projects, series], themes: [{SECRETS['theme']}]}}]", head.read_text(encoding="utf-8"))  # fmt: skip
    text += f"themes: [{{id: {SECRETS['theme']}, title: Fair Work}}]\nwaive: [{{rule: S, where: {SECRETS['event']}, why: {SECRETS['why']}}}]\n"
    head.write_text(text, encoding="utf-8")
    (place / "activities").mkdir()
    event = (
        f"# {SECRETS['comment']}\n- kind: workshop\n  id: {SECRETS['event']}\n  title: Recruitment without Fees\n  held: 2022-06-11\n"
        f"  attendance: {{participants: 60, source: {SECRETS['source']}}}\n  supplied_by: {SECRETS['supplied_by']}\n"
        f"  project: {SECRETS['project']}\n  organizers: [{SECRETS['partner']}]\n  section: {SECRETS['section']}\n  cleared: yes\n"
    )
    (place / "activities" / f"{SECRETS['file']}.yaml").write_text(event, encoding="utf-8")
    return place


def found_in(content: bytes) -> set[str]:
    """Return which secrets stand in any member of a Word file, or in the name of one."""
    everything = b"\n".join((*members(content).values(), *map(str.encode, members(content)))).lower()
    return {name for name, word in SECRETS.items() if word.lower().encode() in everything}


def test_nothing_of_the_records_but_the_visible_text_is_in_a_clean_copy(tmp_path: Path) -> None:
    records = secret_report(tmp_path)

    run("draft", records, "-o", tmp_path / "round.docx", "--with", "sources")
    run("draft", records, "-o", tmp_path / "clean.docx", "--clean")
    assert found_in((tmp_path / "clean.docx").read_bytes()) == set()
    assert found_in((tmp_path / "round.docx").read_bytes()) == set(SECRETS) - NEVER_KEPT


def test_every_text_that_is_never_printed_is_among_those_that_were_looked_for() -> None:
    looked_for = {"id", "supplied_by", "source", "why", "where"}
    names_of_things = {"rule", "said", "turns", "joins", "order", "words_at_most"}
    found: set[str] = set()
    waiting, met = [Report], set()
    while waiting:
        model = waiting.pop()
        if model in met:
            continue
        met.add(model)
        found |= {field.name for _, field in fields_of(model) if field.marker(Unprinted)}
        waiting += [part_ for info in model.model_fields.values() for part_ in _models_in(info.annotation)]

    assert found == looked_for | names_of_things


def _models_in(annotation: Any) -> list[Any]:
    inner = [found for part_ in getattr(annotation, "__args__", ()) for found in _models_in(part_)]
    return [annotation, *inner] if hasattr(annotation, "model_fields") else inner


# --- the same records, the same file


def test_the_same_records_give_the_same_bytes_wherever_they_are_and_however_they_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, elsewhere = tmp_path / "here" / "year", tmp_path / "else where" / "2018"
    for place in (here, elsewhere):
        shutil.copytree(EXAMPLES / "2018", place)
    found: dict[str, bytes] = {}
    for cwd, name in (
        (here, "."),
        (here, here),
        (here.parent, "year"),
        (here.parent, "./year/"),
        (here, "../year"),
        (here.parent, elsewhere),
        (elsewhere.parent, "2018"),
    ):
        monkeypatch.chdir(cwd)
        target = tmp_path / f"{len(found)}.docx"
        run("draft", name, "-o", target)
        found[f"{name} in {cwd}"] = target.read_bytes()

    assert len(comments(next(iter(found.values())))) > 5
    assert {name for name, content in found.items() if content != found[f". in {here}"]} == set()


def test_so_does_a_single_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records = report_file(tmp_path, "passages:\n  - narrative: We coordinate.\n")
    monkeypatch.chdir(tmp_path)

    for target, name in (("a.docx", records), ("b.docx", records.name), ("c.docx", f"./{records.name}")):
        run("draft", name, "-o", target)
    assert Path("a.docx").read_bytes() == Path("b.docx").read_bytes() == Path("c.docx").read_bytes()


def test_no_folder_of_this_machine_is_named_in_a_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records, ours = report_file(tmp_path, "passages:\n  - narrative: We coordinate.\n"), tmp_path / "ours"
    (ours / "house").mkdir(parents=True)
    (ours / "house" / "broken.toml").write_text("[[term]]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    for target, folder in (("a.docx", ours), ("b.docx", "ours"), ("c.docx", "./ours/")):
        run("draft", records, "-o", target, "--templates", folder)
    content = Path("a.docx").read_bytes()
    assert any(comment.paragraphs[-1].startswith("house/broken.toml:") for comment in comments(content))
    assert not any(str(tmp_path).encode() in member for member in members(content).values())
    assert content == Path("b.docx").read_bytes() == Path("c.docx").read_bytes()


# --- what others see


def everything() -> dict[str, bytes]:
    return {name: drafted(cthb_reports.load(EXAMPLES / name), extras=["sources"]) for name in NAMES}


def test_the_validators_find_nothing_in_the_drafts_of_the_examples(
    sdk: Callable[[bytes], list[str]], audit: Callable[[bytes], list[str]]
) -> None:
    for content in everything().values():
        assert docx_lint.problems(content) == []
        assert (sdk(content), audit(content)) == ([], [])


def test_libreoffice_reads_and_prints_the_examples_as_their_clean_copies(
    soffice: Soffice, pdf_tools: Callable[..., bytes]
) -> None:
    cleans = {name: drafted(cthb_reports.load(EXAMPLES / name), clean=True) for name in NAMES}

    assert soffice.texts(everything()) == soffice.texts(cleans)
    pages = [
        {
            name: pdf_tools("pdftotext", "-", "-", pdf=pdf).count(b"\f")
            for name, pdf in soffice.convert(files, "pdf").items()
        }
        for files in (everything(), cleans)
    ]
    assert pages[0] == pages[1]


def test_a_draft_may_be_drafted_again_over_itself(tmp_path: Path) -> None:
    target = tmp_path / "report.docx"
    for _ in range(2):
        run("draft", EXAMPLES / "2018", "-o", target)

    assert docx.was_edited(target.read_bytes()) is False
