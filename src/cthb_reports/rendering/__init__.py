"""From a report to its document: templates are run, and every value keeps the field it came from."""

from __future__ import annotations

import traceback
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import jinja2

from cthb_reports.document import Document, Meta, Styled, inline_text, parse
from cthb_reports.document.nodes import Paragraph
from cthb_reports.errors import DraftError, TemplateError
from cthb_reports.findings import field_text
from cthb_reports.models.facts import known
from cthb_reports.rendering import emphasis, flow, terms
from cthb_reports.rendering.environment import digest, environment
from cthb_reports.rendering.placing import places
from cthb_reports.rendering.session import Session
from cthb_reports.rendering.untold import untold
from cthb_reports.rendering.wordings import unused

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cthb_reports.document import Anchor
    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds.report import Report
    from cthb_reports.rendering.origins import Origin

DOCUMENT = "document.md.j2"


@dataclass(frozen=True, slots=True)
class Rendered:
    """A rendered report.

    Args:
        document: The tree that the writers take.
        untold: Paths of facts that stand nowhere in it though their record is told.
        markdown: What the tree was read from, with marks.
        anchors: What the marks mean.
        origins: Of each anchor the line of the template that set it, or `None`.
        turns: Which of several wordings the sentences of each record have taken, by what they are wordings for.
        unused_wordings: The numbers of the wordings in the records that no block has asked for.
        templates: The digest of the templates.
    """

    document: Document
    untold: tuple[FieldPath, ...]
    markdown: str
    anchors: tuple[Anchor, ...]
    origins: tuple[Origin | None, ...]
    turns: Mapping[FieldPath, Mapping[str, int]]
    unused_wordings: tuple[int, ...]
    templates: str


def render(report: Report, templates: Mapping[str, str] | None = None) -> Rendered:
    """Return the document of a report.

    Args:
        report: The report; its narratives must be free of faults (see `narratives.faults`).
        templates: An office's own templates, name to text, which come before the built-in ones.

    Raises:
        TemplateError: A template is wrong.
    """
    session = Session(report)
    name = f"{type(report).templates}/{DOCUMENT}"
    text = _run(session, name, templates)
    try:
        document = parse(text, session.anchors, meta(report))
    except DraftError as error:
        raise TemplateError(name, None, str(error)) from error
    return Rendered(
        document=titled(document),
        untold=untold(session),
        markdown=text,
        anchors=tuple(session.anchors),
        origins=tuple(session.origins),
        turns=session.turns,
        unused_wordings=unused(session),
        templates=digest(templates),
    )


def _run(session: Session, name: str, templates: Mapping[str, str] | None) -> str:
    try:
        template = environment(templates).get_template(name)
        text = template.render(report=session.root, places=places(session))
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(error.name or name, error.lineno, error.message or "is not understood") from error
    except jinja2.TemplateNotFound as error:
        raise TemplateError(str(error.name or name), None, "there is no such template") from error
    except (jinja2.TemplateError, TypeError, ValueError, AttributeError, LookupError, RecursionError) as error:
        raise _located(error, session, templates) from error
    text = terms.written_out(text, session.terms, session.anchor)
    return flow.joined(emphasis.emphasised(text, session.phrases, session.anchor))


def _located(error: Exception, session: Session, templates: Mapping[str, str] | None) -> TemplateError:
    """Return the fault with the last line of a template that ran; Jinja2 writes those lines into the traceback."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".j2")]
    if not frames:
        raise error
    template, line = frames[-1].filename, frames[-1].lineno or 1
    source, _, _ = environment(templates).loader.get_source(environment(templates), template)  # type: ignore[union-attr]  # ours always has one
    expression = source.splitlines()[line - 1].strip()
    where = f" (at {field_text(session.at)})" if session.at else ""
    return TemplateError(template, line, f"{error}{where}, in: {expression}")


def meta(report: Report) -> Meta:
    """Return what a file says of itself, but for its title."""
    head = report.office.head
    symbol = known(report.symbol)
    return Meta(
        title="",
        author=" ".join(part for part in (known(head.rank), known(head.name)) if part),
        subject=str(symbol or ""),
        organization=known(report.office.organization) or "",
        language=report.language,
        created=known(report.issued) or report.delivered,
    )


def titled(document: Document) -> Document:
    """Give the document the title that its template prints."""
    lines = [text for style in ("Title", "Subtitle") for text in _lines_in(document, style)]
    return replace(document, meta=replace(document.meta, title=" ".join(lines)))


def _lines_in(document: Document, style: str) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Styled) and block.style == style:
            yield from (inline_text(inner.children) for inner in block.blocks if isinstance(inner, Paragraph))
