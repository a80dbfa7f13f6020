"""The lines of a document are the paragraphs of its Word file, one for one: comments and edits are told by their numbers."""

from __future__ import annotations

from typing import Any

from docx_parts import W, part
from going_round import going_round
from hypothesis import HealthCheck, given, settings
from made_documents import documents, first_difference
from made_pictures import png
from rich_document import rich

from cthb_reports.document import (
    Anchor,
    BulletList,
    Document,
    FootnoteReference,
    Heading,
    Image,
    OrderedList,
    Paragraph,
    Quote,
    Span,
    Styled,
    Table,
    Text,
    lines,
)
from cthb_reports.writers import docx

HELD = Anchor(("activities", 0, "held"))
TOLD = Anchor(("activities", 0), "composed")


def said(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def written(document: Document) -> list[str]:
    """Return the text of the paragraphs of a Word file, but for those that only part two tables."""
    return paragraphs_of(going_round(document))


def paragraphs_of(content: bytes) -> list[str]:
    body = list(part(content, "word/document.xml").iter(f"{W}p"))
    notes = [note for note in part(content, "word/footnotes.xml") if note.get(f"{W}type") is None]
    inner = [paragraph for note in notes for paragraph in note.iter(f"{W}p")]
    return [_words(paragraph) for paragraph in (*body, *inner) if not _is_spacer(paragraph)]


def _is_spacer(paragraph: Any) -> bool:
    spacing = paragraph.find(f"{W}pPr/{W}spacing")
    return spacing is not None and spacing.get(f"{W}lineRule") == "exact"


def _words(paragraph: Any) -> str:
    numbers = {
        text for run in paragraph.iter(f"{W}r") if run.find(f"{W}footnoteRef") is not None for text in _after(run)
    }
    found = (
        " "
        if element.tag == f"{W}br"
        else (element.text or "")
        if element.tag == f"{W}t" and element not in numbers
        else ""
        for element in paragraph.iter()
    )
    return "".join(found).replace("\u00a0", " ")


def _after(run: Any) -> list[Any]:
    """Return the space behind the number of a note, which is none of its words."""
    return list(run.getnext().iter(f"{W}t"))


def told(document: Document) -> list[str]:
    return [line.text.replace("\u00a0", " ") for line in lines(document)]


# making a document takes half a second, so they are few and large
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.large_base_example, HealthCheck.data_too_large, HealthCheck.too_slow],
)
@given(documents())
def test_any_document_has_as_many_lines_as_its_word_file_has_paragraphs_with_the_same_words(document: Document) -> None:
    assert first_difference(written(document), told(document)) is None


def test_so_has_the_document_of_everything() -> None:
    assert first_difference(written(rich()), told(rich())) is None


def test_a_picture_and_its_caption_are_a_line_each() -> None:
    document = Document((Paragraph((Image("a.png", "A map", "The route."),)), said("So it was.")))

    content = docx.write(document, pictures={"a.png": png()}, circulation=docx.Circulation("", lambda _: "x")).content
    assert [line.kind for line in lines(document)] == ["paragraph", "caption", "paragraph"]
    assert len(paragraphs_of(content)) == 3


def test_lines_are_numbered_in_the_order_of_the_page_and_notes_come_last() -> None:
    document = Document(
        (
            Paragraph((Text("a"), FootnoteReference("n"))),
            Table(((Text("b"),),), (((Text("c"),),),), ("left",)),
            Quote((said("d"),)),
        ),
        {"n": (said("e"),)},
    )

    found = lines(document)
    assert [(line.number, line.text, line.note) for line in found] == [
        (0, "a", ""),
        (1, "b", ""),
        (2, "c", ""),
        (3, "d", ""),
        (4, "e", "n"),
    ]
    assert [line.quoted for line in found] == [False, False, False, True, False]


def test_a_line_says_what_it_is() -> None:
    document = Document(
        (
            Heading(1, (Text("a"),)),
            Styled((said("b"),), "Author"),
            BulletList(((said("c"), OrderedList(1, ((said("d"),),))),)),
            OrderedList(1, ((said("e"),),)),
        )
    )

    assert [(line.kind, line.style, line.list_number) for line in lines(document)] == [
        ("heading", "", 0),
        ("paragraph", "Author", 0),
        ("item", "", 1),
        ("item", "", 2),
        ("item", "", 3),
    ]


def test_a_line_knows_the_anchors_around_it_and_where_those_in_it_begin_and_end() -> None:
    inner = Paragraph((Text("Held on "), Span(TOLD, (Text("the "), Span(HELD, (Text("9th"),)), Text(" day")))))
    (line,) = lines(Document((Styled((inner,), None, Anchor(("activities", 0, "narrative"), "narrative")),)))

    assert [(line.text[start:end], anchor.kind) for start, end, anchor in line.stretches()] == [
        ("Held on the 9th day", "narrative"),
        ("the 9th day", "composed"),
        ("9th", "value"),
    ]
