"""How wide the columns of a table are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEAST = 8
"""A column is never narrower than this many letters of the widest would make it: headings must be readable."""


def widths(lengths: Sequence[Sequence[int]], total: int) -> list[int]:
    """Share the width of a table among its columns by the length of their longest cell.

    Args:
        lengths: The number of letters in each cell, n rows of m columns; n and m are at least 1.
        total: The width of the table, at least m.

    Returns:
        m widths. They add up to `total` exactly, and none is 0.
    """
    longest = [
        max(_LEAST, *column) if len(column) > 1 else max(_LEAST, column[0]) for column in zip(*lengths, strict=True)
    ]
    damped = [min(length, 60) for length in longest]
    ends = [total * sum(damped[: index + 1]) // sum(damped) for index in range(len(damped))]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]
