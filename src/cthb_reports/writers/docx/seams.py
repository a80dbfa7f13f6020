"""A part cut open at one place, so that text can be put in without parsing the part again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from cthb_reports.writers.docx.namespaces import MC, W15, Element, R, W, serialised

if TYPE_CHECKING:
    from collections.abc import Callable

_HERE = "draft-goes-here"
_IGNORABLE = f"{{{MC}}}Ignorable"


@dataclass(frozen=True, slots=True)
class Seam:
    """The two halves of a part; what comes between them may use the prefixes `w`, `r` and `w15`."""

    head: bytes
    tail: bytes

    def filled(self, xml: str) -> bytes:
        """Return the part with XML between its halves."""
        return b"".join((self.head, xml.encode(), self.tail))


def cut(root: Element, put: Callable[[Element, Element], None] | None = None) -> Seam:
    """Cut a part open.

    Args:
        root: The root of the part; it is used up.
        put: Puts a mark (the second argument) where to cut; without it, the cut is behind the last child of the root.
    """
    is_word = root.tag.startswith(f"{{{W}}}")
    prefixes = {"w": W, "r": R, "mc": MC, "w15": W15} if is_word else {}
    fresh = etree.Element(root.tag, attrib=dict(root.attrib), nsmap={**root.nsmap, **prefixes})
    if is_word:
        # A Word that does not know w15 passes over what is ignorable, and would else call the file damaged.
        ignorable = str(fresh.get(_IGNORABLE, "")).split()
        fresh.set(_IGNORABLE, " ".join(dict.fromkeys([*ignorable, "w15"])))
    fresh[:] = list(root)
    mark = etree.ProcessingInstruction(_HERE)
    if put is None:
        fresh.append(mark)
    else:
        put(fresh, mark)
    head, _, tail = serialised(fresh).partition(etree.tostring(mark, with_tail=False))
    return Seam(head, tail)
