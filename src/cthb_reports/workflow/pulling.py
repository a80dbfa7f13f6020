"""What people changed in drafts that came back, shown beside the records, and written into them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cthb_reports.errors import InvalidReportError, SourceError, UnknownNameError
from cthb_reports.kinds import Report
from cthb_reports.models import checking
from cthb_reports.sources import rewritten
from cthb_reports.sources.editing import Append, Assign
from cthb_reports.word.data import with_changes
from cthb_reports.word.edits import LEFT, Edit, Status
from cthb_reports.word.pulling import Now, pulled
from cthb_reports.word.repairing import repaired
from cthb_reports.workflow import keeping
from cthb_reports.workflow.outputs import write_files
from cthb_reports.workflow.records import read_records, shape_of
from cthb_reports.workflow.returned import came_back
from cthb_reports.workflow.ways import ways

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cthb_reports.readers.docx.returned import Remark, Revision
    from cthb_reports.sources.editing import Change
    from cthb_reports.workflow.records import Records
    from cthb_reports.workflow.returned import Came

AnyPath = str | Path

ACCEPT, REJECT, LIST = "accept", "reject", "list"
READINGS = (ACCEPT, REJECT, LIST)
"""What becomes of tracked changes: they count, they do not, or they are only listed."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An edit, and where in the records it belongs.

    Args:
        edit: The edit.
        place: The file and the line; empty where there is none.
        is_kept: Whether it is kept beside the records already.
    """

    edit: Edit
    place: str = ""
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class Review:
    """What came back in one draft.

    Args:
        draft: The name of the file.
        edits: What people changed, in the order of the draft.
        comments: What people said beside the text, with the paragraph that they said it at.
        revisions: The changes that are tracked in it, likewise.
        warning: What is to be known of the draft; empty where nothing is.
    """

    draft: str
    edits: tuple[Placed, ...]
    comments: tuple[tuple[Remark, int], ...]
    revisions: tuple[tuple[Revision, int], ...]
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Pull:
    """What came back.

    Args:
        reviews: Draft by draft.
        written: The files of the records that were written.
        kept: The file in which what has no place in the records was kept; empty where nothing was.
    """

    reviews: tuple[Review, ...]
    written: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

    @property
    def edits(self) -> tuple[Edit, ...]:
        """All edits of all drafts."""
        return tuple(placed.edit for review in self.reviews for placed in review.edits)

    @property
    def is_left(self) -> bool:
        """Whether something of the drafts is not in the records after all."""
        return any(edit.status in LEFT for edit in self.edits)


def pull(
    drafts: AnyPath | Sequence[AnyPath],
    source: AnyPath,
    *,
    changes: str = ACCEPT,
    templates: AnyPath | None = None,
    apply: bool = False,
) -> Pull:
    """Return what people changed in drafts, and write it into the records if that is asked for.

    Args:
        drafts: One Word file, or several copies that came back from different people.
        source: The file or folder of the records.
        changes: What becomes of tracked changes: `accept`, `reject`, or `list`: then nothing but these is looked at.
        templates: An office's own folder of templates, as for `draft`.
        apply: Write: all the files that change, or none.

    Raises:
        SourceError: A file cannot be read, or is no draft of ours, or one of the report of another year.
        InvalidReportError: The records make no report.
        UnwritableError: A change cannot be written so that the file then says what is meant; nothing was written.
        DraftError: A file cannot be written, or the templates cannot be used; nothing was written.
        TemplateError: A template is wrong.
        UnknownNameError: `changes` is none of these words.
    """
    if changes not in READINGS:
        raise UnknownNameError("way to read tracked changes", changes, READINGS)
    paths = [Path(draft) for draft in ([drafts] if isinstance(drafts, str | Path) else drafts)]
    came = [came_back(path, accept=changes != REJECT) for path in paths]
    records = read_records(Path(source))
    if records.report is None:
        raise InvalidReportError(records.findings)
    for one in came:
        _hold_to_its_year(one, records.report, Path(source))
    if changes == LIST:
        return Pull(tuple(_review(one, (), records) for one in came))
    own = ways(templates)
    edits = _merged(came, Now(records.report, records.source.data), own.templates)
    reviews = [_review(one, found, records) for one, found in zip(came, edits, strict=True)]
    kept = [keeping.kept(Path(source), review) for review in reviews]
    reviews = [review for review, _ in kept]
    if not apply:
        return Pull(tuple(reviews))
    return _applied(records, reviews, {path: text for _, file in kept for path, text in file.items()})


def _hold_to_its_year(came: Came, report: Report, source: Path) -> None:
    """Keep the facts of one year out of the records of another: many a record of the one looks like one of the other."""
    was, now = came.made.keepsake.report.period.year, report.period.year
    if was != now:
        raise SourceError(
            f"{came.name}: is a draft of the report for {was}, and {source} are the records of {now}; "
            "name the folder that it was made of"
        )


def _merged(came: Sequence[Came], now: Now, templates: Mapping[str, str] | None) -> list[tuple[Edit, ...]]:
    """Return the edits of several drafts; what two people have made of one field in two ways is a conflict in both."""
    if len(came) == 1:
        return [repaired(pulled(came[0].made, came[0].returned, now), now, templates).edits]
    clashes = _clashes(came, now)
    found = []
    for one in came:
        seen = pulled(one.made, one.returned, now)
        edits = tuple(_unless_clashing(edit, clashes) for edit in seen.edits)
        made = repaired(replace(seen, edits=edits), now, templates).edits
        found.append(made)
        data = with_changes(now.data, [change for edit in made for change in edit.changes])
        report, _ = checking.check(Report, data)
        now = Now(report, data) if report is not None else now
    return found


_Target = tuple[object, ...]


def _clashes(came: Sequence[Came], now: Now) -> dict[_Target, str]:
    """Return the fields of which two people have made different things, with who has made what."""
    wishes: dict[_Target, dict[str, list[str]]] = {}
    for one in came:
        for edit in pulled(one.made, one.returned, now).edits:
            for change in edit.changes:
                wishes.setdefault(_target(change), {}).setdefault(repr(change), []).append(f"{one.name}: {edit.new!r}")
    return {
        target: "; ".join(name for names in found.values() for name in names)
        for target, found in wishes.items()
        if len(found) > 1
    }


def _target(change: Change) -> _Target:
    if isinstance(change, Append) and isinstance(change.value, dict):
        return (*change.path, change.value.get("block"))
    return change.path


def _unless_clashing(edit: Edit, clashes: Mapping[_Target, str]) -> Edit:
    said = next((clashes[target] for change in edit.changes if (target := _target(change)) in clashes), None)
    return edit if said is None else replace(edit, status=Status.CONFLICT, changes=(), reason=said)


def _review(came: Came, edits: Iterable[Edit], records: Records) -> Review:
    paragraphs = came.returned.paragraphs

    def number(index: int) -> int:
        return paragraphs[index].number if 0 <= index < len(paragraphs) else 0

    return Review(
        came.name,
        tuple(_placed(edit, records) for edit in edits if edit.status is not Status.KNOWN),
        tuple((remark, number(remark.paragraph)) for remark in came.returned.remarks if not remark.ours),
        tuple((revision, number(revision.paragraph)) for revision in came.returned.revisions),
        came.warning,
    )


def _placed(edit: Edit, records: Records) -> Placed:
    path = edit.changes[0].path if edit.changes else edit.field
    return Placed(edit, records.places.line_of(path) if path else "")


def _applied(records: Records, reviews: Sequence[Review], kept: Mapping[Path, bytes]) -> Pull:
    """Write all or nothing."""
    changes = _once(change for review in reviews for placed in review.edits for change in placed.edit.changes)
    files = {file.shown: file for file in records.gathered.files}
    contents = rewritten(tuple(files.values()), changes, shape_of(Report) if records.gathered.is_folder else None)
    with keeping.folder_for(kept):
        write_files({**{Path(name): content for name, content in contents.items()}, **kept})
    return Pull(tuple(reviews), tuple(contents), tuple(str(path) for path in kept))


def _once(changes: Iterable[Change]) -> list[Change]:
    """Return changes without those that are there twice; of two values for one field the later one has seen the earlier."""
    found: dict[object, Change] = {}
    for change in changes:
        key = _target(change) if isinstance(change, Assign | Append) else ("remove", *change.path)
        found[key] = change
    return list(found.values())
