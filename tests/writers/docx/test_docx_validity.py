"""Every judge is content with every kind of draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx_lint
import pytest
from docx_parts import changed
from example_documents import example
from hypothesis import HealthCheck, Phase, given, settings
from made_documents import documents, sample
from rich_document import rich

from cthb_reports.document import Document
from cthb_reports.writers import docx

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = ["minimal", "2017", "sample", "rich", "empty", "watermarked", "the letterhead"]


def drafted(name: str) -> bytes:
    match name:
        case "sample":
            return docx.write(sample()).content
        case "rich":
            return docx.write(rich()).content
        case "empty":
            return docx.write(Document(())).content
        case "watermarked":
            return docx.write(rich(), options=docx.DocxOptions(line_numbers=True, watermark='"DRAFT" & <more>')).content
        case "the letterhead":
            return docx.built_in()
    return docx.write(example(name)).content


@pytest.mark.parametrize("name", NAMES)
def test_our_lint_finds_nothing(name: str) -> None:
    assert docx_lint.problems(drafted(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_open_xml_sdk_finds_nothing(name: str, sdk: Callable[[bytes], list[str]]) -> None:
    assert sdk(drafted(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_openxml_audit_finds_nothing(name: str, audit: Callable[[bytes], list[str]]) -> None:
    assert audit(drafted(name)) == []


# The SDK takes a second a file and openxml-audit half of one, so the documents are few, and not made smaller.
@settings(
    deadline=None,
    max_examples=4,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[
        HealthCheck.large_base_example,
        HealthCheck.data_too_large,
        HealthCheck.too_slow,
        HealthCheck.function_scoped_fixture,
    ],
)
@given(document=documents())
def test_the_validators_find_nothing_in_any_document(
    document: Document, sdk: Callable[[bytes], list[str]], audit: Callable[[bytes], list[str]]
) -> None:
    content = docx.write(document).content

    assert (sdk(content), audit(content)) == ([], [])


def test_the_judges_do_find_faults(sdk: Callable[[bytes], list[str]], audit: Callable[[bytes], list[str]]) -> None:
    broken = changed(drafted("minimal"), "word/document.xml", "<w:sectPr", "<w:nonsense/><w:sectPr")

    assert sdk(broken)
    assert audit(broken)
