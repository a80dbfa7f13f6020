from __future__ import annotations

import functools

import docx_lint
import docx_reader
import pytest
from made_documents import document_lines, sample
from zip_edits import members, packed, replaced

from cthb_reports.document import Document, Meta, Paragraph, Styled, Text, parse
from cthb_reports.errors import DraftError
from cthb_reports.writers import write
from cthb_reports.writers.docx import built_in

STYLES, TYPES, BODY, RELATIONS = "word/styles.xml", "[Content_Types].xml", "word/document.xml", "_rels/.rels"


@functools.cache
def plain_letterhead() -> bytes:
    """Return a letterhead as an office may have it: no list, note or cover styles, no numbering, no notes, text in it."""
    found = members(built_in())
    names = ("List Bullet", "List Number", "Author", "footnote text", "Placeholder", "Table Grid", "Strong")
    for name in names:
        found[STYLES] = found[STYLES].replace(f'w:val="{name}"'.encode(), f'w:val="Old {name}"'.encode())
    for part in ("numbering", "footnotes"):
        del found[f"word/{part}.xml"]
        for member in (TYPES, "word/_rels/document.xml.rels"):
            found[member] = b"\n".join(
                line for line in found[member].split(b"\n") if f"{part}.xml".encode() not in line
            )
    settings = found["word/settings.xml"]
    start, end = settings.index(b"<w:footnotePr>"), settings.index(b"</w:footnotePr>") + len(b"</w:footnotePr>")
    found["word/settings.xml"] = settings[:start] + settings[end:]
    found[BODY] = found[BODY].replace(b"<w:body>", b"<w:body><w:p><w:r><w:t>old text</w:t></w:r></w:p>")
    return packed(found)


def test_the_built_in_letterhead_misses_no_style() -> None:
    assert write(sample(), ".docx").findings == ()


def test_a_style_that_an_office_lacks_is_taken_from_ours_and_named_once() -> None:
    findings = write(sample(), ".docx", letterhead=plain_letterhead()).findings

    assert {finding.code for finding in findings} == {"W101"}
    messages = [finding.message for finding in findings]
    assert "the letterhead has no style 'author'" in [message.lower() for message in messages]
    assert len(messages) == len(set(messages)) == 7


def test_a_draft_on_another_letterhead_has_the_same_text_and_no_fault() -> None:
    content = write(sample(), ".docx", letterhead=plain_letterhead()).content

    assert docx_reader.read(content) == document_lines(sample())
    assert docx_lint.problems(content) == []


def test_lists_count_for_themselves_on_a_letterhead_without_numbering() -> None:
    found = members(write(sample(), ".docx", letterhead=plain_letterhead()).content)["word/numbering.xml"].decode()

    assert found.count('<w:startOverride w:val="1"/>') == 3
    assert found.rindex("<w:abstractNum ") < found.index("<w:num ")


def test_notes_on_a_letterhead_without_notes_have_their_separators_in_the_settings() -> None:
    settings = members(write(sample(), ".docx", letterhead=plain_letterhead()).content)["word/settings.xml"].decode()

    assert settings.index("<w:footnotePr") < settings.index("<w:compat>")


def test_a_style_that_nobody_knows_is_made_and_named() -> None:
    document = Document((Styled((Paragraph((Text("a"),)),), "Crown"),))

    written = write(document, ".docx")

    assert [finding.message for finding in written.findings] == ["the letterhead has no style 'Crown'"]
    assert b'w:val="Crown"' in members(written.content)[BODY]


def test_styles_are_found_by_name_whatever_their_ids_and_case() -> None:
    german = replaced(built_in(), STYLES, 'w:styleId="Author"', 'w:styleId="Verfasser"')
    german = replaced(german, STYLES, '<w:name w:val="Author"/>', '<w:name w:val="author"/>')

    written = write(sample(), ".docx", letterhead=german)

    assert written.findings == ()
    assert b'<w:pStyle w:val="Verfasser"/>' in members(written.content)[BODY]


def test_a_draft_can_be_the_letterhead_of_the_next_and_gives_the_same_bytes() -> None:
    first = write(sample(), ".docx").content

    second = write(sample(), ".docx", letterhead=first).content

    assert docx_reader.read(second) == docx_reader.read(first)
    assert docx_lint.problems(second) == []


def test_a_letterhead_that_libreoffice_saved_keeps_one_set_of_properties() -> None:
    office = replaced(
        built_in(),
        RELATIONS,
        "openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "openxmlformats.org/officedocument/2006/relationships/metadata/core-properties",
    )

    names = members(write(sample(), ".docx", letterhead=office).content)

    assert [name for name in names if "core" in name] == ["docProps/core.xml"]


@pytest.mark.parametrize(
    ("letterhead", "complaint"),
    [
        (b"", "is no Word document; save it as .docx"),
        (b"Dear colleagues", "is no Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is encrypted, or in the format of Word 97"),
        (packed({"mimetype": b"application/vnd.oasis.opendocument.text"}), "is no Word document"),
        (packed({**members(built_in()), BODY: b"<w:document"}), "is damaged; open it in Word"),
        (replaced(built_in(), TYPES, "wordprocessingml.document.main", "spreadsheetml.sheet.main"), "is no Word document"),
        (
            replaced(
                built_in(),
                TYPES,
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                "application/vnd.ms-word.document.macroEnabled.main+xml",
            ),
            "holds macros",
        ),
        (replaced(replaced(built_in(), BODY, "<w:sectPr", "<w:p><w:pPr><w:sectPr"), BODY, "</w:sectPr>", "</w:sectPr></w:pPr></w:p>"), "has no page set-up"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_letterhead_is_refused_with_what_to_do(letterhead: bytes, complaint: str) -> None:
    with pytest.raises(DraftError, match=complaint):
        write(sample(), ".docx", letterhead=letterhead)


@pytest.mark.parametrize("place", range(0, 9000, 450))
def test_a_damaged_letterhead_gives_a_draft_or_a_clear_refusal(place: int) -> None:
    damaged = bytearray(built_in())
    damaged[place % len(damaged)] ^= 0x55

    try:
        written = write(sample(), ".docx", letterhead=bytes(damaged))
    except DraftError as error:
        assert "letterhead" in str(error)  # noqa: PT017 -- both ends are right
    else:
        assert docx_reader.read(written.content) == document_lines(sample())


def test_the_properties_are_those_of_the_report_and_the_bytes_depend_on_nothing_else() -> None:
    first, second = write(sample(), ".docx").content, write(sample(), ".docx").content
    core = members(first)["docProps/core.xml"].decode()

    assert first == second
    assert "<dc:title>Report to the OSCE Permanent Council</dc:title>" in core
    assert core.count("2017-12-11T00:00:00Z") == 2
    assert next(iter(members(first))) == "[Content_Types].xml"


def test_a_report_without_a_date_has_none_in_its_properties() -> None:
    content = write(parse("a", meta=Meta(title="A\x07 & B")), ".docx").content

    core = members(content)["docProps/core.xml"].decode()
    assert "<dc:title>A &amp; B</dc:title>" in core
    assert "created" not in core
    assert docx_lint.problems(content) == []
