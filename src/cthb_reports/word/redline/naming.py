"""Two versions of a document brought to speak of the same things by the same names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from cthb_reports.document import FootnoteReference, Image, Span, Styled, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from cthb_reports.document import Anchor, Block, Document, Inline
    from cthb_reports.findings import FieldPath

_OLD = "-"


def old_field(path: FieldPath) -> FieldPath:
    """Return the name of a field that the newer records do not have."""
    return (_OLD, *path)


def old_label(label: str) -> str:
    """Return the label of a note of the older version: no two notes of both may have the same."""
    return f"{_OLD}{label}"


@dataclass(frozen=True, slots=True)
class Naming:
    """By what names a version calls the things in it.

    Args:
        field: From a field of the older records to that of the newer ones, or to one of its own (`old_field`).
        label: From the label of a note to one that no note of the other version has.
        picture: From a picture to one by another name, or to what stands in its place.
    """

    field: Callable[[FieldPath], FieldPath] = lambda path: path
    label: Callable[[str], str] = lambda label: label
    picture: Callable[[Image], Inline] = lambda image: image


def renamed(document: Document, naming: Naming) -> Document:
    """Return a version whose things have other names."""
    renaming = _Renaming(naming)
    notes = {naming.label(label): renaming.blocks(blocks) for label, blocks in document.footnotes.items()}
    return replace(document, blocks=renaming.blocks(document.blocks), footnotes=notes)


class _Renaming:
    def __init__(self, naming: Naming) -> None:
        self._naming = naming

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(map(self._block, blocks))

    def _block(self, block: Block) -> Block:
        made: Any = block
        if isinstance(block, Styled) and block.anchor:
            made = replace(block, anchor=self._anchor(block.anchor))
        if isinstance(block, Table):
            rows = tuple(tuple(map(self._inlines, row)) for row in block.rows)
            return replace(block, header=tuple(map(self._inlines, block.header)), rows=rows)
        if hasattr(made, "children"):
            return replace(made, children=self._inlines(made.children))  # type: ignore[no-any-return]  # a block like the one it is of
        if hasattr(made, "items"):
            return replace(made, items=tuple(map(self.blocks, made.items)))  # type: ignore[no-any-return]  # the same
        return replace(made, blocks=self.blocks(made.blocks))  # type: ignore[no-any-return]  # the same

    def _inlines(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(map(self._inline, inlines))

    def _inline(self, inline: Inline) -> Inline:
        made: Any = inline
        match inline:
            case Span(anchor=anchor):
                made = replace(inline, anchor=self._anchor(anchor))
            case FootnoteReference(label=label):
                return FootnoteReference(self._naming.label(label))
            case Image():
                return self._naming.picture(inline)
        if hasattr(made, "children"):
            made = replace(made, children=self._inlines(made.children))
        return made  # type: ignore[no-any-return]  # an inline like the one it is of

    def _anchor(self, anchor: Anchor) -> Anchor:
        return replace(anchor, field=self._naming.field(anchor.field))
