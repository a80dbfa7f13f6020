"""What people typed that belongs to no record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cthb_reports.word.edits import Edit, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cthb_reports.word.desk import Desk

_FIXED = "these words are the template's, and belong to no block that the records can word otherwise"


def new_texts(desk: Desk) -> Iterator[Edit]:
    """Yield new paragraphs, but those of notes that a narrative refers to."""
    referred = {
        seen.token.target
        for region, state in desk.compared.regions.items()
        if state.is_changed or region.kind == "narrative"
        for stretch in state.edited
        for seen in stretch.seen
        if seen.token.kind == "note"
    }
    for one in desk.compared.new:
        if desk.compared.edited[one.paragraph].part not in referred:
            yield desk.edit(Status.NEW_TEXT, (), one.old, one.words, one.paragraph)


def fixed_words(desk: Desk) -> Iterator[Edit]:
    """Yield wording that belongs to no block, and is another one."""
    for one in desk.compared.fixed:
        edit = desk.edit(Status.SHOWN, (), one.old, one.words, one.paragraph)
        yield replace(edit, title="fixed wording of the template", reason=_FIXED)
