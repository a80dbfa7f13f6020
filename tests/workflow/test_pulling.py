"""What people change in a draft, from the command's side: files in, files out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from zip_edits import members, packed, replaced

import cthb_reports
from cthb_reports.errors import DraftError, SourceError, UnknownNameError
from cthb_reports.word.edits import Status

EXAMPLES = Path(__file__).parents[2] / "examples"
BODY = "word/document.xml"


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """Return a copy of the records of 2018, of which many facts are still to come."""
    return Path(shutil.copytree(EXAMPLES / "2018", tmp_path / "records"))


def drafted(records: Path) -> bytes:
    target = records.parent / "draft.docx"
    cthb_reports.draft_files(records, [target], force=True)
    return target.read_bytes()


def came_back(records: Path, *changes: tuple[str, str], name: str = "back.docx") -> Path:
    """Return a draft that came back with some words changed."""
    content = drafted(records)
    for old, new in changes:
        content = replaced(content, BODY, old, new)
    path = records.parent / name
    path.write_bytes(content)
    return path


def texts(records: Path) -> dict[str, str]:
    return {str(path.relative_to(records)): path.read_text() for path in sorted(records.rglob("*.yaml"))}


def test_a_draft_that_nobody_touched_brings_nothing_back(records) -> None:
    pull = cthb_reports.pull(came_back(records), records, apply=True)

    assert pull.edits == ()
    assert pull.written == ()
    assert not pull.is_left


def test_nothing_is_written_that_was_only_asked_to_be_shown(records) -> None:
    before = texts(records)
    pull = cthb_reports.pull(came_back(records, (">Berlin<", ">Hamburg<")), records)

    assert [edit.status for edit in pull.edits] == [Status.REVISED]
    assert texts(records) == before
    assert not (records / "pulled").exists()


def test_a_name_that_was_changed_is_written_where_it_stands_and_nothing_else_is_touched(records) -> None:
    before = texts(records)
    pull = cthb_reports.pull(came_back(records, (">Berlin<", ">Hamburg<")), records, apply=True)

    after = texts(records)
    assert pull.written == (str(records / "activities.yaml"),)
    assert after["activities.yaml"] == before["activities.yaml"].replace("place: Berlin", "place: Hamburg")
    assert {**after, "activities.yaml": ""} == {**before, "activities.yaml": ""}


def test_what_was_written_is_not_found_again(records) -> None:
    back = came_back(records, (">Berlin<", ">Hamburg<"), ("continued throughout ", "went on throughout "))
    cthb_reports.pull(back, records, apply=True)

    again = cthb_reports.pull(back, records)
    assert again.edits == ()


def test_a_fact_that_was_still_to_come_is_filled_in(records) -> None:
    placeholder = "[to be confirmed: the theme is chosen in February]"
    pull = cthb_reports.pull(came_back(records, (placeholder, "Everyone Has a Role")), records, apply=True)

    assert [edit.status for edit in pull.edits] == [Status.FILLED]
    assert cthb_reports.load(records).activities[0].title == "Everyone Has a Role"


def test_a_number_of_people_that_was_still_to_come_is_filled_in(records) -> None:
    placeholder = "[to be confirmed: from the registration list]"
    pull = cthb_reports.pull(came_back(records, (placeholder, "over 300 experts")), records, apply=True)

    assert [edit.status for edit in pull.edits] == [Status.FILLED]
    attendance = cthb_reports.load(records).activities[0].attendance
    assert (str(attendance.participants), attendance.counted_as) == ("over 300", "experts")


def test_words_that_mean_nothing_in_their_field_are_shown_and_left(records) -> None:
    before = texts(records)
    pull = cthb_reports.pull(came_back(records, (">July 2018<", ">some time<")), records, apply=True)

    (edit,) = pull.edits
    assert edit.status is Status.UNREADABLE
    assert "'some time'" in edit.reason
    assert pull.is_left
    assert texts(records) == before


def test_a_field_that_colleagues_have_changed_meanwhile_is_a_conflict_and_all_else_is_written(records) -> None:
    back = came_back(records, (">Berlin<", ">Hamburg<"), ("continued throughout ", "went on throughout "))
    file = records / "activities.yaml"
    file.write_text(file.read_text().replace("place: Berlin", "place: Bonn"))

    pull = cthb_reports.pull(back, records, apply=True)
    assert {edit.status for edit in pull.edits} == {Status.CONFLICT, Status.REWORDED}
    (conflict,) = (edit for edit in pull.edits if edit.status is Status.CONFLICT)
    assert (conflict.old, conflict.new) == ("Berlin", "Hamburg")
    assert "Bonn" in conflict.reason
    assert "place: Bonn" in file.read_text()
    assert cthb_reports.load(records).wording[0].block == "mandate"


def test_two_people_who_have_made_different_things_of_a_field_are_both_named_and_neither_wins(records) -> None:
    anna = came_back(records, (">Berlin<", ">Hamburg<"), name="anna.docx")
    boris = came_back(records, (">Berlin<", ">Bonn<"), name="boris.docx")
    before = texts(records)

    pull = cthb_reports.pull([anna, boris], records, apply=True)
    assert [edit.status for edit in pull.edits] == [Status.CONFLICT, Status.CONFLICT]
    assert all("anna.docx: 'Hamburg'" in edit.reason and "boris.docx: 'Bonn'" in edit.reason for edit in pull.edits)
    assert texts(records) == before


def test_what_two_people_have_changed_in_different_places_is_put_together(records) -> None:
    anna = came_back(records, (">Berlin<", ">Hamburg<"), name="anna.docx")
    boris = came_back(records, ("continued throughout ", "went on throughout "), name="boris.docx")

    pull = cthb_reports.pull([anna, boris], records, apply=True)
    report = cthb_reports.load(records)
    assert not pull.is_left
    assert "went on throughout" in report.wording[0].text
    assert str(report.activities[3].place.city) == "Hamburg"


def test_what_two_people_have_changed_alike_is_one_edit(records) -> None:
    both = [came_back(records, (">Berlin<", ">Hamburg<"), name=name) for name in ("anna.docx", "boris.docx")]

    pull = cthb_reports.pull(both, records, apply=True)
    assert [edit.status for edit in pull.edits] == [Status.REVISED]


NEW = (
    '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>Nobody has a record of this.</w:t></w:r></w:p><w:sectPr'
)


def test_text_without_a_home_is_kept_beside_the_records_and_told_once(records) -> None:
    back = came_back(records, ("<w:sectPr", NEW))

    pull = cthb_reports.pull(back, records, apply=True)
    assert [edit.status for edit in pull.edits] == [Status.NEW_TEXT]
    assert not pull.is_left
    kept = (records / "pulled" / "back.md").read_text()
    assert "> Nobody has a record of this." in kept
    assert cthb_reports.validate(records)  # the folder is no part of the records

    again = cthb_reports.pull(back, records, apply=True)
    assert all(placed.is_kept for review in again.reviews for placed in review.edits)
    assert (records / "pulled" / "back.md").read_text() == kept


def test_nothing_is_written_where_one_file_cannot_be(records) -> None:
    back = came_back(records, (">Berlin<", ">Hamburg<"), ("<w:sectPr", NEW))
    (records / "pulled").write_text("a file where a folder must be made")
    before = texts(records)

    with pytest.raises(DraftError):
        cthb_reports.pull(back, records, apply=True)
    assert texts(records) == before


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda parts: {n: c for n, c in parts.items() if not n.startswith("customXml/")},
            "keeps nothing of its records",
        ),
        (
            lambda parts: {
                **parts,
                "customXml/item1.xml": parts["customXml/item1.xml"].replace(b"draft:1", b"draft:9"),
            },
            "another version",
        ),
        (
            lambda parts: {
                **parts,
                "customXml/item1.xml": parts["customXml/item1.xml"].replace(b"made-from", b"made-of"),
            },
            "another version",
        ),
    ],
    ids=["a clean copy", "a later form", "a damaged keepsake"],
)
def test_a_draft_that_cannot_be_brought_back_is_said_to_be_so(records, change, said: str) -> None:
    path = records.parent / "other.docx"
    path.write_bytes(packed(change(members(drafted(records)))))

    with pytest.raises(SourceError, match=said):
        cthb_reports.pull(path, records)


def test_a_draft_without_its_bookmarks_is_told_by_its_words_and_says_so(records) -> None:
    import re  # noqa: PLC0415  # for this one

    parts = members(drafted(records))
    body = re.sub(r"<w:bookmark(Start|End)[^>]*/>|</?w:sdt(Content)?>|<w:sdtPr>.*?</w:sdtPr>", "", parts[BODY].decode())
    path = records.parent / "bare.docx"
    path.write_bytes(packed({**parts, BODY: body.replace(">Berlin<", ">Hamburg<").encode()}))

    pull = cthb_reports.pull(path, records)
    assert "its bookmarks are gone" in pull.reviews[0].warning
    assert [(edit.status, edit.new) for edit in pull.edits] == [(Status.REVISED, "Hamburg")]


def test_tracked_changes_are_read_as_somebody_asks(records) -> None:
    tracked = (
        '<w:del w:id="9001" w:author="Anna" w:date="2018-11-20T10:00:00Z"><w:r><w:delText>Berlin</w:delText></w:r></w:del>'
        '<w:ins w:id="9002" w:author="Anna" w:date="2018-11-20T10:00:00Z"><w:r><w:t>Hamburg</w:t></w:r></w:ins>'
    )
    back = came_back(records, ('<w:r><w:t xml:space="preserve">Berlin</w:t></w:r>', tracked))

    (edit,) = cthb_reports.pull(back, records).edits
    assert (edit.new, edit.who) == ("Hamburg", ("Anna, 2018-11-20",))
    assert cthb_reports.pull(back, records, changes="reject").edits == ()
    listed = cthb_reports.pull(back, records, changes="list")
    assert listed.edits == ()
    assert [revision.text for revision, _ in listed.reviews[0].revisions] == ["Berlin", "Hamburg"]
    with pytest.raises(UnknownNameError):
        cthb_reports.pull(back, records, changes="guess")


def test_the_page_of_what_is_still_to_come_is_no_text_of_the_report(records) -> None:
    path = records.parent / "with-status.docx"
    cthb_reports.draft_files(records, [path], extras={"sources", "status"})
    path.write_bytes(replaced(path.read_bytes(), BODY, "Still to come", "Still to come, all of it"))

    assert cthb_reports.pull(path, records).edits == ()


# --- why


def test_words_are_traced_to_field_line_record_supplier_and_template(records) -> None:
    file = records / "activities.yaml"
    file.write_text(file.read_text().replace("  place: Berlin", "  place: Berlin\n  supplied_by: the adviser"))
    drafted(records)

    (answer,) = cthb_reports.why(records.parent / "draft.docx", "Berlin")
    line = next(n for n, text in enumerate(file.read_text().splitlines(), 1) if "place: Berlin" in text)
    assert answer.field == ("activities", 3, "place", "city")
    assert answer.place == f"activities.yaml:{line}"
    assert answer.supplier == "the adviser"
    assert answer.template.startswith("report/_parts.md.j2:")
    assert answer.value == "Berlin"


def test_a_number_is_not_found_within_another(records) -> None:
    drafted(records)

    assert cthb_reports.why(records.parent / "draft.docx", "201") == ()
    assert cthb_reports.why(records.parent / "draft.docx", "nowhere to be found") == ()


def test_words_of_the_template_are_said_to_be_its_own(records) -> None:
    drafted(records)

    kinds = {
        answer.kind for answer in cthb_reports.why(records.parent / "draft.docx", "for the OSCE Permanent Council")
    }
    assert kinds == {"wording"}
