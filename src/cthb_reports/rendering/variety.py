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

    from cthb_reports.rendering.session import Session


def least_used(session: Session, variants: Sequence[str], kind: str | None = None) -> Markup:
    """Return the variant that was used longest ago; the first of those never used. Empty ones are passed over.

    Args:
        session: Remembers what was used.
        variants: Inline Markdown.
        kind: What the variants are turns of phrase for. Without it they are openings, which are alike when their first words are.
    """
    found = [text for variant in variants if (text := tidied(variant))]
    openings = [_beginning(text) for text in found]
    names = [f"{kind} {number}" for number in range(len(found))] if kind else openings
    session.uses += 1
    chosen = min(range(len(found)), key=lambda number: session.used.get(names[number], 0))
    session.used[names[chosen]] = session.used[openings[chosen]] = session.uses
    return safe(found[chosen])


def _beginning(text: str) -> str:
    """Two words tell whether two sentences begin alike; all dates are alike."""
    first, *others = visible(text[:200]).lower().split()[:2]
    return "in" if first in {"on", "from", "since"} else first if first == "in" else " ".join([first, *others])
