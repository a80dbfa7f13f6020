"""Which expression of a narrative prints what a template has printed, so that a value stays tied to its field."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pydantic import BaseModel

from cthb_reports.kinds.lookup import value_at
from cthb_reports.models.base import fields_of
from cthb_reports.rendering.markdown import visible
from cthb_reports.rendering.narratives import evaluated
from cthb_reports.rendering.session import Session
from cthb_reports.rendering.signs import NAMES, name_number
from cthb_reports.rendering.views import View
from cthb_reports.word.tokens import plain

if TYPE_CHECKING:
    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds import Report
    from cthb_reports.rendering.terms import Term

_OF_ONE = ("", "when", "nth", "undated", "chairing")
_OF_MANY = ("listed", "states", "alphabetical | listed", "parties_of | alphabetical | listed", "states_of | alphabetical | listed", "parties_of | listed")  # fmt: skip
_SIGN = re.compile(f"([{NAMES}])")


class Expressions:
    """Expressions about the records of one report."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._session = Session(report)
        self._terms = {term.short: term for term in self._session.terms.all}
        forms = "|".join(re.escape(short) for short in sorted(self._terms, key=len, reverse=True)) or "(?!)"
        self._typed = re.compile(rf"(?<!\w)({forms})(?!\w)")

    def of_value(self, path: FieldPath, within: FieldPath, words: str) -> str | None:
        """Return the expression that prints a value in some words; `None` where there is none.

        Args:
            path: The field of the value.
            within: The record whose narrative it is for; empty for the report.
            words: What the draft has in its place.
        """
        if self._is_choice(path):
            return None  # "the workshop": a word of the sentence rather than a fact
        named = self._found(path[:-1], within, words, ("named",)) if path[-1:] == ("name",) else None
        return named or self._found(path, within, words, _OF_ONE)

    def of_list(self, path: FieldPath, within: FieldPath, words: str) -> str | None:
        """Return the expression that prints a whole list in some words; see `of_value`."""
        return self._found(path, within, words, _OF_MANY)

    def prints(self, expression: str, within: FieldPath, words: str) -> bool:
        """Tell whether an expression prints some words, the capital of a sentence apart."""
        parent = View(self._session, within, value_at(self._report, within))
        shown = evaluated(expression, parent)
        if shown is None:
            return False
        pattern = "".join(self._form(part) for part in _SIGN.split(plain(visible(shown))))
        return re.fullmatch(pattern, plain(words), re.IGNORECASE) is not None

    def _form(self, part: str) -> str:
        """Return what a part of what was printed may look like: a name, or the short form that an author typed, may be written out."""
        if _SIGN.fullmatch(part):
            return _forms(self._session.terms.all[name_number(part)])
        pieces = self._typed.split(part)
        return "".join(_forms(self._terms[one]) if one in self._terms else re.escape(one) for one in pieces)

    def _found(self, path: FieldPath, within: FieldPath, words: str, filters: tuple[str, ...]) -> str | None:
        rest = path[len(within) :]
        if path[: len(within)] != within or not rest or not all(isinstance(step, str) for step in rest):
            return None
        names = ".".join(map(str, rest))
        candidates = (f"{{{{ {names}{f' | {chain}' if chain else ''} }}}}" for chain in filters)
        return next((one for one in candidates if self.prints(one, within, words)), None)

    def _is_choice(self, path: FieldPath) -> bool:
        holder = value_at(self._report, path[:-1])
        fields = fields_of(type(holder)) if isinstance(holder, BaseModel) else ()
        return any(field.choice for _, field in fields if field.name == path[-1])


def _forms(term: Term) -> str:
    """Return what a draft prints of a name: all of it, what is short for it, or both."""
    full, short = re.escape(plain(term.full)), re.escape(plain(term.short))
    return rf"(?:the )?(?:{full}(?: \({short}\))?|{short})"
