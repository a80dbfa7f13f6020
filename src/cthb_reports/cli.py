"""The command: arguments in, exit code out.

Exit codes: 0 nothing worse than a warning, or a working draft; 1 findings of severity error; 2 wrong use; 3 the work cannot be done.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cthb_reports.findings import Finding

OK, FOUND, USAGE, STUCK = 0, 1, 2, 3

_SOURCE = click.argument("source", type=click.Path(path_type=Path))


class _Group(click.Group):
    """Turns the exceptions of the library into messages and exit codes."""

    def invoke(self, ctx: click.Context) -> Any:
        from cthb_reports import errors  # noqa: PLC0415  # `--help` needs none of the library

        try:
            return super().invoke(ctx)
        except errors.InvalidReportError as error:
            _show(error.findings)
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
    from cthb_reports import workflow  # noqa: PLC0415
    from cthb_reports.findings import has_errors  # noqa: PLC0415

    findings = workflow.validate(source)
    if form == "json":
        from cthb_reports.reporting import as_json  # noqa: PLC0415

        click.echo(as_json(findings))
    else:
        _show(findings, err=False)
        click.echo(_summary(findings))
    ctx.exit(FOUND if has_errors(findings) else OK)


@main.command()
@_SOURCE
@click.option(
    "-o",
    "--output",
    "outputs",
    type=click.Path(path_type=Path),
    multiple=True,
    required=True,
    help="File to write; the suffix chooses the format: .docx, .md. May be given more than once.",
)
@click.option(
    "--templates",
    type=click.Path(path_type=Path),
    help="Folder of your own templates, which come before the built-in ones.",
)
@click.option("--letterhead", type=click.Path(path_type=Path), help="DOCX whose styles, header and footer to use.")
@click.option("--final", is_flag=True, help="Refuse to draft while an error or a fact still to come is left.")
@click.option("--force", is_flag=True, help="Replace a DOCX even if it was edited after it was drafted.")
def draft(source: Path, outputs: tuple[Path, ...], **options: Any) -> None:
    """Draft the records of SOURCE, a file or a folder."""
    from cthb_reports import workflow  # noqa: PLC0415

    double = workflow.files.twice(outputs)
    if double:
        raise click.UsageError(f"-o names {double} twice")
    findings = workflow.draft_files(source, outputs, **options)
    _show(findings)
    for output in outputs:
        click.echo(f"drafted {output}")
    if findings:
        click.echo(_summary(findings), err=True)


@main.command()
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File to write; standard output without it.")
def schema(output: Path | None) -> None:
    """Write the JSON Schema of the records, for completion and hints in editors."""
    from cthb_reports import workflow  # noqa: PLC0415

    text = workflow.json_schema()
    if output is None:
        click.echo(text)
    else:
        workflow.files.write_files({output: f"{text}\n".encode()})
        click.echo(f"wrote {output}")


def _show(findings: Iterable[Finding], *, err: bool = True) -> None:
    from cthb_reports.reporting import as_text  # noqa: PLC0415

    stream = sys.stderr if err else sys.stdout
    for finding in findings:
        click.echo(as_text(finding, excerpt=stream.isatty()), file=stream)


def _summary(findings: Iterable[Finding]) -> str:
    from cthb_reports.reporting import summary  # noqa: PLC0415

    return summary(findings)


def _complain(message: str) -> None:
    click.echo(f"{click.style('error', fg='red', bold=True)}: {message}", err=True)
