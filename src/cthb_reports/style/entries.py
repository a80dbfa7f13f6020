"""How an entry of a file of words is read, and what may be wrong with it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from cthb_reports.findings import Severity
from cthb_reports.style.terms import Term

if TYPE_CHECKING:
    from collections.abc import Mapping


def term_of(entry: Mapping[str, object], sets: Mapping[str, str]) -> Term:
    """Return the term of an entry of a file.

    Args:
        entry: What the file says.
        sets: What stands for `<Name>` in an expression: `<Month>`, `<State>`.

    Raises:
        ValueError: The entry lacks a key, has one that is not known, or one with the wrong kind of value.
    """
    if unknown := set(entry) - _KEYS:
        raise ValueError(f"unknown key {min(unknown)!r}; known are {', '.join(sorted(_KEYS))}")
    pairs = _pairs(entry)
    wrong = _expression(pairs, sets) if pairs else _compiled(_text(entry, "wrong"), sets)
    return Term(
        code=_matching(entry, "code", r"S\d{3}"),
        name=_matching(entry, "name", r"[a-z0-9]+(-[a-z0-9]+)*"),
        wrong=wrong,
        right=_right(entry, wrong) if not pairs else None,
        why=_text(entry, "why"),
        severity=_severity(entry),
        exceptions=_texts(entry, "except"),
        at_sentence_start=_text(entry, "at_sentence_start") if "at_sentence_start" in entry else None,
        pairs=pairs,
        safe=_fix(entry) == "safe",
        safe_small=_fix(entry) == "safe in small letters",
        basis=str(entry.get("basis", "")),
        any_house=bool(entry.get("any_house")),
        prose_only=bool(entry.get("prose_only")),
        small_only=bool(entry.get("small_only")),
        needs=_texts(entry, "needs") or tuple(pairs or ()),
        since=_day(entry, "since"),
        until=_day(entry, "until"),
        examples=_examples(entry),
    )


_KEYS = frozenset(
    {"code", "name", "wrong", "right", "pairs", "severity", "except", "at_sentence_start", "why", "fix", "basis"}
    | {"any_house", "prose_only", "small_only", "needs", "since", "until", "examples"}
)


def _text(entry: Mapping[str, object], key: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value:
        raise ValueError(f"{key!r} must be a text" if key in entry else f"{key!r} is missing")
    return value


def _matching(entry: Mapping[str, object], key: str, form: str) -> str:
    value = _text(entry, key)
    if not re.fullmatch(form, value):
        raise ValueError(f"{key!r} must have the form {form!r}, not {value!r}")
    return value


def _texts(entry: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError(f"{key!r} must be a list of texts")
    return tuple(value)


def _pairs(entry: Mapping[str, object]) -> dict[str, str] | None:
    value = entry.get("pairs")
    if value is None:
        return None
    if not isinstance(value, dict) or not all(isinstance(right, str) for right in value.values()):
        raise ValueError("'pairs' must be a table of texts: wrong = 'right'")
    return {wrong.lower(): right for wrong, right in value.items()}


def _expression(pairs: Mapping[str, str], sets: Mapping[str, str]) -> re.Pattern[str]:
    longest_first = sorted(pairs, key=len, reverse=True)
    return _compiled(rf"\b(?i:{'|'.join(map(re.escape, longest_first))})\b", sets)


def _compiled(expression: str, sets: Mapping[str, str]) -> re.Pattern[str]:
    for name, alternatives in sets.items():
        expression = expression.replace(f"<{name}>", alternatives)
    try:
        return re.compile(expression)
    except re.error as error:
        raise ValueError(f"the expression {expression!r} is none: {error}") from error


def _right(entry: Mapping[str, object], wrong: re.Pattern[str]) -> str | None:
    if "right" not in entry:
        return None
    right = entry["right"]
    if not isinstance(right, str):
        raise TypeError("'right' must be a text")
    if any(int(group) > wrong.groups for group in re.findall(r"\\(\d)", right)):
        raise ValueError(f"'right' names a group that 'wrong' does not have: {right!r}")
    return right


def _severity(entry: Mapping[str, object]) -> Severity:
    severity = Severity(_text(entry, "severity"))
    if severity is Severity.ERROR and "unverified" in str(entry.get("basis", "")):
        raise ValueError("what is unverified is at most a warning")
    return severity


def _fix(entry: Mapping[str, object]) -> str:
    value = entry.get("fix", "unsafe")
    if value not in {"safe", "safe in small letters", "unsafe"}:
        raise ValueError(f"'fix' is 'safe', 'safe in small letters' or 'unsafe', not {value!r}")
    return str(value)


def _day(entry: Mapping[str, object], key: str) -> date | None:
    value = entry.get(key)
    if value is not None and not isinstance(value, date):
        raise ValueError(f"{key!r} must be a day, such as 2022-06-01")
    return value


def _examples(entry: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    value = entry.get("examples", [])
    if not isinstance(value, list) or not all(isinstance(pair, list) and len(pair) == 2 for pair in value):
        raise ValueError("'examples' must be a list of pairs: [['wrong', 'right']]")
    return tuple((str(wrong), str(right)) for wrong, right in value)
