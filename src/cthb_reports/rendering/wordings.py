"""Wordings that belong to no record, and may be worded otherwise in one report: the mandate, the thanks, the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cthb_reports.document import Anchor, mark
from cthb_reports.rendering import narratives
from cthb_reports.rendering.views import View

if TYPE_CHECKING:
    from cthb_reports.rendering.session import Session


def worded(text: str, of: View, name: str) -> str:
    """Return the usual text of a wording, or what the records say instead.

    Args:
        text: Inline Markdown, the usual text.
        of: What it is about: the report, or a part of it.
        name: The block of the template that it stands in.
    """
    session, key = of.session_, wording_key(of, name)
    session.worded.append(key)
    for index, entry in enumerate(session.report.wording):
        if entry.block == key:
            path = ("wording", index, "text")
            told, _ = narratives.filled(session, View(session, path, entry.text), session.root)
            return mark(session.anchor(Anchor(path, "wording", key)), " ".join(told.split()))
    return mark(session.anchor(Anchor((), "wording", key)), text)


def wording_key(of: View, name: str) -> str:
    """Return by what name the records know a wording: that of its block, and the id or number of what it is about."""
    identity = getattr(of.value_, "id", None)
    if identity is None and of.path_ and isinstance(of.path_[-1], int):
        identity = of.path_[-1] + 1
    return name if identity is None else f"{name} {identity}"


def unused(session: Session) -> tuple[int, ...]:
    """Return the numbers of the wordings in the records that no block has asked for."""
    asked = set(session.worded)
    return tuple(index for index, entry in enumerate(session.report.wording) if entry.block not in asked)
