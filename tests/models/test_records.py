"""The records: their short forms, their shapes, and what every model keeps to."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any, get_args

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError
from small_reports import WORKSHOP, report_with

from cthb_reports.kinds import Report
from cthb_reports.models.activities import AnyActivity, Campaign, Contribution, Event, EventKind, Place, Visit
from cthb_reports.models.base import Model, Shorthand, walk
from cthb_reports.models.parties import Donor, Party, Secondment
from cthb_reports.models.states import State
from cthb_reports.models.texts import Id, Markdown, Narrative, Refers, Text, Unprinted

if TYPE_CHECKING:
    from collections.abc import Iterator

ACTIVITY = TypeAdapter(AnyActivity)


def models(model: type[BaseModel] = Report) -> Iterator[type[BaseModel]]:
    """Yield a model and all models below it."""
    yield model
    for field in model.model_fields.values():
        for part in parts(field.annotation):
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from models(part)


def parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from parts(part)


MODELS = sorted(set(models()), key=lambda model: model.__name__)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_record_is_frozen_closed_and_explained_to_whoever_fills_it_in(model: type[BaseModel]) -> None:
    assert model.model_config["frozen"]
    assert model.model_config["extra"] == "forbid"
    for name, field in model.model_fields.items():
        assert field.description, name
        assert field.description.endswith((".", "...")), name
        assert not {dict, list, set} & set(parts(field.annotation)), name


@pytest.mark.parametrize(
    ("data", "model"),
    [
        (WORKSHOP, Event),
        ({"state": "Malta"}, Visit),
        ({"at": "the Assembly"}, Contribution),
        ({"campaign": "16 Days"}, Campaign),
    ],
)
def test_an_activity_is_told_by_its_shape(data: dict[str, str], model: type[BaseModel]) -> None:
    activity = ACTIVITY.validate_python(data)

    assert type(activity) is model
    assert ACTIVITY.validate_python(activity) is activity


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Geneva", Place(city="Geneva")),
        ("Vicenza, Italy", Place(city="Vicenza", country=State("IT"))),
        ("Washington, D.C., USA", Place(city="Washington, D.C.", country=State("US"))),
    ],
)
def test_a_place_may_be_written_as_one_text(text: str, place: Place) -> None:
    assert Place.model_validate(text) == place


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("iom", Party(id="iom")),
        ("NO", Party(state=State("NO"))),
        ("the Holy See", Party(state=State("VA"))),
        ("  the city of\n Turin ", Party(name="the city of Turin")),
    ],
)
def test_a_party_is_a_partner_a_state_or_a_name(text: str, party: Party) -> None:
    assert Party.parse(text) == party
    assert Party.parse(str(party)) == party


def test_a_donor_and_a_secondment_may_be_written_as_one_text() -> None:
    assert Donor.model_validate("NO") == Donor(party=Party(state=State("NO")))
    assert Donor.model_validate(Party(id="iom")) == Donor(party=Party(id="iom"))
    assert Secondment.model_validate("Italy") == Secondment(state=State("IT"))


def test_a_shorthand_says_what_a_text_stands_for() -> None:
    with pytest.raises(NotImplementedError):
        Shorthand.of_text("x")


def test_kinds_are_written_as_people_say_them() -> None:
    assert Event.model_validate({"kind": "high-level debate"}).kind is EventKind.HIGH_LEVEL_DEBATE


def test_a_record_cannot_be_changed() -> None:
    event = Event.model_validate(WORKSHOP)

    with pytest.raises(ValidationError):
        event.title = "Another"  # type: ignore[misc]


# --- texts

TEXT, NARRATIVE, ID = TypeAdapter(Text), TypeAdapter(Narrative), TypeAdapter(Id)


def test_white_space_in_a_line_of_text_counts_as_one_space() -> None:
    assert TEXT.validate_python("  two\n  lines\tof text ") == "two lines of text"


def test_a_narrative_is_kept_to_the_letter() -> None:
    assert NARRATIVE.validate_python("  One.\n\nTwo.\n") == "  One.\n\nTwo.\n"


@pytest.mark.parametrize(
    "character", ["\ue000", "\uf8ff", "\U000f0000", "\U0010fffd", "\x00", "\x0b", "\x7f", "\x9f", "\ufffe"]
)
def test_a_character_that_no_page_shows_is_named(character: str) -> None:
    for adapter in (TEXT, NARRATIVE):
        with pytest.raises(
            ValidationError, match=rf"character U\+{ord(character):04X} at position 3 cannot be printed"
        ):
            adapter.validate_python(f"ab{character}c")


@pytest.mark.parametrize("text", ["a\tb", "a\u0085b", "a\u00a0b", "“é” – …", "\u200e\U0001f600"])
def test_any_other_character_can_be_printed(text: str) -> None:
    assert NARRATIVE.validate_python(text) == text


@pytest.mark.parametrize(
    ("text", "message"), [("", "the text is empty"), (" ", "the text is empty"), ("TBC", "must be known")]
)
def test_a_text_says_something(text: str, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        TEXT.validate_python(text)


@pytest.mark.parametrize("name", ["Big", "a--b", "-a", "a-", "a b", "é", "", "a_b", "a" * 61, "a\n"])
def test_a_short_name_has_small_letters_figures_and_single_hyphens(name: str) -> None:
    with pytest.raises(ValidationError):
        ID.validate_python(name)

    assert ID.validate_python("alliance-2017") == "alliance-2017"


# --- walking


def test_walking_meets_every_value_with_its_path_and_what_it_is_marked_as() -> None:
    report = report_with(
        activities=[
            {**WORKSHOP, "place": "Vicenza, Italy", "project": "ships", "supplied_by": "Bo", "narrative": "Words."}
        ]
    )

    met = {path: (value, field) for path, value, field in walk(report) if path[:1] in {("schema",), ("activities",)}}

    assert met[("schema",)][0] == 1
    assert met[("activities", 0, "place", "city")][0] == "Vicenza"
    assert ("activities", 0, "outcome") not in met
    marks = {
        name: {type(marker) for marker in field.markers} & {Markdown, Refers, Unprinted}
        for (_, *steps), (_, field) in met.items()
        if field and len(steps) == 2
        for name in [steps[1]]
    }
    assert marks["project"] == {Refers}
    assert marks["supplied_by"] == {Unprinted}
    assert marks["narrative"] == {Markdown}
    assert marks["title"] == set()
    refers = met[("activities", 0, "project")][1].marker(Refers)
    assert refers == Refers(("projects",))


def test_walking_meets_parents_before_what_they_hold() -> None:
    paths = [path for path, _, _ in walk(report_with(activities=[WORKSHOP]))]

    assert paths[0] == ()
    assert all(path[:-1] in paths[:index] for index, path in enumerate(paths) if path)


def test_the_entries_of_a_list_carry_the_field_of_the_list() -> None:
    report = report_with(markings=["OSCE+"])

    (field,) = [field for path, _, field in walk(report) if path == ("markings", 0)]

    assert field
    assert field.name == "markings"


def test_choices_are_words_in_small_letters_or_proper_names() -> None:
    choices = {part for model in MODELS for field in model.model_fields.values() for part in parts(field.annotation)}

    enums = [choice for choice in choices if isinstance(choice, type) and issubclass(choice, enum.Enum)]
    assert enums
    assert all("_" not in str(member.value) for choice in enums for member in choice)


def test_a_model_of_ones_own_is_a_record_too() -> None:
    class Own(Model):
        word: Text

    assert [path for path, _, _ in walk(Own(word="x"))] == [(), ("word",)]
