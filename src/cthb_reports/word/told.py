"""In which order a draft tells its records, which of them share a paragraph, and what it says of each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from cthb_reports.document import lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cthb_reports.document import Document
    from cthb_reports.findings import FieldPath
    from cthb_reports.word.seen import Compared
    from cthb_reports.word.tokens import Anchors, Region

_REGIONS = ("composed", "narrative", "wording")


@dataclass(slots=True)
class Telling:
    """What a draft says of a record, or of another text that stands by itself.

    Args:
        first: The paragraph in which it begins.
        last: The paragraph in which it ends.
        words: All of it.
        joins: Whether it begins in the paragraph in which what stands before it ends.
    """

    first: int
    last: int
    words: str
    joins: bool = False


def key_of(field: FieldPath, name: str) -> FieldPath:
    """Return the path of the record that a region tells; of what belongs to none, a path of its own."""
    if name:
        return ("wording", name)
    return field[:-1] if field[-1:] == ("narrative",) else field


def of_document(document: Document) -> dict[FieldPath, Telling]:
    """Return what a rendered report tells."""
    runs: list[tuple[FieldPath, int, str]] = []
    for line in lines(document):
        if line.note:
            continue
        owners: list[FieldPath | None] = [None] * len(line.text)
        found = [(start, end, anchor) for start, end, anchor in line.stretches() if anchor.kind in _REGIONS]
        # Texts that go on with others stand within their paragraphs: the inner ones have the last word.
        for start, end, anchor in sorted(found, key=lambda one: one[0] - one[1]):
            owners[start:end] = [key_of(anchor.field, anchor.source if anchor.kind == "wording" else "")] * (
                end - start
            )
        for key, group in groupby(zip(owners, line.text, strict=True), lambda one: one[0]):
            if key is not None:
                runs.append((key, line.number, "".join(letter for _, letter in group)))
    return _told(runs)


def of_returned(
    compared: Compared, here: Callable[[FieldPath], FieldPath | None], *, as_made: bool
) -> dict[FieldPath, Telling]:
    """Return what a draft tells as it was made, or as it came back, by the paths of the records as they are now.

    Args:
        compared: The two versions.
        here: Tells where a field of the draft is now.
        as_made: Whether the draft as it was made is asked for.
    """
    found: list[tuple[int, int, FieldPath, str]] = []
    for region, state in compared.regions.items():
        if region.kind == "note":
            continue
        key = _key_now(region, here)
        for stretch in (state.base if as_made else state.edited) if key else ():
            if not stretch.seen:
                continue
            words = "".join(seen.token.text for seen in stretch.seen)
            found.append(
                (stretch.paragraph, _rank(compared, region, stretch.seen[0].index, as_made=as_made), key, words)
            )
    return _told((key, paragraph, words) for paragraph, _, key, words in sorted(found, key=lambda one: one[:2]))


def headings(
    compared: Compared, anchors: Anchors, here: Callable[[FieldPath], FieldPath | None], *, as_made: bool
) -> dict[FieldPath, int]:
    """Return the paragraphs in which the headings of sections and themes stand that both versions have; see `of_returned`."""
    found: dict[FieldPath, int] = {}
    for group in compared.groups:
        paragraph = compared.base[group.base[0]]
        if paragraph.role.kind != "heading" or not group.edited:
            continue
        field = _headed(anchors[mark].field for sign in paragraph.signs for mark in sign.marks & anchors.names)
        if field is not None and (key := here(field)) is not None:
            found[key] = group.base[0] if as_made else group.edited[0]
    return found


def order_of(document: Document) -> list[FieldPath]:
    """Return the records and other texts that a rendered report tells, with the headings of sections and themes, in their order."""
    found = [(one.first, 1, key) for key, one in of_document(document).items()]
    for line in lines(document):
        if line.kind == "heading":
            field = _headed(anchor.field for _, _, anchor in line.stretches())
            found += [(line.number, 0, field)] if field else []
    return [key for _, _, key in sorted(found, key=lambda one: one[:2])]


def _headed(fields: Iterable[FieldPath]) -> FieldPath | None:
    """Return the title of a section or a theme among some fields."""
    return next((one for one in fields if one[:1] in {("sections",), ("themes",)} and one[-1] == "title"), None)


def _key_now(region: Region, here: Callable[[FieldPath], FieldPath | None]) -> FieldPath:
    if region.kind == "wording":
        return ("wording", region.name)
    return here(key_of(region.field, "")) or ()


def _rank(compared: Compared, region: Region, index: int, *, as_made: bool) -> int:
    """Return what stands first in a paragraph that several regions share."""
    if as_made:
        return index
    return next((number for number, (other, _) in enumerate(compared.order) if other == region), 0)


def _told(runs: Iterable[tuple[FieldPath, int, str]]) -> dict[FieldPath, Telling]:
    found: dict[FieldPath, Telling] = {}
    before = -1
    for key, paragraph, words in runs:
        if not words.strip():
            continue
        known = found.get(key)
        if known is None:
            found[key] = Telling(paragraph, paragraph, words, joins=paragraph == before)
        else:
            known.last = paragraph
            known.words += f" {words}"
        before = paragraph
    return found
