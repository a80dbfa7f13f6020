"""What a writer hands back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cthb_reports.errors import DraftError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cthb_reports.document import Anchor
    from cthb_reports.findings import Finding


@dataclass(frozen=True, slots=True)
class Written:
    """What a writer has made.

    Args:
        content: The bytes of the file.
        findings: What the author should know about them.
        anchors: Of a draft that goes round, what the bookmarks in it are around, by their names in the order of their ends.
    """

    content: bytes
    findings: tuple[Finding, ...] = ()
    anchors: Mapping[str, Anchor] = field(default_factory=dict)


def untracked() -> DraftError:
    """Return the fault of what tells two versions in one, in a format that cannot show which is which."""
    return DraftError("only a .docx can show what has changed between two versions")


def printable(text: str) -> str:
    """Return text without the characters that XML and YAML cannot hold; their other line ends become spaces.

    Source: XML 1.0, production 2 (Char).
    """
    return _LINE_ENDS.sub(" ", _FORBIDDEN.sub("", text))


_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]")
