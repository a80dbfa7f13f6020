from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from cthb_reports.models.symbols import Issue, IssueKind, Symbol

SEEN = [
    "SEC.GAL/182/17",
    "SEC.GAL/195/13/Rev.1",
    "SEC.DOC/2/00/Rev.1",
    "FOM.GAL/6/16/Rev.1",
    "HCNM.GAL/5/08",
    "CIO.GAL/226/20",
    "PC.DEL/1819/20/Rev.2",
    "PC.FR/17/19",
    "PC.SHDM.GAL/9/18",
    "MC.DEC/2/03",
    "PC.DEC/557",
    "PC.DEC/557/Rev.1",
    "PC.JOUR/1168",
    "FSC-PC.JOUR/60/Corr.1/Add.2",
]
letters = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=5)
numbers = st.integers(1, 9999)
issues = st.lists(st.builds(Issue, st.sampled_from(IssueKind), numbers), max_size=2).map(tuple)
dated = st.builds(
    Symbol,
    letters,
    letters | st.none(),
    st.sampled_from(["GAL", "DEL", "DOC"]),
    numbers,
    st.integers(1973, 2072),
    issues,
)
undated = st.builds(Symbol, letters, letters | st.none(), st.just("JOUR"), numbers, st.none(), issues)


class Head(BaseModel):
    symbol: Symbol


@given(dated | undated)
def test_a_symbol_is_read_back_from_its_text(symbol) -> None:
    assert Symbol.parse(str(symbol)) == symbol
    assert re.search(Symbol.pattern or "", str(symbol))


@pytest.mark.parametrize("text", SEEN)
def test_symbols_in_use_keep_their_form(text: str) -> None:
    assert str(Symbol.parse(f" {text} ")) == text


def test_a_symbol_goes_through_json_and_back() -> None:
    head = Head.model_validate({"symbol": "SEC.GAL/182/17"})

    assert Head.model_validate_json(head.model_dump_json()) == head


def test_a_symbol_has_parts() -> None:
    symbol = Symbol.parse("PC.SHDM.GAL/9/18/Rev.2")

    assert symbol == Symbol("PC", "SHDM", "GAL", 9, 2018, (Issue(IssueKind.REVISION, 2),))


@pytest.mark.parametrize(("text", "year"), [("SEC.GAL/1/73", 1973), ("SEC.GAL/1/99", 1999), ("SEC.GAL/1/00", 2000)])
def test_two_digits_of_a_year_have_their_century(text: str, year: int) -> None:
    assert Symbol.parse(text).year == year


@pytest.mark.parametrize(
    ("text", "revision"), [("SEC.GAL/1/17", 0), ("SEC.GAL/1/17/Corr.3", 0), ("SEC.GAL/1/17/Rev.2/Add.1", 2)]
)
def test_a_symbol_knows_its_revision_and_its_original(text: str, revision: int) -> None:
    symbol = Symbol.parse(text)

    assert symbol.revision == revision
    assert str(symbol.original) == "SEC.GAL/1/17"


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("sec.gal/182/17", "the body and series in 'sec.gal/182/17' are written in capitals; write SEC.GAL"),
        ("SECGAL/182/17", "no body and series in 'SECGAL/182/17'"),
        ("", "no body and series in ''"),
        ("SEC.GAL", "the number in 'SEC.GAL' is a whole number from 1, which is missing"),
        ("SEC.GAL/0182/17", "not '0182'"),
        ("SEC.GAL/182", "the year in 'SEC.GAL/182' is two digits after the number, which is missing"),
        ("SEC.GAL/182/Rev.1", "the year in 'SEC.GAL/182/Rev.1' is two digits after the number, not 'Rev.1'"),
        ("SEC.GAL/182/2017", "the year in 'SEC.GAL/182/2017' has two digits, not 2017; write 17"),
        ("PC.DEC/557/03", "symbols of PC.DEC carry no year"),
        ("SEC.GAL/182/17/4", "after the year come only Rev, Corr or Add"),
        ("SEC.GAL/182/17/rev1", "the ending of 'SEC.GAL/182/17/rev1' is not written 'rev1'; write Rev.1"),
        ("SEC.GAL/182/17/Final", "is not 'Final'; write Rev, Corr or Add with a number, such as Rev.1"),
        (182, "182 is not a document symbol; write it as text, such as 'SEC.GAL/182/17'"),
    ],
)
def test_a_wrong_symbol_is_answered_with_the_part_that_is_wrong(written: object, fault: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Head.model_validate({"symbol": written})

    assert [fault in error["msg"] for error in caught.value.errors()] == [True]
