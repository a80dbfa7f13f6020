"""Nobody who reads a draft, by whatever program, misses a word or meets one more."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

import docx_lint
import docx_parts
import pandoc_reader
import pypandoc
import pytest
from example_documents import example
from hypothesis import HealthCheck, given, settings
from lxml import etree
from made_documents import document_lines, documents, first_difference, sample, shown_lines
from rich_document import rich

from cthb_reports.document import Document, Heading, Paragraph, Strong, Text, block_lines
from cthb_reports.writers import docx, markdown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx_judges import Soffice

NAMES = ["minimal", "2017", "sample", "rich"]


def named(name: str) -> Document:
    made = {"sample": sample, "rich": rich}
    return made[name]() if name in made else example(name)


# making a document takes half a second, so they are few and large
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.large_base_example, HealthCheck.data_too_large, HealthCheck.too_slow],
)
@given(documents())
def test_every_document_has_its_words_and_no_others_and_nothing_that_word_stumbles_over(document: Document) -> None:
    content = docx.write(document).content

    assert first_difference(docx_parts.lines(content), document_lines(document)) is None
    assert docx_lint.problems(content) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_words_are_those_of_the_document(name: str) -> None:
    found = docx_parts.lines(docx.write(named(name)).content)

    assert first_difference(found, document_lines(named(name))) is None


def _pandoc(content: bytes, source: str) -> Any:
    """Return the blocks that pandoc finds; with `styles`, a title page is not taken for metadata."""
    command = [pypandoc.get_pandoc_path(), "-f", source, "-t", "json"]
    return json.loads(subprocess.run(command, input=content, capture_output=True, check=True, timeout=60).stdout)


@pytest.mark.parametrize("name", NAMES)
def test_pandoc_reads_the_same_words_in_word_and_in_markdown(name: str) -> None:
    word = pandoc_reader.read(docx.write(named(name)).content, "docx+styles")
    text = pandoc_reader.read(markdown.write(named(name)).content, "markdown")

    assert first_difference(word, text) is None


def _headings(content: bytes, source: str) -> list[tuple[int, str]]:
    reader = pandoc_reader._Reader()
    return [
        (block["c"][0], shown_lines(reader.text(block["c"][2]))[0])
        for block in _pandoc(content, source)["blocks"]
        if block["t"] == "Header"
    ]


@pytest.mark.parametrize("name", NAMES)
def test_pandoc_finds_the_same_headings_in_word_and_in_markdown(name: str) -> None:
    word = _headings(docx.write(named(name)).content, "docx")

    assert word == _headings(markdown.write(named(name)).content, "markdown")


def test_libreoffice_gives_every_word_of_the_text_back(soffice: Soffice) -> None:
    texts = soffice.texts({name: docx.write(named(name)).content for name in NAMES})

    missing = {name: _missing(block_lines(named(name).blocks), texts[name]) for name in NAMES}
    assert missing == {name: [] for name in NAMES}


def test_libreoffice_gives_every_word_of_the_notes_back(soffice: Soffice) -> None:
    document = rich()
    # its plain text has no notes
    opened = soffice.convert({"rich": docx.write(document).content}, "fodt")["rich"]

    text = "".join(etree.fromstring(opened).itertext())
    assert _missing([line for note in document.footnotes.values() for line in block_lines(note)], text) == []


def _missing(expected: Iterable[str], text: str) -> list[str]:
    joined = " ".join(text.split())
    return [line for line in shown_lines("\n".join(expected)) if line not in joined]


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    content = docx.write(Document((Paragraph((Text("a\x00b\ufffe c\x0bd"),)),))).content

    assert docx_parts.lines(content) == ["ab c d"]


def test_markup_in_words_is_no_markup() -> None:
    content = docx.write(Document((Heading(1, (Text('<w:p> & "x"'),)), Paragraph((Strong((Text("]]>"),)),))))).content

    assert docx_parts.lines(content) == ['<w:p> & "x"', "]]>"]
