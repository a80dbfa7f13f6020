from __future__ import annotations

import json
from datetime import date

import pandoc_reader
import pytest
from hypothesis import HealthCheck, given, settings
from made_documents import PITFALLS, document_lines, documents, sample

from cthb_reports.document import (
    BulletList,
    Code,
    Document,
    Emphasis,
    Heading,
    Image,
    LineBreak,
    Link,
    Meta,
    OrderedList,
    Paragraph,
    Quote,
    Strong,
    Styled,
    Superscript,
    Table,
    Text,
    parse,
)
from cthb_reports.writers import markdown


def body(*blocks: object) -> str:
    """Return what follows the properties."""
    return markdown.write(Document(blocks)).content.decode().partition('lang: "en-GB"\n---\n\n')[2]


# a call of pandoc takes a tenth of a second, so the documents are few and large
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.large_base_example, HealthCheck.data_too_large, HealthCheck.too_slow])
@given(documents())
def test_pandoc_reads_every_document_as_the_same_lines(document: Document) -> None:
    assert pandoc_reader.read(markdown.write(document).content, "markdown") == document_lines(document)


def test_pandoc_reads_each_pitfall_as_text_wherever_it_stands() -> None:
    texts = [Text(text) for text in PITFALLS if text.strip()]
    document = Document(
        tuple(
            block
            for text in texts
            for block in (
                Paragraph((text,)),
                Paragraph((Text("x "), text, Text(" y"))),
                Paragraph((Text("x"), Strong((text,)), Emphasis((text,)), Text("y"))),
                Paragraph((Text("x"), LineBreak(), text)),
                Heading(2, (text,)),
                BulletList(((Paragraph((text,)),),)),
                Table(((text,),), (((text,),),), ("left",)),
                Paragraph((Superscript((text,)), Link("https://osce.org", (text,)))),
            )
        )
    )

    assert pandoc_reader.read(markdown.write(document).content, "markdown") == document_lines(document)
