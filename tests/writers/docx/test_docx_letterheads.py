"""Any letterhead that Word would open gives a valid draft; any other a clear word on what to do."""

from __future__ import annotations

import functools
import io
import re
from typing import TYPE_CHECKING

import docx as python_docx
import docx_lint
import pytest
from docx_parts import R, W, changed, lines, members, packed, part, style_of
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from made_documents import document_lines, first_difference
from rich_document import rich

from cthb_reports.document import BulletList, Document, Paragraph, Styled, Text
from cthb_reports.errors import DraftError
from cthb_reports.findings import Severity
from cthb_reports.writers import docx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docx_judges import Soffice

OURS = docx.built_in()
BODY, STYLES, LINKS = "word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"


@functools.cache
def python_docx_default() -> bytes:
    file = io.BytesIO()
    python_docx.Document().save(file)
    return file.getvalue()


def german() -> bytes:
    """Ours as a German Word would have saved it: other ids, the same names."""
    ids = {"BodyText": "Textkrper", "Heading1": "berschrift1", "ListNumber": "Listennummer", "ListBullet": "Aufzhlungszeichen", "Title": "Titel", "Strong": "Fett"}  # fmt: skip
    parts = members(OURS)
    for name in (STYLES, "word/numbering.xml"):
        text = parts[name].decode()
        for ours, theirs in ids.items():
            text = re.sub(f'(<w:(?!name)[^>]*"){ours}"', rf'\g<1>{theirs}"', text)
        parts[name] = text.replace('w:val="en-GB"', 'w:val="de-AT"').encode()
    return packed(parts)


def without(kind: str) -> bytes:
    """Ours without one of its parts."""
    parts = {name: content for name, content in members(OURS).items() if name != f"word/{kind}.xml"}
    parts[LINKS] = re.sub(rf'<Relationship [^>]*Target="{kind}.xml"/>'.encode(), b"", parts[LINKS])
    types = "[Content_Types].xml"
    parts[types] = re.sub(rf'<Override PartName="/word/{kind}.xml"[^>]*/>'.encode(), b"", parts[types])
    return packed(parts)


def used_before() -> bytes:
    """A draft with line numbers, a watermark, notes and links, taken for a letterhead."""
    return docx.write(rich(), options=docx.DocxOptions(line_numbers=True, watermark="OLD")).content


def with_old_separators() -> bytes:
    """Ours with the ids of separators that old versions of Word and LibreOffice give."""
    content = OURS
    for name in ("word/footnotes.xml", "word/settings.xml"):
        content = changed(content, name, 'w:id="0"', 'w:id="1"')
        content = changed(content, name, 'w:id="-1"', 'w:id="0"')
    return content


def with_single_lists() -> bytes:
    """Ours with lists of one level each, as the template of Word has them, one style without any, and no bullets."""
    level = '<w:abstractNum w:abstractNumId="{0}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
    head = f'<w:numbering xmlns:w="{W[1:-1]}">'
    nums = '<w:num w:numId="{0}"><w:abstractNumId w:val="{0}"/></w:num>'
    numbering = (
        f"{head}{''.join(level.format(n) for n in (4, 5))}{''.join(nums.format(n) for n in (4, 5))}</w:numbering>"
    )
    parts = members(OURS)
    styles = etree.fromstring(parts[STYLES])
    for style, number in {"ListNumber": "4", "ListNumber2": "5"}.items():
        properties = styles.find(f"{W}style[@{W}styleId='{style}']/{W}pPr/{W}numPr")
        properties[:] = [etree.Element(f"{W}numId", {f"{W}val": number})]
    third = styles.find(f"{W}style[@{W}styleId='ListNumber3']/{W}pPr")
    third.remove(third.find(f"{W}numPr"))
    for style in ("ListBullet", "ListBullet2", "ListBullet3"):
        styles.remove(styles.find(f"{W}style[@{W}styleId='{style}']"))
    return packed({**parts, STYLES: etree.tostring(styles), "word/numbering.xml": numbering.encode()})


