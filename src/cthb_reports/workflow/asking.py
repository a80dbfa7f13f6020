"""Where words of a draft come from: the field, its file and line, its record, who supplied it, the line of the template."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cthb_reports.kinds.lookup import value_at
from cthb_reports.kinds.outstanding import supplier
from cthb_reports.kinds.titles import field_title, record_path, record_title
from cthb_reports.word.tokens import plain
from cthb_reports.workflow.returned import came_back

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cthb_reports.document import Anchor
    from cthb_reports.findings import FieldPath
    from cthb_reports.readers.docx.returned import ReturnedParagraph
    from cthb_reports.workflow.returned import Came


@dataclass(frozen=True, slots=True)
class Answer:
    """Where words of a draft come from.

    Args:
        part: The part of the draft: `body`, `footnote 2`.
        paragraph: The number of the paragraph in it.
        words: The words that come from there; those that were asked for may be a part of them, or they of those.
        kind: What they are: `value`, `placeholder`, `narrative`, `composed`, `wording`, or `template` for fixed words.
        field: The field; empty for the template's own words.
        title: What people call it.
        record: What people call its record.
        value: What the records say there.
        place: Its file and line.
        supplier: Who gave it.
        template: The template and its line.
    """

    part: str
    paragraph: int
    words: str
    kind: str
    field: FieldPath = ()
    title: str = ""
    record: str = ""
    value: str = ""
    place: str = ""
    supplier: str = ""
    template: str = ""


def why(draft: str | Path, words: str) -> tuple[Answer, ...]:
    """Return where words of a draft come from, for each place where they stand.

    Args:
        draft: The Word file.
        words: The words; capitals, quotation marks and kinds of spaces do not matter.

    Raises:
        SourceError: The file cannot be read, or is none of our drafts.
    """
    return tuple(_answers(came_back(Path(draft)), words))


def _answers(came: Came, words: str) -> Iterator[Answer]:
    wanted = plain(words)
    if not wanted:
        return
    edges = (r"(?<![\w,.])" if wanted[0].isdigit() else "", r"(?![\w]|[,.]\d)" if wanted[-1].isdigit() else "")
    pattern = re.compile(f"{edges[0]}{re.escape(wanted)}{edges[1]}", re.IGNORECASE)
    for paragraph in came.returned.paragraphs:
        text, places = _plain(paragraph)
        for match in pattern.finditer(text):
            yield from _of_stretch(came, paragraph, places[match.start()], places[match.end() - 1] + 1)


def _plain(paragraph: ReturnedParagraph) -> tuple[str, list[int]]:
    """Return a paragraph as words are looked for in it, and of each character its place."""
    letters: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(paragraph.signs):
        for letter in plain(f"|{sign.character}|")[1:-1] or " ":
            if letter != " " or letters[-1:] != [" "]:
                letters.append(letter)
                places.append(place)
    return "".join(letters), places


def _of_stretch(came: Came, paragraph: ReturnedParagraph, start: int, end: int) -> Iterator[Answer]:
    """Yield an answer for each value that some words touch; where they touch none, for what they stand in."""
    anchors = came.made.anchors
    marks: dict[str, None] = {}
    for sign in paragraph.signs[start:end]:
        if mark := anchors.value(sign):
            marks.setdefault(mark)
    if not marks:
        around = paragraph.signs[start].marks
        mark = anchors.of_kind(around, "expression") or anchors.of_kind(around, "composed", "narrative", "wording")
        marks.setdefault(mark)
    for mark in marks:
        if not mark:
            words = "".join(sign.character for sign in paragraph.signs[start:end])
            yield Answer(paragraph.part, paragraph.number, words, "template")
            continue
        own = "".join(sign.character for sign in paragraph.signs if mark in sign.marks or sign.control == mark)
        yield _answer(came, paragraph, anchors[mark], " ".join(own.split()))


def _answer(came: Came, paragraph: ReturnedParagraph, anchor: Anchor, words: str) -> Answer:
    keepsake = came.made.keepsake
    report, field = keepsake.report, anchor.field
    record = record_path(field)
    value = value_at(report, field) if field else None
    return Answer(
        paragraph.part,
        paragraph.number,
        words,
        anchor.kind,
        field,
        field_title(report, field) if field else anchor.source,
        record_title(report, record) if record else "the report",
        "" if value is None or anchor.kind == "composed" else " ".join(str(value).split()),
        keepsake.places.get(field, ""),
        supplier(report, field),
        keepsake.origins[keepsake.anchors.index(anchor)],
    )
