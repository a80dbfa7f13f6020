"""Texts with what is expected of them beside them, and texts that are right: a file dropped in is a test."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cthb_reports.document import parse
from cthb_reports.style import Hit, check

HERE = Path(__file__).parent
DAY = date(2017, 12, 14)


def found(file: Path) -> tuple[Hit, ...]:
    hits = check(parse(file.read_text(encoding="utf-8")), day=DAY)
    return tuple(hit for hit in hits if hit.finding.code != "S281")  # the dictionary need not be installed


def line(hit: Hit) -> str:
    change = "" if hit.replacement is None else f" -> {hit.replacement}{' (safe)' if hit.safe else ''}"
    return f"{hit.finding.code} {hit.finding.severity}: {hit.words}{change}\n"


@pytest.mark.parametrize("file", sorted(HERE.glob("corpus/*.md")), ids=lambda file: file.stem)
def test_what_is_wrong_in_a_text_is_found_and_nothing_else(file: Path) -> None:
    expected = file.with_suffix(".expected").read_text(encoding="utf-8")

    assert "".join(map(line, found(file))) == expected


@pytest.mark.parametrize("file", sorted(HERE.glob("correct/*.md")), ids=lambda file: file.stem)
def test_nothing_is_found_in_a_text_that_is_right(file: Path) -> None:
    assert [line(hit) for hit in found(file)] == []
