"""What no validator sees in a DOCX: the faults that Word repairs, refuses or silently drops."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_STORY = re.compile(r"word/(document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml")


def lint(content: bytes) -> list[str]:
    """Return what is wrong with a DOCX; nothing, where nothing is."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        members = {name: archive.read(name) for name in names}
    trees = {name: etree.fromstring(blob) for name, blob in members.items() if name.endswith((".xml", ".rels"))}
    found = [f"the member {name} is there twice" for name, count in Counter(names).items() if count > 1]
    for name, tree in trees.items():
        if _STORY.fullmatch(name):
            found += [f"{name}: {fault}" for fault in _story(tree)]
        if name.endswith(".rels"):
            found += _targets(name, tree, members)
    return [*found, *_references(trees), *_bookmarks(trees), *_controls(trees), *_dates(trees), *_page(trees)]


def _story(tree: etree._Element) -> Iterator[str]:
    """Yield the faults of one part with text in it."""
    for text in tree.iter(f"{W}t", f"{W}instrText", f"{W}delText"):
        words = text.text or ""
        if words != words.strip() and text.get(_SPACE) != "preserve":
            yield f"the spaces of {words!r} are lost"
    for cell in tree.iter(f"{W}tc"):
        if cell[-1].tag != f"{W}p":
            yield "a cell does not end in a paragraph"
    for table in tree.iter(f"{W}tbl"):
        following = table.getnext()
        if following is None or following.tag == f"{W}tbl":
            yield "no paragraph follows a table"
    yield from _fields(tree)


def _fields(tree: etree._Element) -> Iterator[str]:
    for paragraph in tree.iter(f"{W}p"):
        kinds = [mark.get(f"{W}fldCharType") for mark in paragraph.iter(f"{W}fldChar")]
        if kinds != ["begin", "separate", "end"] * (len(kinds) // 3):
            yield f"a field is not complete: {kinds}"


def _targets(name: str, tree: etree._Element, members: dict[str, bytes]) -> Iterator[str]:
    """Yield the relationships that lead to no member of the package."""
    folder = posixpath.dirname(posixpath.dirname(name))
    ids = Counter(relation.get("Id") for relation in tree)
    yield from (f"{name}: the relationship {found} is there twice" for found, count in ids.items() if count > 1)
    for relation in tree:
        target = relation.get("Target", "")
        path = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
        if relation.get("TargetMode") != "External" and path not in members:
            yield f"{name}: nothing is at {target}"


def _references(trees: dict[str, etree._Element]) -> Iterator[str]:
    """Yield the ids in a part that its own relationships do not know; Word refuses to open such a file."""
    for name, tree in trees.items():
        folder, base = posixpath.split(name)
        relations = trees.get(f"{folder}/_rels/{base}.rels")
        known = set() if relations is None else {relation.get("Id") for relation in relations}
        used = {value for element in tree.iter() for key, value in element.attrib.items() if str(key).startswith(R)}
        yield from (f"{name}: no relationship is called {missing}" for missing in sorted(used - known))


def _bookmarks(trees: dict[str, etree._Element]) -> Iterator[str]:
    starts: Counter[str] = Counter()
    names: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    for tree in trees.values():
        for start in tree.iter(f"{W}bookmarkStart"):
            starts[start.get(f"{W}id", "")] += 1
            names[start.get(f"{W}name", "")] += 1
        ends.update(end.get(f"{W}id", "") for end in tree.iter(f"{W}bookmarkEnd"))
    yield from (f"two bookmarks have the id {key}" for key, count in starts.items() if count > 1)
    yield from (f"two bookmarks are called {key}" for key, count in names.items() if count > 1)
    yield from (f"the bookmark {key} has no other end" for key in sorted(starts.keys() ^ ends.keys()))


def _controls(trees: dict[str, etree._Element]) -> Iterator[str]:
    ids: Counter[str] = Counter()
    for tree in trees.values():
        for properties in tree.iter(f"{W}sdtPr"):
            ids.update(found.get(f"{W}val", "") for found in properties.findall(f"{W}id"))
            for tag in (*properties.findall(f"{W}tag"), *properties.findall(f"{W}alias")):
                if len(tag.get(f"{W}val", "")) > 64:
                    yield f"the tag {tag.get(f'{W}val')} is longer than 64 characters"
    yield from (f"two controls have the id {key}" for key, count in ids.items() if count > 1)


def _dates(trees: dict[str, etree._Element]) -> Iterator[str]:
    core = trees.get("docProps/core.xml")
    if core is None:
        yield "there are no core properties"
        return
    for element in core.iter("{http://purl.org/dc/terms/}*"):
        if not _DATE.fullmatch(element.text or ""):
            yield f"docProps/core.xml: {element.text!r} is no date"


def _page(trees: dict[str, etree._Element]) -> Iterator[str]:
    body = trees["word/document.xml"].find(f"{W}body")
    if body is None or not len(body) or body[-1].tag != f"{W}sectPr":
        yield "word/document.xml: the body does not end in a section"
