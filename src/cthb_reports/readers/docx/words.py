"""The words of a paragraph of Word as a reader sees them once every change that is tracked is accepted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports.readers.docx.archive import Element, W
from cthb_reports.readers.lines import BOLD, BOTH, ITALIC, PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = {f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "p", "tbl", "sdtPr", "rt")}
"""What a paragraph holds that is no word of its own: what was deleted, settings, and paragraphs of their own."""
_SPACES = {f"{W}{name}" for name in ("tab", "br", "cr", "ptab")}
_SIGNS = {f"{W}noBreakHyphen": "\u2011"}


@dataclass(frozen=True, slots=True)
class Letter:
    """A character of a paragraph.

    Args:
        character: The character.
        face: How it looks.
        element: The text that it stands in, `w:t`, or `None` for a tab or the like.
        index: Its place there.
    """

    character: str
    face: str
    element: Element | None
    index: int = 0


def letters(paragraph: Element) -> list[Letter]:
    """Return the characters of a paragraph; the words of text boxes in it are no part of them."""
    return list(_letters(paragraph, PLAIN))


def _letters(element: Element, face: str) -> Iterator[Letter]:
    for child in element:
        tag = child.tag
        if tag in _GONE or tag == f"{_MC}Fallback":
            continue
        if tag == f"{W}t":
            yield from (Letter(one, face, child, index) for index, one in enumerate(child.text or ""))
        elif tag in _SPACES:
            yield Letter(" ", face, None)
        elif tag in _SIGNS:
            yield Letter(_SIGNS[tag], face, None)
        elif tag == f"{W}r":
            yield from _letters(child, _face(child))
        elif isinstance(tag, str):
            yield from _letters(child, face)


def _face(run: Element) -> str:
    settings = run.find(f"{W}rPr")
    if settings is None:
        return PLAIN
    bold, italic = _is_on(settings.find(f"{W}b")), _is_on(settings.find(f"{W}i"))
    return BOTH if bold and italic else BOLD if bold else ITALIC if italic else PLAIN


def _is_on(setting: Element | None) -> bool:
    return setting is not None and setting.get(f"{W}val", "true") not in {"0", "false", "off"}


def paragraphs(root: Element) -> Iterator[Element]:
    """Yield the paragraphs of a part in their order, those in tables and text boxes too."""
    for paragraph in root.iter(f"{W}p"):
        if not any(above.tag == f"{_MC}Fallback" for above in paragraph.iterancestors()):
            yield paragraph


def ends_deleted(paragraph: Element) -> bool:
    """Tell whether the end of a paragraph is deleted, so that it and the next are one."""
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None
