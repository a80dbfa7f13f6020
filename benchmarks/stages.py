"""Each stage from bytes to a file, so that it can be called alone and again."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import records

from cthb_reports import Report, draft, rendering
from cthb_reports.document import Document, parse, plain_text
from cthb_reports.models import checking
from cthb_reports.readers.docx.returned import read_returned
from cthb_reports.rendering.session import Session
from cthb_reports.rendering.untold import untold
from cthb_reports.sources import Source, read_folder
from cthb_reports.word.keepsake import unpack
from cthb_reports.word.made import made_again
from cthb_reports.word.pulling import Now, pulled
from cthb_reports.word.repairing import repaired
from cthb_reports.workflow.checks import checks
from cthb_reports.workflow.outputs import write_files
from cthb_reports.workflow.places import Places
from cthb_reports.workflow.records import integrity, shape_of
from cthb_reports.writers import write
from cthb_reports.writers.docx import kept_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


@dataclass(frozen=True)
class Passed:
    """What the stages hand to one another, each made once."""

    files: tuple[Any, ...]
    source: Source
    report: Report
    session: Session
    marked: str
    rendered: rendering.Rendered
    content: bytes
    back: bytes

    @property
    def document(self) -> Document:
        """The tree."""
        return self.rendered.document

    @property
    def paragraphs(self) -> int:
        """How many paragraphs the document has."""
        return plain_text(self.document).count("\n")


def passed(times: int) -> Passed:
    """Run all stages on the records of 2017, so many times over."""
    files = records.files(times)
    source = read(files)
    report = load(source)
    session, marked = render(report)
    document = parse(marked, session.anchors)
    rendered = rendering.render(report)
    if document.blocks != rendered.document.blocks:
        raise ValueError("the stages do not make the document that `rendering.render` makes")
    back = _edited(draft(report, ".docx").content)
    return Passed(files, source, report, session, marked, rendered, write(document, ".docx").content, back)


def _edited(content: bytes) -> bytes:
    """Return a draft in which somebody has changed a figure and reworded a sentence."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name in archive.namelist():
            part = archive.read(name)
            for old, new in ((b">over 350<", b">412<"), (b"Many who have a key part", b"All who have a key part")):
                part = part.replace(old, new, 1) if name == "word/document.xml" else part
            made.writestr(name, part)
    return file.getvalue()


def read(files: tuple[Any, ...]) -> Source:
    return read_folder(files, shape_of(Report))


def load(source: Source) -> Report:
    report, faults = checking.check(Report, source.data)
    if report is None:
        raise ValueError(faults)
    return report


def render(report: Report) -> tuple[Session, str]:
    """Return the marked Markdown that `document.parse` is given, and the session that its marks point into."""
    session = Session(report)
    return session, rendering._run(session, f"{type(report).templates}/{rendering.DOCUMENT}", None)  # noqa: SLF001  # half of `render`


def check(all_: Passed) -> list[object]:
    """Return all findings about a report, those of rules, of style, and of facts told nowhere."""
    rendered = replace(all_.rendered, untold=untold(all_.session))
    return [*integrity(all_.report, Places()), *checks(all_.report, rendered, Places())]


def pull(all_: Passed) -> object:
    """Return what came back in a draft: it is read, written and read again as it was made, compared, and tried."""
    returned = read_returned(all_.back, "back.docx")
    keepsake = unpack(kept_text(returned.keepsake or b"") or "")
    made = made_again(keepsake) if keepsake else None
    if made is None:
        raise ValueError("the draft keeps nothing")
    now = Now(all_.report, all_.source.data)
    edits = repaired(pulled(made, returned, now), now, None).edits
    if len(edits) != 2:  # a figure and a sentence
        raise ValueError(edits)
    return edits


def save(all_: Passed, folder: Path) -> None:
    write_files({folder / "saved.docx": all_.content})


def calls(all_: Passed, *, pulls: bool) -> Mapping[str, Callable[[], object]]:
    """Return each stage as a call, but for `save`, which mostly waits; `pull` refuses a draft of hundreds of pages."""
    pulling = {"pull: an edited draft to changes of the records": lambda: pull(all_)} if pulls else {}
    return {
        "read: bytes to data": lambda: read(all_.files),
        "load: data to model": lambda: load(all_.source),
        "check: rules and style": lambda: check(all_),
        "render: templates to marked Markdown": lambda: render(all_.report),
        "parse: marked Markdown to the tree": lambda: parse(all_.marked, all_.session.anchors),
        "write: tree to DOCX": lambda: write(all_.document, ".docx"),
        **pulling,
    }
