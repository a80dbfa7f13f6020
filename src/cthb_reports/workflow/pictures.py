"""The pictures that a report shows: their files are read, and those that cannot be shown are findings."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from cthb_reports.document import (
    BulletList,
    FootnoteReference,
    Heading,
    Image,
    OrderedList,
    Paragraph,
    Quote,
    Styled,
    Table,
    lone_picture,
)
from cthb_reports.findings import Finding, Severity
from cthb_reports.workflow.gathering import read_picture
from cthb_reports.writers.pictures import media_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from cthb_reports.document import Block, Document, Inline
    from cthb_reports.findings import FieldPath
    from cthb_reports.workflow.places import Places


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of a document.

    Args:
        contents: Their bytes, by their names in the document.
        findings: What keeps some of them from being shown.
    """

    contents: dict[str, bytes] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Shown:
    """A picture, the field it comes from, and whether it stands in a paragraph of its own in the text."""

    image: Image
    field: FieldPath
    alone: bool


def read_pictures(document: Document, folder: Path | None, places: Places) -> Pictures:
    """Return the pictures of a document.

    Args:
        document: Names its pictures as Markdown does, relative to the folder.
        folder: Where the pictures are; without it, none is read, and only their text is looked at.
        places: Where the values of the report stand.
    """
    contents: dict[str, bytes] = {}
    findings: list[Finding] = []
    before: Counter[tuple[FieldPath, str]] = Counter()
    for shown in _Walk(document).shown():
        target = shown.image.target
        trouble = _misused(shown) or (None if folder is None else _read(target, folder, contents))
        if trouble:
            finding = Finding("D302", "picture-not-shown", Severity.ERROR, *trouble, shown.field)
            findings.append(places.put_at_words(finding, unquote(target), before[shown.field, target]))
        before[shown.field, target] += 1
    return Pictures(contents, tuple(findings))


def _misused(shown: _Shown) -> tuple[str, str] | None:
    name, text = unquote(shown.image.target), shown.image.description
    if not text.strip():
        return (
            f"the picture {name!r} has no alternative text",
            f"say what it shows, for those who do not see it: ![a map of the visits]({name})",
        )
    if not shown.alone:
        return (
            f"the picture {name!r} does not stand alone",
            "give it a paragraph of its own, with an empty line before and behind it; headings, tables and notes have no place for it",
        )
    return None


def _read(target: str, folder: Path, contents: dict[str, bytes]) -> tuple[str, str] | None:
    """Read a picture unless it is there already; return what is wrong with it, and what to do."""
    if target in contents:
        return None
    name = unquote(target)
    if _leads_out(name):
        return f"the picture {name!r} is not in the folder of the report", "put it there, and write its name: map.png"
    try:
        content = read_picture(folder, name)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return (
            f"the picture {name!r} cannot be read: {reason}",
            "see whether it is in the folder of the report, and called so",
        )
    if media_type(content) is None:
        return f"the picture {name!r} is none that a draft can hold", "save it as PNG or JPEG"
    contents[target] = content
    return None


def _leads_out(name: str) -> bool:
    """Tell whether a name is an address, or leads elsewhere on any system."""
    path, there = PurePosixPath(name), PureWindowsPath(name)
    return path.is_absolute() or bool(there.drive or there.root) or ".." in there.parts or ":" in name


class _Walk:
    """Goes through a document; what a note holds comes from the field that refers to it."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def shown(self) -> Iterator[_Shown]:
        return self._in_blocks(self._document.blocks, (), in_text=True)

    def _in_blocks(self, blocks: Iterable[Block], field: FieldPath, *, in_text: bool) -> Iterator[_Shown]:
        for block in blocks:
            match block:
                case Paragraph(children=children):
                    image = lone_picture(children) if in_text else None
                    yield from (_Shown(image, field, alone=True),) if image else self._among(children, field)
                case Heading(children=children):
                    yield from self._among(children, field)
                case BulletList(items=items) | OrderedList(items=items):
                    for item in items:
                        yield from self._in_blocks(item, field, in_text=in_text)
                case Quote(blocks=inner):
                    yield from self._in_blocks(inner, field, in_text=in_text)
                case Styled(blocks=inner, anchor=anchor):
                    yield from self._in_blocks(inner, anchor.field if anchor else field, in_text=in_text)
                case Table(header=header, rows=rows):
                    for row in (header, *rows):
                        yield from (shown for cell in row for shown in self._among(cell, field))

    def _among(self, inlines: Iterable[Inline], field: FieldPath) -> Iterator[_Shown]:
        """Yield the pictures that stand among words."""
        for inline in inlines:
            if isinstance(inline, Image):
                yield _Shown(inline, field, alone=False)
            elif isinstance(inline, FootnoteReference):
                yield from self._in_blocks(self._document.footnotes[inline.label], field, in_text=False)
            elif inner := getattr(inline, "children", None):
                yield from self._among(inner, field)
