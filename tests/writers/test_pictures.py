"""A picture is shown in every format, with what it shows in words for those who do not see it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import docx_lint
import pytest
from docx_barriers import barriers
from docx_parts import W, members, part, style_of
from hypothesis import given
from hypothesis import strategies as st
from made_pictures import gif, jpeg, png

from cthb_reports.document import (
    BulletList,
    Document,
    FootnoteReference,
    Heading,
    Image,
    Meta,
    Paragraph,
    Text,
    block_lines,
    parse,
)
from cthb_reports.errors import DraftError
from cthb_reports.writers import write

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx_judges import Soffice

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
BODY = "word/document.xml"
TEXT_WIDTH, TEXT_HEIGHT = 9072 * 635, 14004 * 635
"""In EMU: A4 with margins of 25 mm."""


def shown(*images: Image) -> Document:
    return Document(tuple(Paragraph((image,)) for image in images), meta=Meta(title="Report"))


MAP = Image("map.png", 'a map of "visits" & more', "Visits in <2024>")
PLAN = Image("plan.jpg", "a plan")


def drawings(content: bytes) -> list[Any]:
    return list(part(content, BODY).iter(f"{WP}inline"))


def size(content: bytes) -> tuple[int, int]:
    extent = drawings(content)[0].find(f"{WP}extent")
    return int(extent.get("cx")), int(extent.get("cy"))


def test_the_caption_is_what_stands_in_quotation_marks_behind_the_name() -> None:
    document = parse('![a *map*](my%20map.png "Visits\nin 2024")')

    assert document.blocks == (Paragraph((Image("my%20map.png", "a map", "Visits in 2024"),)),)
    assert list(block_lines(document.blocks)) == ["a map", "Visits in 2024"]


def test_a_picture_in_word_has_its_alternative_text_and_its_caption_below(
    sdk: Callable[[bytes], list[str]], audit: Callable[[bytes], list[str]]
) -> None:
    pictures = {"map.png": png(), "plan.jpg": jpeg(), "sign.gif": gif()}
    content = write(shown(MAP, PLAN, Image("sign.gif", "a sign")), ".docx", pictures=pictures).content

    assert [each.find(f"{WP}docPr").get("descr") for each in drawings(content)] == [MAP.description, "a plan", "a sign"]
    first, second, *_ = part(content, BODY).iter(f"{W}p")
    assert first.find(f"{W}pPr/{W}keepNext") is not None
    assert (style_of(second), "".join(second.itertext())) == ("Caption", MAP.caption)
    assert docx_lint.problems(content) == []
    assert barriers(content) == []
    assert (sdk(content), audit(content)) == ([], [])


def test_a_picture_shown_twice_is_stored_once() -> None:
    again = Image("again.png", "the same map")

    content = write(shown(MAP, again), ".docx", pictures={"map.png": png(), "again.png": png()}).content

    assert len([name for name in members(content) if name.startswith("word/media/")]) == 1
    assert len({each.find(f"{WP}docPr").get("id") for each in drawings(content)}) == 2


def test_a_draft_with_pictures_can_be_the_letterhead_of_one_without() -> None:
    first = write(shown(MAP), ".docx", pictures={"map.png": png()}).content

    second = write(shown(), ".docx", letterhead=first).content

    assert [name for name in members(second) if "media" in name] == []
    assert docx_lint.problems(second) == []


@pytest.mark.parametrize(
    ("picture", "expected"),
    [
        (png(300, 150, 300), (914_400, 457_200)),
        (png(72, 36), (914_400, 457_200)),
        (jpeg(192, 96, 96), (1_828_800, 914_400)),
        (png(7200, 720, 72), (TEXT_WIDTH, TEXT_WIDTH // 10)),
        (png(72, 7200, 72), (TEXT_HEIGHT // 100, TEXT_HEIGHT)),
    ],
    ids=["by its dots", "without any", "a photograph", "wider than the text", "higher than the page"],
)
def test_a_picture_is_as_large_as_its_file_says_and_no_larger_than_the_page(
    picture: bytes, expected: tuple[int, int]
) -> None:
    found = size(write(shown(MAP), ".docx", pictures={"map.png": picture}).content)

    assert found == pytest.approx(expected, rel=0.001)


def test_a_picture_in_a_list_ends_at_the_margin_too() -> None:
    document = Document((BulletList(((Paragraph((Text("a"),)), Paragraph((MAP,))),)),))

    width, _ = size(write(document, ".docx", pictures={"map.png": png(7200, 720, 72)}).content)
    assert width == TEXT_WIDTH - 360 * 635


def test_libreoffice_shows_the_picture(soffice: Soffice, pdf_tools: Callable[..., bytes]) -> None:
    content = write(shown(MAP), ".docx", pictures={"map.png": png(600, 300, 150)}).content

    pdf = soffice.convert({"map": content}, "pdf")["map"]
    (page,) = pdf_tools("pdftoppm", "-r", "30", "-", pdf=pdf).split(b"P6\n")[1:]
    points = zip(*(page[-249 * 351 * 3 :][colour::3] for colour in (0, 2)), strict=True)
    assert sum(blue > red + 60 for red, blue in points) == pytest.approx(120 * 60, rel=0.05)


def test_a_page_of_html_holds_its_pictures_itself() -> None:
    page = write(shown(MAP), ".html", pictures={"map.png": png()}).content.decode()

    assert re.search(
        r'<figure><img src="data:image/png;base64,iVBOR[\w+/=]+" alt="a map of &quot;visits&quot; &amp; more">'
        "<figcaption>Visits in &lt;2024&gt;</figcaption></figure>",
        page,
    )


def test_markdown_names_its_pictures_and_needs_no_file() -> None:
    text = write(shown(MAP, PLAN), ".md").content.decode()

    assert (
        '![a map of \\"visits\\" \\& more](map.png)<!-- -->\n\n::: {custom-style="Caption"}\n\nVisits in \\<2024\\>\n\n:::'
        in text
    )
    assert text.endswith("![a plan](plan.jpg)<!-- -->\n")


NOTE = {"n": (Paragraph((PLAN,)),)}
REFUSED = {
    "without alternative text": (shown(Image("map.png", " ")), "'map.png' has no alternative text"),
    "not handed over": (shown(Image("other.png", "x")), "'other.png' was not handed over"),
    "of another format": (shown(Image("note.txt", "x")), "'note.txt' is none that a draft can hold"),
    "among words": (Document((Paragraph((Text("x"), MAP)),)), "'map.png' does not stand alone"),
    "in a heading": (Document((Heading(1, (MAP,)),)), "'map.png' does not stand alone"),
}


@pytest.mark.parametrize("suffix", [".docx", ".html"])
@pytest.mark.parametrize("name", REFUSED)
def test_a_picture_that_cannot_be_shown_is_refused_by_its_name(name: str, suffix: str) -> None:
    document, complaint = REFUSED[name]

    with pytest.raises(DraftError, match=complaint):
        write(document, suffix, pictures={"map.png": png(), "note.txt": b"Dear colleague"})


def test_a_note_of_a_word_file_has_no_place_for_a_picture() -> None:
    document = Document((Paragraph((FootnoteReference("n"),)),), NOTE)

    with pytest.raises(DraftError, match=r"'plan\.jpg' does not stand alone"):
        write(document, ".docx", pictures={"plan.jpg": jpeg()})


@given(st.sampled_from([png(dpi=72), jpeg(), gif()]), st.integers(0, 200), st.integers(0, 255))
def test_a_damaged_picture_is_shown_or_refused_with_what_to_do(picture: bytes, at: int, letter: int) -> None:
    damaged = bytearray(picture)[: max(8, 200 - at)]
    damaged[at % len(damaged)] = letter

    try:
        content = write(shown(PLAN), ".docx", pictures={"plan.jpg": bytes(damaged)}).content
    except DraftError as error:
        assert "save it" in str(error)  # noqa: PT017 -- both ends are right
    else:
        assert docx_lint.problems(content) == []


def test_a_picture_may_stand_in_an_item_of_a_list() -> None:
    document = Document((BulletList(((Paragraph((Text("a"),)), Paragraph((PLAN,))),)),))

    content = write(document, ".docx", pictures={"plan.jpg": jpeg()}).content
    assert [style_of(paragraph) for paragraph in part(content, BODY).iter(f"{W}p")] == ["ListBullet", "ListContinue"]
