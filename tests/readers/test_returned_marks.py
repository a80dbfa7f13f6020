"""Our marks and controls are found around the words that they stood around, whatever programs have made of them."""

from __future__ import annotations

import pytest
from word_edits import control, mark, name_of, tracked
from word_files import p, r, word_file

from cthb_reports import draft, load
from cthb_reports.errors import SourceError
from cthb_reports.readers.docx.returned import Returned, read_returned

ONE, TWO = name_of(1), name_of(2)


def read(*blocks: str, accept: bool = True) -> Returned:
    return read_returned(word_file(*blocks), "a.docx", accept=accept)


def held(found: Returned, name: str) -> list[str]:
    """Return what a mark stands around, by paragraphs."""
    texts = ["".join(sign.character for sign in one.signs if name in sign.marks) for one in found.paragraphs]
    return [text for text in texts if text]


def controlled(found: Returned, name: str) -> str:
    return "".join(sign.character for one in found.paragraphs for sign in one.signs if sign.control == name)


def lost(found: Returned) -> dict[str, set[str]]:
    return {one.text: set(one.collapsed) for one in found.paragraphs if one.collapsed}


def start(number: int, name: str, key: int) -> str:
    return f'<w:bookmarkStart w:id="{key}" w:name="{name}"/>'


def end(key: int) -> str:
    return f'<w:bookmarkEnd w:id="{key}"/>'


# --- bookmarks


def test_marks_may_stand_in_one_another() -> None:
    found = read(p("a", mark(1, "b", mark(2, "c"), "d"), "e"))

    assert (held(found, ONE), held(found, TWO)) == (["bcd"], ["c"])
    assert found.has_bookmarks
    assert not found.has_controls


def test_marks_may_cross() -> None:
    found = read(p(start(1, ONE, 1), "a", start(2, TWO, 2), "b", end(1), "c", end(2), "d"))

    assert (held(found, ONE), held(found, TWO)) == (["ab"], ["bc"])


def test_a_mark_goes_on_over_paragraphs_cells_and_what_stands_between_them() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('b')}</w:tc><w:tc>{p('c', end(1), 'd')}</w:tc></w:tr></w:tbl>"

    assert held(read(p("x"), start(1, ONE, 1), p("a"), table, p("e")), ONE) == ["a", "b", "c"]


def test_a_mark_that_libreoffice_begins_anew_in_its_last_paragraph_is_one() -> None:
    found = read(p("x", start(1, ONE, 213), "a"), p("b"), p(start(1, ONE, 216), "c", end(213), "d"))
    other = read(p("x", start(1, ONE, 213), "a"), p("b"), p(start(1, ONE, 216), "c", end(216), "d"))

    assert held(found, ONE) == held(other, ONE) == ["a", "b", "c"]


@pytest.mark.parametrize("suffix", ["", "1", "_1", "_copy"])
def test_a_copy_is_the_mark_once_more_and_what_is_between_is_not(suffix: str) -> None:
    found = read(p(mark(1, "a"), " and ", mark(1, "b", name=ONE + suffix, key=7)))

    assert held(found, ONE) == ["ab"]


def test_ids_are_what_the_program_made_of_them() -> None:
    assert held(read(p(mark(1, "a", key=0)), p(mark(2, "b", key=0))), TWO) == ["b"]


@pytest.mark.parametrize(
    "runs",
    [
        ("a", start(1, ONE, 1), "b"),
        ("a", end(1), "b"),
        (end(1), "a", start(1, ONE, 1)),
        ("a", mark(1, "b", name="_GoBack"), mark(2, "c", name="cthb_00000001"), mark(3, "d", name="_cthb_0000000g")),
    ],
)
def test_half_a_mark_and_the_marks_of_others_are_none(runs: tuple[str, ...]) -> None:
    found = read(p(*runs))

    assert {sign.marks for sign in found.paragraphs[0].signs} == {frozenset()}
    assert lost(found) == {}


def test_half_a_mark_still_shows_that_the_draft_was_one_of_ours() -> None:
    assert read(p(start(1, ONE, 1), "a")).has_bookmarks
    assert not read(p(mark(1, "a", name="_GoBack"))).has_bookmarks


# --- what was deleted


def test_a_mark_whose_words_are_deleted_is_told_where_it_stood() -> None:
    blocks = (p("x", mark(1, tracked("del", "gone")), "y"), p("z"))

    assert lost(read(*blocks)) == {"xy": {ONE}}
    assert held(read(*blocks, accept=False), ONE) == ["gone"]


def test_a_mark_with_nothing_in_it_is_told_where_it_stands_between_paragraphs_too() -> None:
    assert lost(read(p("a"), mark(1), p("b"))) == {"b": {ONE}}
    assert lost(read(p("a"), mark(1))) == {"a": {ONE}}
    assert lost(read(mark(1))) == {}


def test_a_mark_within_what_is_deleted_does_not_count_and_one_that_ends_there_does() -> None:
    within = read(p("x", tracked("del", mark(1, "gone")), "y"))
    half = read(p(start(1, ONE, 1), "a", tracked("del", r("b"), end(1), r("c")), "d"))
    over = read(p(tracked("del", start(1, ONE, 1)), "a", tracked("del", end(1)), "d"))

    assert (held(within, ONE), lost(within), within.has_bookmarks) == ([], {}, True)
    assert held(half, ONE) == ["a"]
    assert held(over, ONE) == ["a"]


