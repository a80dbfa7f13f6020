"""An Open XML file as its parts: their content types, and how they relate to one another (ECMA-376, part 2)."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docx.opc.package import OpcPackage

from cthb_reports.writers.docx.namespaces import Element, parsed, xml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CONTENT_TYPES = "[Content_Types].xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DEFAULTS = (
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
)


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part, or the package, says of another.

    Args:
        id: Unique within the part that says it.
        type: A URI.
        target: The name of a part, or an address where `external`.
        external: Whether the target is outside the package.
    """

    id: str
    type: str
    target: str
    external: bool = False

    @property
    def kind(self) -> str:
        """The last word of the type: `header`."""
        return self.type.rpartition("/")[2]


class Package:
    """The parts by name, without a slash in front; the name of the package itself is empty.

    Args:
        parts: The contents of the parts.
        types: Their content types.
        relations: What each of them, and the package, says of others.
    """

    def __init__(
        self, parts: Mapping[str, bytes], types: Mapping[str, str], relations: Mapping[str, list[Relation]]
    ) -> None:
        self.parts = dict(parts)
        self._types = dict(types)
        self._relations = dict(relations)

    @classmethod
    def read(cls, content: bytes) -> Package:
        """Return a file as its parts, read by python-docx; those that nothing relates to are left out.

        Raises:
            ValueError: A part has no type, or a relationship no name.
            Exception: Whatever else python-docx raises where the file is damaged.
        """
        package = OpcPackage.open(io.BytesIO(content))
        parts = {part.partname.membername: part for part in package.iter_parts()}
        sources: dict[str, Any] = {"": package, **parts}
        return cls(
            {name: part.blob for name, part in parts.items()},
            {name: _said(part.content_type) for name, part in parts.items()},
            {name: [_relation(found) for found in source.rels.values()] for name, source in sources.items()},
        )

    def relations(self, source: str = "") -> list[Relation]:
        """Return what a part says of others."""
        return list(self._relations.get(source, ()))

    def relate(self, source: str, kind: str, target: str) -> str:
        """Have a part relate to another, and return the id of the relation.

        Args:
            source: The part that speaks; empty for the package.
            kind: The type of the relation, a URI.
            target: The name of the other part.
        """
        relations = self._relations.setdefault(source, [])
        taken = {relation.id for relation in relations}
        name = next(free for number in range(1, len(taken) + 2) if (free := f"rId{number}") not in taken)
        relations.append(Relation(name, kind, target))
        return name

    def drop(self, source: str, dropped: Iterable[Relation]) -> None:
        """Forget what a part says of some others."""
        gone = set(dropped)
        self._relations[source] = [relation for relation in self._relations.get(source, ()) if relation not in gone]

    def content_type(self, name: str) -> str:
        """Return the content type of a part."""
        return self._types[name]

    def add(self, name: str, content: bytes, content_type: str) -> None:
        """Put in a part, in place of one of that name."""
        self.parts[name] = content
        self.set_type(name, content_type)

    def set_type(self, name: str, content_type: str) -> None:
        """Say of which type a part is."""
        self._types[name] = content_type

    def free_name(self, pattern: str) -> str:
        """Return a name that no part has yet, made from a pattern with `{}` for a number."""
        taken = {name.lower() for name in self.parts}
        return next(
            name for number in range(1, len(taken) + 2) if (name := pattern.format(number)).lower() not in taken
        )

    def drop_unreachable(self) -> None:
        """Take out the parts that nothing relates to."""
        reached: set[str] = set()
        waiting = [""]
        while waiting:
            source = waiting.pop()
            found = {relation.target for relation in self._relations.get(source, ()) if not relation.external}
            waiting += found - reached
            reached |= found
        self.parts = {name: content for name, content in self.parts.items() if name in reached}
        self._relations = {source: found for source, found in self._relations.items() if source in {"", *reached}}

    def members(self) -> dict[str, bytes]:
        """Return everything but the content types, ready to be zipped."""
        relations = {
            relations_name(source): relations_member(found) for source, found in self._relations.items() if found
        }
        return {**self.parts, **relations}

    def content_types_root(self) -> Element:
        """Return the content types of all parts as XML."""
        overrides = "".join(type_xml(name, self._types[name]) for name in self.parts)
        return parsed(f'<Types xmlns="{_TYPES}">{_DEFAULTS}{overrides}</Types>')

    def relations_root(self, source: str) -> Element:
        """Return what a part says of others as XML."""
        return parsed(relations_member(self._relations.get(source, [])))


def relations_name(source: str) -> str:
    """Return the member that holds what a part says of others."""
    folder, base = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def zipped(members: Mapping[str, bytes]) -> bytes:
    """Return members as a file: content types first, as the standard advises, and no time of the clock."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(members, key=lambda name: (name != CONTENT_TYPES, not name.startswith("_rels/"), name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, members[name])
    return file.getvalue()


def _relation(found: Any) -> Relation:
    target = found.target_ref if found.is_external else found.target_part.partname.membername
    return Relation(_said(found.rId), _said(found.reltype), _said(target), found.is_external)


def _said(value: str | None) -> str:
    if value is None:
        raise ValueError("an attribute is missing")
    return value


def type_xml(name: str, content_type: str) -> str:
    """Return the type of a part as XML, to stand in the member of content types."""
    return f'<Override PartName="/{xml(name)}" ContentType="{xml(content_type)}"/>'


def relations_xml(relations: Iterable[Relation]) -> str:
    """Return relationships as XML, to stand in a member of relationships."""
    return "".join(
        f'<Relationship Id="{xml(relation.id)}" Type="{xml(relation.type)}" '
        + (
            f'Target="{xml(relation.target)}" TargetMode="External"/>'
            if relation.external
            else f'Target="/{xml(relation.target)}"/>'
        )
        for relation in relations
    )


def relations_member(relations: Iterable[Relation]) -> bytes:
    """Return the member that holds what a part says of others."""
    return f'{_XML}<Relationships xmlns="{_RELATIONS}">{relations_xml(relations)}</Relationships>'.encode()
