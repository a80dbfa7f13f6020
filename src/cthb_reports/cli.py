"""The command: arguments in, exit code out.

Exit codes: 0 nothing worse than a warning, or a working draft; 1 findings of severity error; 2 wrong use; 3 the work cannot be done.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cthb_reports import reporting
from cthb_reports.findings import Severity
from cthb_reports.reporting.outcomes import FOUND, OK, STUCK, Commands

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cthb_reports.findings import Finding

# What can be read or written is for the library to find out and to say.
_PATH = click.Path(path_type=Path, readable=False)
_Command = Callable[..., Any]
_SOURCE = click.argument("source", type=_PATH)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="cthb-reports")
def main() -> None:
    """Draft an institution's yearly report from records, and check them."""


def _control(command: _Command) -> _Command:
    """Give a command the options by which its findings are chosen and shown."""
    options = (
        click.option(
            "--format",
            "form",
            type=click.Choice(reporting.FORMATS),
            default="text",
            show_default=True,
            help="How to show the findings.",
        ),
        click.option("--select", metavar="CODES", multiple=True, help="Show only these: codes, groups, names; C402,S."),
        click.option("--ignore", metavar="CODES", multiple=True, help="Leave these out."),
        click.option("--strict", is_flag=True, help="Count warnings as errors."),
    )
    return functools.reduce(lambda made, option: option(made), reversed(options), command)


@main.command()
@_SOURCE
@click.option("--templates", type=_PATH, help="Folder of your own templates, words and rules.")
@click.option("--previous", type=_PATH, help="File or folder of the report of the year before, to compare with.")
@_control
@click.pass_context
def validate(ctx: click.Context, /, source: Path, form: str, *, strict: bool, **options: Any) -> None:
    """Show everything in the records of SOURCE, a file or a folder, that its author should look at."""
    from cthb_reports import workflow  # noqa: PLC0415  # half a second that `--help` and wrong use need not wait

    examined = workflow.examine(source, **options)
    waived = [(one.finding, one.why) for one in examined.waived]
    reporting.present(examined.findings, form, waived)
    ctx.exit(_verdict(examined.findings, strict=strict))


@main.command()
@click.argument("files", metavar="FILE...", type=click.Path(path_type=str, readable=False), nargs=-1, required=True)
@click.option(
    "--profile",
    type=click.Choice(["osce", "none"]),
    default="osce",
    show_default=True,
    help="Whose house the text follows; none for a text of another house, such as a delegation's statement.",
)
@click.option("--templates", "house", type=_PATH, help="Folder of your own; words and rules are in its folder `house`.")
@click.option(
    "--day", type=click.DateTime(["%Y-%m-%d"]), help='Day of the text, for "last week" and names that have changed.'
)
@click.option("--fix", is_flag=True, help="Mend what can be mended unseen; needs -o.")
@click.option("-o", "--output", type=_PATH, help="File to write with --fix; a DOCX gets tracked changes.")
@click.option("--force", is_flag=True, help="Replace a file that holds something else.")
@_control
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
    ctx.exit(_verdict(findings, strict=strict))


@main.command()
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
@click.option(
    "--templates",
    type=_PATH,
    help="Folder of your own templates, words and rules, which come before the built-in ones.",
)
@click.option("--letterhead", type=_PATH, help="DOCX whose styles, header and footer to use.")
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


_FORM = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to show it."
)


@main.command()
@click.argument("drafts", metavar="DRAFT...", type=_PATH, nargs=-1, required=True)
@_SOURCE
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
@click.option("--templates", type=_PATH, help="Folder of your own templates, as for draft.")
@_FORM
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


@main.command()
@click.argument("draft", type=_PATH)
@click.argument("words")
@_FORM
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


@main.command()
@_SOURCE
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to show it: for people, or for programs.",
)
def status(source: Path, form: str) -> None:
    """Show what is still to come in the records of SOURCE, from whom and by when, and how many records are cleared."""
    from cthb_reports import workflow  # noqa: PLC0415

    found = workflow.status(source)
    if form == "json":
        reporting.print_for_programs(reporting.status_as_json(found))
    else:
        click.echo(reporting.status_as_text(found))


@main.command()
@click.argument("old", type=_PATH)
@click.argument("new", type=_PATH)
@click.option("-o", "--output", type=_PATH, help="DOCX to write: both texts in one, with tracked changes and comments.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to show the facts that differ.",
)
@click.option("--templates", type=_PATH, help="Folder of your own templates, by which records are told.")
@click.option("--letterhead", type=_PATH, help="DOCX whose styles, header and footer to use.")
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


@main.command()
@click.option(
    "-o",
    "--output",
    type=_PATH,
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


@main.command()
@click.option("-o", "--output", type=_PATH, required=True, help="File to write, a .docx.")
@click.option("--force", is_flag=True, help="Replace a file that holds something else.")
def letterhead(output: Path, *, force: bool) -> None:
    """Write the built-in letterhead, to be changed in Word and then named by `draft --letterhead`."""
    from cthb_reports import workflow  # noqa: PLC0415

    workflow.write_letterhead(output, force=force)
    click.echo(f"wrote {output}")


def _verdict(findings: Iterable[Finding], *, strict: bool) -> int:
    bad = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return FOUND if any(finding.severity in bad for finding in findings) else OK
