"""Whose style a text follows: the terms, names and words of a house, from its files."""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal, cast

from cthb_reports import assets
from cthb_reports.findings import Finding, Location, Severity
from cthb_reports.reference.states import states
from cthb_reports.style.entries import term_of
from cthb_reports.style.rule import StyleRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cthb_reports.style.terms import Term

Profile = Literal["osce", "none"]
"""Whose house: ours, or another's, where only what is wrong in any house counts."""


@dataclass(frozen=True)
class House:
    """Whose style a text follows.

    Args:
        terms: What is looked for.
        names: Official names of bodies, instruments and decisions, with their abbreviations.
        words: Words that no dictionary has, such as names of people and places, in small letters.
        profile: Whose house.
    """

    terms: tuple[Term, ...]
    names: tuple[OfficialName, ...] = ()
    words: frozenset[str] = frozenset()
    profile: Profile = "osce"


@dataclass(frozen=True, slots=True)
class OfficialName:
    """A name that a body, an instrument or a decision has in its own texts.

    Args:
        name: In full, without an article.
        abbreviation: As it is used, or empty.
        common: Whether a text may use the abbreviation without defining it.
    """

    name: str
    abbreviation: str = ""
    common: bool = False


def house(own_files: Mapping[str, bytes] | None = None, profile: str = "osce") -> tuple[House, tuple[Finding, ...]]:
    """Return a house, and what is wrong with its own files.

    Args:
        own_files: Files of an office by their names: `.toml` files of terms, which take the place of built-in ones with the same
            code and name; `names.tsv`; `words.txt`. A broken one, or a broken entry, is left out and told.
        profile: `osce`, or `none` for a text of another house.

    Raises:
        ValueError: No profile is called so.
    """
    if profile not in {"osce", "none"}:
        raise ValueError(f"no profile {profile!r}; known are 'osce' and 'none'")
    built_in = _built_in()
    if not own_files:
        return House(built_in.terms, built_in.names, built_in.words, cast("Profile", profile)), ()
    read = [_read(name, content) for name, content in own_files.items()]
    terms = {(term.code, term.name): term for term in built_in.terms}
    terms |= {(term.code, term.name): term for part, _ in read for term in part.terms}
    names = {name.name: name for name in (*built_in.names, *(name for part, _ in read for name in part.names))}
    words = built_in.words.union(*(part.words for part, _ in read))
    made = House(tuple(terms.values()), tuple(names.values()), words, cast("Profile", profile))
    return made, tuple(finding for _, findings in read for finding in findings)


def house_terms() -> tuple[Term, ...]:
    """Return the built-in terms, in the order of the files."""
    return _built_in().terms


@functools.cache
def _built_in() -> House:
    folder = assets.templates_root() / "house"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(_SUFFIXES)), key=lambda file: file.name)
    read = [_read(file.name, file.read_bytes()) for file in files]
    if broken := next((finding for _, findings in read for finding in findings), None):
        raise AssertionError(f"a file of the house is broken: {broken}")
    return House(
        tuple(term for part, _ in read for term in part.terms),
        tuple(name for part, _ in read for name in part.names),
        frozenset[str]().union(*(part.words for part, _ in read)),
    )


_SUFFIXES = (".toml", ".tsv", ".txt")


def _read(file: str, content: bytes) -> tuple[House, tuple[Finding, ...]]:
    """Return what a file adds, and what is wrong with it."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return House(()), (_broken(file, line, 1, "is not UTF-8"),)
    if file.endswith(".toml"):
        return _read_terms(file, text)
    if file.endswith(".tsv"):
        return _read_names(file, text)
    lines = (line.partition("#")[0].strip().lower() for line in text.splitlines())
    return House((), words=frozenset(line for line in lines if line)), ()


def _read_terms(file: str, text: str) -> tuple[House, tuple[Finding, ...]]:
    try:
        entries = tomllib.loads(text).get("term", [])
    except tomllib.TOMLDecodeError as error:
        line, column = _place(str(error), text)
        message = re.sub(r" \(at .*\)$", "", str(error))
        return House(()), (_broken(file, line, column, f"is no TOML: {message[:1].lower()}{message[1:]}"),)
    lines = _entry_lines(text)
    terms: list[Term] = []
    findings: list[Finding] = []
    for number, entry in enumerate(entries if isinstance(entries, list) else []):
        try:
            terms.append(term_of(entry, _sets()))
        except (ValueError, TypeError) as error:
            line = lines[number] if number < len(lines) else 1
            findings.append(_broken(file, line, 1, f"has an entry that cannot be used: {error}"))
    return House(tuple(terms)), tuple(findings)


def _entry_lines(text: str) -> list[int]:
    return [number for number, line in enumerate(text.splitlines(), 1) if re.match(r"\s*\[\[\s*term\s*\]\]", line)]


def _place(message: str, text: str) -> tuple[int, int]:
    """Return line and column of a fault in a TOML file; at the end of the file where the message does not say."""
    if found := re.search(r"at line (\d+), column (\d+)", message):
        return int(found[1]), int(found[2])
    lines = text.splitlines() or [""]
    return len(lines), len(lines[-1]) + 1


HOUSE_FILE_BROKEN = StyleRule(
    "S001",
    "house-file-broken",
    Severity.ERROR,
    """Ask that the files of an office's own words and rules can be read.

Why: what cannot be read is not looked for, and nobody would know. All other words and rules are used all the same.

Example:
    an entry of `words.toml` whose `wrong` is no regular expression, or that has no `why`.""",
    any_house=True,
)


def _broken(file: str, line: int, column: int, what: str) -> Finding:
    return Finding(
        HOUSE_FILE_BROKEN.code,
        HOUSE_FILE_BROKEN.name,
        HOUSE_FILE_BROKEN.severity,
        f"{PurePath(file).name!r} {what}",
        "correct it; the other words and rules of the house are used all the same",
        location=Location(file, line, column, line, column + 1),
    )


def _read_names(file: str, text: str) -> tuple[House, tuple[Finding, ...]]:
    rows = list(_rows(text))
    names = tuple(OfficialName(cells[0], cells[1], cells[2] == "yes") for _, cells in rows if len(cells) == 3)
    findings = tuple(
        _broken(file, number, 1, f"has a row of {len(cells)} cells, not 3: name, abbreviation, common")
        for number, cells in rows
        if len(cells) != 3
    )
    return House((), names), findings


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(text.splitlines(), 1):
        if number > 1 and line.strip() and not line.startswith("#"):
            yield number, line.split("\t")


@functools.cache
def _sets() -> dict[str, str]:
    """Return what stands for `<Name>` in an expression."""
    names = {name for state in states() for name in (state.name, *(dated.name for dated in state.names_by_date))}
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    return {"Month": f"(?:{months})", "State": f"(?:{'|'.join(sorted(map(re.escape, names)))})"}
