"""The shape of a rule, and how the rules of the package and of others are found and run."""

from __future__ import annotations

import functools
import importlib
import inspect
import pkgutil
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any

import cthb_reports.rules
from cthb_reports.findings import FieldPath, Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

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


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at besides the report.

    Args:
        document: The rendered draft, or `None` where it could not be rendered.
    """

    document: Document | None = None


Check = "Callable[[Report], Iterator[Violation]] | Callable[[Report, Context], Iterator[Violation]]"


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
    """Return all rules, by code: those of the modules of this package, then those that other packages add."""
    modules = (
        importlib.import_module(f"{cthb_reports.rules.__name__}.{module.name}")
        for module in pkgutil.iter_modules(cthb_reports.rules.__path__)
    )
    found: list[Any] = [value for module in modules for value in vars(module).values()]
    found += [entry.load() for entry in entry_points(group=ENTRY_POINTS)]
    rules = {item.code: item for item in found if isinstance(item, Rule)}
    return tuple(rules[code] for code in sorted(rules))


def check(report: Report, rules: Iterable[Rule], context: Context | None = None) -> tuple[Finding, ...]:
    """Return what the rules find in a report, in the order of the rules; places are for the caller to add."""
    return tuple(
        Finding(rule.code, rule.name, rule.severity, violation.message, violation.hint, violation.field)
        for rule in rules
        for violation in rule(report, context)
    )
