"""An Open XML file as its parts: their content types, and how they relate to one another (ECMA-376, part 2)."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from cthb_reports.writers.docx.namespaces import Element, parsed, serialised, xml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

CONTENT_TYPES = "[Content_Types].xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"


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
    """The parts by name, without a slash in front; the name of the package itself is empty."""

    def __init__(self, members: Mapping[str, bytes]) -> None:
        self._types = parsed(members[CONTENT_TYPES])
        relations = {name: content for name, content in members.items() if _is_relations(name)}
        self.parts = {
            name: content
            for name, content in members.items()
            if name not in relations and name != CONTENT_TYPES and not name.endswith("/")
        }
        self._relations = {
            _source(name): _read(content, posixpath.dirname(_source(name))) for name, content in relations.items()
        }

    def relations(self, source: str = "") -> list[Relation]:
        """Return what a part says of others."""
        return list(self._relations.get(source, ()))

    def relate(self, source: str, kind: str, target: str, *, name: str = "") -> str:
        """Have a part relate to another, and return the id of the relation.

        Args:
            source: The part that speaks; empty for the package.
            kind: The type of the relation, a URI.
            target: The name of the other part.
            name: The id to give; a free one without it.
        """
        relations = self._relations.setdefault(source, [])
        taken = {relation.id for relation in relations}
        name = name or next(free for number in range(1, len(taken) + 2) if (free := f"rId{number}") not in taken)
        relations.append(Relation(name, kind, target))
        return name

    def drop(self, source: str, dropped: Iterable[Relation]) -> None:
        """Forget what a part says of some others."""
        gone = set(dropped)
        self._relations[source] = [relation for relation in self._relations.get(source, ()) if relation not in gone]

    def content_type(self, name: str) -> str | None:
        """Return the content type of a part."""
        for entry in self._types:
            if entry.get("PartName", "").lower() == f"/{name}".lower():
                return str(entry.get("ContentType"))
        suffix = posixpath.splitext(name)[1].removeprefix(".").lower()
        for entry in self._types:
            if suffix and entry.get("Extension", "").lower() == suffix:
                return str(entry.get("ContentType"))
        return None

    def add(self, name: str, content: bytes, content_type: str) -> None:
        """Put in a part, in place of one of that name."""
        self.parts[name] = content
        self.set_type(name, content_type)

    def set_type(self, name: str, content_type: str) -> None:
        """Say of which type a part is."""
        for entry in list(self._types):
            if entry.get("PartName", "").lower() == f"/{name}".lower():
                self._types.remove(entry)
        etree.SubElement(self._types, f"{_TYPES}Override", PartName=f"/{name}", ContentType=content_type)

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
        for entry in list(self._types):
            if (name := entry.get("PartName")) and name.removeprefix("/") not in self.parts:
                self._types.remove(entry)

    def members(self) -> dict[str, bytes]:
        """Return everything, ready to be zipped."""
        relations = {
            relations_name(source): relations_member(found) for source, found in self._relations.items() if found
        }
        return {CONTENT_TYPES: serialised(self._types), **self.parts, **relations}

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


def _is_relations(name: str) -> bool:
    folder, base = posixpath.split(name)
    return base.endswith(".rels") and posixpath.basename(folder) == "_rels"


def _source(name: str) -> str:
    folder, base = posixpath.split(name)
    return posixpath.join(posixpath.dirname(folder), base.removesuffix(".rels"))


def _read(content: bytes, folder: str) -> list[Relation]:
    return list(_relations_in(parsed(content), folder))


def _relations_in(root: Element, folder: str) -> Iterator[Relation]:
    for entry in root.iterchildren(f"{_RELATIONS}Relationship"):
        external = entry.get("TargetMode") == "External"
        target = str(entry.get("Target"))
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        yield Relation(str(entry.get("Id")), str(entry.get("Type")), target, external)


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
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{_RELATIONS[1:-1]}">'
        f"{relations_xml(relations)}</Relationships>"
    ).encode()
