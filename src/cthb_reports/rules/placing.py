"""Every record is told somewhere, once."""

from __future__ import annotations

from collections.abc import Iterator  # noqa: TC003  # rules are public: their signatures must resolve

from cthb_reports.findings import Severity
from cthb_reports.kinds.lookup import value_at
from cthb_reports.kinds.placement import placement
from cthb_reports.kinds.report import Report  # noqa: TC001
from cthb_reports.models.facts import known
from cthb_reports.rules.naming import called
from cthb_reports.rules.registry import Violation, rule


@rule("C101", "record-told-nowhere", Severity.WARNING)
def record_told_nowhere(report: Report) -> Iterator[Violation]:
    """Ask that every record is told in a section or a theme.

    Why: a record that no part of the report tells is a fact that never reaches the Permanent Council.

    Example:
        sections: [{id: year, title: The Year}]
        activities:
          - {kind: workshop, title: Fair Recruitment}
    """
    for path in placement(report).nowhere:
        yield Violation(
            path,
            f"{called(value_at(report, path))} is told nowhere",
            "name the `section` or `theme` that tells it, or have a section collect its list",
        )


@rule("C102", "theme-told-nowhere", Severity.WARNING)
def theme_told_nowhere(report: Report) -> Iterator[Violation]:
    """Ask that every theme is told in a section.

    Why: a theme that no section names is not announced, and its records are not told.

    Example:
        themes: [{id: children, title: Children}]
    """
    told = {theme for section in report.sections for theme in section.themes}
    for index, theme in enumerate(report.themes):
        if theme.id not in told:
            yield Violation(
                ("themes", index),
                f"the theme {known(theme.title) or theme.id!r} is told nowhere",
                "name it in the `themes` of a section",
            )
