"""What has become of key phrases: the words that a record has printed bold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cthb_reports.kinds.lookup import value_at
from cthb_reports.models.structure import Told
from cthb_reports.sources.editing import Remove
from cthb_reports.word.edits import Edit, Status
from cthb_reports.word.placeholders import is_rest
from cthb_reports.word.seen import text_of
from cthb_reports.word.tokens import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cthb_reports.findings import FieldPath
    from cthb_reports.word.desk import Desk
    from cthb_reports.word.merging import Merging
    from cthb_reports.word.seen import RegionState, Seen, Stretch

_SHORTEST, _LONGEST = 3, 25
"""So many words make a key phrase; fewer are bold by their author."""


class Phrases:
    """Finds what people have done to bold words.

    Args:
        desk: The two versions and the records.
        merging: Makes changes of edits.
        phrases: The key phrases of the report in small letters; those that are found are added.
    """

    def __init__(self, desk: Desk, merging: Merging, phrases: set[str]) -> None:
        self._desk, self._merging, self._phrases = desk, merging, phrases

    def edits(self, record: FieldPath, states: Sequence[RegionState]) -> Iterator[Edit]:
        """Yield that the key phrase of a record is another one, is one now, or is none any more."""
        holder = value_at(self._desk.base, record)
        if not isinstance(holder, Told):
            return
        path = (*record, "key_phrase")
        before = {run for state in states for run in self.bold(state.base)}
        now = {run for state in states for run in self.bold(state.edited)}
        to_come = {
            one.token.text
            for state in states
            for stretch in state.base
            for one in stretch.seen
            if self._is_to_come(one)
        }
        new = sorted(run for run in now - before if not any(is_rest(run, words) for words in to_come))
        if holder.key_phrase is None:
            if len(new) == 1 and _SHORTEST <= len(new[0].split()) <= _LONGEST:
                yield self._another(path, "", new[0], states)
            return
        phrase = plain(holder.key_phrase).lower()
        ours = [run for run in before if run.lower() in phrase]
        if not ours or any(run in now for run in ours):
            return
        if len(new) == 1:
            yield self._another(path, holder.key_phrase, new[0], states)
        elif not new and any(phrase in plain(text_of(one.seen)).lower() for state in states for one in state.edited):
            yield from self._none(path, holder.key_phrase, states)

    def bold(self, stretches: Iterable[Stretch]) -> set[str]:
        """Return the words that are bold together; what is still to come is bold by itself and does not count."""
        return {run for stretch in stretches for run in self._runs(stretch.seen)}

    def _runs(self, seen: Sequence[Seen]) -> Iterator[str]:
        run = ""
        for one in seen:
            for sign in one.token.signs:
                if sign.bold and not self._is_to_come(one):
                    run += sign.character
                elif run:
                    yield plain(run)
                    run = ""
        if plain(run):
            yield plain(run)

    def _is_to_come(self, seen: Seen) -> bool:
        value = seen.base.value if seen.base else seen.token.value
        return bool(value) and self._desk.anchors[value].kind == "placeholder"

    def _another(self, path: FieldPath, old: str, new: str, states: Sequence[RegionState]) -> Edit:
        self._phrases.add(new.lower())
        edit = self._desk.edit(Status.REVISED, path, old, new, _place(states))
        return self._merging.proposed(edit, path, new)

    def _none(self, path: FieldPath, old: str, states: Sequence[RegionState]) -> Iterator[Edit]:
        here = self._desk.here(path)
        if here and value_at(self._desk.now.report, here) is not None:
            edit = self._desk.edit(Status.REVISED, path, old, "", _place(states))
            yield replace(edit, changes=(Remove(here),), reason="no longer bold")


def _place(states: Sequence[RegionState]) -> int:
    return next((stretch.paragraph for state in states for stretch in state.edited), -1)
