"""What is wrong with a report, and where: the one shape that every check speaks in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

FieldPath = tuple[str | int, ...]
"""The way from the report to a value: `("activities", 3, "held")`."""


class Severity(StrEnum):
    """How bad a finding is, worst first."""

    ERROR = "error"
    WARNING = "warning"
    QUERY = "query"
    """A question to the author: nothing is known to be wrong."""
    PENDING = "pending"
    """A fact still to come."""


BODY = "body"
"""The part of a Word file that holds its text."""


@dataclass(frozen=True, slots=True)
class Location:
    """A stretch of a file. Lines and columns count from 1, columns in characters; the end is the place just after.

    A Word file has no lines: there `line` is the number of the paragraph in its part, and the words around are told besides.

    Args:
        file: The name of the file as the user gave it.
        line: Of a text file the line, of a Word file the paragraph.
        column: Of the first character.
        end_line: Of the last character.
        end_column: The place just after it.
        part: The part of a Word file: `body`, `footnote 3`, `header 1`; empty for a text file.
        around: The words in their neighbourhood, for whoever looks for them in Word; empty for a text file.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    part: str = ""
    around: str = ""

    def __str__(self) -> str:
        if not self.part:
            return f"{self.file}:{self.line}:{self.column}"
        return f"{self.file}: {'' if self.part == BODY else f'{self.part}, '}paragraph {self.line}"

    @property
    def paragraph(self) -> int | None:
        """The number of the paragraph in its part of a Word file, counted from 1; `None` in a text file."""
        return self.line if self.part else None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the author should look at: what it is, what to do, and where it stands.

    Args:
        code: Letter and three digits, stable for ever: `C103`.
        name: The fault in words: `activity-outside-period`.
        severity: How bad it is.
        message: The fact with the author's own words in it; lower case, no full stop.
        hint: What to do, or `None` where the message says it.
        field: The path of the value in the report; empty for a whole file.
        location: Its place in the files, or `None` for a report built in Python.
    """

    code: str
    name: str
    severity: Severity
    message: str
    hint: str | None = None
    field: FieldPath = ()
    location: Location | None = None

    def __str__(self) -> str:
        where = str(self.location) if self.location else field_text(self.field)
        head = f"{where}: " if where else ""
        tail = f"\n    hint: {self.hint}" if self.hint else ""
        return f"{head}{self.severity} {self.code} {self.message}{tail}"

    def at(self, location: Location | None) -> Finding:
        """Return the same finding at another place."""
        return replace(self, location=location)


def field_text(path: FieldPath) -> str:
    """Return a path as people write it: `activities[3].held`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


_STEP = re.compile(r"\[(\d+)\]|\.?([^.\[\]]+)")


def field_path(text: str) -> FieldPath:
    """Return the path that `field_text` wrote."""
    return tuple(int(index) if index else name for index, name in _STEP.findall(text))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether one of the findings is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
