"""House style: words that the rendered text should not hold, kept as data in `templates/house/words.toml`."""

from __future__ import annotations

import functools
import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports import assets
from cthb_reports.findings import Finding, Severity
from cthb_reports.style.passages import passages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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
        allowed = [match.span() for name in self.exceptions for match in re.finditer(re.escape(name), text)]
        for match in self.wrong.finditer(text):
            inside = any(start <= match.start() and match.end() <= end for start, end in allowed)
            begins = match[0] == self.at_sentence_start and _SENTENCE_START.search(text, 0, match.start())
            if not (inside or begins):
                yield match


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
    found = house_terms() if terms is None else terms
    before: dict[FieldPath, list[Passage]] = defaultdict(list)
    hits: list[Hit] = []
    for passage in passages(document):
        matches = ((term, match) for term in found for match in term.matches(passage.text))
        hits += (_hit(term, match, passage, before) for term, match in matches if not passage.is_quoted(match.start()))
        for field in passage.fields():
            before[field].append(passage)
    return tuple(hits)


def _hit(term: Term, match: re.Match[str], passage: Passage, before: Mapping[FieldPath, Sequence[Passage]]) -> Hit:
    field = passage.field_at(match.start())
    finding = Finding(term.code, term.name, term.severity, _message(term, match), term.why, field)
    read = [earlier.written_in(field, len(earlier.text)) for earlier in before.get(field, ())]
    text = "\n".join([*read, passage.written_in(field, match.start())])
    return Hit(finding, match[0], text.count(match[0]))


def _message(term: Term, match: re.Match[str]) -> str:
    return f"{match[0]!r}: the house writes {match.expand(term.right)!r}"


__all__ = ["Hit", "Term", "check", "house_terms"]
