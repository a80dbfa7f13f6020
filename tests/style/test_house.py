"""An office's own files: what they add, and what is said of a broken one."""

from __future__ import annotations

import pytest

from cthb_reports.document import Document, Paragraph, Text
from cthb_reports.findings import Severity
from cthb_reports.style import check, house, house_terms

OWN = b"""
[[term]]
code = "S901"
name = "no-utilize"
pairs = { utilize = "use" }
severity = "warning"
why = "A short word does."
"""
BROKEN = (
    b"""
[[term]]
code = "S902"
name = "broken"
wrong = '('
severity = "warning"
why = "It is broken."
"""
    + OWN
)


def words(text: str, files: dict[str, bytes], profile: str = "osce") -> list[str]:
    made, _ = house(files, profile)
    return [hit.words for hit in check(Document((Paragraph((Text(text),)),)), house=made)]


def test_an_office_adds_words() -> None:
    assert words("We utilize cooperation.", {"words.toml": OWN}) == ["utilize", "cooperation"]


def test_an_entry_of_the_same_code_and_name_takes_the_place_of_ours() -> None:
    own = OWN.replace(b"S901", b"S101").replace(b"no-utilize", b"cooperation-without-hyphen")

    assert words("We utilize cooperation.", {"words.toml": own}) == ["utilize"]


def test_a_broken_entry_is_told_with_its_line_and_the_others_count() -> None:
    made, (finding,) = house({"words.toml": BROKEN})

    assert finding.location is not None
    assert (finding.location.file, finding.location.line, finding.severity) == ("words.toml", 2, Severity.ERROR)
    assert "'('" in finding.message
    assert len(made.terms) == len(house_terms()) + 1


def test_a_file_that_is_no_toml_is_told_with_line_and_column() -> None:
    made, (finding,) = house({"words.toml": b"[[term]]\ncode = S1\n", "more.toml": OWN})

    assert finding.location is not None
    assert (finding.location.file, finding.location.line, finding.location.column) == ("words.toml", 2, 8)
    assert len(made.terms) == len(house_terms()) + 1


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (b'why = "A short word does."', b"", "'why' is missing"),
        (b'"warning"', b'"bad"', "bad"),
        (b'"S901"', b'"X1"', "X1"),
        (b"pairs =", b"pears =", "pears"),
        (b'{ utilize = "use" }', b"[]", "'pairs'"),
        (b'severity = "warning"', b'severity = "error"\nbasis = "unverified"', "unverified"),
        (b'severity = "warning"', b'severity = "warning"\nfix = "always"', "always"),
        (b'severity = "warning"', b'severity = "warning"\nsince = "2020"', "since"),
        (b'severity = "warning"', b'severity = "warning"\nneeds = "x"', "needs"),
        (b'severity = "warning"', b'severity = "warning"\nexamples = ["x"]', "examples"),
        (b'pairs = { utilize = "use" }', b"wrong = 'a'\nright = '\\1'", "group"),
        (b'pairs = { utilize = "use" }', b"wrong = 'a'\nright = 1", "right"),
    ],
)
def test_what_is_wrong_with_an_entry_is_told_in_its_words(old: bytes, new: bytes, told: str) -> None:
    _, (finding,) = house({"words.toml": OWN.replace(old, new)})

    assert told in finding.message


def test_a_file_that_is_not_utf_8_is_told_with_its_line() -> None:
    _, (finding,) = house({"words.toml": b"# one\n# \xff\n"})

    assert finding.location is not None
    assert finding.location.line == 2


def test_an_office_adds_names_that_need_no_definition() -> None:
    row = b"name\tabbreviation\tcommon\nTask Force of the Region\tTFR\tyes\n"

    assert words("We met the TFR.", {}) == ["TFR"]
    assert words("We met the TFR.", {"names.tsv": row}) == []


def test_a_row_with_a_cell_missing_is_told() -> None:
    _, (finding,) = house({"names.tsv": b"name\tabbreviation\tcommon\nTask Force\tTF\n"})

    assert finding.location is not None
    assert finding.location.line == 2


def test_there_are_two_profiles() -> None:
    with pytest.raises(ValueError, match="'unicef'"):
        house(profile="unicef")


def test_another_house_may_spell_as_it_likes_but_not_leave_a_quotation_open() -> None:
    assert words(
        "We utilize cooperation, “honor and labor on December 14 in Vienna .", {"words.toml": OWN}, "none"
    ) == ["“", " "]
