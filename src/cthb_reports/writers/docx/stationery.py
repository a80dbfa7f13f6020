"""A letterhead made ready: emptied, completed with our styles, and cut open where a draft puts its own."""

from __future__ import annotations

import functools
import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from cthb_reports.errors import DraftError
from cthb_reports.writers.docx import footnotes, keepsake, numbering, pages, properties
from cthb_reports.writers.docx.completion import Completed
from cthb_reports.writers.docx.letterhead import DAMAGED, open_built_in, open_letterhead
from cthb_reports.writers.docx.namespaces import Element, R, parsed, serialised, w, word_xml
from cthb_reports.writers.docx.package import CONTENT_TYPES, relations_name
from cthb_reports.writers.docx.seams import cut

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cthb_reports.writers.docx.package import Package
    from cthb_reports.writers.docx.seams import Seam
    from cthb_reports.writers.options import DocxOptions

_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"


@dataclass(frozen=True, slots=True)
class Stationery:
    """What a draft is written on.

    Args:
        members: What is the same in every draft, relationships and content types included.
        seams: The parts that a draft adds to, by name.
        body: The name of the part with the text; `notes`, `styles`, `lists` and `links` likewise.
        note_links: The member with the relationships of the notes.
        keepsake: The part in which a draft keeps what it was made from; empty for a clean copy.
        style_ids: The ids of styles by name in lower case.
        ours: The names of the styles that the letterhead lacked.
        bold: The ids of the styles whose text is bold.
        looks: How ordered lists look at each depth.
        first_list: The first free id of a list.
        first_note: The first free id of a note.
        text_width: The width of the text on the page, in twentieths of a point; `text_height` likewise.
    """

    members: Mapping[str, bytes]
    seams: Mapping[str, Seam]
    body: str
    notes: str
    styles: str
    lists: str
    links: str
    note_links: str
    keepsake: str
    style_ids: Mapping[str, str]
    ours: frozenset[str]
    bold: frozenset[str]
    looks: tuple[numbering.Look, ...]
    first_list: int
    first_note: int
    text_width: int
    text_height: int


@functools.lru_cache(maxsize=4)
def prepared(letterhead: bytes | None, language: str, options: DocxOptions, *, circulates: bool) -> Stationery:
    """Return a letterhead made ready; made once, since it serves every draft.

    Args:
        letterhead: A DOCX; the built-in one without it.
        language: The language of the draft, such as `en-GB`.
        options: What the office asks for besides.
        circulates: Whether the draft keeps what it was made from.

    Raises:
        DraftError: The letterhead cannot be used.
    """
    package, main = open_built_in() if letterhead is None else open_letterhead(letterhead)
    try:
        return _made(package, main, language, options, circulates=circulates)
    except (etree.XMLSyntaxError, KeyError, ValueError, StopIteration, AttributeError, TypeError) as error:
        raise DraftError(DAMAGED) from error


def _made(package: Package, main: str, language: str, options: DocxOptions, *, circulates: bool) -> Stationery:
    document = parsed(package.parts[main])
    section = _emptied(document)
    _forget(package, main, document)
    parts = {kind: _ensured(package, main, kind) for kind in ("styles", "numbering", "settings", "footnotes")}
    for kind in ("fontTable", "theme"):
        _ensured(package, main, kind)
    roots = {kind: parsed(package.parts[name]) for kind, name in parts.items()}
    pages.set_options(package, main, section, roots["settings"], options)
    _set_language(roots["styles"], language)
    separators = footnotes.keep_separators(roots["footnotes"])
    footnotes.mention_separators(roots["settings"], separators)
    package.parts[parts["settings"]] = serialised(roots["settings"])
    package.drop(parts["footnotes"], package.relations(parts["footnotes"]))
    kept = _room_for_keepsake(package, main) if circulates else ""
    _room_for_properties(package)
    package.drop_unreachable()
    return _cut(package, main, document, section, parts, roots, kept, separators)


def _emptied(document: Element) -> Element:
    """Take the text out, and return the page set-up of its last section."""
    body = document.find(w("body"))
    section = None if body is None else body.find(w("sectPr"))
    if section is None:
        raise DraftError("the letterhead has no page set-up (no section); open it in Word and save it again")
    body[:] = [section]
    return section


