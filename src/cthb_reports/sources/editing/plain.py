"""Plain data as a record file gives it back."""

from __future__ import annotations

import math
import re
from typing import Any

from cthb_reports.errors import UnwritableError
from cthb_reports.findings import FieldPath, field_text

_HALVES = re.compile("[\ud800-\udfff]")


def as_text(value: float) -> str:
    """Return a number, true or false as authors write it in YAML."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def same(old: object, new: object) -> bool:
    """Tell whether a value of a file is the one that is meant; YAML has nothing but text for numbers, true and false."""
    if isinstance(old, dict) and isinstance(new, dict):
        return old.keys() == new.keys() and all(same(old[key], new[key]) for key in old)
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(map(same, old, new))
    if isinstance(old, str) and isinstance(new, (bool, int, float)):
        return old == as_text(new)
    return type(old) is type(new) and old == new


def as_read(value: Any, *, is_json: bool) -> Any:
    """Return a value as it will be read from a file of JSON or of YAML."""
    if isinstance(value, dict):
        return {key: as_read(inner, is_json=is_json) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_read(inner, is_json=is_json) for inner in value]
    if is_json or not isinstance(value, (bool, int, float)):
        return value
    return as_text(value)


def checked(path: FieldPath, value: Any) -> Any:
    """Return a copy of a value of which lists and records are lists and dicts.

    Raises:
        UnwritableError: It is something that no record file can hold.
    """
    if isinstance(value, dict):
        return {_name(path, key): checked((*path, key), inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [checked((*path, index), inner) for index, inner in enumerate(value)]
    if isinstance(value, float) and not math.isfinite(value):
        raise UnwritableError(field_text(path), f"{value} is no number that a record can hold")
    if isinstance(value, str) and _HALVES.search(value):
        raise UnwritableError(field_text(path), "the text holds half of a character, U+D800 to U+DFFF")
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    raise UnwritableError(field_text(path), f"{value!r} is neither text, number, list nor record")


def _name(path: FieldPath, key: object) -> str:
    if isinstance(key, str) and key and not _HALVES.search(key):
        return key
    raise UnwritableError(field_text(path), f"{key!r} is no name of a field")
