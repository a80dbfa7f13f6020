"""Document symbols of the OSCE, part by part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Self

from cthb_reports.models.scalars import TextValue

_FIRST_YEAR = 1973
"""The first year of the Conference on Security and Co-operation in Europe: `73` to `99` are of that century."""


class IssueKind(StrEnum):
    """How a later issue of a document changes the one before."""

    REVISION = "Rev"
    CORRIGENDUM = "Corr"
    ADDENDUM = "Add"


@dataclass(frozen=True, slots=True)
class Issue:
    """A later issue of a document: `Rev.1`."""

    kind: IssueKind
    number: int

    def __str__(self) -> str:
        return f"{self.kind}.{self.number}"


@dataclass(frozen=True, slots=True)
class Symbol(TextValue):
    """A document symbol: `SEC.GAL/195/13/Rev.1`, `PC.SHDM.GAL/9/18`, `PC.DEC/557`.

    Args:
        body: Who issued it: `SEC`.
        sub_body: The meeting or unit below the body, such as `SHDM`, or `None`.
        series: What it is: `GAL`, `DEC`, `JOUR`.
        number: Its number in the series, from 1.
        year: The year of issue, 1973 to 2072; `None` for journals and for decisions of the Permanent Council.
        issues: Revisions, corrigenda and addenda, in the order written.
    """

    body: str
    sub_body: str | None
    series: str
    number: int
    year: int | None
    issues: tuple[Issue, ...] = ()

    what: ClassVar[str] = "a document symbol"
    examples: ClassVar[tuple[str, ...]] = ("SEC.GAL/182/17", "SEC.GAL/195/13/Rev.1", "PC.SHDM.GAL/9/18", "PC.DEC/557")
    pattern: ClassVar[str | None] = (
        r"^\s*[A-Z]+(-[A-Z]+)?(\.[A-Z]+){1,2}/[1-9][0-9]*(/[0-9]{2})?(/(Rev|Corr|Add)\.[1-9][0-9]*)*\s*$"
    )

    def __str__(self) -> str:
        year = "" if self.year is None else f"/{self.year % 100:02}"
        return f"{self.head}/{self.number}{year}" + "".join(f"/{issue}" for issue in self.issues)

    @property
    def head(self) -> str:
        """The letters before the number: `PC.SHDM.GAL`."""
        return ".".join(part for part in (self.body, self.sub_body, self.series) if part)

    @property
    def revision(self) -> int:
        """The number of the last revision, 0 for a first issue."""
        revisions = [issue.number for issue in self.issues if issue.kind is IssueKind.REVISION]
        return revisions[-1] if revisions else 0

    @property
    def original(self) -> Symbol:
        """The symbol of the first issue, without revisions, corrigenda and addenda."""
        return Symbol(self.body, self.sub_body, self.series, self.number, self.year)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the symbol of a text.

        Raises:
            ValueError: It is none; the message says which part is wrong.
        """
        head, *parts = text.strip().split("/")
        body, sub_body, series = _read_head(head, text)
        number = _read_number(parts[0] if parts else "", text)
        dated = _is_dated(body, series)
        year = _read_year(parts[1] if parts[1:] else "", text) if dated else None
        issues = tuple(_read_issue(part, text) for part in parts[2 if dated else 1 :])
        return cls(body, sub_body, series, number, year, issues)


_SUCH_AS = "write such as SEC.GAL/182/17"


def _is_dated(body: str, series: str) -> bool:
    """Tell whether symbols of a series carry the year: journals and Permanent Council decisions count through."""
    return series != "JOUR" and (body, series) != ("PC", "DEC")


def _read_head(head: str, text: str) -> tuple[str, str | None, str]:
    if re.fullmatch(r"[A-Z]+(-[A-Z]+)?(\.[A-Z]+){1,2}", head):
        body, *between, series = head.split(".")
        return body, between[0] if between else None, series
    if head != head.upper() and "." in head:
        raise ValueError(f"the body and series in {text!r} are written in capitals; write {head.upper()}")
    raise ValueError(f"no body and series in {text!r}; a symbol begins like SEC.GAL/ or PC.SHDM.GAL/")


def _read_number(part: str, text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]*", part):
        found = f"not {part!r}" if part else "which is missing"
        raise ValueError(f"the number in {text!r} is a whole number from 1, {found}; {_SUCH_AS}")
    return int(part)


def _read_year(part: str, text: str) -> int:
    if re.fullmatch(r"(19|20)[0-9]{2}", part):
        raise ValueError(f"the year in {text!r} has two digits, not {part}; write {part[2:]}")
    if not re.fullmatch(r"[0-9]{2}", part):
        found = f"not {part!r}" if part else "which is missing"
        raise ValueError(f"the year in {text!r} is two digits after the number, {found}; {_SUCH_AS}")
    year = 1900 + int(part)
    return year if year >= _FIRST_YEAR else year + 100


def _read_issue(part: str, text: str) -> Issue:
    if written := re.fullmatch(r"(Rev|Corr|Add)\.([1-9][0-9]*)", part):
        return Issue(IssueKind(written[1]), int(written[2]))
    if loose := re.fullmatch(r"(rev|corr|add)\s*\.?\s*([1-9][0-9]*)", part, re.IGNORECASE):
        raise ValueError(f"the ending of {text!r} is not written {part!r}; write {loose[1].capitalize()}.{loose[2]}")
    if re.fullmatch(r"[0-9]+", part):
        raise ValueError(f"there is no place for {part!r} in {text!r}; {_why_no_number(text)}")
    raise ValueError(f"the ending of {text!r} is not {part!r}; write Rev, Corr or Add with a number, such as Rev.1")


def _why_no_number(text: str) -> str:
    head = text.strip().split("/")[0]
    dated = _is_dated(head.split(".")[0], head.split(".")[-1])
    return "after the year come only Rev, Corr or Add" if dated else f"symbols of {head} carry no year"
