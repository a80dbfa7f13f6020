"""Two versions of a document in one that shows what has become of the older one."""

from __future__ import annotations

from cthb_reports.word.redline.merging import Redline, Tally, merged
from cthb_reports.word.redline.naming import Naming, old_field, renamed

__all__ = ["Naming", "Redline", "Tally", "merged", "old_field", "renamed"]
