"""A report folder: which field of the report each file and subfolder holds.

`report.yaml` is the head. Every other file or subfolder is named after a field and holds it: `activities.yaml`, or
`activities/` with one entry or a list of entries in each file. Fields of a record nest as folders: `partnerships/external.yaml`.
Files are taken in the plain order of their names, capitals or not, so `10` comes before `2`: number them `02`, `10`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import partial
from typing import TYPE_CHECKING, Any

from cthb_reports.findings import field_text
from cthb_reports.sources.decoding import Text
from cthb_reports.sources.faults import Fault
from cthb_reports.sources.files import REPORT, is_ignored
from cthb_reports.sources.nodes import Branch
from cthb_reports.sources.places import Place
from cthb_reports.sources.reading import Gathering, not_a_record, record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import PurePosixPath

    from cthb_reports.findings import FieldPath, Location
    from cthb_reports.sources.files import SourceFile
    from cthb_reports.sources.nodes import Node
    from cthb_reports.sources.source import Source
    from cthb_reports.sources.walk import Walk


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field holds, as far as its files go: one value, a list of entries, or a record.

    Args:
        entries: It is a list, and may be a folder of entries.
        fields: It is a record with these fields, and may be a folder of them.
    """

    entries: bool = False
    fields: Mapping[str, Shape] = field(default_factory=dict)


def read_folder(files: Iterable[SourceFile], shape: Shape) -> Source:
    """Read the files of a report folder.

    Never raises: what cannot be read is among the findings, and the other files are read all the same.

    Args:
        files: Its files, in any order; those that `is_ignored` are passed over.
        shape: The fields of the report.
    """
    return _Folder(files).source(shape)


@dataclass(frozen=True, slots=True)
class _Slot:
    """One file, or all files of one folder, that may hold a field.

    Args:
        name: The field that it is named after.
        written: Its path in the report folder as the author wrote it.
        files: The file, or the files of the folder in order.
        is_folder: Whether it is a folder.
    """

    name: str
    written: str
    files: Sequence[SourceFile]
    is_folder: bool

    @property
    def top(self) -> Place:
        """The beginning of its first file."""
        return Place(Text(self.files[0].shown, ""), 0, 0)


