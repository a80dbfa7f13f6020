"""An office's own ways: templates, words and rules in a folder of its own, which come before the built-in ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cthb_reports import reference, style
from cthb_reports.errors import DraftError
from cthb_reports.workflow import gathering

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cthb_reports.findings import Finding
    from cthb_reports.reference import Almanac
    from cthb_reports.style import House


@dataclass(frozen=True, slots=True)
class Ways:
    """How an office writes.

    Args:
        house: Its words and rules, with the built-in ones.
        templates: Its templates by their names, or `None` where it has none of its own.
        findings: What is wrong with its words and rules.
        almanac: The tables of reference, with its rows.
    """

    house: House
    templates: Mapping[str, str] | None = None
    findings: tuple[Finding, ...] = ()
    almanac: Almanac = field(default_factory=reference.almanac)


def ways(folder: str | Path | None) -> Ways:
    """Return the ways of an office; without a folder, the built-in ones.

    Raises:
        DraftError: There is no such folder, nothing in it, or it cannot be read; or a table of reference is wrong.
    """
    if folder is None:
        return Ways(style.house()[0])
    templates = gathering.read_templates(Path(folder))
    house, findings = style.house(gathering.read_house(Path(folder)))
    try:
        almanac = reference.almanac(gathering.read_tables(Path(folder)))
    except ValueError as error:
        raise DraftError(f"{Path(folder) / 'reference'}: {error}") from error
    return Ways(house, templates or None, findings, almanac)
