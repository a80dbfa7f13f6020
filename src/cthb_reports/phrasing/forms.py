"""Whether a text has the grammatical form that its sentence needs, and how it would read if it had."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cthb_reports.models.wordings import ARTICLES, Form, Wording
from cthb_reports.phrasing.sentences import capitalized, with_full_stop
from cthb_reports.phrasing.verbs import bare_infinitive, is_bare_infinitive

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True)
class Misfit:
    """How a text misses its form.

    Args:
        faults: What is wrong, each a part of a sentence after the text: "ends with a full stop".
        mended: The text as it would be right, or `None` where that is for the author to say.
    """

    faults: tuple[str, ...]
    mended: str | None


def misfit(text: str, wording: Wording) -> Misfit | None:
    """Return how a text misses its form, or `None` where nothing is known to be wrong with it."""
    faults: list[str] = []
    mended: str | None = text
    checks = _CHECKS[wording.form]
    for check in checks:
        found = check(text if mended is None else mended, wording)
        if found:
            faults.append(found.fault)
            mended = None if mended is None else found.mended
    if mended is not None and (_looks_wrong(mended, wording) or any(check(mended, wording) for check in checks)):
        mended = None
    return Misfit(tuple(faults), mended) if faults else None


def _looks_wrong(mended: str, wording: Wording) -> bool:
    """Tell whether a capital is left that a mended infinitive should not have: "To Raise Awareness"."""
    return wording.form is Form.INFINITIVE and mended[:1].isupper()


@dataclass(frozen=True, slots=True)
class _Found:
    fault: str
    mended: str | None


# A last word with points of its own, an initial, or a word that is always shortened keeps its full stop.
_SHORTENED: Final = re.compile(r"(?:\b\w+\.\w+|\b[^\W\d_]|\b(?:etc|al|Co|Corp|Inc|Ltd|Bros|No|St|Jr|Sr))\.$|\.\.+$")
_INNER_END: Final = re.compile(r"[.?!][”’\"')]?\s+[“‘\"'(]?[A-Z]")


def _stop(text: str, _: Wording) -> _Found | None:
    if not text.endswith(".") or _SHORTENED.search(text):
        return None
    rest = text[:-1].rstrip()
    return _Found("ends with a full stop", None if _INNER_END.search(rest) or not rest else rest)


def _said_before(text: str, wording: Wording) -> _Found | None:
    """Find the words that the sentence has said, in small letters or with a capital; "The Hague" is no article."""
    for words in wording.taken:
        begins, rest = text[: len(words)], text[len(words) :]
        is_name = words in ARTICLES and begins[:1].isupper() and rest.lstrip()[:1].isupper()
        if begins in {words, capitalized(words)} and rest[:1].isspace() and not is_name:
            return _Found(f"begins with {begins!r}, which the sentence says before it", rest.lstrip())
    return None


# A capital before a small letter is no name if the word is one of these.
_NO_NAME: Final = re.compile(
    r"(?:A|All|An|And|As|At|By|Each|Every|For|From|How|If|In|It|Its|More|No|Of|On|Our|That|The|Their|There|These|They"
    r"|This|Those|To|We|What|When|Where|Which|Why|With)\s+[a-z]"
)


def _capital(text: str, _: Wording) -> _Found | None:
    return _Found("begins with a capital", _small(text)) if _NO_NAME.match(text) else None


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


# Another capital after it makes the first word a part of a name: United Nations reform.
_FIRST_WORD: Final = re.compile(r"(?P<word>[A-Z]?[a-z]+(?:-[a-z]+)*)(?P<rest>\s(?![A-Z][a-z]).*)?", re.DOTALL)
_ADVERBS: Final = frozenset({"also", "better", "further", "jointly", "more", "not", "together"})


def _verb_with_capital(text: str, wording: Wording) -> _Found | None:
    match = _FIRST_WORD.fullmatch(text)
    word = match["word"] if match else ""
    if word[:1].isupper() and (is_bare_infinitive(word) or bare_infinitive(word) or word.lower() in _ADVERBS):
        return _Found("begins with a capital", _small(text))
    return _capital(text, wording)


_ENDS_IN_ING: Final = frozenset(
    {"bring", "cling", "fling", "ring", "sing", "spring", "sting", "string", "swing", "wring"}
)
_NO_VERBS: Final = frozenset({"during", "nothing", "something", "anything", "everything", "concerning", "regarding"})
_OF_A_NOUN: Final = re.compile(r"\s+(?:of|for|on|to|in|with|from|by|at|between|among|and|or)\b")
_ANOTHER: Final = re.compile(r"(?:,|\band|\bor)\s+(?P<word>[a-z]+(?:-[a-z]+)*)")


def _no_infinitive(text: str, _: Wording) -> _Found | None:
    match = _FIRST_WORD.fullmatch(text)
    if not match:
        return None
    word, rest = match["word"].lower(), match["rest"] or ""
    verb = bare_infinitive(word)
    is_gerund = len(word) > 4 and word.endswith("ing") and word not in _ENDS_IN_ING | _NO_VERBS
    if not is_gerund and verb is None:
        return None
    # What follows tells a noun ("training of judges"), and whether one word is all that has to be changed.
    others = any(bare_infinitive(found["word"]) for found in _ANOTHER.finditer(rest))
    adjective = word.endswith("ed")  # "continued co-operation" is a noun phrase
    sure = verb and rest and not (others or adjective or _OF_A_NOUN.match(rest))
    return _Found(f"begins with {match['word']!r}, which is no bare infinitive", f"{verb}{rest}" if sure else None)


# iPhone, eTwinning, addresses and the like keep the letter that they begin with.
_OWN_SPELLING: Final = re.compile(r"\S*(?:[^\W\d_][A-Z]|\w[.@/:]\w)")


def _sentence_start(text: str, _: Wording) -> _Found | None:
    if capitalized(text) == text or _OWN_SPELLING.match(text):
        return None
    return _Found("does not begin with a capital", capitalized(text))


def _sentence_end(text: str, _: Wording) -> _Found | None:
    if with_full_stop(text) == text:
        return None
    return _Found("does not end with a full stop", with_full_stop(re.sub(r"\s*[,;:]+$", "", text) or text))


_PAIRS: Final = ("“”", "‘’", "„“", "«»", '""', "''")


def _quotation_marks(text: str, _: Wording) -> _Found | None:
    for pair in _PAIRS:
        bare = text.removesuffix(".").strip()
        inner = bare[1:-1]
        if len(bare) > 2 and bare[0] == pair[0] and bare[-1] == pair[1] and not set(inner) & set(pair):
            return _Found("stands in quotation marks", inner.strip())
    return None


_CHECKS: Mapping[Form, tuple[Callable[[str, Wording], _Found | None], ...]] = {
    Form.INFINITIVE: (_said_before, _verb_with_capital, _no_infinitive, _stop),
    Form.CLAUSE: (_said_before, _capital, _stop),
    Form.PHRASE: (_said_before, _capital, _stop),
    Form.NOUNS: (_said_before, _capital, _stop),
    Form.SENTENCES: (_sentence_start, _sentence_end),
    Form.TITLE: (_quotation_marks, _stop),
    Form.HEADING: (_stop,),
    Form.NAME: (_said_before,),
    Form.APART: (),
}
