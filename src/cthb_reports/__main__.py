"""`python -m cthb_reports`: the command."""

from cthb_reports.cli import main

main()
