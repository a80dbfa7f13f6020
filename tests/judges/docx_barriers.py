"""What in a DOCX bars those who do not see the page: no language, no title, leaps between headings, bare tables and pictures."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Any

from docx_parts import W, members
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DC = "{http://purl.org/dc/elements/1.1/}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_VML = "{urn:schemas-microsoft-com:vml}"
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?")
_STORY = re.compile(r"word/(document|footnotes|endnotes|header\d*|footer\d*)\.xml")


def barriers(content: bytes) -> list[str]:
    """Return what bars readers of a DOCX, as sentences."""
    roots = {name: etree.fromstring(part) for name, part in members(content).items() if name.endswith(".xml")}
    body = roots["word/document.xml"]
    stories = [root for name, root in roots.items() if _STORY.fullmatch(name)]
    return [
        *_unsaid(roots),
        *_leaps(_levels(body, roots["word/styles.xml"])),
        *(problem for root in stories for problem in (*_bare_tables(root), *_bare_pictures(root))),
    ]


def _unsaid(roots: Mapping[str, Any]) -> Iterator[str]:
    core = roots.get("docProps/core.xml")
    if core is None or not (core.findtext(f"{_DC}title") or "").strip():
        yield "the properties say no title"
    language = roots["word/styles.xml"].find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    if language is None or not _LANGUAGE.fullmatch(language.get(f"{W}val") or ""):
        yield "the styles say no language"


def _levels(body: Any, styles: Any) -> list[int]:
    """Return the levels of the headings, by the built-in names of their styles."""
    names = {
        style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val").lower() for style in styles.iter(f"{W}style")
    }
    used = (names.get(element.get(f"{W}val"), "") for element in body.iter(f"{W}pStyle"))
    return [int(name.split()[1]) for name in used if re.fullmatch(r"heading \d", name)]


def _leaps(levels: list[int]) -> Iterator[str]:
    for before, level in itertools.pairwise([0, *levels]):
        if level > before + 1:
            yield (
                f"a heading of level {level} follows one of level {before}"
                if before
                else f"the first heading is of level {level}"
            )


def _bare_tables(root: Any) -> Iterator[str]:
    for table in root.iter(f"{W}tbl"):
        first, *others = table.findall(f"{W}tr")
        if first.find(f"{W}trPr/{W}tblHeader") is None:
            yield "the first row of a table is not marked as its header"
        if any(row.find(f"{W}trPr/{W}tblHeader") is not None for row in others):
            yield "a row within a table is marked as a header"


def _bare_pictures(root: Any) -> Iterator[str]:
    for drawing in (*root.iter(f"{_DRAWING}inline"), *root.iter(f"{_DRAWING}anchor")):
        about = drawing.find(f"{_DRAWING}docPr")
        if about is None or not (about.get("descr") or "").strip():
            yield "a picture has no alternative text"
    for shape in root.iter(f"{_VML}shape"):
        if shape.get("alt") is None:
            yield "a shape says neither what it shows nor that it is an ornament"
