"""The form of every text, which facts may be still to come, and that authors are told of both."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from pydantic import AfterValidator, TypeAdapter
from small_reports import report_with

from cthb_reports.kinds import Report
from cthb_reports.models.activities import Event, EventKind, Place, Visit
from cthb_reports.models.base import Field, fields_of, walk
from cthb_reports.models.facts import Pending
from cthb_reports.models.head import KeyFigure
from cthb_reports.models.parties import Party, Thanks
from cthb_reports.models.schema import json_schema
from cthb_reports.models.states import State
from cthb_reports.models.texts import Markdown, Refers, Unprinted, checked_text
from cthb_reports.models.wordings import Form, Purpose, Wording


def models_below(model: type[Any], met: dict[str, type[Any]]) -> dict[str, type[Any]]:
    """Return a model and all models below it, by name."""
    if model.__name__ not in met:
        met[model.__name__] = model
        for info in model.model_fields.values():
            for part in parts(info.annotation):
                if isinstance(part, type) and hasattr(part, "model_fields"):
                    models_below(part, met)
    return met


def parts(annotation: Any) -> list[Any]:
    """Return an annotation and all that it is made of."""
    return [annotation, *(inner for part in get_args(annotation) for inner in parts(part))]


MODELS = models_below(Report, {})
FIELDS = [
    pytest.param(model, attribute, field, id=f"{name}.{field.name}")
    for name, model in sorted(MODELS.items())
    for attribute, field in fields_of(model)
]


def is_free_text(field: Field) -> bool:
    return AfterValidator(checked_text) in field.markers


def test_the_models_are_all_there() -> None:
    assert {"Report", "Event", "Visit", "Thanks", "Place", "Head", "Theme", "Subset", "OutlookItem"} <= set(MODELS)


@pytest.mark.parametrize(("model", "attribute", "field"), FIELDS)
def test_a_free_text_has_one_form_or_is_never_printed(model: type[Any], attribute: str, field: Field) -> None:
    wordings = [marker for marker in field.markers if isinstance(marker, Wording)]

    assert len(wordings) == (is_free_text(field) and not field.marker(Unprinted))


def test_some_texts_have_a_form_and_narratives_have_none() -> None:
    fields = {field.name: field for _, field in fields_of(Event)}

    assert fields["purpose"].marker(Wording) == Wording(Form.INFINITIVE, "to", "raise awareness of forced labour")
    assert fields["margins_of"].marker(Wording).after == "on the margins of"
    assert fields["narrative"].marker(Markdown)
    assert fields["narrative"].marker(Wording) is None


@pytest.mark.parametrize(("model", "attribute", "field"), FIELDS)
def test_a_description_says_the_meaning_and_the_form(model: type[Any], attribute: str, field: Field) -> None:
    meaning = model.model_fields[attribute].description
    wording = field.marker(Wording)

    assert meaning
    assert field.description.startswith(meaning)
    assert field.description.endswith((".", "..."))
    if wording and wording.form not in {Form.NAME, Form.APART}:
        assert wording.advice in field.description
        assert wording.after in field.description
        assert wording.example in field.description


def test_an_editor_shows_the_form() -> None:
    purpose = json_schema(Report)["$defs"]["Event"]["properties"]["purpose"]

    assert purpose["description"] == (
        "What it is for. Completes 'to ...', no capital, no full stop: raise awareness of forced labour."
    )
    assert purpose["anyOf"][1] == {"$ref": "#/$defs/Pending"}


def test_names_and_what_stands_apart_are_told_no_form() -> None:
    assert Wording(Form.NAME, never=("the",)).advice == Wording(Form.APART).advice == ""


def test_words_that_the_sentence_has_said_are_those_before_the_text_unless_others_are_named() -> None:
    assert Wording(Form.PHRASE, "on").taken == ("on",)
    assert Wording(Form.PHRASE, "at", never=("at", "in")).taken == ("at", "in")
    assert Wording(Form.TITLE).taken == ()


def test_a_form_changes_nothing_about_the_text() -> None:
    assert TypeAdapter(Purpose).validate_python("  To  Raise. ") == "To Raise."


# --- facts to come

NEVER_TO_COME = {
    # Without these the report cannot be placed, ordered or told apart.
    *("schema", "kind", "id", "delivered", "period", "language", "section", "theme", "order"),
    # What arranges the text is no fact.
    *("narrative", "opening", "closing", "key_phrase", "said", "collects", "cleared", "block", "text"),
}
"""Names of fields that must be known. Besides them: references, what is never printed, switches, and lists of records."""


def may_be_to_come(model: type[Any], attribute: str) -> bool:
    return Pending in parts(model.model_fields[attribute].annotation)


def is_a_record_or_a_list_of_records(annotation: Any) -> bool:
    held = [part for part in parts(annotation) if part not in {None, type(None), ...} and isinstance(part, type)]
    return bool(held) and all(hasattr(part, "model_fields") for part in held)


@pytest.mark.parametrize(("model", "attribute", "field"), FIELDS)
def test_every_fact_may_be_still_to_come(model: type[Any], attribute: str, field: Field) -> None:
    annotation = model.model_fields[attribute].annotation
    is_kind_of_donor = model.__name__ == "Donor" and field.name == "kind"
    must_be_known = (
        (field.name in NEVER_TO_COME and not is_kind_of_donor)
        or field.marker(Refers) is not None
        or field.marker(Unprinted) is not None
        or annotation is bool
        or is_a_record_or_a_list_of_records(annotation)
    )

    assert may_be_to_come(model, attribute) is not must_be_known


@pytest.mark.parametrize(
    ("model", "data", "field"),
    [
        (Visit, {"state": "TBC"}, "state"),
        (Visit, {"state": "DK", "cities": ["Aarhus", "TBC: from the host"]}, "cities"),
        (Event, {"kind": "workshop", "hosts": ["iom", "TBC"]}, "hosts"),
        (Event, {"kind": "workshop", "ordinal": "TBC"}, "ordinal"),
        (Event, {"kind": "workshop", "role": "TBC"}, "role"),
        (Thanks, {"to": ["TBC"]}, "to"),
        (Place, {"city": "TBC", "country": "Italy"}, "city"),
        (KeyFigure, {"value": 1, "counts": "people", "publisher": "TBC"}, "publisher"),
    ],
)
def test_what_is_still_to_come_is_kept_as_it_is_and_written_as_it_was(
    model: type[Any], data: dict[str, Any], field: str
) -> None:
    made = model.model_validate(data)

    found = [value for path, value, _ in walk(made) if path[:1] == (field,)][-1]
    assert isinstance(found, Pending)
    assert model.model_validate(made.model_dump(mode="json", exclude_none=True)) == made


def test_a_town_may_be_still_to_come_in_a_place_written_as_one_text() -> None:
    assert Place.model_validate("TBC, Italy") == Place(city=Pending(), country=State("IT"))


def test_an_activity_is_told_by_its_shape_though_what_tells_it_is_still_to_come() -> None:
    fields: list[dict[str, str]] = [{"state": "TBC"}, {"at": "TBC"}, {"campaign": "TBC"}]

    activities = report_with(activities=fields).activities

    assert [type(activity).__name__ for activity in activities] == ["Visit", "Contribution", "Campaign"]


@pytest.mark.parametrize("field", [{"ordinal": 0}, {"days": "-1"}, {"hosts": ["tbc"]}, {"called": "TBD"}])
def test_what_is_wrong_stays_wrong_beside_what_may_be_to_come(field: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="1 validation error"):
        Event.model_validate({"kind": EventKind.WORKSHOP, **field})


# --- publishers


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("unhcr", Party(id="unhcr")),
        ("Norway", Party(state=State("NO"))),
        ("the United Nations Office on Drugs and Crime", Party(name="the United Nations Office on Drugs and Crime")),
    ],
)
def test_the_publisher_of_a_figure_is_a_party(text: str, publisher: Party) -> None:
    figure = KeyFigure.model_validate({"value": "144,656", "counts": "people", "publisher": text})

    assert figure.publisher == publisher
