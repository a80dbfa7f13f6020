"""Tracked changes read as if all were accepted, or all rejected, and are told one by one."""

from __future__ import annotations

import pandoc_reader
from hypothesis import given, settings
from word_edits import AROUND, BY, Edited, edited, ended, tracked
from word_files import p, r, word_file

from cthb_reports.readers.docx.returned import Returned, Revision, read_returned


def read(*blocks: str, accept: bool = True) -> Returned:
    return read_returned(word_file(*blocks), "a.docx", accept=accept)


def texts(*blocks: str, accept: bool = True) -> list[str]:
    return [one.text for one in read(*blocks, accept=accept).paragraphs]


def both(*blocks: str) -> tuple[list[str], list[str]]:
    return texts(*blocks), texts(*blocks, accept=False)


# --- what reads


@given(edited())
def test_accepted_changes_give_the_new_text_and_rejected_ones_the_old(made: Edited) -> None:
    new, old = both(*made.xml, p("."))

    # A paragraph that is empty and whose end is gone is gone; so is one that the edit has just begun.
    assert (_said(new), _said(old)) == (_said([*made.new, "."]), _said([*made.old, "."]))


def _said(texts: list[str]) -> list[str]:
    return [text for text in texts if text]


@settings(max_examples=40, deadline=None)
@given(edited(AROUND[:3]))
def test_pandoc_reads_the_same_with_changes_accepted_and_rejected(made: Edited) -> None:
    content = word_file(*made.xml, p("."))
    for accept in (True, False):
        ours = [one.text for one in read_returned(content, "a.docx", accept=accept).paragraphs]
        way = "accept" if accept else "reject"

        theirs = pandoc_reader.read(content, "docx+styles", f"--track-changes={way}")

        # Where paragraphs are joined, pandoc has a space; Word has none.
        assert _without_spaces(theirs) == _without_spaces(ours)


def _without_spaces(lines: list[str]) -> list[str]:
    return [bare for line in lines if (bare := "".join(line.split()))]


def test_what_was_put_in_by_one_and_taken_out_by_another_reads_in_neither_way() -> None:
    assert both(p("a", tracked("ins", tracked("del", "b"), "c"))) == (["ac"], ["a"])


def test_what_was_moved_stands_at_one_place() -> None:
    begin = f'<w:moveFromRangeStart w:id="1" w:name="move1" {BY}/>'
    moved = p(begin, tracked("moveFrom", "b"), '<w:moveFromRangeEnd w:id="1"/>', settings=ended("moveFrom"))
    here = p(tracked("moveTo", "b"), settings=ended("moveTo"))

    assert both(p("a"), moved, p("c"), here, p("d")) == (["a", "c", "b", "d"], ["a", "b", "c", "d"])


def test_a_paragraph_whose_end_is_gone_goes_on_in_the_next_with_nothing_between() -> None:
    blocks = (p("One", settings=ended("del")), p("two", settings=ended("ins")), p("three"))

    assert both(*blocks) == (["Onetwo", "three"], ["One", "twothree"])
    assert [one.number for one in read(*blocks).paragraphs] == [1, 3]


def test_a_paragraph_of_which_nothing_is_left_is_gone_and_the_next_is_as_it_was() -> None:
    heading = '<w:pStyle w:val="Heading"/>'

    found = read(p("a"), p(tracked("del", "b"), settings=ended("del")), p("c", settings=heading)).paragraphs

    assert [(one.text, one.number, one.style) for one in found] == [("a", 1, ""), ("c", 3, "heading")]


def test_a_paragraph_does_not_go_on_in_a_table_or_out_of_a_cell() -> None:
    cell = f"<w:tc>{p('b', settings=ended('del'))}</w:tc>"
    table = f"<w:tbl><w:tr>{cell}<w:tc>{p('c')}</w:tc></w:tr></w:tbl>"

    assert texts(p("a", settings=ended("del")), table, p("d")) == ["a", "b", "c", "d"]


def test_paragraphs_that_are_joined_in_a_content_control_are_one() -> None:
    control = f"<w:sdt><w:sdtContent>{p('a', settings=ended('del'))}</w:sdtContent></w:sdt>"

    assert texts(control, p("b")) == ["ab"]


def test_rows_and_cells_that_were_put_in_or_taken_out_are_read_or_not() -> None:
    def row(text: str, kind: str) -> str:
        return f'<w:tr><w:trPr><w:{kind} w:id="1" {BY}/></w:trPr><w:tc>{p(text)}</w:tc></w:tr>'

    def cell(text: str, kind: str) -> str:
        return f'<w:tc><w:tcPr><w:{kind} w:id="1" {BY}/></w:tcPr>{p(text)}</w:tc>'

    last = f"<w:tr>{cell('c', 'cellIns')}{cell('d', 'cellDel')}<w:tc>{p('e')}</w:tc></w:tr>"
    table = f"<w:tbl>{row('a', 'ins')}{row('b', 'del')}{last}</w:tbl>"

    assert both(table, p("f")) == (["a", "c", "e", "f"], ["b", "d", "e", "f"])
    assert [one.kind for one in read(table, p("f")).revisions] == [
        "table row inserted",
        "table row deleted",
        "table cell inserted",
        "table cell deleted",
    ]


