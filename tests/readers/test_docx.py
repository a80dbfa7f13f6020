"""Word files of others: what is read is what a reader sees once all changes are accepted, and what is mended is tracked."""

from __future__ import annotations

import pytest
from docx_parts import members
from lxml import etree
from small_reports import WORKSHOP, report_with
from word_files import BULLETS, ITEM, gone, ins, p, r, word_file

from cthb_reports import draft
from cthb_reports.document import BulletList, Heading, Paragraph, Quote, Table, plain_text
from cthb_reports.readers import READERS, Edit, Reading

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read(content: bytes) -> Reading:
    return READERS[".docx"](content, "a.docx")


def texts(content: bytes) -> list[str]:
    return [line.text for line in read(content).lines]


# --- what is read


def test_insertions_that_are_tracked_count_and_deletions_do_not() -> None:
    content = word_file(p("The ", gone("old "), ins("new "), "Office"))

    assert texts(content) == ["The new Office"]


def test_words_that_were_moved_stand_where_they_were_moved_to() -> None:
    moved = f'<w:moveFrom w:id="1" w:author="Ana">{r("Office ")}</w:moveFrom>'
    here = f'<w:moveTo w:id="2" w:author="Ana">{r(" Office")}</w:moveTo>'

    assert texts(word_file(p("The ", moved, "new", here))) == ["The new Office"]


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    ended = '<w:rPr><w:del w:id="1" w:author="Ana"/></w:rPr>'

    assert texts(word_file(p("One", settings=ended), p("two"), p("Three"))) == ["One two", "Three"]


def test_tabs_and_line_breaks_are_spaces_and_hyphens_that_do_not_break_are_hyphens() -> None:
    assert texts(word_file(p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/></w:r>"))) == [
        "a b c\u2011"
    ]


def test_headings_lists_quotations_and_tables_are_told_apart() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>'
    )
    table = f"<w:tbl><w:tr><w:tc>{p('one')}{p('two')}</w:tc><w:tc>{p('three')}</w:tc></w:tr></w:tbl>"
    content = word_file(
        p("Head", settings='<w:pStyle w:val="berschrift1"/>'),
        p("Text"),
        p("Item", settings=ITEM),
        p("Item", settings=ITEM),
        p("Said", settings='<w:pStyle w:val="Zitat"/>'),
        table,
        parts={"styles": styles, "numbering": BULLETS},
    )

    document = read(content).document
    assert [type(block) for block in document.blocks] == [Heading, Paragraph, BulletList, Quote, Table]
    assert plain_text(document).splitlines()[-2:] == ["one two", "three"]


def test_notes_heads_and_feet_of_pages_are_read_and_named() -> None:
    note = (
        f'<w:footnote w:id="0" w:type="separator">{p("x")}</w:footnote><w:footnote w:id="2">{p("A note")}</w:footnote>'
    )
    content = word_file(p("Text"), parts={"footnotes": note, "header": p("Above"), "footer": p("Below")})

    reading = read(content)
    assert {line.text: str(reading.file.locate(*line.span(0, 1))) for line in reading.lines} == {
        "Text": "a.docx: paragraph 1",
        "A note": "a.docx: footnote 1, paragraph 1",
        "Above": "a.docx: header 1, paragraph 1",
        "Below": "a.docx: footer 1, paragraph 1",
    }


def test_a_text_box_is_read_once_though_word_writes_it_twice() -> None:
    box = f"<w:txbxContent>{p('Boxed')}</w:txbxContent>"
    twice = f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"

    assert texts(word_file(p("Text", twice))) == ["Text", "Boxed"]


def test_the_place_of_words_is_their_paragraph_with_the_words_around() -> None:
    reading = read(word_file(p(""), p("The first of many words that stand before, then here they are, and more")))

    (line,) = reading.lines
    place = reading.file.locate(*line.span(line.text.index("here"), line.text.index("here") + 4))
    assert (place.paragraph, place.column, place.end_column) == (2, 49, 53)
    assert place.around == "… of many words that stand before, then [here] they are, and more"


