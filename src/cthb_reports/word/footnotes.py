"""The notes of a draft, as they are called in the file and in the narratives, and what those say that are new or others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports.word.made import of_text
from cthb_reports.word.markdown import Piece, inline
from cthb_reports.word.tokens import face_of, plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cthb_reports.word.desk import Desk


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a draft: as it was made by their labels in the narratives, as it came back by those in the file.

    Args:
        labels: Of each note of the draft as it was made, by its label in the file, that in its narrative.
        texts: Of each note of the draft that came back, its words as Markdown; those that have not changed are left out.
    """

    labels: Mapping[str, str]
    texts: Mapping[str, str]


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


def new_label(target: str) -> str:
    """Return the label of a note that was added in Word: that of its number."""
    return f"new-{target.rpartition(' ')[2] or '1'}"
