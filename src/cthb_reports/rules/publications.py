"""Publications: what is said to be out is out, and what is to come is to come."""

from __future__ import annotations

import re
from collections.abc import Iterator  # noqa: TC003  # rules are public: their signatures must resolve
from datetime import date  # noqa: TC003

from cthb_reports.findings import FieldPath, Severity
from cthb_reports.kinds.report import Report  # noqa: TC001
from cthb_reports.models.facts import known
from cthb_reports.models.symbols import Symbol
from cthb_reports.models.works import PublicationStatus
from cthb_reports.phrasing import day, period
from cthb_reports.rules.naming import called
from cthb_reports.rules.registry import Violation, rule
from cthb_reports.rules.survey import typed

_SYMBOL = re.compile(r"\b[A-Z]+(?:-[A-Z]+)?(?:\.[A-Z]+){1,2}/[1-9]\d*/\d{2}\b(?!\d)")


@rule("C331", "publication-status-against-date", Severity.ERROR)
def publication_status_against_date(report: Report) -> Iterator[Violation]:
    """Ask that a publication which is out has a date before the delivery, and one that is to come has none before it.

    Why: "forthcoming" is left standing when the book is on the table.

    Example:
        delivered: 2024-11-14
        publications:
          - {id: handbook, type: handbook, title: Fair Recruitment, status: forthcoming, dated: 2024-09}
    """
    for index, publication in enumerate(report.publications):
        dated, status = known(publication.dated), known(publication.status)
        if dated is None or status is None:
            continue
        if status is PublicationStatus.PUBLISHED:
            wrong = dated.wholly_after(report.delivered)
        else:
            wrong = dated.wholly_before(report.delivered)
        if wrong:
            yield Violation(
                ("publications", index, "status"),
                f"{called(publication)} is {str(status)!r}, and dated {period(dated)}; the report is delivered on {day(report.delivered)}",
                "correct the status or the date",
            )


@rule("C332", "symbol-after-the-report", Severity.ERROR)
def symbol_after_the_report(report: Report) -> Iterator[Violation]:
    """Ask that no document that the report names is of a later year than the report.

    Why: the year of a symbol is two figures, and two figures are soon mistyped.

    It looks at the symbols of publications, at the decisions of the mandate and at those typed in narratives.

    Example:
        delivered: 2017-12-14
        period: 2017
        publications:
          - {id: paper, type: report, title: Fair Recruitment, status: published, symbol: SEC.GAL/182/71}
    """
    for index, publication in enumerate(report.publications):
        symbol = known(publication.symbol)
        if symbol and symbol.year and symbol.year > _last_year(report.delivered, known(publication.status)):
            yield Violation(
                ("publications", index, "symbol"),
                f"{str(symbol)!r} is a symbol of {symbol.year}, after the report",
                "correct the year of the symbol",
            )
    for path, text in _texts(report):
        for symbol in _symbols(text):
            if symbol.year and symbol.year > report.delivered.year:
                yield Violation(
                    path,
                    f"{str(symbol)!r} is a symbol of {symbol.year}, after the report",
                    "correct the year of the symbol",
                )


def _texts(report: Report) -> Iterator[tuple[FieldPath, str]]:
    for index, reference in enumerate(report.mandate.references if report.mandate else ()):
        if text := known(reference):
            yield ("mandate", "references", index), text
    yield from ((text.field, text.text) for text in typed(report))


def _symbols(text: str) -> Iterator[Symbol]:
    """Yield the symbols of a text that carry a year; what only looks like one is passed over."""
    for match in _SYMBOL.finditer(text) if "/" in text else ():
        try:
            yield Symbol.parse(match[0])
        except ValueError:
            continue


def _last_year(delivered: date, status: PublicationStatus | None) -> int:
    """Return the last year in which a publication can have its symbol: one that is to come may take it next year."""
    return delivered.year if status is PublicationStatus.PUBLISHED else delivered.year + 2
