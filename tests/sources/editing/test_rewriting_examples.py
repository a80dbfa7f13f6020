"""The records that come with the program, each of their values changed and changed back."""

from __future__ import annotations

from dataclasses import replace
from difflib import unified_diff
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import pytest

from cthb_reports.kinds import Report
from cthb_reports.sources import Append, Assign, Remove, Source, SourceFile, is_ignored, read_folder, rewritten
from cthb_reports.workflow.records import shape_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from cthb_reports.findings import FieldPath

EXAMPLES = Path(__file__).parents[3] / "examples"
SHAPE = shape_of(Report)
REPORTS = sorted(path.parent for path in EXAMPLES.glob("*/report.yaml"))


def gathered(folder: Path) -> list[SourceFile]:
    paths = [PurePosixPath(path.relative_to(folder).as_posix()) for path in sorted(folder.rglob("*.yaml"))]
    return [SourceFile(path, str(path), (folder / path).read_bytes()) for path in paths if not is_ignored(path)]


def with_new(files: list[SourceFile], new: dict[str, bytes]) -> list[SourceFile]:
    return [replace(file, content=new.get(file.shown, file.content)) for file in files]


def at(data: Any, path: FieldPath) -> Any:
    for step in path:
        data = data[step]
    return data


def scalars(source: Source, *, also_in_brackets: bool) -> dict[FieldPath, str]:
    """Return the texts of a report; those in brackets stand on lines of their own once they have become too long."""
    return {
        path: at(source.data, path)
        for path, place in source.values.items()
        if place.is_scalar
        and (also_in_brackets or not any(is_in_brackets(source, path[:length]) for length in range(len(path))))
    }


def is_in_brackets(source: Source, path: FieldPath) -> bool:
    place = source.values.get(path)
    return place is not None and place.text.content[place.start : place.start + 1] in {"[", "{"}


def is_folder(folder: Path, path: FieldPath) -> bool:
    return bool(path) and folder.joinpath(*map(str, path)).is_dir()


def with_another_letter(value: str) -> str:
    return f"X{value[1:]}"


def with_more_words(value: str) -> str:
    words = value.rstrip("\n")
    return f"{words} and some more words of an editor{value[len(words) :]}"


def with_a_word_less(value: str) -> str:
    first, *others = value.split(" ")
    return " ".join([first, *others[1:]]) if len(others) > 1 else f"{value.strip()}s{value[len(value.rstrip()) :]}"


@pytest.mark.parametrize("folder", REPORTS, ids=lambda folder: folder.name)
@pytest.mark.parametrize("edited", [with_another_letter, with_more_words, with_a_word_less])
def test_a_value_changed_and_changed_back_leaves_the_same_bytes(folder: Path, edited: Callable[[str], str]) -> None:
    files = gathered(folder)
    source = read_folder(files, SHAPE)
    values = scalars(source, also_in_brackets=edited is with_another_letter)

    changed = with_new(files, rewritten(files, [Assign(path, edited(value)) for path, value in values.items()], SHAPE))
    back = with_new(changed, rewritten(changed, [Assign(path, value) for path, value in values.items()], SHAPE))

    said = read_folder(changed, SHAPE)
    assert all(at(said.data, path) == edited(value) for path, value in values.items())
    assert different(files, back) == []


@pytest.mark.parametrize("folder", REPORTS, ids=lambda folder: folder.name)
def test_a_key_added_to_a_record_and_taken_out_again_leaves_the_same_bytes(folder: Path) -> None:
    files = gathered(folder)
    source = read_folder(files, SHAPE)
    lines = [path for path in source.values if not (is_in_brackets(source, path) or is_folder(folder, path))]
    added = [(*path, "remark") for path in lines if isinstance(at(source.data, path), dict)]

    changed = with_new(files, rewritten(files, [Assign(path, "Some words.\nAnd more.\n") for path in added], SHAPE))
    back = with_new(changed, rewritten(changed, [Remove(path) for path in added], SHAPE))

    assert len(added) > 1
    assert different(files, back) == []


@pytest.mark.parametrize("folder", REPORTS, ids=lambda folder: folder.name)
def test_an_entry_appended_to_a_list_and_taken_out_again_leaves_the_same_bytes(folder: Path) -> None:
    files = gathered(folder)
    source = read_folder(files, SHAPE)
    lists = [(path, len(entries)) for path in source.values if isinstance(entries := at(source.data, path), list)]
    # Where each file holds one entry, the last of them would have become a list.
    lists = [(path, size) for path, size in lists if not is_folder(folder, path)]

    changed = with_new(files, rewritten(files, [Append(path, "words") for path, _ in lists], SHAPE))
    back = with_new(changed, rewritten(changed, [Remove((*path, size)) for path, size in lists], SHAPE))

    assert len(lists) > 1
    assert different(files, back) == []


def different(files: list[SourceFile], others: list[SourceFile]) -> list[str]:
    pairs = [
        (one.content.decode().splitlines(), other.content.decode().splitlines())
        for one, other in zip(files, others, strict=True)
    ]
    return [line for one, other in pairs for line in unified_diff(one, other, n=0, lineterm="")]
