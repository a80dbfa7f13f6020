"""What has become of the values of a draft: each is a field, wherever and however often it is printed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cthb_reports.kinds.lookup import value_at
from cthb_reports.models.facts import Pending
from cthb_reports.word import inverse
from cthb_reports.word.edits import Edit, Status
from cthb_reports.word.placeholders import is_rest
from cthb_reports.word.tokens import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cthb_reports.findings import FieldPath
    from cthb_reports.word.desk import Desk
    from cthb_reports.word.merging import Merging
    from cthb_reports.word.seen import Occurrence


class Values:
    """Finds what people have done to values."""

    def __init__(self, desk: Desk, merging: Merging) -> None:
        self._desk, self._merging = desk, merging

    def edits(self) -> Iterator[Edit]:
        """Yield what was changed, a field at a time."""
        by_field: dict[FieldPath, list[Occurrence]] = {}
        for one in self._desk.compared.values:
            by_field.setdefault(self._desk.anchors[one.mark].field, []).append(one)
        for path, places in by_field.items():
            changed = [one for one in places if one.words is not None and not _same(one.words, one.before)]
            if changed:
                yield self._revised(path, places, changed)
            elif all(one.words is None for one in places):
                yield from self._gone(path, places)

    def _revised(self, path: FieldPath, places: Sequence[Occurrence], changed: Sequence[Occurrence]) -> Edit:
        first = changed[0]
        numbers = tuple(dict.fromkeys(self._desk.number(one.paragraph) for one in places if one is not first))
        edit = self._desk.edit(Status.REVISED, path, first.before, first.words or "", first.paragraph)
        edit = replace(edit, elsewhere=tuple(number for number in numbers if number and number != edit.paragraph))
        others = {plain(one.words or ""): one.words or "" for one in changed}
        if len(others) > 1:
            said = " and ".join(repr(words) for words in others.values())
            return replace(edit, status=Status.CONFLICT, reason=f"the draft says {said}; make them one")
        if self._desk.anchors[first.mark].kind == "placeholder" and is_rest(first.words or "", first.before):
            return replace(edit, status=Status.UNREADABLE, reason="it still says in part that the fact is to come")
        try:
            value = inverse.read(self._desk.base, path, self._as_source(first), first.before)
        except ValueError as error:
            return replace(edit, status=Status.UNREADABLE, reason=str(error))
        filled = isinstance(value_at(self._desk.base, path), Pending)
        return self._merging.proposed(replace(edit, status=Status.FILLED if filled else Status.REVISED), path, value)

    def _as_source(self, one: Occurrence) -> str:
        """Return the words of a value with the short forms that its author typed, where they were written out."""
        words = (one.words or "").replace("\u00a0", " ")
        terms: dict[str, str] = {}
        for sign in one.token.signs:
            if mark := self._desk.anchors.of_kind(sign.marks, "term"):
                terms[mark] = terms.get(mark, "") + sign.character
        for mark, long in terms.items():
            if source := self._desk.anchors[mark].source:
                words = words.replace(long.replace("\u00a0", " "), source)
        return words

    def _gone(self, path: FieldPath, places: Sequence[Occurrence]) -> Iterator[Edit]:
        """Yield that a value is gone, unless the wording that held it is another one: then that says so."""
        for one in places:
            region = one.token.region
            state = self._desk.compared.regions.get(region) if region else None
            if state is not None and (state.is_changed or state.is_gone):
                return
        edit = self._desk.edit(Status.LOST, path, places[0].before, "", places[0].paragraph)
        yield replace(edit, reason="the record keeps it; take it out there if that is meant")


def _same(one: str, other: str) -> bool:
    """Tell whether two texts are the same, the capital of a sentence apart."""
    first, second = plain(one), plain(other)
    return first == second or (first[:1].lower() + first[1:] == second[:1].lower() + second[1:])
