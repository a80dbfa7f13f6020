"""What has become of the texts of a draft: narratives, the sentences that templates make of records, the wording of blocks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cthb_reports.kinds.lookup import value_at
from cthb_reports.kinds.titles import field_title
from cthb_reports.sources.editing import Append, Assign
from cthb_reports.word.edits import Edit, Status
from cthb_reports.word.excerpts import around, short
from cthb_reports.word.markdown import Piece, inline
from cthb_reports.word.phrases import Phrases
from cthb_reports.word.seen import RegionState, text_of
from cthb_reports.word.sourced import are_alike
from cthb_reports.word.tokens import Region, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cthb_reports.findings import FieldPath
    from cthb_reports.sources.editing import Change
    from cthb_reports.word.desk import Desk
    from cthb_reports.word.merging import Merging
    from cthb_reports.word.regions import Wordings
    from cthb_reports.word.seen import Stretch

_SENTENCES = "the records keep what these sentences tell, and the next draft tells it again; list under `said:` what is to be left out"


class Retelling:
    """Finds what people have done to texts."""

    def __init__(self, desk: Desk, merging: Merging, wordings: Wordings, phrases: set[str]) -> None:
        self._desk, self._merging, self._wordings, self._phrases = desk, merging, wordings, phrases
        self._phrasing = Phrases(desk, merging, phrases)

    def edits(self) -> Iterator[Edit]:
        """Yield what was changed, a text at a time."""
        done: set[FieldPath] = set()
        for region, state in self._desk.compared.regions.items():
            if region.kind == "wording":
                yield from self._of_wording(region, state)
                continue
            path = (*region.field, "narrative") if region.kind == "composed" else region.field
            if path in done or not (state.is_changed or state.is_gone):
                continue
            done.add(path)
            yield from self._of_record(path)

    def _of_record(self, path: FieldPath) -> Iterator[Edit]:
        """Yield what has become of the narrative of a record and of the sentences that go on with it."""
        record = path[:-1]
        own = self._desk.compared.regions.get(Region("narrative", path))
        composed = self._desk.compared.regions.get(Region("composed", record)) if path[-1] == "narrative" else None
        gone = [state for state in (own, composed) if state and state.is_gone]
        if (own is None and composed is not None and composed.is_gone) or (own is not None and own.is_gone):
            yield self._deleted(path, gone[0])
            return
        if composed is not None and composed.is_gone:
            yield replace(self._deleted(path, composed), reason=_SENTENCES)
        yield from self._phrasing.edits(record, [state for state in (own, composed) if state])
        notes = self._notes(path)
        if not notes and not any(state and self._is_worded_anew(state) for state in (own, composed)):
            return
        source = value_at(self._desk.base, path) if own else ""
        added = composed if composed and (composed.is_changed or own is None) and not composed.is_gone else None
        text = self._wordings.narrative(str(source or ""), own or RegionState(), added, path)
        if are_alike(text, str(source or "")):
            return
        old, new, place = self._excerpt([state for state in (own, added, *notes) if state])
        edit = self._desk.edit(Status.REWORDED, path, old, new, place)
        told = self._dropped([state for state in (own, composed, *notes) if state])
        reason = f"no longer told: {', '.join(told)}; the record keeps it" if told else ""
        yield self._merging.proposed(replace(edit, reason=reason), path, text)

    def _notes(self, path: FieldPath) -> list[RegionState]:
        """Return the notes of a narrative that say something else."""
        regions = self._desk.compared.regions.items()
        return [
            state
            for region, state in regions
            if region.kind == "note" and region.field == path and (state.is_changed or state.is_gone)
        ]

    def _is_worded_anew(self, state: RegionState) -> bool:
        """Tell whether the words are others, or look otherwise than by a key phrase."""
        if state.reshaped:
            return True
        missing = "".join(token.text for token in state.missing)
        added = "".join(seen.token.text for seen in state.added)
        if plain(missing) != plain(added):
            return True
        bold = [token.face.replace("b", "") for token in state.missing]
        return bold != [seen.token.face.replace("b", "") for seen in state.added] or self._is_bold_anew(state)

    def _is_bold_anew(self, state: RegionState) -> bool:
        changed = self._phrasing.bold(state.base) ^ self._phrasing.bold(state.edited)
        return any(not any(run.lower() in phrase for phrase in self._phrases) for run in changed)

    def _deleted(self, path: FieldPath, state: RegionState) -> Edit:
        words = " ".join(text_of(stretch.seen) for stretch in state.base)
        edit = self._desk.edit(Status.LOST, path, short(words), "", -1)
        return replace(edit, reason="all of it was deleted; the record keeps it, and the next draft tells it again")

    def _of_wording(self, region: Region, state: RegionState) -> Iterator[Edit]:
        if not (state.is_changed or state.is_gone):
            return
        old, new, place = self._excerpt([state])
        edit = replace(self._desk.edit(Status.REWORDED, region.field, old, new, place), title=region.name)
        if state.is_gone:
            yield replace(edit, status=Status.SHOWN, reason="to leave a block out, change its template")
            return
        if _looks(state.edited, " ") == _looks(state.base, " "):
            return
        text = " ".join(self._wordings.inline(stretch, ()) for stretch in state.edited)
        number = next((n for n, one in enumerate(self._desk.now.report.wording) if one.block == region.name), None)
        was = next((one.text for one in self._desk.base.wording if one.block == region.name), None)
        if number is not None:
            path = ("wording", number, "text")
            is_now = self._desk.now.report.wording[number].text
            if is_now.split() == text.split():
                return
            if was is None or is_now.split() != was.split():
                yield replace(edit, status=Status.CONFLICT, reason=f"the records say {short(is_now)!r} now")
                return
            change: Change = Assign(path, text)
        else:
            change = Append(("wording",), {"block": region.name, "text": text})
        yield replace(edit, changes=(change,))

    def _dropped(self, states: Sequence[RegionState]) -> list[str]:
        """Return what people call the facts that a wording told and does not tell any more."""
        fields = [
            self._desk.anchors[token.value].field
            for state in states
            for token in state.missing
            if token.kind == "value"
        ]
        kept = {self._desk.anchors[one.mark].field for one in self._desk.compared.values if one.words is not None}
        return list(dict.fromkeys(field_title(self._desk.base, field) for field in fields if field not in kept))

    def _excerpt(self, states: Sequence[RegionState]) -> tuple[str, str, int]:
        """Return the words around what was changed, before and after, and the paragraph."""
        old = " ".join(text_of(stretch.seen) for state in states for stretch in state.base)
        new = " ".join(text_of(stretch.seen) for state in states for stretch in state.edited)
        if old.split() == new.split():
            old = _looks([stretch for state in states for stretch in state.base], " ¶ ")
            new = _looks([stretch for state in states for stretch in state.edited], " ¶ ")
        places = [
            seen_in.paragraph
            for state in states
            for seen_in in state.edited
            if any(seen.base is None for seen in seen_in.seen)
        ]
        places = places or [stretch.paragraph for state in states for stretch in state.edited]
        return (*around(old, new), places[0] if places else -1)


def _looks(stretches: Sequence[Stretch], between: str) -> str:
    """Return words with what tells how they look, and with something between their paragraphs."""
    return between.join(
        inline([Piece(seen.token.text, seen.token.face) for seen in stretch.seen]) for stretch in stretches
    )
