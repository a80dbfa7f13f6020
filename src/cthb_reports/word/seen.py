"""A draft that came back as it is seen beside the one that was made: token by token, region by region, value by value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cthb_reports.readers.docx.returned import ReturnedParagraph
    from cthb_reports.word.grouping import Group
    from cthb_reports.word.tokens import Region, Token


@dataclass(frozen=True, slots=True)
class Seen:
    """A token of the draft that came back.

    Args:
        token: The token.
        base: The one that it was; `None` for a new one.
        group: The group of paragraphs that it stands in.
        index: The place of the base token in that group; -1 for a new one.
        region: The region that it belongs to, by what it was, by its marks, or by what it goes on with.
    """

    token: Token
    base: Token | None
    group: int
    index: int
    region: Region | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a paragraph has of a region.

    Args:
        paragraph: The number of the paragraph.
        seen: Its tokens, or those of a draft as it was made.
    """

    paragraph: int
    seen: tuple[Seen, ...]


@dataclass(slots=True)
class RegionState:
    """What has become of a region.

    Args:
        base: What each paragraph of the draft had of it as it was made.
        edited: The same for the draft that came back.
        missing: Tokens that are gone.
        added: Tokens that are new.
        reshaped: Whether its paragraphs are others: split, joined, moved, added, taken out.
    """

    base: list[Stretch] = field(default_factory=list)
    edited: list[Stretch] = field(default_factory=list)
    missing: list[Token] = field(default_factory=list)
    added: list[Seen] = field(default_factory=list)
    reshaped: bool = False

    @property
    def is_gone(self) -> bool:
        """Whether nothing of it is left."""
        return not any(not seen.token.is_space for stretch in self.edited for seen in stretch.seen)

    @property
    def is_changed(self) -> bool:
        """Whether its wording is another one, beyond the words of its values."""
        return bool(self.missing or self.added or self.reshaped)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A value at a place of the draft.

    Args:
        mark: Its mark.
        before: Its words as the draft was made.
        words: Its words now; `None` where it is gone.
        paragraph: The paragraph that it stands in now, or stood in.
        token: What it was.
    """

    mark: str
    before: str
    words: str | None
    paragraph: int
    token: Token


@dataclass(frozen=True, slots=True)
class Loose:
    """Words that belong to nothing: a new paragraph, or words put beside the fixed wording of a template.

    Args:
        paragraph: The number of the paragraph.
        words: The words.
        old: What stood there before; empty for what is new.
    """

    paragraph: int
    words: str
    old: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """All of it.

    Args:
        base: The paragraphs of the draft as it was made.
        edited: Those of the draft that came back.
        regions: What has become of each region, in the order in which the draft was made.
        values: What has become of each value, in that order; a value that was copied stands twice.
        new: Paragraphs that are new and within no narrative.
        fixed: Fixed wording that is another one.
        order: The regions in the order in which they begin now, with the paragraph that each begins in.
        groups: Which paragraphs are which.
    """

    base: Sequence[ReturnedParagraph]
    edited: Sequence[ReturnedParagraph]
    regions: dict[Region, RegionState]
    values: list[Occurrence]
    new: list[Loose]
    fixed: list[Loose]
    order: list[tuple[Region, int]]
    groups: tuple[Group, ...]


def text_of(seen: Iterable[Seen]) -> str:
    """Return the words of some tokens."""
    return "".join(one.token.text for one in seen)
