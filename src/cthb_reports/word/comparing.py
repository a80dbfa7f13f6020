"""A draft as it was made beside the one that came back: what each value, each region and each paragraph has become."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cthb_reports.word.aligning import aligned
from cthb_reports.word.grouping import groups
from cthb_reports.word.recutting import recut
from cthb_reports.word.seen import Compared, Loose, Occurrence, RegionState, Seen, Stretch
from cthb_reports.word.tokens import END, Region, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cthb_reports.readers.docx.returned import ReturnedParagraph
    from cthb_reports.word.aligning import Aligned
    from cthb_reports.word.belonging import Belonging
    from cthb_reports.word.grouping import Group
    from cthb_reports.word.tokens import Anchors, Token


def compared(
    base: Sequence[ReturnedParagraph],
    edited: Sequence[ReturnedParagraph],
    anchors: Anchors,
    belonging: Belonging,
) -> Compared:
    """Return two versions of a draft side by side.

    Args:
        base: The paragraphs of the draft as it was made.
        edited: Those of the draft that came back.
        anchors: What the marks are around.
        belonging: Tells what belongs to a value.
    """
    found, free = groups(base, edited, anchors)
    work = _Work(base, edited, anchors)
    for number, group in enumerate(found):
        work.add(number, group.base, group.edited, belonging)
    work.adopt(free)
    return work.finished(found)


class _Work:
    def __init__(
        self, base: Sequence[ReturnedParagraph], edited: Sequence[ReturnedParagraph], anchors: Anchors
    ) -> None:
        self._base, self._edited, self._anchors = base, edited, anchors
        self._lines: dict[int, list[Seen]] = {}
        self._regions: dict[Region, RegionState] = {}
        self._values: list[Occurrence] = []
        self._fixed: list[Loose] = []
        self._new: list[Loose] = []
        self._notes = _notes(base, anchors)

    def add(
        self,
        number: int,
        base: Sequence[int],
        edited: Sequence[int],
        belonging: Belonging,
    ) -> None:
        """Compare a group of paragraphs."""
        ours, homes = self._joined(self._base, base)
        theirs, places = recut(ours, *self._joined(self._edited, edited))
        pairs = aligned(ours, theirs, belonging)
        for home in base:
            for region, indices in _by_region(pairs.base, homes, home):
                state = self._regions.setdefault(region, RegionState())
                seen = tuple(Seen(pairs.base[index], pairs.base[index], number, index, region) for index in indices)
                state.base.append(Stretch(home, seen))
        self._note_missing(pairs, homes, places)
        self._note_values(pairs, places)
        for place in edited:
            self._lines[place] = list(self._seen(pairs, places, place, number))

    def _joined(self, paragraphs: Sequence[ReturnedParagraph], numbers: Sequence[int]) -> tuple[list[Token], list[int]]:
        """Return the tokens of several paragraphs, ends between them, and the paragraph of each."""
        found: list[Token] = []
        homes: list[int] = []
        for number in numbers:
            if found:
                found.append(END)
                homes.append(number)
            own = tokens(paragraphs[number], self._anchors)
            if paragraphs is self._base and (note := self._notes.get(paragraphs[number].part)):
                own = [replace(token, region=note) for token in own]
            found += own
            homes += [number] * len(own)
        return found, homes

    def _note_missing(self, pairs: Aligned, homes: Sequence[int], places: Sequence[int]) -> None:
        gone: dict[int, list[Token]] = {}
        for index, token in enumerate(pairs.base):
            if pairs.of_base[index] >= 0 or token.is_space or token.kind == "end":
                continue
            if token.region is not None:
                self._regions[token.region].missing.append(token)
            elif token.kind != "value":
                gone.setdefault(homes[index], []).append(token)
        for home, lost in gone.items():
            place = places[0] if places else -1
            self._fixed.append(Loose(place, "", " ".join(token.text for token in lost) or self._base[home].text))

    def _note_values(self, pairs: Aligned, places: Sequence[int]) -> None:
        for index, token in enumerate(pairs.base):
            if token.kind == "value" and token.value not in pairs.reworded:
                other = pairs.of_base[index]
                place = places[other] if other >= 0 else (places[0] if places else -1)
                words = pairs.values.get(token.value) if other >= 0 else None
                self._values.append(Occurrence(token.value, token.text, words, place, token))
        known = {token.value: token for token in pairs.base if token.kind == "value"}
        for index, token in enumerate(pairs.edited):
            if token.kind == "value" and pairs.of_edited[index] < 0 and token.value not in pairs.reworded:
                base = known.get(token.value, token)
                self._values.append(Occurrence(token.value, base.text, token.text, places[index], base))

    def _seen(self, pairs: Aligned, places: Sequence[int], place: int, group: int) -> Iterator[Seen]:
        """Yield the tokens of an edited paragraph; new ones belong to what they stand in, or go on with."""
        indices = [index for index, home in enumerate(places) if home == place and pairs.edited[index].kind != "end"]
        regions: list[Region | None] = []
        for index in indices:
            token, base = pairs.edited[index], pairs.of_edited[index]
            own = pairs.base[base].region if base >= 0 else token.region
            regions.append(own if base >= 0 or own is not None else regions[-1] if regions else None)
        following: Region | None = None
        for number in range(len(indices) - 1, -1, -1):
            if regions[number] is None and pairs.of_edited[indices[number]] < 0:
                regions[number] = following
            following = regions[number] or following
        for index, region in zip(indices, regions, strict=True):
            base = pairs.of_edited[index]
            yield Seen(pairs.edited[index], pairs.base[base] if base >= 0 else None, group, base, region)

    def adopt(self, free: Sequence[int]) -> None:
        """Give new paragraphs to the narrative that they stand within; the others have no home."""
        for number in free:
            paragraph = self._edited[number]
            if not paragraph.text.strip():
                continue
            region = self._around(number)
            own = tokens(paragraph, self._anchors)
            if region is None:
                self._new.append(Loose(number, paragraph.text))
            else:
                self._lines[number] = [Seen(token, None, -1, -1, region) for token in own]

    def _around(self, number: int) -> Region | None:
        """Return the narrative that has paragraphs before and behind a new one."""
        part = self._edited[number].part
        before = next((self._lines[one] for one in range(number - 1, -1, -1) if one in self._lines), [])
        behind = next((self._lines[one] for one in range(number + 1, len(self._edited)) if one in self._lines), [])
        last = next((seen.region for seen in reversed(before) if seen.region), None)
        first = next((seen.region for seen in behind if seen.region), None)
        same = last is not None and last == first and last.kind == "narrative" and part == "body"
        return last if same else None

    def finished(self, found: tuple[Group, ...]) -> Compared:
        """Return what the groups have told."""
        order: dict[Region, int] = {}
        for number in sorted(self._lines):
            for region, run in _runs(self._lines[number]):
                state = self._regions.setdefault(region, RegionState())
                order.setdefault(region, number)
                state.edited.append(Stretch(number, tuple(run)))
                state.added += [seen for seen in run if seen.base is None and not seen.token.is_space]
            loose = [seen for seen in self._lines[number] if seen.region is None and seen.base is None]
            if words := "".join(seen.token.text for seen in loose).strip():
                self._fixed.append(Loose(number, words))
        for state in self._regions.values():
            state.base.sort(key=lambda stretch: stretch.paragraph)
            state.reshaped = _is_reshaped(state)
        return Compared(
            self._base,
            self._edited,
            self._regions,
            self._values,
            self._new,
            _together(self._fixed),
            list(order.items()),
            found,
        )


def _notes(base: Sequence[ReturnedParagraph], anchors: Anchors) -> dict[str, Region]:
    """Return the notes of narratives by their labels in the file."""
    found: dict[str, Region] = {}
    for sign in (sign for paragraph in base for sign in paragraph.signs if sign.note):
        region = anchors.region(sign.marks)
        if region is not None and region.kind == "narrative":
            found[sign.note] = Region("note", region.field, sign.note)
    return found


def _by_region(base: Sequence[Token], homes: Sequence[int], home: int) -> Iterator[tuple[Region, list[int]]]:
    found: dict[Region, list[int]] = {}
    for index, token in enumerate(base):
        if homes[index] == home and token.region is not None:
            found.setdefault(token.region, []).append(index)
    yield from found.items()


def _runs(line: Sequence[Seen]) -> Iterator[tuple[Region, list[Seen]]]:
    """Yield what a paragraph has of each region; a region that goes on after another's words is one run with a gap."""
    found: dict[Region, list[Seen]] = {}
    for seen in line:
        if seen.region is not None:
            found.setdefault(seen.region, []).append(seen)
    yield from found.items()


def _is_reshaped(state: RegionState) -> bool:
    """Tell whether the paragraphs of a region are others than before, or in another order."""
    if not state.edited:
        return False
    homes = {(seen.group, seen.index): stretch.paragraph for stretch in state.base for seen in stretch.seen}
    shape = []
    for stretch in state.edited:
        from_ = {homes[seen.group, seen.index] for seen in stretch.seen if (seen.group, seen.index) in homes}
        shape.append(sorted(from_))
    left = sorted({home for homes_of in shape for home in homes_of})
    return shape != [[home] for home in left] or len(left) < len(state.base)


def _together(loose: Sequence[Loose]) -> list[Loose]:
    """Put what is gone from a paragraph beside what has come in its place."""
    found: dict[int, Loose] = {}
    for one in loose:
        other = found.get(one.paragraph)
        found[one.paragraph] = (
            Loose(one.paragraph, f"{other.words} {one.words}".strip(), f"{other.old} {one.old}".strip())
            if other
            else one
        )
    return list(found.values())