# --- what is mended


def mended(content: bytes, old: str, new: str) -> bytes:
    reading = read(content)
    edits = [
        Edit(*line.span(start, start + len(old)), old, new)
        for line in reading.lines
        if (start := line.text.find(old)) >= 0
    ]
    return reading.file.edited(edits)


def accepted(content: bytes) -> list[str]:
    return texts(content)


def rejected(content: bytes) -> list[str]:
    """Return what stands in the file once every change of ours is rejected."""
    root = etree.fromstring(members(content)["word/document.xml"])
    for change in list(root.iter(f"{W}ins")):
        if change.get(f"{W}author") == "cthb-reports":
            change.getparent().remove(change)
    return [
        "".join(node.text or "" for node in paragraph.iter(f"{W}t", f"{W}delText")) for paragraph in root.iter(f"{W}p")
    ]


@pytest.mark.parametrize(
    "runs",
    [
        ("The cooperation of all",),
        ("The coop", "eration of all"),
        (r("The ", "<w:b/>"), r("co", "<w:b/>"), r("operation", "<w:i/>"), " of all"),
        ("The cooperation", " of all"),
        ("The ", "cooperation", " of all"),
        ("<w:r><w:tab/><w:t>The </w:t><w:t>cooperation</w:t><w:t> of</w:t><w:t> all</w:t></w:r>",),
        ("The ", ins("cooperation"), " of all"),
        (f'<w:hyperlink w:anchor="x">{r("The cooperation")}</w:hyperlink>', " of all"),
    ],
)
def test_a_change_reads_new_when_accepted_and_old_when_rejected(runs: tuple[str, ...]) -> None:
    content = word_file(p(*runs), p("Other"))

    changed = mended(content, "cooperation", "co-operation")

    assert accepted(changed) == ["The co-operation of all", "Other"]
    assert rejected(changed)[0] == "The cooperation of all"


def test_a_change_has_an_author_and_a_number_of_its_own_and_no_date() -> None:
    changed = mended(word_file(p("The ", ins("new "), "cooperation")), "cooperation", "co-operation")

    root = etree.fromstring(members(changed)["word/document.xml"])
    ours = [change for change in root.iter(f"{W}ins", f"{W}del") if change.get(f"{W}author") == "cthb-reports"]
    numbers = [change.get(f"{W}id") for change in root.iter(f"{W}ins", f"{W}del")]
    assert [sorted(etree.QName(name).localname for name in change.keys()) for change in ours] == [["author", "id"]] * 2  # noqa: SIM118
    assert len(set(numbers)) == len(numbers) == 3


def test_what_replaces_words_looks_as_they_did() -> None:
    changed = mended(word_file(p("The ", r("cooperation", "<w:b/>"))), "cooperation", "co-operation")

    root = etree.fromstring(members(changed)["word/document.xml"])
    (inserted,) = root.iter(f"{W}ins")
    assert inserted.find(f"{W}r/{W}rPr/{W}b") is not None


def test_two_changes_in_one_run_leave_the_rest_as_it_was() -> None:
    reading = read(word_file(p("aa bb cc bb dd")))
    edits = [Edit(3, 5, "bb", "B"), Edit(9, 11, "bb", "BBB")]

    changed = reading.file.edited(edits)

    assert accepted(changed) == ["aa B cc BBB dd"]
    assert rejected(changed) == ["aa bb cc bb dd"]


def test_parts_that_hold_no_text_are_left_byte_by_byte() -> None:
    content = word_file(p("cooperation"), more={"word/media/image1.png": b"\x89PNG picture"})

    changed = mended(content, "cooperation", "co-operation")

    before, after = members(content), members(changed)
    assert list(before) == list(after)
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}


def test_a_draft_of_ours_stays_valid_when_it_is_mended(audit) -> None:
    content = draft(report_with(activities=[WORKSHOP]), ".docx").content
    changed = mended(content, "Recruitment", "Hiring")

    assert changed != content
    assert audit(changed) == []
