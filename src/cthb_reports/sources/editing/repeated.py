"""Values that stand in one place of a YAML file and are repeated in others by an alias: a change there changes them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cthb_reports.errors import UnwritableError
from cthb_reports.sources.editing.sheet import nodes_in
from cthb_reports.sources.nodes import Alias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cthb_reports.sources.editing.sheet import Sheet, Spot
    from cthb_reports.sources.nodes import Node


def refuse_repeated(sheet: Sheet, spot: Spot, *, whole: bool) -> None:
    """Refuse to change what an alias repeats.

    Args:
        sheet: The file.
        spot: What is to be changed.
        whole: Whether all that it holds is to go, not only to have something added.

    Raises:
        UnwritableError: It is repeated, or holds something that is, or is a repetition; it says where.
    """
    aliases = sheet.aliases
    if not aliases:
        return
    concerned = [*_upwards(spot), *(nodes_in(spot.node) if whole else ())]
    for node in concerned:
        target = node.target if isinstance(node, Alias) else node
        places = [alias.place.location for alias in aliases if alias.target is target]
        if places:
            where = ", ".join(map(str, places))
            raise UnwritableError(
                str(spot.node.place.location),
                f"the value is repeated by an alias ({where}), and would change there, too; write it out in each place first",
            )


def _upwards(spot: Spot | None) -> Iterator[Node]:
    while spot is not None:
        yield spot.node
        spot = spot.holder
