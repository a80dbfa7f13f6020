"""Titles in the printed draft that are almost those of the records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence  # noqa: TC003  # rules are public: their signatures must resolve
from difflib import SequenceMatcher

from cthb_reports.findings import FieldPath, Severity, field_text
from cthb_reports.kinds.placement import told_records
from cthb_reports.kinds.report import Report  # noqa: TC001
from cthb_reports.models.facts import known
from cthb_reports.rules.phrases import Words, words
from cthb_reports.rules.registry import Context, Violation, rule

_FEWEST = 4
"""How many words a title has that is compared: of a shorter one, most words are like those of another."""

_SHARED = 0.7
"""Which part of the words two forms of one title share at least."""

_ALIKE = 0.88
"""From which likeness on, 0 to 1, two titles are taken for one."""


@rule("C333", "title-in-another-form", Severity.WARNING)
def title_in_another_form(report: Report, context: Context) -> Iterator[Violation]:
    """Ask that a title in quotation marks or italics is that of the record, to the letter.

    Why: readers look for a publication by its title, and take two titles for two publications.

    A title without its subtitle is right too.

    Example:
        publications:
          - {id: handbook, type: handbook, title: Hidden Fees in Recruitment and Work, status: published}
        passages:
          - narrative: Inspectors now use our handbook “Hidden Fees of Recruitment and Work”.
    """
    titles = _titles(report)
    by_word: dict[str, list[Words]] = {}
    for title_words in titles:
        for word in title_words:
            by_word.setdefault(word, []).append(title_words)
    for passage in context.passages:
        for start, end in passage.titles:
            found = passage.text[start:end].strip("“”,.;: ")
            plain = words(found) if found.count(" ") >= _FEWEST - 1 else ()
            if plain and plain not in titles and (near := _nearest(plain, by_word)):
                title, path = titles[near]
                yield Violation(
                    passage.field_at(start),
                    f"{found!r} is almost the title at {field_text(path)}",
                    f"write {title!r}, if it is that",
                )


def _titles(report: Report) -> dict[Words, tuple[str, FieldPath]]:
    """Return each long title and the first record that has it, by its words."""
    found: dict[Words, tuple[str, FieldPath]] = {}
    for path, record in told_records(report):
        for field in ("title", "subtitle", "campaign"):
            title = known(getattr(record, field, None))
            if title and title.count(" ") >= _FEWEST - 1:
                found.setdefault(words(title), (title, path))
    return found


def _nearest(plain: Words, by_word: Mapping[str, Sequence[Words]]) -> Words | None:
    """Return the words of the title that a phrase almost is.

    Two forms of a title share most words, so that a few of the phrase's words lead to it: the rarest are taken.
    """
    rarest = sorted(set(plain), key=lambda word: len(by_word.get(word, ())))[: int((1 - _SHARED) * len(plain)) + 1]
    for other in dict.fromkeys(title for word in rarest for title in by_word.get(word, ())):
        shared = len(set(plain) & set(other))
        if other[: len(plain)] == plain or plain[: len(other)] == other:
            return None
        if shared >= _SHARED * max(len(plain), len(other)) and _are_alike(plain, other):
            return other
    return None


def _are_alike(one: Words, other: Words) -> bool:
    return SequenceMatcher(None, " ".join(one), " ".join(other)).ratio() >= _ALIKE
