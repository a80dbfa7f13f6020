"""A draft as it was made, from what it has kept: written again and read again, so that both versions were read alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports.document import Document, Image, lines, parse
from cthb_reports.errors import DraftError
from cthb_reports.readers.docx.returned import read_returned
from cthb_reports.rendering import meta, titled
from cthb_reports.word.tokens import Anchors
from cthb_reports.writers import Circulation, write
from cthb_reports.writers.docx.anchoring import OUTSTANDING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cthb_reports.readers.docx.returned import ReturnedParagraph
    from cthb_reports.word.keepsake import Keepsake


@dataclass(frozen=True, slots=True)
class Made:
    """A draft as it was made.

    Args:
        keepsake: What it has kept.
        document: Its tree.
        paragraphs: The same as Word has it: the text, then the notes.
        anchors: What the marks are around.
        notes: Of each note by its label in the file that in its narrative.
    """

    keepsake: Keepsake
    document: Document
    paragraphs: tuple[ReturnedParagraph, ...]
    anchors: Anchors
    notes: Mapping[str, str]


def made_again(keepsake: Keepsake) -> Made | None:
    """Return the draft that has kept something; `None` where that makes no draft."""
    try:
        document = titled(parse(keepsake.markdown, keepsake.anchors, meta(keepsake.report)))
        pictures = dict.fromkeys(_pictures(document), _DOT)
        written = write(document, ".docx", pictures=pictures, circulation=Circulation("", lambda _: "value"))
    except DraftError:
        return None
    read = read_returned(written.content, "the draft")
    labels = {f"footnote {number}": label.partition("-")[2] for number, label in enumerate(document.footnotes, 1)}
    paragraphs = of_text(read.paragraphs)
    return Made(keepsake, document, paragraphs, Anchors(written.anchors, paragraphs), labels)


def of_text(paragraphs: tuple[ReturnedParagraph, ...]) -> tuple[ReturnedParagraph, ...]:
    """Return the paragraphs that records can tell: the text and the notes.

    Heads and feet of pages are the letterhead's, and the page of what is still to come is no part of the report.
    """
    body = [one for one in paragraphs if one.part == "body"]
    end = next((at for at, one in enumerate(body) if any(OUTSTANDING in sign.marks for sign in one.signs)), len(body))
    return (*body[:end], *(one for one in paragraphs if one.part.partition(" ")[0] == "footnote"))


def _pictures(document: Document) -> set[str]:
    return {child.target for line in lines(document) for child in line.children if isinstance(child, Image)}


_DOT = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU"
    b"\x00\x00\x00\nIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82"
)
"""A picture of one point: what a picture shows does not matter here."""
