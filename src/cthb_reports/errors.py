"""What stops the work: one small tree of exceptions. What the author wrote wrongly is a `Finding` instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cthb_reports.findings import Finding


class CthbReportsError(Exception):
    """The root: catch this to catch all that the library raises on purpose."""


class SourceError(CthbReportsError):
    """There is nothing to read: no such file, or a folder without a report."""


class InvalidReportError(CthbReportsError):
    """The records make no report: wrong types, unknown keys, references to nothing."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


class TemplateError(CthbReportsError):
    """A template is wrong: where, and why.

    Args:
        template: Its name below the folder of templates, such as `report/document.md.j2`.
        line: The line, counted from 1, or `None` where the template could not be read at all.
        reason: What is wrong, with the expression and the field where they are known.
    """

    def __init__(self, template: str, line: int | None, reason: str) -> None:
        self.template, self.line, self.reason = template, line, reason
        super().__init__(f"{template}:{line}: {reason}" if line else f"{template}: {reason}")


class DraftError(CthbReportsError):
    """A draft cannot be made or must not be written: the reason says why, and what to do."""


class UnwritableError(CthbReportsError):
    """A change cannot be written into the record files so that it is read as it was meant; no file is to be changed.

    Args:
        where: The place in a file, or the field, that could not be written.
        reason: Why, and what to do.
    """

    def __init__(self, where: str, reason: str) -> None:
        self.where, self.reason = where, reason
        super().__init__(f"{where}: {reason}; nothing was changed")


class UnknownNameError(CthbReportsError):
    """A name that is none of the known ones: a format, a kind of document, a rule."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        self.what, self.name, self.known = what, name, tuple(known)
        super().__init__(f"no {what} {name!r}; known: {', '.join(self.known)}")
