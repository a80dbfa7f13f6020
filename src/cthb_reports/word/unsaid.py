"""What people changed and no edit tells: found by comparing the next draft with the edited one, so that nothing is dropped in silence."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cthb_reports.word.edits import LEFT, WRITTEN, Edit, Status
from cthb_reports.word.excerpts import around
from cthb_reports.word.ordering import moved
from cthb_reports.word.tokens import OBJECT, plain
from cthb_reports.word.told import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cthb_reports.findings import FieldPath
    from cthb_reports.readers.docx.returned import ReturnedParagraph
    from cthb_reports.word.grouping import Group
    from cthb_reports.word.seen import Compared
    from cthb_reports.word.tokens import Anchors

_AS_IT_IS = "there is no way back from this to the records; the next draft has it as it was"
_MOVED = "it was moved; the next draft has it in its old place"
_ELSEWHERE = "the next draft has it elsewhere"
_OTHERWISE = "nobody has touched it here, and the next draft says it otherwise"


class Unsaid:
    """Finds changes that nothing tells.

    Args:
        compared: The two versions of the draft.
        anchors: What the marks of the draft are around.
        edits: What is told.
        next_lines: The paragraphs of the next draft.
        now_lines: Those of a draft of the records as they are now, before any edit.
    """

    def __init__(
        self,
        compared: Compared,
        anchors: Anchors,
        edits: Sequence[Edit],
        next_lines: Iterable[str],
        now_lines: Iterable[str],
    ) -> None:
        self._compared, self._edits = compared, edits
        self._next = [_form(line) for line in next_lines]
        self._now = [_form(line) for line in now_lines]
        self._next_lines, self._now_lines = set(self._next), set(self._now)
        self._base = [_form(one.text) for one in compared.base]
        self._edited = [_form(one.text) for one in compared.edited]
        self._fields = _fields(compared, anchors)

    def edits(self) -> Iterator[Edit]:
        """Yield what people changed and nothing tells, to be shown."""
        for group in self._compared.groups:
            if self._is_kept(group):
                yield from self._otherwise(group)
            elif not self._is_brought(group) and not self._is_told(group):
                yield self._shown(group)
        yield from self._moved()
        yield from self._new()

    def _is_kept(self, group: Group) -> bool:
        ours, theirs = [self._base[one] for one in group.base], [self._edited[one] for one in group.edited]
        return ours == theirs

    def _otherwise(self, group: Group) -> Iterator[Edit]:
        """Yield what nobody has touched here, and becomes otherwise by something else."""
        fields = {field for one in group.base for field in self._fields[one]}
        if any(_explains(edit, fields) for edit in self._edits):
            return
        for one, at in zip(group.base, group.edited, strict=True):
            if self._base[one] in self._now_lines and self._base[one] not in self._next_lines:
                yield _edit(self._compared.edited[at], self._base[one], "", _OTHERWISE)

    def _is_brought(self, group: Group) -> bool:
        """Tell whether the next draft has these paragraphs as the edited one has them."""
        if not group.edited:
            counts = Counter(self._next)
            return not any(counts[self._base[one]] >= self._base.count(self._base[one]) for one in group.base)
        if len(group.base) > len(group.edited):
            # Who joins paragraphs may leave out the space between them; a draft does not.
            closed = {line.replace(" ", "") for line in self._next}
            return all(self._edited[one].replace(" ", "") in closed for one in group.edited)
        return all(self._edited[one] in self._next_lines for one in group.edited)

    def _is_told(self, group: Group) -> bool:
        """Tell whether an edit says that something here does not come back; or any, where the records have changed since."""
        fields = {field for one in group.base for field in self._fields[one]}
        places = {
            (paragraph.part, paragraph.number) for paragraph in map(self._compared.edited.__getitem__, group.edited)
        }
        has_changed_since = any(self._base[one] not in self._now_lines for one in group.base)
        wanted = LEFT | {Status.NEW_TEXT} | (WRITTEN | {Status.KNOWN} if has_changed_since else set())
        return any(edit.status in wanted and _is_about(edit, fields, places) for edit in self._edits)

    def _shown(self, group: Group) -> Edit:
        old, new = " ".join(self._base[one] for one in group.base), " ".join(self._edited[one] for one in group.edited)
        before, now = around(old, new) if old != new else (old, new)
        there = self._compared.edited[group.edited[0]] if group.edited else None
        is_shape = old == new
        reason = (
            "the paragraphs were divided otherwise; the next draft has them as they were" if is_shape else _AS_IT_IS
        )
        return _edit(there, before, now, reason)

    def _moved(self) -> Iterator[Edit]:
        """Yield paragraphs that stand elsewhere in the next draft than in the edited one."""
        astray = _astray(self._edited, self._next) - _astray(self._base, self._now)
        by_people = self._by_people()
        for group in self._compared.groups:
            if not group.edited or self._compared.edited[group.edited[0]].part != "body":
                continue
            text, there = self._edited[group.edited[0]], self._compared.edited[group.edited[0]]
            is_lost = group in by_people and text not in self._next_lines and not self._is_arranged(group)
            if text in astray or is_lost:
                yield _edit(there, text, text, _MOVED if group in by_people else _ELSEWHERE)

    def _by_people(self) -> set[Group]:
        """Return what people have moved."""
        groups = [one for one in self._compared.groups if one.edited]
        order = sorted(range(len(groups)), key=lambda number: groups[number].edited[0])
        return {groups[number] for number in moved(order)}

    def _is_arranged(self, group: Group) -> bool:
        fields = {field for one in group.base for field in self._fields[one]}
        return any(_is_about(edit, fields, set()) for edit in self._edits if edit.status is not Status.KNOWN)

    def _new(self) -> Iterator[Edit]:
        """Yield new paragraphs that have got into no record and are not told as new."""
        known = {number for group in self._compared.groups for number in group.edited}
        for number, paragraph in enumerate(self._compared.edited):
            if number in known or not self._edited[number] or self._edited[number] in self._next_lines:
                continue
            place = (paragraph.part, paragraph.number)
            owners = {
                region.field
                for region, state in self._compared.regions.items()
                if any(stretch.paragraph == number for stretch in state.edited)
            }
            if not any(_is_about(edit, owners, {place}) for edit in self._edits if edit.status not in WRITTEN):
                yield _edit(paragraph, "", self._edited[number], "", Status.NEW_TEXT)


def _form(text: str) -> str:
    return plain(text.replace(OBJECT, ""))


def _astray(lines: Sequence[str], others: Sequence[str]) -> set[str]:
    """Return the lines, of those that are as often in two texts, that are not in the same order there."""
    ours, theirs = Counter(lines), Counter(others)
    places = {one: number for number, one in enumerate(_numbered(others))}
    ranks = {places[one]: one[0] for one in _numbered(lines) if ours[one[0]] == theirs[one[0]]}
    return {ranks[rank] for rank in moved(list(ranks))}


def _numbered(lines: Sequence[str]) -> list[tuple[str, int]]:
    """Return lines with how often each has been there before."""
    seen: Counter[str] = Counter()
    found = []
    for line in lines:
        found.append((line, seen[line]))
        seen[line] += 1
    return found


def _edit(there: ReturnedParagraph | None, old: str, new: str, reason: str, status: Status = Status.SHOWN) -> Edit:
    return Edit(status, (), "", old, new, there.number if there else 0, there.part if there else "body", reason=reason)


def _fields(compared: Compared, anchors: Anchors) -> Mapping[int, set[FieldPath]]:
    """Return the records, values and wordings that each paragraph of the draft as it was made told."""
    found: dict[int, set[FieldPath]] = {number: set() for number in range(len(compared.base))}
    for number, paragraph in enumerate(compared.base):
        marks = {mark for sign in paragraph.signs for mark in sign.marks} & anchors.names
        for mark in marks:
            anchor = anchors[mark]
            found[number].add(key_of(anchor.field, anchor.source if anchor.kind == "wording" else ""))
    return found


def _explains(edit: Edit, fields: set[FieldPath]) -> bool:
    """Tell whether an edit made elsewhere shows here: a value is in all places that print it, a text in one."""
    if edit.status in {Status.REWORDED, Status.ARRANGED}:
        return False
    if edit.is_written or edit.status is Status.KNOWN:
        return edit.field in fields
    return _is_about(edit, fields, set())


def _is_about(edit: Edit, fields: set[FieldPath], places: set[tuple[str, int]]) -> bool:
    if (edit.part, edit.paragraph) in places:
        return True
    own = edit.field or (("wording", edit.title) if edit.title else ())
    return bool(own) and any(own[: len(field)] == field or field[: len(own)] == own for field in fields if field)
