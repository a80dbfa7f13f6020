"""What stands in italics or bold, and should or should not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cthb_reports.document import Strong
from cthb_reports.findings import Severity
from cthb_reports.style.rule import Reading, Spot, style_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

_ALLIANCE = re.compile(r"\bAlliance\b(?=(?: against Trafficking in Persons)?)(?! (?:of|for)\b)")


@style_rule("S291", "alliance-without-italics", Severity.QUERY)
def alliance_without_italics(reading: Reading) -> Iterator[Spot]:
    """Set the Alliance in italics throughout, where the document has it in italics once.

    Why: *Alliance against Trafficking in Persons* is the name of a platform; italics tell it from other alliances.

    Example:
        'the 17th *Alliance* conference' and, later, 'the 17th Alliance conference'.
    """
    places = [
        (number, match)
        for number, passage in reading.prose()
        if "Alliance" in passage.text
        for match in _ALLIANCE.finditer(passage.text)
    ]
    plain = []
    for number, match in places:
        passage = reading.passages[number]
        if not any(start <= match.start() < end for start, end in passage.emphasized()):
            plain.append((number, match))
    if len(plain) < len(places):
        for number, match in plain:
            if not reading.passages[number].is_quoted(match.start(), match.end()):
                yield Spot(
                    number, match.start(), match.end(), "'Alliance' is in italics elsewhere", "set it in italics"
                )


@style_rule("S292", "paragraph-in-bold", Severity.QUERY)
def paragraph_in_bold(reading: Reading) -> Iterator[Spot]:
    """Set a key phrase of 3 to 25 words in bold, not a whole paragraph.

    Why: what is all in bold stands out no more.

    Example:
        a paragraph of forty words, all in bold.
    """
    for number, passage in reading.prose():
        bold = len(passage.children) == 1 and isinstance(passage.children[0], Strong)
        if bold and passage.text.count(" ") > 24:
            end = (passage.text.find(" ", 20) + 1 or len(passage.text) + 1) - 1
            yield Spot(
                number,
                0,
                end,
                f"all of the paragraph {passage.text[:end]!r} is in bold",
                "keep the bold for its key phrase",
            )
