"""Which of several wordings is taken: the one that was used longest ago, so that neighbours differ.

The choice depends on the records that were told before, never on chance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cthb_reports.rendering.display import safe
from cthb_reports.rendering.markdown import tidied, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from cthb_reports.rendering.views import View


def least_used(record: View, variants: Sequence[str], kind: str | None = None) -> Markup:
    """Return the variant that was used longest ago; the first of those never used. Empty ones are passed over.

    Where the record says under `turns` which one it takes, and there is such a one, it takes that.

    Args:
        record: The record that is told.
        variants: Inline Markdown.
        kind: What the variants are turns of phrase for. Without it they are openings, which are alike when their first words are.
    """
    session = record.session_
    texts = [tidied(variant) for variant in variants]
    there = [number for number, text in enumerate(texts) if text]
    openings = {number: _beginning(texts[number]) for number in there}
    names = {number: f"{kind} {there.index(number)}" if kind else openings[number] for number in there}
    session.uses += 1
    asked = _asked(record, kind or OPENING)
    chosen = asked if asked in there else min(there, key=lambda number: session.used.get(names[number], 0))
    session.used[names[chosen]] = session.used[openings[chosen]] = session.uses
    session.turns.setdefault(record.path_, {}).setdefault(kind or OPENING, chosen + 1)
    return safe(texts[chosen])


def note_opening(record: View, text: str) -> None:
    """Note how a text of its author's begins, so that the sentences around it begin otherwise."""
    session = record.session_
    session.uses += 1
    if len(text.split()) > 1:
        session.used[_beginning(text)] = session.uses


OPENING = "opening"


def _asked(record: View, kind: str) -> int | None:
    for turn in getattr(record.value_, "turns", ()):
        name, _, number = turn.rpartition(" ")
        if name == kind:
            return int(number) - 1
    return None


def _beginning(text: str) -> str:
    """Two words tell whether two sentences begin alike; all dates are alike."""
    first, *others = visible(text[:200]).lower().split()[:2]
    return "in" if first in {"on", "from", "since"} else first if first == "in" else " ".join([first, *others])
