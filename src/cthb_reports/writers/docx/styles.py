"""Styles by their names: ids differ between versions and languages of Word, names do not."""

from __future__ import annotations

import copy
import functools
from typing import TYPE_CHECKING

from cthb_reports.findings import Finding, Severity
from cthb_reports.writers.docx.letterhead import open_letterhead
from cthb_reports.writers.docx.namespaces import Element, w

if TYPE_CHECKING:
    from docx.document import Document

    from cthb_reports.writers.docx.numbering import Numbering


class Styles:
    """The styles of a letterhead; a missing one is taken from ours and reported.

    Attributes:
        findings: What was missing.
    """

    def __init__(self, document: Document, numbering: Numbering) -> None:
        self._numbering = numbering
        self._element: Element = document.styles.element
        self._ids = {_name(style).lower(): style.get(w("styleId")) for style in self._element.findall(w("style"))}
        self.findings: list[Finding] = []

    def id_of(self, name: str) -> str:
        """Return the id of a style, by its name in any case."""
        found = self._ids.get(name.lower())
        return self._add(name) if found is None else str(found)

    def _add(self, name: str) -> str:
        """Take a style from the built-in letterhead, or make an empty one for a style that only templates know."""
        ours = _built_in_styles().get(name.lower())
        self.findings.append(_missing(name))
        style = copy.deepcopy(ours) if ours is not None else self._empty(name)
        taken = set(self._ids.values())
        style_id = style.get(w("styleId"))
        while style_id in taken:
            style_id = f"{style_id}0"
        style.set(w("styleId"), style_id)
        for reference in ("basedOn", "next", "link"):
            self._point(style, reference)
        self._numbering.adopt(style)
        self._element.append(style)
        self._ids[name.lower()] = style_id
        return str(style_id)

    def _point(self, style: Element, reference: str) -> None:
        """Have a style refer to the same style of this letterhead, or to none."""
        element = style.find(w(reference))
        if element is None:
            return
        name = _names_of_ours().get(element.get(w("val")), "")
        if name.lower() in self._ids:
            element.set(w("val"), self._ids[name.lower()])
        else:
            style.remove(element)

    def _empty(self, name: str) -> Element:
        style = copy.deepcopy(_built_in_styles()["body text"])
        style.find(w("name")).set(w("val"), name)
        style.set(w("styleId"), "".join(letter for letter in name if letter.isalnum()) or "Style")
        style.set(w("customStyle"), "1")
        return style


def _missing(name: str) -> Finding:
    return Finding(
        "W101",
        "style-missing",
        Severity.WARNING,
        f"the letterhead has no style {name!r}",
        "ours was taken; add a style of that name in Word to have it look as you wish",
    )


def _name(style: Element) -> str:
    element = style.find(w("name"))
    return "" if element is None else str(element.get(w("val")))


@functools.cache
def _built_in_styles() -> dict[str, Element]:
    return {_name(style).lower(): style for style in open_letterhead(None).styles.element.findall(w("style"))}


@functools.cache
def _names_of_ours() -> dict[str, str]:
    return {style.get(w("styleId")): name for name, style in _built_in_styles().items()}
