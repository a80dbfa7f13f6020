"""Who accepts all changes of a redline has the newer version, who rejects them the older one, whoever reads the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx_lint
import docx_parts
import pandoc_reader
import pytest
from hypothesis import HealthCheck, given, settings
from made_documents import document_lines, first_difference, sample
from made_versions import versions
from rich_document import rich
from tracked_changes import settled

from cthb_reports.word.redline import Naming, merged, old_label, renamed
from cthb_reports.writers import docx

if TYPE_CHECKING:
    from collections.abc import Callable

    from cthb_reports.document import Document

few = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.large_base_example, HealthCheck.data_too_large, HealthCheck.too_slow],
)


def redline(old: Document, new: Document) -> bytes:
    return docx.write(merged(renamed(old, Naming(label=old_label)), new).document).content


@few
@given(versions())
def test_accepting_gives_the_newer_and_rejecting_the_older_version(both: tuple[Document, Document]) -> None:
    old, new = both
    content = redline(old, new)

    assert docx_lint.problems(content) == []
    assert first_difference(docx_parts.lines(settled(content, "accept")), document_lines(new)) is None
    assert first_difference(docx_parts.lines(settled(content, "reject")), document_lines(old)) is None
