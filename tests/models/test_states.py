from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from cthb_reports.models.states import State
from cthb_reports.reference import states

every_state = st.sampled_from([State(record.code) for record in states()])


class Visit(BaseModel):
    state: State


@given(every_state)
def test_a_state_is_read_back_from_its_code(state) -> None:
    assert State.parse(str(state)) == state


@given(every_state)
def test_a_state_goes_through_json_and_back(state) -> None:
    visit = Visit(state=state)

    assert Visit.model_validate_json(visit.model_dump_json()) == visit


@pytest.mark.parametrize(
    ("written", "name"), [("NO", "Norway"), ("the Holy See", "Holy See"), ("Turkey", "Türkiye"), ("KAZ", "Kazakhstan")]
)
def test_a_state_is_written_by_name_or_code(written: str, name: str) -> None:
    visit = Visit.model_validate({"state": written})

    assert visit.state.record.name == name


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("Kazakstan", "no State 'Kazakstan'; did you mean Kazakhstan"),
        (False, "False is not a participating State or Partner for Co-operation"),
    ],
)
def test_what_is_no_state_gives_one_message(written: object, message: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Visit.model_validate({"state": written})

    assert [message in error["msg"] for error in caught.value.errors()] == [True]


def test_a_state_made_in_python_needs_a_known_code() -> None:
    with pytest.raises(ValueError, match="no State has the code 'no'"):
        State("no")
