"""The JSON Schema of a model as editors use it to complete and explain what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from cthb_reports.models.base import fields_of
from cthb_reports.models.wordings import Wording

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import core_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _ForEditors(GenerateJsonSchema):
    """Leaves out what only programs ask for: that a field may be null, and which tag tells the members of a union apart."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        described = super().model_schema(schema)
        model: type[BaseModel] = schema["cls"]
        for _, field in fields_of(model):
            if field.marker(Wording):
                described["properties"][field.name]["description"] = field.description
        return described

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        # `anyOf`: "TBC" is also a text, so that it is not one of the members but at least one.
        return {"anyOf": [self.generate_inner(choice) for choice in schema["choices"].values()]}

    def bool_schema(self, _schema: core_schema.BoolSchema) -> JsonSchemaValue:
        return {"enum": [True, False, "yes", "no"]}


def json_schema(model: type[BaseModel], required: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the JSON Schema of the records of a model.

    Args:
        model: The model of a kind of document.
        required: Fields that a file must have although the model has a default for them.
    """
    schema = model.model_json_schema(by_alias=True, schema_generator=_ForEditors)
    schema["required"] = [*required, *schema.get("required", ())]
    values: dict[str, Any] = {}
    said_once: dict[str, Any] = _said_once(schema, values)
    said_once["$defs"] = dict(sorted({**said_once["$defs"], **values}.items()))
    return {"$schema": DIALECT, **said_once}


def part_schemas(whole: dict[str, Any], name: str) -> dict[str, dict[str, Any]]:
    """Return the JSON Schema of each part of a report that may be a file of its own, by the name of the part.

    Args:
        whole: The JSON Schema of the report.
        name: The name of the file that holds it, beside those of the parts: they refer to it.
    """
    records = {f"#/$defs/{kind}" for kind, described in whole["$defs"].items() if described.get("type") == "object"}
    own = {part for part, held in whole["properties"].items() if "items" in held or held.get("$ref") in records}
    within = {"partnerships.external", "partnerships.internal"}
    return {part: _part(whole, part, f"{name}#") for part in sorted(own | within)}


def _part(whole: dict[str, Any], part: str, start: str) -> dict[str, Any]:
    """A file of a list holds the list, or one entry."""
    described, place = whole, start
    for step in part.split("."):
        if "$ref" in described:
            place = start + described["$ref"].removeprefix("#")
            described = whole["$defs"][described["$ref"].rpartition("/")[2]]
        described, place = described["properties"][step], f"{place}/properties/{step}"
    return {
        "$schema": DIALECT,
        "title": part,
        "description": described.get("description")
        or whole["$defs"][described["$ref"].rpartition("/")[2]]["description"],
        "anyOf": [*([{"$ref": f"{place}/items"}] if "items" in described else []), {"$ref": place}],
    }


def _said_once(schema: Any, values: dict[str, Any]) -> Any:
    """Return a schema with a reference wherever a value is described as everywhere else, and put its description aside."""
    if isinstance(schema, list):
        return [_said_once(entry, values) for entry in schema]
    if not isinstance(schema, dict):
        return schema
    described = {key: _said_once(entry, values) for key, entry in schema.items() if key != "$comment"}
    name = schema.get("$comment")
    if name is None or "title" in schema:  # a field says more of its value
        return described
    values[name] = described
    return {"$ref": f"#/$defs/{name}"}
