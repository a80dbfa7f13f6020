from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from cthb_reports.word.redline.sequences import codes

letters = st.lists(st.sampled_from("abc"), max_size=12)


@given(letters, letters)
def test_the_steps_lead_from_one_sequence_to_the_other(old: list[str], new: list[str]) -> None:
    made: list[str] = []
    at = 0
    for what, first, last, begin, end in codes(old, new):
        assert first == at
        assert (what == "equal") == (old[first:last] == new[begin:end])
        made += new[begin:end]
        at = last

    assert made == new
    assert at == len(old)


@given(letters)
def test_a_sequence_is_equal_to_itself(both: list[str]) -> None:
    assert codes(both, both) == ([("equal", 0, len(both), 0, len(both))] if both else [])


def test_two_long_rows_of_one_word_take_no_time_and_keep_their_ends() -> None:
    begun = time.monotonic()
    found = codes(["see", *["a"] * 100_000, "x", "end"], ["see", "y", *["a"] * 100_000, "end"])

    assert [what for what, *_ in found] == ["equal", "replace", "equal"]
    assert time.monotonic() - begun < 5
