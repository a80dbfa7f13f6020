"""Which file of a report holds which field."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cthb_reports.sources.editing.sheet import Sheet
from cthb_reports.sources.faults import UnreadableError
from cthb_reports.sources.files import REPORT, SourceFile, is_ignored
from cthb_reports.sources.folder import Shape, reading_order
from cthb_reports.sources.nodes import Branch

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cthb_reports.findings import FieldPath


@dataclass(frozen=True, slots=True)
class Part:
    """A file, and the field that it holds.

    Args:
        file: The file.
        sheet: Its text.
        field: The field; of a file in the folder of a list, the list.
        entries: The numbers of the entries that a file in the folder of a list holds; `None` for any other file.
    """

    file: SourceFile
    sheet: Sheet
    field: FieldPath
    entries: range | None = None

    @property
    def is_list(self) -> bool:
        """Whether the file holds a list."""
        return isinstance(self.sheet.root.node, Branch) and not self.sheet.root.node.is_record

    def inside(self, path: FieldPath) -> FieldPath | None:
        """Return the way to a field from the value that the file holds, or `None` where the file does not hold it."""
        depth = len(self.field)
        if path[:depth] != self.field:
            return None
        if self.entries is None:
            return path[depth:]
        if len(path) == depth or path[depth] not in self.entries:
            return None
        if not self.is_list:
            return path[depth + 1 :]
        return (int(path[depth]) - self.entries.start, *path[depth + 1 :])


class Parts:
    """All files of a report."""

    def __init__(self, files: Iterable[SourceFile], shape: Shape | None) -> None:
        self.all: list[Part] = []
        if shape is None:
            self.all = [Part(file, Sheet.of(file), ()) for file in files]
            return
        counts: dict[FieldPath, int] = {}
        read = (file for file in files if not is_ignored(file.path))
        for file in sorted(read, key=lambda file: reading_order(file.path)):
            self._take(file, shape, counts)

    def _take(self, file: SourceFile, shape: Shape, counts: dict[FieldPath, int]) -> None:
        steps = (*file.path.parts[:-1], file.path.stem)
        try:
            sheet = Sheet.of(file)
        except UnreadableError:  # the reader has left it out, too
            return
        if steps == (REPORT,):
            self.all.append(Part(file, sheet, ()))
            return
        for depth, step in enumerate(steps):
            if shape.entries and depth == len(steps) - 1 and isinstance(sheet.root.node, Branch):
                start = counts.get(steps[:depth], 0)
                stop = start + (1 if sheet.root.node.is_record else len(sheet.root.members))
                counts[steps[:depth]] = stop
                self.all.append(Part(file, sheet, steps[:depth], range(start, stop)))
                return
            if step not in shape.fields:  # the reader has said so
                return
            shape = shape.fields[step]
        self.all.append(Part(file, sheet, steps))

    def holder(self, path: FieldPath) -> tuple[Part, FieldPath] | None:
        """Return the file that holds a field, or would, and the way to it in there; the most particular file wins."""
        found = [(part, inside) for part in self.all if (inside := part.inside(path)) is not None]
        if self.spread(path) or not found:
            return None
        return max(found, key=lambda pair: len(pair[0].field))

    def spread(self, path: FieldPath) -> Sequence[Part]:
        """Return the files of a field that is a folder of several."""
        depth = len(path)
        if not path:
            return []
        return [
            part
            for part in self.all
            if part.field[:depth] == path and (len(part.field) > depth or part.entries is not None)
        ]

    def taker(self, path: FieldPath) -> Part | None:
        """Return the file that takes a new entry of a list that is a folder: the last that holds a list, or the last."""
        files = [part for part in self.all if part.entries is not None and part.field == path]
        lists = [part for part in files if part.is_list]
        return next(reversed(lists or files), None)

    def whole(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """Return the data of the report that files make.

        Args:
            data: What each file holds, by the name in which it is shown; files left out are passed over.
        """
        report: dict[str, Any] = {}
        for part in self.all:
            if part.file.shown not in data:
                continue
            value = deepcopy(data[part.file.shown])
            if not part.field:
                report = value
                continue
            holder = report
            for step in part.field[:-1]:
                holder = holder.setdefault(str(step), {})
            name = str(part.field[-1])
            if part.entries is None:
                holder[name] = value
            else:
                holder.setdefault(name, []).extend(value if part.is_list or isinstance(value, list) else [value])
        return report
