"""Texts that do not fit into the sentence that prints them."""

from __future__ import annotations

from collections.abc import Iterator  # noqa: TC003  # rules are public: their signatures must resolve
from typing import TYPE_CHECKING

from cthb_reports.findings import Severity
from cthb_reports.kinds.report import Report  # noqa: TC001
from cthb_reports.phrasing.forms import misfit
from cthb_reports.rules.registry import Violation, rule
from cthb_reports.rules.survey import worded

if TYPE_CHECKING:
    from cthb_reports.models.wordings import Wording
    from cthb_reports.phrasing.forms import Misfit

_MOST = 70
"""How many characters of a text are shown."""


@rule("C131", "text-in-another-form", Severity.WARNING)
def text_in_another_form(report: Report) -> Iterator[Violation]:
    """Ask that a text has the grammatical form of its field, so that it fits into the sentence that prints it.

    Why: "the workshop was designed to To raise awareness.." is what the Permanent Council would read.

    What the form is stands in the description of the field: `purpose` completes "to ...", `outcome` is whole sentences, a
    `title` has no quotation marks of its own. Names, abbreviations, figures and quotations may begin as they do.

    Example:
        activities:
          - {kind: workshop, title: Fair Recruitment, purpose: To raise awareness of forced labour.}
    """
    for path, value, wording in worded(report):
        if found := misfit(value, wording):
            yield Violation(path, f"{_beginning(value)!r} {' and '.join(found.faults)}", _hint(value, found, wording))


def _hint(text: str, found: Misfit, wording: Wording) -> str | None:
    parts = [wording.advice[:1].lower() + wording.advice[1:]] if wording.advice else []
    if found.mended:
        parts.append(f"write {_changed(text, found.mended)!r}")
    return "; ".join(parts) or None


def _changed(text: str, mended: str) -> str:
    """Return as much of the mended text as shows the change."""
    at_the_end = text[:_MOST] == mended[:_MOST]
    if len(mended) <= _MOST:
        return mended
    return f"... {mended[-_MOST // 2 :].partition(' ')[2]}" if at_the_end else _beginning(mended)


def _beginning(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[:_MOST].rpartition(' ')[0] or text[:_MOST]} ..."
