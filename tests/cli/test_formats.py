"""The formats in which findings leave the program: JSON of our own, GitHub's commands, SARIF."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from cthb_reports.findings import Finding, Location, Severity
from cthb_reports.reporting import as_github, as_json, as_sarif, summary

SCHEMA = json.loads((Path(__file__).parent / "sarif-2.1.0.schema.json").read_text(encoding="utf-8"))
IN_TEXT = Finding(
    "C111",
    "activity-outside-period",
    Severity.ERROR,
    "held 50% later, on\nfriday: late",
    "correct it",
    ("activities", 0, "held"),
    Location("my records/a,b.yaml", 3, 5, 3, 15),
)
IN_WORD = Finding(
    "S101",
    "cooperation-without-hyphen",
    Severity.WARNING,
    "'cooperation': the house writes 'co-operation'",
    location=Location("a.docx", 12, 5, 12, 16, "footnote 2", "the [cooperation] of"),
)
BUILT = Finding("P101", "fact-to-come", Severity.PENDING, "still to come", None, ("activities", 0, "purpose"))
OVER_LINES = Finding("T101", "x", Severity.QUERY, "said", location=Location("a.yaml", 3, 5, 4, 2))
ALL = (IN_TEXT, IN_WORD, BUILT, OVER_LINES)


# --- JSON


def test_a_place_in_a_text_has_lines_and_columns() -> None:
    shown = json.loads(as_json([IN_TEXT]))["findings"][0]

    assert shown == {
        "code": "C111",
        "name": "activity-outside-period",
        "severity": "error",
        "message": "held 50% later, on\nfriday: late",
        "hint": "correct it",
        "field": "activities[0].held",
        "location": {"file": "my records/a,b.yaml", "line": 3, "column": 5, "end_line": 3, "end_column": 15},
    }


def test_a_place_in_a_word_file_has_its_paragraph_and_the_words_around() -> None:
    assert json.loads(as_json([IN_WORD]))["findings"][0]["location"] == {
        "file": "a.docx",
        "part": "footnote 2",
        "paragraph": 12,
        "column": 5,
        "end_column": 16,
        "around": "the [cooperation] of",
    }


def test_what_is_waived_is_told_with_its_reason() -> None:
    shown = json.loads(as_json([], [(IN_TEXT, "agreed")]))

    assert (shown["version"], shown["findings"]) == (1, [])
    assert [(one["code"], one["why"]) for one in shown["waived"]] == [("C111", "agreed")]


def test_the_summary_counts_what_is_waived() -> None:
    assert summary([IN_TEXT], 2) == "1 error; 2 waived"
    assert summary([], 1) == "nothing found; 1 waived"


# --- GitHub


def test_a_finding_is_one_command_whatever_it_holds() -> None:
    assert as_github([IN_TEXT]) == (
        "::error file=my records/a%2Cb.yaml,line=3,endLine=3,col=5,endColumn=15,"
        "title=C111 activity-outside-period::held 50%25 later, on%0Afriday: late%0Ahint: correct it"
    )


def test_what_has_no_line_is_told_in_words() -> None:
    assert as_github([IN_WORD, BUILT]).splitlines() == [
        (
            "::warning file=a.docx,title=S101 cooperation-without-hyphen::"
            "a.docx: footnote 2, paragraph 12: 'cooperation': the house writes 'co-operation'"
        ),
        "::notice title=P101 fact-to-come::activities[0].purpose: still to come",
    ]


def test_words_over_several_lines_have_no_columns() -> None:
    assert as_github([OVER_LINES]) == "::notice file=a.yaml,line=3,endLine=4,title=T101 x::said"


# --- SARIF


def faults(value: Any, schema: dict[str, Any], where: str = "$") -> list[str]:
    """Return why a value does not fit a schema: a judge of our own, for what this schema uses of the standard."""
    assert set(schema) <= _KNOWN, set(schema) - _KNOWN
    if "$ref" in schema:
        return faults(value, SCHEMA["definitions"][schema["$ref"].rpartition("/")[2]], where)
    found = [f"{where}: no {schema['type']}"] if "type" in schema and not _is(value, schema["type"]) else []
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{where}: {value!r} is none of {schema['enum']}")
    for word, least in (("anyOf", 1), ("oneOf", 1)):
        fitting = sum(not faults(value, one, where) for one in schema.get(word, ()))
        if word in schema and (fitting < least or (word == "oneOf" and fitting > 1)):
            found.append(f"{where}: fits {fitting} of {word}")
    found += _of_scalar(value, schema, where)
    if isinstance(value, list):
        found += _of_list(value, schema, where)
    return found + (_of_object(value, schema, where) if isinstance(value, dict) else [])


_KNOWN = {
    *("$ref", "$schema", "id", "title", "default", "definitions", "type", "enum", "anyOf", "oneOf", "format"),
    *("pattern", "minimum", "maximum", "items", "minItems", "uniqueItems"),
    *("properties", "required", "additionalProperties"),
}


def _is(value: Any, name: str | list[str]) -> bool:
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "number": int | float, "boolean": bool}
    names = [name] if isinstance(name, str) else name
    return any(isinstance(value, kinds[one]) and (one == "boolean" or not isinstance(value, bool)) for one in names)


def _of_scalar(value: Any, schema: dict[str, Any], where: str) -> list[str]:
    found = []
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        found.append(f"{where}: {value!r} has not the form {schema['pattern']}")
    if isinstance(value, str) and schema.get("format") in {"uri", "uri-reference"} and re.search(r"[\s<>\"{}]", value):
        found.append(f"{where}: {value!r} is no address")
    if isinstance(value, int) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        found.append(f"{where}: {value} is out of range")
    return found


def _of_list(value: list[Any], schema: dict[str, Any], where: str) -> list[str]:
    found = [f"{where}: too few"] if len(value) < schema.get("minItems", 0) else []
    if schema.get("uniqueItems") and any(one in value[:index] for index, one in enumerate(value)):
        found.append(f"{where}: one is there twice")
    return found + [
        fault for index, one in enumerate(value) for fault in faults(one, schema.get("items", {}), f"{where}[{index}]")
    ]


def _of_object(value: dict[str, Any], schema: dict[str, Any], where: str) -> list[str]:
    known, others = schema.get("properties", {}), schema.get("additionalProperties", True)
    found = [f"{where}: {name} is missing" for name in schema.get("required", ()) if name not in value]
    for name, one in value.items():
        if name in known or isinstance(others, dict):
            found += faults(one, known.get(name, others), f"{where}.{name}")
        elif not others:
            found.append(f"{where}: {name} is not known")
    return found


@pytest.mark.parametrize("findings", [(), ALL, (IN_WORD,), (BUILT,)])
def test_a_sarif_log_fits_the_schema_of_the_standard(findings: tuple[Finding, ...]) -> None:
    log = json.loads(as_sarif(findings, [(IN_TEXT, "agreed")], "0.1.0"))

    assert faults(log, SCHEMA) == []


def test_the_judge_of_sarif_finds_what_does_not_fit() -> None:
    log = json.loads(as_sarif(ALL))
    log["runs"][0]["results"][0]["level"] = "bad"
    log["runs"][0]["results"][1]["locations"][0]["region"] = {}
    log["runs"][0]["results"][3]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    del log["runs"][0]["tool"]

    assert len(faults(log, SCHEMA)) == 4


def test_a_result_names_its_rule_place_and_field() -> None:
    run = json.loads(as_sarif([IN_WORD, IN_TEXT]))["runs"][0]

    result = run["results"][1]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]] == {"id": "C111", "name": "activity-outside-period"}
    assert result["level"] == "error"
    (location,) = result["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "my%20records/a%2Cb.yaml"
    assert location["physicalLocation"]["region"]["startLine"] == 3
    assert location["logicalLocations"] == [{"fullyQualifiedName": "activities[0].held"}]


def test_what_is_waived_is_a_result_that_is_suppressed() -> None:
    (result,) = json.loads(as_sarif([], [(IN_TEXT, "agreed")]))["runs"][0]["results"]

    assert result["suppressions"] == [{"kind": "inSource", "justification": "agreed"}]
