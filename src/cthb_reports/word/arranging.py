"""Where people have put the texts of records, as what the records must say of their place."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from cthb_reports.kinds.lookup import value_at
from cthb_reports.kinds.titles import field_title
from cthb_reports.sources.editing import Assign, Remove
from cthb_reports.word import told
from cthb_reports.word.edits import Edit, Status
from cthb_reports.word.ordering import Move, moves

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds import Report
    from cthb_reports.word.pulling import Pulled
    from cthb_reports.word.saying import Saying
    from cthb_reports.word.told import Telling


class Arranging:
    """Finds what was moved.

    Args:
        pulled: What people changed.
        here: Tells where a field of the draft is now.
        saying: Tells which records share sentences.
    """

    def __init__(self, pulled: Pulled, here: Callable[[FieldPath], FieldPath | None], saying: Saying) -> None:
        self._pulled, self._here, self._saying = pulled, here, saying
        self.was = told.of_returned(pulled.compared, here, as_made=True)
        self.wanted = told.of_returned(pulled.compared, here, as_made=False)

    @cached_property
    def is_rearranged(self) -> bool:
        """Whether texts stand in another order."""
        return self._order(self.wanted, as_made=False) != self._order(self.was, as_made=True)

    def moved(self, report: Report, is_now: Sequence[FieldPath]) -> tuple[list[Edit], dict[FieldPath, object]]:
        """Return the edits that put records where people have put them, and what else is numbered anew by that.

        Args:
            report: The records as they are now.
            is_now: In which order they are told now.
        """
        order = self._order(self.wanted, as_made=False)
        if [key for key in is_now if key in order] == [key for key in order if key in is_now]:
            return [], {}
        wanted = self._with_followers(order)
        was = self._with_followers(self._order(self.was, as_made=True))
        if wanted == was or set(wanted) != set(was):
            return [], {}
        found: dict[FieldPath, list[Move]] = {}
        others: dict[FieldPath, object] = {}
        for move in moves(report, was, wanted):
            if move.by_people:
                found.setdefault(move.record, []).append(move)
            else:
                others[*move.record, move.name] = move.value
        return [_edit(report, record, own) for record, own in found.items()], others

    def _order(self, tellings: Mapping[FieldPath, Telling], *, as_made: bool) -> list[FieldPath]:
        """Return the records and other texts that both versions have, with the headings of sections and themes, in their order."""
        both = {key: one.first for key, one in tellings.items() if key in self.was and key in self.wanted}
        heads = told.headings(self._pulled.compared, self._pulled.anchors, self._here, as_made=as_made)
        found = [*((paragraph, 0, key) for key, paragraph in heads.items())]
        found += [(first, number, key) for number, (key, first) in enumerate(both.items(), 1)]
        return [key for _, _, key in sorted(found, key=lambda one: one[:2])]

    def _with_followers(self, keys: Iterable[FieldPath]) -> list[FieldPath]:
        """Return records with those that their sentences tell besides, and nothing else does: they go along."""
        found: dict[FieldPath, None] = {}
        for key in keys:
            found[key] = None
            found.update(dict.fromkeys(self._followers.get(key, ())))
        return list(found)

    @cached_property
    def _followers(self) -> dict[FieldPath, list[FieldPath]]:
        found: dict[FieldPath, list[FieldPath]] = {}
        for region, state in self._pulled.compared.regions.items():
            if region.kind == "composed" and (key := self._here(region.field)):
                others = map(self._here, self._saying.others(state.base))
                found[key] = [one for one in others if one is not None and one not in self.was]
        return found


def _edit(report: Report, record: FieldPath, own: list[Move]) -> Edit:
    paths = (((*record, one.name), one.value) for one in own)
    changes = tuple(Remove(path) if value is None else Assign(path, value) for path, value in paths)
    return Edit(
        Status.ARRANGED, record, field_title(report, record), "", _behind(report, own[0].before), changes=changes
    )


def _behind(report: Report, before: FieldPath | None) -> str:
    """Return in words after what a record stands."""
    if before is None:
        return "first in its place"
    if before[0] in {"sections", "themes"} and before[-1] == "title":
        return f"under {str(value_at(report, before))!r}"
    return f"after {field_title(report, before)}"
