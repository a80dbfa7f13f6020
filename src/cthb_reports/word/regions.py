"""What the wording of a region is now, as Markdown of its record: untouched values as expressions, all else as it was typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cthb_reports.word.footnotes import new_label
from cthb_reports.word.markdown import Block, Piece, inline, without_phrases
from cthb_reports.word.pieces import as_source, typed, typed_run
from cthb_reports.word.sourced import notes_of, parts, rebuilt, with_texts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from cthb_reports.findings import FieldPath
    from cthb_reports.word.expressions import Expressions
    from cthb_reports.word.footnotes import Notes
    from cthb_reports.word.seen import Compared, RegionState, Seen, Stretch
    from cthb_reports.word.sourced import Part
    from cthb_reports.word.tokens import Anchors, Token


class Wordings:
    """Words regions anew.

    Args:
        compared: The two versions.
        anchors: What the marks are around.
        expressions: Finds expressions for values.
        phrases: The key phrases of the report, in small letters; what is bold by one of them is not bold by its author.
        notes: The notes.
    """

    def __init__(
        self,
        compared: Compared,
        anchors: Anchors,
        expressions: Expressions,
        phrases: Collection[str],
        notes: Notes,
    ) -> None:
        self._compared = compared
        self._anchors = anchors
        self._expressions = expressions
        self._phrases = phrases
        self._notes = notes
        self._bases: dict[int, dict[int, Token]] = {}
        for state in compared.regions.values():
            for stretch in state.base:
                for seen in stretch.seen:
                    self._bases.setdefault(seen.group, {})[seen.index] = seen.token

    def narrative(self, source: str, state: RegionState, left_over: RegionState | None, path: FieldPath) -> str:
        """Return a narrative as it is worded now.

        Args:
            source: The narrative as its author wrote it; empty where there was none.
            state: What has become of it.
            left_over: What has become of the sentences that our templates have added, if they are worded by people now.
            path: Its field.
        """
        record = path[:-1]
        written = [part for part in parts(source) if not part.note]
        known = written if len(written) == len(state.base) else []
        blocks: list[tuple[int, Block]] = []
        for paragraph in _paragraphs(state, left_over):
            own, added = _of(state, paragraph), _of(left_over, paragraph)
            number, text = self._block(own, state, known, record)
            if added:
                more = self.inline(added, record)
                text, number = (f"{text} {more}".strip(), -1 if not text else number)
            role = self._compared.edited[paragraph].role
            depth = role.level + 1 if role.kind == "item" else 0
            if text:
                blocks.append((number, Block(text, depth, role.ordered)))
        return self._together(source, known, blocks, self._note_texts(path), reshaped=state.reshaped)

    def _together(
        self,
        source: str,
        known: Sequence[Part],
        blocks: Sequence[tuple[int, Block]],
        named: Mapping[str, str],
        *,
        reshaped: bool,
    ) -> str:
        old = notes_of(source)
        whole = "\n".join(block.text for _, block in blocks)
        notes = {
            label: named.get(label) or old.get(label, "")
            for label in (*old, *(label for label in named if label not in old))
            if f"[^{label}]" in whole
        }
        numbers = [number for number, _ in blocks]
        if known and not reshaped and numbers == list(range(len(known))) and notes == old:
            texts = {number: block.text for number, block in blocks if block.text != known[number].text}
            return with_texts(source, known, texts)
        return rebuilt(source, [block for _, block in blocks], notes)

    def _note_texts(self, path: FieldPath) -> dict[str, str]:
        """Return the words of the notes of a narrative that are new or have changed; values in them stay expressions."""
        texts = dict(self._notes.texts)
        for region, state in self._compared.regions.items():
            if region.kind == "note" and region.field == path and state.edited:
                label = self._notes.labels[region.name]
                texts.pop(label, None)
                if state.is_changed:
                    texts[label] = "\n\n".join(self.inline(stretch, path[:-1]) for stretch in state.edited)
        return texts

    def _block(
        self, stretch: Stretch | None, state: RegionState, known: Sequence[Part], record: FieldPath
    ) -> tuple[int, str]:
        """Return which paragraph of the narrative it was, -1 for a new one, and its words."""
        if stretch is None:
            return -1, ""
        homes = {(seen.group, seen.index): number for number, one in enumerate(state.base) for seen in one.seen}
        from_ = {homes[seen.group, seen.index] for seen in stretch.seen if (seen.group, seen.index) in homes}
        number = from_.pop() if len(from_) == 1 else -1
        if number >= 0 and known and _is_whole(stretch, state.base[number]):
            return number, known[number].text
        if number >= 0 and known and _is_picture(stretch):
            return number, known[number].text
        return number, self.inline(stretch, record)

    def inline(self, stretch: Stretch, record: FieldPath) -> str:
        """Return what a paragraph has of a region as inline Markdown of a record."""
        return inline(without_phrases(list(self._pieces(stretch.seen, record)), self._phrases))

    def _pieces(self, seen: Sequence[Seen], record: FieldPath) -> Iterator[Piece]:
        at = 0
        while at < len(seen):
            piece, at = self._piece(seen, at, record)
            yield piece

    def _piece(self, seen: Sequence[Seen], at: int, record: FieldPath) -> tuple[Piece, int]:
        one = seen[at]
        base = one.base
        if one.token.kind == "note":
            return Piece("", source=f"[^{self._label(one)}]"), at + 1
        if base is None:
            return typed(one.token), at + 1
        if base.expression and (end := self._end(seen, at, "expression")):
            return as_source(seen[at:end], self._anchors[base.expression].source), end
        if base.term and not base.value and (end := self._end(seen, at, "term")):
            short = self._anchors[base.term].source
            return (as_source(seen[at:end], short), end) if short else (typed(one.token), at + 1)
        if base.kind == "value":
            return self._value(seen, at, record)
        return typed(one.token), at + 1

    def _value(self, seen: Sequence[Seen], at: int, record: FieldPath) -> tuple[Piece, int]:
        """Return a value as an expression, or a whole list of values as one; as it was typed where there is none."""
        base = seen[at].base
        assert base is not None  # noqa: S101  # a value is known by what it was
        path = self._anchors[base.value].field
        end = _behind(seen, at)
        whole = next(
            (path[:index] for index, step in enumerate(path) if isinstance(step, int) and index > len(record)), None
        )
        if whole is not None:
            last = self._end_of_list(seen, at, whole)
            words = "".join(one.token.text for one in self._base_of(seen[at:last]))
            told = self._expressions.of_list(whole, record, words) if last > end else None
            if told:
                return as_source(seen[at:last], told), last
        told = self._expressions.of_value(path, record, base.text)
        piece = as_source(seen[at:end], told) if told else typed_run(seen[at:end])
        # What is still to come is bold by itself.
        is_to_come = self._anchors[base.value].kind == "placeholder"
        return replace(piece, face="") if is_to_come and told else piece, end

    def _base_of(self, seen: Sequence[Seen]) -> list[Seen]:
        found, done = [], set()
        for one in seen:
            if one.base is not None and one.index not in done:
                done.add(one.index)
                found.append(replace(one, token=one.base))
        return found

    def _end(self, seen: Sequence[Seen], at: int, kind: str) -> int:
        """Return where a run ends that is all of an expression or a name, and nothing else; 0 where it is not whole."""
        base = seen[at].base
        mark = getattr(base, kind)
        wanted = sorted(index for index, token in self._bases[seen[at].group].items() if getattr(token, kind) == mark)
        end = at
        met: list[int] = []
        while end < len(seen) and seen[end].base is not None and getattr(seen[end].base, kind) == mark:
            if not met or met[-1] != seen[end].index:
                met.append(seen[end].index)
            end += 1
        return end if met == wanted else 0

    def _end_of_list(self, seen: Sequence[Seen], at: int, path: FieldPath) -> int:
        """Return where the values of a list end that follow one another with their commas."""
        last = at
        for number in range(at, len(seen)):
            base = seen[number].base
            if base is None or (
                number > at and seen[number].index not in {seen[number - 1].index, seen[number - 1].index + 1}
            ):
                break
            if base.kind == "value":
                if self._anchors[base.value].field[: len(path)] != path:
                    break
                last = number
        return last + 1

    def _label(self, seen: Seen) -> str:
        if seen.base is not None and seen.base.target in self._notes.labels:
            return self._notes.labels[seen.base.target]
        return new_label(seen.token.target)


def _paragraphs(state: RegionState, left_over: RegionState | None) -> list[int]:
    stretches = [*state.edited, *(left_over.edited if left_over else ())]
    return sorted({stretch.paragraph for stretch in stretches})


def _of(state: RegionState | None, paragraph: int) -> Stretch | None:
    return next((one for one in state.edited if one.paragraph == paragraph), None) if state else None


def _is_whole(stretch: Stretch, base: Stretch) -> bool:
    """Tell whether a paragraph is the one that it was, but for the words of its values."""
    met: list[int] = []
    for seen in stretch.seen:
        if seen.base is None:
            if not seen.token.is_space:
                return False
        elif not met or met[-1] != seen.index:
            met.append(seen.index)
    return met == [seen.index for seen in base.seen]


def _is_picture(stretch: Stretch) -> bool:
    return any(seen.token.kind == "picture" for seen in stretch.seen)


def _behind(seen: Sequence[Seen], at: int) -> int:
    """Return where the words of a value end; what was typed beside it may belong to it."""
    end = at + 1
    while end < len(seen) and seen[end].base is not None and seen[end].index == seen[at].index:
        end += 1
    return end
