"""How the tokens of one paragraph, heading or cell become inlines, and its marks become spans."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cthb_reports.document.marks import DIGITS, MARKS, SPAN, SPAN_END, index_of
from cthb_reports.document.nodes import (
    Anchor,
    Code,
    Emphasis,
    FootnoteReference,
    Image,
    Inline,
    LineBreak,
    Link,
    Span,
    Strong,
    Superscript,
    Text,
)
from cthb_reports.errors import DraftError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from markdown_it.token import Token


class InlineReader:
    """Reads the inlines of one document; `mentioned` holds the labels of its notes in the order of their mention."""

    def __init__(self, anchors: Sequence[Anchor]) -> None:
        self.mentioned: dict[str, None] = {}
        self._anchors = anchors
        self._begin()

    def _begin(self) -> None:
        self._words: list[str] = []
        self._children: list[Inline] = []
        self._open: list[tuple[Anchor | None, list[Inline]]] = []
        self._targets: list[str] = []

    def anchor(self, index: int) -> Anchor:
        """Return the anchor of a mark."""
        if index < len(self._anchors):
            return self._anchors[index]
        raise DraftError(f"a mark has the number {index}, and there are only {len(self._anchors)} anchors")

    def read(self, tokens: Iterable[Token]) -> tuple[Inline, ...]:
        """Return the inlines of one paragraph, heading or cell."""
        self._begin()
        for token in tokens:
            if token.type in _WORDS:
                self._text(token.content)
            elif token.type == "softbreak":
                self._words.append(" ")
            else:
                self._flush()
                _INLINES.get(token.type, InlineReader._refused)(self, token)
        self._flush()
        self._drop_marks()
        return tuple(self._children)

    def _text(self, text: str) -> None:
        if not _MARK.search(text):
            self._words.append(text)
            return
        at = 0
        for match in _MARK.finditer(text):
            self._words.append(text[at : match.start()])
            self._mark(match)
            at = match.end()
        self._words.append(text[at:])

    def _mark(self, match: re.Match[str]) -> None:
        if match["index"]:
            self._flush()
            self._enter(self.anchor(index_of(match["index"])))
        elif match.group() != SPAN_END:
            raise DraftError(f"a styled block or a stray mark is in a line, after {''.join(self._words).strip()!r}")
        elif self._open and (anchor := self._open[-1][0]):
            self._flush()
            self._leave(lambda children: Span(anchor, children))

    def _flush(self) -> None:
        if text := "".join(self._words):
            self._children.append(Text(_single_spaced(text)))
        self._words = []

    def _enter(self, anchor: Anchor | None) -> None:
        self._open.append((anchor, self._children))
        self._children = []

    def _leave(self, node: Callable[[tuple[Inline, ...]], Inline]) -> None:
        """Close the innermost node; one without any text is left out."""
        children = tuple(self._children)
        self._children = self._open.pop()[1]
        if children:
            self._children.append(node(children))

    def _drop_marks(self) -> None:
        """Give the text of marks that do not end here to what they stand in, without their anchor."""
        while self._open and self._open[-1][0]:
            children = self._children
            self._children = self._open.pop()[1]
            self._children.extend(children)

    def _opens(self, _: Token) -> None:
        self._enter(None)

    def _emphasis(self, _: Token) -> None:
        self._drop_marks()
        self._leave(Emphasis)

    def _strong(self, _: Token) -> None:
        self._drop_marks()
        self._leave(Strong)

    def _link_opens(self, token: Token) -> None:
        if title := token.attrGet("title"):
            raise DraftError(f"a link has the title {title!r}, which paper cannot show; put it into the text")
        self._targets.append(str(token.attrGet("href")))
        self._enter(None)

    def _link(self, _: Token) -> None:
        self._drop_marks()
        target = self._targets.pop()
        self._leave(lambda children: Link(target, children))

    def _code(self, token: Token) -> None:
        self._children.append(Code(_single_spaced(_without_marks(token.content))))

    def _image(self, token: Token) -> None:
        description = _without_marks("".join(child.content for child in token.children or ()))
        caption = _single_spaced(_without_marks(str(token.attrGet("title") or "")).replace("\n", " ")).strip()
        self._children.append(Image(str(token.attrGet("src")), description, caption))

    def _superscript(self, token: Token) -> None:
        self._children.append(Superscript((Text(token.content),)))

    def _line_break(self, _: Token) -> None:
        self._children.append(LineBreak())

    def _note(self, token: Token) -> None:
        label: str = token.meta["label"]
        if label in self.mentioned:
            raise DraftError(f"the note [^{label}] is referred to twice; write it twice, under two names")
        self.mentioned[label] = None
        self._children.append(FootnoteReference(label))

    def _refused(self, token: Token) -> None:
        raise DraftError(f"a report has no place for {token.type}: {token.content!r}")


_WORDS = frozenset({"text", "text_special"})
_MARK = re.compile(f"{SPAN}(?P<index>[{DIGITS}]+)|[{MARKS}]")


def _single_spaced(text: str) -> str:
    return _SPACES.sub(" ", text) if "  " in text or "\t" in text else text


_SPACES = re.compile("[ \t]+")


def _without_marks(text: str) -> str:
    return _MARK.sub("", text)


_INLINES: Mapping[str, Callable[[InlineReader, Token], None]] = {
    "em_open": InlineReader._opens,  # noqa: SLF001 -- the table of this class
    "em_close": InlineReader._emphasis,  # noqa: SLF001
    "strong_open": InlineReader._opens,  # noqa: SLF001
    "strong_close": InlineReader._strong,  # noqa: SLF001
    "link_open": InlineReader._link_opens,  # noqa: SLF001
    "link_close": InlineReader._link,  # noqa: SLF001
    "code_inline": InlineReader._code,  # noqa: SLF001
    "image": InlineReader._image,  # noqa: SLF001
    "superscript": InlineReader._superscript,  # noqa: SLF001
    "hardbreak": InlineReader._line_break,  # noqa: SLF001
    "footnote_ref": InlineReader._note,  # noqa: SLF001
}
