"""Lines put together into the tree that the house style reads: lists, tables, notes; each line a span of its own."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Literal

from cthb_reports.document import (
    Anchor,
    BulletList,
    Code,
    Document,
    Emphasis,
    Heading,
    OrderedList,
    Paragraph,
    Quote,
    Span,
    Strong,
    Table,
    Text,
)
from cthb_reports.readers.lines import BOLD, BOTH, CODE, ITALIC

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cthb_reports.document import Block, Inline
    from cthb_reports.findings import FieldPath
    from cthb_reports.readers.lines import Line

_Numbered = tuple[int, "Line"]


def field_of(number: int) -> FieldPath:
    """Return the field that stands for a line: its number among all lines."""
    return ("text", number)


def tree(lines: Sequence[Line]) -> Document:
    """Return lines as a document."""
    numbered = list(enumerate(lines))
    notes: dict[str, tuple[Block, ...]] = {}
    for label in dict.fromkeys(line.role.note for line in lines if line.role.note):
        notes[label] = tuple(_blocks([entry for entry in numbered if entry[1].role.note == label]))
    return Document(tuple(_blocks([entry for entry in numbered if not entry[1].role.note])), notes)


def _blocks(lines: Sequence[_Numbered]) -> Iterator[Block]:
    for (kind, _), group in itertools.groupby(lines, lambda entry: (entry[1].role.kind, entry[1].role.table)):
        entries = list(group)
        match kind:
            case "item":
                yield from _lists(entries)
            case "cell":
                yield _table(entries)
            case "heading":
                yield from (Heading(min(max(line.role.level, 1), 6), _inlines(n, line)) for n, line in entries)
            case "quote":
                yield Quote(tuple(Paragraph(_inlines(*entry)) for entry in entries))
            case _:
                yield from (Paragraph(_inlines(*entry)) for entry in entries)


def _lists(entries: Sequence[_Numbered]) -> Iterator[Block]:
    """Yield the lists that items make; deeper ones stand in the item before them."""
    for ordered, group in itertools.groupby(_nested(entries), lambda item: item[0][1].role.ordered):
        items = tuple((Paragraph(_inlines(*head)), *_lists(below)) for head, below in group)
        yield OrderedList(1, items) if ordered else BulletList(items)


def _nested(entries: Sequence[_Numbered]) -> list[tuple[_Numbered, list[_Numbered]]]:
    items: list[tuple[_Numbered, list[_Numbered]]] = []
    for entry in entries:
        if items and entry[1].role.level > items[-1][0][1].role.level:
            items[-1][1].append(entry)
        else:
            items.append((entry, []))
    return items


def _table(entries: Sequence[_Numbered]) -> Table:
    rows = [
        [(entry[1].role.column, _inlines(*entry)) for entry in group]
        for _, group in itertools.groupby(entries, lambda entry: entry[1].role.row)
    ]
    width = 1 + max(column for row in rows for column, _ in row)
    left: tuple[Literal["left", "right", "center"]] = ("left",)
    filled = [tuple(dict(row).get(column, ()) for column in range(width)) for row in rows]
    return Table(filled[0], tuple(filled[1:]), left * width)


def _inlines(number: int, line: Line) -> tuple[Inline, ...]:
    children: list[Inline] = []
    start = 0
    for face, group in itertools.groupby(line.faces):
        end = start + sum(1 for _ in group)
        children.append(_inline(face, line.text[start:end]))
        start = end
    return (Span(Anchor(field_of(number), "narrative"), tuple(children)),)


def _inline(face: str, text: str) -> Inline:
    match face:
        case _ if face == BOLD:
            return Strong((Text(text),))
        case _ if face == ITALIC:
            return Emphasis((Text(text),))
        case _ if face == BOTH:
            return Strong((Emphasis((Text(text),)),))
        case _ if face == CODE:
            return Code(text)
    return Text(text)
