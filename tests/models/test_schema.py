"""The JSON Schema, read as an editor reads it: a small judge of our own, for what the schema uses of the standard."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from small_reports import HEAD, WORKSHOP

from cthb_reports.models.schema import part_schemas
from cthb_reports.sources import Shape, SourceFile, read_folder
from cthb_reports.workflow import gathering, json_schema, records

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA = json.loads(json_schema())
EXAMPLES = sorted(
    path for path in (Path(__file__).parents[2] / "examples").iterdir() if path.is_dir() and path.name != "schemas"
)
KNOWN = {
    *(
        "$schema",
        "$defs",
        "$ref",
        "title",
        "description",
        "examples",
        "type",
        "properties",
        "required",
        "items",
        "anyOf",
    ),
    *("enum", "const", "pattern", "format", "additionalProperties", "minimum", "minItems", "minLength", "maxLength"),
}


def schemas(schema: Any = SCHEMA) -> Iterator[dict[str, Any]]:
    """Yield a schema and all schemas in it."""
    yield schema
    inner = [*schema.get("$defs", {}).values(), *schema.get("properties", {}).values(), *schema.get("anyOf", ())]
    for one in [*inner, *([schema["items"]] if "items" in schema else [])]:
        yield from schemas(one)


def faults(value: Any, schema: dict[str, Any], where: str = "") -> list[str]:
    """Return why a value does not fit a schema. Plain scalars of YAML are texts here, so a text of figures is a number too."""
    assert set(schema) <= KNOWN
    if "$ref" in schema:
        return faults(value, SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]], where)
    if "anyOf" in schema:
        found = [faults(value, one, where) for one in schema["anyOf"]]
        return [] if [] in found else [f"{where}: fits none of several: {found}"]
    if "enum" in schema or "const" in schema:
        return [] if value in schema.get("enum", [schema.get("const")]) else [f"{where}: {value!r} is no choice"]
    types = {schema["type"]} if isinstance(schema["type"], str) else set(schema["type"])
    if isinstance(value, dict):
        return [] if not types & {"object"} and [f"{where}: a record"] else _of_record(value, schema, where)
    if isinstance(value, list):
        inner = [
            fault for n, item in enumerate(value) for fault in faults(item, schema.get("items", {}), f"{where}[{n}]")
        ]
        return inner if "array" in types else [f"{where}: a list"]
    return _of_scalar(value, schema, types, where)


def _of_record(value: dict[str, Any], schema: dict[str, Any], where: str) -> list[str]:
    known = schema["properties"]
    found = [f"{where}: {name} is missing" for name in schema.get("required", ()) if name not in value]
    found += [f"{where}: {name} is unknown" for name in value if name not in known]
    return found + [
        fault for name in value.keys() & known for fault in faults(value[name], known[name], f"{where}.{name}")
    ]


def _of_scalar(value: Any, schema: dict[str, Any], types: set[str], where: str) -> list[str]:
    is_number = isinstance(value, int) or (isinstance(value, str) and re.fullmatch(r"-?\d+", value))
    if not ("string" in types and isinstance(value, str)) and not ("integer" in types and is_number):
        return [f"{where}: {value!r} is none of {types}"]
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        return [f"{where}: {value!r} does not match {schema['pattern']}"]
    if schema.get("format") == "date":
        try:
            date.fromisoformat(value)
        except ValueError as error:
            return [f"{where}: {error}"]
    return []


def data_of(path: Path) -> dict[str, Any]:
    gathered = gathering.gather(path)
    files: tuple[SourceFile, ...] = gathered.files
    shape: Shape = records.shape_of(records.Report)
    return read_folder(files, shape).data


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_fits_the_schema(path: Path) -> None:
    assert faults(data_of(path), SCHEMA) == []


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"activities": [{**WORKSHOP, "titel": "x"}]}, "titel is unknown"),
        ({"activities": [{**WORKSHOP, "held": "June 2024"}]}, None),
        ({"activities": [{**WORKSHOP, "held": "11.6.2024"}]}, "does not match"),
        ({"activities": [{**WORKSHOP, "role": "organised"}]}, "is no choice"),
        ({"activities": [{**WORKSHOP, "attendance": {"women": "about 20"}}]}, None),
        ({"activities": [{**WORKSHOP, "background": "perhaps"}]}, "is no choice"),
        ({"donors": ["NO", {"party": "iom", "kind": "in kind"}, "TBC"]}, None),
        ({"markings": "OSCE+"}, "is none of"),
        ({"kind": "letter"}, "is no choice"),
        ({"schema": None}, "is none of"),
    ],
)
def test_an_editor_sees_what_is_wrong(fields: dict[str, Any], fault: str | None) -> None:
    found = faults({**HEAD, **fields}, SCHEMA)

    assert bool(found) == bool(fault)
    assert (fault or "") in "".join(found)


@pytest.mark.parametrize("value", ["TBC", "TBC: expected from the host by 1 November"])
@pytest.mark.parametrize("field", ["title", "held", "place", "purpose", "outcome", "attendance", "topic"])
def test_a_fact_may_be_still_to_come(field: str, value: str) -> None:
    assert faults({**HEAD, "activities": [{"kind": "workshop", field: value}]}, SCHEMA) == []


def test_the_version_and_the_kind_must_be_said() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["required"] == ["schema", "kind", "delivered", "place", "period", "office"]


def test_every_property_is_explained() -> None:
    for schema in schemas():
        for name, held in schema.get("properties", {}).items():
            of = SCHEMA["$defs"][held["$ref"].rpartition("/")[2]] if "$ref" in held else held
            assert held.get("description") or of.get("description"), name


def test_nothing_may_be_null() -> None:
    assert all(schema.get("type") != "null" and "default" not in schema for schema in schemas())


def test_a_pattern_is_one_that_every_editor_understands() -> None:
    patterns = [schema["pattern"] for schema in schemas() if "pattern" in schema]

    assert patterns
    assert not any(re.search(r"\(\?[P<!=]|\\[AZ]", pattern) for pattern in patterns)


SCHEMAS = Path(__file__).parents[2] / "examples" / "schemas"


def test_the_schemas_beside_the_examples_are_those_of_the_models() -> None:
    made = {"report": SCHEMA, **part_schemas(SCHEMA, "report.json")}

    assert {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in SCHEMAS.iterdir()} == made


def test_every_part_refers_to_what_it_is_a_part_of() -> None:
    for part in part_schemas(SCHEMA, "report.json").values():
        for reference in part["anyOf"]:
            described: Any = SCHEMA
            for step in reference["$ref"].removeprefix("report.json#/").split("/"):
                described = described[step]
            assert described


@pytest.mark.parametrize("path", sorted(SCHEMAS.parent.rglob("*.yaml")), ids=lambda path: path.name)
def test_an_example_tells_editors_its_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]

    name = first.removeprefix("# yaml-language-server: $schema=")

    assert (path.parent / name).resolve().parent == SCHEMAS
    assert (path.parent / name).stem.split(".")[0] in {"report", *path.with_suffix("").parts}
