"""Two other ways to the same Word file: pandoc on our finished Markdown, docxtpl on a template that prints the same words.

docxtpl gets the easier part: the sentences are composed for it before the clock runs, and it checks nothing. Its template
has the cover and the headings as paragraphs of their own, and under each heading a loop over records, which prints their
paragraphs, words and values one after the other; what is bold or italic with us is so with it. `same_words` asks that both
come out alike.
"""

from __future__ import annotations

import io
import itertools
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import docx
import pypandoc
from docxtpl import DocxTemplate

from cthb_reports.document import (
    BulletList,
    Emphasis,
    Heading,
    LineBreak,
    Paragraph,
    Span,
    Strong,
    Styled,
    Text,
    plain_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from cthb_reports.document import Block, Document, Inline
    from cthb_reports.findings import FieldPath

_FACES = ("bold", "italic", "")


def pandoc(source: Path, target: Path, reference: Path | None = None) -> Callable[[], object]:
    """Return a call of pandoc from Markdown to DOCX."""
    command = [pypandoc.get_pandoc_path(), source, "-o", target]
    command += ["--reference-doc", reference] if reference else []
    return lambda: subprocess.run(command, check=True)


def docxtpl(template: Path, document: Document) -> Callable[[], bytes]:
    """Return a call of docxtpl from the template in a file to the bytes of a DOCX."""
    values = {"parts": [part for _, part in _parts(document)]}

    def call() -> bytes:
        made, target = DocxTemplate(template), io.BytesIO()
        made.render(values, autoescape=True)
        made.save(target)
        return target.getvalue()

    return call


def same_words(document: Document, content: bytes) -> bool:
    """Tell whether a DOCX has the paragraphs of a document, word for word."""
    theirs = [" ".join(paragraph.text.split()) for paragraph in docx.Document(io.BytesIO(content)).paragraphs]
    return theirs == [" ".join(line.split()) for line in plain_text(document).splitlines()]


def template(document: Document, letterhead: bytes) -> bytes:
    """Return the template for docxtpl: a DOCX of ours with its body replaced."""
    made, target = docx.Document(io.BytesIO(letterhead)), io.BytesIO()
    for paragraph in made.paragraphs:
        paragraph._element.getparent().remove(paragraph._element)  # noqa: SLF001  # the library has no other way
    for number, (style, _) in enumerate(_parts(document)):
        if style:
            _add_values(made.add_paragraph(style=style), f"parts[{number}].pieces")
        else:
            _add_loop(made, f"parts[{number}].records")
    made.save(target)
    return target.getvalue()


def _add_loop(made: Any, records: str) -> None:
    """Add a loop over records; what they tell is paragraphs, some of them items of a list."""
    made.add_paragraph(f"{{%p for record in {records} %}}")
    made.add_paragraph("{%p for paragraph in record %}")
    made.add_paragraph("{%p if paragraph.is_item %}")
    _add_stretches(made.add_paragraph(style="List Bullet"))
    made.add_paragraph("{%p else %}")
    _add_stretches(made.add_paragraph())
    for end in ("if", "for", "for"):
        made.add_paragraph(f"{{%p end{end} %}}")


def _add_stretches(paragraph: Any) -> None:
    """Add the loop over stretches of one face each."""
    paragraph.add_run("{%r for stretch in paragraph.stretches %}")
    for number, face in enumerate(_FACES):
        condition = f"{'el' * bool(number)}if stretch.face == '{face}'" if face else "else"
        paragraph.add_run(f"{{%r {condition} %}}")
        run = _add_values(paragraph, "stretch.values")
        run.bold, run.italic = face == "bold" or None, face == "italic" or None
    paragraph.add_run("{%r endif %}")
    paragraph.add_run("{%r endfor %}")


def _add_values(paragraph: Any, values: str) -> Any:
    return paragraph.add_run(f"{{% for value in {values} %}}{{{{ value }}}}{{% endfor %}}")


@dataclass(frozen=True)
class _Stretch:
    """Words and values of one face, and the field that they come from."""

    face: str
    values: tuple[str, ...]
    field: FieldPath


@dataclass(frozen=True)
class _Printed:
    """A paragraph: the record it tells, its style where that is its own, its text."""

    record: FieldPath
    style: str
    stretches: tuple[_Stretch, ...]

    @property
    def is_item(self) -> bool:
        return self.style == "List Bullet"


def _parts(document: Document) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the paragraphs of the cover and the headings, each with its style, and between them the records, without one."""
    printed = list(_paragraphs(document.blocks, (), ""))
    for style, group in itertools.groupby(printed, key=lambda entry: "" if entry.is_item else entry.style):
        if style:
            yield from (
                (style, {"pieces": [value for part in entry.stretches for value in part.values]}) for entry in group
            )
        else:
            yield "", {"records": [list(told) for _, told in itertools.groupby(group, key=lambda entry: entry.record)]}


def _paragraphs(blocks: Iterable[Block], record: FieldPath, style: str) -> Iterator[_Printed]:
    for block in blocks:
        match block:
            case Styled(blocks=inner, anchor=anchor, style=own):
                yield from _paragraphs(inner, anchor.field if anchor else record, own or style)
            case BulletList(items=items):
                yield from (entry for item in items for entry in _paragraphs(item, record, "List Bullet"))
            case Heading(level=level, children=children):
                yield _printed(children, record, f"Heading {level}")
            case Paragraph(children=children):
                yield _printed(children, record, style)
            case _:
                raise TypeError(f"the template for docxtpl has no {type(block).__name__}")


def _printed(children: Iterable[Inline], record: FieldPath, style: str) -> _Printed:
    pieces = list(_pieces(children, "", ()))
    field = record or next((piece.field for piece in pieces if piece.field), ())
    groups = itertools.groupby(pieces, key=lambda piece: piece.face)
    stretches = (_Stretch(face, tuple(piece.values[0] for piece in group), ()) for face, group in groups)
    return _Printed(field[:2], style, tuple(stretches))


def _pieces(inlines: Iterable[Inline], face: str, field: FieldPath) -> Iterator[_Stretch]:
    for inline in inlines:
        match inline:
            case Text(text=text):
                yield _Stretch(face, (text,), field)
            case LineBreak():
                yield _Stretch(face, ("\n",), field)
            case Span(anchor=anchor, children=children):
                yield from _pieces(children, face, anchor.field)
            case Strong(children=children):
                yield from _pieces(children, "bold", field)
            case Emphasis(children=children):
                yield from _pieces(children, "italic", field)
            case _:
                raise TypeError(f"the template for docxtpl has no {type(inline).__name__}")