def with_styles_of_other_types() -> bytes:
    """Ours, in which an office uses the names of ours for something else."""
    content = changed(OURS, STYLES, '<w:style w:type="character" w:customStyle="1" w:styleId="Code">', '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Code">')  # fmt: skip
    return changed(content, STYLES, '<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>\n    <w:rPr><w:rFonts', '<w:basedOn w:val="Normal"/><w:qFormat/>\n    <w:rPr><w:rFonts')  # fmt: skip


def template() -> bytes:
    """Ours as a Word template."""
    return changed(OURS, "[Content_Types].xml", "document.main+xml", "template.main+xml")


def bare() -> bytes:
    """Ours with the least that Word would open: no language, no style to begin with, nothing in settings and notes."""
    content = OURS
    for name, old, new in (
        (STYLES, '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>', ""),
        (STYLES, '<w:name w:val="Default Paragraph Font"/>', '<w:name w:val="Schrift"/>'),
        (STYLES, '<w:name w:val="Hyperlink"/>', '<w:name w:val="Verweis"/>'),
    ):
        content = changed(content, name, old, new)
    empty = {name: f'<w:{name} xmlns:w="{W[1:-1]}"/>'.encode() for name in ("settings", "footnotes")}
    return packed({**members(content), **{f"word/{name}.xml": xml for name, xml in empty.items()}})


LETTERHEADS: dict[str, Callable[[], bytes]] = {
    "that of python-docx": python_docx_default,
    "a German one": german,
    "without numbering": lambda: without("numbering"),
    "without notes": lambda: without("footnotes"),
    "without settings": lambda: without("settings"),
    "without styles": lambda: without("styles"),
    "without fonts": lambda: without("fontTable"),
    "a draft of ours": used_before,
    "with old separators": with_old_separators,
    "with lists of one level": with_single_lists,
    "with styles of other types": with_styles_of_other_types,
    "a template": template,
    "a bare one": bare,
}


@pytest.mark.parametrize("name", LETTERHEADS)
def test_every_letterhead_gives_a_valid_draft_with_every_word(
    name: str, sdk: Callable[[bytes], list[str]], audit: Callable[[bytes], list[str]]
) -> None:
    content = docx.write(rich(), letterhead=LETTERHEADS[name]()).content

    assert first_difference(lines(content), document_lines(rich())) is None
    assert docx_lint.problems(content) == []
    assert (sdk(content), audit(content)) == ([], [])
    assert docx.was_edited(content) is False


def test_a_letterhead_saved_by_libreoffice_gives_a_draft_with_every_word(
    soffice: Soffice, audit: Callable[[bytes], list[str]]
) -> None:
    letterhead = soffice.convert({"ours": OURS}, "docx")["ours"]

    written = docx.write(rich(), letterhead=letterhead)

    assert first_difference(lines(written.content), document_lines(rich())) is None
    assert docx_lint.problems(written.content) == []
    assert set(audit(written.content)) <= set(audit(letterhead))
    assert sum("core-properties" in entry for entry in _relations(written.content)) == 1


def _relations(content: bytes) -> list[str]:
    return [relation.get("Type") for relation in part(content, "_rels/.rels")]


def test_styles_are_found_by_name_whatever_their_ids() -> None:
    written = docx.write(rich(), letterhead=german())

    styles = {style_of(paragraph) for paragraph in part(written.content, BODY).iter(f"{W}p")}
    assert {"Textkrper", "berschrift1", "Listennummer"} <= styles
    assert written.findings == ()


def test_the_draft_is_in_its_own_language_on_a_letterhead_in_another() -> None:
    content = docx.write(rich(), letterhead=german()).content

    assert {element.get(f"{W}val") for element in part(content, STYLES).iter(f"{W}lang")} == {"en-GB"}


def test_our_own_letterhead_lacks_nothing() -> None:
    assert docx.write(rich()).findings == ()


def test_our_own_letterhead_shows_every_style_that_a_draft_uses(soffice: Soffice) -> None:
    drafted = part(docx.write(rich()).content, BODY)
    used = {element.get(f"{W}val") for tag in ("pStyle", "rStyle", "tblStyle") for element in drafted.iter(f"{W}{tag}")}

    shown = part(OURS, BODY)
    styles = {element.get(f"{W}val") for tag in ("pStyle", "rStyle", "tblStyle") for element in shown.iter(f"{W}{tag}")}
    assert used - styles == {"FootnoteReference"}
    assert "Place and Date" in soffice.texts({"ours": OURS})["ours"]


