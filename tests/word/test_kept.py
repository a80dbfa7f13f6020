"""A draft is known to be ours by the part that it keeps, whatever a program has made of the names around it."""

from __future__ import annotations

import re

from example_documents import example_draft
from zip_edits import members, packed

from cthb_reports.readers.docx.returned import read_returned
from cthb_reports.word.kept import keepsake_of

RELATIONS = "word/_rels/document.xml.rels"


def test_a_draft_is_ours_for_every_command_even_where_nothing_relates_to_what_it_keeps() -> None:
    parts = members(example_draft("minimal"))
    related = parts[RELATIONS]
    parts[RELATIONS] = re.sub(rb"<Relationship [^>]*customXml[^>]*/>", b"", related)
    assert parts[RELATIONS] != related
    content = packed(parts)

    assert read_returned(content, "back.docx").keepsake is not None
    assert keepsake_of(content, "back.docx") == keepsake_of(example_draft("minimal"), "draft.docx")


def test_a_clean_document_keeps_nothing() -> None:
    parts = {name: part for name, part in members(example_draft("minimal")).items() if "customXml" not in name}
    parts[RELATIONS] = re.sub(rb"<Relationship [^>]*customXml[^>]*/>", b"", parts[RELATIONS])

    assert keepsake_of(packed(parts), "clean.docx") is None
