"""The commands about drafts that go round and come back: pull, why, compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cthb_reports import reporting
from cthb_reports.cli.options import PATH, SOURCE, showing
from cthb_reports.reporting.outcomes import FOUND, OK

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("drafts", metavar="DRAFT...", type=PATH, nargs=-1, required=True)
@SOURCE
@click.option(
    "--apply", is_flag=True, help="Write what came back into the records: all the files that change, or none."
)
@click.option(
    "--changes",
    type=click.Choice(["accept", "reject", "list"]),
    default="accept",
    show_default=True,
    help="Read tracked changes as accepted or as rejected, or list them and do nothing else.",
)
@click.option("--templates", type=PATH, help="Folder of your own templates, as for draft.")
@showing()
@click.pass_context
def pull(ctx: click.Context, /, drafts: tuple[Path, ...], source: Path, form: str, **options: Any) -> None:
    """Show what people changed in each DRAFT, a Word file that came back, and with --apply write it into SOURCE."""
    from cthb_reports.workflow import pulling  # noqa: PLC0415

    found = pulling.pull(drafts, source, **options)
    listed = options["changes"] == "list"
    if form == "json":
        reporting.print_for_programs(reporting.pull_as_json(found))
    else:
        click.echo(reporting.pull_as_text(found, listed=listed))
    ctx.exit(FOUND if found.is_left else OK)


@click.command()
@click.argument("draft", type=PATH)
@click.argument("words")
@showing()
@click.pass_context
def why(ctx: click.Context, /, draft: Path, words: str, form: str) -> None:
    """Tell where WORDS in DRAFT, a Word file, come from: field, file and line, record, supplier, line of the template."""
    from cthb_reports.workflow import asking  # noqa: PLC0415

    answers = asking.why(draft, words)
    if form == "json":
        reporting.print_for_programs(reporting.answers_as_json(answers))
    elif answers:
        click.echo(reporting.answers_as_text(answers))
    else:
        reporting.complain(f"{draft}: {words!r} does not stand in the draft")
    ctx.exit(OK if answers else FOUND)


@click.command()
@click.argument("old", type=PATH)
@click.argument("new", type=PATH)
@click.option("-o", "--output", type=PATH, help="DOCX to write: both texts in one, with tracked changes and comments.")
@showing(what="the facts that differ")
@click.option("--templates", type=PATH, help="Folder of your own templates, by which records are told.")
@click.option("--letterhead", type=PATH, help="DOCX whose styles, header and footer to use.")
@click.option("--force", is_flag=True, help="Replace a DOCX even if it was edited after it was written.")
def compare(old: Path, new: Path, output: Path | None, form: str, **options: Any) -> None:
    """Show which facts differ between OLD and NEW: files or folders of records, drafts, or any two Word files."""
    from cthb_reports import workflow  # noqa: PLC0415

    if output is None and (options["letterhead"] or options["force"]):
        raise click.UsageError("--letterhead and --force go with -o alone")
    found = workflow.compare_files(old, new, output, **options)
    for notice in found.notices:
        click.echo(notice, err=True)
    reporting.show(found.findings if output else ())
    if form == "json":
        reporting.print_for_programs(reporting.changes_json(found, [str(output)] if output else []))
        return
    click.echo(reporting.changes_text(found))
    if output:
        click.echo(f"wrote {output}")
