"""What else the records must say so that the next draft reads as the edited one: tried by drafting, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports.document import lines, lone_picture
from cthb_reports.kinds.lookup import value_at
from cthb_reports.kinds.matching import mapped
from cthb_reports.kinds.titles import field_title
from cthb_reports.models import checking
from cthb_reports.models.structure import Told
from cthb_reports.rendering import render
from cthb_reports.sources.editing import Assign
from cthb_reports.word import told
from cthb_reports.word.arranging import Arranging
from cthb_reports.word.data import with_changes
from cthb_reports.word.edits import LEFT, Edit, Status
from cthb_reports.word.saying import Saying
from cthb_reports.word.tokens import plain
from cthb_reports.word.unsaid import Unsaid

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cthb_reports.document import Line
    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds import Report
    from cthb_reports.rendering import Rendered
    from cthb_reports.sources.editing import Change
    from cthb_reports.word.desk import Now
    from cthb_reports.word.pulling import Pulled
    from cthb_reports.word.told import Telling

_ROUNDS = 6
"""What is repaired may show something else; so often is it tried."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """Edits that bring about the draft that people want.

    Args:
        edits: The edits.
        otherwise: What the next draft will say otherwise than the edited one, though all of it is written.
    """

    edits: tuple[Edit, ...]
    otherwise: tuple[Edit, ...]


def repaired(pulled: Pulled, now: Now, templates: Mapping[str, str] | None) -> Repaired:
    """Return edits with all that the records must say besides.

    Args:
        pulled: What people changed.
        now: The records as they are now.
        templates: An office's own templates.
    """
    return _Repair(pulled, now, templates).result()


class _Repair:
    def __init__(self, pulled: Pulled, now: Now, templates: Mapping[str, str] | None) -> None:
        self._pulled, self._now, self._templates = pulled, now, templates
        self._edits = list(pulled.edits)
        self._rendered_now = render(now.report, templates)
        self._is_now = told.of_document(self._rendered_now.document)
        self._extra: dict[FieldPath, object] = {}
        self._saying = Saying(pulled, self._here)
        self._arranging = Arranging(pulled, self._here, self._saying)
        self._wanted, self._was = self._arranging.wanted, self._arranging.was

    def result(self) -> Repaired:
        if self._is_as_it_was():
            return Repaired((*self._edits, *self._unsaid(self._rendered_now)), ())
        edits, self._extra = self._arranging.moved(self._now.report, told.order_of(self._rendered_now.document))
        self._edits += edits
        rendered = self._rounds()
        self._add_extra()
        if rendered is None:
            return Repaired((*self._edits, *self._unsaid(self._rendered_now)), ())
        otherwise = tuple(self._otherwise(rendered))
        return Repaired((*self._edits, *self._unsaid(rendered, otherwise)), otherwise)

    def _is_as_it_was(self) -> bool:
        is_written = any(edit.is_written for edit in self._edits)
        return not is_written and not self._arranging.is_rearranged and not self._rejoined()

    def _rounds(self) -> Rendered | None:
        """Draft with all edits, as long as something else must be said; return the last draft."""
        rendered = None
        for _ in range(_ROUNDS):
            made = self._tried()
            if made is None:
                break
            rendered = render(made, self._templates)
            said = self._saying.wishes(self._edits, made, rendered)
            wishes = {**said, **self._turns(rendered), **self._joins(rendered)}
            news = {path: value for path, value in wishes.items() if value_at(made, path) != _tupled(value)}
            if not news:
                break
            self._extra |= news
        return rendered

    def _unsaid(self, rendered: Rendered, otherwise: Sequence[Edit] = ()) -> Iterator[Edit]:
        """Yield what people changed and nothing has told so far."""
        next_lines, now_lines = (map(_line_text, lines(one.document)) for one in (rendered, self._rendered_now))
        edits = [*self._edits, *otherwise]
        return Unsaid(self._pulled.compared, self._pulled.anchors, edits, next_lines, now_lines).edits()

    def _here(self, path: FieldPath) -> FieldPath | None:
        return mapped(path, self._pulled.matching)

    def _changes(self) -> list[Change]:
        return [
            *(change for edit in self._edits for change in edit.changes),
            *(Assign(path, value) for path, value in self._extra.items()),
        ]

    def _tried(self) -> Report | None:
        made, _ = checking.check(type(self._now.report), with_changes(self._now.data, self._changes()))
        return made

    # --- which wordings stay

    def _turns(self, rendered: Rendered) -> dict[FieldPath, object]:
        """Return the wordings of sentences nobody has touched, where they would become others by what was changed elsewhere."""
        wishes: dict[FieldPath, object] = {}
        for record, turns in self._rendered_now.turns.items():
            new = rendered.turns.get(record, {})
            changed = {kind: number for kind, number in turns.items() if new.get(kind, number) != number}
            holder = value_at(self._now.report, record)
            if changed and isinstance(holder, Told):
                kept = [turn for turn in holder.turns if turn.rpartition(" ")[0] not in changed]
                before = self._extra.get((*record, "turns"), ())
                more = (
                    [turn for turn in before if turn.rpartition(" ")[0] not in changed]
                    if isinstance(before, list)
                    else []
                )
                wishes[*record, "turns"] = [
                    *kept,
                    *(turn for turn in more if turn not in kept),
                    *(f"{kind} {number}" for kind, number in changed.items()),
                ]
        return wishes

    # --- which texts share a paragraph

    def _rejoined(self) -> bool:
        return any(self._was[key].joins != one.joins for key, one in self._wanted.items() if key in self._was)

    def _joins(self, rendered: Rendered) -> dict[FieldPath, object]:
        """Return which records begin a paragraph or go on with one, where they would not do as the edited draft has it."""
        new = told.of_document(rendered.document)
        wishes: dict[FieldPath, object] = {}
        for key, wanted in self._wanted.items():
            if key not in new or new[key].joins == wanted.joins or not self._may_join(key):
                continue
            by_people = key in self._was and self._was[key].joins != wanted.joins
            by_edits = key in self._is_now and self._is_now[key].joins == wanted.joins
            if by_people or by_edits or key not in self._was:
                wishes[*key, "joins"] = wanted.joins
        return wishes

    def _may_join(self, key: FieldPath) -> bool:
        return key[0] != "wording" and isinstance(value_at(self._now.report, key), Told)

    # --- what comes of it

    def _add_extra(self) -> None:
        by_people = {
            path: value
            for path, value in self._extra.items()
            if path[-1] == "joins" and path[:-1] in self._was and self._was[path[:-1]].joins != value
        }
        for path, value in by_people.items():
            title = field_title(self._now.report, path[:-1])
            new = "goes on in the paragraph before" if value else "begins a paragraph"
            self._edits.append(Edit(Status.ARRANGED, path, title, "", new, changes=(Assign(path, value),)))
        rest = [Assign(path, value) for path, value in self._extra.items() if path not in by_people]
        if rest:
            records = dict.fromkeys(field_title(self._now.report, change.path[:-1]) for change in rest)
            self._edits.append(
                Edit(
                    Status.ARRANGED,
                    (),
                    "what stands around it",
                    "",
                    ", ".join(records),
                    reason="so that the next draft reads as this one",
                    changes=tuple(rest),
                )
            )

    def _otherwise(self, rendered: Rendered) -> Iterator[Edit]:
        """Yield what the next draft says otherwise though all of it is written."""
        left = {edit.field for edit in self._edits if edit.status in LEFT}
        new = told.of_document(rendered.document)
        for key, wanted in self._wanted.items():
            there = new.get(key)
            if there is None or any(field[: len(key)] == key for field in left) or _alike(there, wanted):
                continue
            if key in self._is_now and key in self._was and not _alike(self._is_now[key], self._was[key]):
                continue  # the records have changed since, and it says what they say now
            yield Edit(
                Status.SHOWN,
                key,
                field_title(self._now.report, key) if key[0] != "wording" else str(key[1]),
                " ".join(wanted.words.split()),
                " ".join(there.words.split()),
                reason="the next draft says it so",
            )


def _line_text(line: Line) -> str:
    """Return the words of a paragraph; a picture alone has none."""
    return "" if lone_picture(line.children) else line.text


def _alike(one: Telling, other: Telling) -> bool:
    return plain(one.words).lower() == plain(other.words).lower()


def _tupled(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
