from __future__ import annotations

from dataclasses import dataclass

import pytest

from cthb_reports.reference.tables import parse_table


@dataclass(frozen=True)
class Donor:
    name: str
    amount: str


def test_a_table_gives_one_row_for_each_line_below_its_header() -> None:
    rows = parse_table("name\tamount\nNorway\t5\nMalta\t\n", Donor)

    assert rows == (Donor("Norway", "5"), Donor("Malta", ""))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name\tsum\nNorway\t5\n", "has the columns"),
        ("name\tamount\nNorway\n", "line 2 of the table has 1 cells, not 2"),
    ],
)
def test_a_table_of_another_shape_is_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_table(text, Donor)