_SPOKEN_OF = (
    "hyperlink",
    "image",
    "header",
    "footer",
    "oleObject",
    "chart",
    "package",
    "aFChunk",
    "subDocument",
    "control",
)
"""Parts that the text names by the id of their relationship; the other relationships hold without being named."""


def _forget(package: Package, main: str, document: Element) -> None:
    """Drop what belonged to the text of the letterhead, to a draft that it once was, or to its thumbnail."""
    named = {
        value for element in document.iter() for name, value in element.attrib.items() if name.startswith(f"{{{R}}}")
    }
    package.drop(
        main,
        [
            found
            for found in package.relations(main)
            if (found.kind in _SPOKEN_OF and found.id not in named)
            or found.kind.startswith("comments")
            # who made its comments; the styles once more, for Word 2010 alone
            or found.kind in {"people", "stylesWithEffects"}
            or keepsake.is_keepsake(found.target, package.parts.get(found.target, b""))
        ],
    )
    package.drop(
        "", [found for found in package.relations() if found.kind in ("core-properties", "thumbnail", "origin")]
    )


def _ensured(package: Package, main: str, kind: str) -> str:
    """Return the name of a part of the letterhead; one that it lacks is taken from ours, numbering and notes empty."""
    for found in package.relations(main):
        if found.kind == kind and found.target in package.parts:
            return found.target
    ours, our_main = open_built_in()
    name = next(found.target for found in ours.relations(our_main) if found.kind == kind)
    empty = {"numbering": numbering.EMPTY, "footnotes": footnotes.EMPTY}
    content = empty[kind].encode() if kind in empty else ours.parts[name]
    free = package.free_name(f"{posixpath.splitext(name)[0].rstrip('1')}{{}}.xml") if name in package.parts else name
    package.add(free, content, ours.content_type(name))
    package.relate(main, f"{R}/{kind}", free)
    return free


def _set_language(root: Element, language: str) -> None:
    """Have Word read the text in its language, whatever the language of the letterhead is."""
    defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    if defaults is not None and defaults.find(w("lang")) is None:
        defaults.append(word_xml("<w:lang/>"))
    for element in root.iter(w("lang")):
        element.set(w("val"), language)


def _room_for_keepsake(package: Package, main: str) -> str:
    name = package.free_name("customXml/item{}.xml")
    about = package.free_name("customXml/itemProps{}.xml")
    package.parts[name] = b""
    package.add(about, keepsake.PROPERTIES, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml")
    package.set_type(name, "application/xml")
    package.relate(main, _CUSTOM, name)
    package.relate(name, f"{_CUSTOM}Props", about)
    return name


def _room_for_properties(package: Package) -> None:
    package.add(properties.NAME, b"", properties.CONTENT_TYPE)
    package.relate("", properties.RELATION, properties.NAME)


def _cut(  # noqa: PLR0913, PLR0917  # all that was made on the way
    package: Package,
    main: str,
    document: Element,
    section: Element,
    parts: Mapping[str, str],
    roots: Mapping[str, Element],
    kept: str,
    separators: list[int],
) -> Stationery:
    completed = Completed.of(roots["styles"], roots["numbering"])
    links = relations_name(main)
    seams = {
        main: cut(document, lambda _, mark: section.addprevious(mark)),
        parts["styles"]: cut(roots["styles"]),
        parts["numbering"]: cut(roots["numbering"], completed.numbers.place),
        parts["footnotes"]: cut(roots["footnotes"]),
        links: cut(package.relations_root(main)),
        CONTENT_TYPES: cut(package.content_types_root()),
    }
    return Stationery(
        members={name: content for name, content in package.members().items() if name not in seams},
        seams=seams,
        body=main,
        notes=parts["footnotes"],
        styles=parts["styles"],
        lists=parts["numbering"],
        links=links,
        note_links=relations_name(parts["footnotes"]),
        keepsake=kept,
        style_ids=completed.ids,
        ours=completed.ours,
        bold=completed.bold,
        looks=completed.looks,
        first_list=completed.first_list,
        first_note=max(1, *(1 + separator for separator in separators)),
        text_width=pages.text_width(section),
        text_height=pages.text_height(section),
    )
