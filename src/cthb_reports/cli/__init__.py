"""The command: arguments in, exit code out.

Exit codes: 0 nothing worse than a warning, or a working draft; 1 findings of severity error; 2 wrong use; 3 the work cannot be done.
"""

from __future__ import annotations

import click

from cthb_reports.cli.checking import explain, proofread, status, validate
from cthb_reports.cli.drafting import draft, letterhead, schema
from cthb_reports.cli.returning import compare, pull, why
from cthb_reports.reporting.outcomes import Commands


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="cthb-reports")
def main() -> None:
    """Draft an institution's yearly report from records, and check them."""


for _command in (compare, draft, explain, letterhead, proofread, pull, schema, status, validate, why):
    main.add_command(_command)
