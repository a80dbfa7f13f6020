"""What no validator sees in a DOCX, and Word still stumbles over, or silently loses."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from typing import TYPE_CHECKING, Any

from docx_parts import R, W
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_STORY = re.compile(r"word/(document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml")
_W3CDTF = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TYPES = "[Content_Types].xml"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_LONGEST_TAG = 64
_STYLED = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")


def problems(content: bytes) -> list[str]:
    """Return what is wrong with a DOCX, as sentences."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name) for name in names}
    roots = {name: etree.fromstring(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
    stories = {name: root for name, root in roots.items() if _STORY.fullmatch(name)}
    return [
        *(f"two members are called {name}" for name in _twice(names)),
        *_types(parts),
        *_relations(parts, roots),
        *_properties(roots),
        *_section(roots["word/document.xml"]),
        *_controls(stories.values()),
        *_bookmarks(stories),
        *_drawings(stories.values()),
        *(problem for root in stories.values() for problem in (*_fields(root), *_spaces(root), *_tables(root))),
        *_numbers(roots),
        *_styles(roots),
    ]


def _twice(values: Iterable[str | None]) -> list[str | None]:
    return [value for value, count in Counter(values).items() if count > 1]


def _types(parts: dict[str, bytes]) -> Iterator[str]:
    types = etree.fromstring(parts[_TYPES])
    named = [each.get("PartName") for each in types if each.get("PartName")]
    by_suffix = {each.get("Extension") for each in types if each.get("Extension")}
    yield from (f"{twice} has two content types" for twice in _twice(named))
    for name in parts:
        if name != _TYPES and f"/{name}" not in named and name.rpartition(".")[2] not in by_suffix:
            yield f"{name} has no content type"
    yield from (f"there is a content type of {name}, which is not there" for name in named if name[1:] not in parts)


def _relations(parts: dict[str, bytes], roots: dict[str, Any]) -> Iterator[str]:
    for name, root in roots.items():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        source = posixpath.join(folder, posixpath.basename(name).removesuffix(".rels"))
        for relation in root:
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target"))).lstrip("/")
            if relation.get("TargetMode") != "External" and target not in parts:
                yield f"{name} leads to {target}, which is not there"
        known = {relation.get("Id") for relation in root}
        yield from (
            f"two relationships of {source} are called {twice}" for twice in _twice(each.get("Id") for each in root)
        )
        yield from _named(source, roots.get(source), known)


def _named(source: str, root: Any, known: set[str]) -> Iterator[str]:
    for element in () if root is None else root.iter():
        for attribute, value in element.attrib.items():
            if attribute.startswith(R) and value not in known:
                yield f"{source} names the relationship {value}, which is not there"


def _properties(roots: dict[str, Any]) -> Iterator[str]:
    for name, root in roots.items():
        if not name.startswith("docProps/core"):
            continue
        for element in root:
            if element.tag.startswith("{http://purl.org/dc/terms/}") and not _W3CDTF.fullmatch(element.text or ""):
                yield f"{name} has the date {element.text!r}"


def _section(document: Any) -> Iterator[str]:
    body = document.find(f"{W}body")
    if len(body) == 0 or body[-1].tag != f"{W}sectPr":
        yield "the body does not end with a section"


def _controls(stories: Iterable[Any]) -> Iterator[str]:
    found = [control for root in stories for control in root.iter(f"{W}sdtPr")]
    ids = [element.get(f"{W}val") for control in found for element in control.iter(f"{W}id")]
    yield from (f"two controls have the id {twice}" for twice in _twice(ids))
    for control in found:
        for element in (*control.iter(f"{W}tag"), *control.iter(f"{W}alias")):
            if len(element.get(f"{W}val")) > _LONGEST_TAG:
                yield f"a control's {etree.QName(element).localname} is longer than {_LONGEST_TAG} characters"


def _bookmarks(stories: dict[str, Any]) -> Iterator[str]:
    starts = [(name, mark) for name, root in stories.items() for mark in root.iter(f"{W}bookmarkStart")]
    yield from (f"two bookmarks are called {twice}" for twice in _twice(mark.get(f"{W}name") for _, mark in starts))
    yield from (f"two bookmarks have the id {twice}" for twice in _twice(mark.get(f"{W}id") for _, mark in starts))
    opened = Counter((name, mark.get(f"{W}id")) for name, mark in starts)
    closed = Counter(
        (name, mark.get(f"{W}id")) for name, root in stories.items() for mark in root.iter(f"{W}bookmarkEnd")
    )
    yield from (f"the bookmark {number} in {name} has no end" for name, number in opened - closed)
    yield from (f"the bookmark {number} in {name} has no start" for name, number in closed - opened)


def _drawings(stories: Iterable[Any]) -> Iterator[str]:
    ids = [each.get("id") for root in stories for each in root.iter(f"{_DRAWING}docPr")]
    yield from (f"two drawings have the id {twice}" for twice in _twice(ids))


def _fields(root: Any) -> Iterator[str]:
    """Fields nest; each is begun, perhaps separated, and ended."""
    states: list[str] = []
    for element in root.iter(f"{W}fldChar"):
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            states.append(kind)
        elif kind == "separate" and states[-1:] == ["begin"]:
            states[-1] = kind
        elif kind == "end" and states:
            states.pop()
        else:
            yield f"a field has an unexpected {kind}"
    if states:
        yield "a field is not ended"


def _spaces(root: Any) -> Iterator[str]:
    for element in (*root.iter(f"{W}t"), *root.iter(f"{W}instrText"), *root.iter(f"{W}delText")):
        text = element.text or ""
        if text != text.strip(" \t\n") and element.get(_XML_SPACE) != "preserve":
            yield f"the spaces around {text.strip()!r} will be lost"


def _tables(root: Any) -> Iterator[str]:
    for cell in root.iter(f"{W}tc"):
        if len(cell) == 0 or cell[-1].tag != f"{W}p":
            yield "a cell does not end with a paragraph"
    for table in root.iter(f"{W}tbl"):
        following = table.getnext()
        if following is None or following.tag != f"{W}p":
            yield "no paragraph follows a table"


def _numbers(roots: dict[str, Any]) -> Iterator[str]:
    numbering = roots.get("word/numbering.xml")
    lists = [] if numbering is None else [number.get(f"{W}numId") for number in numbering.iter(f"{W}num")]
    yield from (f"two lists have the id {twice}" for twice in _twice(lists))
    abstract = (
        set() if numbering is None else {each.get(f"{W}abstractNumId") for each in numbering.iter(f"{W}abstractNum")}
    )
    for name, root in roots.items():
        for number in root.iterfind(f".//{W}numPr/{W}numId"):
            if number.get(f"{W}val") not in {*lists, "0"}:
                yield f"{name} uses the list {number.get(f'{W}val')}, which is not defined"
    for look in () if numbering is None else numbering.iterfind(f"{W}num/{W}abstractNumId"):
        if look.get(f"{W}val") not in abstract:
            yield f"a list looks like {look.get(f'{W}val')}, which is not defined"


def _styles(roots: dict[str, Any]) -> Iterator[str]:
    styles = [style.get(f"{W}styleId") for style in roots["word/styles.xml"].iter(f"{W}style")]
    yield from (f"two styles have the id {twice}" for twice in _twice(styles))
    for name, root in roots.items():
        for tag in _STYLED:
            for element in root.iter(f"{W}{tag}"):
                if element.get(f"{W}val") not in styles:
                    yield f"{name} uses the style {element.get(f'{W}val')}, which is not defined"
