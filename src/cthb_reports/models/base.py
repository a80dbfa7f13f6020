"""What all models share: frozen, strict about keys, and able to be walked field by field."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, model_validator

from cthb_reports.models.scalars import TextValue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import GetJsonSchemaHandler
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
    """A field of a model as `walk` meets it: its name in the records, and the markers in its annotation."""

    name: str
    markers: tuple[object, ...]

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
    return tuple(
        (name, Field(info.alias or name, (*info.metadata, *_markers(info.annotation))))
        for name, info in model.model_fields.items()
    )


def _markers(annotation: Any) -> Iterator[object]:
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _markers(part)


def walk(
    value: object, path: FieldPath = (), field: Field | None = None
) -> Iterator[tuple[FieldPath, Any, Field | None]]:
    """Yield every value below a model with its path and its field, parents first, in the order of the models.

    The entries of a tuple carry the field of the tuple. Fields that are `None` are left out.
    """
    yield path, value, field
    if isinstance(value, BaseModel):
        for attribute, child_field in fields_of(type(value)):
            child = getattr(value, attribute)
            if child is not None:
                yield from walk(child, (*path, child_field.name), child_field)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from walk(item, (*path, index), field)
