"""How our Markdown differs from CommonMark: marks, tables, notes and superscripts are in; HTML and what loses text silently is out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from cthb_reports.document.marks import DIGITS, MARKS, SPAN, SPAN_END, STYLED, STYLED_END

if TYPE_CHECKING:
    from collections.abc import MutableMapping
    from typing import Any

    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline.state_inline import Scanned


@cache
def parser() -> MarkdownIt:
    """Return the parser, made on first use."""
    made = _Parser().use(footnote_plugin)
    # indented code and link definitions swallow text; notes and adjoining texts are put together by `parsing`
    made.disable(["code", "reference", "footnote_inline", "footnote_tail", "text_join", "fragments_join"])
    return made


class _Parser(MarkdownIt):
    def __init__(self) -> None:
        super().__init__("commonmark")
        self.inline = _Inlines()
        # the usual limit is 20 levels, below which blocks vanish; no report nests 100 deep
        self.configure("commonmark", {"html": False, "maxNesting": 100})
        self.enable("table")
        alternatives = ["paragraph", "reference", "blockquote", "list", "footnote_def"]
        self.inline.ruler.before("emphasis", "superscript", _superscript)
        self.block.ruler.before("blockquote", "styled", _styled, {"alt": alternatives})

    def normalizeLink(self, url: str) -> str:  # noqa: N802 -- the library's name
        return super().normalizeLink(_ALL_MARKS.sub("", url))


_ALL_MARKS = re.compile(f"{SPAN}[{DIGITS}]*|[{MARKS}]")


class _Inlines(ParserInline):
    def __init__(self) -> None:
        super().__init__()
        # only what our rules begin with: stopping at every hyphen and colon takes a fifth of the time
        self.terminator_re = re.compile(r"[\n!&*<\[\\\]^_`]")

    def parse(self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token]) -> list[Token]:
        if not _MAY_BE_MARKUP.search(src):  # as in most paragraphs
            tokens.append(Token("text", "", 0, content=_LINE_END.sub(" ", src)))
            return tokens
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


_MAY_BE_MARKUP = re.compile(r"[!&*<\[\\\]^_`]|  \n")
_LINE_END = re.compile(r" ?\n[ \t]*")


class _State(StateInline):
    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803, FBT001 -- the library's names
        """Judge `*` and `_` at the edges of a mark as if the text in the mark stood alone."""
        scanned = super().scanDelims(start, canSplitWord)
        end = start + scanned.length
        inside_head = self.src[start - 1 : start] in _HEAD
        inside_tail = self.src[end : end + 1] == SPAN_END
        if not (inside_head or inside_tail):
            return scanned
        before = " " if inside_head else self.src[start - 1 : start]
        after = " " if inside_tail else self.src[end : end + 1]
        alone = StateInline(before + self.src[start:end] + after, self.md, self.env, [])
        return alone.scanDelims(len(before), canSplitWord)


_HEAD = frozenset(DIGITS)


def _superscript(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- a rule
    """Raise letters and figures between carets, as pandoc does: `17^th^`."""
    match = _RAISED.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        state.push("superscript", "", 0).content = match[1]
    state.pos = match.end()
    return True


_RAISED = re.compile(r"\^([^\W_]+)\^")


def _styled(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:  # noqa: ARG001, N803, FBT001 -- a rule
    line = state.src[state.bMarks[startLine] + state.tShift[startLine] : state.eMarks[startLine]]
    if line[:1] not in (STYLED, STYLED_END) or not line:
        return False
    if not silent:
        token = state.push("styled_open" if line[0] == STYLED else "styled_close", "", 0)
        token.info = line[1:]
        state.line = startLine + 1
    return True
