"""What people changed in a draft, as a value: which field, what stood there, what stands there now, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cthb_reports.findings import FieldPath
    from cthb_reports.sources.editing import Change


class Status(StrEnum):
    """What becomes of an edit."""

    REVISED = "revised"
    """A value is another one, and is written."""
    FILLED = "filled"
    """A fact that was still to come is there, and is written."""
    REWORDED = "reworded"
    """A text is another one, and is written."""
    ARRANGED = "arranged"
    """A text stands elsewhere, alone or with others, and that is written."""
    CONFLICT = "conflict"
    """Two versions differ; nothing is written."""
    UNREADABLE = "not understood"
    """The words mean nothing in their field; nothing is written."""
    LOST = "gone"
    """A value or a text was deleted; the records keep it."""
    SHOWN = "only shown"
    """There is no way back to the records; nothing is written."""
    KNOWN = "there already"
    """The records say the same by now."""
    NEW_TEXT = "new text, no home"
    """It belongs to no record; it is kept beside them."""


WRITTEN = frozenset({Status.REVISED, Status.FILLED, Status.REWORDED, Status.ARRANGED})
"""What is written into the records."""
LEFT = frozenset({Status.CONFLICT, Status.UNREADABLE, Status.LOST, Status.SHOWN})
"""What the records do not have after a pull."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that people changed.

    Args:
        status: What becomes of it.
        field: The field in the records that the draft was made from; empty for what has none.
        title: What people call the field.
        old: The words as the draft was made.
        new: The words now.
        paragraph: The number of the paragraph in its part of the draft, counted from 1; 0 where it is gone.
        part: The part of the draft: `body`, `footnote 2`.
        reason: Why it is not written, or what else is to be known.
        elsewhere: The other paragraphs that print the same field.
        who: Who made it and when, where it was tracked.
        changes: What is written into the records.
    """

    status: Status
    field: FieldPath
    title: str
    old: str
    new: str
    paragraph: int = 0
    part: str = "body"
    reason: str = ""
    elsewhere: tuple[int, ...] = ()
    who: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def is_written(self) -> bool:
        """Whether it goes into the records."""
        return self.status in WRITTEN
