"""The elements of WordprocessingML that are characters; each function tells whether what its element holds is passed over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cthb_reports.readers.docx.archive import Element, W
from cthb_reports.readers.docx.signs import OBJECT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cthb_reports.readers.docx.story import Story

BOX = f"{W}txbxContent"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_UNKNOWN = "\ufffd"
_NUMBER = re.compile("[0-9A-Fa-f]{1,4}")
_FIRST, _LAST = 0xF020, 0xF07E
"""Where a font that is not of Unicode has the characters of ASCII."""
_PICTURES = ("symbol", "wingdings", "webdings", "mt extra", "opensymbol")
"""Fonts whose characters are not what their numbers say."""


def _said(story: Story, element: Element) -> bool:
    text = element.text or ""
    if text and element.get(_SPACE) != "preserve" and story.root.get(_SPACE) != "preserve":
        text = text.strip(" \t\r\n")  # so does Word
    story.say(text.replace("\r\n", " ").replace("\n", " ").replace("\r", " "))
    return True


def _deleted_text(story: Story, element: Element) -> bool:
    return story.found.tracked.accept or _said(story, element)


def _break(story: Story, element: Element) -> bool:
    """The end of a page or column is none of the text, but it parts words."""
    paragraph = story.around.paragraph
    if element.get(f"{W}type", "textWrapping") == "textWrapping":
        story.say("\n")
    elif paragraph and paragraph.signs and not paragraph.signs[-1].character.isspace():
        story.say(" ")
    return True


def _tab(story: Story, _: Element) -> bool:
    story.say("\t")
    return True


def _line(story: Story, _: Element) -> bool:
    story.say("\n")
    return True


def _hyphen(story: Story, _: Element) -> bool:
    story.say("\u2011")
    return True


def _symbol(story: Story, element: Element) -> bool:
    """A character by its number in a font; what it is in a font of pictures, only who sees it knows."""
    number = element.get(f"{W}char", "")
    code = int(number, 16) if _NUMBER.fullmatch(number) else 0
    if _FIRST <= code <= _LAST:
        code -= 0xF000
    is_letter = chr(code).isprintable() and not element.get(f"{W}font", "").lower().startswith(_PICTURES)
    story.say(chr(code) if is_letter else _UNKNOWN)
    return True


def _reference(story: Story, element: Element) -> bool:
    kind = "footnote" if element.tag == f"{W}footnoteReference" else "endnote"
    here = story.around
    if here.paragraph is not None and not here.look.hidden and not here.fields.swallow():
        story.say(OBJECT, note=story.found.label(kind, element.get(f"{W}id", "")))
    return True


def _picture(story: Story, element: Element) -> bool:
    """A drawing of words is read for the words in it."""
    if element.find(f".//{BOX}") is None and (name := _name(story, element)):
        story.say(OBJECT, picture=name)
    return False


def _name(story: Story, element: Element) -> str:
    for image in element.iter(f"{_A}blip", f"{_V}imagedata"):
        for way in ("embed", "link", "id"):
            relation = story.relations.get(image.get(f"{RELATION}{way}", ""))
            if relation is not None:
                return relation.target
    data = element.find(f".//{_A}graphicData")
    shown = None if data is None else element.find(f".//{_DRAWN}docPr")
    if data is None or shown is None or data.get("uri", "").endswith(("Shape", "Group", "Canvas")):
        return ""
    return str(shown.get("name") or shown.get("descr") or "picture")


CHARACTERS: Mapping[str, Callable[[Story, Element], bool]] = {
    f"{W}t": _said,
    f"{_MATH}t": _said,
    f"{W}delText": _deleted_text,
    f"{W}br": _break,
    f"{W}cr": _line,
    f"{W}tab": _tab,
    f"{W}ptab": _tab,
    f"{W}noBreakHyphen": _hyphen,
    f"{W}sym": _symbol,
    f"{W}footnoteReference": _reference,
    f"{W}endnoteReference": _reference,
    f"{W}drawing": _picture,
    f"{W}pict": _picture,
    f"{W}object": _picture,
}
