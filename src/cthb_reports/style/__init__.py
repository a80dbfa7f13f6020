"""House style: words that the rendered text should not hold, kept as data in `templates/house/words.toml`."""

from __future__ import annotations

import functools
import itertools
import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports import assets
from cthb_reports.findings import Finding, Severity
from cthb_reports.style.passages import passages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from cthb_reports.document import Document
    from cthb_reports.findings import FieldPath
    from cthb_reports.style.passages import Passage


@dataclass(frozen=True, slots=True)
class Term:
    """A word that the house writes in one way.

    Args:
        code: Letter S and three digits.
        name: The fault in words.
        wrong: What is wrong.
        right: Its replacement, with the groups of `wrong`.
        why: The reason, for whoever asks.
        severity: How bad it is.
        exceptions: Names in which the wrong form is right.
        at_sentence_start: A form of `wrong` that is right where a sentence begins.
    """

    code: str
    name: str
    wrong: re.Pattern[str]
    right: str
    why: str
    severity: Severity
    exceptions: tuple[str, ...] = ()
    at_sentence_start: str | None = None

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Yield every place of a text where the wrong form stands and does not belong."""
        for match in self.wrong.finditer(text):
            begins = match[0] == self.at_sentence_start and _SENTENCE_START.search(text, 0, match.start())
            if not (begins or any(_stands_in(name, text, match) for name in self.exceptions)):
                yield match


def _stands_in(name: str, text: str, match: re.Match[str]) -> bool:
    """Tell whether a name stands in a text so that it covers a match."""
    return text.find(name, max(0, match.end() - len(name)), match.start() + len(name)) >= 0


_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s|[“‘(])[“‘(]*$")


@functools.cache
def house_terms() -> tuple[Term, ...]:
    """Return the built-in terms, in the order of the file."""
    file = assets.templates_root() / "house" / "words.toml"
    return tuple(_term(entry) for entry in tomllib.loads(file.read_text(encoding="utf-8"))["term"])


def _term(entry: dict[str, object]) -> Term:
    names = entry.get("except", [])
    return Term(
        code=str(entry["code"]),
        name=str(entry["name"]),
        wrong=re.compile(str(entry["wrong"])),
        right=str(entry["right"]),
        why=str(entry["why"]),
        severity=Severity(str(entry["severity"])),
        exceptions=tuple(str(name) for name in names) if isinstance(names, list) else (),
        at_sentence_start=str(entry["at_sentence_start"]) if "at_sentence_start" in entry else None,
    )


@dataclass(frozen=True, slots=True)
class Hit:
    """A finding about words.

    Args:
        finding: The finding; its field is the one that the words come from.
        words: The words themselves.
        before: How many times they stand in the text of that field before; so their place in the field can be found.
    """

    finding: Finding
    words: str
    before: int


def check(document: Document, terms: Sequence[Term] | None = None) -> tuple[Hit, ...]:
    """Return what the house would write otherwise, in the order of the text.

    Quoted words and what stands in italics are passed over: they are others' words and titles.
    """
    looked_for = house_terms() if terms is None else tuple(terms)
    read = tuple(passages(document))
    may_hold = _any_of(tuple(term.wrong for term in looked_for))
    found = [
        (number, term, match)
        for number, passage in enumerate(read)
        if may_hold(passage.text)
        for term in looked_for
        for match in term.matches(passage.text)
        if not passage.is_quoted(match.start())
    ]
    fields = {read[number].field_at(match.start()) for number, _, match in found}
    written = _written(read, fields) if found else {}
    return tuple(_hit(term, match, read[number], written, number) for number, term, match in found)


@functools.cache
def _any_of(expressions: tuple[re.Pattern[str], ...]) -> Callable[[str], object]:
    """Return what tells in one go whether a text may hold a match: nearly all paragraphs are right.

    An expression with options or with references to groups of its own cannot be made part of a larger one; with such a one
    among them, any text may.
    """
    if any(expression.flags != re.UNICODE or _OWN_GROUPS.search(expression.pattern) for expression in expressions):
        return lambda _: True
    return re.compile("|".join(f"(?:{expression.pattern})" for expression in expressions)).search


_OWN_GROUPS = re.compile(r"\\[1-9]|\(\?(?:P|\()")


def _written(read: Sequence[Passage], fields: set[FieldPath]) -> Mapping[FieldPath, Mapping[int, str]]:
    """Return what comes from each of some fields, by the number of the passage that it stands in."""
    written: dict[FieldPath, dict[int, str]] = defaultdict(dict)
    for number, passage in enumerate(read):
        for field in passage.fields() & fields:
            written[field][number] = passage.written_in(field)
    return written


def _hit(
    term: Term,
    match: re.Match[str],
    passage: Passage,
    written: Mapping[FieldPath, Mapping[int, str]],
    number: int,
) -> Hit:
    field = passage.field_at(match.start())
    finding = Finding(term.code, term.name, term.severity, _message(term, match), term.why, field)
    earlier = itertools.takewhile(lambda entry: entry[0] < number, written[field].items())
    text = "\n".join([*(words for _, words in earlier), passage.written_in(field, match.start())])
    return Hit(finding, match[0], text.count(match[0]))


def _message(term: Term, match: re.Match[str]) -> str:
    return f"{match[0]!r}: the house writes {match.expand(term.right)!r}"


__all__ = ["Hit", "Term", "check", "house_terms"]
