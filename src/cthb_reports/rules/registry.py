"""The shape of a rule, and how the rules of the package and of others are found and run."""

from __future__ import annotations

import functools
import importlib
import inspect
import pkgutil
from dataclasses import dataclass, field
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

import cthb_reports.rules
from cthb_reports.errors import CthbReportsError
from cthb_reports.findings import FieldPath, Finding, Severity
from cthb_reports.reference import Almanac, almanac
from cthb_reports.rules.passages import Passage, passages, record_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from cthb_reports.document import Document
    from cthb_reports.kinds.report import Report

ENTRY_POINTS = "cthb_reports.rules"
"""The group of entry points by which another package adds rules: each names a `Rule`."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One place where a rule does not hold.

    Args:
        field: The path of the value that is wrong.
        message: The fact with the author's own words in it; lower case, no full stop.
        hint: What to do.
    """

    field: FieldPath
    message: str
    hint: str | None = None


@dataclass(frozen=True)
class Context:
    """What a rule may look at besides the report.

    Args:
        document: The rendered draft, or `None` where it could not be rendered.
        previous: The report of the year before, or `None` where nobody gave it.
        reference: Chairmanships, meetings, yearly events, names by date.
    """

    document: Document | None = None
    previous: Report | None = None
    reference: Almanac = field(default_factory=almanac)

    @functools.cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The paragraphs of the draft, read once for all rules; none where there is no draft."""
        return passages(self.document) if self.document else ()

    @functools.cached_property
    def told(self) -> Mapping[FieldPath, tuple[Passage, ...]]:
        """The paragraphs of the draft in which each record is told, by its path."""
        found: dict[FieldPath, list[Passage]] = {}
        for passage in self.passages:
            for record in dict.fromkeys(record_of(stretch.anchor.field) for stretch in passage.stretches):
                found.setdefault(record, []).append(passage)
        return {record: tuple(told) for record, told in found.items()}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what it is called, how bad a violation is, and the function that finds violations.

    The docstring of the function is the manual page of the rule.
    """

    code: str
    name: str
    severity: Severity
    function: Callable[..., Iterator[Violation]]
    wants_context: bool

    @property
    def manual(self) -> str:
        """The manual page: what, why, example."""
        return inspect.getdoc(self.function) or ""

    def __call__(self, report: Report, context: Context | None = None) -> Iterator[Violation]:
        """Yield every violation in a report."""
        return self.function(report, context or Context()) if self.wants_context else self.function(report)


def rule(code: str, name: str, severity: Severity) -> Callable[[Callable[..., Iterator[Violation]]], Rule]:
    """Make a rule of a function of `(report)` or `(report, context)`.

    Codes that begin with D are about integrity: a report that breaks them cannot be drafted.
    """

    def make(function: Callable[..., Iterator[Violation]]) -> Rule:
        return Rule(code, name, severity, function, wants_context=len(inspect.signature(function).parameters) == 2)

    return make


@functools.cache
def all_rules() -> tuple[Rule, ...]:
    """Return all rules, by code: those of the modules of this package, and those that other packages add.

    Raises:
        CthbReportsError: What another package adds cannot be loaded, is no rule, or has the code of another rule.
    """
    rules: dict[str, Rule] = {}
    for found in (*_built_in(), *_added()):
        if rules.setdefault(found.code, found) is not found:
            raise CthbReportsError(
                f"rules {rules[found.code].name!r} and {found.name!r} have the same code {found.code}"
            )
    return tuple(rules[code] for code in sorted(rules))


def _built_in() -> Iterator[Rule]:
    package = cthb_reports.rules
    for module in pkgutil.iter_modules(package.__path__):
        values = vars(importlib.import_module(f"{package.__name__}.{module.name}")).values()
        yield from (value for value in values if isinstance(value, Rule))


def _added() -> Iterator[Rule]:
    for entry in entry_points(group=ENTRY_POINTS):
        try:
            found = entry.load()
        except (ImportError, AttributeError) as error:
            raise CthbReportsError(f"the rule {entry.name!r} cannot be loaded from {entry.value!r}: {error}") from error
        if not isinstance(found, Rule):
            raise CthbReportsError(
                f"{entry.value!r}, added as {entry.name!r}, is no rule; make it one with `@rule(...)`"
            )
        yield found


def check(report: Report, rules: Iterable[Rule], context: Context | None = None) -> tuple[Finding, ...]:
    """Return what the rules find in a report, in the order of the rules; places are for the caller to add."""
    return tuple(
        Finding(rule.code, rule.name, rule.severity, violation.message, violation.hint, violation.field)
        for rule in rules
        for violation in rule(report, context)
    )
