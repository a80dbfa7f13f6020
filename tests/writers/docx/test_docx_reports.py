"""Whole reports made at random: every judge is content with their Word files, and reads the same in them as in the Markdown."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import docx_lint
import pandoc_reader
from docx_barriers import barriers
from docx_comments import comments
from docx_parts import lines
from hypothesis import HealthCheck, Phase, given, settings
from made_documents import document_lines, first_difference, shown_lines
from made_reports import reports

import cthb_reports
from cthb_reports.document import block_lines
from cthb_reports.rendering import render
from cthb_reports.writers import docx, markdown

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx_judges import Soffice

    from cthb_reports.document import Document
    from cthb_reports.kinds import Report

# A report takes half a second to make and as long to judge, so they are few, and not made smaller.
few = functools.partial(
    settings,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[
        HealthCheck.large_base_example,
        HealthCheck.data_too_large,
        HealthCheck.too_slow,
        HealthCheck.function_scoped_fixture,
    ],
)


@functools.cache
def batch() -> dict[str, Document]:
    """Return the documents of some reports, the same in every run, for judges that are slow to start."""
    found: list[Document] = []

    @few(max_examples=6, derandomize=True, database=None)
    @given(reports())
    def collect(report: Report) -> None:
        found.append(render(report).document)

    collect()
    return {f"report-{number}": document for number, document in enumerate(found)}


@functools.cache
def rounds() -> dict[str, tuple[bytes, bytes]]:
    """Return drafts of some reports that go round, with all that is said of them, each with its clean copy."""
    found: list[tuple[bytes, bytes]] = []

    @few(max_examples=4, derandomize=True, database=None)
    @given(reports())
    def collect(report: Report) -> None:
        found.append(tuple(cthb_reports.draft(report, ".docx", clean=clean).content for clean in (False, True)))  # type: ignore[arg-type]  # two of them

    collect()
    return {f"report-{number}": pair for number, pair in enumerate(found)}


@few(max_examples=15)
@given(reports())
def test_pandoc_reads_the_same_words_and_headings_in_word_and_in_markdown(report: Report) -> None:
    document = render(report).document

    word = pandoc_reader.outline(docx.write(document).content, "docx+styles")
    text = pandoc_reader.outline(markdown.write(document).content, "markdown")
    assert first_difference(word.lines, text.lines) is None
    assert word.headings == text.headings


@few(max_examples=8)
@given(report=reports())
def test_no_report_has_anything_that_word_or_a_reader_stumbles_over(
    report: Report, audit: Callable[[bytes], list[str]]
) -> None:
    content = docx.write(render(report).document).content

    assert docx_lint.problems(content) == []
    assert barriers(content) == []
    assert audit(content) == []


@few(max_examples=8)
@given(report=reports())
def test_nor_has_any_draft_that_goes_round(report: Report, audit: Callable[[bytes], list[str]]) -> None:
    draft = cthb_reports.draft(report, ".docx", extras=["sources"])

    assert docx_lint.problems(draft.content) == []
    assert barriers(draft.content) == []
    assert audit(draft.content) == []
    assert first_difference(lines(draft.content), document_lines(render(report).document)) is None
    assert len(comments(draft.content)) >= len(draft.findings)


def test_the_open_xml_sdk_finds_nothing_in_any_report(sdk: Callable[[bytes], list[str]]) -> None:
    files = {name: docx.write(document).content for name, document in batch().items()}

    assert {name: sdk(content) for name, content in files.items()} == {name: [] for name in files}


def test_libreoffice_gives_every_word_of_every_report_back(soffice: Soffice) -> None:
    texts = soffice.texts({name: docx.write(document).content for name, document in batch().items()})

    assert {name: _missing(document, texts[name]) for name, document in batch().items()} == {name: [] for name in texts}


def test_the_open_xml_sdk_finds_nothing_in_any_draft_that_goes_round(sdk: Callable[[bytes], list[str]]) -> None:
    assert {name: sdk(draft) for name, (draft, _) in rounds().items()} == {name: [] for name in rounds()}


def test_libreoffice_reads_a_draft_that_goes_round_as_its_clean_copy(soffice: Soffice) -> None:
    drafts, cleans = ({name: pair[which] for name, pair in rounds().items()} for which in (0, 1))

    assert soffice.texts(drafts) == soffice.texts(cleans)


def _missing(document: Document, text: str) -> list[str]:
    joined = " ".join(text.split())
    return [line for line in shown_lines("\n".join(block_lines(document.blocks))) if line not in joined]
