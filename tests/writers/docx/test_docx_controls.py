"""Each scalar value of a draft that goes round is a control that nobody sees, so that what is typed over it can come back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import docx_lint
import pytest
from docx_parts import W, changed, members, part
from example_documents import example
from going_round import going_round
from hypothesis import HealthCheck, given, settings
from lxml import etree
from made_documents import documents
from rich_document import rich

from cthb_reports.document import (
    Anchor,
    Document,
    Emphasis,
    FootnoteReference,
    LineBreak,
    Link,
    Paragraph,
    Span,
    Strong,
    Text,
)
from cthb_reports.writers import docx

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx_judges import Soffice

    from cthb_reports.document import Inline
    from cthb_reports.findings import FieldPath

BODY = "word/document.xml"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
HELD = Anchor(("activities", 0, "held"))


def controls(content: bytes) -> list[Any]:
    return [control for name in (BODY, "word/footnotes.xml") for control in part(content, name).iter(f"{W}sdt")]


def of(*inlines: Inline) -> list[Any]:
    content = going_round(Document((Paragraph(inlines),)))
    assert docx_lint.problems(content) == []
    return controls(content)


def said(control: Any, name: str) -> str:
    value: str = control.find(f"{W}sdtPr/{W}{name}").get(f"{W}val")
    return value


def test_a_control_has_a_title_for_people_a_tag_for_us_and_no_frame() -> None:
    (control,) = of(Text("on "), Span(HELD, (Text("9 June"),)))

    bookmark = control.getprevious()
    assert said(control, "alias") == "activities[0].held"
    assert said(control, "tag") == bookmark.get(f"{W}name")
    assert control.find(f"{W}sdtPr/{W15}appearance").get(f"{W15}val") == "hidden"
    assert control.find(f"{W}sdtPr/{W}text") is not None
    assert "".join(control.itertext()) == "9\u00a0June"


@pytest.mark.parametrize("kind", ["value", "placeholder"])
def test_values_and_facts_to_come_are_controls(kind: Any) -> None:
    assert len(of(Span(Anchor(("a",), kind), (Text("x"),)))) == 1


@pytest.mark.parametrize("kind", ["narrative", "composed", "wording", "expression", "term"])
def test_what_is_no_value_is_no_control(kind: Any) -> None:
    assert of(Span(Anchor(("a",), kind), (Text("x"),))) == []


@pytest.mark.parametrize(
    "inner",
    [
        (Text("a"), LineBreak(), Text("b")),
        (Text("a"), FootnoteReference("n")),
        (Link("https://osce.org", (Text("a"),)),),
        (Text("a"), Strong((Text("b"),))),
        (Emphasis((Text("b"),)),),
        (),
    ],
    ids=["a break", "a note", "a link", "two faces", "a face of its own", "nothing"],
)
def test_a_value_that_is_more_than_text_in_one_face_is_only_marked(inner: tuple[Inline, ...]) -> None:
    """LibreOffice prints what is in such a control wrongly, or not at all."""
    note = {"n": (Paragraph((Text("x"),)),)}

    content = going_round(Document((Paragraph((Span(HELD, inner), FootnoteReference("n"))),), note))
    assert controls(content) == []
    assert part(content, BODY).find(f".//{W}bookmarkStart") is not None


def test_a_value_within_a_link_is_only_marked() -> None:
    """LibreOffice breaks off when it prints a link with a control in it."""
    assert of(Link("https://osce.org", (Strong((Span(HELD, (Text("a"),)),)),))) == []


def test_a_value_in_bold_is_a_control_whose_run_is_bold() -> None:
    (control,) = of(Strong((Span(HELD, (Text("a"),)),)))

    # LibreOffice takes bold from what is in a control for plain text
    assert control.find(f"{W}sdtPr/{W}text") is None
    assert control.find(f"{W}sdtContent/{W}r/{W}rPr/{W}rStyle").get(f"{W}val") == "Strong"


# --- titles


def titles_of(*titles: str) -> list[str]:
    """Return the titles of controls for fields that are called so."""
    names: dict[FieldPath, str] = {(f"field-{number}",): title for number, title in enumerate(titles)}
    spans = tuple(Span(Anchor(path), (Text("x"),)) for path in names)
    circulation = docx.Circulation("", lambda path: names[path])
    content = docx.write(Document((Paragraph(spans),)), circulation=circulation).content
    assert docx_lint.problems(content) == []
    return [said(control, "alias") for control in controls(content)]


def test_a_title_that_comes_again_is_numbered() -> None:
    assert titles_of("held", "place", "held", "held") == ["held", "place", "held (2)", "held (3)"]


def test_a_long_title_is_cut_where_word_cuts_it() -> None:
    assert titles_of("x" * 65, "x" * 64) == ["x" * 64, f"{'x' * 60} (2)"]


def test_two_long_titles_that_begin_alike_differ_in_the_end() -> None:
    first, second = titles_of("x" * 70 + "a", "x" * 70 + "b")

    assert first != second
    assert len(second) == 64


def test_a_field_that_is_called_as_another_is_numbered_has_a_title_of_its_own() -> None:
    assert len(set(titles_of("held (2)", "held", "held"))) == 3


@pytest.mark.parametrize("name", ["minimal", "2017"])
def test_the_titles_of_a_report_are_unique_and_short(name: str) -> None:
    titles = [said(control, "alias") for control in controls(going_round(example(name)))]

    assert len(titles) == len(set(titles)) > 10
    assert max(map(len, titles)) <= 64


# --- in any document


# making a document takes half a second, so they are few and large
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.large_base_example, HealthCheck.data_too_large, HealthCheck.too_slow],
)
@given(documents())
def test_in_any_document_a_control_holds_text_in_one_face_and_nothing_else(document: Document) -> None:
    content = going_round(document)

    found = controls(content)
    assert docx_lint.problems(content) == []
    assert (
        len({said(control, "alias") for control in found})
        == len({said(control, "tag") for control in found})
        == len(found)
    )
    for control in found:
        (run,) = control.find(f"{W}sdtContent")
        assert {child.tag for child in run} <= {f"{W}rPr", f"{W}t"}
        assert all(ancestor.tag not in {f"{W}sdt", f"{W}hyperlink"} for ancestor in control.iterancestors())


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_every_bookmark_of_a_draft_is_known_by_what_it_comes_from(document: Document) -> None:
    written = docx.write(document, circulation=docx.Circulation("", lambda _: "x"))

    names = {
        mark.get(f"{W}name")
        for name in (BODY, "word/footnotes.xml")
        for mark in part(written.content, name).iter(f"{W}bookmarkStart")
    }
    assert names == set(written.anchors)


# --- what others see


def test_the_validators_find_nothing_in_a_draft_that_goes_round(
    sdk: Callable[[bytes], list[str]], audit: Callable[[bytes], list[str]]
) -> None:
    for document in (rich(), example("2017")):
        content = going_round(document)

        assert docx_lint.problems(content) == []
        assert (sdk(content), audit(content)) == ([], [])


def test_libreoffice_reads_and_prints_the_same_with_controls_as_without(
    soffice: Soffice, pdf_tools: Callable[..., bytes]
) -> None:
    documents_ = {"rich": rich(), "2017": example("2017"), "minimal": example("minimal")}
    rounds = {name: going_round(document) for name, document in documents_.items()}
    cleans = {name: docx.write(document).content for name, document in documents_.items()}

    assert soffice.texts(rounds) == soffice.texts(cleans)
    assert pages(soffice, pdf_tools, rounds) == pages(soffice, pdf_tools, cleans)


def pages(soffice: Soffice, pdf_tools: Callable[..., bytes], files: dict[str, bytes]) -> dict[str, int]:
    """Return how many pages LibreOffice makes of each file."""
    pdfs = soffice.convert(files, "pdf")
    return {name: pdf_tools("pdftotext", "-", "-", pdf=pdf).count(b"\f") for name, pdf in pdfs.items()}


def test_libreoffice_shows_placeholders_in_their_colour_and_bold_values_bold(soffice: Soffice) -> None:
    placeholder = Span(Anchor(("a",), "placeholder"), (Text("[to be confirmed]"),))
    bold = Strong((Span(HELD, (Text("9 June"),)),))

    opened = etree.fromstring(
        soffice.convert({"x": going_round(Document((Paragraph((placeholder, bold)),)))}, "fodt")["x"]
    )
    styles = {span.get(f"{TEXT}style-name"): "".join(span.itertext()) for span in opened.iter(f"{TEXT}span")}
    assert styles["Placeholder"] == "[to be confirmed]"
    assert "9\u00a0June" in styles.values()


def test_a_word_that_does_not_know_hidden_controls_passes_over_the_word() -> None:
    root = part(going_round(rich()), BODY)

    assert "w15" in root.get("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable").split()
    assert root.nsmap["w15"] == W15[1:-1]


def test_a_letterhead_that_knows_the_newer_words_already_stays_valid(audit: Callable[[bytes], list[str]]) -> None:
    letterhead = changed(docx.built_in(), BODY, "<w:document ", f'<w:document xmlns:w15="{W15[1:-1]}" ')

    content = going_round(rich(), letterhead=letterhead)
    assert members(content)[BODY].count(b"xmlns:w15") == 1
    assert audit(content) == []
