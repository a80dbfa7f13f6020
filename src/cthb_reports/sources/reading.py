"""From the bytes of one file to data with places, wherever in the report it belongs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from cthb_reports.sources.decoding import decode
from cthb_reports.sources.faults import Fault, UnreadableError
from cthb_reports.sources.json_reader import read_json
from cthb_reports.sources.nodes import Branch
from cthb_reports.sources.source import Source
from cthb_reports.sources.walk import Walk
from cthb_reports.sources.yaml_reader import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cthb_reports.findings import FieldPath, Finding
    from cthb_reports.sources.files import SourceFile
    from cthb_reports.sources.nodes import Node
    from cthb_reports.sources.places import Place

_T = TypeVar("_T")


def read_file(file: SourceFile) -> Source:
    """Read one file that holds a whole report.

    Never raises: what cannot be read is among the findings, and then the data is empty and `()` unreadable.
    """
    gathering = Gathering()
    data = gathering.read(file, (), record)
    return gathering.source(data or {})


def record(walk: Walk, root: Node) -> dict[str, Any]:
    """Return the data of a file that must hold a record, the report itself."""
    if not (isinstance(root, Branch) and root.is_record):
        raise not_a_record(root, "the file must hold the fields of the report, `name: value`")
    data: dict[str, Any] = walk.data(root, ())
    return data


def not_a_record(root: Node, message: str) -> UnreadableError:
    """Return what to raise on a file that holds a text or a list where a record is needed."""
    is_list = isinstance(root, Branch)
    hint = (
        "this is a list; give it a name, or a file of that name"
        if is_list
        else "write a name, a colon, a space, the value"
    )
    return UnreadableError(Fault.NOT_A_RECORD.found(root.place.location, message, hint))


class Gathering:
    """Gathers places and findings from several files; a file that cannot be read leaves nothing but its finding."""

    def __init__(self) -> None:
        self.values: dict[FieldPath, Place] = {}
        self.keys: dict[FieldPath, Place] = {}
        self.findings: list[Finding] = []
        self.unreadable: set[FieldPath] = set()

    def read(self, file: SourceFile, path: FieldPath, take: Callable[[Walk, Node], _T]) -> _T | None:
        """Read one file.

        Args:
            file: The file.
            path: The field that it belongs to.
            take: Makes data of its tree; it may raise `UnreadableError`.

        Returns:
            What `take` returned; `None` where nothing of the file can be used.
        """
        walk = Walk()
        try:
            root, findings = _tree(file)
            self.findings += findings
            data = take(walk, root)
        except UnreadableError as error:
            self.refuse(replace(error.finding, field=path))
            return None
        self._merge(walk)
        return data

    def refuse(self, finding: Finding) -> None:
        """Take the finding of a field that is given, but not readably."""
        self.findings.append(finding)
        self.unreadable.add(finding.field)

    def source(self, data: dict[str, Any], ranks: Mapping[str, int] | None = None) -> Source:
        """Return all of it, with the findings in the order of the files and the lines."""
        findings = sorted(self.findings, key=lambda finding: _position(finding, ranks or {}))
        return Source(data, self.values, self.keys, tuple(findings), frozenset(self.unreadable))

    def _merge(self, walk: Walk) -> None:
        self.values.update(walk.values)
        self.keys.update(walk.keys)
        self.findings += walk.findings
        self.unreadable |= walk.unreadable


def _tree(file: SourceFile) -> tuple[Node, list[Finding]]:
    text = decode(file)
    return (read_json(text), []) if file.is_json else read_yaml(text)


def _position(finding: Finding, ranks: Mapping[str, int]) -> tuple[int, int, int]:
    place = finding.location
    return (ranks.get(place.file, -1), place.line, place.column) if place else (-1, 0, 0)
