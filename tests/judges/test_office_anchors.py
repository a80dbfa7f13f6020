"""What becomes of the anchors of a draft when LibreOffice 7.4 edits and saves it: measurements that reading back is built on.

Words in a bookmark are shown as `[words]`, words in a content control as `{words}`, and recorded changes as `<-old-><+new+>`.

- Whoever types over a value leaves the bookmark about its first letter; the rest stands behind. Who types behind or before the value and
  deletes it then leaves the bookmark empty. What a value says now is thus what stands where the bookmark is, up to the words that
  nobody touched.
- In recorded changes the bookmark holds what was deleted, and what was put in may stand just inside or just outside. Once they are
  accepted, the bookmark is empty and the new words stand behind it or before it.
- A content control holds what is typed in, before or behind its words, but loses its tag (the alias stays). With changes recorded in a
  control, LibreOffice saves a file that is not well-formed, in which the words stand several times.
- A moved paragraph takes the anchors of its values with it. Its own comes back as `..._Copy_1`, and an empty one stays behind.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest
from anchored_text import anchored_lines, bookmarked_words
from docx_parts import W, part
from edit_steps import (
    AcceptAll,
    Bold,
    Comment,
    Delete,
    DeleteParagraph,
    InsertAfter,
    InsertBefore,
    JoinWithNext,
    MoveParagraph,
    RejectAll,
    Replace,
    SplitParagraphAfter,
    Step,
    Track,
    Way,
)
from example_documents import example_draft
from lxml import etree
from word_files import p, r, word_file
from zip_edits import members, packed

if TYPE_CHECKING:
    from office_edits import Office

ANA = Track(on=True, author="Ana Example")


def bookmarked(runs: str, number: int = 1) -> str:
    """Return runs within a bookmark such as the writer makes."""
    return f'<w:bookmarkStart w:id="{number}" w:name="_cthb_{number:08x}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'


def controlled(runs: str, number: int = 1) -> str:
    """Return runs within a hidden control for plain text."""
    hidden = '<w15:appearance xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" w15:val="hidden"/>'
    properties = f'<w:alias w:val="attendance {number}"/><w:tag w:val="_cthb_{number:08x}"/><w:id w:val="{number}"/>{hidden}<w:text/>'
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{runs}</w:sdtContent></w:sdt>"


HEAD, TAIL = "It reached ", " people there."
IN_BOOKMARK = word_file(p(HEAD, bookmarked(r("over 60")), TAIL))
IN_CONTROL = word_file(p(HEAD, bookmarked(controlled(r("over 60"))), TAIL))


def between(line: str) -> str:
    """Return what stands between head and tail."""
    assert line.startswith(HEAD)
    assert line.endswith(TAIL)
    return line[len(HEAD) : -len(TAIL)]


@pytest.mark.parametrize(
    ("way", "at_once", "recorded", "accepted"),
    [
        (Way.TYPED_OVER, "[n]early 70", "<-[over 60-><+]nearly 70+>", "[]nearly 70"),
        (Way.KEYED_OVER, "[n]early 70", "<-[over 60-><+]nearly 70+>", "[]nearly 70"),
        (Way.PASTED_OVER, "[nearly] 70", "<-[over 60-><+]nearly 70+>", "[]nearly 70"),
        (Way.EVERYWHERE, "[n]early 70", "<-[over 60-><+]nearly 70+>", "[]nearly 70"),
        (Way.BEHIND, "[]nearly 70", "<-[over 60-><+]nearly 70+>", "[]nearly 70"),
        (Way.BEFORE, "nearly 70[]", "<+nearly 70+><-[over 60->]", "nearly 70[]"),
        (Way.INSIDE, "[nearly 70]", "<-[o-><+nearly 70+><-ver 60->]", "[nearly 70]"),
        (Way.BY_MACRO, "[nearly 70]", "<+nearly 70+><-[over 60->]", "nearly 70[]"),
    ],
    ids=str,
)
def test_what_a_bookmark_holds_depends_on_how_its_words_are_replaced(
    office: Office, way: Way, at_once: str, recorded: str, accepted: str
) -> None:
    step = Replace("over 60", "nearly 70", way=way)

    orders = ([step], [ANA, step], [ANA, step, AcceptAll()], [ANA, step, RejectAll()])
    found = [between(anchored_lines(office.edit(IN_BOOKMARK, steps))[0]) for steps in orders]
    assert found == [at_once, recorded, accepted, "[over 60]"]


@pytest.mark.parametrize(
    ("step", "at_once", "recorded"),
    [
        (Delete("over 60"), "[]", "<-[over 60->]"),
        (Delete("over "), "[60]", "<-[over ->60]"),
        (InsertAfter("over 60", " or 70"), "[over 60] or 70", "[over 60<+] or 70+>"),
        (InsertBefore("over 60", "well "), "well [over 60]", "<+well +>[over 60]"),
        (InsertAfter("over", " some"), "[over some 60]", "[over<+ some+> 60]"),
        (Bold("over 60"), "[over 60]", "[over 60]"),
        (Comment("over 60", "Sure?", "Ana Example"), "[over 60]", "[over 60<+]+>"),
    ],
    ids=str,
)
def test_a_bookmark_grows_within_its_words_only(office: Office, step: Step, at_once: str, recorded: str) -> None:
    found = [between(anchored_lines(office.edit(IN_BOOKMARK, steps))[0]) for steps in ([step], [ANA, step])]

    assert found == [at_once, recorded]


def test_a_bookmark_goes_with_the_words_around_it(office: Office) -> None:
    assert anchored_lines(office.edit(IN_BOOKMARK, [Delete("reached over 60 people ")])) == ["It there."]


@pytest.mark.parametrize("way", Way)
def test_a_control_holds_what_its_words_are_replaced_with(office: Office, way: Way) -> None:
    edited = office.edit(IN_CONTROL, [Replace("over 60", "nearly 70", way=way)])

    assert between(anchored_lines(edited)[0]) in ("{[nearly 70}]", "[{nearly 70}]")


def test_a_control_takes_in_what_is_typed_beside_its_words(office: Office) -> None:
    edited = office.edit(IN_CONTROL, [InsertBefore("over", "well "), InsertAfter("60", " or 70")])

    assert between(anchored_lines(edited)[0]).replace("[", "").replace("]", "") == "{well over 60 or 70}"


def test_a_control_keeps_its_alias_and_loses_its_tag(office: Office) -> None:
    (properties,) = part(office.edit(IN_CONTROL, []), "word/document.xml").iter(f"{W}sdtPr")

    assert properties.find(f"{W}alias").get(f"{W}val") == "attendance 1"
    assert properties.find(f"{W}tag") is None


@pytest.mark.parametrize(
    "step", [Replace("over 60", "nearly 70"), Delete("over"), InsertAfter("60", " or 70")], ids=str
)
def test_with_changes_recorded_in_a_control_the_file_is_not_well_formed(office: Office, step: Step) -> None:
    edited = office.edit(IN_CONTROL, [ANA, step])

    with pytest.raises(etree.XMLSyntaxError):
        anchored_lines(edited)
    assert between(anchored_lines(office.edit(IN_CONTROL, [ANA, step, RejectAll()]))[0]) == "{[over 60}]"


TWO = word_file(
    p(bookmarked(f"{r('One fell on ')}{bookmarked(r('Monday'), 2)}{r('.')}", 1)),
    p(bookmarked(f"{r('Two fell on ')}{bookmarked(r('Tuesday'), 4)}{r('.')}", 3)),
    p("And that is all."),
)


@pytest.mark.parametrize(
    ("step", "lines"),
    [
        (SplitParagraphAfter("One"), ["[One", " fell on [Monday].]", "[Two fell on [Tuesday].]", "And that is all."]),
        (JoinWithNext("One"), ["[One fell on [Monday].[]Two fell on [Tuesday].]", "And that is all."]),
        (DeleteParagraph("One"), ["[Two fell on [Tuesday].]", "And that is all."]),
        (
            MoveParagraph("Two", after="all"),
            ["[One fell on [Monday].[]]", "And that is all.", "[Two fell on [Tuesday].]"],
        ),
    ],
    ids=str,
)
def test_the_bookmarks_of_paragraphs_that_are_split_joined_or_moved(
    office: Office, step: Step, lines: list[str]
) -> None:
    assert anchored_lines(office.edit(TWO, [step])) == lines


@pytest.mark.parametrize("step", [SplitParagraphAfter("One"), JoinWithNext("One")], ids=str)
def test_the_bookmarks_of_paragraphs_that_are_split_or_joined_keep_their_words(office: Office, step: Step) -> None:
    assert bookmarked_words(office.edit(TWO, [step])) == bookmarked_words(TWO)


def test_a_moved_paragraph_has_another_name_and_its_values_have_their_own(office: Office) -> None:
    moved = bookmarked_words(office.edit(TWO, [MoveParagraph("Two", after="all")]))

    assert moved["_cthb_00000003_Copy_1"] == "Two fell on Tuesday."
    assert moved["_cthb_00000003"] == ""
    assert moved["_cthb_00000004"] == "Tuesday"


@pytest.mark.parametrize("ascii_only", [True, False])
def test_the_custom_xml_part_keeps_its_text_but_not_its_bytes(office: Office, *, ascii_only: bool) -> None:
    records = json.dumps([{"title": f"“Träume” & <more> {number}"} for number in range(5000)], ensure_ascii=ascii_only)
    item = f'<?xml version="1.0" encoding="UTF-8"?>\n<draft xmlns="urn:cthb-reports:draft:1"><records>{escape(records)}</records></draft>'
    assert len(item) > 200_000
    draft = packed({**members(example_draft("minimal")), "customXml/item1.xml": item.encode()})

    saved = office.edit(draft, [Delete("hidden ")])

    (kept,) = part(saved, "customXml/item1.xml")
    assert kept.text == records
    # Quotation marks come back as character references.
    assert members(saved)["customXml/item1.xml"] != item.encode()
    assert members(office.edit(saved, []))["customXml/item1.xml"] == members(saved)["customXml/item1.xml"]


def test_the_custom_xml_part_stays_related(office: Office) -> None:
    saved = members(office.edit(example_draft("minimal"), []))

    assert b"urn:cthb-reports:draft:1" in saved["customXml/itemProps1.xml"]
    assert b"itemProps1.xml" in saved["customXml/_rels/item1.xml.rels"]
    assert b"customXml/item1.xml" in saved["word/_rels/document.xml.rels"]


def test_the_identifier_of_a_document_stays(office: Office) -> None:
    made = example_draft("minimal")

    saved = members(office.edit(made, []))["docProps/core.xml"]

    said = re.search(rb"<dc:identifier>.*?</dc:identifier>", members(made)["docProps/core.xml"])
    assert said is not None
    assert said[0] in saved
