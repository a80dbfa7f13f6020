"""What a writer hands back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cthb_reports.findings import Finding


@dataclass(frozen=True, slots=True)
class Written:
    """The bytes of a file, and what the author should know about them."""

    content: bytes
    findings: tuple[Finding, ...] = ()


def printable(text: str) -> str:
    """Return text without the characters that XML and YAML cannot hold; their other line ends become spaces.

    Source: XML 1.0, production 2 (Char).
    """
    return _LINE_ENDS.sub(" ", _FORBIDDEN.sub("", text))


_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]")
