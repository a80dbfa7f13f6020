"""What lies side by side while a draft is brought back, and how an edit says where it stands and who made it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from cthb_reports.kinds.matching import mapped
from cthb_reports.kinds.titles import field_title
from cthb_reports.word.edits import Edit, Status
from cthb_reports.word.tokens import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds import Report
    from cthb_reports.readers.docx.returned import Returned, ReturnedParagraph, Revision
    from cthb_reports.word.made import Made
    from cthb_reports.word.seen import Compared
    from cthb_reports.word.tokens import Anchors


@dataclass(frozen=True, slots=True)
class Now:
    """The records as they are now.

    Args:
        report: The records.
        data: The same as their author wrote them.
    """

    report: Report
    data: dict[str, Any]


@dataclass(frozen=True)
class Desk:
    """All that pulling looks at.

    Args:
        made: The draft as it was made.
        returned: The same as it came back.
        now: The records as they are now.
        compared: The two versions of the draft.
        matching: Where each record of the draft is now.
    """

    made: Made
    returned: Returned
    now: Now
    compared: Compared
    matching: Mapping[FieldPath, FieldPath]

    @property
    def base(self) -> Report:
        """The records that the draft was made from."""
        return self.made.keepsake.report

    @property
    def anchors(self) -> Anchors:
        """What the marks of the draft are around."""
        return self.made.anchors

    def here(self, path: FieldPath) -> FieldPath | None:
        """Return where a field of the draft is now."""
        return mapped(path, self.matching)

    def edit(self, status: Status, path: FieldPath, old: str, new: str, paragraph: int) -> Edit:
        """Return an edit at a paragraph of the comparison; -1 for one that is gone."""
        there = self._at(paragraph)
        return Edit(
            status,
            path,
            field_title(self.base, path) if path else "",
            " ".join(old.split()),
            " ".join(new.split()),
            there.number if there else 0,
            there.part if there else "body",
            who=self._who(there, old, new),
        )

    def number(self, paragraph: int) -> int:
        """Return the number that a person gives to a paragraph of the comparison."""
        there = self._at(paragraph)
        return there.number if there else 0

    def _at(self, paragraph: int) -> ReturnedParagraph | None:
        edited = self.compared.edited
        return edited[paragraph] if 0 <= paragraph < len(edited) else None

    def _who(self, there: ReturnedParagraph | None, old: str, new: str) -> tuple[str, ...]:
        """Return who has tracked what makes the one text the other, and when; nobody where it was not tracked.

        Others may have changed the same paragraph elsewhere.
        """
        before, after = set(plain(old).split()), set(plain(new).split())
        gone, come = before - after, after - before
        found = (
            one
            for one in (self._tracked.get((there.part, there.number), ()) if there else ())
            if _touches(one, gone, come)
        )
        return tuple(dict.fromkeys(f"{one.author}{f', {one.date[:10]}' if one.date else ''}" for one in found))

    @cached_property
    def _tracked(self) -> Mapping[tuple[str, int], list[Revision]]:
        found: dict[tuple[str, int], list[Revision]] = {}
        for one in self.returned.revisions:
            if one.author and 0 <= one.paragraph < len(self.returned.paragraphs):
                there = self.returned.paragraphs[one.paragraph]
                found.setdefault((there.part, there.number), []).append(one)
        return found


def _touches(revision: Revision, gone: set[str], come: set[str]) -> bool:
    words = set(plain(revision.text).split())
    return bool(words & (gone if revision.kind.endswith(("deleted", "moved from")) else come))
