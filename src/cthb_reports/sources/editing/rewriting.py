"""Changes of records, written into their files, and the proof that the files then say what was meant."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from cthb_reports.errors import UnwritableError
from cthb_reports.findings import Severity, field_text
from cthb_reports.sources.editing.applying import applied
from cthb_reports.sources.editing.changes import Append, Remove
from cthb_reports.sources.editing.differences import settled
from cthb_reports.sources.editing.meaning import NOTHING, meant
from cthb_reports.sources.editing.opening import listed
from cthb_reports.sources.editing.parts import Parts
from cthb_reports.sources.faults import UnreadableError
from cthb_reports.sources.folder import read_folder
from cthb_reports.sources.reading import read_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cthb_reports.sources.editing.changes import Change
    from cthb_reports.sources.editing.parts import Part
    from cthb_reports.sources.editing.sheet import Sheet
    from cthb_reports.sources.files import SourceFile
    from cthb_reports.sources.folder import Shape
    from cthb_reports.sources.source import Source

_NOT_AS_MEANT: Final = (
    "what would be written there is not read as it was meant; please report this, and write it by hand"
)


def rewritten(files: Sequence[SourceFile], changes: Sequence[Change], shape: Shape | None) -> dict[str, bytes]:
    """Return the files that changes of the records change, with all that does not change as the author wrote it.

    Args:
        files: The files of the report.
        changes: What to do. All paths lead to fields as they are before any of the changes.
        shape: Which fields may be files of their own; `None` for a report in one file.

    Returns:
        The new content of each file that changes, by the name in which it is shown. It is empty for a file that would hold
        nothing any more; such a file is to be deleted.

    Raises:
        UnwritableError: A change cannot be written so that it is read as it was meant.
    """
    source = _read(files, shape)
    if source.is_unreadable(()):
        _refuse_faults(source, set(), whole=False)
    parts = Parts(files, shape)
    data = {part.file.shown: part.sheet.data() for part in parts.all}
    tasks = _tasks(parts, settled(source.data, changes))
    _refuse_faults(source, {part.file.shown for part, _ in tasks}, whole=parts.whole(data) == source.data)
    new: dict[str, bytes] = {}
    for part, asked in tasks:
        shown = part.file.shown
        data[shown] = meant(data[shown], asked, is_json=part.file.is_json)
        new[shown] = b"" if data[shown] is NOTHING else _written(part, asked, data[shown])
    _prove(files, new, shape, source, parts.whole({shown: held for shown, held in data.items() if held is not NOTHING}))
    return {file.shown: new[file.shown] for file in files if new.get(file.shown, file.content) != file.content}


def _read(files: Iterable[SourceFile], shape: Shape | None) -> Source:
    if shape is not None:
        return read_folder(files, shape)
    (file,) = files
    return read_file(file)


def _tasks(parts: Parts, changes: Iterable[Change]) -> list[tuple[Part, list[Change]]]:
    """Return what is to be done in each file."""
    tasks: dict[str, tuple[Part, list[Change]]] = {}
    for change in changes:
        for part, inside in _placed(parts, change):
            tasks.setdefault(part.file.shown, (part, []))[1].append(inside)
    return list(tasks.values())


def _placed(parts: Parts, change: Change) -> Iterator[tuple[Part, Change]]:
    """Yield a change as it is in the file that it concerns, or in each of them."""
    spread = parts.spread(change.path)
    if isinstance(change, Remove) and spread:
        yield from ((part, Remove(())) for part in spread)
        return
    if isinstance(change, Append) and (taker := parts.taker(change.path)):
        yield taker, Append((), change.value)
        return
    part, inside = parts.holder(change.path) or (None, ())
    known = part.sheet.find(inside if isinstance(change, (Append, Remove)) else inside[:-1]) if part else None
    if part is None or known is None or not (inside or isinstance(change, (Append, Remove))):
        raise UnwritableError(
            field_text(change.path), "it would take a file of its own, or replace one; write that by hand"
        )
    yield part, replace(change, path=inside)


def _refuse_faults(source: Source, shown: set[str], *, whole: bool) -> None:
    """Refuse to write into files that are not read without a fault, or that others contradict."""
    for finding in source.findings:
        is_concerned = not whole or finding.location is None or finding.location.file in shown
        if finding.severity is Severity.ERROR and is_concerned:
            where = str(finding.location or field_text(finding.field))
            raise UnwritableError(where, f"{finding.code} {finding.message}; mend that first")


def _written(part: Part, asked: Sequence[Change], data: Any) -> bytes:
    """Return the content of a file after changes.

    Raises:
        UnwritableError: They cannot be written, or not so that they are read as they were meant.
    """
    try:
        sheet = _applied(part, asked)
    except UnreadableError as error:
        raise UnwritableError(str(error.finding.location or part.file.shown), _NOT_AS_MEANT) from error
    if sheet.data() != data:
        raise UnwritableError(part.file.shown, _NOT_AS_MEANT)
    return sheet.bytes


def _applied(part: Part, asked: Sequence[Change]) -> Sheet:
    new = [change for change in asked if isinstance(change, Append) and not change.path]
    if part.is_list or not new:
        return applied(part.sheet, asked)
    # One record, a file of its own, becomes a list when another is added.
    whole = [Remove((0,)) for change in asked if isinstance(change, Remove) and not change.path]
    others = [change for change in asked if change.path]
    return applied(listed(applied(part.sheet, others)), [*new, *whole])


def _prove(
    files: Iterable[SourceFile], new: dict[str, bytes], shape: Shape | None, before: Source, data: dict[str, Any]
) -> None:
    """Read the report as it would be written.

    Raises:
        UnwritableError: It would not say what was meant, or have a fault that it has not had.
    """
    contents = ((file, new.get(file.shown, file.content)) for file in files)
    after = _read([replace(file, content=content) for file, content in contents if content], shape)
    more = Counter(finding.code for finding in after.findings) - Counter(finding.code for finding in before.findings)
    for finding in after.findings:
        if finding.code in more:
            raise UnwritableError(
                str(finding.location or field_text(finding.field)), f"{_NOT_AS_MEANT} ({finding.message})"
            )
    if after.data != data:
        raise UnwritableError(", ".join(new), _NOT_AS_MEANT)
