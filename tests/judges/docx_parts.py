"""A DOCX as its members and its words, read with nothing of ours."""

from __future__ import annotations

from typing import Any

from lxml import etree
from made_documents import shown_lines
from zip_edits import members, packed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_LETTERS = {f"{W}br": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "\u2011"}


def part(content: bytes, name: str) -> Any:
    """Return the root of a part."""
    return etree.fromstring(members(content)[name])


def changed(content: bytes, name: str, old: str, new: str) -> bytes:
    """Return a DOCX in one part of which one text stands in place of another, wherever that stood."""
    parts = members(content)
    text = parts[name].decode()
    assert old in text, f"{old!r} is not in {name}"
    return packed({**parts, name: text.replace(old, new).encode()})


def lines(content: bytes) -> list[str]:
    """Return the lines of text that a reader sees: those of the body, then those of the notes in their order."""
    parts = members(content)
    body = etree.fromstring(parts["word/document.xml"])
    found = [_words(paragraph) for paragraph in body.iter(f"{W}p")]
    if "word/footnotes.xml" in parts:
        notes = {note.get(f"{W}id"): note for note in etree.fromstring(parts["word/footnotes.xml"])}
        for mention in body.iter(f"{W}footnoteReference"):
            found += [_words(paragraph) for paragraph in notes[mention.get(f"{W}id")].iter(f"{W}p")]
    return shown_lines("\n".join(line.replace("\n", " ") for line in found))


def _words(paragraph: Any) -> str:
    return "".join(
        _LETTERS.get(element.tag, element.text or "" if element.tag == f"{W}t" else "") for element in paragraph.iter()
    )


def style_of(paragraph: Any) -> str | None:
    """Return the id of a paragraph's style."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return None if style is None else style.get(f"{W}val")


def pretty(xml: bytes) -> str:
    """Return XML with one element a line, to be compared by eye."""
    root = etree.fromstring(xml, etree.XMLParser(remove_blank_text=True))
    return etree.tostring(root, pretty_print=True, encoding="unicode")
