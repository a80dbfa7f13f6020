"""The command: arguments in, exit code out.

Exit codes: 0 nothing worse than a warning, or a working draft; 1 findings of severity error; 2 wrong use; 3 the work cannot be done.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cthb_reports import errors, reporting
from cthb_reports.findings import has_errors

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cthb_reports.findings import Finding

OK, FOUND, USAGE, STUCK = 0, 1, 2, 3

# What can be read or written is for the library to find out and to say.
_PATH = click.Path(path_type=Path, readable=False)
_SOURCE = click.argument("source", type=_PATH)


class _Group(click.Group):
    """Turns the exceptions of the library into messages and exit codes."""

    def invoke(self, ctx: click.Context) -> Any:
        # A name of a file, or a pipe of an old machine, may hold what cannot be shown as it is; standard error is so by itself.
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="backslashreplace")
        try:
            return super().invoke(ctx)
        except errors.InvalidReportError as error:
            _show(error.findings)
            click.echo(f"{reporting.summary(error.findings)}; nothing was drafted", err=True)
            ctx.exit(FOUND)
        except errors.UnknownNameError as error:
            _complain(str(error))
            ctx.exit(USAGE)
        except errors.CthbReportsError as error:
            _complain(str(error))
            ctx.exit(STUCK)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="cthb-reports")
def main() -> None:
    """Draft an institution's yearly report from records, and check them."""


@main.command()
@_SOURCE
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to show the findings.",
)
@click.pass_context
def validate(ctx: click.Context, source: Path, form: str) -> None:
    """Show everything in the records of SOURCE, a file or a folder, that its author should look at."""
    from cthb_reports import workflow  # noqa: PLC0415  # half a second that `--help` and wrong use need not wait

    findings = workflow.validate(source)
    if form == "json":
        _print_for_programs(reporting.as_json(findings))
    else:
        _show(findings, err=False)
        click.echo(reporting.summary(findings))
    ctx.exit(FOUND if has_errors(findings) else OK)


@main.command()
@_SOURCE
@click.option(
    "-o",
    "--output",
    "outputs",
    type=_PATH,
    multiple=True,
    required=True,
    help="File to write; the suffix chooses the format: .docx, .html, .md. May be given more than once.",
)
@click.option("--templates", type=_PATH, help="Folder of your own templates, which come before the built-in ones.")
@click.option("--letterhead", type=_PATH, help="DOCX whose styles, header and footer to use.")
@click.option("--line-numbers", is_flag=True, help="Number the lines of a DOCX in the margin.")
@click.option("--watermark", metavar="TEXT", help="Word across every page of a DOCX, such as DRAFT.")
@click.option("--final", is_flag=True, help="Refuse to draft while an error or a fact still to come is left.")
@click.option("--force", is_flag=True, help="Replace a DOCX even if it was edited after it was drafted.")
def draft(
    source: Path,
    outputs: tuple[Path, ...],
    letterhead: Path | None,
    watermark: str | None,
    *,
    line_numbers: bool,
    **options: Any,
) -> None:
    """Draft the records of SOURCE, a file or a folder."""
    from cthb_reports import workflow  # noqa: PLC0415

    docx = workflow.DocxOptions(line_numbers=line_numbers, watermark=watermark)
    if double := workflow.twice(outputs):
        raise click.UsageError(f"-o names {double} twice")
    if complaint := workflow.without_use([output.suffix for output in outputs], letterhead, docx):
        raise click.UsageError(complaint)
    findings = workflow.draft_files(source, outputs, letterhead=letterhead, docx=docx, **options)
    _show(findings)
    if findings:
        click.echo(reporting.summary(findings), err=True)
    for output in outputs:
        click.echo(f"drafted {output}")


@main.command()
@click.option("-o", "--output", type=_PATH, help="File to write; standard output without it.")
def schema(output: Path | None) -> None:
    """Write the JSON Schema of the records, for completion and hints in editors."""
    from cthb_reports import workflow  # noqa: PLC0415

    text = workflow.json_schema()
    if output is None:
        _print_for_programs(text)
    else:
        workflow.write_files({output: f"{text}\n".encode()})
        click.echo(f"wrote {output}")


@main.command()
@click.option("-o", "--output", type=_PATH, required=True, help="File to write, a .docx.")
@click.option("--force", is_flag=True, help="Replace a file that holds something else.")
def letterhead(output: Path, *, force: bool) -> None:
    """Write the built-in letterhead, to be changed in Word and then named by `draft --letterhead`."""
    from cthb_reports import workflow  # noqa: PLC0415

    workflow.write_letterhead(output, force=force)
    click.echo(f"wrote {output}")


def _show(findings: Iterable[Finding], *, err: bool = True) -> None:
    on_terminal = (sys.stderr if err else sys.stdout).isatty()
    for finding in findings:
        click.echo(reporting.as_text(finding, excerpt=on_terminal), err=err)


def _print_for_programs(text: str) -> None:
    """Print text as UTF-8 whatever the terminal thinks of it; a name that is no UTF-8 comes as JSON escapes it."""
    click.echo(text.encode("utf-8", "backslashreplace"))


def _complain(message: str) -> None:
    click.echo(f"{click.style('error', fg='red', bold=True)}: {message}", err=True)
