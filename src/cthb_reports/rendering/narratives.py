r"""Narratives: an author's Markdown, in which `{{ field | filter }}` prints a field of its own record.

Nothing else of a template is known here: `{%` and `{#` are text, and a literal `{{` is written `\{{`.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from pydantic import BaseModel

from cthb_reports.document import Anchor, fence, mark
from cthb_reports.errors import DraftError
from cthb_reports.models.base import fields_of, walk
from cthb_reports.models.facts import Pending
from cthb_reports.models.structure import Rewording, Told
from cthb_reports.models.texts import Markdown
from cthb_reports.rendering import display
from cthb_reports.rendering.markdown import begun_with_capitals, forbidden_block, is_one_paragraph, visible
from cthb_reports.rendering.session import Session
from cthb_reports.rendering.signs import NARRATED, strand_sign
from cthb_reports.rendering.views import View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds.report import Report


@dataclass(frozen=True, slots=True)
class Narration:
    """A narrative with its values.

    Args:
        markdown: Blocks of Markdown with marks.
        text: The same as a reader sees it, in one line.
        printed: Paths of the fields that its expressions print.
    """

    markdown: Markup
    text: str
    printed: frozenset[FieldPath]


@dataclass(frozen=True, slots=True)
class NarrativeFault:
    """What is wrong in a narrative: characters `start` to `end` of the field."""

    field: FieldPath
    start: int
    end: int
    message: str
    hint: str | None = None


EXPRESSION = re.compile(r"\\\{\{|\{\{(?P<body>[^{}]*)\}\}|\{\{")
_BODY = re.compile(r"\s*(?P<names>[a-z_]+(?:\.[a-z_]+)*)(?P<filters>(?:\s*\|\s*[a-z_]+)*)\s*")
# What may be a heading, quotation, table, block of code, rule or note; paragraphs and lists need no second look.
_MAY_BE_A_BLOCK = re.compile(r"(?m)^[\s>*+\-\d.)]*(?:[#>|`~]|[=\-_*]{2,}\s*$|[_*](?:\s*[_*]){2,}\s*$)|\[\^|\|")
_OUR_LABEL = re.compile(r"\[\^\d+-")
# A line end that only wraps a paragraph: what the next line begins with cannot begin a block.
_WRAPPED = re.compile(r"(?<=[^\s\\])\n[ \t]*(?=[^\W\d_]|[“‘({])")
_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]")


def narratives(report: Report) -> Iterator[tuple[FieldPath, str, FieldPath, BaseModel]]:
    """Yield every narrative of a report: its path, its text, and the path and the model of its own record."""
    parents: dict[FieldPath, BaseModel] = {}
    for path, value, field in walk(report):
        if isinstance(value, str):
            if field and field.marker(Markdown):
                # The wording of a block belongs to no record: its expressions are about the report.
                parent = () if isinstance(parents[path[:-1]], Rewording) else path[:-1]
                yield path, value, parent, parents[parent]
        elif isinstance(value, BaseModel):
            parents[path] = value


def faults(report: Report) -> Iterator[NarrativeFault]:
    """Yield what keeps a narrative from being printed: broken expressions, and markup that a report has no place for."""
    session = Session(report)
    for path, text, parent_path, parent in narratives(report):
        parent_view = View(session, parent_path, parent)
        broken = False
        for match in EXPRESSION.finditer(text):
            fault = None if match[0] == r"\{{" else _fault(match, parent_view)
            if fault:
                broken = True
                yield NarrativeFault(path, match.start(), match.end(), *fault)
        if not broken:
            yield from _wording_faults(path, text, parent_view) if path[:1] == ("wording",) else ()
            yield from _block_faults(path, text, parent_view)


def _fault(match: re.Match[str], parent: View) -> tuple[str, str | None] | None:
    if match["body"] is None:
        return "'{{' is never closed", r"close it with }}, or write \{{ to print it"
    try:
        _evaluate(match["body"], parent)
    except _BrokenExpressionError as error:
        return f"{match[0]!r} {error.message}", error.hint
    return None


def _wording_faults(path: FieldPath, text: str, parent: View) -> Iterator[NarrativeFault]:
    """A block that is worded otherwise stays one paragraph, item or line of the cover."""
    told, _ = filled(parent.session_, View(parent.session_, path, text), parent)
    if not is_one_paragraph(told, parent.session_.anchors):
        hint = "write one paragraph, with emphasis and links where you like"
        yield NarrativeFault(path, 0, len(text), "a wording has no place for lists, notes or a second paragraph", hint)


def _block_faults(path: FieldPath, text: str, parent: View) -> Iterator[NarrativeFault]:
    # a bar in an expression is no table
    if not _MAY_BE_A_BLOCK.search(EXPRESSION.sub("value", text)):
        return
    try:
        narration = narrate(parent.session_, View(parent.session_, path, text), parent)
        forbidden = forbidden_block(narration.markdown, parent.session_.anchors)
    except DraftError as error:
        forbidden = _OUR_LABEL.sub("[^", str(error))
    if forbidden:
        yield NarrativeFault(
            path, 0, len(text), forbidden, "narratives take paragraphs, emphasis, lists, links and footnotes"
        )


def narrate(session: Session, narrative: View, parent: View) -> Narration:
    """Return a narrative with its values filled in."""
    body, printed = filled(session, narrative, parent)
    index = session.anchor(Anchor(narrative.path_, "narrative"))
    # Labels of footnotes are private to their narrative.
    body = _FOOTNOTE.sub(lambda match: f"[^{index}-{match[1]}]", body)
    strand = session.strands.get(parent.path_)
    asked = parent.value_.joins if isinstance(parent.value_, Told) else None
    told = strand_sign(NARRATED, strand.number, joins=asked) + body if strand else body
    return Narration(Markup(fence(told, index=index)), visible(body), printed)  # noqa: S704  # Markdown by design


def filled(session: Session, text: View, parent: View) -> tuple[str, frozenset[FieldPath]]:
    """Return an author's Markdown with its values filled in, and the paths of the fields that they come from.

    Args:
        session: The rendering.
        text: The Markdown.
        parent: What its expressions are about.
    """
    printed: set[FieldPath] = set()

    def fill(match: re.Match[str]) -> str:
        if match["body"] is None:
            return "{{"
        shown, path = _evaluate(match["body"], parent)
        printed.add(path)
        return mark(session.anchor(Anchor(text.path_, "expression", match[0])), shown)

    unwrapped = _WRAPPED.sub(" ", text.value_.strip())
    return begun_with_capitals(EXPRESSION.sub(fill, unwrapped)), frozenset(printed)


def evaluated(expression: str, parent: View) -> str | None:
    """Return what an expression prints, as Markdown with marks; `None` where it is none, or does not fit its field."""
    match = EXPRESSION.fullmatch(expression)
    try:
        return str(_evaluate(match["body"], parent)[0]) if match and match["body"] is not None else None
    except _BrokenExpressionError:
        return None


class _BrokenExpressionError(Exception):
    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def _evaluate(body: str, parent: View) -> tuple[Markup, FieldPath]:
    match = _BODY.fullmatch(body)
    if not match:
        raise _BrokenExpressionError(
            "is not understood", "write {{ field }} or {{ field | filter }}; nothing else is known here"
        )
    value = _resolve(match["names"], parent)
    names = re.findall(r"[a-z_]+", match["filters"])
    chain = [_filter(name, parent) for name in names] or [display.shown]
    result: object = value
    try:
        for function in chain:
            result = function(result)
        return display.shown(result), value.path_
    except (TypeError, ValueError, AttributeError) as error:
        what = f"{names[-1]!r} does not fit" if names else "cannot be printed as it is"
        raise _BrokenExpressionError(f"{what}: {error}", "name a field that holds one value") from error


def _resolve(names: str, parent: View) -> View:
    value: View = parent
    for name in names.split("."):
        if isinstance(value.value_, Pending):
            return value
        known = _fields(value)
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            raise _BrokenExpressionError(
                f"names no field: {name!r}",
                f"did you mean {near[0]!r}?" if near else f"fields here: {', '.join(known) or 'none'}",
            )
        child = getattr(value, name)
        if child is None:
            raise _BrokenExpressionError(
                f"names a field that this record leaves empty: {name!r}",
                "fill the field in, or take the expression out",
            )
        value = child
    return value


def _fields(value: View) -> list[str]:
    return [name for name, _ in fields_of(type(value.value_))] if isinstance(value.value_, BaseModel) else []


def _filter(name: str, parent: View) -> Callable[[object], object]:
    known = display.FOR_NARRATIVES if parent.path_ else _for_wordings()
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        raise _BrokenExpressionError(
            f"names no filter: {name!r}", f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known)}"
        )
    return known[name]


def _for_wordings() -> Mapping[str, Callable[[Any], object]]:
    """Return the filters of wordings, which are about the whole report: those of narratives, and some of templates."""
    from cthb_reports.rendering import records  # noqa: PLC0415  # they ask what narratives say

    return {
        **display.FOR_NARRATIVES,
        "alphabetical": display.alphabetical,
        "chairing": records.chairing,
        "named": records.named,
        "parties_of": records.parties_of,
        "states_of": records.states_of,
    }