def test_a_missing_style_is_taken_from_ours_and_reported_once_it_is_used() -> None:
    short = Document((Styled((Paragraph((Text("Ana"),)), Paragraph((Text("Ben"),))), "Author"),))

    written = docx.write(short, letterhead=python_docx_default())

    (finding,) = written.findings
    assert (finding.code, finding.name, finding.severity) == ("W101", "style-missing", Severity.WARNING)
    assert finding.message == "the letterhead has no style 'author'"
    assert "add a style of that name" in (finding.hint or "")


def test_a_style_that_only_a_template_knows_is_made_and_reported() -> None:
    document = Document(
        (Styled((Paragraph((Text("x"),)),), "Ehrung & Dank"), Styled((Paragraph((Text("y"),)),), "ehrung dank"))
    )

    written = docx.write(document)

    assert [finding.message for finding in written.findings] == [
        "the letterhead has no style 'Ehrung & Dank'",
        "the letterhead has no style 'ehrung dank'",
    ]
    assert docx_lint.problems(written.content) == []


def test_bullets_of_a_letterhead_without_such_a_style_have_our_dots() -> None:
    document = Document((BulletList(((Paragraph((Text("x"),)),),)),))

    content = docx.write(document, letterhead=with_single_lists()).content

    style = part(content, STYLES).find(f"{W}style[@{W}styleId='ListBullet']/{W}pPr/{W}numPr/{W}numId")
    numbering = part(content, "word/numbering.xml")
    abstract = numbering.find(f"{W}num[@{W}numId='{style.get(f'{W}val')}']/{W}abstractNumId").get(f"{W}val")
    dot = numbering.find(f"{W}abstractNum[@{W}abstractNumId='{abstract}']/{W}lvl/{W}lvlText")
    assert dot.get(f"{W}val") == "•"


def test_nothing_of_the_text_of_a_letterhead_is_left() -> None:
    content = docx.write(Document((Paragraph((Text("alone"),)),)), letterhead=used_before()).content

    assert lines(content) == ["alone"]
    assert not any(b"osce.org" in member for member in members(content).values())


def test_comments_pictures_and_thumbnail_of_a_letterhead_stay_behind() -> None:
    parts = members(OURS)
    parts["word/comments.xml"] = f'<w:comments xmlns:w="{W[1:-1]}"/>'.encode()
    parts["docProps/thumbnail.jpeg"] = b"picture"
    parts["word/media/plan.png"] = b"picture"
    pictures = b'<Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", pictures + b"</Types>")
    relation = '<Relationship Id="{}" Type="' + R[1:-1] + '/{}" Target="{}"/></Relationships>'
    more = relation.format("rId90", "comments", "comments.xml").replace("</Relationships>", "")
    more += relation.format("rId91", "image", "media/plan.png")
    parts[LINKS] = parts[LINKS].replace(b"</Relationships>", more.encode())
    thumbnail = relation.format("rId92", "metadata/thumbnail", "docProps/thumbnail.jpeg")
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"</Relationships>", thumbnail.encode())

    found = members(docx.write(rich(), letterhead=packed(parts)).content)

    assert {"word/comments.xml", "docProps/thumbnail.jpeg", "word/media/plan.png"} & set(found) == set()


def test_the_width_of_tables_is_that_of_the_text_on_the_page() -> None:
    narrow = changed(OURS, BODY, 'w:left="1417"', 'w:left="3417"')

    table = part(docx.write(rich(), letterhead=narrow).content, BODY).find(f".//{W}tblW")
    assert table.get(f"{W}w") == str(11906 - 1417 - 3417)


def test_a_page_without_a_size_is_taken_for_a4() -> None:
    bare = changed(OURS, BODY, '<w:pgSz w:w="11906" w:h="16838"/>', "")

    table = part(docx.write(rich(), letterhead=bare).content, BODY).find(f".//{W}tblW")
    assert table.get(f"{W}w") == "9072"


