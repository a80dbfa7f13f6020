"""The manual: a page for every code that a finding may have, collected from where each is decided."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports import readers, rules, sources, style
from cthb_reports.findings import Severity
from cthb_reports.workflow.manual_pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

GROUPS = {
    "C": "what the calendar, the counts and the text's order ask",
    "D": "what keeps records from being a report",
    "F": "files and their notation",
    "P": "facts still to come",
    "R": "damage that copies from PDF files and web pages leave in a text",
    "S": "the house's words",
    "T": "what the text does with the facts",
    "V": "waivers",
    "W": "the Word file that is drafted",
}
"""What the letters stand for."""


@dataclass(frozen=True, slots=True)
class Page:
    """What there is to know of a code.

    Args:
        code: Letter and three digits.
        name: The fault in words.
        severity: How bad it is.
        text: What is asked, why, and an example.
    """

    code: str
    name: str
    severity: Severity
    text: str

    def __str__(self) -> str:
        return f"{self.code} {self.name} ({self.severity})\n\n{self.text}"

    @property
    def summary(self) -> str:
        """Its first sentence."""
        return self.text.partition("\n")[0]


def pages() -> tuple[Page, ...]:
    """Return every page, by code; a code of style may have several, one for each thing that the house writes so."""
    found = (*_of_files(), *_of_texts(), *_of_rules(), *_of_style(), *PAGES_OF_STEPS)
    return tuple(sorted(dict.fromkeys(found), key=lambda page: page.code))


def names() -> Iterator[tuple[str, str]]:
    """Yield the code and the name of every page."""
    return ((page.code, page.name) for page in pages())


def lookup(word: str) -> tuple[Page, ...]:
    """Return the pages of a code, a group or a name; none where there is no such."""
    return tuple(page for page in pages() if page.code.startswith(word.upper()) or page.name == word)


def _of_files() -> Iterator[Page]:
    for fault in sources.Fault:
        yield Page(fault.code, fault.title, fault.severity, _text(fault.what, fault.why, fault.remedy))


def _of_texts() -> Iterator[Page]:
    for damage in readers.Damage:
        yield Page(damage.code, damage.title, Severity.WARNING, _text(damage.what, damage.why, damage.remedy))


def _of_rules() -> Iterator[Page]:
    return (Page(rule.code, rule.name, rule.severity, rule.manual) for rule in rules.all_rules())


def _of_style() -> Iterator[Page]:
    return (Page(rule.code, rule.name, rule.severity, rule.manual) for rule in style.all_style_rules())


def _text(what: str, why: str, remedy: str) -> str:
    parts = (
        what,
        f"Why: {why[:1].lower()}{why[1:]}",
        f"What to do: {remedy[:1].lower()}{remedy[1:]}" if remedy else "",
    )
    return "\n\n".join(textwrap.fill(part, 110) for part in parts if part)


PAGES_OF_STEPS = tuple(Page(code, name, severity, _text(*words)) for code, name, severity, *words in PAGES)


def as_markdown(shown: Iterable[Page]) -> str:
    """Return pages as the documentation has them: by group, each under a heading of its own."""
    lines = ["# Rules", "", "Written by `cthb-reports explain --markdown`; change the rule, not this page.", ""]
    group = ""
    for page in shown:
        if page.code[0] != group:
            group = page.code[0]
            lines += [f"## {group}: {GROUPS.get(group, 'rules of your own')}", ""]
        lines += [f"### {page.code} {page.name}", "", f"*{page.severity}*", "", page.text, ""]
    return "\n".join(lines)
