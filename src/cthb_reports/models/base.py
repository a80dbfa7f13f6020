"""What all models share: frozen, strict about keys, and able to be walked field by field."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, model_validator

from cthb_reports.models.scalars import TextValue
from cthb_reports.models.wordings import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import GetJsonSchemaHandler
    from pydantic.fields import FieldInfo
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import core_schema

    from cthb_reports.findings import FieldPath

T = TypeVar("T")


class Model(BaseModel):
    """A record: frozen, with no keys but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Shorthand(Model):
    """A record that one text may stand for: `NO` for a donor, `Geneva` for a place."""

    @classmethod
    def of_text(cls, text: object) -> dict[str, object]:
        """Return the fields that a text, or a value of one, stands for."""
        raise NotImplementedError

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return cls.of_text(value) if isinstance(value, str | TextValue) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Say that a text will do."""
        described = handler.resolve_ref_schema(handler(schema))
        return {"anyOf": [{"type": "string"}, {"type": "object", **described}], "description": cls.__doc__ or ""}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a model as `walk` meets it.

    Args:
        name: Its name in the records.
        markers: Those in its annotation.
        description: What its author is told, its grammatical form included.
        choice: Whether its values are those of a short list.
    """

    name: str
    markers: tuple[object, ...]
    description: str = ""
    choice: bool = False

    def marker(self, kind: type[T]) -> T | None:
        """Return the marker of that class, such as `Refers` or `Markdown`."""
        return next((marker for marker in self.markers if isinstance(marker, kind)), None)


@functools.cache
def attributes_of(model: type[BaseModel]) -> dict[str, str]:
    """Return the attribute of a model behind each name in the records."""
    return {field.name: attribute for attribute, field in fields_of(model)}


@functools.cache
def field_names(model: type[BaseModel]) -> dict[str, str]:
    """Return the name in the records of each attribute of a model."""
    return {attribute: field.name for attribute, field in fields_of(model)}


@functools.cache
def fields_of(model: type[BaseModel]) -> tuple[tuple[str, Field], ...]:
    """Return the attributes of a model with what `walk` needs to know of each."""
    return tuple((name, _field(name, info)) for name, info in model.model_fields.items())


def _field(name: str, info: FieldInfo) -> Field:
    markers = (*info.metadata, *_markers(info.annotation))
    field = Field(info.alias or name, markers, info.description or "", _is_choice(info.annotation))
    wording = field.marker(Wording)
    if wording is None or not wording.advice:
        return field
    # The form is said in one place, the marker, so that what the author is told and what a rule asks cannot differ.
    return replace(field, description=f"{field.description} {wording.advice.removesuffix('.')}.".lstrip())


def _markers(annotation: Any) -> Iterator[object]:
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _markers(part)


def _is_choice(annotation: Any) -> bool:
    if isinstance(annotation, type):
        return issubclass(annotation, StrEnum)
    return any(_is_choice(part) for part in get_args(annotation))


def walk(
    value: object, path: FieldPath = (), field: Field | None = None
) -> Iterator[tuple[FieldPath, Any, Field | None]]:
    """Yield every value below a model with its path and its field, parents first, in the order of the models.

    The entries of a tuple carry the field of the tuple. Fields that are `None` are left out.
    """
    pending: list[tuple[FieldPath, Any, Field | None]] = [(path, value, field)]
    while pending:
        path, value, field = entry = pending.pop()
        yield entry
        if isinstance(value, BaseModel):
            found = [(child, getattr(value, attribute)) for attribute, child in fields_of(type(value))]
            pending += [((*path, child.name), below, child) for child, below in reversed(found) if below is not None]
        elif isinstance(value, tuple):
            pending += [((*path, index), value[index], field) for index in reversed(range(len(value)))]
