"""The styles and lists of a letterhead, completed by ours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports.writers.docx.letterhead import open_built_in
from cthb_reports.writers.docx.namespaces import Element, parsed, w
from cthb_reports.writers.docx.numbering import Look, Numbering
from cthb_reports.writers.docx.styles import add_missing, bold_ids, ids_by_name

if TYPE_CHECKING:
    from collections.abc import Mapping

_DEPTHS = ("List Number", "List Number 2", "List Number 3")


@dataclass(frozen=True, slots=True)
class Completed:
    """The styles and lists of a letterhead, ours added where it lacks them."""

    ids: Mapping[str, str]
    ours: frozenset[str]
    bold: frozenset[str]
    looks: tuple[Look, ...]
    numbers: Numbering
    first_list: int

    @classmethod
    def of(cls, root: Element, numbers_root: Element) -> Completed:
        """Complete the styles and the numbering of a letterhead, given by their roots."""
        package, main = open_built_in()
        theirs = {found.kind: found.target for found in package.relations(main)}
        ours = parsed(package.parts[theirs["styles"]])
        added = add_missing(root, ours)
        numbers = Numbering(numbers_root, parsed(package.parts[theirs["numbering"]]))
        numbers.adopt(added, ours)
        ids = _ids(root, ours, added)
        by_id = {str(style.get(w("styleId"))): style for style in root.findall(w("style"))}
        looks = tuple(numbers.look_of(by_id[ids[name.lower()]], by_id, depth) for depth, name in enumerate(_DEPTHS))
        return cls(ids, frozenset(added), bold_ids(by_id), looks, numbers, numbers.free_number())


def _ids(root: Element, ours: Element, added: Mapping[str, Element]) -> dict[str, str]:
    """Return the ids of styles by name: of the type that ours have, of paragraphs where we have none of that name."""
    known = ids_by_name(root)
    ids = {name: style_id for (kind, name), style_id in known.items() if kind == "paragraph"}
    for kind, name in ids_by_name(ours):
        ids[name] = str(added[name].get(w("styleId"))) if name in added else known.get((kind, name), "")
    return ids
