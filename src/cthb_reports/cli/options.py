"""What several commands have in common: their arguments, how findings are asked for, and what these come to."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cthb_reports import reporting
from cthb_reports.findings import Severity
from cthb_reports.reporting.outcomes import FOUND, OK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cthb_reports.findings import Finding

# What can be read or written is for the library to find out and to say.
PATH = click.Path(path_type=Path, readable=False)
SOURCE = click.argument("source", type=PATH)

_Command = Callable[..., Any]


def showing(forms: Sequence[str] = ("text", "json"), what: str = "it") -> Callable[[_Command], _Command]:
    """Give a command the option that says how it shows what it has found."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        default="text",
        show_default=True,
        help=f"How to show {what}.",
    )


def control(command: _Command) -> _Command:
    """Give a command the options by which its findings are chosen and shown."""
    options = (
        showing(reporting.FORMATS, "the findings"),
        click.option("--select", metavar="CODES", multiple=True, help="Show only these: codes, groups, names; C402,S."),
        click.option("--ignore", metavar="CODES", multiple=True, help="Leave these out."),
        click.option("--strict", is_flag=True, help="Count warnings as errors."),
    )
    return functools.reduce(lambda made, option: option(made), reversed(options), command)


def verdict(findings: Iterable[Finding], *, strict: bool) -> int:
    """Return the exit code of some findings."""
    bad = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return FOUND if any(finding.severity in bad for finding in findings) else OK
