"""Changes of records, written back into the files that the author keeps."""

from cthb_reports.sources.editing.changes import Append, Assign, Change, Remove
from cthb_reports.sources.editing.rewriting import rewritten

__all__ = ["Append", "Assign", "Change", "Remove", "rewritten"]
