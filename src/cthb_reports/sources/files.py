"""Which files of a report folder hold records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import PurePosixPath

SUFFIXES = (".json", ".yaml", ".yml")
"""How the name of a record file ends, in lower case."""

REPORT = "report"
"""The name, without suffix, of the file at the top of a report folder."""

_OTHER_FOLDERS = frozenset({"house", "pulled", "templates"})


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file as gathered.

    Args:
        path: Its path inside the report folder: `activities/03-alliance.yaml`; for a report in one file just its name.
        shown: Its name in findings, as the author would open it: `examples/2017/activities/03-alliance.yaml`.
        content: Its bytes.
    """

    path: PurePosixPath
    shown: str
    content: bytes

    @property
    def is_json(self) -> bool:
        """Whether it is read as JSON, not as YAML."""
        return self.path.suffix.lower() == ".json"


def is_ignored(path: PurePosixPath) -> bool:
    """Tell whether a path inside the report folder holds no record.

    That is so for notes and pictures (any other suffix), for what the author hides (a name that begins with `_` or `.`),
    for the lock files of Word (`~$`), and for the folders `house`, `pulled` and `templates` at the top.
    """
    hidden = any(part.startswith((".", "_", "~$")) for part in path.parts)
    elsewhere = len(path.parts) > 1 and path.parts[0] in _OTHER_FOLDERS
    return hidden or elsewhere or path.suffix.lower() not in SUFFIXES
