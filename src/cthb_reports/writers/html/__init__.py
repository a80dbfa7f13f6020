"""The writer of HTML: one page that needs nothing else, with a print style that mirrors the layout of the Word file."""

from __future__ import annotations

import base64
from html import escape
from typing import TYPE_CHECKING, Any

from cthb_reports import assets
from cthb_reports.document import inline_text, lone_picture
from cthb_reports.document.nodes import (
    Block,
    BulletList,
    Changed,
    ChangedBlock,
    Code,
    Document,
    Emphasis,
    FootnoteReference,
    Heading,
    Image,
    Inline,
    LineBreak,
    Link,
    OrderedList,
    Paragraph,
    Quote,
    Span,
    Strong,
    Styled,
    Superscript,
    Table,
    Text,
)
from cthb_reports.writers.pictures import content_of, media_type, misplaced
from cthb_reports.writers.written import Written, printable, untracked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_TITLE = "Title"
_SAFE_LINKS = ("https:", "http:", "mailto:")


def write(document: Document, pictures: Mapping[str, bytes] | None = None) -> Written:
    """Return a document as one self-contained page of HTML, UTF-8.

    Args:
        document: What to write.
        pictures: The contents of its pictures, by their names in it.

    Raises:
        DraftError: A picture was not handed over, stands among words, or cannot be part of a page.
    """
    meta = document.meta
    css = (assets.templates_root() / "house" / "web" / "page.css").read_text(encoding="utf-8")
    page = _Page({label: number for number, label in enumerate(document.footnotes, 1)}, pictures or {})
    author = f'<meta name="author" content="{_text(meta.author)}">\n' if meta.author else ""
    dated = f'<meta name="dcterms.date" content="{meta.created.isoformat()}">\n' if meta.created else ""
    lines = [
        f'<!doctype html>\n<html lang="{_text(meta.language)}">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_text(meta.title or 'Report')}</title>\n{author}{dated}<style>\n{css}</style>\n</head>\n<body>\n<main>",
        *page.blocks(document.blocks),
        *page.notes(document.footnotes),
        "</main>\n</body>\n</html>\n",
    ]
    return Written("\n".join(lines).encode())


