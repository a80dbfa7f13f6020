"""Two versions compared: which facts differ, and both texts in one Word file with tracked changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cthb_reports.document import Emphasis, Image, Text
from cthb_reports.errors import UnknownNameError
from cthb_reports.kinds.changes import ChangeKind, changed_facts
from cthb_reports.kinds.matching import mapped, matched
from cthb_reports.word.redline import Naming, Tally, merged, old_field, old_label, remarks, renamed
from cthb_reports.workflow import gathering
from cthb_reports.workflow.outputs import require_writable, write_files
from cthb_reports.workflow.overwriting import refuse_edited
from cthb_reports.workflow.versions import version_of
from cthb_reports.workflow.ways import ways
from cthb_reports.writers import WORD, Circulation, write

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cthb_reports.document import Inline
    from cthb_reports.findings import FieldPath, Finding
    from cthb_reports.kinds import Report
    from cthb_reports.kinds.changes import FactChange
    from cthb_reports.workflow.versions import Version

Source = str | Path


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two versions.

    Args:
        facts: The facts that were added, removed or changed; none where one of the two has no records.
        tally: How many paragraphs, lists and tables differ.
        content: Both texts in one DOCX: accepting its changes gives the newer one, rejecting them the older one.
        notices: What the user should know of how the versions were read.
        findings: What the letterhead lacks.
    """

    facts: tuple[FactChange, ...]
    tally: Tally
    content: bytes
    notices: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def compare(
    old: Source | Report, new: Source | Report, *, templates: Source | None = None, letterhead: Source | None = None
) -> Comparison:
    """Return what differs between two versions of a report, or between two Word files; no file is written.

    Args:
        old: The older version: a report, the file or folder of its records, a draft of ours, or another Word file.
        new: The newer version, likewise.
        templates: An office's own folder of templates, by which records are told.
        letterhead: A DOCX whose styles, header and footer to use.

    Raises:
        SourceError: There is nothing to read, or a Word file is better left closed.
        InvalidReportError: Records make no report, or one that cannot be drafted.
        TemplateError: A template is wrong.
        DraftError: The letterhead or the folder of templates cannot be used.
    """
    own = ways(templates)
    before, after = version_of(old, own.templates), version_of(new, own.templates)
    matching = matched(before.report, after.report) if before.report and after.report else {}

    def name(path: FieldPath) -> FieldPath:
        return mapped(path, matching) or old_field(path)

    facts = _facts(before, after, matching)
    pictures = _Pictures(before.pictures, after.pictures)
    older = renamed(before.document, Naming(name, old_label, pictures.old))
    redline = merged(older, renamed(after.document, Naming(picture=pictures.new)))
    written = write(
        redline.document,
        WORD,
        letterhead=gathering.read_letterhead(Path(letterhead)) if letterhead else None,
        pictures=pictures.contents,
        circulation=Circulation(remarks=remarks(redline.document, facts, name)),
    )
    return Comparison(facts, redline.tally, written.content, (*before.notices, *after.notices), written.findings)


def compare_files(
    old: Source, new: Source, output: Source | None = None, *, force: bool = False, **options: Source | None
) -> Comparison:
    """Return what differs between two versions, and write them in one into a DOCX, if one is named.

    Args:
        old: See `compare`.
        new: See `compare`.
        output: The file to write.
        force: Replace it even if it was edited after it was written.
        options: See `compare`.

    Raises:
        UnknownNameError: The file to write is no DOCX.
        DraftError: It cannot be written, or was edited in Word; or see `compare`.
        SourceError: See `compare`.
        InvalidReportError: See `compare`.
        TemplateError: See `compare`.
    """
    target = None if output is None else Path(output)
    if target is not None:
        _require_word(target, force=force)
    found = compare(old, new, **options)
    if target is not None:
        write_files({target: found.content})
    return found


def _require_word(target: Path, *, force: bool) -> None:
    if target.suffix.lower() != WORD:
        raise UnknownNameError("way to show changes in", target.suffix or target.name, [WORD])
    require_writable([target])
    if not force:
        refuse_edited([target])


def _facts(before: Version, after: Version, matching: Mapping[FieldPath, FieldPath]) -> tuple[FactChange, ...]:
    if before.report is None or after.report is None:
        return ()
    places = {ChangeKind.REMOVED: before.place}
    found = changed_facts(before.report, after.report, matching)
    return tuple(replace(fact, place=places.get(fact.kind, after.place)(fact.field)) for fact in found)


class _Pictures:
    """The pictures of both versions under names that are theirs alone; one that is not at hand is told in words."""

    def __init__(self, old: Mapping[str, bytes], new: Mapping[str, bytes]) -> None:
        self._other = {name: f"-{name}" for name, content in old.items() if new.get(name, content) != content}
        self.contents = {**new, **{self._other.get(name, name): content for name, content in old.items()}}

    def old(self, image: Image) -> Inline:
        return self._shown(replace(image, target=self._other.get(image.target, image.target)))

    def new(self, image: Image) -> Inline:
        return self._shown(image)

    def _shown(self, image: Image) -> Inline:
        return image if image.target in self.contents else Emphasis((Text(f"[picture: {image.description}]"),))
