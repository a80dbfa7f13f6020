from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cthb_reports.phrasing import verbs
from cthb_reports.phrasing.verbs import bare_infinitive, is_bare_infinitive

VERBS = sorted(verbs._verbs())


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        *(("raising", "raise"), ("raised", "raise"), ("raises", "raise"), ("Raising", "raise")),
        *(("identifies", "identify"), ("identified", "identify"), ("identifying", "identify")),
        *(("employs", "employ"), ("employed", "employ"), ("surveyed", "survey")),
        *(("addresses", "address"), ("addressed", "address"), ("focusing", "focus"), ("launches", "launch")),
        *(("planning", "plan"), ("mapped", "map"), ("submitted", "submit"), ("referring", "refer"), ("equipped", "equip")),
        *(("benefited", "benefit"), ("developed", "develop"), ("targeting", "target"), ("monitored", "monitor")),
        *(("pursuing", "pursue"), ("continued", "continue"), ("issuing", "issue"), ("agreeing", None)),
        *(("co-ordinating", "co-ordinate"), ("coordinates", "coordinate"), ("organized", "organize")),
        *(("held", "hold"), ("brought", "bring"), ("took", "take"), ("written", "write"), ("goes", "go"), ("led", "lead")),
        *(("going", "go"), ("seeing", None), ("shedding", "shed"), ("spreading", "spread"), ("overcame", "overcome")),
    ],
)  # fmt: skip
def test_a_form_leads_to_its_bare_infinitive(form: str, verb: str | None) -> None:
    assert bare_infinitive(form) == verb


@pytest.mark.parametrize(
    "word",
    [
        *("raise", "Focus", "address", "process", "embed", "bring", "spread", "set", "overcome", "assess", "discuss"),
        *("need", "feed", "children", "awareness", "during", "found", "", "Geneva", "OSCE", "2017"),
    ],
)
def test_an_infinitive_and_what_is_no_verb_lead_nowhere(word: str) -> None:
    assert bare_infinitive(word) is None


@pytest.mark.parametrize(("word", "is_one"), [("raise", True), ("Raise", True), ("raises", False), ("geneva", False)])
def test_a_bare_infinitive_is_known_in_any_case(word: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_bare_infinitive(word) is is_one


@given(st.sampled_from(VERBS))
def test_every_form_of_a_verb_leads_back_to_it(verb: str) -> None:
    forms = list(verbs._forms_of(verb))

    assert len(forms) >= 2
    assert verb not in forms
    assert {bare_infinitive(form) for form in forms} == {verb}


def test_no_form_is_of_two_verbs() -> None:
    forms = [form for verb in VERBS for form in verbs._forms_of(verb)]

    assert len(forms) == len(set(forms))
    assert not set(forms) & set(VERBS)
