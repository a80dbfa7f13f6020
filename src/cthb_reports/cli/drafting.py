"""The commands that write files to start from, and drafts: draft, schema, letterhead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cthb_reports import reporting
from cthb_reports.cli.options import PATH, SOURCE

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@SOURCE
@click.option(
    "-o",
    "--output",
    "outputs",
    type=PATH,
    multiple=True,
    required=True,
    help="File to write; the suffix chooses the format: .docx, .html, .md. May be given more than once.",
)
@click.option(
    "--templates",
    type=PATH,
    help="Folder of your own templates, words and rules, which come before the built-in ones.",
)
@click.option("--letterhead", type=PATH, help="DOCX whose styles, header and footer to use.")
@click.option(
    "--controls/--no-controls",
    default=True,
    show_default=True,
    help="Put values of a DOCX into controls; LibreOffice 7.4 damages files in which changes in controls are tracked.",
)
@click.option("--line-numbers", is_flag=True, help="Number the lines of a DOCX in the margin.")
@click.option("--watermark", metavar="TEXT", help="Word across every page of a DOCX, such as DRAFT.")
@click.option(
    "--with",
    "extras",
    metavar="WHAT",
    multiple=True,
    help="Show in a DOCX too: sources, who supplied each record; status, a page of the facts still to come.",
)
@click.option("--clean", is_flag=True, help="Leave comments, and all that is not the visible text, out of a DOCX.")
@click.option("--final", is_flag=True, help="Draft clean, and refuse while an error or a fact still to come is left.")
@click.option("--force", is_flag=True, help="Replace a DOCX even if it was edited after it was drafted.")
def draft(  # noqa: PLR0913  # one argument for each option
    source: Path,
    outputs: tuple[Path, ...],
    letterhead: Path | None,
    watermark: str | None,
    extras: tuple[str, ...],
    *,
    controls: bool,
    line_numbers: bool,
    **options: Any,
) -> None:
    """Draft the records of SOURCE, a file or a folder."""
    from cthb_reports import workflow  # noqa: PLC0415

    docx = workflow.DocxOptions(line_numbers=line_numbers, watermark=watermark, controls=controls)
    if double := workflow.twice(outputs):
        raise click.UsageError(f"-o names {double} twice")
    asked = workflow.extras_of(extras)
    suffixes, clean = [output.suffix for output in outputs], options["clean"] or options["final"]
    if complaint := workflow.without_use(suffixes, letterhead, docx, asked, clean=clean):
        raise click.UsageError(complaint)
    findings = workflow.draft_files(source, outputs, letterhead=letterhead, docx=docx, extras=asked, **options)
    reporting.show(findings)
    if findings:
        click.echo(reporting.summary(findings), err=True)
    for output in outputs:
        click.echo(f"drafted {output}")


@click.command()
@click.option(
    "-o",
    "--output",
    type=PATH,
    help="File to write, or a folder that is there: for a schema of each part too. Standard output without it.",
)
def schema(output: Path | None) -> None:
    """Write the JSON Schema of the records, for completion and hints in editors."""
    from cthb_reports import workflow  # noqa: PLC0415

    if output is None:
        reporting.print_for_programs(workflow.json_schema())
        return
    in_folder = output.is_dir()
    texts = {output / name: text for name, text in workflow.json_schemas().items()}
    files = texts if in_folder else {output: workflow.json_schema()}
    workflow.write_files({path: f"{text}\n".encode() for path, text in files.items()})
    click.echo(f"wrote {len(files)} schemas into {output}" if in_folder else f"wrote {output}")


@click.command()
@click.option("-o", "--output", type=PATH, required=True, help="File to write, a .docx.")
@click.option("--force", is_flag=True, help="Replace a file that holds something else.")
def letterhead(output: Path, *, force: bool) -> None:
    """Write the built-in letterhead, to be changed in Word and then named by `draft --letterhead`."""
    from cthb_reports import workflow  # noqa: PLC0415

    workflow.write_letterhead(output, force=force)
    click.echo(f"wrote {output}")
