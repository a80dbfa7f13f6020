"""An entry of a file of words: what is wrong as an expression, what is right, where it does not count, and why."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from cthb_reports.findings import Severity


@dataclass(frozen=True)
class Term:
    """A word, or a kind of word, that the house writes in one way.

    Args:
        code: Letter S and three digits.
        name: The fault in words.
        wrong: What is wrong.
        right: Its replacement, with the groups of `wrong`; `None` where the author must choose.
        why: The reason, for whoever asks.
        severity: How bad it is.
        exceptions: Names in which the wrong form is right.
        at_sentence_start: A form of `wrong` that is right where a sentence begins.
        pairs: Wrong words with the right ones, in small letters; then `wrong` finds them all, and `right` is not used.
        safe: Whether the replacement can be made unseen.
        safe_small: Whether it can so where it is no part of a name: in small letters, or where a sentence begins.
        basis: Where the house's way is known from; what is "unverified" is never an error.
        any_house: Whether it is wrong in any house.
        prose_only: Whether headings, cells and captions may have it.
        small_only: Whether a word with a capital within a sentence is taken for a part of a name.
        needs: Pieces in small letters of which a text that holds the wrong form has at least one.
        since: The first day on which it is wrong, or `None`.
        until: The day from which it is wrong no more, or `None`.
        examples: Texts that are wrong, each with the same text put right.
    """

    code: str
    name: str
    wrong: re.Pattern[str]
    right: str | None
    why: str
    severity: Severity
    exceptions: tuple[str, ...] = ()
    at_sentence_start: str | None = None
    pairs: Mapping[str, str] | None = None
    safe: bool = False
    safe_small: bool = False
    basis: str = ""
    any_house: bool = False
    prose_only: bool = False
    small_only: bool = False
    needs: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    examples: tuple[tuple[str, str], ...] = ()

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Yield every place of a text where the wrong form stands and does not belong."""
        for match in self.wrong.finditer(text):
            if not (self._may_begin(text, match) or self._is_named(text, match)):
                yield match

    def _may_begin(self, text: str, match: re.Match[str]) -> bool:
        return match[0] == self.at_sentence_start and begins_sentence(text, match.start())

    def _is_named(self, text: str, match: re.Match[str]) -> bool:
        capital = self.small_only and match[0][:1].isupper() and not begins_sentence(text, match.start())
        return capital or any(_stands_in(name, text, match) for name in self.exceptions)

    def replacement(self, match: re.Match[str]) -> str | None:
        """Return what to write instead, with a capital where the sentence begins or the wrong form has one."""
        if self.pairs is not None:
            return _in_case_of(match[0], self.pairs[match[0].lower()])
        if self.right is None:
            return None
        words = match.expand(self.right)
        raised = match[0][:1].isupper() and begins_sentence(match.string, match.start())
        return words[:1].upper() + words[1:] if raised else words

    def is_safe(self, match: re.Match[str]) -> bool:
        """Tell whether a place can be put right unseen."""
        small = match[0][:1].islower() or begins_sentence(match.string, match.start())
        return self.safe or (self.safe_small and small)

    def counts_on(self, day: date | None) -> bool:
        """Tell whether it is wrong in a text of a day; with no day known, only what is wrong on every day."""
        if day is None:
            return self.since is None and self.until is None
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)

    @functools.cached_property
    def manual(self) -> str:
        """The manual page: what, why, example, and whether it is put right unseen."""
        example = "\n".join(f"    {wrong!r} -> {right!r}" for wrong, right in self.examples)
        small = "is made by a fix, but not in what may be a name" if self.safe_small else "is left to you"
        fix = "is made by a fix" if self.safe else small
        return "\n\n".join(
            part
            for part in (
                f"Write {_what(self)}.",
                f"Why: {self.why}",
                f"Example:\n{example}" if example else "",
                f"The change {fix}.{f' Basis: {self.basis}.' if self.basis else ''}",
            )
            if part
        )


def _what(term: Term) -> str:
    if term.examples:
        return f"as in {term.examples[0][1]!r}"
    return f"{term.right!r}" if term.right else "it in other words"


def _in_case_of(model: str, words: str) -> str:
    if model.isupper() and len(model) > 1:
        return words.upper()
    return words[:1].upper() + words[1:] if model[:1].isupper() else words


def _stands_in(name: str, text: str, match: re.Match[str]) -> bool:
    """Tell whether a name stands in a text so that it covers a match."""
    return text.find(name, max(0, match.end() - len(name)), match.start() + len(name)) >= 0


def begins_sentence(text: str, offset: int) -> bool:
    """Tell whether a sentence, or quoted words, begin at a place of a text."""
    return _SENTENCE_START.search(text[max(0, offset - 6) : offset] if offset else "") is not None


_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|[“‘(\"])[“‘(\"]*$")
