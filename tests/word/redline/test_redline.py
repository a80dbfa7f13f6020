"""Who accepts all changes of a redline has the newer version, who rejects them the older one, whoever reads the file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import docx_lint
import docx_parts
import pandoc_reader
import pytest
from example_documents import example
from hypothesis import HealthCheck, given, settings
from made_documents import document_lines, first_difference, sample
from made_versions import versions
from rich_document import rich
from tracked_changes import settled

from cthb_reports.document import (
    BulletList,
    Changed,
    ChangedBlock,
    Document,
    FootnoteReference,
    Heading,
    Paragraph,
    Table,
    Text,
)
from cthb_reports.errors import DraftError
from cthb_reports.word.redline import Naming, merged, old_label, renamed, with_lone_notes
from cthb_reports.writers import docx, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx_judges import Soffice

W = docx_parts.W


def told_in_one(old: Document, new: Document) -> Document:
    return merged(renamed(old, Naming(label=old_label)), new).document


def redline(old: Document, new: Document) -> bytes:
    return docx.write(told_in_one(old, new)).content


def said(*texts: str) -> Document:
    return Document(tuple(Paragraph((Text(text),)) for text in texts))


def backwards(document: Document) -> Document:
    return with_notes_in_order(replace(document, blocks=document.blocks[::-1]))


def without_every_third(document: Document) -> Document:
    return with_notes_in_order(
        replace(document, blocks=tuple(block for at, block in enumerate(document.blocks) if at % 3))
    )


def with_notes_in_order(document: Document) -> Document:
    """Return a document with the notes that it refers to, in the order in which it does."""
    places = {label: repr(document.blocks).find(repr(FootnoteReference(label))) for label in document.footnotes}
    said = sorted((label for label, place in places.items() if place >= 0), key=lambda label: places[label])
    return replace(document, footnotes={label: document.footnotes[label] for label in said})


VERSIONS = {
    "the same twice": (rich(), rich()),
    "backwards": (rich(), backwards(rich())),
    "less": (rich(), without_every_third(rich())),
    "more": (without_every_third(rich()), rich()),
    "nothing in common": (sample(), said("Something else altogether.", "And more of it.")),
    "two years": (example("2017"), example("2018")),
    "an empty one": (Document(()), sample()),
}


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.large_base_example, HealthCheck.data_too_large, HealthCheck.too_slow],
)
@given(versions())
def test_accepting_gives_the_newer_and_rejecting_the_older_of_any_two_versions(both: tuple[Document, Document]) -> None:
    old, new = both
    content = redline(old, new)

    assert docx_lint.problems(content) == []
    assert first_difference(docx_parts.lines(settled(content, "accept")), document_lines(new)) is None
    assert first_difference(docx_parts.lines(settled(content, "reject")), document_lines(old)) is None


@pytest.mark.parametrize("name", VERSIONS)
def test_accepting_gives_the_newer_and_rejecting_the_older_version(name: str) -> None:
    old, new = VERSIONS[name]
    content = redline(old, new)

    assert first_difference(docx_parts.lines(settled(content, "accept")), document_lines(new)) is None
    assert first_difference(docx_parts.lines(settled(content, "reject")), document_lines(old)) is None


@pytest.mark.parametrize("name", VERSIONS)
def test_pandoc_reads_the_newer_version_where_it_accepts_and_the_older_where_it_rejects(name: str) -> None:
    old, new = VERSIONS[name]
    content = redline(old, new)

    for way, version in (("accept", new), ("reject", old)):
        found = pandoc_reader.read(content, "docx+styles", f"--track-changes={way}")
        assert first_difference(found, document_lines(version)) is None, way


@pytest.mark.parametrize("name", VERSIONS)
def test_no_validator_finds_fault_with_a_redline(
    name: str, sdk: Callable[[bytes], list[str]], audit: Callable[[bytes], list[str]]
) -> None:
    content = redline(*VERSIONS[name])

    assert docx_lint.problems(content) == []
    assert sdk(content) == []
    assert audit(content) == []


def test_libreoffice_accepts_to_the_newer_and_rejects_to_the_older_version(request: pytest.FixtureRequest) -> None:
    steps = pytest.importorskip("edit_steps", reason="the judge that edits in LibreOffice is not there")
    office: Any = request.getfixturevalue("office")

    for old, new in VERSIONS.values():
        content = redline(old, new)
        for step, version in ((steps.AcceptAll(), new), (steps.RejectAll(), old)):
            found = docx_parts.lines(office.edit(content, [step]))
            assert first_difference(found, document_lines(version)) is None


def test_libreoffice_opens_a_redline(soffice: Soffice) -> None:
    texts = soffice.texts({"redline": redline(*VERSIONS["backwards"])})

    assert "Counted from three" in texts["redline"]


def test_a_paragraph_of_both_versions_shows_only_the_words_that_differ() -> None:
    (paragraph,) = told_in_one(said("Almost 400 people came."), said("Some 412 people came.")).blocks

    deleted, inserted, rest = paragraph.children  # type: ignore[union-attr]  # it is a paragraph
    assert (deleted, inserted) == (Changed("deleted", (Text("Almost 400"),)), Changed("inserted", (Text("Some 412"),)))
    assert rest == Text(" people came.")


def test_a_paragraph_in_another_place_is_moved_and_its_new_words_are_shown_there() -> None:
    one, two, three = "The first of the three.", "The second one was held in Vienna.", "The third of them."
    edited = two.replace("held in", "held on 9 June in")
    made = told_in_one(said(one, two, three, "The end."), said(one, three, edited, "The end."))

    came, went = (block for block in made.blocks if isinstance(block, ChangedBlock))
    assert {came.fate, went.fate} == {"moved from", "moved to"}
    assert came.move == went.move
    assert "on 9 June" in str(went.blocks if went.fate == "moved to" else came.blocks)
    assert len(made.blocks) == 5


def test_paragraphs_that_have_gone_the_same_way_together_are_one_move() -> None:
    texts = [f"Paragraph number {number} says this." for number in ("one", "two", "three", "four", "five")]
    made = told_in_one(said(*texts), said(*texts[2:], *texts[:2]))

    assert [(block.fate, len(block.blocks)) for block in made.blocks if isinstance(block, ChangedBlock)] == [
        ("moved from", 2),
        ("moved to", 2),
    ]


def test_an_item_more_is_the_only_change_of_a_list() -> None:
    def listed(*items: str) -> Document:
        return Document((BulletList(tuple((Paragraph((Text(item),)),) for item in items)), *said("The end.").blocks))

    listing, _ = told_in_one(
        listed("in Vienna,", "in Vicenza."), listed("in Vienna,", "in Aarhus,", "in Vicenza.")
    ).blocks

    assert [isinstance(item[0], ChangedBlock) for item in listing.items] == [False, True, False]  # type: ignore[union-attr]


def test_a_row_less_is_the_only_change_of_a_table() -> None:
    def table(*states: str) -> Document:
        rows = tuple(((Text(state),), (Text("1"),)) for state in states)
        return Document((Table(((Text("State"),), (Text("Visits"),)), rows, ("left", "right")),))

    (made,) = told_in_one(table("Denmark", "Italy", "Norway"), table("Denmark", "Norway")).blocks

    assert made.fates == (None, "deleted", None)  # type: ignore[union-attr]  # it is a table


def test_a_heading_that_became_a_paragraph_is_gone_and_new() -> None:
    made = told_in_one(Document((Heading(1, (Text("Outlook"),)),)), said("Outlook"))

    assert [block.fate for block in made.blocks[:2]] == ["deleted", "inserted"]  # type: ignore[union-attr]


def test_an_edited_note_is_one_note_and_a_new_one_is_new() -> None:
    def noted(*notes: str) -> Document:
        text = tuple(part for at in range(len(notes)) for part in (Text(f" and {at}"), FootnoteReference(str(at))))
        return Document((Paragraph(text),), {str(at): said(note).blocks for at, note in enumerate(notes)})

    made = told_in_one(noted("As the survey of 2016 says."), noted("As the survey of 2017 says.", "Likewise."))

    assert list(made.footnotes) == ["0", "1"]
    assert made.footnotes["1"] == (Paragraph((Changed("inserted", (Text("Likewise."),)),)),)


def test_notes_without_a_place_in_the_text_come_after_it() -> None:
    document = with_lone_notes(Document(said("Text.").blocks, {"footnote 1": said("A note.").blocks}))

    assert document_lines(document) == ["Text.", "A note."]
    assert not document.footnotes


def test_a_comma_more_is_no_more_than_a_comma() -> None:
    (paragraph,) = told_in_one(said("Fees in chains."), said("Fees, in chains.")).blocks

    assert [part for part in paragraph.children if isinstance(part, Changed)] == [  # type: ignore[union-attr]
        Changed("inserted", (Text(","),))
    ]


def test_every_change_is_signed_and_has_no_date() -> None:
    body = docx_parts.part(redline(*VERSIONS["backwards"]), "word/document.xml")
    changes = [each for name in ("ins", "del", "moveFrom", "moveTo") for each in body.iter(f"{W}{name}")]

    assert changes
    assert {each.get(f"{W}author") for each in changes} == {"cthb-reports"}
    assert {each.get(f"{W}date") for each in changes} == {None}
    ids = [each.get(f"{W}id") for each in changes]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("suffix", [".html", ".md"])
def test_other_formats_refuse_what_they_cannot_show(suffix: str) -> None:
    for other in (said("Other words altogether, and many."), said("The words of it.")):
        with pytest.raises(DraftError, match=r"only a \.docx"):
            write(told_in_one(said("The words."), other), suffix)


def test_no_break_spaces_are_those_of_the_newer_version() -> None:
    content = redline(said("It drew nine participants."), said("It drew 9 participants."))

    accepted = docx_parts.part(settled(content, "accept"), "word/document.xml")
    assert "9\u00a0participants" in "".join(accepted.itertext())
