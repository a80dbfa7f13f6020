"""From the tree of one file to plain data, with the place of every value under its field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cthb_reports.sources.faults import Fault, UnreadableError
from cthb_reports.sources.nodes import MAX_DEPTH, Alias, Branch, Broken, Scalar, too_deep

if TYPE_CHECKING:
    from cthb_reports.findings import FieldPath, Finding
    from cthb_reports.sources.nodes import Node
    from cthb_reports.sources.places import Place

MAX_REPEATED: Final = 10_000
"""How many values the aliases of one file may repeat."""


class Walk:
    """Gathers data, places and findings from the tree of one file.

    Aliases are written out: each repetition is data of its own, and its values have the places where they are written.
    """

    def __init__(self) -> None:
        self.values: dict[FieldPath, Place] = {}
        self.keys: dict[FieldPath, Place] = {}
        self.findings: list[Finding] = []
        self.unreadable: set[FieldPath] = set()
        self._repeated = 0
        self._aliases: list[Alias] = []

    def data(self, node: Node, path: FieldPath) -> Any:
        """Return a value and all in it as dicts, lists and scalars; the first of two equal names wins.

        Raises:
            UnreadableError: Aliases make it too large or too deep.
        """
        if isinstance(node, Alias):
            return self._alias(node, path)
        self.values[path] = node.place
        if self._aliases:
            self._count()
        if isinstance(node, Scalar):
            return node.value
        if isinstance(node, Broken):
            self.unreadable.add(path)
            return None
        if self._aliases and len(path) > MAX_DEPTH:
            raise too_deep(self._aliases[0].place.location)
        return self._record(node, path) if node.is_record else self._list(node, path)

    def _alias(self, alias: Alias, path: FieldPath) -> Any:
        self._aliases.append(alias)
        data = self.data(alias.target, path)
        self._aliases.pop()
        return data

    def _count(self) -> None:
        self._repeated += 1
        if self._repeated > MAX_REPEATED:
            place = self._aliases[0].place
            message = f"with `{place.value}`, aliases repeat more than {MAX_REPEATED:,} values"
            raise UnreadableError(Fault.TOO_MUCH_REPEATED.found(place.location, message, "write the values out"))

    def _list(self, branch: Branch, path: FieldPath) -> list[Any]:
        return [self.data(child, (*path, index)) for index, child in enumerate(branch.children)]

    def _record(self, branch: Branch, path: FieldPath) -> dict[str, Any]:
        record: dict[str, Any] = {}
        children = iter(branch.children)
        for name, value in zip(children, children, strict=True):
            key = self._key(name, path)
            if key is None:
                continue
            inner = (*path, key)
            if key in record:
                self._refuse_duplicate(name, inner)
            else:
                self.keys[inner] = name.place
                record[key] = self.data(value, inner)
        return record

    def _key(self, name: Node, path: FieldPath) -> str | None:
        """Return the name of a field, or `None` after a finding where it is none."""
        node = name.target if isinstance(name, Alias) else name
        key = node.place.value if isinstance(node, Scalar) else None
        if not key:
            message = "a name of a field is needed before the colon; this is a list, a record or nothing"
            self._refuse(Fault.KEY_NOT_TEXT, name, path, message, "if it is text, put it into quotation marks")
            return None
        if key == "<<" and node.place.style == "plain":
            message = "`<<` takes over the values of another record; that is not supported"
            self._refuse(Fault.MERGE_KEY, name, path, message, "write the values out in this record")
            self.unreadable.add(path)
            return None
        return key

    def _refuse_duplicate(self, name: Node, path: FieldPath) -> None:
        first = self.keys[path].location
        message = f"`{path[-1]}` is given twice, first in line {first.line}"
        self._refuse(Fault.DUPLICATE_KEY, name, path, message, "keep one of the two; if both are meant, make a list")

    def _refuse(self, fault: Fault, name: Node, path: FieldPath, message: str, hint: str) -> None:
        if not self._aliases:  # a record that is repeated was refused where it is written
            self.findings.append(fault.found(name.place.location, message, hint, path))
