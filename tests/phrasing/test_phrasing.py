from __future__ import annotations

import doctest

from cthb_reports import phrasing


def test_the_example_in_the_manual_page_runs() -> None:
    result = doctest.testmod(phrasing)

    assert result.attempted > 0
    assert result.failed == 0


def test_every_public_name_is_documented() -> None:
    undocumented = [name for name in phrasing.__all__ if not getattr(phrasing, name).__doc__]

    assert undocumented == []
