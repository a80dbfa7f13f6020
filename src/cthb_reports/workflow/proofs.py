"""What is to be said of a text that was read, and what of that can be mended unseen."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cthb_reports import style
from cthb_reports.findings import Finding, Location, Severity
from cthb_reports.readers import Damage, Edit, field_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from cthb_reports.readers import Reading
    from cthb_reports.style import Hit, House
    from cthb_reports.workflow.selection import Selection


@dataclass(frozen=True, slots=True)
class Change:
    """Words that were replaced.

    Args:
        location: Where they stood.
        code: The rule that asked for it.
        old: The words.
        new: What stands there now.
    """

    location: Location
    code: str
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.location}: {self.code} {self.old!r} -> {self.new!r}"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a text is held against: a house, the day of the text, and what of it is asked for."""

    house: House
    day: date | None
    selection: Selection


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding, where its words begin in the file, and how they can be mended unseen, if they can."""

    finding: Finding
    start: int
    edit: Edit | None


def look(reading: Reading, asked: Asked) -> list[Seen]:
    """Return what is to be said of a text, in its order."""
    seen = sorted((*_damage(reading), *_style(reading, asked)), key=lambda one: one.start)
    return [one for one in seen if asked.selection.admits(one.finding)]


def _damage(reading: Reading) -> Iterator[Seen]:
    for one in reading.damaged:
        message = _MESSAGES.get(one.damage, "{!r} was {!r} before it was copied").format(one.words, one.likely)
        place = reading.file.locate(one.start, one.end)
        found = Finding(
            one.damage.code, one.damage.title, Severity.WARNING, message, one.damage.remedy[:-1].lower(), (), place
        )
        edit = None if one.right is None else Edit(one.start, one.end, one.words, one.right)
        yield Seen(found, one.start, edit)


_MESSAGES = {
    Damage.PAGE_NUMBER: "{!r} is the number of a page",
    Damage.CUT_PARAGRAPH: "the paragraph ends in the middle of a sentence: {!r}",
}


def _style(reading: Reading, asked: Asked) -> Iterator[Seen]:
    # A passage of the tree is a line of the file, and nothing else; the field of its first word is the number of the line.
    passages = tuple(style.passages(reading.document))
    numbers = {field_of(number): number for number in range(len(reading.lines))}
    # What is damaged has been told; what else there is to say of the same words is said once they are mended.
    told = [(one.start, one.end) for one in reading.damaged if one.damage is not Damage.CUT_PARAGRAPH]
    starts = [start for start, _ in told]
    for hit in style.check(reading.document, house=asked.house, day=asked.day):
        line = reading.lines[numbers[passages[hit.passage_index].field_at(0)]]
        start, end = line.span(hit.start, hit.end)
        before = bisect_right(starts, start)
        if before and end <= told[before - 1][1]:
            continue
        found = replace(hit.finding, field=(), location=reading.file.locate(start, end))
        whole = hit.safe and line.is_whole(hit.start, hit.end)
        yield Seen(found, start, _edit(hit, start, end) if whole else None)


def _edit(hit: Hit, start: int, end: int) -> Edit | None:
    return None if hit.replacement is None else Edit(start, end, hit.words, hit.replacement)


def fixed(reading: Reading, content: bytes, asked: Asked) -> tuple[bytes, Sequence[Change]]:
    """Return a file with what is safe mended, and what was changed."""
    meant = [(seen.finding, seen.edit) for seen in look(reading, asked) if seen.edit and seen.edit.old != seen.edit.new]
    kept: list[tuple[Finding, Edit]] = []
    for finding, edit in meant:
        if not kept or edit.start >= kept[-1][1].end:
            kept.append((finding, edit))
    if not kept:
        return content, ()
    changes = [
        Change(reading.file.locate(edit.start, edit.end), found.code, edit.old, edit.new) for found, edit in kept
    ]
    return reading.file.edited([edit for _, edit in kept]), changes
