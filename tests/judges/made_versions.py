"""Two versions of a document, made at random of fixed parts: they go, come, change their places and their words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st
from rich_document import rich

from cthb_reports.document import (
    BulletList,
    Document,
    FootnoteReference,
    Heading,
    LineBreak,
    Link,
    OrderedList,
    Paragraph,
    Quote,
    Styled,
    Table,
    Text,
)

_LINK = Link("https://www.osce.org", (Text("the site"),))
_TABLE = Table(((Text("State"),), ()), (((Text("Italy"),), (_LINK,)), ((), ())), ("left", "right"))
_LIST = BulletList(((Paragraph((Text("one,"),)),), (_TABLE,), (Heading(2, (Text("Two"),)), Paragraph((_LINK,))), ()))
_PARTS = (
    *rich().blocks,
    Paragraph(()),
    Paragraph((_LINK,)),
    Paragraph((LineBreak(), Text("(1) x"), LineBreak())),
    _TABLE,
    Table(((Text("alone"),),), (), ("center",)),
    _LIST,
    OrderedList(0, ((_LIST, Quote((Paragraph((Text("deep"),)), _TABLE))),)),
    Quote((Styled((Paragraph((Text("said"),)), _LIST), "Author"),)),
)
_NOTES = ((Paragraph((Text("A note."), _LINK)),), (_LIST,), (Paragraph((Text("Another."),)), _TABLE))


@st.composite
def versions(draw: st.DrawFn) -> tuple[Document, Document]:
    """Draw a document and what somebody has made of it."""
    numbers = draw(st.lists(st.sampled_from(range(len(_PARTS))), max_size=8, unique=True))
    stay = draw(st.lists(st.sampled_from(numbers), unique=True)) if numbers else []
    come = draw(st.lists(st.sampled_from(range(len(_PARTS))), max_size=2))
    found = list(dict.fromkeys([*stay, *come]))  # a note has one reference
    order = draw(st.permutations(found)) if draw(st.booleans()) else found
    edited = [_edited(draw, _PARTS[number]) for number in order]
    return _noted(draw, [_PARTS[number] for number in numbers]), _noted(draw, edited)


def _noted(draw: st.DrawFn, blocks: list[Any]) -> Document:
    """Return a document with notes of its own and those that its parts refer to, in the order in which it does."""
    chosen = draw(st.lists(st.sampled_from(range(len(_NOTES))), max_size=2, unique=True))
    for number in chosen:
        reference = Paragraph((Text("see"), FootnoteReference(f"own{number}")))
        blocks.insert(draw(st.integers(0, len(blocks))), reference)
    notes = {**rich().footnotes, **{f"own{number}": _NOTES[number] for number in chosen}}
    places = {label: repr(blocks).find(repr(FootnoteReference(label))) for label in notes}
    said = sorted((label for label, place in places.items() if place >= 0), key=lambda label: places[label])
    return Document(tuple(blocks), {label: notes[label] for label in said})


def _edited(draw: st.DrawFn, block: Any) -> Any:
    """Return a block with a word more or less, or as it is."""
    if not draw(st.booleans()):
        return block
    match block:
        case Paragraph(children=children) | Heading(children=children):
            more = (*children, Text(draw(st.sampled_from([" more", " 412 participants", " and, of course, Vienna"]))))
            return replace(block, children=draw(st.sampled_from([more, children[1:], (Text("New. "), *more)])))
        case BulletList(items=items) | OrderedList(items=items):
            changed = tuple(tuple(_edited(draw, part) for part in item) for item in items)
            return replace(
                block, items=draw(st.sampled_from([changed, changed[::-1], (*changed, items[0]), changed[1:]]))
            )
        case Quote(blocks=inner) | Styled(blocks=inner):
            return replace(block, blocks=tuple(_edited(draw, part) for part in inner))
        case Table(rows=rows):
            return replace(block, rows=draw(st.sampled_from([rows[::-1], rows[1:], (*rows, block.header)])))
    return block
