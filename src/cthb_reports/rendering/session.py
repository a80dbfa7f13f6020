"""One rendering of one report: the anchors it has set, and what its narratives already say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from cthb_reports.document import Anchor, escape, mark
from cthb_reports.kinds.placement import told_records
from cthb_reports.models.facts import Pending
from cthb_reports.rendering.views import View
from cthb_reports.rendering.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds.report import Report
    from cthb_reports.models.parties import Partner
    from cthb_reports.rendering.narratives import Narration


class Session:
    """What a rendering remembers while its templates run.

    Attributes:
        anchors: Where each marked stretch of text comes from; marks hold indices into it.
        at: The path that a template looked at last, for messages.
        named: Ids of the partners that have been named in full.
        begun: How the last composed paragraph began.
        emphasised: Paths of the key phrases that have been printed bold.
    """

    def __init__(self, report: Report) -> None:
        self.report = report
        self.root = View(self, (), report)
        self.anchors: list[Anchor] = []
        self.at: FieldPath = ()
        self.named: set[str] = set()
        self.emphasised: set[FieldPath] = set()
        self.begun = ""
        self.partners: Mapping[str, Partner] = {partner.id: partner for partner in report.partners}
        self.records = dict(told_records(report))
        self.narrations: dict[FieldPath, Narration] = {}

    @property
    def on(self) -> date:
        """The day on which the report speaks."""
        return self.report.delivered

    def anchor(self, anchor: Anchor) -> int:
        """Return the index of a new anchor."""
        self.anchors.append(anchor)
        return len(self.anchors) - 1

    def span(self, path: FieldPath, text: str) -> Markup:
        """Return a text as Markdown that knows the field it came from."""
        return Markup(mark(self.anchor(Anchor(path)), escape(text)))  # noqa: S704  # escaped for Markdown, which is what we write

    def show(self, view: View, text: str | None = None) -> Markup:
        """Return a value in its usual words, or in others; a fact still to come as a loud placeholder."""
        if isinstance(view.value_, Pending):
            return self.placeholder(view)
        return self.span(view.path_, words(view.value_, self) if text is None else text)

    def placeholder(self, view: View) -> Markup:
        """Return the loud placeholder of a fact still to come."""
        index = self.anchor(Anchor(view.path_, "placeholder"))
        return Markup(mark(index, escape(placeholder_text(view.path_, view.value_))))  # noqa: S704  # escaped

    def owner(self, path: FieldPath) -> FieldPath | None:
        """Return the path of the record that a value belongs to."""
        return next((path[:end] for end in (2, 3) if path[:end] in self.records), None)


def placeholder_text(path: FieldPath, pending: Pending) -> str:
    """Return what stands in the draft for a fact still to come."""
    name = next((step for step in reversed(path) if isinstance(step, str)), "fact").replace("_", " ")
    return f"[to be confirmed: {pending.note or name}]"
