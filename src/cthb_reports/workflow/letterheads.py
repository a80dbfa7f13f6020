"""The built-in letterhead as a file, for an office to change."""

from __future__ import annotations

from pathlib import Path

from cthb_reports.errors import UnknownNameError
from cthb_reports.workflow.outputs import write_files
from cthb_reports.workflow.overwriting import refuse_different
from cthb_reports.writers import WORD


def write_letterhead(path: str | Path, *, force: bool = False) -> None:
    """Write the built-in letterhead into a file, to be changed in Word and handed to `draft`.

    Args:
        path: The file to write, a `.docx`.
        force: Replace a file that holds something else.

    Raises:
        UnknownNameError: The file is called as if it were something else.
        DraftError: It cannot be written, or holds something else.
    """
    from cthb_reports.writers.docx import built_in  # noqa: PLC0415  # python-docx is only needed where a DOCX is written

    target = Path(path)
    if target.suffix.lower() != WORD:
        raise UnknownNameError("letterhead in the format of", target.suffix or target.name, [WORD])
    content = built_in()
    if not force:
        refuse_different(target, content)
    write_files({target: content})
