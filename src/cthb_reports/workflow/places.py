"""Where in the files the values of a report stand, and the words in them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cthb_reports.findings import FieldPath, Finding, Location
    from cthb_reports.sources import Source


class Places:
    """The places of a report's values: those in its files, or none at all for a report built in Python.

    Args:
        source: What was read, or `None`.
        original: From the path of a value in the report to its path in the files, where the two differ.
    """

    def __init__(self, source: Source | None = None, original: Callable[[FieldPath], FieldPath] | None = None) -> None:
        self._source = source
        self._original = original or (lambda path: path)

    def put(self, finding: Finding) -> Finding:
        """Return a finding at the place of its field."""
        field = self._original(finding.field)
        return replace(finding, field=field, location=self._whole(field))

    def put_at(self, finding: Finding, start: int, end: int) -> Finding:
        """Return a finding at the characters `start` to before `end` of its field, counted from 0 in the value."""
        field = self._original(finding.field)
        place = self._source.values.get(field) if self._source else None
        return replace(finding, field=field, location=place.at(start, end) if place else self._whole(field))

    def put_at_words(self, finding: Finding, words: str, before: int) -> Finding:
        """Return a finding at words of its field that stand there `before` times already; spaces may be line ends.

        Where they do not stand there as they are, the place is that of the field.
        """
        place = self._source.values.get(self._original(finding.field)) if self._source else None
        pattern = r"\s+".join(map(re.escape, words.split()))
        match = next(islice(re.finditer(pattern, (place and place.value) or ""), before, None), None)
        return self.put_at(finding, *match.span()) if match else self.put(finding)

    def of(self, field: FieldPath) -> Location | None:
        """Return the place of a field, or `None` where there is none."""
        return self._whole(self._original(field))

    def line_of(self, field: FieldPath) -> str:
        """Return the file and the line of a field, or empty where there is none."""
        place = self.of(field)
        return f"{place.file}:{place.line}" if place else ""

    def _whole(self, field: FieldPath) -> Location | None:
        return self._source.locate(field) if self._source and field else None


def within(place: str, roots: Iterable[str]) -> str:
    """Return a place by its name within the folder that holds it: the same files are named alike wherever they are.

    Args:
        place: A file, with a line or without.
        roots: The folders, with slashes.
    """
    plain = place.replace("\\", "/")
    folders = (f"{root.rstrip('/')}/" for root in roots)
    return plain.removeprefix(max((folder for folder in folders if plain.startswith(folder)), key=len, default=""))
