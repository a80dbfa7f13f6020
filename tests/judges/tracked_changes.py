"""A DOCX with all of its tracked changes accepted, or all rejected, by the letter of ECMA-376 and with nothing of ours."""

from __future__ import annotations

from typing import Any, Literal

from lxml import etree
from zip_edits import members, packed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STORIES = ("word/document.xml", "word/footnotes.xml")
_GONE = {"accept": ("del", "moveFrom"), "reject": ("ins", "moveTo")}
_LEFT = {"accept": ("ins", "moveTo"), "reject": ("del", "moveFrom")}
_RANGES = ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")


def settled(content: bytes, decision: Literal["accept", "reject"]) -> bytes:
    """Return a DOCX without tracked changes; fail where the mark of a last paragraph would have to go."""
    parts = members(content)
    for name in _STORIES:
        if name in parts:
            parts[name] = _settled(etree.fromstring(parts[name]), decision)
    return packed(parts)


def _settled(root: Any, decision: Literal["accept", "reject"]) -> bytes:
    gone, left = _GONE[decision], _LEFT[decision]
    for mark in [each for name in _RANGES for each in root.iter(f"{W}{name}")]:
        mark.getparent().remove(mark)
    for row in [row for row in root.iter(f"{W}tr") if _says(row, "trPr", gone)]:
        table = row.getparent()
        table.remove(row)
        if table.find(f"{W}tr") is None:
            table.getparent().remove(table)
    for change in [each for name in gone for each in root.iter(f"{W}{name}") if each.find(f"{W}r") is not None]:
        change.getparent().remove(change)
    for link in [each for each in root.iter(f"{W}hyperlink") if len(each) == 0]:
        link.getparent().remove(link)
    for paragraph in [each for each in root.iter(f"{W}p") if _says(each, "pPr/{}rPr", gone)]:
        _join(paragraph)
    for change in [each for name in left for each in root.iter(f"{W}{name}") if each.find(f"{W}r") is not None]:
        _unwrap(change)
    for letters in root.iter(f"{W}delText"):
        letters.tag = f"{W}t"
    return etree.tostring(root)


def _says(element: Any, properties: str, names: tuple[str, ...]) -> bool:
    found = element.find(f"{W}{properties.format(W)}")
    return found is not None and any(found.find(f"{W}{name}") is not None for name in names)


def _join(paragraph: Any) -> None:
    """Put what is left of a paragraph before the next one; before a table, only an empty one can go."""
    following = paragraph.getnext()
    assert following is not None, "the mark of a last paragraph is to go"
    rest = [child for child in paragraph if child.tag != f"{W}pPr"]
    if following.tag == f"{W}p":
        at = 0 if following.find(f"{W}pPr") is None else 1
        following[at:at] = rest
    else:
        assert following.tag == f"{W}tbl", following.tag
        assert not rest, "words before a table are to go on in it"
    paragraph.getparent().remove(paragraph)


def _unwrap(change: Any) -> None:
    parent, at = change.getparent(), change.getparent().index(change)
    parent[at : at + 1] = list(change)
