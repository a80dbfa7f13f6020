"""A draft that came back, its edits made in the records, and the next draft: what the laws of pulling are asked of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import cthb_reports
from cthb_reports.readers.docx.returned import read_returned
from cthb_reports.word.data import with_changes
from cthb_reports.word.edits import Edit, Status
from cthb_reports.word.keepsake import unpack
from cthb_reports.word.made import made_again
from cthb_reports.word.pulling import Now, pulled
from cthb_reports.word.repairing import repaired
from cthb_reports.word.tokens import plain
from cthb_reports.writers.docx.keepsake import kept_text

if TYPE_CHECKING:
    from cthb_reports.kinds import Report


@dataclass(frozen=True)
class Brought:
    """What came of a draft.

    Args:
        edits: What is told of it.
        otherwise: What the next draft says otherwise.
        report: The records with what is written.
        wanted: The paragraphs of the draft as it came back.
        got: Those of the next draft.
    """

    edits: tuple[Edit, ...]
    otherwise: tuple[Edit, ...]
    report: Report
    wanted: list[str]
    got: list[str]

    @property
    def is_all_written(self) -> bool:
        """Whether nothing is left over for people to look at."""
        return not self.otherwise and all(edit.is_written or edit.status is Status.KNOWN for edit in self.edits)

    def of(self, *path: int | str) -> Edit:
        """Return the only edit of a field."""
        (found,) = [edit for edit in self.edits if edit.field == path]
        return found


def brought(content: bytes, now: Report | None = None) -> Brought:
    """Return what comes of a draft.

    Args:
        content: The draft as it came back.
        now: The records as they are now; those that it was made from by default.
    """
    returned = read_returned(content, "the draft")
    assert returned.keepsake is not None
    keepsake = unpack(kept_text(returned.keepsake) or "")
    assert keepsake is not None
    made = made_again(keepsake)
    assert made is not None
    report = now or keepsake.report
    records = Now(report, data_of(report))
    found = repaired(pulled(made, returned, records), records, None)
    changes = [change for edit in found.edits for change in edit.changes]
    after = type(report).model_validate(with_changes(records.data, changes))
    again = cthb_reports.draft(after, ".docx").content
    return Brought(found.edits, found.otherwise, after, paragraphs(content), paragraphs(again))


def data_of(report: Report) -> dict[str, Any]:
    """Return records as plain data."""
    return report.model_dump(mode="json", exclude_none=True, by_alias=True)


def paragraphs(content: bytes) -> list[str]:
    """Return the paragraphs of a draft that say something, and its notes; dashes and spaces of all kinds are the same."""
    found = read_returned(content, "the draft").paragraphs
    kinds = ("body", "footnote")
    return [plain(one.text) for one in found if one.part.split()[0] in kinds and one.text.strip()]
