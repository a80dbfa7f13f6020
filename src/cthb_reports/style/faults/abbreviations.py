"""Abbreviations: defined once where they are first used, in one way, and used after that."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cthb_reports.findings import Severity
from cthb_reports.style.rule import Reading, Spot, style_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cthb_reports.style.shortened import Use


@style_rule("S201", "abbreviation-not-defined", Severity.WARNING)
def abbreviation_not_defined(reading: Reading) -> Iterator[Spot]:
    """Define an abbreviation where it is first used; headings and the cover do not count.

    Why: readers change from year to year. The best known, such as OSCE, UN and NGO, need no definition; the table of
    names says which.

    Example:
        'a plenary session with ODIHR' -> 'a plenary session with the Office for Democratic Institutions and Human Rights (ODIHR)'
    """
    every = _by_abbreviation(reading)
    told = {_letters(short) for short, found in every.items() if any(use.defines for use in found)}
    known = {
        _letters(name.abbreviation): name.abbreviation for name in reading.house.names if len(name.abbreviation) > 3
    }
    for short, found in every.items():
        transposed = known.get(_letters(short), short) != short
        first = next((use for use in found if use.in_prose), None)
        if first and not transposed and _letters(short) not in told and not _is_common(short, reading):
            full = _full_name(short, reading)
            hint = (
                f"write {full!r} at its first use" if full else "write it in full at its first use, with it in brackets"
            )
            yield _spot(first, f"{short!r} is nowhere defined", hint)
            told.add(_letters(short))


@style_rule("S202", "abbreviation-before-definition", Severity.WARNING)
def abbreviation_before_definition(reading: Reading) -> Iterator[Spot]:
    """Define an abbreviation at its first use, not at a later one.

    Why: a reader who comes from the beginning meets it undefined.

    Example:
        'UNHCR figures' in the second paragraph, 'the United Nations High Commissioner for Refugees (UNHCR)' in the fifth.
    """
    for short, found in _by_abbreviation(reading).items():
        first = next((use for use in found if use.in_prose), None)
        definition = next((use for use in found if use.defines), None)
        if not first or not definition or _is_common(short, reading):
            continue
        if found.index(first) < found.index(definition):
            yield _spot(
                first,
                f"{short!r} is used before it is defined",
                f"move {definition.full!r} here, with {short} in brackets",
            )


@style_rule("S203", "abbreviation-not-used-again", Severity.QUERY)
def abbreviation_not_used_again(reading: Reading) -> Iterator[Spot]:
    """Define an abbreviation only where it is used again.

    Why: one more thing to remember, for nothing.

    Example:
        'the Conflict Prevention Centre (CPC)' in a text that never speaks of the CPC again.
    """
    for short, found in _by_abbreviation(reading).items():
        definition = next((use for use in found if use.defines), None)
        if definition and all(use.defines for use in found[found.index(definition) :]):
            yield _spot(definition, f"{short!r} is defined and then never used again", "leave the abbreviation out")


@style_rule("S204", "abbreviation-defined-again", Severity.WARNING)
def abbreviation_defined_again(reading: Reading) -> Iterator[Spot]:
    """Define an abbreviation once, and for one name.

    Why: a second definition makes the reader look for a difference; two names for one abbreviation are one.

    Example:
        'Special Monitoring Mission to Ukraine (SMM)' and, later, 'Special Monitoring Mission in Ukraine (SMM)'.
    """
    for short, found in _by_abbreviation(reading).items():
        definitions = [use for use in found if use.defines]
        for again in definitions[1:]:
            before, now = definitions[0].full, again.full
            if now.lower() == before.lower():
                yield _spot(again, f"{short!r} is defined again", "keep the first definition")
            else:
                yield _spot(
                    again, f"{short!r} is defined as {now!r}, before as {before!r}", "keep one of the two names"
                )


def _by_abbreviation(reading: Reading) -> dict[str, list[Use]]:
    found: dict[str, list[Use]] = defaultdict(list)
    for use in reading.abbreviations:
        found[use.short].append(use)
    return found


def _letters(short: str) -> str:
    """Return what an abbreviation has in common with one whose letters were transposed."""
    return "".join(sorted(short.lower()))


def _is_common(short: str, reading: Reading) -> bool:
    return any(name.abbreviation == short and name.common for name in reading.house.names)


def _full_name(short: str, reading: Reading) -> str | None:
    name = next((name.name for name in reading.house.names if name.abbreviation == short), None)
    return f"{name} ({short})" if name else None


def _spot(use: Use, message: str, hint: str) -> Spot:
    return Spot(use.passage, use.start, use.end, message, hint)
