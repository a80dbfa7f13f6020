"""One rendering of one report: the anchors it has set, and what its narratives already say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from cthb_reports.document import Anchor, escape, mark
from cthb_reports.kinds.placement import placement, told_records
from cthb_reports.models.facts import Pending
from cthb_reports.models.parties import Party
from cthb_reports.rendering.origins import origin
from cthb_reports.rendering.strands import strands
from cthb_reports.rendering.terms import Terms
from cthb_reports.rendering.views import View
from cthb_reports.rendering.words import placeholder_text, words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds.report import Report
    from cthb_reports.models.parties import Partner
    from cthb_reports.rendering.narratives import Narration
    from cthb_reports.rendering.origins import Origin


class Session:
    """What a rendering remembers while its templates run.

    Attributes:
        anchors: Where each marked stretch of text comes from; marks hold indices into it.
        at: The path that a template looked at last, for messages.
        terms: The names that have a short form.
        phrases: The key phrases that may be printed bold, and the fields they come from; signs hold indices into it.
        uses: How many wordings have been chosen; `used` says of each which choice it was last.
        strands: Of each record the one told before it, and the strand of the text that both may belong to.
        worded: The wordings that blocks have asked for.
        turns: Which of several wordings the sentences of each record have taken.
        origins: Of each anchor the line of the template that set it.
    """

    def __init__(self, report: Report) -> None:
        self.report = report
        self.root = View(self, (), report)
        self.anchors: list[Anchor] = []
        self.at: FieldPath = ()
        self.terms = Terms(report)
        self.phrases: list[tuple[FieldPath, str]] = []
        self.uses = 0
        self.used: dict[str, int] = {}
        self.partners: Mapping[str, Partner] = {partner.id: partner for partner in report.partners}
        self.records = dict(told_records(report))
        self.placement = placement(report)
        self.strands = strands(self.placement, self.records)
        self.spoken = {path for path, record in self.records.items() if record.narrative or record.said}
        self.narrations: dict[FieldPath, Narration] = {}
        self.worded: list[str] = []
        self.turns: dict[FieldPath, dict[str, int]] = {}
        self.origins: list[Origin | None] = []

    @property
    def on(self) -> date:
        """The day on which the report speaks."""
        return self.report.delivered

    def anchor(self, anchor: Anchor) -> int:
        """Return the index of a new anchor."""
        self.anchors.append(anchor)
        self.origins.append(origin())
        return len(self.anchors) - 1

    def span(self, path: FieldPath, text: str) -> Markup:
        """Return a text as Markdown that knows the field it came from."""
        return Markup(mark(self.anchor(Anchor(path)), escape(text)))  # noqa: S704  # escaped for Markdown, which is what we write

    def show(self, view: View, text: str | None = None) -> Markup:
        """Return a value in its usual words, or in others; a fact still to come as a loud placeholder."""
        value = view.value_
        if isinstance(value, Pending):
            return self.placeholder(view)
        if text is None and isinstance(value, Party) and value.id and (sign := self.terms.sign(value.id)):
            return Markup(mark(self.anchor(Anchor(view.path_)), sign))  # noqa: S704  # a character of ours
        return self.span(view.path_, words(value, self) if text is None else text)

    def placeholder(self, view: View) -> Markup:
        """Return the loud placeholder of a fact still to come."""
        index = self.anchor(Anchor(view.path_, "placeholder"))
        field = next((step for step in reversed(view.path_) if isinstance(step, str)), "fact")
        name = IN_WORDS.get(field, field.replace("_", " "))
        return Markup(mark(index, escape(placeholder_text(view.value_, name))))  # noqa: S704  # escaped

    def owner(self, path: FieldPath) -> FieldPath | None:
        """Return the path of the record that a value belongs to."""
        return next((path[:end] for end in (2, 3) if path[:end] in self.records), None)


IN_WORDS = {"held": "date", "dated": "date", "at": "event", "called": "what it is called", "to": "whom to thank"}
"""Fields whose names say little where a reader of the draft meets them."""
