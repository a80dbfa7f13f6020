"""Which findings a user asks for, by code, group or name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cthb_reports.findings import Finding

ALWAYS = ("D", "F")
"""Groups that are always shown: what they are about was not looked at any further."""


@dataclass(frozen=True, slots=True)
class Selection:
    """A choice among findings.

    Args:
        select: Codes, the beginnings of codes, or names of those that are asked for; empty for all.
        ignore: Those among them that are not.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def admits(self, finding: Finding) -> bool:
        """Tell whether a finding is to be shown."""
        if finding.code.startswith(ALWAYS):
            return True
        return (not self.select or _is_among(finding, self.select)) and not _is_among(finding, self.ignore)

    def of(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return those findings that are to be shown."""
        return tuple(finding for finding in findings if self.admits(finding))


EVERYTHING = Selection()


def selection(select: Iterable[str], ignore: Iterable[str], known: Iterable[tuple[str, str]]) -> Selection:
    """Return a choice as users write it: `C402`, `C4,S`, `delivery-not-on-a-thursday`.

    Args:
        select: What is asked for, each perhaps several with commas between.
        ignore: What is not.
        known: The code and the name of every rule.

    Raises:
        UnknownNameError: No rule is called or begins so.
    """
    names = tuple(known)
    return Selection(_split(select, names), _split(ignore, names))


def _split(words: Iterable[str], known: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    wanted = [part.strip() for word in words for part in word.split(",")]
    for word in wanted:
        if not word or not any(code.startswith(word.upper()) or name == word for code, name in known):
            groups = sorted({code[0] for code, _ in known})
            raise UnknownNameError("rule or group", word, [*groups, "and what `cthb-reports explain` lists"])
    return tuple(word if any(name == word for _, name in known) else word.upper() for word in wanted)


def _is_among(finding: Finding, words: tuple[str, ...]) -> bool:
    return any(finding.code.startswith(word) or finding.name == word for word in words)
