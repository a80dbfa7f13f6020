"""What the records of a list may hold, told to the person who fills them in."""

from __future__ import annotations

import inspect
import textwrap
from enum import StrEnum
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from cthb_reports.kinds import Report
from cthb_reports.models.base import fields_of
from cthb_reports.models.facts import Pending
from cthb_reports.models.texts import Markdown, Refers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cthb_reports.models.base import Field

_WIDTH = 110


def names() -> tuple[str, ...]:
    """Return what `form` can tell of: `report`, and every field of it that holds records."""
    return ("report", *(field.name for attribute, field in fields_of(Report) if _models(Report, attribute)))


def form(name: str) -> str | None:
    """Return what a list of records may hold, in plain words; `None` where there is no such list."""
    if name == "report":
        return "\n".join(_of_model("report", Report))
    for attribute, field in fields_of(Report):
        if field.name == name and (models := _models(Report, attribute)):
            return "\n".join([f"{name}: {field.description}", "", *_of_models(models)])
    return None


def _models(model: type[BaseModel], attribute: str) -> list[type[BaseModel]]:
    parts = _parts(model.model_fields[attribute].annotation)
    return list(dict.fromkeys(part for part in parts if isinstance(part, type) and issubclass(part, BaseModel)))


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(getattr(annotation, "__value__", annotation)):
        yield from _parts(part)


def _of_models(models: Sequence[type[BaseModel]]) -> Iterator[str]:
    """Yield the fields of each model; those that all have stand once, at the end."""
    shared = (
        [entry for entry in _told(models[0]) if all(entry in _told(model) for model in models)]
        if len(models) > 1
        else []
    )
    for model in models:
        yield from _of_model(model.__name__, model, without=shared)
        yield ""
    if shared:
        yield "Each of them may also hold:"
        yield from (line for entry in shared for line in entry)


def _of_model(name: str, model: type[BaseModel], without: Sequence[tuple[str, ...]] = ()) -> Iterator[str]:
    yield textwrap.fill(f"{name}: {inspect.cleandoc(model.__doc__ or '').partition(chr(10))[0]}", _WIDTH)
    yield from (line for entry in _told(model) if entry not in without for line in entry)


def _told(model: type[BaseModel]) -> list[tuple[str, ...]]:
    """Return what is told of each field: a line that names it, and what it means."""
    return [_of_field(model, attribute, field) for attribute, field in fields_of(model)]


def _of_field(model: type[BaseModel], attribute: str, field: Field) -> tuple[str, ...]:
    info = model.model_fields[attribute]
    parts = list(_parts(info.annotation))
    notes = [
        "needed" if info.is_required() else "",
        "a list" if getattr(info.annotation, "__origin__", None) is tuple else "",
        "or TBC" if Pending in parts else "",
        "Markdown" if field.marker(Markdown) else "",
    ]
    shown = ", ".join(note for note in notes if note)
    said = " ".join([field.description, *_choices(parts), *_below(parts), *_target(field), *_examples(info.examples)])
    head = f"  {field.name}{f' ({shown})' if shown else ''}"
    return (
        head,
        *textwrap.wrap(said, _WIDTH, initial_indent="      ", subsequent_indent="      ", break_on_hyphens=False),
    )


def _choices(parts: Sequence[Any]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, type) and issubclass(part, StrEnum):
            yield f"One of: {', '.join(part)}."


def _below(parts: Sequence[Any]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, type) and issubclass(part, BaseModel):
            yield f"Holds {', '.join(field.name for _, field in fields_of(part))}."


def _target(field: Field) -> Iterator[str]:
    refers = field.marker(Refers)
    if refers:
        yield f"The id of a record in {' or '.join(refers.to)}."


def _examples(examples: Sequence[Any] | None) -> Iterator[str]:
    if examples:
        yield f"Such as {', '.join(map(str, examples))}."
