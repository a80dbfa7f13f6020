"""Tokens of a draft that came back as pieces of Markdown: as they were typed, or as what an author types for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cthb_reports.word.markdown import Piece
from cthb_reports.word.tokens import face_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cthb_reports.word.seen import Seen
    from cthb_reports.word.tokens import Token


def typed(token: Token) -> Piece:
    """Return a token as it was typed."""
    return Piece(token.text, token.face, token.link)


def typed_run(seen: Sequence[Seen]) -> Piece:
    """Return several tokens as they were typed, with the look that all of them have."""
    return Piece("".join(one.token.text for one in seen), common_face(seen), seen[0].token.link)


def as_source(seen: Sequence[Seen], source: str) -> Piece:
    """Return words as the expression, or the short form, that prints them."""
    face = common_face(seen)
    if "| italic" in source:
        face = face.replace("i", "")
    if "| bold" in source:
        face = face.replace("b", "")
    return Piece("".join(one.token.text for one in seen), face, seen[0].token.link, source)


def common_face(seen: Sequence[Seen]) -> str:
    """Return how all of several words look: what only some of them have is no look of theirs."""
    faces = [set(face_of(sign)) for one in seen for sign in one.token.signs if not sign.character.isspace()]
    return "".join(letter for letter in "bi^c" if faces and all(letter in face for face in faces))
