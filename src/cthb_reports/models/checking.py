"""Plain data to a model, and what is wrong with the data, in words for the person who typed it."""

from __future__ import annotations

import difflib
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from cthb_reports.models import texts
from cthb_reports.models.base import Field, fields_of
from cthb_reports.models.facts import Pending, looks_pending, nearly_pending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pydantic_core import ErrorDetails

    from cthb_reports.findings import FieldPath

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with the data.

    Args:
        code: Its code, as in `FAULTS`.
        field: The path of the value, or of the key that is missing or unknown.
        message: What is wrong.
        hint: What to do.
    """

    code: str
    field: FieldPath
    message: str
    hint: str | None = None


FAULTS: Mapping[str, str] = {
    "D101": "missing-field",
    "D102": "unknown-field",
    "D103": "wrong-value",
}
"""The codes of what the models themselves find, and the names of the faults."""


def check(model: type[M], data: Mapping[str, Any]) -> tuple[M | None, tuple[Fault, ...]]:
    """Return the model that the data make, or all that is wrong with them."""
    try:
        return model.model_validate(data), ()
    except ValidationError as error:
        return None, tuple(_fault(model, detail) for detail in error.errors(include_url=False))


def _fault(model: type[BaseModel], detail: ErrorDetails) -> Fault:
    path = _path(detail["loc"])
    if detail["type"] == "missing":
        return Fault("D101", path, f"{path[-1]!r} is missing", _description(model, detail["loc"]))
    if detail["type"] == "extra_forbidden":
        return _unknown(model, detail, path)
    message, hint = _wrong_value(model, detail, path)
    if hint is None and detail["type"] != "value_error":
        hint = _description(model, detail["loc"])
    return Fault("D103", path, message, hint)


def _wrong_value(model: type[BaseModel], detail: ErrorDetails, path: FieldPath) -> tuple[str, str | None]:
    value = detail["input"]
    if value is None or (isinstance(value, str) and not value.strip()):
        what = f"entry {path[-1] + 1} of {path[-2]!r}" if isinstance(path[-1], int) else repr(path[-1])
        pending = "say 'TBC' if the fact is still to come, " if "<known>" in detail["loc"][-1:] else ""
        return f"{what} is empty", f"fill it in, {pending}or delete the line"
    if looks_pending(value) and detail["type"] == "tuple_type" and _takes_pending_entries(model, detail["loc"]):
        return f"{_shown(value)} should be a list", f"make it an entry: [{json.dumps(value, ensure_ascii=False)}]"
    if looks_pending(value):
        return f"{_shown(value)} cannot stand here: this must be known", "fill it in, or delete the line"
    if isinstance(value, str) and nearly_pending(value):
        return f"{_shown(value)} seems to be a fact still to come", "write 'TBC' or 'TBC: what is awaited'"
    return _WORDS.get(detail["type"], _plain)(detail)


def _path(loc: tuple[int | str, ...]) -> FieldPath:
    """Leave out the tags of unions: they stand in angle brackets, which no field does."""
    return tuple(step for step in loc if not (isinstance(step, str) and step.startswith("<")))


def _unknown(model: type[BaseModel], detail: ErrorDetails, path: FieldPath) -> Fault:
    names = sorted({name for candidate in _models_at(model, detail["loc"][:-1]) for name in _names(candidate)})
    near = difflib.get_close_matches(str(path[-1]), names, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"known here: {', '.join(names)}"
    return Fault("D102", path, f"{path[-1]!r} is not known here", hint)


def _names(model: type[BaseModel]) -> Iterator[str]:
    return ((field.alias or name) for name, field in model.model_fields.items())


def _description(model: type[BaseModel], loc: tuple[int | str, ...]) -> str | None:
    """Return what the author is told of a field; the entries of a list share that of the list."""
    told = (field.description.removesuffix(".") for _, _, field in _fields_at(model, loc) if field.description)
    return next(told, None)


def _takes_pending_entries(model: type[BaseModel], loc: tuple[int | str, ...]) -> bool:
    """Tell whether a list may hold facts still to come."""
    return any(Pending in _parts(kind.model_fields[name].annotation) for kind, name, _ in _fields_at(model, loc))


def _fields_at(model: type[BaseModel], loc: tuple[int | str, ...]) -> Iterator[tuple[type[BaseModel], str, Field]]:
    """Yield the fields that may stand at a place: the model, its attribute, and what is known of it."""
    names = [step for step in _path(loc) if isinstance(step, str)]
    steps = loc[: len(loc) - 1 - loc[::-1].index(names[-1])] if names else ()
    for candidate in _models_at(model, steps):
        for name, field in fields_of(candidate):
            if names and names[-1] in (name, field.name):
                yield candidate, name, field


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)


def _models_at(model: type[BaseModel], loc: tuple[int | str, ...]) -> tuple[type[BaseModel], ...]:
    """Return the models that may stand at a place: one, or several where a union is not yet decided."""
    here: tuple[type[BaseModel], ...] = (model,)
    for step in loc:
        if isinstance(step, int):
            continue
        if step.startswith("<"):
            tagged = tuple(m for m in here if m.__name__.lower() == step.strip("<>"))
            here = tagged or here
        else:
            fields = [f for m in here for n, f in m.model_fields.items() if step in (n, f.alias)]
            here = tuple(found for field in fields for found in _models_in(field.annotation))
    return here


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    yield from (part for part in _parts(annotation) if isinstance(part, type) and issubclass(part, BaseModel))


def _shown(value: object) -> str:
    text = repr(value) if isinstance(value, str | int | float | bool) else "this"
    return text if len(text) <= 60 else f"{text[:57]}...'"


def _plain(detail: ErrorDetails) -> tuple[str, str | None]:
    message = detail["msg"]
    return f"{_shown(detail['input'])}: {message[:1].lower()}{message[1:]}", None


def _author(detail: ErrorDetails) -> tuple[str, str | None]:
    """Pass on what our own validators say; they speak to the author, the hint after a semicolon."""
    value, words = detail["input"], detail["msg"].removeprefix("Value error, ")
    typed = value.strip() if isinstance(value, str) else value
    # The author's own words may hold a semicolon, too.
    words = words.replace(repr(value), _TYPED).replace(repr(typed), _TYPED)
    message, _, hint = (part.replace(_TYPED, _shown(typed)) for part in words.partition("; "))
    return message, hint or None


_TYPED = "\0"


def _expected(text: str, hint: str | None = None) -> Callable[[ErrorDetails], tuple[str, str | None]]:
    return lambda detail: (f"{_shown(detail['input'])} should be {text}", hint)


def _choice(detail: ErrorDetails) -> tuple[str, str | None]:
    expected = detail.get("ctx", {}).get("expected", "")
    near = difflib.get_close_matches(str(detail["input"]).lower(), re.findall(r"'([^']*)'", expected), n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"say {'one of ' if ' or ' in expected else ''}{expected}"
    return f"{_shown(detail['input'])} is none of those known here", hint


def _too_small(detail: ErrorDetails) -> tuple[str, str | None]:
    return f"{_shown(detail['input'])} is too small", f"write a whole number from {detail.get('ctx', {}).get('ge')}"


def _form(detail: ErrorDetails) -> tuple[str, str | None]:
    shown = _shown(detail["input"])
    match detail.get("ctx", {}).get("pattern"):
        case texts.ID:
            return f"{shown} is not a short name", "use small letters, figures and single hyphens: alliance-2017"
        case _:
            return f"{shown} has not the form needed here", None


_WORDS: Mapping[str, Callable[[ErrorDetails], tuple[str, str | None]]] = {
    "value_error": _author,
    "string_type": _expected("a text", "put it in quotes"),
    "string_pattern_mismatch": _form,
    "tuple_type": _expected("a list", "begin each entry with a hyphen, or write [one, two]"),
    "model_type": _expected("a record: keys with their values"),
    "model_attributes_type": _expected("a record: keys with their values"),
    "dict_type": _expected("a record: keys with their values"),
    "int_parsing": _expected("a whole number"),
    "int_type": _expected("a whole number"),
    "int_from_float": _expected("a whole number"),
    "greater_than_equal": _too_small,
    "bool_parsing": _expected("yes or no"),
    "bool_type": _expected("yes or no"),
    "enum": _choice,
    "literal_error": _choice,
    "too_short": lambda _: ("the list is empty", "give at least one entry, or delete the line"),
}
