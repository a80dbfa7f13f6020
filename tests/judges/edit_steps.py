"""What a person does to a text in an editor, one thing at a time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    """How words are replaced; what becomes of the anchors around them depends on it."""

    TYPED_OVER = "typed over"
    """Selected and typed over; does what `KEYED_OVER` does, but for AutoCorrect."""
    KEYED_OVER = "keyed over"
    """The same by events of the keyboard, so with AutoCorrect."""
    PASTED_OVER = "pasted over"
    """Selected and put in as one text."""
    BEHIND = "behind"
    """The new words typed behind the old ones, and those deleted then."""
    BEFORE = "before"
    """The new words typed before the old ones, and those deleted then."""
    INSIDE = "inside"
    """The new words typed behind the first letter, and what is left of the old ones deleted on both sides."""
    EVERYWHERE = "everywhere"
    """By the dialogue, wherever they stand."""
    BY_MACRO = "by macro"
    """As a program would."""


@dataclass(frozen=True)
class Step:
    """One thing that a person does to a text; words are found as they stand, within one paragraph, upper and lower case told apart."""


@dataclass(frozen=True)
class Replace(Step):
    """Put words in place of others."""

    old: str
    new: str
    occurrence: int = 1
    way: Way = Way.TYPED_OVER


@dataclass(frozen=True)
class Delete(Step):
    """Select words and delete them."""

    words: str


@dataclass(frozen=True)
class InsertAfter(Step):
    """Set the caret behind words and type."""

    words: str
    new: str


@dataclass(frozen=True)
class InsertBefore(Step):
    """Set the caret before words and type."""

    words: str
    new: str


@dataclass(frozen=True)
class SplitParagraphAfter(Step):
    """Press Enter behind words."""

    words: str


@dataclass(frozen=True)
class JoinWithNext(Step):
    """Press Delete at the end of the paragraph that holds the words."""

    words: str


@dataclass(frozen=True)
class NewParagraphAfter(Step):
    """Press Enter at the end of the paragraph that holds the words, and type."""

    words: str
    text: str


@dataclass(frozen=True)
class DeleteParagraph(Step):
    """Delete the paragraph that holds the words, with its end."""

    words: str


@dataclass(frozen=True)
class MoveParagraph(Step):
    """Cut the paragraph that holds the words and paste it behind another."""

    words: str
    after: str


@dataclass(frozen=True)
class Bold(Step):
    """Make words bold."""

    words: str


@dataclass(frozen=True)
class Italic(Step):
    """Make words italic."""

    words: str


@dataclass(frozen=True)
class Comment(Step):
    """Comment on words."""

    words: str
    text: str
    author: str


@dataclass(frozen=True)
class Track(Step):
    """Switch the recording of changes on or off, and say who sits at the keyboard from now on."""

    on: bool
    author: str


@dataclass(frozen=True)
class AcceptAll(Step):
    """Accept all recorded changes."""


@dataclass(frozen=True)
class RejectAll(Step):
    """Reject all recorded changes."""
