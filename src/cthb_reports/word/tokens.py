"""A paragraph of Word as words and values: what two versions of it are compared by."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cthb_reports.document import Anchor, Kind
    from cthb_reports.findings import FieldPath
    from cthb_reports.readers.docx.returned import ReturnedParagraph, Sign

_SAME = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict.fromkeys("\u00a0\u2007\u202f\u2009\t\n", " "),
        "\u2011": "-",
        "\u00ad": "",
    }
)


def plain(text: str) -> str:
    """Return a text as it is compared: a word processor turns quotation marks and spaces into others by itself."""
    return " ".join(text.translate(_SAME).split())


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a draft that is worded as a whole: a narrative, the sentences of a record, a wording of a block.

    Args:
        kind: What it is; a note of a narrative is worded by itself.
        field: The narrative, the record, or the text of the wording; empty for a wording that the records do not change.
        name: The name of a wording; the label of a note in the file.
    """

    kind: Kind | Literal["note"]
    field: FieldPath
    name: str = ""


class Anchors:
    """What the marks of a draft are around.

    Args:
        anchors: By the names of the bookmarks.
        paragraphs: The draft as it was made: of two marks the one that is around less of it is the inner one.
    """

    def __init__(self, anchors: Mapping[str, Anchor], paragraphs: Iterable[ReturnedParagraph] = ()) -> None:
        self._anchors = anchors
        self._sizes = Counter(mark for paragraph in paragraphs for sign in paragraph.signs for mark in sign.marks)

    def __getitem__(self, name: str) -> Anchor:
        return self._anchors[name]

    @property
    def names(self) -> frozenset[str]:
        """The names of all marks."""
        return frozenset(self._anchors)

    def of_kind(self, marks: Iterable[str], *kinds: Kind) -> str:
        """Return the innermost mark of one of the kinds; empty where there is none."""
        known = [mark for mark in marks if mark in self._anchors and self._anchors[mark].kind in kinds]
        return min(known, key=lambda mark: (self._sizes[mark], mark), default="")

    def value(self, sign: Sign) -> str:
        """Return the mark of the value that a character belongs to."""
        if sign.control in self._anchors and self._anchors[sign.control].kind in {"value", "placeholder"}:
            return sign.control
        return self.of_kind(sign.marks, "value", "placeholder")

    def region(self, marks: Iterable[str]) -> Region | None:
        """Return the region that some marks tell: the innermost, as texts that go on with others stand in their paragraphs."""
        name = self.of_kind(marks, "composed", "narrative", "wording")
        if not name:
            return None
        anchor = self._anchors[name]
        return Region(anchor.kind, anchor.field, anchor.source)

    def base_marks(self, marks: Iterable[str]) -> frozenset[str]:
        """Return the marks that this draft has set; others come from elsewhere."""
        return frozenset(mark for mark in marks if mark in self._anchors)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a sign or a space; a whole value; a note, a picture, or the end of a paragraph.

    Args:
        kind: Which of these.
        text: Its characters.
        face: How it looks: `b`, `i`, `^`, `c` for what it is of bold, italic, raised and code.
        link: Where it leads.
        value: The mark of a value.
        term: The mark of the name that it is a part of.
        expression: The mark of the expression of a narrative that has printed it.
        region: The region that its marks tell.
        signs: The characters as they were read.
        target: The label of a note, the name of a picture.
        is_sure: Of a value, whether it is all that stands between what stood beside it.
    """

    kind: Literal["word", "value", "note", "picture", "end"]
    text: str
    face: str = ""
    link: str = ""
    value: str = ""
    term: str = ""
    expression: str = ""
    region: Region | None = None
    signs: tuple[Sign, ...] = ()
    target: str = ""
    is_sure: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """What makes it the same in another version."""
        if self.kind == "value":
            return ("value", self.value)
        if self.kind in {"note", "end"}:
            return (self.kind,)
        if self.kind == "picture":
            return ("picture",)
        return ("word", self.text.translate(_SAME), self.face.strip() if self.text.strip() else "", self.link)

    @property
    def is_controlled(self) -> bool:
        """Whether all of it stands in the content control of its value, which holds whatever is typed there."""
        return bool(self.value) and all(sign.control == self.value for sign in self.signs)

    @property
    def is_space(self) -> bool:
        """Whether nothing of it is seen."""
        return self.kind == "word" and not self.text.strip()


END = Token("end", "")
OBJECT = "\ufffc"
"""The character of a note or a picture."""
_WORD = re.compile(r"\s+|[^\W_]+|.", re.DOTALL)


def tokens(paragraph: ReturnedParagraph, anchors: Anchors) -> list[Token]:
    """Return a paragraph as tokens."""
    found: list[Token] = []
    for value, group in groupby(paragraph.signs, anchors.value):
        signs = tuple(group)
        if value:
            found += _value_alone(value, signs, anchors)
        else:
            found += _words(signs, anchors)
    return found


def _value_alone(value: str, signs: tuple[Sign, ...], anchors: Anchors) -> Iterator[Token]:
    """Yield a value, and apart from it the spaces at its ends: who deletes words up to it may leave one in its mark."""
    first, last = 0, len(signs)
    while first < last and signs[first].character.isspace():
        first += 1
    while last > first and signs[last - 1].character.isspace():
        last -= 1
    if first == last:
        first, last = 0, len(signs)
    yield from _words(signs[:first], anchors)
    yield _value(value, signs[first:last], anchors)
    yield from _words(signs[last:], anchors)


def _value(value: str, signs: tuple[Sign, ...], anchors: Anchors) -> Token:
    marks = signs[0].marks
    return Token(
        "value",
        "".join(sign.character for sign in signs),
        face_of(signs[0]),
        signs[0].link,
        value=value,
        expression=anchors.of_kind(marks, "expression"),
        region=anchors.region(marks),
        signs=signs,
    )


def _words(signs: Sequence[Sign], anchors: Anchors) -> Iterator[Token]:
    for (face, link, marks, is_object), group in groupby(signs, _alike):
        run = tuple(group)
        whole = Token(
            "word",
            "".join(sign.character for sign in run),
            face,
            link,
            term=anchors.of_kind(marks, "term"),
            expression=anchors.of_kind(marks, "expression"),
            region=anchors.region(marks),
            signs=run,
        )
        yield from _objects(whole) if is_object else words_of(whole)


def _objects(whole: Token) -> Iterator[Token]:
    for sign in whole.signs:
        kind: Literal["note", "picture"] = "note" if sign.note else "picture"
        yield replace(whole, kind=kind, text=sign.character, signs=(sign,), target=sign.note or sign.picture)


def words_of(whole: Token) -> Iterator[Token]:
    """Yield a stretch as its words; those of a value belong to no value then."""
    for match in _WORD.finditer(whole.text):
        yield replace(whole, kind="word", text=match[0], value="", signs=whole.signs[match.start() : match.end()])


def _alike(sign: Sign) -> tuple[str, str, frozenset[str], bool]:
    return face_of(sign), sign.link, sign.marks, sign.character == OBJECT and bool(sign.note or sign.picture)


def face_of(sign: Sign) -> str:
    """Return how a character looks."""
    return "".join(
        letter
        for letter, is_so in (("b", sign.bold), ("i", sign.italic), ("^", sign.raised), ("c", sign.code))
        if is_so
    )
