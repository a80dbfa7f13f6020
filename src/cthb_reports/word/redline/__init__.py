"""Two versions of a document in one that shows what has become of the older one."""

from __future__ import annotations

from cthb_reports.word.redline.merging import Redline, Tally, merged
from cthb_reports.word.redline.naming import Naming, old_field, old_label, renamed
from cthb_reports.word.redline.notes import with_lone_notes
from cthb_reports.word.redline.remarks import remarks

__all__ = ["Naming", "Redline", "Tally", "merged", "old_field", "old_label", "remarks", "renamed", "with_lone_notes"]
