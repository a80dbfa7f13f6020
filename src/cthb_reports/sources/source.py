"""What was read: plain data, and the place of everything in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cthb_reports.findings import FieldPath, Finding, Location
    from cthb_reports.sources.places import Place


@dataclass(frozen=True)
class Source:
    """The data of a report as written, before anybody asks whether it makes sense.

    Args:
        data: Records as dicts, lists, text and `None`; from JSON also numbers, true and false.
        values: The place of each value.
        keys: The place of the name that each value has in its record; entries of lists, and fields that are files, have none.
        findings: What could not be read, in the order of the files and the lines.
        unreadable: Fields that are given but could not be read, so that nobody reports them as missing; `()` is the whole
            report. Findings of others at such a path or below say nothing that the author does not know.
    """

    data: dict[str, Any]
    values: Mapping[FieldPath, Place] = field(default_factory=dict)
    keys: Mapping[FieldPath, Place] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    unreadable: frozenset[FieldPath] = frozenset()

    def locate(self, path: FieldPath) -> Location | None:
        """Return the place of a value; where it is missing, that of the nearest thing that would hold it.

        That is the text that it would be a part of, the name of the record, or the first line of the record.
        """
        if path in self.values:
            return self.values[path].location
        for length in range(len(path) - 1, -1, -1):
            place = self._holder(path[:length])
            if place:
                return place.location
        return None

    def locate_key(self, path: FieldPath) -> Location | None:
        """Return the place of the name of a value in its record; where it has none, what `locate` returns."""
        place = self.keys.get(path)
        return place.location if place else self.locate(path)

    def is_unreadable(self, path: FieldPath) -> bool:
        """Tell whether the value at a path, or something that holds it, was given but could not be read."""
        return any(path[:length] in self.unreadable for length in range(len(path) + 1))

    def _holder(self, path: FieldPath) -> Place | None:
        place = self.values.get(path)
        return place if place and place.is_scalar else self.keys.get(path, place)
