"""The edits that people made in a draft, as changes of the records that it was made from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from cthb_reports.kinds.lookup import value_at
from cthb_reports.kinds.matching import mapped, matched
from cthb_reports.kinds.titles import field_title
from cthb_reports.models import checking
from cthb_reports.models.base import fields_of, walk
from cthb_reports.models.facts import Pending
from cthb_reports.models.structure import Told
from cthb_reports.models.wordings import Form, Wording
from cthb_reports.rendering import narratives
from cthb_reports.sources.editing import Append, Assign, Remove
from cthb_reports.word import inverse
from cthb_reports.word.comparing import RegionState, compared
from cthb_reports.word.data import settled, with_changes
from cthb_reports.word.edits import Edit, Status
from cthb_reports.word.expressions import Expressions
from cthb_reports.word.made import of_text
from cthb_reports.word.markdown import Piece, inline
from cthb_reports.word.regions import Notes, Wordings, new_label
from cthb_reports.word.tokens import Region, face_of, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds import Report
    from cthb_reports.readers.docx.returned import Returned
    from cthb_reports.sources.editing import Change
    from cthb_reports.word.comparing import Compared, Loose, Occurrence
    from cthb_reports.word.made import Made
    from cthb_reports.word.tokens import Anchors

_TYPED_ON = {Form.SENTENCES, Form.INFINITIVE, Form.CLAUSE, Form.PHRASE, Form.NOUNS, Form.HEADING}
"""Texts that go on with what is typed beside them."""


@dataclass(frozen=True, slots=True)
class Now:
    """The records as they are now.

    Args:
        report: The records.
        data: The same as their author wrote them.
    """

    report: Report
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pulled:
    """What people changed.

    Args:
        edits: All of it, in the order of the draft.
        compared: The two versions of the draft.
        matching: Where each record of the draft is now.
        base: The records that the draft was made from.
        anchors: What the marks of the draft are around.
    """

    edits: tuple[Edit, ...]
    compared: Compared
    matching: Mapping[FieldPath, FieldPath]
    base: Report
    anchors: Anchors


def pulled(made: Made, returned: Returned, now: Now) -> Pulled:
    """Return the edits of a draft that came back.

    Args:
        made: The draft as it was made.
        returned: The same as it came back.
        now: The records as they are now.
    """
    return _Pull(made, returned, now).result()


class _Pull:
    def __init__(self, made: Made, returned: Returned, now: Now) -> None:
        self._made, self._returned, self._now = made, returned, now
        self._base = made.keepsake.report
        self._anchors = made.anchors
        self._matching = matched(self._base, now.report)
        base = [one for one in made.paragraphs if one.text.strip()]
        edited = [one for one in of_text(returned.paragraphs) if one.text.strip()]
        self._compared = compared(base, edited, made.anchors, self._tells, self._union)
        phrases = {
            plain(value).lower()
            for path, value, _ in walk(self._base)
            if path[-1:] == ("key_phrase",) and isinstance(value, str)
        }
        self._phrases = phrases
        self._wordings = Wordings(self._compared, made.anchors, Expressions(self._base), phrases, self._notes_now())

    def result(self) -> Pulled:
        edits = [
            *self._of_values(),
            *self._of_regions(),
            *(self._loose(one, Status.SHOWN, _FIXED) for one in self._compared.fixed),
            *(self._loose(one, Status.NEW_TEXT, "") for one in self._new_texts()),
        ]
        ordered = tuple(sorted(edits, key=_place))
        return Pulled(ordered, self._compared, self._matching, self._base, self._anchors)

    # --- what the comparison asks

    def _tells(self, mark: str, words: str) -> bool:
        anchor = self._anchors[mark]
        try:
            inverse.read(self._base, anchor.field, words, "")
        except ValueError:
            return False
        return True

    def _union(self, mark: str) -> str:
        """Tell what of the words beside a value belongs to it: what makes another value with it, or whatever is typed on."""
        anchor = self._anchors[mark]
        kinds = inverse.types_at(self._base, anchor.field)
        if kinds and issubclass(kinds[0], StrEnum):
            return "word"
        if kinds and issubclass(kinds[0], inverse.STRICT):
            return "words"
        in_narrative = self._made_region(mark) == "narrative"
        return "text" if not in_narrative and self._form(anchor.field) in _TYPED_ON else ""

    def _made_region(self, mark: str) -> str:
        for paragraph in self._made.paragraphs:
            for sign in paragraph.signs:
                if mark in sign.marks:
                    region = self._anchors.region(sign.marks)
                    return region.kind if region else ""
        return ""

    def _form(self, path: FieldPath) -> Form | None:
        names = [step for step in path if isinstance(step, str)]
        holder = value_at(self._base, path[: len(path) - 1 - path[::-1].index(names[-1])]) if names else None
        fields = fields_of(type(holder)) if isinstance(holder, BaseModel) else ()
        wording = next((field.marker(Wording) for _, field in fields if field.name == names[-1]), None)
        return wording.form if wording else None

    # --- values

    def _of_values(self) -> Iterator[Edit]:
        by_field: dict[FieldPath, list[Occurrence]] = {}
        for one in self._compared.values:
            by_field.setdefault(self._anchors[one.mark].field, []).append(one)
        for path, places in by_field.items():
            changed = [one for one in places if one.words is not None and not _same(one.words, one.before)]
            if changed:
                yield self._revised(path, places, changed)
            elif all(one.words is None for one in places):
                yield from self._gone(path, places)

    def _revised(self, path: FieldPath, places: Sequence[Occurrence], changed: Sequence[Occurrence]) -> Edit:
        first = changed[0]
        numbers = tuple(dict.fromkeys(self._number(one.paragraph) for one in places if one is not first))
        edit = self._edit(Status.REVISED, path, first.before, first.words or "", first.paragraph)
        edit = replace(edit, elsewhere=tuple(number for number in numbers if number and number != edit.paragraph))
        others = {plain(one.words or ""): one.words or "" for one in changed}
        if len(others) > 1:
            said = " and ".join(repr(words) for words in others.values())
            return replace(edit, status=Status.CONFLICT, reason=f"the draft says {said}; make them one")
        try:
            value = inverse.read(self._base, path, self._as_source(first), first.before)
        except ValueError as error:
            return replace(edit, status=Status.UNREADABLE, reason=str(error))
        filled = isinstance(value_at(self._base, path), Pending)
        return self._merged(replace(edit, status=Status.FILLED if filled else Status.REVISED), path, value)

    def _as_source(self, one: Occurrence) -> str:
        """Return the words of a value with the short forms that its author typed, where they were written out."""
        words = (one.words or "").replace("\u00a0", " ")
        terms: dict[str, str] = {}
        for sign in one.token.signs:
            if mark := self._anchors.of_kind(sign.marks, "term"):
                terms[mark] = terms.get(mark, "") + sign.character
        for mark, long in terms.items():
            if source := self._anchors[mark].source:
                words = words.replace(long.replace("\u00a0", " "), source)
        return words

    def _gone(self, path: FieldPath, places: Sequence[Occurrence]) -> Iterator[Edit]:
        """Yield that a value is gone, unless the wording that held it is another one: then that says so."""
        for one in places:
            region = one.token.region
            state = self._compared.regions.get(region) if region else None
            if state is not None and (state.is_changed or state.is_gone):
                return
        edit = self._edit(Status.LOST, path, places[0].before, "", places[0].paragraph)
        yield replace(edit, reason="the record keeps it; take it out there if that is meant")

    # --- regions

    def _of_regions(self) -> Iterator[Edit]:
        done: set[FieldPath] = set()
        for region, state in self._compared.regions.items():
            if region.kind == "wording":
                yield from self._of_wording(region, state)
                continue
            record = region.field if region.kind == "composed" else region.field[:-1]
            field = "narrative" if region.kind == "composed" else str(region.field[-1])
            path = (*record, field)
            if path in done or not (state.is_changed or state.is_gone):
                continue
            done.add(path)
            yield from self._of_record(record, path)

    def _of_record(self, record: FieldPath, path: FieldPath) -> Iterator[Edit]:
        """Yield what has become of the narrative of a record and of the sentences that go on with it."""
        own = self._compared.regions.get(Region("narrative", path))
        composed = self._compared.regions.get(Region("composed", record)) if path[-1] == "narrative" else None
        gone = [state for state in (own, composed) if state and state.is_gone]
        if (own is None and composed is not None and composed.is_gone) or (own is not None and own.is_gone):
            yield self._deleted(path, gone[0])
            return
        yield from self._of_phrase(record, [state for state in (own, composed) if state])
        if not any(state and self._is_worded_anew(state) for state in (own, composed)):
            return
        source = value_at(self._base, path) if own else ""
        added = composed if composed and (composed.is_changed or own is None) and not composed.is_gone else None
        text = self._wordings.narrative(str(source or ""), own or RegionState(), added, record)
        if plain(text) == plain(str(source or "")) and text.split() == str(source or "").split():
            return
        old, new, place = self._excerpt([state for state in (own, added) if state])
        edit = self._edit(Status.REWORDED, path, old, new, place)
        told = self._dropped([state for state in (own, composed) if state])
        reason = f"no longer told: {', '.join(told)}; the record keeps it" if told else ""
        yield self._merged(replace(edit, reason=reason), path, text)

    def _is_worded_anew(self, state: RegionState) -> bool:
        """Tell whether the words are others, or look otherwise than by a key phrase."""
        if state.reshaped:
            return True
        missing = "".join(token.text for token in state.missing)
        added = "".join(seen.token.text for seen in state.added)
        if plain(missing) != plain(added):
            return True
        bold = [token.face.replace("b", "") for token in state.missing]
        return bold != [seen.token.face.replace("b", "") for seen in state.added]

    def _of_phrase(self, record: FieldPath, states: Sequence[RegionState]) -> Iterator[Edit]:
        """Yield that a key phrase is another one, where the bold of a record is around other words."""
        holder = value_at(self._base, record)
        phrase = getattr(holder, "key_phrase", None)
        if not isinstance(phrase, str) or not isinstance(holder, Told):
            return
        before = {run for state in states for stretch in state.base for run in _bold(stretch.seen)}
        now = {run for state in states for stretch in state.edited for run in _bold(stretch.seen)}
        ours = [run for run in before if run.lower() in plain(phrase).lower()]
        if not ours or any(run in now for run in ours):
            return
        path = (*record, "key_phrase")
        new = [run for run in now if run not in before]
        place = states[0].edited[0].paragraph
        if len(new) == 1:
            self._phrases.add(new[0].lower())
            yield self._merged(self._edit(Status.REVISED, path, phrase, new[0], place), path, new[0])
        elif not new and any(
            plain(phrase).lower() in plain(_text(stretch.seen)).lower() for state in states for stretch in state.edited
        ):
            here = mapped(path, self._matching)
            if here and value_at(self._now.report, here) is not None:
                edit = self._edit(Status.REVISED, path, phrase, "", place)
                yield replace(edit, changes=(Remove(here),), reason="no longer bold")

    def _deleted(self, path: FieldPath, state: RegionState) -> Edit:
        words = " ".join(_text(stretch.seen) for stretch in state.base)
        edit = self._edit(Status.LOST, path, _short(words), "", -1)
        return replace(edit, reason="all of it was deleted; the record keeps it, and the next draft tells it again")

    def _of_wording(self, region: Region, state: RegionState) -> Iterator[Edit]:
        if not (state.is_changed or state.is_gone):
            return
        old, new, place = self._excerpt([state])
        edit = replace(self._edit(Status.REWORDED, region.field, old, new, place), title=region.name)
        if state.is_gone:
            yield replace(edit, status=Status.SHOWN, reason="to leave a block out, change its template")
            return
        text = " ".join(self._wordings.inline(stretch, ()) for stretch in state.edited)
        number = next((n for n, one in enumerate(self._now.report.wording) if one.block == region.name), None)
        was = next((one.text for one in self._base.wording if one.block == region.name), None)
        if number is not None:
            path = ("wording", number, "text")
            is_now = self._now.report.wording[number].text
            if is_now.split() == text.split():
                return
            if was is None or is_now.split() != was.split():
                yield replace(edit, status=Status.CONFLICT, reason=f"the records say {_short(is_now)!r} now")
                return
            change: Change = Assign(path, text)
        else:
            change = Append(("wording",), {"block": region.name, "text": text})
        yield self._validated(replace(edit, changes=(change,)))

    def _dropped(self, states: Sequence[RegionState]) -> list[str]:
        """Return what people call the facts that a wording told and does not tell any more."""
        fields = [
            self._anchors[token.value].field for state in states for token in state.missing if token.kind == "value"
        ]
        kept = {self._anchors[one.mark].field for one in self._compared.values if one.words is not None}
        return list(dict.fromkeys(field_title(self._base, field) for field in fields if field not in kept))

    def _excerpt(self, states: Sequence[RegionState]) -> tuple[str, str, int]:
        """Return the words around what was changed, before and after, and the paragraph."""
        old = " ".join(_text(stretch.seen) for state in states for stretch in state.base)
        new = " ".join(_text(stretch.seen) for state in states for stretch in state.edited)
        places = [
            seen_in.paragraph
            for state in states
            for seen_in in state.edited
            if any(seen.base is None for seen in seen_in.seen)
        ]
        places = places or [stretch.paragraph for state in states for stretch in state.edited]
        return (*_around(old, new), places[0] if places else -1)

    # --- notes and new texts

    def _notes_now(self) -> Notes:
        """Return the notes, and the words of those that are new or others than they were."""
        texts: dict[str, str] = {}
        known = {
            token_of.token.target: token_of.base.target
            for state in self._compared.regions.values()
            for stretch in state.edited
            for token_of in stretch.seen
            if token_of.token.kind == "note" and token_of.base is not None
        }
        base = {one.part: one for one in self._made.paragraphs if one.part != "body"}
        for paragraph in of_text(self._returned.paragraphs):
            if paragraph.part == "body" or not paragraph.text.strip():
                continue
            was = known.get(paragraph.part)
            if was and was in base and plain(base[was].text) == plain(paragraph.text):
                continue
            label = self._made.notes.get(was, "") if was else new_label(paragraph.part)
            signs = paragraph.signs
            pieces = [Piece(sign.character, face_of(sign), sign.link) for sign in signs]
            texts[label] = f"{texts[label]} {inline(pieces)}" if label in texts else inline(pieces)
        return Notes(self._made.notes, texts)

    def _new_texts(self) -> Iterator[Loose]:
        """Yield new paragraphs, but those of notes that a narrative refers to."""
        referred = {
            seen.token.target
            for state in self._compared.regions.values()
            if state.is_changed
            for stretch in state.edited
            for seen in stretch.seen
            if seen.token.kind == "note"
        }
        for one in self._compared.new:
            if self._compared.edited[one.paragraph].part not in referred:
                yield one

    def _loose(self, one: Loose, status: Status, reason: str) -> Edit:
        edit = self._edit(status, (), one.old, one.words, one.paragraph)
        return replace(edit, title="fixed wording of the template" if status is Status.SHOWN else "", reason=reason)

    # --- what an edit may do to the records

    def _merged(self, edit: Edit, path: FieldPath, value: object) -> Edit:
        """Return an edit with the change that it makes, if the field has not become another one since."""
        if edit.status not in {Status.REVISED, Status.FILLED, Status.REWORDED}:
            return edit
        here = mapped(path, self._matching)
        if here is None:
            return replace(edit, status=Status.CONFLICT, reason="its record is no longer there")
        change = settled(self._now.report, self._now.data, here, value)
        edit = self._validated(replace(edit, changes=(change,)))
        if not edit.is_written:
            return edit
        made, _ = checking.check(type(self._now.report), with_changes(self._now.data, edit.changes))
        is_now, was = value_at(self._now.report, here), value_at(self._base, path)
        new = value_at(made, here) if made is not None else None
        if _equal(new, is_now):
            return replace(edit, changes=(), status=Status.KNOWN)
        if not _equal(is_now, was):
            said = f"the records say {_short(str(is_now))!r} now, and {_short(str(was))!r} when the draft was made"
            return replace(edit, status=Status.CONFLICT, changes=(), reason=said)
        return edit

    def _validated(self, edit: Edit) -> Edit:
        made, faults = checking.check(type(self._now.report), with_changes(self._now.data, edit.changes))
        messages = [fault.message for fault in faults]
        if made is not None:
            touched = {change.path for change in edit.changes}
            messages = [
                fault.message
                for fault in narratives.faults(made)
                if fault.field in touched or fault.field[:1] == ("wording",)
            ]
        if messages:
            return replace(edit, status=Status.UNREADABLE, changes=(), reason="; ".join(messages))
        return edit

    def _edit(self, status: Status, path: FieldPath, old: str, new: str, paragraph: int) -> Edit:
        edited = self._compared.edited
        there = edited[paragraph] if 0 <= paragraph < len(edited) else None
        return Edit(
            status,
            path,
            field_title(self._base, path) if path else "",
            " ".join(old.split()),
            " ".join(new.split()),
            there.number if there else 0,
            there.part if there else "body",
            who=self._who(paragraph),
        )

    def _number(self, paragraph: int) -> int:
        edited = self._compared.edited
        return edited[paragraph].number if 0 <= paragraph < len(edited) else 0

    def _who(self, paragraph: int) -> tuple[str, ...]:
        """Return who has tracked changes in a paragraph, and when."""
        edited = self._compared.edited
        if not 0 <= paragraph < len(edited):
            return ()
        index = self._returned.paragraphs.index(edited[paragraph])
        made = (one for one in self._returned.revisions if one.paragraph == index and one.author)
        return tuple(dict.fromkeys(f"{one.author}{f', {one.date[:10]}' if one.date else ''}" for one in made))


_FIXED = "these words are the template's, and belong to no block that the records can word otherwise"


def _same(one: str, other: str) -> bool:
    """Tell whether two texts are the same, the capital of a sentence apart."""
    first, second = plain(one), plain(other)
    return first == second or (first[:1].lower() + first[1:] == second[:1].lower() + second[1:])


def _equal(one: object, other: object) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return one.split() == other.split()
    return one == other


def _text(seen: Iterable[Any]) -> str:
    return "".join(one.token.text for one in seen)


def _bold(seen: Sequence[Any]) -> Iterator[str]:
    """Yield the words of a stretch that are bold together."""
    run = ""
    for one in seen:
        for sign in one.token.signs:
            if sign.bold:
                run += sign.character
            elif run:
                yield plain(run)
                run = ""
    if run:
        yield plain(run)


_SHOWN = 70


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rsplit(' ', 1)[0]} …"


def _around(old: str, new: str) -> tuple[str, str]:
    """Return the parts of two texts that differ, with some words around them."""
    first, second = old.split(), new.split()
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    end = 0
    while end < min(len(first), len(second)) - start and first[-1 - end] == second[-1 - end]:
        end += 1
    return _cut(first, start, len(first) - end), _cut(second, start, len(second) - end)


def _cut(words: Sequence[str], start: int, end: int) -> str:
    first, last = max(0, start - 4), min(len(words), end + 4)
    shown = words[first:last]
    if len(shown) > 60:
        shown = [*shown[:30], "…", *shown[-25:]]
    return f"{'… ' if first else ''}{' '.join(shown)}{' …' if last < len(words) else ''}"


def _place(edit: Edit) -> tuple[bool, str, int]:
    return edit.part != "body", edit.part, edit.paragraph
