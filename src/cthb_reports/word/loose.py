"""What people typed that belongs to no record, and the words of notes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cthb_reports.word.edits import Edit, Status
from cthb_reports.word.made import of_text
from cthb_reports.word.markdown import Piece, inline
from cthb_reports.word.regions import Notes, new_label
from cthb_reports.word.tokens import face_of, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cthb_reports.word.desk import Desk

_FIXED = "these words are the template's, and belong to no block that the records can word otherwise"


def notes_now(desk: Desk) -> Notes:
    """Return the notes, and the words of those that are new or others than they were."""
    texts: dict[str, str] = {}
    known = {
        token_of.token.target: token_of.base.target
        for state in desk.compared.regions.values()
        for stretch in state.edited
        for token_of in stretch.seen
        if token_of.token.kind == "note" and token_of.base is not None
    }
    base = {one.part: one for one in desk.made.paragraphs if one.part != "body"}
    for paragraph in of_text(desk.returned.paragraphs):
        if paragraph.part == "body" or not paragraph.text.strip():
            continue
        was = known.get(paragraph.part)
        if was and was in base and plain(base[was].text) == plain(paragraph.text):
            continue
        label = desk.made.notes.get(was, "") if was else new_label(paragraph.part)
        signs = paragraph.signs
        pieces = [Piece(sign.character, face_of(sign), sign.link) for sign in signs]
        texts[label] = f"{texts[label]} {inline(pieces)}" if label in texts else inline(pieces)
    return Notes(desk.made.notes, texts)


def new_texts(desk: Desk) -> Iterator[Edit]:
    """Yield new paragraphs, but those of notes that a narrative refers to."""
    referred = {
        seen.token.target
        for state in desk.compared.regions.values()
        if state.is_changed
        for stretch in state.edited
        for seen in stretch.seen
        if seen.token.kind == "note"
    }
    for one in desk.compared.new:
        if desk.compared.edited[one.paragraph].part not in referred:
            yield desk.edit(Status.NEW_TEXT, (), one.old, one.words, one.paragraph)


def fixed_words(desk: Desk) -> Iterator[Edit]:
    """Yield wording that belongs to no block, and is another one."""
    for one in desk.compared.fixed:
        edit = desk.edit(Status.SHOWN, (), one.old, one.words, one.paragraph)
        yield replace(edit, title="fixed wording of the template", reason=_FIXED)
