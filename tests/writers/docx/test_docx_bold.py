"""Bold stays bold in a style that is bold itself, though Word takes two styles that both are bold for one that is not."""

from __future__ import annotations

from typing import Any

import docx_lint
import pytest
from docx_parts import W, changed, members, packed, part
from lxml import etree

from cthb_reports.document import Anchor, Document, Emphasis, Heading, Paragraph, Span, Strong, Styled, Table, Text
from cthb_reports.writers import docx

STYLES = "word/styles.xml"
OURS = docx.built_in()
STRONG = Strong((Text("strong"),))
PENDING = Span(Anchor(("held",), "placeholder"), (Text("pending"),))
WORDS = (Text("plain "), STRONG, PENDING, Strong((Emphasis((Text("both"),)),)))
DOCUMENT = Document(
    (
        Heading(1, WORDS),
        Styled((Paragraph(WORDS),), "Author"),
        Styled((Paragraph(WORDS),), "Subtitle"),
        Paragraph(WORDS),
        Table((WORDS,), ((WORDS,),), ("left",)),
    )
)


def effective(content: bytes) -> dict[str, list[tuple[str, bool]]]:
    """Return of each paragraph, by the name of its style, the words and whether they are bold (ECMA-376, 17.7.3)."""
    styles = {style.get(f"{W}styleId"): style for style in part(content, STYLES).iter(f"{W}style")}
    found: dict[str, list[tuple[str, bool]]] = {}
    for paragraph in part(content, "word/document.xml").iter(f"{W}p"):
        table = next(paragraph.iterancestors(f"{W}tbl"), None)
        outer = [element.get(f"{W}val") for element in paragraph.iterfind(f"{W}pPr/{W}pStyle")]
        outer += [] if table is None else [table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val")]
        name = styles[outer[0]].find(f"{W}name").get(f"{W}val")
        found.setdefault(name, []).extend(
            ("".join(run.itertext()), _bold(run, outer, styles)) for run in paragraph.iter(f"{W}r")
        )
    return found


def _bold(run: Any, outer: list[str], styles: dict[str, Any]) -> bool:
    direct = run.find(f"{W}rPr/{W}b")
    if direct is not None:
        return direct.get(f"{W}val") != "0"
    names = [*outer, *(element.get(f"{W}val") for element in run.iterfind(f"{W}rPr/{W}rStyle"))]
    return sum(_says_bold(name, styles) for name in names) % 2 == 1


def _says_bold(name: str, styles: dict[str, Any]) -> bool:
    bold = styles[name].find(f"{W}rPr/{W}b")
    if bold is not None:
        return bold.get(f"{W}val") not in ("0", "false", "off")
    parent = styles[name].find(f"{W}basedOn")
    return parent is not None and _says_bold(parent.get(f"{W}val"), styles)


def letterhead(style_id: str, bold: str) -> bytes:
    """Return ours with a style that says of its letters only whether they are bold."""
    root = part(OURS, STYLES)
    style = root.find(f"{W}style[@{W}styleId='{style_id}']")
    for old in style.findall(f"{W}rPr"):
        style.remove(old)
    properties = etree.Element(f"{W}rPr")
    etree.SubElement(properties, f"{W}b", {f"{W}val": bold})
    behind = style.find(f"{W}tblPr")
    style.insert(len(style) if behind is None else style.index(behind), properties)
    return packed({**members(OURS), STYLES: etree.tostring(root)})


LETTERHEADS = {
    "ours": OURS,
    "bold text": letterhead("Normal", "true"),
    "a bold table": letterhead("TableGrid", "1"),
    "an author who is not bold": letterhead("Author", "off"),
}


@pytest.mark.parametrize("name", LETTERHEADS)
def test_what_is_stressed_or_still_to_come_is_bold_in_every_style(name: str) -> None:
    content = docx.write(DOCUMENT, letterhead=LETTERHEADS[name]).content

    words = [word for found in effective(content).values() for word in found]
    assert {text for text, _ in words} == {"plain ", "strong", "pending", "both"}
    assert [text for text, bold in words if text != "plain " and not bold] == []
    assert docx_lint.problems(content) == []


def test_plain_words_are_as_their_style_says() -> None:
    found = effective(docx.write(DOCUMENT).content)

    plain = {name: dict(words)["plain "] for name, words in found.items()}
    assert plain == {"heading 1": True, "Author": True, "Subtitle": False, "Body Text": False, "Table Grid": False}


def test_an_office_that_stresses_by_colour_gets_no_bold() -> None:
    content = docx.write(DOCUMENT, letterhead=letterhead("Strong", "0")).content

    assert dict(effective(content)["Subtitle"])["strong"] is False
    assert dict(effective(content)["Author"])["strong"] is True
    assert b"<w:b/>" not in _run_of(content, "Subtitle")


def _run_of(content: bytes, name: str) -> bytes:
    body = members(content)["word/document.xml"]
    start = body.index(f'w:val="{name}"'.encode())
    run = body.index(b">strong<", start)
    return body[body.rindex(b"<w:r>", start, run) : run]


def test_the_style_stays_beside_the_bold_so_that_its_meaning_is_kept() -> None:
    content = docx.write(Document((Heading(1, (STRONG,)),))).content

    properties = part(content, "word/document.xml").find(f".//{W}r/{W}rPr")
    assert [child.tag.removeprefix(W) for child in properties] == ["rStyle", "b", "bCs"]


def test_the_check_sees_what_word_would_do() -> None:
    toggled = changed(docx.write(DOCUMENT).content, "word/document.xml", "<w:b/><w:bCs/>", "")

    assert ("strong", False) in effective(toggled)["heading 1"]