class _Folder:
    def __init__(self, files: Iterable[SourceFile]) -> None:
        self._files = sorted(
            (file for file in files if not is_ignored(file.path)), key=lambda file: reading_order(file.path)
        )
        self._gathering = Gathering()

    def source(self, shape: Shape) -> Source:
        slots = _slots(self._files, 0)
        data = self._head(slots.pop(REPORT, []))
        self._fields(slots, shape, (), data)
        ranks = {file.shown: rank for rank, file in enumerate(self._files)}
        return self._gathering.source(data, ranks)

    def _head(self, slots: Sequence[_Slot]) -> dict[str, Any]:
        heads = [slot for slot in slots if not slot.is_folder]
        if not heads:
            self._no_head()
            return {}
        if len(slots) > 1:
            self._refuse_twice(slots, (REPORT,), [])
        self._gathering.values[()] = heads[0].top
        return self._gathering.read(heads[0].files[0], (), record) or {}

    def _no_head(self) -> None:
        message = f"the folder holds no `{REPORT}.yaml`"
        hint = "add it, with the kind of the document and its year, or check that this is the right folder"
        self._gathering.refuse(Fault.NO_REPORT_FILE.found(None, message, hint))

    def _fields(
        self, slots: Mapping[str, Sequence[_Slot]], shape: Shape, path: FieldPath, data: dict[str, Any]
    ) -> None:
        for name, held in slots.items():
            if name in shape.fields:
                self._field(held, shape.fields[name], (*path, name), data)
            else:
                self._refuse_unknown(held, shape, path)

    def _field(self, slots: Sequence[_Slot], shape: Shape, path: FieldPath, data: dict[str, Any]) -> None:
        elsewhere = [self._gathering.keys[path].location] if path[-1] in data else []
        if len(slots) + len(elsewhere) > 1:
            self._refuse_twice(slots, path, elsewhere)
        value = None if elsewhere else self._value(slots[0], shape, path)
        if value is not None:
            data[str(path[-1])] = value

    def _value(self, slot: _Slot, shape: Shape, path: FieldPath) -> Any:
        if not slot.is_folder:
            return self._gathering.read(slot.files[0], path, lambda walk, root: walk.data(root, path))
        self._gathering.values[path] = slot.top
        if shape.entries:
            return self._entries(slot, path)
        if shape.fields:
            return self._record(slot, shape, path)
        return self._refuse_folder(slot, path)

    def _record(self, slot: _Slot, shape: Shape, path: FieldPath) -> dict[str, Any]:
        data: dict[str, Any] = {}
        self._fields(_slots(slot.files, len(path)), shape, path, data)
        return data

    def _entries(self, slot: _Slot, path: FieldPath) -> list[Any] | None:
        entries: list[Any] = []
        for file in slot.files:
            if len(file.path.parts) > len(path) + 1:
                self._refuse_nested(file, path)
                continue
            entries += self._gathering.read(file, path, partial(_entries, path=path, before=len(entries))) or []
        return entries or None

    def _refuse_nested(self, file: SourceFile, path: FieldPath) -> None:
        place = Text(file.shown, "").location(0, 0)
        message = f"`{file.path}` stands in a folder inside the list `{field_text(path)}`"
        self._gathering.refuse(Fault.UNKNOWN_FILE.found(place, message, "move it one folder up", path))

    def _refuse_folder(self, slot: _Slot, path: FieldPath) -> None:
        message = f"`{slot.written}` is a folder, but the field is no list"
        hint = f"put it into one file, `{slot.written.removesuffix('/')}.yaml`"
        self._gathering.refuse(Fault.UNKNOWN_FILE.found(slot.top.location, message, hint, path))

    def _refuse_twice(self, slots: Sequence[_Slot], path: FieldPath, elsewhere: Sequence[Location]) -> None:
        places = [*elsewhere, *(slot.top.location for slot in slots)]
        names = [
            *(f"line {place.line} of the report file" for place in elsewhere),
            *(f"`{slot.written}`" for slot in slots),
        ]
        message = f"`{field_text(path)}` is given in {' and in '.join(names)}"
        for place in places:
            self._gathering.findings.append(Fault.FIELD_GIVEN_TWICE.found(place, message, "keep it in one place", path))

    def _refuse_unknown(self, slots: Sequence[_Slot], shape: Shape, path: FieldPath) -> None:
        known = [*shape.fields, *([] if path else [REPORT])]
        for slot in slots:
            message = (
                f"`{slot.written}` is not named after a field of {f'`{field_text(path)}`' if path else 'the report'}"
            )
            hint = _suggestion(slot, known)
            self._gathering.findings.append(Fault.UNKNOWN_FILE.found(slot.top.location, message, hint, path))


def _suggestion(slot: _Slot, known: Sequence[str]) -> str:
    close = get_close_matches(slot.name.casefold(), known, n=1)
    if close:
        suffix = "/" if slot.is_folder else slot.files[0].path.suffix
        return f"did you mean `{close[0]}{suffix}`?"
    return f"begin its name with `_` to have it passed over; the fields are {', '.join(known)}"


def _entries(walk: Walk, root: Node, *, path: FieldPath, before: int) -> list[Any]:
    """Return the entries of one file of a list, the first of which has the index `before`."""
    if not isinstance(root, Branch):
        raise not_a_record(
            root, f"an entry of `{field_text(path)}` is needed: `name: value` lines, or a list of such entries"
        )
    if root.is_record:
        return [walk.data(root, (*path, before))]
    return [walk.data(child, (*path, index)) for index, child in enumerate(root.children, before)]


def _slots(files: Iterable[SourceFile], depth: int) -> dict[str, list[_Slot]]:
    """Return what stands at one level of folders, under the field that it is named after."""
    members: dict[tuple[str, bool], list[SourceFile]] = {}
    for file in files:
        is_folder = len(file.path.parts) > depth + 1
        members.setdefault((file.path.parts[depth], is_folder), []).append(file)
    slots: dict[str, list[_Slot]] = {}
    for (part, is_folder), held in members.items():
        name = part if is_folder else held[0].path.stem
        written = "/".join(held[0].path.parts[: depth + 1]) + ("/" if is_folder else "")
        slots.setdefault(name, []).append(_Slot(name, written, held, is_folder))
    return slots


def reading_order(path: PurePosixPath) -> tuple[bool, tuple[str, ...], str]:
    """Return what to sort the files of a folder by: the head first, then the others by name, capitals or not."""
    is_head = len(path.parts) == 1 and path.stem == REPORT
    return not is_head, tuple(part.casefold() for part in path.parts), str(path)
