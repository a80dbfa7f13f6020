"""What a draft that came back says: its paragraphs character by character, its tracked changes, its comments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cthb_reports.readers.lines import Role

OBJECT = "\ufffc"
"""The character of a sign that stands for a note or a picture."""


@dataclass(frozen=True, slots=True)
class Sign:
    r"""One character as it reads.

    Args:
        character: The character: a line break is `\n`, a tab `\t`, a note or a picture U+FFFC, what cannot be told U+FFFD.
        bold: Whether it is bolder or lighter than its paragraph's style alone would make it, or bold by the style Strong.
        italic: Whether it is more or less slanted than its paragraph's style alone would make it, or italic by Emphasis.
        raised: Whether it is superscript.
        code: Whether it looks as typed at a terminal.
        link: The address that it leads to; empty for none, or for a place within the file.
        marks: The names of our bookmarks around it.
        control: The tag of the innermost content control of ours around it, else empty.
        revision: The tracked insertion, deletion or move that it belongs to, as an index among all; -1 for none.
        note: The label of the note that is referred to here: `footnote 1`.
        picture: The part, address or name of the picture that stands here.
    """

    character: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    code: bool = False
    link: str = ""
    marks: frozenset[str] = frozenset()
    control: str = ""
    revision: int = -1
    note: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class ReturnedParagraph:
    """A paragraph as it reads.

    Args:
        part: Where in the file it stands: `body`, `footnote 2`, `header 1`.
        number: Its number in that part, counted from 1; paragraphs that do not read any more are counted.
        style: The name of its style in small letters.
        role: What it is.
        signs: Its characters.
        collapsed: Marks and controls of ours that stand in it with nothing in them, and nowhere else with something.
    """

    part: str
    number: int
    style: str
    role: Role
    signs: tuple[Sign, ...]
    collapsed: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """Its characters as one text."""
        return "".join([sign.character for sign in self.signs])


@dataclass(frozen=True, slots=True)
class Revision:
    """A change that is tracked, as Word has it; one edit of a person may be several.

    Args:
        kind: `inserted`, `deleted`, `moved from`, `moved to`, `formatted`; `paragraph` or `table row` or `table cell`
            before one of these; `table formatted`, `page formatted`.
        author: Who made it.
        date: When, as the file says it; empty where it does not.
        text: What was put in, taken out or formatted, or its beginning.
        paragraph: The paragraph that it stands in, as an index among all; where it takes all of one out, the next. -1 where
            there is none.
    """

    kind: str
    author: str
    date: str
    text: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment.

    Args:
        id: What tells it from others in the file.
        author: Who made it.
        initials: Their initials.
        date: When, as the file says it; empty where it does not.
        text: What it says, a line for each paragraph.
        paragraph: The paragraph that it is made on, as an index among all; -1 where there is none any more.
        start: The first character of the words that it is made on.
        end: The place just after the last; of words in several paragraphs, the end of the first paragraph.
        words: Those words, or the first of very many.
        reply_to: The id of the comment that it answers.
        done: Whether somebody has marked it as resolved.
        ours: Whether this program made it.
    """

    id: str
    author: str
    initials: str
    date: str
    text: str
    paragraph: int
    start: int
    end: int
    words: str
    reply_to: str | None = None
    done: bool = False
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Returned:
    """A draft that came back.

    Args:
        paragraphs: The text, then notes in the order in which they are referred to, then heads and feet of pages.
        revisions: The changes that are tracked in it.
        remarks: Its comments.
        keepsake: The part in which the draft remembers what it was, as it is; `None` where there is none.
        has_bookmarks: Whether there is any bookmark of ours, be there anything in it or not.
        has_controls: Whether there is any content control of ours.
    """

    paragraphs: tuple[ReturnedParagraph, ...]
    revisions: tuple[Revision, ...]
    remarks: tuple[Remark, ...]
    keepsake: bytes | None
    has_bookmarks: bool
    has_controls: bool
