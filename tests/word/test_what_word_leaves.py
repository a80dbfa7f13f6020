"""Drafts as Word leaves them: runs cut anywhere, changes tracked, values copied, marks of other texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from brought_back import brought, paragraphs
from docx_parts import changed
from small_year import small_draft, small_year
from word_edits import BY, NOISE
from word_hand import without_controls, without_marks
from zip_edits import members

from cthb_reports.word.edits import Edit, Status

if TYPE_CHECKING:
    from collections.abc import Callable

DOCUMENT = "word/document.xml"


def with_text(old: str, new: str) -> bytes:
    """Return the draft with other WordprocessingML in it."""
    return changed(small_draft(), DOCUMENT, old, new)


def run(text: str, settings: str = "") -> str:
    return f'<w:r>{settings}<w:t xml:space="preserve">{text}</w:t></w:r>'


def run_of(words: str) -> str:
    """Return the run of the draft that holds some words and nothing else."""
    found = re.search(rf"<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t[^>]*>{re.escape(words)}</w:t></w:r>", xml())
    assert found is not None
    return found[0]


def xml() -> str:
    return members(small_draft())[DOCUMENT].decode()


def paragraph_of(words: str) -> str:
    """Return the paragraph of the draft that holds some words."""
    return next(one for one in re.findall(r"<w:p>.*?</w:p>", xml(), re.DOTALL) if words in one)


def inserted(runs: str) -> str:
    return f'<w:ins w:id="901" {BY}>{runs}</w:ins>'


def deleted(runs: str) -> str:
    return f'<w:del w:id="902" {BY}>{runs.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")}</w:del>'


@pytest.mark.parametrize("noise", NOISE)
def test_runs_that_word_has_cut_anywhere_are_no_edits(noise: str) -> None:
    cut = re.sub(
        r"<w:r>((?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)<w:t[^>]*>([^<]+?)([^<])</w:t></w:r>",
        lambda match: f"{run(match[2], match[1])}{noise}{run(match[3], match[1])}",
        xml(),
    )

    assert brought(with_text(xml(), cut)).edits == ()


@pytest.mark.parametrize(
    "replaced",
    [
        lambda old: deleted(old) + inserted(run("nearly 70")),
        lambda old: inserted(run("nearly 70")) + deleted(old),
        lambda old: inserted(run("nearly ")) + deleted(run("over 60")) + inserted(run("70")),
        lambda old: inserted(run("nearly 7") + deleted(run("1"))) + inserted(run("0")) + deleted(old),
    ],
)
@pytest.mark.parametrize("bare", [False, True], ids=["in a control", "in a bookmark"])
def test_a_tracked_change_of_a_value_reads_as_accepted_and_says_who_made_it(
    replaced: Callable[[str], str], *, bare: bool
) -> None:
    content = with_text(run_of("over 60"), replaced(run_of("over 60")))

    found = brought(without_controls(content) if bare else content)

    (edit,) = found.edits
    assert (edit.status, edit.new) == (Status.REVISED, "nearly 70")
    assert edit.who == ("Ana Petrovic, 2018-01-09",)
    assert found.got == found.wanted


def test_a_paragraph_that_was_pasted_twice_stands_twice_and_its_values_are_what_they_were() -> None:
    copied = paragraph_of("Geneva").replace('w:id="', 'w:id="9')

    found = brought(with_text(paragraph_of("Geneva"), paragraph_of("Geneva") + copied))

    assert found.got == found.wanted
    assert found.report.activities[0].attendance == small_year().activities[0].attendance


def test_a_value_that_is_two_in_two_copies_is_a_conflict() -> None:
    copied = paragraph_of("Geneva").replace('w:id="', 'w:id="9').replace("over 60", "70")
    first = paragraph_of("Geneva").replace("over 60", "80")

    found = brought(with_text(paragraph_of("Geneva"), first + copied))

    conflict = found.of("activities", 0, "attendance", "participants")
    assert conflict.status is Status.CONFLICT
    assert "'70'" in conflict.reason
    assert "'80'" in conflict.reason


def test_paragraphs_whose_end_was_deleted_in_tracked_changes_are_one() -> None:
    first = paragraph_of("We met")
    end = f'<w:rPr><w:del w:id="903" {BY}/></w:rPr></w:pPr>'
    joined = (
        first.replace("</w:pPr>", end, 1) if "</w:pPr>" in first else first.replace("<w:p>", f"<w:p><w:pPr>{end}", 1)
    )

    found = brought(with_text(first, joined))

    assert [edit.status for edit in found.edits] == [Status.REWORDED]
    assert found.got == found.wanted


def test_a_new_section_is_kept_whole_and_in_order() -> None:
    new = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(text)}</w:p>'
        for style, text in (("Heading1", "Staff"), ("BodyText", "Two came."), ("BodyText", "One left."))
    )

    found = brought(with_text("<w:sectPr", f"{new}<w:sectPr"))

    assert [(edit.status, edit.new) for edit in found.edits] == [
        (Status.NEW_TEXT, "Staff"),
        (Status.NEW_TEXT, "Two came."),
        (Status.NEW_TEXT, "One left."),
    ]


def test_a_draft_of_quite_other_words_is_read_in_good_time() -> None:
    new = "".join(f"<w:p>{run(f'something new that is number {number} of many')}</w:p>" for number in range(1500))
    content = changed(without_marks(small_draft()), DOCUMENT, "<w:sectPr", f"{new}<w:sectPr")

    assert _statuses(brought(content).edits) == {Status.NEW_TEXT: 1500}


def test_one_paragraph_of_very_many_words_is_read_in_good_time() -> None:
    found = brought(with_text("We met ", "We met " + "and met again " * 3000))

    assert _statuses(found.edits) == {Status.REWORDED: 1}
    assert found.wanted == paragraphs(with_text("We met ", "We met " + "and met again " * 3000))


def _statuses(edits: tuple[Edit, ...]) -> dict[Status, int]:
    found: dict[Status, int] = {}
    for edit in edits:
        found[edit.status] = found.get(edit.status, 0) + 1
    return found
