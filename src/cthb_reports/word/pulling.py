"""The edits that people made in a draft, as changes of the records that it was made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports.kinds.matching import matched
from cthb_reports.models.base import walk
from cthb_reports.word import loose
from cthb_reports.word.belonging import Belonging
from cthb_reports.word.comparing import compared
from cthb_reports.word.desk import Desk, Now
from cthb_reports.word.expressions import Expressions
from cthb_reports.word.footnotes import notes_now
from cthb_reports.word.made import of_text
from cthb_reports.word.merging import Merging
from cthb_reports.word.regions import Wordings
from cthb_reports.word.retelling import Retelling
from cthb_reports.word.tokens import plain
from cthb_reports.word.values import Values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds import Report
    from cthb_reports.readers.docx.returned import Returned
    from cthb_reports.word.edits import Edit
    from cthb_reports.word.made import Made
    from cthb_reports.word.seen import Compared
    from cthb_reports.word.tokens import Anchors

__all__ = ["Now", "Pulled", "pulled"]


@dataclass(frozen=True, slots=True)
class Pulled:
    """What people changed.

    Args:
        edits: All of it, in the order of the draft.
        compared: The two versions of the draft.
        matching: Where each record of the draft is now.
        base: The records that the draft was made from.
        anchors: What the marks of the draft are around.
    """

    edits: tuple[Edit, ...]
    compared: Compared
    matching: Mapping[FieldPath, FieldPath]
    base: Report
    anchors: Anchors


def pulled(made: Made, returned: Returned, now: Now) -> Pulled:
    """Return the edits of a draft that came back.

    Args:
        made: The draft as it was made.
        returned: The same as it came back.
        now: The records as they are now.
    """
    desk = _laid_out(made, returned, now)
    phrases = _phrases(desk.base)
    wordings = Wordings(desk.compared, desk.anchors, Expressions(desk.base), phrases, notes_now(desk))
    merging = Merging(desk)
    found = (
        *Values(desk, merging).edits(),
        *Retelling(desk, merging, wordings, phrases).edits(),
        *loose.fixed_words(desk),
        *loose.new_texts(desk),
    )
    edits = merging.merged(found)
    return Pulled(tuple(sorted(edits, key=_place)), desk.compared, desk.matching, desk.base, desk.anchors)


def _laid_out(made: Made, returned: Returned, now: Now) -> Desk:
    report = made.keepsake.report
    belonging = Belonging(report, made.anchors, made.paragraphs)
    base = [one for one in made.paragraphs if one.text.strip()]
    edited = [one for one in of_text(returned.paragraphs) if one.text.strip()]
    both = compared(base, edited, made.anchors, belonging)
    return Desk(made, returned, now, both, matched(report, now.report))


def _phrases(report: Report) -> set[str]:
    """Return the key phrases of a report in small letters: what is bold by one of them is not bold by its author."""
    return {
        plain(value).lower()
        for path, value, _ in walk(report)
        if path[-1:] == ("key_phrase",) and isinstance(value, str)
    }


def _place(edit: Edit) -> tuple[bool, str, int]:
    return edit.part != "body", edit.part, edit.paragraph