BAD = {
    "text": (b"Dear colleague", "no Word document; save it as .docx"),
    "nothing": (b"", "no Word document"),
    "an archive of something else": (packed({"a.txt": b"x"}), "no Word document"),
    "half a file": (OURS[: len(OURS) // 2], "no Word document"),
    "a workbook": (
        changed(OURS, "[Content_Types].xml", "wordprocessingml.document.main", "spreadsheetml.sheet.main"),
        "no Word document",
    ),
    "a package without a document": (changed(OURS, "_rels/.rels", "word/document.xml", "word/none.xml"), "damaged"),
    "a package of nothing": (changed(OURS, "_rels/.rels", '/officeDocument"', '/nothing"'), "no Word document"),
    "broken content types": (changed(OURS, "[Content_Types].xml", "</Types>", ""), "damaged"),
    "encrypted": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "encrypted, or in the format of Word 97"),
    "with macros": (packed({**members(OURS), "word/vbaProject.bin": b"x"}), "holds macros"),
    "of the type with macros": (
        changed(OURS, "[Content_Types].xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml"),
        "holds macros",
    ),
    "strict": (
        changed(OURS, "_rels/.rels", "http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument"),
        "Strict Open XML",
    ),
    "without a section": (
        packed({**members(OURS), BODY: f'<w:document xmlns:w="{W[1:-1]}"><w:body><w:p/></w:body></w:document>'.encode()}),
        "no page set-up",
    ),
    "without a body": (packed({**members(OURS), BODY: f'<w:document xmlns:w="{W[1:-1]}"/>'.encode()}), "no page set-up"),
    "with a broken text": (changed(OURS, BODY, "</w:body>", ""), "damaged"),
    "with a relationship to nothing": (
        changed(OURS, LINKS, "</Relationships>", '<Relationship Id="rId99" Type="x/image" Target="NULL"/></Relationships>'),
        "damaged",
    ),
    "with relationships of another kind": (
        packed({**members(OURS), "_rels/.rels": b"<officeDocument/>"}),
        "damaged",
    ),
    "with entities": (
        changed(OURS, STYLES, "<w:styles", '<!DOCTYPE w:styles [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:styles'),
        "word/styles.xml of the letterhead has a document type",
    ),
    "with entities in UTF-16": (
        packed({**members(OURS), "word/footer1.xml": '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a []><a/>'.encode("utf-16")}),
        "word/footer1.xml of the letterhead has a document type",
    ),
    "with a broken style": (changed(OURS, STYLES, "</w:styles>", ""), "damaged"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_letterhead_is_refused_with_what_to_do(name: str) -> None:
    content, reason = BAD[name]

    with pytest.raises(DraftError, match=re.escape(reason)):
        docx.write(rich(), letterhead=content)


def test_an_entity_that_would_read_a_file_is_never_opened(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    outside = f'<!DOCTYPE w:ftr SYSTEM "{(tmp_path / "secret").as_uri()}"><w:ftr'

    with pytest.raises(DraftError, match="document type"):
        docx.write(rich(), letterhead=changed(OURS, "word/footer1.xml", "<w:ftr", outside))


@settings(max_examples=60, deadline=None)
@example("[Content_Types].xml", 2882, 1)  # an attribute less
@given(st.sampled_from(sorted(members(OURS))), st.integers(0, 10_000), st.integers(1, 40))
def test_a_letterhead_that_lost_some_letters_gives_a_draft_or_a_clear_refusal(name: str, at: int, count: int) -> None:
    parts = members(OURS)
    at %= len(parts[name])
    damaged = packed({**parts, name: parts[name][:at] + parts[name][at + count :]})

    try:
        written = docx.write(SHORT, letterhead=damaged)
    except DraftError as error:
        assert "letterhead" in str(error)  # noqa: PT017 -- both ends are right
    else:
        assert lines(written.content) == ["alone"]


SHORT = Document((Paragraph((Text("alone"),)),))


def test_a_letterhead_that_unpacks_without_end_is_refused() -> None:
    with pytest.raises(DraftError, match="more than 100 MB"):
        docx.write(rich(), letterhead=packed({**members(OURS), "word/media/plan.bmp": bytes(101 * 2**20)}))
