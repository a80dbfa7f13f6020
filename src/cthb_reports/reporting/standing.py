"""How far a report has come, as a table for people and as an object for programs; README.md documents both."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING

import click

from cthb_reports.findings import field_text
from cthb_reports.reporting.objects import JSON_VERSION, location

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cthb_reports.kinds.outstanding import Outstanding
    from cthb_reports.workflow.standing import Status

_NOBODY = "nobody is named"


def status_as_text(status: Status) -> str:
    """Return the facts to come under the names of those who owe them, in columns, and what is cleared."""
    rows = {fact: _row(fact) for fact in status.outstanding}
    widths = [max(map(len, column)) for column in zip(*rows.values(), strict=True)] if rows else []
    lines = [
        line
        for owner, facts in _by_owner(status.outstanding)
        for line in (click.style(owner or _NOBODY, bold=True), *(_aligned(rows[fact], widths) for fact in facts))
    ]
    return "\n".join([*lines, _summary(status)])


def _by_owner(facts: Sequence[Outstanding]) -> Iterator[tuple[str, Iterable[Outstanding]]]:
    """Group facts by who owes them: whose fact is due first comes first, those of nobody last."""
    first: dict[str, int] = {}
    for number, fact in enumerate(facts):
        first.setdefault(fact.owner, number)
    grouped = sorted(facts, key=lambda fact: (not fact.owner, first[fact.owner]))
    return groupby(grouped, key=lambda fact: fact.owner)


def _row(fact: Outstanding) -> tuple[str, ...]:
    place = f"{fact.location.file}:{fact.location.line}" if fact.location else field_text(fact.field)
    return (f"by {fact.by}" if fact.by else "", fact.title, fact.what, place)


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    # A column that is empty in all rows takes no room.
    return "  ".join(["", *(text.ljust(width) for text, width in zip(row, widths, strict=True) if width)]).rstrip()


def _summary(status: Status) -> str:
    count = len(status.outstanding)
    coming = f"{count} fact{'' if count == 1 else 's'} to come" if count else "nothing is still to come"
    records = f"{status.cleared} record{'' if status.cleared == 1 else 's'} cleared, {status.not_cleared} not"
    return f"{coming}; {records}"


def status_as_json(status: Status) -> str:
    """Return it as a JSON object: `version`, `outstanding`, and how many `records` are cleared."""
    shown = {
        "version": JSON_VERSION,
        "outstanding": [_object(fact) for fact in status.outstanding],
        "records": {"cleared": status.cleared, "not_cleared": status.not_cleared},
    }
    return json.dumps(shown, ensure_ascii=False, indent=2)


def _object(fact: Outstanding) -> dict[str, object]:
    return {
        "field": field_text(fact.field),
        "title": fact.title,
        "what": fact.what or None,
        "from": fact.owner or None,
        "by": fact.by or None,
        "due": fact.due.isoformat() if fact.due else None,
        "location": location(fact.location) if fact.location else None,
    }
