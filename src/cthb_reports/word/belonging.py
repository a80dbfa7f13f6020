"""Which words beside a value belong to it, and whether words could be the value: what a comparison asks of the records."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic import BaseModel

from cthb_reports.kinds.lookup import value_at
from cthb_reports.models.base import fields_of
from cthb_reports.models.wordings import Form, Wording
from cthb_reports.word import inverse
from cthb_reports.word.placeholders import is_rest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds import Report
    from cthb_reports.readers.docx.returned import ReturnedParagraph
    from cthb_reports.word.tokens import Anchors

_TYPED_ON = {Form.SENTENCES, Form.INFINITIVE, Form.CLAUSE, Form.PHRASE, Form.NOUNS, Form.HEADING}
"""Texts that go on with what is typed beside them."""


class Belonging:
    """What belongs to the values of a draft.

    Args:
        report: The records that it was made from.
        anchors: What its marks are around.
        paragraphs: The draft as it was made.
    """

    def __init__(self, report: Report, anchors: Anchors, paragraphs: Iterable[ReturnedParagraph]) -> None:
        self._report, self._anchors = report, anchors
        paragraphs = list(paragraphs)
        self._to_come = _to_come(paragraphs, anchors)
        self._in_narratives = {
            mark
            for paragraph in paragraphs
            for marks in {sign.marks for sign in paragraph.signs}
            if (region := anchors.region(marks)) and region.kind == "narrative"
            for mark in marks
        }

    def tells(self, mark: str, words: str) -> bool:
        """Tell whether words could be the value that has a mark."""
        anchor = self._anchors[mark]
        if anchor.kind == "placeholder" and is_rest(words, self._to_come.get(mark, "")):
            return False
        try:
            inverse.read(self._report, anchor.field, words, "")
        except ValueError:
            return False
        return True

    def union(self, mark: str) -> str:
        """Tell what of the words beside a value belongs to it: what makes another value with it, or whatever is typed on."""
        anchor = self._anchors[mark]
        kinds = inverse.types_at(self._report, anchor.field)
        if kinds and issubclass(kinds[0], StrEnum):
            return "word"
        if kinds and issubclass(kinds[0], inverse.STRICT):
            return "words"
        return "text" if mark not in self._in_narratives and self._form(anchor.field) in _TYPED_ON else ""

    def _form(self, path: FieldPath) -> Form | None:
        names = [step for step in path if isinstance(step, str)]
        holder = value_at(self._report, path[: len(path) - 1 - path[::-1].index(names[-1])]) if names else None
        fields = fields_of(type(holder)) if isinstance(holder, BaseModel) else ()
        wording = next((field.marker(Wording) for _, field in fields if field.name == names[-1]), None)
        return wording.form if wording else None


def _to_come(paragraphs: Iterable[ReturnedParagraph], anchors: Anchors) -> dict[str, str]:
    """Return the words that stand for facts still to come, by their marks."""
    found: dict[str, str] = {}
    for sign in (sign for paragraph in paragraphs for sign in paragraph.signs):
        mark = anchors.of_kind(sign.marks, "placeholder")
        if mark:
            found[mark] = found.get(mark, "") + sign.character
    return found