class _Page:
    """Turns nodes into elements; notes are numbered in the order of the document."""

    def __init__(self, numbers: Mapping[str, int], pictures: Mapping[str, bytes]) -> None:
        self._numbers = numbers
        self._pictures = pictures
        self._seen: set[str] = set()

    def blocks(self, blocks: Iterable[Block]) -> list[str]:
        return [_BLOCKS[type(block)](self, block) for block in blocks]

    def inlines(self, inlines: Iterable[Inline]) -> str:
        return "".join(_INLINES[type(inline)](self, inline) for inline in inlines)

    def notes(self, notes: Mapping[str, tuple[Block, ...]]) -> list[str]:
        if not notes:
            return []
        items = [
            f'<li id="note-{self._numbers[label]}">{"".join(self.blocks(blocks))}'
            f'<p><a href="#to-note-{self._numbers[label]}" aria-label="Back to the text">↩</a></p></li>'
            for label, blocks in notes.items()
        ]
        return ['<section class="footnotes" aria-label="Notes">', "<ol>", *items, "</ol>", "</section>"]

    def heading(self, block: Heading) -> str:
        level = min(block.level + 1, 6)  # the title of the report is the only h1
        return f"<h{level}>{self.inlines(block.children)}</h{level}>"

    def paragraph(self, block: Paragraph) -> str:
        image = lone_picture(block.children)
        return self._figure(image) if image else f"<p>{self.inlines(block.children)}</p>"

    def _figure(self, image: Image) -> str:
        content = content_of(image, self._pictures)
        source = f"data:{media_type(content)};base64,{base64.b64encode(content).decode()}"
        caption = f"<figcaption>{_text(image.caption)}</figcaption>" if image.caption else ""
        return f'<figure><img src="{source}" alt="{_text(image.description)}">{caption}</figure>'

    def bullets(self, block: BulletList) -> str:
        return f"<ul>\n{self._items(block.items)}</ul>"

    def numbers(self, block: OrderedList) -> str:
        start = f' start="{block.start}"' if block.start != 1 else ""
        return f"<ol{start}>\n{self._items(block.items)}</ol>"

    def _items(self, items: Iterable[tuple[Block, ...]]) -> str:
        return "".join(f"<li>{''.join(self.blocks(item))}</li>\n" for item in items)

    def quote(self, block: Quote) -> str:
        return f"<blockquote>\n{chr(10).join(self.blocks(block.blocks))}\n</blockquote>"

    def table(self, block: Table) -> str:
        head = self._row("th", ' scope="col"', block.header, block.alignments)
        body = "".join(self._row("td", "", row, block.alignments) for row in block.rows)
        return f"<table>\n<thead>\n{head}</thead>\n<tbody>\n{body}</tbody>\n</table>"

    def _row(self, tag: str, extra: str, cells: Iterable[tuple[Inline, ...]], alignments: Iterable[str]) -> str:
        styled = (
            f"<{tag}{extra}{'' if side == 'left' else f' style={chr(34)}text-align: {side}{chr(34)}'}>{self.inlines(cell)}</{tag}>"
            for cell, side in zip(cells, alignments, strict=True)
        )
        return f"<tr>{''.join(styled)}</tr>\n"

    def styled(self, block: Styled) -> str:
        if block.style == _TITLE and all(isinstance(inner, Paragraph) for inner in block.blocks):
            text = " ".join(self.inlines(inner.children) for inner in block.blocks if isinstance(inner, Paragraph))
            return f'<h1 class="title">{text}</h1>'
        inner = "\n".join(self.blocks(block.blocks))
        if block.style is None:
            return inner
        return f'<div class="{_text(block.style.lower().replace(" ", "-"))}">\n{inner}\n</div>'

    def span(self, inline: Span) -> str:
        inner = self.inlines(inline.children)
        return f'<mark class="placeholder">{inner}</mark>' if inline.anchor.kind == "placeholder" else inner

    def link(self, inline: Link) -> str:
        inner = self.inlines(inline.children)
        safe = inline.target.lower().startswith(_SAFE_LINKS)
        return f'<a href="{_text(inline.target)}">{inner}</a>' if safe else inner

    def reference(self, inline: FootnoteReference) -> str:
        number = self._numbers[inline.label]
        name = f' id="to-note-{number}"' if inline.label not in self._seen else ""
        self._seen.add(inline.label)
        return f'<sup{name}><a href="#note-{number}">{number}</a></sup>'

    def image(self, inline: Image) -> str:
        raise misplaced(inline)

    def changed(self, _: Changed | ChangedBlock) -> str:
        raise untracked()


def _text(text: str) -> str:
    return escape(printable(text))


_BLOCKS: Mapping[type, Callable[[_Page, Any], str]] = {
    Heading: _Page.heading,
    Paragraph: _Page.paragraph,
    BulletList: _Page.bullets,
    OrderedList: _Page.numbers,
    Quote: _Page.quote,
    Table: _Page.table,
    Styled: _Page.styled,
    ChangedBlock: _Page.changed,
}
_INLINES: Mapping[type, Callable[[_Page, Any], str]] = {
    Text: lambda _, inline: _text(inline_text((inline,))),
    Code: lambda _, inline: f"<code>{_text(inline_text((inline,)))}</code>",
    Span: _Page.span,
    Emphasis: lambda page, inline: f"<em>{page.inlines(inline.children)}</em>",
    Strong: lambda page, inline: f"<strong>{page.inlines(inline.children)}</strong>",
    Superscript: lambda page, inline: f"<sup>{page.inlines(inline.children)}</sup>",
    Link: _Page.link,
    Image: _Page.image,
    LineBreak: lambda _, __: "<br>",
    FootnoteReference: _Page.reference,
    Changed: _Page.changed,
}
