"""Any text against the house style: wrong ones with what is said of them, right ones with nothing, and what mending leaves."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_files import gone, ins, p, r, word_file

from cthb_reports import DraftError, SourceError, UnknownNameError, fix_file, proofread
from cthb_reports.readers import READERS

TEXTS = Path(__file__).parent / "texts"
WRONG = sorted(path.name for path in (TEXTS / "wrong").iterdir() if path.suffix != ".expected")
FIGURE = re.compile(r"\d+")


def told(path: Path, **options) -> list[str]:
    """Return place and code of each finding."""
    return [
        f"{found.location.line}:{found.location.column} {found.code}" if found.location else found.code
        for found in proofread(path, **options)
    ]


@pytest.mark.parametrize("name", WRONG)
def test_of_a_wrong_text_that_is_said_which_stands_beside_it(name: str) -> None:
    expected = (TEXTS / "wrong" / f"{name}.expected").read_text(encoding="utf-8")

    assert "".join(f"{line}\n" for line in told(TEXTS / "wrong" / name)) == expected


@pytest.mark.parametrize("name", sorted(path.name for path in (TEXTS / "right").iterdir()))
def test_of_a_right_text_nothing_is_said(name: str) -> None:
    assert told(TEXTS / "right" / name) == []


def test_what_is_damaged_is_told_once_and_the_rest_when_it_is_mended(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Inspectors met for the 5 th workshop.\n")

    assert [one.code for one in proofread(path)] == ["R102"]
    _, left = fix_file(path, tmp_path / "b.txt")
    assert [one.code for one in left] == ["S225"]


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    path = tmp_path / "minutes.docx"
    path.write_bytes(
        word_file(
            p(
                "Inspectors ",
                gone("cooperate and "),
                "agreed on ",
                ins("cooperation"),
                " between ",
                r("centers", "<w:b/>"),
                ".",
            ),
            f"<w:tbl><w:tr><w:tc>{p('The labor office')}</w:tc></w:tr></w:tbl>",
            p("On 4 June 1,250 inspectors met."),
            parts={
                "footnotes": f'<w:footnote w:id="2">{p("See the center.")}</w:footnote>',
                "header": p("Cooperation"),
            },
        )
    )
    return path


def test_a_word_file_is_read_in_all_its_parts_without_what_was_deleted(minutes: Path) -> None:
    found = [(str(one.location), one.location and one.location.around, one.code[0]) for one in proofread(minutes)]

    name = str(minutes)
    assert [(place.removeprefix(name), around) for place, around, code in found if code == "S"] == [
        (": paragraph 1", "Inspectors agreed on [cooperation] between centers."),
        (": paragraph 1", "… agreed on cooperation between [centers]."),
        (": paragraph 2", "The [labor] office"),
        (": footnote 1, paragraph 1", "See the [center]."),
        (": header 1, paragraph 1", "[Cooperation]"),
    ]


def test_a_word_file_is_mended_with_tracked_changes_and_nothing_is_left(minutes: Path, tmp_path: Path) -> None:
    changes, left = fix_file(minutes, tmp_path / "new.docx")

    assert [(change.old, change.new) for change in changes] == [
        ("cooperation", "co-operation"),
        ("centers", "centres"),
        ("labor", "labour"),
        ("center", "centre"),
        ("Cooperation", "Co-operation"),
    ]
    assert left == []


def test_a_text_of_another_house_is_held_to_what_is_wrong_in_any(minutes: Path) -> None:
    assert proofread(minutes, profile="none") == []


def test_only_what_is_asked_for_is_found_and_mended(minutes: Path, tmp_path: Path) -> None:
    changes, left = fix_file(minutes, tmp_path / "new.docx", select=["S101"])

    assert [change.old for change in changes] == ["cooperation", "Cooperation"]
    assert left == []


@pytest.mark.parametrize("name", WRONG)
def test_mending_twice_is_mending_once_and_leaves_figures_alone(name: str, tmp_path: Path) -> None:
    first, second = tmp_path / f"1-{name}", tmp_path / f"2-{name}"

    changes, left = fix_file(TEXTS / "wrong" / name, first)
    again, _ = fix_file(first, second)

    assert changes
    assert again == ()
    assert first.read_bytes() == second.read_bytes()
    assert FIGURE.findall(first.read_text()) == FIGURE.findall((TEXTS / "wrong" / name).read_text())
    assert {one.code for one in left} & {change.code for change in changes} == set()


def test_mending_a_word_file_twice_is_mending_it_once(minutes: Path, tmp_path: Path) -> None:
    fix_file(minutes, tmp_path / "1.docx")

    again, _ = fix_file(tmp_path / "1.docx", tmp_path / "2.docx")

    assert again == ()
    assert (tmp_path / "1.docx").read_bytes() == (tmp_path / "2.docx").read_bytes()


WORDS = st.lists(
    st.sampled_from(
        [
            "cooperation",
            "centers",
            "The",
            "the",
            "17",
            "th",
            "1,250",
            "25%",
            "organise",
            "labor",
            "victim",
            "s",
            "“",
            "”",
            "‘",
            "’",
            '"',
            "'",
            ".",
            ",",
            ";",
            "-",
            "–",
            "(",
            ")",
            "OSCE",
            "(OSCE)",
            "States",
            "two",
            "8",
            "14th",
            "December",
            "2017",
            "June\n",
            "\n\n",
            "-",
            "*",
            "**",
            "`",
            "[a](b)",
            "anti-",
            "trafficking",
            "ofthe",
            "Ana",
        ]
    ),
    max_size=25,
)


@given(WORDS, st.sampled_from([".txt", ".md", ".docx"]))
def test_whatever_is_mended_figures_stay_and_findings_lie_in_the_file(tmp_path_factory, words, suffix: str) -> None:
    folder = tmp_path_factory.mktemp("texts")
    text = " ".join(words)
    path = folder / f"a{suffix}"
    if suffix == ".docx":
        path.write_bytes(word_file(*(p(r(line.replace("&", ""))) for line in text.split("\n"))))
    else:
        path.write_text(text, encoding="utf-8", newline="")

    _, left = fix_file(path, folder / f"b{suffix}")
    again, _ = fix_file(folder / f"b{suffix}", folder / f"c{suffix}")

    def figures(file: Path) -> list[str]:
        # "8 )" becomes "8)", the number of an item, which is no word of its line: so the file itself is asked
        if suffix != ".docx":
            return FIGURE.findall(file.read_text(encoding="utf-8"))
        return FIGURE.findall(" ".join(line.text for line in READERS[suffix](file.read_bytes(), "a").lines))

    assert again == ()
    assert figures(path) == figures(folder / f"b{suffix}")
    lines = (folder / f"b{suffix}").read_text().split("\n") if suffix != ".docx" else [" " * 9999] * 99
    for found in left:
        assert found.location is not None
        assert 1 <= found.location.line <= len(lines)
        assert 1 <= found.location.column <= len(lines[found.location.line - 1]) + 1


# --- files


def test_the_day_of_a_text_tells_what_last_year_was(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Last year the Office met inspectors in Geneva.\n")

    assert any("2016" in f"{one.message} {one.hint}" for one in proofread(path, day=date(2017, 12, 14)))


def test_words_of_an_office_come_before_those_of_the_house(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "ours.toml").write_text(
        '[[term]]\ncode = "S901"\nname = "boss"\nwrong = "\\\\bboss\\\\b"\nright = "head"\nseverity = "warning"\nwhy = "We say head."\n'
    )
    path = tmp_path / "a.txt"
    path.write_text("The boss spoke.\n")

    assert [one.code for one in proofread(path, house=tmp_path)] == ["S901"]
    (tmp_path / "house" / "broken.toml").write_text("[[term]\n")
    broken, word = proofread(path, house=tmp_path)
    assert (broken.code, word.code) == ("S001", "S901")
    assert str(broken.location).startswith(f"{tmp_path / 'house' / 'broken.toml'}:1:")


@pytest.mark.parametrize(
    ("path", "output", "error", "words"),
    [
        ("a.odt", None, UnknownNameError, "no reader for '.odt'; known: .docx, .md, .markdown, .txt"),
        ("a", None, UnknownNameError, "no reader for"),
        ("gone.txt", None, SourceError, "gone.txt: no such file"),
        ("folder.txt", None, SourceError, "folder.txt: is no file"),
        ("a.txt", "b.docx", UnknownNameError, "no way to write the text as '.docx'; known: .txt"),
        ("a.txt", "there.txt", DraftError, "holds something else"),
        ("a.txt", "a.txt", DraftError, "holds something else"),
        ("a.txt", "nowhere/b.txt", DraftError, "there is no folder"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(  # noqa: PLR0917
    path, output, error, words, tmp_path, monkeypatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder.txt").mkdir()
    Path("a.txt").write_text("The cooperation.\n")
    Path("there.txt").write_text("Mine.\n")

    with pytest.raises(error, match=re.escape(words)):
        proofread(path) if output is None else fix_file(path, output)

    assert Path("there.txt").read_text() == "Mine.\n"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.txt", "folder.txt", "there.txt"]


def test_a_file_that_holds_something_else_is_replaced_when_that_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The cooperation.\n")

    fix_file(path, path, force=True)

    assert path.read_text() == "The co-operation.\n"


def test_a_profile_that_nobody_knows_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="no profile 'un'; known: osce, none"):
        proofread(TEXTS / "right" / "note.md", profile="un")
