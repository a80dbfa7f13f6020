"""The printed draft against the records: who is missing from a paragraph, which theme has no text, how long it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence  # noqa: TC003  # rules are public: their signatures must resolve
from typing import TYPE_CHECKING

from cthb_reports.findings import FieldPath, Severity
from cthb_reports.kinds.placement import Placement, placement
from cthb_reports.kinds.report import Report  # noqa: TC001
from cthb_reports.models.facts import known
from cthb_reports.models.parties import Partner  # noqa: TC001
from cthb_reports.phrasing import state_name
from cthb_reports.reference import folded
from cthb_reports.rules.passages import Passage, record_of
from cthb_reports.rules.registry import Context, Violation, rule

if TYPE_CHECKING:
    from datetime import date

    from cthb_reports.models.parties import Party

_SMALL_WORDS = {"the", "of", "and", "for", "in", "on", "to", "a", "an", "against", "at"}
_MOST = 0.5
"""Which part of the words of a long name stands for it: `the Austrian Task Force` for one with a longer name."""


@rule("C501", "co-organizer-not-in-its-paragraph", Severity.ERROR)
def co_organizer_not_in_its_paragraph(report: Report, context: Context) -> Iterator[Violation]:
    """Ask that everybody who organized an event with the Office stands in the paragraph about it.

    Why: a co-organizer that is not named does not organize a second time.

    A narrative may say it in its own words, such as "together"; then the name must stand before them in the same paragraph.

    Example:
        activities:
          - kind: workshop
            title: Fair Recruitment
            held: 2024-06-11
            co_organizers: [the city of Turin]
            said: [co_organizers, title, held]
            narrative: Inspectors spent a day on real contracts.
    """
    partners = {partner.id: partner for partner in report.partners}
    for index, event in enumerate(report.activities):
        parties = getattr(event, "co_organizers", ())
        told = context.told.get(("activities", index), ()) if parties else ()
        for number, fact in enumerate(parties):
            party = known(fact)
            path = ("activities", index, "co_organizers", number)
            if party and told and not _is_named(party, path, told, partners, report.delivered):
                yield Violation(
                    path,
                    f"{_names(party, partners, report.delivered)[0]!r} stands nowhere in the text about this event",
                    "name it in the narrative, or take `co_organizers` out of `said`",
                )


def _is_named(party: Party, path: FieldPath, told: Sequence[Passage], partners: dict[str, Partner], on: date) -> bool:
    if any(stretch.anchor.field == path for passage in told for stretch in passage.stretches):
        return True
    text = folded(" ".join(passage.text for passage in told))
    return any(_stands_in(name, text) for name in _names(party, partners, on))


def _names(party: Party, partners: dict[str, Partner], on: date) -> list[str]:
    """Return what a party is called, the full name first."""
    if party.state:
        record = party.state.record
        return [state_name(party.state, on), record.name, *record.aliases]
    partner = partners.get(party.id or "")
    if partner:
        return [name for name in (known(partner.name), known(partner.abbreviation)) if name] or [partner.id]
    return [str(party)]


def _stands_in(name: str, text: str) -> bool:
    """Tell whether a name, or most of its words, stand in a text that is `folded`."""
    if folded(name) in text:
        return True
    words = [word for word in folded(name).split() if word not in _SMALL_WORDS]
    found = [word for word in words if re.search(rf"\b{re.escape(word)}", text)]
    return len(words) > 2 and len(found) > _MOST * len(words)  # of a short name all words are asked for


@rule("C511", "theme-without-text", Severity.WARNING)
def theme_without_text(report: Report) -> Iterator[Violation]:
    """Ask for a text about every theme that is announced.

    Why: the list says "under four themes", and readers look for the fourth.

    Example:
        themes: [{id: children, title: Children}]
        sections: [{id: year, title: The Year, themes: [children]}]
    """
    told = placement(report).themes
    themes = {theme.id: theme for theme in report.themes}
    for index, section in enumerate(report.sections):
        for number, name in enumerate(section.themes):
            theme = themes.get(name)
            if theme and not told.get(name) and not theme.opening and not theme.closing:
                yield Violation(
                    ("sections", index, "themes", number),
                    f"the theme {known(theme.title) or name!r} is announced, and nothing is told of it",
                    f"write `theme: {name}` at its records, or take it out of the list",
                )


@rule("C512", "report-too-long", Severity.WARNING)
def report_too_long(report: Report, context: Context) -> Iterator[Violation]:
    """Ask that the draft has no more words than it may have: 5,000, or what `words_at_most` says.

    Why: it is read aloud in part, and the Permanent Council has other items.

    Example:
        words_at_most: 5
        passages:
          - narrative: Inspectors worked on real contracts, and found in them the fees that recruiters hide from workers.
    """
    lengths = [(passage, passage.text.count(" ") + 1) for passage in context.passages if not passage.is_heading]
    words = sum(length for _, length in lengths)
    if words > report.words_at_most:
        yield Violation(
            _longest_section(report, lengths),
            f"the draft has {words:,} words, {words - report.words_at_most:,} more than {report.words_at_most:,}",
            "shorten narratives, or tell events of a kind as a series; this part is the longest",
        )


def _longest_section(report: Report, lengths: Sequence[tuple[Passage, int]]) -> FieldPath:
    """Return the section whose records have most words, or an empty path where none has any."""
    placed = placement(report)
    homes = {record: index for index, records in _records(report, placed) for record in records}
    words: dict[int, int] = defaultdict(int)
    for passage, length in lengths:
        field = passage.stretches[0].anchor.field if passage.stretches else ()
        if field and (index := homes.get(record_of(field))) is not None:
            words[index] += length
    return ("sections", max(words, key=lambda index: words[index])) if words else ()


def _records(report: Report, placed: Placement) -> Iterator[tuple[int, Sequence[FieldPath]]]:
    for index, section in enumerate(report.sections):
        yield index, placed.sections.get(section.id, ())
        yield from ((index, placed.themes.get(name, ())) for name in section.themes)
