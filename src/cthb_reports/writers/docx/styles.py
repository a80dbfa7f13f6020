"""Styles by their names: ids differ between versions and languages of Word, names do not."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from cthb_reports.findings import Finding, Severity
from cthb_reports.writers.docx.namespaces import Element, w, xml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


OFF = ("0", "false", "off")
"""How a property is said not to hold (ECMA-376, ST_OnOff)."""


class Styles:
    """The styles that a draft uses.

    Args:
        ids: The ids of the letterhead's styles by their names in lower case, those taken from ours among them.
        ours: The names of those taken from ours, in lower case.
        bold: The ids of those whose text is bold.
    """

    def __init__(self, ids: Mapping[str, str], ours: Iterable[str], bold: Iterable[str] = ()) -> None:
        self._ids = dict(ids)
        self._ours = frozenset(ours)
        self._bold = frozenset(bold)
        self._missed: dict[str, None] = {}
        self._made: list[str] = []

    def id_of(self, name: str) -> str:
        """Return the id of a style, by its name in any case; one that only a template knows is made."""
        key = name.lower()
        if key not in self._ids:
            self._make(name)
        if key in self._ours:
            self._missed.setdefault(key)
        return self._ids[key]

    def is_bold(self, name: str) -> bool:
        """Tell whether the text of a style is bold; one that is made here looks like the text."""
        return self._ids.get(name.lower(), self._ids.get("body text")) in self._bold

    @property
    def made(self) -> str:
        """The styles that were made, as XML."""
        return "".join(self._made)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the letterhead lacked of what the draft uses, in the order of its use."""
        return tuple(_missing(name) for name in self._missed)

    def _make(self, name: str) -> None:
        letters = "".join(letter for letter in name if letter.isalnum()) or "Style"
        style_id = free_id(letters, self._ids.values())
        self._ids[name.lower()] = style_id
        self._missed.setdefault(name)
        self._made.append(
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{xml(style_id)}"><w:name w:val="{xml(name)}"/>'
            f'<w:basedOn w:val="{xml(self._ids["body text"])}"/><w:qFormat/></w:style>'
        )


def free_id(wanted: str, taken: Iterable[str]) -> str:
    """Return an id for a style that no other has, in any case."""
    used = {style_id.lower() for style_id in taken}
    while wanted.lower() in used:
        wanted += "0"
    return wanted


def _missing(name: str) -> Finding:
    return Finding(
        "W101",
        "style-missing",
        Severity.WARNING,
        f"the letterhead has no style {name!r}",
        "ours was taken; add a style of that name in Word to have it look as you wish",
    )


def ids_by_name(root: Element) -> dict[tuple[str, str], str]:
    """Return the ids of a part's styles by their type and their name in lower case."""
    return {
        (style.get(w("type"), "paragraph"), style_name(style).lower()): str(style.get(w("styleId")))
        for style in root.findall(w("style"))
    }


def style_name(style: Element) -> str:
    """Return the name of a style."""
    element = style.find(w("name"))
    return "" if element is None else str(element.get(w("val")))


def bold_ids(styles: Mapping[str, Element]) -> frozenset[str]:
    """Return the ids of the styles whose text is bold, by themselves or by what they are based on.

    Args:
        styles: All styles by id.
    """
    return frozenset(name for name, style in styles.items() if _is_bold(style, styles))


def _is_bold(style: Element, styles: Mapping[str, Element]) -> bool:
    for element in with_ancestors(style, styles):
        said = [bold.get(w("val"), "1") not in OFF for bold in element.iter(w("b"))]  # a table may be so in some rows
        if said:
            return any(said)
    return False


def with_ancestors(style: Element, styles: Mapping[str, Element]) -> Iterable[Element]:
    """Return a style and those that it is based on, the nearest first.

    Args:
        style: The style.
        styles: All styles by id.
    """
    seen: list[Element] = []
    while style is not None and style not in seen:
        seen.append(style)
        parent = style.find(w("basedOn"))
        style = None if parent is None else styles.get(parent.get(w("val")))
    return seen


def add_missing(root: Element, ours: Element) -> dict[str, Element]:
    """Add those of our styles that a letterhead lacks, and return them by name in lower case.

    Args:
        root: The styles of the letterhead.
        ours: Our styles.
    """
    known = ids_by_name(root)
    taken = [str(style.get(w("styleId"))) for style in root.findall(w("style"))]
    names = {name for _, name in known}
    added = {}
    for style in ours.findall(w("style")):
        name = style_name(style)
        if (style.get(w("type")), name.lower()) in known or style.get(w("default")):
            continue
        copied = copy.deepcopy(style)
        copied.set(w("styleId"), free_id(str(style.get(w("styleId"))), taken))
        taken.append(str(copied.get(w("styleId"))))
        if name.lower() in names:  # of another type; Word wants names to be unique
            copied.find(w("name")).set(w("val"), f"{name} (report)")
        added[name.lower()] = copied
    root.extend(added.values())
    _point(added.values(), root, ours, added)
    return added


def _point(styles: Iterable[Element], root: Element, ours: Element, added: Mapping[str, Element]) -> None:
    """Have added styles refer to the styles of the letterhead that are called what ours refer to."""
    names = {str(style.get(w("styleId"))): style for style in ours.findall(w("style"))}
    ids = ids_by_name(root)
    for style in styles:
        for reference in ("basedOn", "next", "link"):
            element = style.find(w(reference))
            if element is None:
                continue
            meant = names[element.get(w("val"))]
            name = style_name(meant).lower()
            found = added[name].get(w("styleId")) if name in added else ids.get((meant.get(w("type")), name))
            if found is None:
                style.remove(element)
            else:
                element.set(w("val"), found)
