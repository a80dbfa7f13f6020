"""How new values are written in YAML: records and lists in lines, small lists of words in brackets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cthb_reports.sources.editing import texts
from cthb_reports.sources.editing.written import Frame, Written

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def value(new: Any, frame: Frame) -> Written:
    """Return how a value is written after its name or its dash."""
    if isinstance(new, dict) and new:
        return Written("", tuple(members(new, replace(frame, margin=frame.margin + frame.step))))
    if isinstance(new, list) and new:
        inline = in_brackets(new, frame) if all(not isinstance(entry, (dict, list)) for entry in new) else ""
        if inline and "\\n" not in inline and frame.column + len(inline) <= frame.width:
            return Written(inline)
        return Written("", tuple(entries(new, replace(frame, margin=frame.margin + frame.dash))))
    return Written(in_brackets(new, frame)) if isinstance(new, (dict, list)) else texts.scalar(new, frame)


def members(record: Mapping[str, Any], frame: Frame) -> list[str]:
    """Return the lines of a record; the margin is where its names begin."""
    return [line for key, inner in record.items() for line in member(key, inner, frame)]


def member(key: str, inner: Any, frame: Frame) -> list[str]:
    """Return the lines of one value of a record, with its name."""
    lead = f"{' ' * frame.margin}{texts.name(key)}:"
    written = value(inner, replace(frame, column=len(lead) + 1, is_entry=False))
    return [f"{lead} {written.inline}" if written.inline else lead, *written.below]


def entries(new: Sequence[Any], frame: Frame) -> list[str]:
    """Return the lines of a list; the margin is where its dashes stand."""
    return [line for inner in new for line in entry(inner, frame)]


def entry(inner: Any, frame: Frame) -> list[str]:
    """Return the lines of one entry, which begins on the line of its dash."""
    dash = f"{' ' * frame.margin}- "
    within = replace(frame, margin=frame.margin + 2, column=frame.margin + 2)
    if isinstance(inner, dict) and inner:
        lines = members(inner, within)
    elif isinstance(inner, list) and inner:
        lines = entries(inner, within)
    else:
        written = value(inner, replace(frame, column=frame.margin + 2, is_entry=True))
        return [dash + written.inline, *written.below]
    return [dash + lines[0].lstrip(" "), *lines[1:]]


def in_brackets(new: Any, frame: Frame) -> str:
    """Return a value on one line."""
    within = replace(frame, column=0, in_flow=True)
    if isinstance(new, dict):
        return f"{{{', '.join(f'{texts.name(key)}: {in_brackets(inner, within)}' for key, inner in new.items())}}}"
    if isinstance(new, list):
        return f"[{', '.join(in_brackets(inner, within) for inner in new)}]"
    return texts.scalar(new, within).inline
