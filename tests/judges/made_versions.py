"""Two versions of a document, made at random: paragraphs go, come, change their places and their words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st
from made_documents import blocks, documents

from cthb_reports.document import BulletList, Document, Heading, OrderedList, Paragraph, Quote, Styled, Table, Text


@st.composite
def versions(draw: st.DrawFn) -> tuple[Document, Document]:
    """Draw a document and what somebody has made of it."""
    old = draw(documents())
    stay = draw(st.lists(st.sampled_from(range(len(old.blocks))), unique=True))
    order = stay if draw(st.booleans()) else sorted(stay)
    body = [_edited(draw, old.blocks[number]) for number in order]
    for block in draw(st.lists(blocks, max_size=2)):
        body.insert(draw(st.integers(0, len(body))), block)
    said = {label for label in old.footnotes if f"'{label}'" in repr(body)}
    notes = {label: note for label, note in old.footnotes.items() if label in said}
    if notes and draw(st.booleans()):
        notes |= {next(iter(notes)): tuple(_edited(draw, block) for block in next(iter(notes.values())))}
    return old, replace(old, blocks=tuple(body), footnotes=notes)


def _edited(draw: st.DrawFn, block: Any) -> Any:
    """Return a block with a word more or less, or as it is."""
    if not draw(st.booleans()):
        return block
    match block:
        case Paragraph(children=children) | Heading(children=children):
            more = (*children, Text(draw(st.sampled_from([" more", " 412 participants", " and, of course, Vienna"]))))
            return replace(
                block, children=draw(st.sampled_from([more, children[1:] or children, (Text("New. "), *more)]))
            )
        case BulletList(items=items) | OrderedList(items=items):
            changed = tuple(tuple(_edited(draw, part) for part in item) for item in items)
            return replace(
                block,
                items=draw(st.sampled_from([changed, changed[::-1], (*changed, changed[0]), changed[1:] or changed])),
            )
        case Quote(blocks=inner) | Styled(blocks=inner):
            return replace(block, blocks=tuple(_edited(draw, part) for part in inner))
        case Table(rows=rows):
            return replace(block, rows=draw(st.sampled_from([rows[::-1], rows[1:], (*rows, block.header)])))
    return block