def test_a_mark_that_is_moved_goes_with_its_words() -> None:
    moved = p("x", tracked("moveFrom", mark(1, "words")), "y"), p(tracked("moveTo", mark(1, "words", key=9)))

    assert held(read(*moved), ONE) == ["words"]
    assert [sign.marks for sign in read(*moved).paragraphs[1].signs] == [frozenset({ONE})] * 5
    assert [sign.marks for sign in read(*moved, accept=False).paragraphs[0].signs][1:6] == [frozenset({ONE})] * 5
    assert lost(read(*moved)) == {}


def test_a_mark_in_a_row_that_is_deleted_does_not_count() -> None:
    row = '<w:tr><w:trPr><w:del w:id="1" w:author="Ana"/></w:trPr><w:tc>{}</w:tc></w:tr>'
    table = f"<w:tbl>{row.format(p(mark(1, 'a')))}<w:tr><w:tc>{p('b')}</w:tc></w:tr></w:tbl>"

    found = read(table, p("c"))

    assert [one.text for one in found.paragraphs] == ["b", "c"]
    assert [one.number for one in found.paragraphs] == [2, 3]
    assert (held(found, ONE), lost(found)) == ([], {})
    assert held(read(table, p("c"), accept=False), ONE) == ["a"]


# --- controls


def test_a_control_is_known_by_its_tag() -> None:
    found = read(p("a", mark(1, control(1, "b", r("c", "<w:b/>"))), control(2, "d"), "e"))

    assert (controlled(found, ONE), controlled(found, TWO)) == ("bc", "d")
    assert held(found, ONE) == ["bc"]
    assert found.has_controls


def test_the_innermost_control_of_ours_counts() -> None:
    foreign = f'<w:sdt><w:sdtPr><w:tag w:val="theirs"/></w:sdtPr><w:sdtContent>{r("c")}</w:sdtContent></w:sdt>'

    found = read(p(control(1, "a", control(2, "b"), foreign, "d")))

    assert (controlled(found, ONE), controlled(found, TWO)) == ("acd", "b")


def test_a_control_that_was_copied_is_told_at_both_places() -> None:
    found = read(p(control(1, "a"), " and ", control(1, "b")))

    assert [(sign.character, sign.control) for sign in found.paragraphs[0].signs][::6] == [("a", ONE), ("b", ONE)]


def test_a_control_that_shows_what_to_type_is_empty() -> None:
    found = read(p("a", mark(1, control(1, "Click here to type", settings="<w:showingPlcHdr/>")), "b"))

    assert lost(found) == {"ab": {ONE}}
    assert found.has_controls


def test_a_control_that_is_empty_is_told_without_a_mark_around_it_unless_a_copy_is_not() -> None:
    assert lost(read(p("a", control(1)))) == {"a": {ONE}}
    assert lost(read(p("a", control(1)), p(control(1, "b")))) == {}


def test_a_control_that_is_deleted_does_not_count() -> None:
    found = read(p("a", tracked("del", control(1, "b"))))

    assert (found.paragraphs[0].text, controlled(found, ONE), found.has_controls, lost(found)) == ("a", "", False, {})


def test_a_control_around_paragraphs_is_looked_through() -> None:
    found = read(control(1, p("a"), p("b")), p("c"))

    assert [one.text for one in found.paragraphs] == ["a", "b", "c"]
    assert controlled(found, ONE) == "ab"


# --- limits


def test_more_marks_than_any_draft_has_are_refused() -> None:
    many = "".join(mark(number) for number in range(20_001))
    deep = "".join(start(number, name_of(number), number) for number in range(300))
    closed = "".join(end(number) for number in range(300))

    for content in (p(many, "a"), p(deep, "a", closed)):
        with pytest.raises(SourceError, match="more bookmarks of ours than any draft"):
            read(content)


# --- other programs


def around(found: Returned) -> list[tuple[str, tuple[tuple[str, frozenset[str]], ...]]]:
    """Return the paragraphs of the body with the marks around each character."""
    return [
        (one.text, tuple((sign.character, sign.marks) for sign in one.signs))
        for one in found.paragraphs
        if one.part == "body"
    ]


def test_libreoffice_leaves_the_words_and_the_marks_of_a_draft_as_they_were(soffice) -> None:
    content = draft(load("examples/2017"), ".docx").content

    saved = soffice.convert({"draft": content}, "docx:MS Word 2007 XML")["draft"]

    before, after = read_returned(content, "draft.docx"), read_returned(saved, "draft.docx")
    assert len(before.paragraphs) > 80
    assert around(after) == around(before)
    assert [one.collapsed for one in after.paragraphs] == [one.collapsed for one in before.paragraphs]
    assert [(one.style, one.role) for one in after.paragraphs] == [(one.style, one.role) for one in before.paragraphs]
    assert _looks(after) == _looks(before)
    assert after.keepsake is not None
    assert b"digest" in after.keepsake


def _looks(found: Returned) -> list[list[tuple[bool, bool, bool, bool, str]]]:
    return [
        [(sign.bold, sign.italic, sign.raised, sign.code, sign.link) for sign in one.signs]
        for one in found.paragraphs
        if one.part == "body"
    ]


def test_libreoffice_leaves_the_words_in_a_control_as_they_were(soffice) -> None:
    content = word_file(p("It was held on ", mark(1, control(1, "9 June")), "."), p(mark(2, "Text")))

    saved = soffice.convert({"held": content}, "docx:MS Word 2007 XML")["held"]

    assert around(read_returned(saved, "held.docx")) == around(read_returned(content, "held.docx"))
