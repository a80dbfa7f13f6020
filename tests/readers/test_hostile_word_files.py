"""Word files that are better left closed: refused in a sentence, before they can do anything."""

from __future__ import annotations

import io
import tracemalloc
import zipfile

import pytest
from docx_parts import members
from hypothesis import given
from hypothesis import strategies as st
from word_files import p, packed, part, word_file

from cthb_reports.errors import SourceError
from cthb_reports.readers import READERS

GOOD = word_file(p("Text"))


def refusal(content: bytes) -> str:
    with pytest.raises(SourceError) as refused:
        READERS[".docx"](content, "a.docx")
    return str(refused.value)


def with_member(name: str, content: bytes) -> bytes:
    return packed({**members(GOOD), name: content})


def related(kind: str, target: str, *, outside: bool = False) -> bytes:
    """Return a file whose text relates to something."""
    name, mode = "word/_rels/document.xml.rels", ' TargetMode="External"' if outside else ""
    relation = f'<Relationship Id="rIdX" Type="http://x/{kind}" Target="{target}"{mode}/></Relationships>'
    return with_member(name, members(GOOD)[name].replace(b"</Relationships>", relation.encode()))


def bomb(name: str, size: int) -> bytes:
    """Return a file in which a member unpacks to many zeros."""
    file = io.BytesIO(GOOD)
    with (
        zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open(name, "w", force_zip64=True) as member,
    ):
        for _ in range(size // 2**20):
            member.write(b"\0" * 2**20)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "encrypted, or in the format of Word 97"),
        (b"no archive", "is no Word document"),
        (b"", "is no Word document"),
        (packed({"mimetype": b"application/vnd.oasis.opendocument.text"}), "is no Word document"),
        (GOOD[: len(GOOD) // 2], "is no Word document"),
        (with_member("word/vbaProject.bin", b"x"), "holds macros"),
        (with_member("word/embeddings/oleObject1.bin", b"x"), "holds an object of another program"),
        (with_member("word/document.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "has a document type"),
        (
            with_member("word/document.xml", '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'.encode("utf-16")),
            "document type",
        ),
        (with_member("word/document.xml", b"<w:document>"), "is damaged"),
        (with_member("word/document.xml", b"<a>" * 5000 + b"</a>" * 5000), "is damaged"),
        (with_member("_rels/.rels", b"http://purl.oclc.org/ooxml/officeDocument"), "Strict Open XML"),
        (
            with_member("[Content_Types].xml", b"application/vnd.ms-word.document.macroEnabled.main+xml"),
            "holds macros",
        ),
        (packed({f"{number}.xml": b"" for number in range(6000)} | members(GOOD)), "packed as no program packs"),
        (word_file(p("a" * 60_000)), "60,000 characters"),
        (with_member("../../home/ana/.profile", b"x"), "packed as no program packs"),
        (with_member("word/../../x", b"x"), "packed as no program packs"),
        (with_member("/etc/cron.d/x", b"x"), "packed as no program packs"),
        (with_member("C:/x", b"x"), "packed as no program packs"),
        (with_member("word\\x.xml", b"x"), "packed as no program packs"),
        (packed(members(GOOD), zipfile.ZIP_LZMA), "packed as no program packs"),
        (packed(members(GOOD), zipfile.ZIP_BZIP2), "packed as no program packs"),
        (b"PK" + b"\0" * (64 * 2**20), "is larger than 64 MB"),
        (with_member("word/document.xml", part("document", "<w:a/>" * 2_000_001)), "holds far more than any report"),
        (related("aFChunk", "chunk.html"), "holds the text of another file"),
        (related("subDocument", "file:///C:/part.docx", outside=True), "is a master document"),
        (related("oleObject", "file:///C:/sheet.xlsx", outside=True), "holds an object of another program"),
        (related("control", "activeX/activeX1.xml"), "holds a control of another program"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_is_none_or_means_ill_is_refused_by_name(content: bytes, words: str) -> None:
    said = refusal(content)

    assert said.startswith("a.docx: ")
    assert words in said


def test_a_file_that_would_fill_the_machine_is_refused_before_it_is_unpacked() -> None:
    assert "unpacks to more than 200 MB" in refusal(bomb("word/media/image1.png", 210 * 2**20))
    assert "larger than 16 MB" in refusal(
        packed({**members(GOOD), "word/document.xml": part("document", " " * (17 * 2**20))})
    )


def test_a_member_that_unpacks_to_more_than_it_says_is_damaged_and_takes_no_room() -> None:
    zeros = {"word/styles.xml": b"\0" * (60 * 2**20)}
    file = io.BytesIO(word_file(p("Text"), parts={"styles": ""}, more=zeros))
    with zipfile.ZipFile(file, "a") as archive:
        archive.getinfo("word/styles.xml").file_size = 100
        archive._didModify = True
    content = file.getvalue()

    tracemalloc.start()
    try:
        assert "is damaged" in refusal(content)
        assert tracemalloc.get_traced_memory()[1] < 20 * 2**20
    finally:
        tracemalloc.stop()


def test_two_members_that_share_their_bytes_are_refused() -> None:
    file = io.BytesIO(with_member("word/media/a.png", b"x" * 1000))
    with zipfile.ZipFile(file, "a") as archive:
        first, last = archive.filelist[0], archive.filelist[-1]
        last.header_offset = first.header_offset + 1
        archive._didModify = True

    assert "packed as no program packs" in refusal(file.getvalue())


def test_a_template_or_a_picture_elsewhere_is_nothing_to_fear_for_it_is_never_fetched() -> None:
    for kind in ("attachedTemplate", "image", "hyperlink"):
        content = related(kind, "https://example.org/x", outside=True)

        assert [line.text for line in READERS[".docx"](content, "a.docx").lines] == ["Text"]


def test_two_members_of_one_name_are_refused_for_nobody_knows_which_counts() -> None:
    file = io.BytesIO(GOOD)
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("word/document.xml", part("document", p("Other")))

    assert "packed as no program packs" in refusal(file.getvalue())


@given(st.integers(0, len(GOOD) - 1), st.integers(1, 255))
def test_a_file_with_any_byte_changed_is_read_or_refused(place: int, change: int) -> None:
    content = bytearray(GOOD)
    content[place] ^= change

    try:
        lines = READERS[".docx"](bytes(content), "a.docx").lines
    except SourceError:
        return
    assert all(len(line.text) == len(line.places) for line in lines)
