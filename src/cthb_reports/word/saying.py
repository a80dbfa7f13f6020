"""What records must list as said, so that no sentence of ours adds to a reworded text what it tells or leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel

from cthb_reports.document import lines
from cthb_reports.kinds.lookup import value_at
from cthb_reports.models.base import fields_of
from cthb_reports.models.structure import Told
from cthb_reports.word.edits import Status
from cthb_reports.word.tokens import Region

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds import Report
    from cthb_reports.rendering import Rendered
    from cthb_reports.word.edits import Edit
    from cthb_reports.word.pulling import Pulled
    from cthb_reports.word.seen import Stretch


class Saying:
    """Finds what is said.

    Args:
        pulled: What people changed.
        here: Tells where a field of the draft is now.
    """

    def __init__(self, pulled: Pulled, here: Callable[[FieldPath], FieldPath | None]) -> None:
        self._pulled, self._here = pulled, here

    def wishes(self, edits: Sequence[Edit], made: Report, rendered: Rendered) -> dict[FieldPath, object]:
        """Return what `said` is to list.

        Args:
            edits: The edits.
            made: The records with them.
            rendered: The same, rendered.
        """
        wishes: dict[FieldPath, object] = {}
        left_over = _left_over(made, rendered)
        for record, fields in self._reworded(edits).items():
            holder = value_at(made, record)
            if not isinstance(holder, Told):
                continue
            told = self._still_told(record)
            left = [name for name in left_over.get(record, ()) if name not in told]
            names = [*fields, *filter(None, (_wider(name, holder.said, told) for name in left))]
            if more := [name for name in dict.fromkeys(names) if name not in holder.said]:
                wishes[*record, "said"] = [*holder.said, *more]
        return wishes

    def _still_told(self, record: FieldPath) -> set[str]:
        """Return what sentences of ours tell of a record that nobody has touched."""
        found: set[str] = set()
        for region, state in self._pulled.compared.regions.items():
            if region.kind == "composed" and not state.is_changed and self._here(region.field) == record:
                tokens = (seen.base for stretch in state.edited for seen in stretch.seen)
                fields = (self._pulled.anchors[one.value].field for one in tokens if one and one.kind == "value")
                found.update(_within(field, region.field) for field in fields)
        return found

    def _reworded(self, edits: Sequence[Edit]) -> dict[FieldPath, list[str]]:
        """Return the records that have another narrative; others that their sentences told, with what they told."""
        found: dict[FieldPath, list[str]] = {}
        for edit in edits:
            if edit.status is not Status.REWORDED or edit.field[-1:] != ("narrative",):
                continue
            record = edit.field[:-1]
            state = self._pulled.compared.regions.get(Region("composed", record))
            others = self.others(state.base) if state is not None and state.is_changed else {}
            for path, names in ((record, []), *others.items()):
                if (there := self._here(path)) is not None:
                    found.setdefault(there, list(names))
        return found

    def others(self, stretches: Iterable[Stretch]) -> dict[FieldPath, dict[str, None]]:
        """Return the records that were told in the same sentences and nowhere else, with the fields that were told."""
        own = {region.field for region in self._pulled.compared.regions}
        found: dict[FieldPath, dict[str, None]] = {}
        for seen in (seen for stretch in stretches for seen in stretch.seen if seen.token.kind == "value"):
            field = self._pulled.anchors[seen.token.value].field
            for path in (field[:2], field[:3]):
                is_record = isinstance(path[-1], int) and isinstance(value_at(self._pulled.base, path), Told)
                if is_record and path not in own:
                    found.setdefault(path, {})[_within(field, path)] = None
        return found


def _left_over(made: Report, rendered: Rendered) -> dict[FieldPath, list[str]]:
    """Return what sentences of ours tell of each record."""
    found: dict[FieldPath, dict[str, None]] = {}
    for line in lines(rendered.document):
        stretches = list(line.stretches())
        for start, end, anchor in stretches:
            if anchor.kind == "composed" and line.text[start:end].strip():
                within = [one.field for first, last, one in stretches if start <= first and last <= end]
                names = found.setdefault(anchor.field, {})
                names.update(dict.fromkeys(_told_of(made, anchor.field, within)))
    return {record: list(names) for record, names in found.items()}


def _told_of(made: Report, record: FieldPath, fields: Iterable[FieldPath]) -> Iterator[str]:
    """Yield the names of a record's fields that are told; of sentences without any, the switches that they may come from."""
    inner = [field for field in fields if len(field) > len(record) and field[: len(record)] == record]
    if not inner:
        yield from _switches(value_at(made, record))
    yield from filter(None, (_within(field, record) for field in inner))


def _wider(name: str, said: Collection[str], told: Collection[str]) -> str:
    """Return what to list so that a field is not told: the record that it belongs to, where its own name has not done."""
    while name in said:
        name = name.rpartition(".")[0]
    return "" if any(one == name or one.startswith(f"{name}.") for one in told) else name


def _within(field: FieldPath, record: FieldPath) -> str:
    """Return the name of a field in its record, as `said` lists it."""
    return ".".join(step for step in field[len(record) :] if isinstance(step, str))


def _switches(record: object, before: str = "") -> Iterator[str]:
    """Yield the names of what a record answers with yes, in the records within it too."""
    if isinstance(record, BaseModel):
        for attribute, field in fields_of(type(record)):
            value = getattr(record, attribute)
            if value is True:
                yield f"{before}{field.name}"
            elif isinstance(value, BaseModel):
                yield from _switches(value, f"{before}{field.name}.")
