"""How a command ends: the exceptions of the library as messages and exit codes."""

from __future__ import annotations

import io
import sys
from typing import Any

import click

from cthb_reports import errors
from cthb_reports.reporting.printing import complain, show
from cthb_reports.reporting.text import summary

OK, FOUND, USAGE, STUCK = 0, 1, 2, 3

_DONE = {"draft": "drafted", "pull": "pulled", "status": "counted"}
"""What a command would have done with the records; all others compare them."""


class Commands(click.Group):
    """Turns the exceptions of the library into messages and exit codes."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        # A name of a file, or a pipe of an old machine, may hold what cannot be shown as it is; standard error is so by itself.
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="backslashreplace")
        try:
            return super().invoke(ctx)
        except errors.InvalidReportError as error:
            show(error.findings)
            done = _DONE.get(ctx.invoked_subcommand or "", "compared")
            click.echo(f"{summary(error.findings)}; nothing was {done}", err=True)
            ctx.exit(FOUND)
        except errors.UnknownNameError as error:
            complain(str(error))
            ctx.exit(USAGE)
        except errors.CthbReportsError as error:
            complain(str(error))
            ctx.exit(STUCK)
