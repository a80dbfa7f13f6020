"""What can be done to a record: a value put at a field, a field or an entry taken away, an entry added to a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cthb_reports.findings import FieldPath


@dataclass(frozen=True, slots=True)
class Assign:
    """Put a value at a field: replace what is there, or add the key to its record.

    Args:
        path: The field. Records that would hold it and do not exist are made.
        value: Plain data: text, number, true, false, nothing, or lists and records of these. A list or a record that replaces
            another is compared with it, and only what differs is written.
        after: The key after which a new key is put; the last one of the record without it, or where there is none such.
    """

    path: FieldPath
    value: object
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Remove:
    """Take a key out of its record, or an entry out of its list; a record or a list left empty goes with it.

    Args:
        path: The field or the entry.
    """

    path: FieldPath


@dataclass(frozen=True, slots=True)
class Append:
    """Add an entry at the end of a list; a list that does not exist is made.

    Args:
        path: The list. One that is a folder of files takes the entry into the last of its files that holds a list; where
            each file holds one record, the last file becomes a list.
        value: The entry.
    """

    path: FieldPath
    value: object


Change = Assign | Remove | Append
