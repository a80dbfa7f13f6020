"""The notes of two versions: which of them is which, and what a document has of each."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from cthb_reports.document import ChangedBlock, FootnoteReference, Heading, OrderedList, Paragraph, Table, block_lines
from cthb_reports.word.redline.alignment import pairs
from cthb_reports.word.redline.pieces import Piece
from cthb_reports.word.redline.words import all_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping

    from cthb_reports.document import Block, Document, Inline
    from cthb_reports.document.nodes import Fate

    Notes_ = Mapping[str, tuple[Block, ...]]


class Notes:
    """The notes of two versions by their labels, of which no two are the same.

    Args:
        old: Those of the older version.
        new: Those of the newer one.
    """

    def __init__(self, old: Notes_, new: Notes_) -> None:
        self._old, self._new = old, new
        labels, others = list(old), list(new)
        before, after = ([_piece(blocks) for blocks in notes.values()] for notes in (old, new))
        found = pairs(before, after)
        self._same = {labels[one]: others[other] for one, other in found.items()}
        self._origins = {other: one for one, other in self._same.items()}

    def key(self, atom: Inline) -> Hashable:
        """Return what two things in a line have in common that are the same: references, if their notes are."""
        return self._same.get(atom.label, atom.label) if isinstance(atom, FootnoteReference) else atom

    def told(
        self,
        blocks: Iterable[Block],
        merged: Callable[[tuple[Block, ...], tuple[Block, ...]], tuple[Block, ...]],
    ) -> dict[str, tuple[Block, ...]]:
        """Return the notes that a document of both versions refers to.

        Args:
            blocks: The blocks of the document.
            merged: Tells two versions of a note in one.
        """
        made: dict[str, tuple[Block, ...]] = {}
        for label, fate in _references(blocks, None):
            if label in made:
                continue
            if fate is None:
                made[label] = merged(self._old[self._origins[label]], self._new[label])
            else:
                made[label] = _of_one(fate, (self._old if fate == "deleted" else self._new)[label])
        return made


def with_lone_notes(document: Document) -> Document:
    """Return a document whose notes are a list at its end, as far as no word of it refers to them.

    What was read from a file of others has its notes, and not where in the text they belong.
    """
    named = {label for label, _ in _references(document.blocks, None)}
    lone = tuple(blocks for label, blocks in document.footnotes.items() if label not in named)
    notes = {label: blocks for label, blocks in document.footnotes.items() if label in named}
    ends = (OrderedList(1, lone),) if lone else ()
    return replace(document, blocks=(*document.blocks, *ends), footnotes=notes)


def _piece(blocks: tuple[Block, ...]) -> Piece:
    text = "\n".join(block_lines(blocks))
    return Piece(blocks, "note", text, words=Counter(text.split()))


def _of_one(fate: Fate, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return a note that one version has; it goes with its reference, so the marks of its paragraphs stay."""
    made = tuple(_only(fate, block) for block in blocks)
    return (*made, Paragraph(())) if made and isinstance(made[-1], ChangedBlock) else made


def _only(fate: Fate, block: Block) -> Block:
    if isinstance(block, Paragraph | Heading):
        return replace(block, children=all_of(fate, block.children))
    return ChangedBlock(fate, (block,))


def _references(blocks: Iterable[Block], fate: Fate | None) -> Iterator[tuple[str, Fate | None]]:
    """Yield the labels of notes as they are referred to, and whether only one version does."""
    for block in blocks:
        here = _FATES[block.fate] if isinstance(block, ChangedBlock) else fate
        yield from _in_line(getattr(block, "children", ()), here)
        yield from _references(getattr(block, "blocks", ()), here)
        for item in getattr(block, "items", ()):
            yield from _references(item, here)
        if isinstance(block, Table):
            for row, own in zip(
                (block.header, *block.rows), (None, *(block.fates or (None,) * len(block.rows))), strict=True
            ):
                for cell in row:
                    yield from _in_line(cell, own or here)


_FATES: Mapping[str, Fate] = {
    "inserted": "inserted",
    "deleted": "deleted",
    "moved from": "deleted",
    "moved to": "inserted",
}


def _in_line(inlines: Iterable[Inline], fate: Fate | None) -> Iterator[tuple[str, Fate | None]]:
    for inline in inlines:
        if isinstance(inline, FootnoteReference):
            yield inline.label, fate
        yield from _in_line(getattr(inline, "children", ()), getattr(inline, "fate", fate))
