"""What the command prints, and where: findings on standard output or standard error, objects for programs, complaints."""

from __future__ import annotations

import importlib.metadata
import sys
from typing import TYPE_CHECKING

import click

from cthb_reports.reporting.github import as_github
from cthb_reports.reporting.objects import as_json
from cthb_reports.reporting.sarif import as_sarif
from cthb_reports.reporting.text import as_text, summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cthb_reports.findings import Finding


def show(findings: Iterable[Finding], *, err: bool = True) -> None:
    """Print findings as people read them, on standard error or on standard output."""
    on_terminal = (sys.stderr if err else sys.stdout).isatty()
    for finding in findings:
        click.echo(as_text(finding, excerpt=on_terminal), err=err)


def present(findings: Sequence[Finding], form: str, waived: Sequence[tuple[Finding, str]] = ()) -> None:
    """Print findings on standard output in the form that was asked for."""
    match form:
        case "json":
            print_for_programs(as_json(findings, waived))
        case "sarif":
            print_for_programs(as_sarif(findings, waived, importlib.metadata.version("cthb-reports")))
        case "github":
            if findings:
                print_for_programs(as_github(findings))
        case _:
            show(findings, err=False)
            click.echo(summary(findings, len(waived)))


def print_for_programs(text: str) -> None:
    """Print text as UTF-8 whatever the terminal thinks of it; a name that is no UTF-8 comes as JSON escapes it."""
    click.echo(text.encode("utf-8", "backslashreplace"))


def complain(message: str) -> None:
    """Print on standard error what keeps the work from being done."""
    click.echo(f"{click.style('error', fg='red', bold=True)}: {message}", err=True)
