"""Markdown as paragraphs, headings, lists, tables and notes, with the place of every character."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from cthb_reports.readers.lines import Line, Role, finished
from cthb_reports.readers.markup import words
from cthb_reports.readers.reading import Reading, reading
from cthb_reports.readers.texts import TextFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_MODELINES = re.compile(r"\A---[ \t]*\r?\n.*?\n---[ \t]*(?=\r?\n|\Z)", re.DOTALL)
"""The head that some programs put before Markdown; it is no text."""


def read_markdown(content: bytes, shown: str) -> Reading:
    """Return a Markdown file as a document; code in it is passed over.

    Args:
        content: Its bytes.
        shown: Its name in messages.

    Raises:
        SourceError: It is no text.
    """
    file = TextFile(content, shown)
    physical = list(file.lines())
    text = "\n".join(line for _, line in physical)
    if head := _MODELINES.match(text):
        text = "\n" * head[0].count("\n") + text[head.end() :]
    lines = (_line(physical, token, first, role) for token, first, role in _Walk(_parser().parse(text)))
    return reading(file, finished(lines, shown))


@cache
def _parser() -> MarkdownIt:
    """Return a parser of blocks; what stands in a paragraph is looked at here, where each character keeps its place."""
    made = MarkdownIt("commonmark", {"html": False, "maxNesting": 100}).enable("table").use(footnote_plugin)
    # indented code and link definitions would swallow text, as in narratives
    return made.disable(["code", "reference", "footnote_inline", "footnote_tail", "inline", "text_join"])


class _Walk:
    """The paragraphs among tokens, each with the line where it may begin and its role."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._lists: list[bool] = []
        self._role = Role()
        self._quotes = 0
        self._first = 0
        self._fresh = False
        self._cell = (-1, -1, 0)

    def __iter__(self) -> Iterator[tuple[Token, int, Role]]:
        for token in self._tokens:
            if token.map:
                self._first = token.map[0]
            if token.type == "inline":
                yield token, self._first, self._current()
                self._fresh = False
            else:
                self._enter(token)

    def _enter(self, token: Token) -> None:
        for turn in (self._enter_list, self._enter_block, self._enter_table):
            turn(token)

    def _enter_list(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._lists.append(token.type == "ordered_list_open")
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._fresh = True

    def _enter_block(self, token: Token) -> None:
        match token.type:
            case "blockquote_open" | "blockquote_close":
                self._quotes += token.nesting
            case "heading_open":
                self._role = replace(self._role, kind="heading", level=int(token.tag[1:]))
            case "heading_close":
                self._role = replace(self._role, kind="paragraph", level=0)
            case "footnote_reference_open":
                self._role = Role(note=str(token.meta["label"]), body=False)
            case "footnote_reference_close":
                self._role = Role()

    def _enter_table(self, token: Token) -> None:
        table, row, column = self._cell
        match token.type:
            case "table_open":
                self._cell = (table + 1, -1, 0)
            case "tr_open":
                self._cell = (table, row + 1, -1)
            case "th_open" | "td_open":
                self._cell = (table, row, column + 1)
                self._role = replace(self._role, kind="cell", table=table, row=row, column=column + 1)
            case "table_close":
                self._role = Role(note=self._role.note, body=self._role.body)

    def _current(self) -> Role:
        if self._role.kind != "paragraph":
            return self._role
        if self._quotes:
            return replace(self._role, kind="quote")
        if self._lists and self._fresh:
            return replace(self._role, kind="item", level=len(self._lists) - 1, ordered=self._lists[-1])
        return self._role


def _line(physical: Sequence[tuple[int, str]], token: Token, first: int, role: Role) -> Line:
    """Return the words of a token; each of its lines stands somewhere in a line of the file."""
    content, places = "", list[int]()
    for number, part in enumerate(token.content.split("\n")):
        offset, line = physical[min(first + number, len(physical) - 1)]
        bare = part.strip()
        taken = places[-1] + 1 - offset if places and number == 0 else 0
        begin = offset + max(line.find(bare, max(taken, 0)), 0)
        if content:
            content += " "
            places.append(places[-1] + 1)
        content += bare
        places += range(begin, begin + len(bare))
    return Line(*words(content, places, markdown=True), role)
