"""What differs between two versions, as people and programs read it."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from cthb_reports.findings import field_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cthb_reports.kinds.changes import FactChange
    from cthb_reports.workflow import Comparison

VERSION = 1
"""Of the object for programs; a field that is new does not change it."""


def changes_text(comparison: Comparison) -> str:
    """Return a line for each fact that differs, and one for all of them."""
    return "\n".join([*map(_line, comparison.facts), _summary(comparison)])


def _line(fact: FactChange) -> str:
    return f"{f'{fact.place}: ' if fact.place else ''}{fact.kind} {fact}"


def _summary(comparison: Comparison) -> str:
    kinds = Counter(fact.kind for fact in comparison.facts)
    tally = asdict(comparison.tally)
    facts = _counted({kind: kinds[kind] for kind in sorted(kinds)})
    text = _counted({name: tally[name] for name in ("changed", "inserted", "deleted", "moved")})
    if not facts and not text:
        return "no difference"
    return f"facts: {facts or 'none differ'}; paragraphs: {text or 'none differ'}"


def _counted(counts: dict[Any, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.items() if count)


def changes_json(comparison: Comparison, written: Iterable[str]) -> str:
    """Return what differs as an object of JSON.

    Args:
        comparison: What differs.
        written: The names of the files that were written.
    """
    facts = [{**asdict(fact), "kind": str(fact.kind), "field": field_text(fact.field)} for fact in comparison.facts]
    made = {"version": VERSION, "facts": facts, "paragraphs": asdict(comparison.tally), "written": list(written)}
    return json.dumps(made, ensure_ascii=False, indent=2)
