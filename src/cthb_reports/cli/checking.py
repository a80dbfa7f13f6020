"""The commands that look at records and texts: validate, proofread, explain, status."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cthb_reports import reporting
from cthb_reports.cli.options import PATH, SOURCE, control, showing, verdict
from cthb_reports.reporting.outcomes import OK, STUCK

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@SOURCE
@click.option("--templates", type=PATH, help="Folder of your own templates, words and rules.")
@click.option("--previous", type=PATH, help="File or folder of the report of the year before, to compare with.")
@control
@click.pass_context
def validate(ctx: click.Context, /, source: Path, form: str, *, strict: bool, **options: Any) -> None:
    """Show everything in the records of SOURCE, a file or a folder, that its author should look at."""
    from cthb_reports import workflow  # noqa: PLC0415  # half a second that `--help` and wrong use need not wait

    examined = workflow.examine(source, **options)
    waived = [(one.finding, one.why) for one in examined.waived]
    reporting.present(examined.findings, form, waived)
    ctx.exit(verdict(examined.findings, strict=strict))


@click.command()
@click.argument("files", metavar="FILE...", type=click.Path(path_type=str, readable=False), nargs=-1, required=True)
@click.option(
    "--profile",
    type=click.Choice(["osce", "none"]),
    default="osce",
    show_default=True,
    help="Whose house the text follows; none for a text of another house, such as a delegation's statement.",
)
@click.option("--templates", "house", type=PATH, help="Folder of your own; words and rules are in its folder `house`.")
@click.option(
    "--day", type=click.DateTime(["%Y-%m-%d"]), help='Day of the text, for "last week" and names that have changed.'
)
@click.option("--fix", is_flag=True, help="Mend what can be mended unseen; needs -o.")
@click.option("-o", "--output", type=PATH, help="File to write with --fix; a DOCX gets tracked changes.")
@click.option("--force", is_flag=True, help="Replace a file that holds something else.")
@control
@click.pass_context
def proofread(  # noqa: PLR0913  # one argument for each option
    ctx: click.Context,
    /,
    files: tuple[str, ...],
    output: Path | None,
    form: str,
    *,
    fix: bool,
    force: bool,
    strict: bool,
    **options: Any,
) -> None:
    """Hold the text of each FILE, a .docx, .md, .txt or - for standard input, against the house style."""
    from cthb_reports import workflow  # noqa: PLC0415

    if fix != (output is not None) or (fix and len(files) > 1) or (force and not fix):
        raise click.UsageError("--fix takes one FILE and -o with the file to write; -o and --force go with --fix alone")
    options["day"] = options["day"].date() if options["day"] else None
    if output is not None:
        changes, findings = workflow.fix_file(files[0], output, force=force, **options)
        for change in changes:
            click.echo(str(change), err=True)
        click.echo(f"wrote {output} with {len(changes)} change{'' if len(changes) == 1 else 's'}", err=True)
    else:
        findings, complaints = workflow.proofread_all(files, **options)
        for complaint in complaints:
            reporting.complain(complaint)
        if complaints:
            if findings or form != "text":  # "nothing found" would be about files that nobody has read
                reporting.present(findings, form)
            ctx.exit(STUCK)
    reporting.present(findings, form)
    ctx.exit(verdict(findings, strict=strict))


@click.command()
@click.argument("word", required=False)
@click.option("--markdown", is_flag=True, help="Write every page, as the documentation has them.")
@click.pass_context
def explain(ctx: click.Context, /, word: str | None, *, markdown: bool) -> None:
    """Explain a code, a group or the name of a rule, or what the records of a list may hold; without WORD, list the codes."""
    from cthb_reports import workflow  # noqa: PLC0415

    if markdown and word:
        raise click.UsageError("--markdown writes every page; leave out the word")
    click.echo(workflow.manual_text(markdown=markdown) if word is None else workflow.explain(word))
    ctx.exit(OK)


@click.command()
@SOURCE
@showing()
def status(source: Path, form: str) -> None:
    """Show what is still to come in the records of SOURCE, from whom and by when, and how many records are cleared."""
    from cthb_reports import workflow  # noqa: PLC0415

    found = workflow.status(source)
    if form == "json":
        reporting.print_for_programs(reporting.status_as_json(found))
    else:
        click.echo(reporting.status_as_text(found))
