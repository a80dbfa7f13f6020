"""Comments are read with the words that they are made on."""

from __future__ import annotations

from word_edits import comment, commented, ended, tracked
from word_files import p, r, word_file

from cthb_reports.readers.docx.returned import Remark, Returned, read_returned


def read(*blocks: str, comments: str, extended: str = "") -> Returned:
    more = {"commentsExtended": extended} if extended else {}
    return read_returned(word_file(*blocks, parts={"comments": comments, **more}), "a.docx")


def placed(remark: Remark) -> tuple[int, int, int, str]:
    return remark.paragraph, remark.start, remark.end, remark.words


def test_a_comment_is_read_with_its_author_and_the_words_that_it_is_made_on() -> None:
    found = read(p("One"), p("It was ", commented(4, "held"), " in Vienna"), comments=comment(4, "When?", "See above."))

    assert found.remarks == (
        Remark("4", "Ana Petrovic", "AP", "2018-01-09T10:11:00Z", "When?\nSee above.", 1, 7, 11, "held"),
    )


def test_the_place_of_a_comment_is_counted_as_the_text_reads() -> None:
    found = read(
        p(tracked("del", "gone "), "It ", commented(4, tracked("ins", "was "), "held")), comments=comment(4, "?")
    )

    (remark,) = found.remarks
    assert placed(remark) == (0, 3, 11, "was held")
    assert found.paragraphs[0].text[3:11] == "was held"


def test_a_comment_on_several_paragraphs_is_told_at_the_first() -> None:
    first, last = commented(4, "|").split(r("|"))

    (remark,) = read(first, p("One"), p("two", last), comments=comment(4, "?")).remarks

    assert placed(remark) == (0, 0, 3, "One")


def test_a_comment_on_paragraphs_that_are_joined_is_told_of_both() -> None:
    first, last = commented(4, "|").split(r("|"))

    (remark,) = read(p("O", first, "ne", settings=ended("del")), p("two", last), comments=comment(4, "?")).remarks

    assert placed(remark) == (0, 1, 6, "netwo")


def test_a_comment_on_words_that_are_deleted_is_told_where_they_stood() -> None:
    one = read(p("a", commented(4, tracked("del", "b")), "c"), comments=comment(4, "?"))
    all_of_it = read(
        p("a"), p(commented(4, tracked("del", "b")), settings=ended("del")), p("c"), comments=comment(4, "?")
    )

    assert placed(one.remarks[0]) == (0, 1, 1, "")
    assert placed(all_of_it.remarks[0]) == (1, 0, 0, "")


def test_a_comment_in_what_is_deleted_is_still_told() -> None:
    found = read(p("a", tracked("del", commented(4, "b")), "c"), comments=comment(4, "?"))

    assert placed(found.remarks[0]) == (0, 1, 1, "")


def test_a_comment_without_a_place_is_told_all_the_same() -> None:
    assert placed(read(p("a"), comments=comment(4, "?")).remarks[0]) == (-1, 0, 0, "")


def test_a_comment_at_a_place_without_words_is_told_there() -> None:
    named = '<w:r><w:commentReference w:id="4"/></w:r>'

    assert placed(read(p("ab", named, "c"), comments=comment(4, "?")).remarks[0]) == (0, 2, 2, "")


def test_answers_name_the_comment_that_they_answer_and_what_is_done_is_told() -> None:
    comments = comment(4, "When?", "And where?") + comment(5, "In June.", author="Bo") + comment(6, "Other")
    extended = (
        '<w15:commentEx w15:paraId="00040001" w15:done="1"/>'
        '<w15:commentEx w15:paraId="00050000" w15:paraIdParent="00040001" w15:done="1"/>'
        '<w15:commentEx w15:paraId="00060000" w15:done="0"/>'
    )

    found = read(p(commented(4, commented(5, "a"))), comments=comments, extended=extended)

    assert [(one.id, one.author, one.reply_to, one.done) for one in found.remarks] == [
        ("4", "Ana Petrovic", None, True),
        ("5", "Bo", "4", True),
        ("6", "Ana Petrovic", None, False),
    ]


def test_our_own_comments_are_told_from_those_of_people() -> None:
    comments = comment(1, "C103", author="cthb-reports") + comment(2, "Why?")

    assert [one.ours for one in read(p("a"), comments=comments).remarks] == [True, False]


def test_what_a_comment_says_is_none_of_the_text() -> None:
    found = read(p("a"), comments=comment(1, "b"))

    assert [one.text for one in found.paragraphs] == ["a"]


def test_comments_survive_libreoffice(soffice) -> None:
    content = word_file(
        p("It was ", commented(4, "held"), " in Vienna"),
        p(commented(5, "Two")),
        parts={"comments": comment(4, "When?", "See above.") + comment(5, "!", author="cthb-reports")},
    )

    saved = soffice.convert({"commented": content}, "docx:MS Word 2007 XML")["commented"]

    assert [(one.author, one.text, placed(one), one.ours) for one in read_returned(saved, "a.docx").remarks] == [
        ("Ana Petrovic", "When?\nSee above.", (0, 7, 11, "held"), False),
        ("cthb-reports", "!", (1, 0, 3, "Two"), True),
    ]
