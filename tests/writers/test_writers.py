from __future__ import annotations

import pytest

from cthb_reports.document import parse
from cthb_reports.errors import UnknownNameError
from cthb_reports.writers import WRITERS, write


@pytest.mark.parametrize("suffix", [*WRITERS, ".MD"])
def test_each_known_suffix_has_a_writer(suffix: str) -> None:
    assert write(parse("a"), suffix).content


def test_an_unknown_suffix_is_named_beside_the_known_ones() -> None:
    with pytest.raises(UnknownNameError, match=r"no writer for '\.odt'; known: \.docx, .*\.md"):
        write(parse("a"), ".odt")
