"""What a narrative already says of its record, so that the composed sentences say only the rest.

A field is said when the narrative prints it by an expression, holds its value in the words that the template would use, or
lists it under `said`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from cthb_reports.kinds.lookup import value_at
from cthb_reports.models.counts import Count
from cthb_reports.models.facts import Pending
from cthb_reports.models.moments import MONTHS
from cthb_reports.rendering import narratives
from cthb_reports.rendering.views import View
from cthb_reports.rendering.words import short_words, words

if TYPE_CHECKING:
    from cthb_reports.findings import FieldPath
    from cthb_reports.rendering.session import Session


def narration(record: View, field: str = "narrative") -> narratives.Narration | None:
    """Return the author's paragraphs of a record, or `None` where there are none."""
    view = getattr(record, field)
    if view is None:
        return None
    done = record.session_.narrations
    if view.path_ not in done:
        done[view.path_] = narratives.narrate(record.session_, view, record)
    return done[view.path_]


def left(view: View | None) -> View | list[View] | None:
    """Return what its narrative leaves to be said of a value: all of it, some entries of a list, or `None`."""
    if view is None or view.value_ == () or view.value_ is False:
        return None
    owner = view.session_.owner(view.path_)
    if owner is None:
        return view
    if isinstance(view.value_, tuple):
        return [entry for entry in view if not is_said(view.session_, owner, entry.path_)] or None
    return None if is_said(view.session_, owner, view.path_) else view


def is_said(session: Session, owner: FieldPath, path: FieldPath) -> bool:
    """Tell whether the narrative of a record says a value of it; a record within it is said when all its values are."""
    if owner not in session.spoken:
        return False
    record = session.records[owner]
    within = ".".join(str(step) for step in path[len(owner) :] if isinstance(step, str))
    if any(within == name or within.startswith(f"{name}.") for name in record.said):
        return True
    found = narration(View(session, owner, record))
    if found is None:
        return False
    value = value_at(session.report, path)
    whole = any(path[:end] in found.printed for end in range(len(owner) + 1, len(path)))
    return whole or _all_said(session, found, path, value)


def _all_said(session: Session, found: narratives.Narration, path: FieldPath, value: Any) -> bool:
    if path in found.printed:
        return True
    if isinstance(value, BaseModel):
        leaves = [(name, getattr(value, name)) for name in type(value).model_fields]
        return all(
            _all_said(session, found, (*path, name), leaf)
            for name, leaf in leaves
            if leaf is not None and leaf != () and leaf is not False
        )
    if isinstance(value, tuple):
        return all(_all_said(session, found, (*path, index), entry) for index, entry in enumerate(value))
    if isinstance(value, Pending | bool):
        return False
    return _holds(found.text, value, str(path[-1]), session)


_NOUNS = {
    "participating_states": r"(?:[\w-]+ ){0,2}States?\b",
    "partners": r"(?:[\w-]+ ){0,2}Partners?\b",
    "jointly": r"(?:[\w-]+ ){0,2}States?\b",
}


def _holds(text: str, value: Any, name: str, session: Session) -> bool:
    """Tell whether a text holds a value in its usual words; a number only with a word after it that is no month."""
    looked_for = words(value, session)
    if looked_for not in text and not ((short := short_words(value, session)) and (looked_for := short) in text):
        return False
    pattern = rf"(?<![\w,.]){re.escape(looked_for)}(?![\w])(?!,\d)"
    if isinstance(value, Count):
        pattern += rf" (?!{'|'.join(MONTHS)}){_NOUNS.get(name, r'[a-zA-Z]')}"
    return re.search(pattern, text) is not None
