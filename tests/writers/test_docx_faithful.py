from __future__ import annotations

import docx_lint
import docx_reader
import office
import pandoc_reader
from hypothesis import HealthCheck, given, settings
from made_documents import document_lines, documents, first_difference, sample

from cthb_reports.document import Document
from cthb_reports.writers import markdown, write


# a document is large, and pandoc takes a tenth of a second, so there are few of them
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.large_base_example, HealthCheck.data_too_large, HealthCheck.too_slow],
)
@given(documents())
def test_every_docx_has_the_lines_of_its_document_for_us_and_for_pandoc_and_no_fault(document: Document) -> None:
    content = write(document, ".docx").content

    assert first_difference(docx_reader.read(content), document_lines(document)) is None
    assert first_difference(pandoc_reader.read(content, "docx"), document_lines(document)) is None
    assert docx_lint.lint(content) == []


def test_docx_and_markdown_of_the_sample_are_the_same_lines_for_pandoc() -> None:
    docx, text = write(sample(), ".docx").content, markdown.write(sample()).content

    assert first_difference(pandoc_reader.read(docx, "docx"), pandoc_reader.read(text, "markdown")) is None


def test_libreoffice_finds_every_word_of_the_sample(tmp_path) -> None:
    document = sample()
    without_notes = Document(document.blocks, meta=document.meta)

    # as text LibreOffice writes no notes, but their numbers
    found = " ".join(office.read(write(document, ".docx").content, tmp_path))

    assert [word for line in document_lines(without_notes) for word in line.split() if word not in found] == []


def test_the_sample_has_no_fault_that_a_validator_would_miss() -> None:
    assert docx_lint.lint(write(sample(), ".docx").content) == []
