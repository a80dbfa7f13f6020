"""Word files that came back: opened, and asked for what they have kept of the draft that they were."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports.errors import SourceError
from cthb_reports.readers.docx.returned import Returned, read_returned
from cthb_reports.word.keepsake import unpack
from cthb_reports.word.made import made_again
from cthb_reports.workflow import gathering
from cthb_reports.writers import WORD
from cthb_reports.writers.docx import kept_text

if TYPE_CHECKING:
    from pathlib import Path

    from cthb_reports.word.made import Made


@dataclass(frozen=True, slots=True)
class Came:
    """A draft that came back.

    Args:
        name: Its name as the user gave it.
        returned: What it says.
        made: The same as it was made.
    """

    name: str
    returned: Returned
    made: Made

    @property
    def warning(self) -> str:
        """What is to be known of it: that what ties its words to the records is gone."""
        if self.returned.has_bookmarks:
            return ""
        return f"{self.name}: its bookmarks are gone, so paragraphs and values are told by their words alone"


def came_back(path: Path, *, accept: bool = True) -> Came:
    """Return a draft that came back.

    Args:
        path: The file.
        accept: Whether tracked changes are read as accepted, or as rejected.

    Raises:
        SourceError: It is no Word file, one that is better left closed, or none of our drafts.
    """
    if path.suffix.lower() != WORD:
        raise SourceError(f"{path}: is no {WORD}; what people change in other formats cannot be brought back")
    returned = read_returned(gathering.read_text_file(path), str(path), accept=accept)
    if returned.keepsake is None:
        raise SourceError(
            f"{path}: keeps nothing of its records: it is a clean copy, or no draft of cthb-reports; "
            "`cthb-reports compare` shows how it differs from a draft"
        )
    text = kept_text(returned.keepsake)
    keepsake = unpack(text) if text else None
    made = made_again(keepsake) if keepsake else None
    if made is None:
        raise SourceError(
            f"{path}: what it keeps of its records is damaged, or of another version of cthb-reports; "
            "draft anew with this version, and carry the changes over by `cthb-reports compare`"
        )
    return Came(str(path), returned, made)
