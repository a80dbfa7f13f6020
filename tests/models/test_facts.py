from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from cthb_reports.models.counts import Count
from cthb_reports.models.facts import Fact, Pending, known, looks_pending, nearly_pending

COUNT = TypeAdapter(Fact[Count])


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("TBC", None),
        (" TBC ", None),
        ("TBC: from the host", "from the host"),
        ("TBC:  from\n the   host ", "from the host"),
    ],
)
def test_a_fact_still_to_come_may_say_what_is_awaited(text: str, note: str | None) -> None:
    fact = COUNT.validate_python(text)

    assert fact == Pending(note)
    assert known(fact) is None
    assert Pending.parse(str(fact)) == fact


@pytest.mark.parametrize(
    "text", ["tbc", "TBD", "TBC by Friday", "TBC:x", "t.b.c.", "to be confirmed", "To be announced soon"]
)
def test_what_means_to_be_still_to_come_is_told_from_what_is(text: str) -> None:
    assert nearly_pending(text)
    assert not looks_pending(text)
    with pytest.raises(ValueError, match="is not 'TBC' or 'TBC: a note'"):
        Pending.parse(text)


@pytest.mark.parametrize("text", ["TBC", "TBCs are rare", "tbcx", "to be confirmedly so", "the TBC", "12"])
def test_other_words_do_not_mean_that(text: str) -> None:
    assert not nearly_pending(text)


def test_a_fact_that_is_known_is_itself() -> None:
    assert known(COUNT.validate_python("over 350")) == Count.parse("over 350")
    assert known(None) is None


def test_one_wrong_fact_is_one_fault() -> None:
    with pytest.raises(ValidationError) as raised:
        COUNT.validate_python("many")

    assert raised.value.error_count() == 1
