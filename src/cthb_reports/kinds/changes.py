"""Which facts differ between two reports."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from cthb_reports import phrasing
from cthb_reports.kinds.titles import field_title, record_path
from cthb_reports.models.base import fields_of, walk
from cthb_reports.models.parties import Party
from cthb_reports.models.states import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds.report import Report


class ChangeKind(StrEnum):
    """What became of a fact."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact of two reports that is not the same in both.

    Args:
        kind: What became of it.
        field: Its path in the new report; in the old one, if it was removed.
        title: What people call it: "17th Alliance conference: participants".
        old: What it was, in words; empty if it was added, an excerpt of a long text.
        new: What it is; empty if it was removed.
        place: The file and the line of it, if they are known; of the older records, if it was removed.
    """

    kind: ChangeKind
    field: FieldPath
    title: str
    old: str = ""
    new: str = ""
    place: str = ""

    def __str__(self) -> str:
        if self.kind is ChangeKind.CHANGED:
            return f"{self.title}: {self.old} -> {self.new}"
        words = self.old or self.new
        return f"{self.title}: {words}" if words else self.title


def changed_facts(old: Report, new: Report, matching: Mapping[FieldPath, FieldPath]) -> tuple[FactChange, ...]:
    """Return the facts that were added, removed or changed, in the order of the new report.

    A record that was added or removed is one change, and so is an entry of a list in a record. Where a record stands among
    others, and what arranges its text, is no fact.

    Args:
        old: The one report.
        new: The other.
        matching: From the entries of the old to those of the new (see `matched`).
    """
    return tuple(_Comparison(old, new, matching).changes((), (), old, new))


_ARRANGING = frozenset({"order", "said", "joins", "turns"})


class _Comparison:
    def __init__(self, old: Report, new: Report, matching: Mapping[FieldPath, FieldPath]) -> None:
        self._old, self._new = old, new
        self._matching = matching
        self._back = {match: path for path, match in matching.items()}

    def changes(self, path: FieldPath, match: FieldPath, before: Any, after: Any) -> Iterator[FactChange]:
        """Yield what differs between two values at their paths."""
        if before == after and type(before) is type(after):
            return
        if isinstance(before, tuple) and isinstance(after, tuple):
            yield from self._in_list(path, match, before, after)
        elif isinstance(before, BaseModel) and type(before) is type(after):
            for name, field in fields_of(type(before)):
                if field.name in _ARRANGING:
                    continue
                inside = getattr(before, name), getattr(after, name)
                yield from self.changes((*path, field.name), (*match, field.name), *inside)
        elif before is None:
            yield from self._gained(match, after)
        elif after is None:
            yield from self._lost(path, before)
        else:
            words = excerpts(in_words(before, self._old), in_words(after, self._new))
            yield FactChange(ChangeKind.CHANGED, match, field_title(self._new, match), *words)

    def _in_list(
        self, path: FieldPath, match: FieldPath, before: tuple[Any, ...], after: tuple[Any, ...]
    ) -> Iterator[FactChange]:
        for index, value in enumerate(after):
            here = (*match, index)
            if origin := self._back.get(here):
                yield from self.changes(origin, here, before[_last(origin)], value)
            else:
                yield self._entry(ChangeKind.ADDED, here, value)
        for index, value in enumerate(before):
            if (*path, index) not in self._matching:
                yield self._entry(ChangeKind.REMOVED, (*path, index), value)

    def _entry(self, kind: ChangeKind, path: FieldPath, value: Any) -> FactChange:
        """Return an entry as one change: a record that has a title by that, another with its words."""
        report = self._new if kind is ChangeKind.ADDED else self._old
        if record_path(path) == path and hasattr(value, "id"):
            return FactChange(kind, path, field_title(report, path))
        title = field_title(report, path[:-1] if record_path(path) == path else path)
        words = excerpt(in_words(value, report))
        return FactChange(kind, path, title, *(("", words) if kind is ChangeKind.ADDED else (words, "")))

    def _gained(self, path: FieldPath, value: Any) -> Iterator[FactChange]:
        for field, words in _leaves(path, value, self._new):
            yield FactChange(ChangeKind.ADDED, field, field_title(self._new, field), new=words)

    def _lost(self, path: FieldPath, value: Any) -> Iterator[FactChange]:
        for field, words in _leaves(path, value, self._old):
            yield FactChange(ChangeKind.REMOVED, field, field_title(self._old, field), old=words)


def _last(path: FieldPath) -> int:
    return int(path[-1])


def _leaves(path: FieldPath, value: Any, report: Report) -> Iterator[tuple[FieldPath, str]]:
    """Yield the facts in a value, but for those that say no."""
    for field, leaf, _ in walk(value, path):
        if not isinstance(leaf, BaseModel | tuple) and leaf is not False:
            yield field, excerpt(in_words(leaf, report))


def in_words(value: Any, report: Report) -> str:
    """Return a value as people read it; of several, one after the other."""
    match value:
        case bool():
            return "yes" if value else "no"
        case State() | Party(state=State()):
            state = value if isinstance(value, State) else value.state
            return phrasing.state_name(state, report.delivered) if state else ""
        case BaseModel() | tuple():
            return ", ".join(words for _, words in _leaves((), value, report))
        case str():
            return " ".join(value.split())
    return str(value)


_LONGEST = 60
_AROUND = 20
"""How many characters of what is the same are shown on either side of what is not."""


def excerpt(text: str) -> str:
    """Return the beginning of a text."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rsplit(' ', 1)[0]} …"


def excerpts(old: str, new: str) -> tuple[str, str]:
    """Return two texts, of long ones what differs with a few words around."""
    if max(len(old), len(new)) <= _LONGEST:
        return old, new
    before, after = old.split(), new.split()
    first = _in_common(before, after)
    last = _in_common(before[first:][::-1], after[first:][::-1])
    return _cut(before, first, len(before) - last), _cut(after, first, len(after) - last)


def _in_common(before: list[str], after: list[str]) -> int:
    """Return how many words at the beginning are the same."""
    return next(
        (at for at, (one, two) in enumerate(zip(before, after, strict=False)) if one != two),
        min(len(before), len(after)),
    )


def _cut(words: list[str], first: int, last: int) -> str:
    """Return words with some around them."""
    begin, end = first, last
    while begin > 0 and len(" ".join(words[begin - 1 : first])) <= _AROUND:
        begin -= 1
    while end < len(words) and len(" ".join(words[last : end + 1])) <= _AROUND:
        end += 1
    middle = words[begin:end]
    shown = " ".join(middle)
    if len(shown) > _LONGEST + 2 * _AROUND:
        shown = f"{shown[: _LONGEST - 1].rsplit(' ', 1)[0]} …"
        return f"{'… ' if begin else ''}{shown}"
    return f"{'… ' if begin else ''}{shown}{' …' if end < len(words) else ''}"