def test_formats_that_were_changed_are_as_they_were_when_rejected() -> None:
    run = r("a", f'<w:i/><w:rPrChange w:id="1" {BY}><w:rPr><w:b/></w:rPr></w:rPrChange>')
    style = f'<w:pStyle w:val="New"/><w:pPrChange w:id="2" {BY}><w:pPr><w:pStyle w:val="Old"/></w:pPr></w:pPrChange>'

    (new,), (old,) = (read(p(run, settings=style), accept=way).paragraphs for way in (True, False))

    assert (new.style, new.signs[0].bold, new.signs[0].italic) == ("new", False, True)
    assert (old.style, old.signs[0].bold, old.signs[0].italic) == ("old", True, False)


def test_the_end_of_a_paragraph_whose_format_was_changed_is_still_gone_when_rejected() -> None:
    settings = f'{ended("ins")}<w:pPrChange w:id="2" {BY}><w:pPr/></w:pPrChange>'

    assert texts(p("a", settings=settings), p("b"), accept=False) == ["ab"]


def test_of_a_field_that_is_deleted_the_code_is_no_text_either() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:delInstrText>PAGE</w:delInstrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("2")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )

    assert both(p("a", tracked("del", field))) == (["a"], ["a2"])


def test_a_note_whose_reference_is_deleted_is_gone_with_it() -> None:
    notes = {"footnotes": f'<w:footnote w:id="2">{p("Note")}</w:footnote>'}
    content = word_file(p("a", tracked("del", '<w:r><w:footnoteReference w:id="2"/></w:r>')), parts=notes)

    assert [one.text for one in read_returned(content, "a.docx").paragraphs] == ["a"]
    assert [one.text for one in read_returned(content, "a.docx", accept=False).paragraphs] == ["a\ufffc", "Note"]


def test_libreoffice_keeps_what_is_tracked(soffice) -> None:
    content = word_file(
        p("It was ", tracked("del", "held"), tracked("ins", r("organi"), r("zed", "<w:b/>")), " in Vienna."),
        p("One, ", settings=ended("del")),
        p("two."),
        p("Three. ", tracked("ins", "New. "), settings=ended("ins")),
        p("Four."),
    )

    saved = soffice.convert({"tracked": content}, "docx:MS Word 2007 XML")["tracked"]

    for accept in (True, False):
        before, after = (read_returned(one, "a.docx", accept=accept) for one in (content, saved))
        assert [one.text for one in after.paragraphs] == [one.text for one in before.paragraphs]
        assert {one.author for one in after.revisions} == {"Ana Petrovic"}


# --- what is told


def test_each_change_is_told_with_who_made_it_and_when() -> None:
    ana, when = "Ana Petrovic", "2018-01-09T10:11:00Z"
    formatted = r("e", f'<w:rPrChange w:id="1" {BY}><w:rPr/></w:rPrChange>')

    found = read(
        p("a"),
        p(tracked("ins", "b"), tracked("del", "c"), tracked("moveFrom", "d"), formatted, settings=ended("ins")),
        p(tracked("moveTo", "d")),
        '<w:sectPr><w:sectPrChange w:id="4" w:author="Bo"/></w:sectPr>',
    )

    assert found.revisions == (
        Revision("paragraph inserted", ana, when, "", 1),
        Revision("inserted", ana, when, "b", 1),
        Revision("deleted", ana, when, "c", 1),
        Revision("moved from", ana, when, "d", 1),
        Revision("formatted", ana, when, "e", 1),
        Revision("moved to", ana, when, "d", 2),
        Revision("page formatted", "Bo", "", "", 2),
    )


def test_each_character_knows_the_change_that_it_belongs_to() -> None:
    runs = (tracked("del", "a"), "b", tracked("ins", "c", tracked("del", "d")), tracked("moveTo", "e"))

    assert [(sign.character, sign.revision) for sign in read(p(*runs)).paragraphs[0].signs] == [
        ("b", -1),
        ("c", 1),
        ("e", 3),
    ]
    assert [(sign.character, sign.revision) for sign in read(p(*runs), accept=False).paragraphs[0].signs] == [
        ("a", 0),
        ("b", -1),
    ]


def test_a_change_that_took_out_all_of_a_paragraph_is_told_at_the_next() -> None:
    found = read(p("a"), p(tracked("del", "b"), settings=ended("del")), p("c"))

    assert [(one.kind, one.text, found.paragraphs[one.paragraph].text) for one in found.revisions] == [
        ("paragraph deleted", "", "c"),
        ("deleted", "b", "c"),
    ]


def test_of_a_long_change_the_beginning_is_told() -> None:
    (change,) = read(p(tracked("del", *["word "] * 1000))).revisions

    assert change.text == "word " * 100


def test_a_text_that_is_wholly_deleted_is_read_and_one_that_is_wholly_put_in() -> None:
    for kind, accept in (("del", True), ("ins", False)):
        found = read(p(tracked(kind, "a"), settings=ended(kind)), accept=accept)

        assert found.paragraphs == ()
        assert {one.paragraph for one in found.revisions} == {-1}
