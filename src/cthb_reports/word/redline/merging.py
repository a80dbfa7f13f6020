"""Two versions of a document told in one: what both have, and what only one of them has."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from cthb_reports.document import (
    BulletList,
    Changed,
    ChangedBlock,
    Document,
    Heading,
    OrderedList,
    Paragraph,
    Table,
    lone_picture,
)
from cthb_reports.word.redline.alignment import steps
from cthb_reports.word.redline.notes import Notes
from cthb_reports.word.redline.pieces import items, pieces, put_back, rows
from cthb_reports.word.redline.words import told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cthb_reports.document import Block, Inline
    from cthb_reports.document.nodes import Fate
    from cthb_reports.word.redline.alignment import Step
    from cthb_reports.word.redline.pieces import Piece

    Pair = tuple[int, int]
    Row = tuple[tuple[Inline, ...], ...]


@dataclass(slots=True)
class Tally:
    """How many paragraphs, lists and tables of a text became what; what stands in a note is not counted."""

    inserted: int = 0
    deleted: int = 0
    changed: int = 0
    moved: int = 0


@dataclass(frozen=True, slots=True)
class Redline:
    """Two versions of a document in one.

    Args:
        document: The document, with what only one version has as changes.
        tally: How much became what.
    """

    document: Document
    tally: Tally


def merged(old: Document, new: Document) -> Redline:
    """Return two versions of a document in one: accepting its changes gives the newer one, rejecting them the older one.

    Args:
        old: The older version; its notes, fields and pictures have names that fit the newer one (see `naming`).
        new: The newer version.
    """
    merging = _Merging(Notes(old.footnotes, new.footnotes))
    blocks = merging.whole(old.blocks, new.blocks, moves=True)
    tally = replace(merging.tally)
    notes = merging.notes.told(blocks, merging.whole)
    return Redline(replace(new, blocks=blocks, footnotes=notes), tally)


class _Merging:
    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.tally = Tally()
        self._moves = itertools.count(1)

    def blocks(self, old: Sequence[Block], new: Sequence[Block], **asked: bool) -> tuple[Block, ...]:
        """Return two versions of some blocks in one; for what may be asked, see `steps`."""
        before, after = tuple(pieces(old)), tuple(pieces(new))
        found = steps(before, after, **asked)
        made: list[Block] = []
        for (kind, move), group in itertools.groupby(self._named(found), lambda entry: (entry[0].kind, entry[1])):
            parts = [self._part(step, before, after) for step, _ in group]
            self._count(kind, parts)
            made += parts if kind == "kept" else [ChangedBlock(kind, tuple(parts), move)]
        return tuple(made)

    def whole(self, old: Sequence[Block], new: Sequence[Block], *, moves: bool = False) -> tuple[Block, ...]:
        """Return two versions of a whole text or note in one.

        The mark of its last paragraph can be neither inserted nor deleted: where it would have to be, an empty one follows.
        """
        made = self.blocks(old, new, moves=moves, last=True)
        return (*made, Paragraph(())) if made and _ends_in_change(made[-1]) else made

    def _named(self, found: Sequence[Step]) -> Iterator[tuple[Step, str]]:
        """Yield steps with the names of their moves: what has gone the same way together is one move."""
        names: dict[Pair, str] = {}
        for step in sorted((one for one in found if one.kind == "moved from"), key=lambda one: one.old or 0):
            old, new = step.old or 0, step.new or 0
            names[old, new] = names.get((old - 1, new - 1)) or f"move{next(self._moves)}"
        for step in found:
            is_move = step.kind in {"moved from", "moved to"}
            yield step, names[step.old or 0, step.new or 0] if is_move else ""

    def _part(self, step: Step, before: Sequence[Piece], after: Sequence[Piece]) -> Block:
        old = None if step.old is None else before[step.old]
        new = None if step.new is None else after[step.new]
        if old and new:
            shown = old if step.kind == "moved from" else new
            return put_back(shown, self._pair(old, new, only=_SIDES.get(step.kind)))
        (one,) = (piece for piece in (old, new) if piece)
        content: Any = one.content
        return put_back(one, content)

    def _count(self, kind: str, parts: Sequence[Block]) -> None:
        match kind:
            case "kept":
                self.tally.changed += sum(map(has_changes, parts))
            case "moved to":
                self.tally.moved += len(parts)
            case "inserted":
                self.tally.inserted += len(parts)
            case "deleted":
                self.tally.deleted += len(parts)

    def _pair(self, old: Piece, new: Piece, only: Fate | None) -> Block:
        """Return two versions of a piece in one, or of a piece that was moved what one of its places has."""
        match old.content, new.content:
            case (Paragraph() | Heading()) as before, (Paragraph() | Heading()) as after:
                shown = before if only == "deleted" else after
                if lone_picture(after.children):
                    return shown
                return replace(shown, children=told(before.children, after.children, self.notes.key, only))
            case (BulletList() | OrderedList()) as before, (BulletList() | OrderedList()) as after:
                return (before if only == "deleted" else after) if only else self._list(before, after)
            case Table() as before, Table() as after:
                return self._table(before, after)
        raise AssertionError(f"{old.shape} is no {new.shape}")  # pieces of one shape are blocks of one type

    def _list(self, old: BulletList | OrderedList, new: BulletList | OrderedList) -> Block:
        before, after = tuple(items(old)), tuple(items(new))
        made: list[tuple[Block, ...]] = []
        for step in steps(before, after):
            if step.kind == "kept":
                made.append(self._item(before[step.old or 0].content, after[step.new or 0].content))
            else:
                content: Any = before[step.old].content if step.old is not None else after[step.new or 0].content
                made.append((ChangedBlock(step.kind, content),))
        return replace(new, items=tuple(made))

    def _item(self, old: Any, new: Any) -> tuple[Block, ...]:
        """Return two versions of an item in one; what stands beside its mark stays there."""
        return self.blocks(old, new, first=True)

    def _table(self, old: Table, new: Table) -> Table:
        before, after = tuple(rows(old)), tuple(rows(new))
        made: list[tuple[Row, Fate | None]] = []
        for step in steps(before, after):
            here: Any = None if step.old is None else before[step.old].content
            there: Any = None if step.new is None else after[step.new].content
            if here is not None and there is not None:
                made.append((self._row(here, there), None))
            else:
                made.append((here, "deleted") if there is None else (there, "inserted"))
        fates = tuple(fate for _, fate in made)
        header = self._row(old.header, new.header)
        return replace(new, header=header, rows=tuple(row for row, _ in made), fates=fates if any(fates) else ())

    def _row(self, old: Row, new: Row) -> Row:
        return tuple(told(*cells, self.notes.key) for cells in zip(old, new, strict=True))


_SIDES: Mapping[str, Fate] = {"moved from": "deleted", "moved to": "inserted"}


def has_changes(block: Block) -> bool:
    """Tell whether anything in a block is not in both versions."""
    if isinstance(block, ChangedBlock) or (isinstance(block, Table) and block.fates):
        return True
    cells = [cell for row in (block.header, *block.rows) for cell in row] if isinstance(block, Table) else []
    lines = [*cells, getattr(block, "children", ())]
    inner = [*getattr(block, "blocks", ()), *(part for item in getattr(block, "items", ()) for part in item)]
    return any(isinstance(inline, Changed) for line in lines for inline in line) or any(map(has_changes, inner))


def _ends_in_change(block: Block) -> bool:
    """Tell whether the last paragraph of a block is in one version only."""
    if isinstance(block, BulletList | OrderedList):
        last = [part for item in block.items[-1:] for part in item[-1:]]
    else:
        last = list(getattr(block, "blocks", ())[-1:])
    return isinstance(block, ChangedBlock) or any(map(_ends_in_change, last))
