"""Names that have a short form, and where a text writes them out: at the first mention, and only if they come again.

Whoever writes records types the short form, or a partner's id, wherever the name is due. Which mention is the first is known
when the whole text is there: the templates leave a sign for each name, and `written_out` goes through the text once.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports import phrasing
from cthb_reports.document import Anchor, escape, mark
from cthb_reports.models.facts import known
from cthb_reports.rendering.signs import NAMES, SIGNS, name_number, name_sign

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds.report import Report


@dataclass(frozen=True, slots=True)
class Term:
    """A name and its short form.

    Args:
        field: Where they come from.
        full: The name, without article.
        short: The short form.
        article: Whether "the" stands before the name.
        short_article: Whether it stands before the short form too.
    """

    field: FieldPath
    full: str
    short: str
    article: bool = False
    short_article: bool = False


class Terms:
    """The terms of a report, by number."""

    def __init__(self, report: Report) -> None:
        self.all: list[Term] = []
        self._of_partner: dict[str, int] = {}
        for index, partner in enumerate(report.partners):
            name, short = known(partner.name), known(partner.abbreviation)
            if name and short:
                self._of_partner[partner.id] = len(self.all)
                self.all.append(Term(("partners", index), name, short, partner.article, partner.abbreviation_article))
        for index, entry in enumerate(report.abbreviations):
            full, short = known(entry.full), known(entry.short)
            if full and short:
                self._add(Term(("abbreviations", index), full, short))
        self.office: int | None = None
        name, short = known(report.office.name), known(report.office.abbreviation)
        if name and short:
            self._add(Term(("office", "name"), name, short, article=True, short_article=True))
            self.office = next(number for number, term in enumerate(self.all) if term.short == short)

    def _add(self, term: Term) -> None:
        """Keep a term, unless its short form is that of a partner or an earlier one."""
        if all(term.short != other.short for other in self.all):
            self.all.append(term)

    def sign(self, partner: str) -> str | None:
        """Return the sign of a partner that has a short form."""
        number = self._of_partner.get(partner)
        return None if number is None else name_sign(number)


def written_out(markdown: str, terms: Terms, anchor: Callable[[Anchor], int]) -> str:
    """Return Markdown in which every name with a short form is written out where it comes first, if it comes again.

    Short forms in titles, headings and italics count, but are left as they are; so is a name that an author has written out
    with its short form in brackets.

    Args:
        markdown: Markdown with signs and marks.
        terms: The names.
        anchor: Gives an anchor its index.
    """
    if not terms.all:
        return markdown
    numbers = {escape(term.short): number for number, term in reversed(list(enumerate(terms.all)))}
    mentions = list(_mentions(markdown, numbers))
    count = Counter(mention.number for mention in mentions)
    introduced: set[int] = set()
    pieces: list[str] = []
    at = 0
    for mention in mentions:
        term, first = terms.all[mention.number], mention.number not in introduced
        if not mention.kept:
            introduced.add(mention.number)
        if mention.kept or mention.defines or not (first or mention.signed):
            continue
        before = markdown[max(0, mention.start - _CONTEXT) : mention.start]
        text = _full(term, before, mention, again=count[mention.number] > 1) if first else _short(term)
        pieces.append(_with_article_for(markdown[at : mention.start], text))
        typed = "" if mention.signed else term.short
        pieces.append(mark(anchor(Anchor(term.field, "term", typed)), escape(_begun(text, before))))
        at = mention.end
    return "".join([*pieces, markdown[at:]])


_CONTEXT = 60
"""So many characters before a name tell whether it begins a sentence and has its article."""


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    number: int
    signed: bool = False
    kept: bool = False
    defines: bool = False


def _mentions(markdown: str, forms: Mapping[str, int]) -> Iterator[_Mention]:
    """Yield every mention of a name, in the order of the text."""
    pattern = _pattern(forms)
    for match in pattern.finditer(markdown):
        start, end = match.span()
        if match["sign"]:
            yield _Mention(start, end, name_number(match["sign"]), signed=True)
        elif match["form"]:
            defines = bool(_OPENED.search(markdown, max(0, start - 12), start) and _CLOSED.match(markdown, end))
            yield _Mention(start, end, forms[match["form"]], defines=defines)
        else:
            yield from _within(match, pattern, forms)


_OPENED = re.compile(rf"\([{SIGNS}]*$")
_CLOSED = re.compile(rf"[{SIGNS}]*\)")


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    shorts = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    titles = r"“[^”\n]*”|(?<!\*)\*[^*\n]+\*(?!\*)|`[^`\n]*`|(?m:^\#.*$)|\]\([^)\n]*\)"
    return re.compile(rf"{titles}|(?P<sign>[{NAMES}])|(?<![\w/.-])(?P<form>{shorts})(?![\w/-])")


def _within(title: re.Match[str], pattern: re.Pattern[str], forms: Mapping[str, int]) -> Iterator[_Mention]:
    """Yield what a title holds: its signs as everywhere, its short forms as they are."""
    at = title.start() + 1
    while match := pattern.search(title.string, at, title.end()):
        at = match.end() if match.lastgroup else match.start() + 1
        if match["sign"]:
            yield _Mention(*match.span(), name_number(match["sign"]), signed=True)
        elif match["form"]:
            yield _Mention(*match.span(), forms[match["form"]], kept=True)


def _short(term: Term) -> str:
    return f"the {term.short}" if term.short_article else term.short


_ARTICLE_BEFORE = re.compile(rf"\b[Tt]he [{SIGNS}]*$")
_INDEFINITE_BEFORE = re.compile(rf"\b([Aa])n? ([{SIGNS}]*)$")
_SENTENCE_BEFORE = re.compile(rf"(?:^|[.!?][”’)]?[ \n]|\n\n)[{SIGNS}*“‘(]*$")


def _full(term: Term, before: str, mention: _Mention, *, again: bool) -> str:
    lacks = not _ARTICLE_BEFORE.search(before) and (mention.signed or not term.short_article)
    text = f"the {term.full}" if term.article and lacks else term.full
    return f"{text} ({term.short})" if again else text


def _begun(text: str, before: str) -> str:
    """Return a name with its capital where it begins a sentence."""
    return text[:1].upper() + text[1:] if _SENTENCE_BEFORE.search(before) else text


def _with_article_for(before: str, text: str) -> str:
    """Return what stands before a name, with "a" or "an" as the name that is written out asks for."""
    match = _INDEFINITE_BEFORE.search(before, max(0, len(before) - _CONTEXT))
    if match is None:
        return before
    return f"{before[: match.start()]}{match[1]}{phrasing.indefinite_article(text)[1:]} {match[2]}"
