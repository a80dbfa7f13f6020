"""How the packaged tables are read: tab-separated, one header line, no quoting."""

from __future__ import annotations

from dataclasses import fields
from importlib import resources
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Row = TypeVar("Row", bound=DataclassInstance)


def table(name: str, row_type: type[Row]) -> tuple[Row, ...]:
    """Return the rows of a packaged table.

    Args:
        name: The file beside this module, without `.tsv`.
        row_type: A dataclass of texts whose fields are the columns, in their order.

    Raises:
        ValueError: The header is not the fields of `row_type`, or a row has more or fewer cells.
    """
    text = (resources.files(__package__) / f"{name}.tsv").read_text(encoding="utf-8")
    return parse_table(text, row_type)


def parse_table(text: str, row_type: type[Row]) -> tuple[Row, ...]:
    """Return the rows of a table given as text; see `table`."""
    header, *lines = [line.split("\t") for line in text.splitlines()] or [[]]
    columns = [field.name for field in fields(row_type)]
    if header != columns:
        raise ValueError(f"the table has the columns {header}, not {columns}")
    for number, cells in enumerate(lines, start=2):
        if len(cells) != len(columns):
            raise ValueError(f"line {number} of the table has {len(cells)} cells, not {len(columns)}")
    return tuple(row_type(*cells) for cells in lines)
