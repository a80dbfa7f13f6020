"""The part in which a draft of ours keeps what it was made from, whoever has saved the file since."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cthb_reports.readers.docx.archive import Archive

_OURS = "urn:cthb-reports:draft:"
"""What the namespace of the part begins with, whichever version of the program wrote it."""
_SPELT = tuple(_OURS.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
_ITEM = re.compile(r"customXml/item\d+\.xml")


def kept_part(archive: Archive) -> bytes | None:
    """Return the part in our namespace, be it named as it may, and related to or not; `None` where there is none.

    Raises:
        SourceError: The part is better left closed.
    """
    named = (name for kind, name in archive.related(archive.main()) if kind == "customXml" and archive.holds(name))
    for name in dict.fromkeys((*named, *filter(_ITEM.fullmatch, archive.names()))):
        content = archive.read(name)
        if any(spelt in content for spelt in _SPELT) and archive.xml(name).tag.startswith(f"{{{_OURS}"):
            return content
    return None
