import pytest
from pydantic import BaseModel

from cthb_reports.models.counts import Count
from cthb_reports.models.scalars import TextValue
from cthb_reports.models.states import State
from cthb_reports.models.symbols import Symbol


class Workshop(BaseModel):
    symbol: Symbol
    host: State
    participants: Count


def test_the_schema_for_editors_describes_the_short_forms() -> None:
    fields = Workshop.model_json_schema()["properties"]

    assert fields["participants"]["type"] == ["string", "integer"]
    assert (fields["host"]["type"], "pattern" in fields["host"]) == ("string", False)
    assert fields["symbol"]["description"] == "A document symbol."
    assert "SEC.GAL/182/17" in fields["symbol"]["examples"]


@pytest.mark.parametrize("mode", ["python", "json"])
def test_a_dumped_record_holds_short_forms_that_are_read_back(mode: str) -> None:
    workshop = Workshop.model_validate({"symbol": "SEC.GAL/182/17", "host": "Norway", "participants": 192})

    dumped = workshop.model_dump(mode=mode)

    assert dumped == {"symbol": "SEC.GAL/182/17", "host": "NO", "participants": "192"}
    assert Workshop.model_validate(dumped) == workshop


def test_the_schema_of_what_is_written_is_made_too() -> None:
    schema = Workshop.model_json_schema(mode="serialization")

    assert set(schema["required"]) == {"symbol", "host", "participants"}


def test_the_common_part_alone_reads_nothing() -> None:
    with pytest.raises(NotImplementedError):
        TextValue.parse("192")
