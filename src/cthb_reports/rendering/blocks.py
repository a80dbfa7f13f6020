"""Sentences, paragraphs and other blocks: filters that make Markdown of what stands between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from cthb_reports.document import Anchor, fence, mark
from cthb_reports.models.facts import Pending
from cthb_reports.rendering import display, emphasis, markdown, saying, variety
from cthb_reports.rendering.display import safe
from cthb_reports.rendering.signs import COMPOSED, LEFT_OVER, strand_sign
from cthb_reports.rendering.views import View
from cthb_reports.rendering.wordings import worded

if TYPE_CHECKING:
    from collections.abc import Iterable


def tidy(text: str) -> Markup | None:
    """Inline text in one line, or nothing where there is only white space."""
    return safe(markdown.tidied(text)) or None


def sentence(text: str) -> Markup:
    """A sentence: in one line, with its capital and its full stop; nothing where there is only white space."""
    line = markdown.tidied(text)
    return safe(f"{markdown.stopped(markdown.capitalized(line))} ") if markdown.has_words(line) else Markup()


def paragraph(text: str, record: View | None = None, wording: str | None = None) -> Markup:
    """A paragraph of the sentences in it; nothing where there are none.

    With its record, it joins what stands before it if both are short. With a wording, the records may word it otherwise.
    """
    line = markdown.tidied(text)
    if not markdown.has_words(line):
        return Markup()
    if record is not None and wording is not None:
        return safe(f"\n\n{worded(line, record, wording)}\n\n")
    strand = record.session_.strands.get(record.path_) if record is not None else None
    if record is None or strand is None:
        return safe(f"\n\n{line}\n\n")
    narrated = bool(getattr(record.value_, "narrative", None))
    sign = strand_sign(
        LEFT_OVER if narrated else COMPOSED, strand.number, joins=None if narrated else record.value_.joins
    )
    told = mark(record.session_.anchor(Anchor(record.path_, "composed")), line)
    return safe(f"\n\n{sign}{told}\n\n")


def item(text: str, of: View | None = None, wording: str = "") -> Markup:
    """An entry of a bullet list; with a wording, the records may word it otherwise."""
    line = markdown.tidied(text)
    return safe(f"- {line if of is None else worded(line, of, wording)}\n")


def lines(values: Iterable[object]) -> Markup:
    """Values below one another in one paragraph; lists are taken apart, and what is missing leaves no gap."""
    flat = [entry for value in values for entry in (value if _is_list(value) else (value,))]  # type: ignore[attr-defined]  # see _is_list
    return safe("\\\n".join(str(display.shown(entry)) for entry in flat if entry is not None))


def _is_list(value: object) -> bool:
    return isinstance(value, View) and isinstance(value.value_, tuple)


def styled(text: str, style: str, of: View | None = None, wording: str = "") -> Markup:
    """Blocks in a style of the letterhead: Author, Symbol; with a wording, the records may word it otherwise."""
    if not markdown.has_words(text):
        return Markup()
    inner = text.strip()
    return safe(fence(inner if of is None else worded(inner, of, wording), style=style))


def narrative(record: View, field: str = "narrative") -> Markup:
    """The author's own paragraphs of a record."""
    found = saying.narration(record, field)
    if not found:
        return Markup()
    variety.note_opening(record, found.text)
    return emphasised(found.markdown, record)


def emphasised(text: str, record: View) -> Markup:
    """The text of a record with its key phrase in bold where it stands first, once in the draft."""
    phrase = getattr(record.value_, "key_phrase", None)
    words = str.strip(text)
    if not phrase or isinstance(phrase, Pending) or not words:
        return safe(text)
    phrases = record.session_.phrases
    phrases.append(((*record.path_, "key_phrase"), phrase))
    head, _, tail = str.partition(text, words)
    return safe(f"{head}{emphasis.phrased(words, len(phrases) - 1)}{tail}")


def heading(title: View) -> Markup:
    """A heading of a section."""
    return safe(f"\n\n# {display.shown(title)}\n\n")
