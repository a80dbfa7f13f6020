"""Where the abbreviations of a text stand, and which places define one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports.style.passages import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cthb_reports.style.passages import Passage

_TOKEN = re.compile(
    r"(?<![\w.#@/-])[A-Za-z]{0,8}[A-Z][A-Za-z]{0,8}[A-Z][A-Za-z]{0,8}(?:/[A-Z][A-Za-z]{0,8}[A-Z][A-Za-z]{0,8}){0,3}(?![\w@]|\.[A-Za-z]|/\d|\(\d)"
)
_SHOUTED_BEFORE = re.compile(r"\b(?!OSCE|UN|EU|US|UK)[A-Z]{2,} (?:\d+ )?\Z")
_SHOUTED_AFTER = re.compile(r" (?:\d+ )?(?!OSCE|UN|EU|US|UK)[A-Z]{2,}\b(?! \()")
_LANGUAGES = frozenset({"ENGLISH", "FRENCH", "GERMAN", "ITALIAN", "RUSSIAN", "SPANISH", "ORIGINAL"})
_ROMAN = re.compile(r"[IVXLCDM]+")


@dataclass(frozen=True, slots=True)
class Use:
    """One place of an abbreviation.

    Args:
        short: The abbreviation, without the s of a plural.
        passage: The number of the passage.
        start: Where it begins there.
        end: Where it ends there.
        in_prose: Whether it stands in a sentence of the author's own.
        full: The name that it is defined as here; empty where it is only used.
    """

    short: str
    passage: int
    start: int
    end: int
    in_prose: bool
    full: str = ""

    @property
    def defines(self) -> bool:
        """Whether the abbreviation is defined here."""
        return bool(self.full)


def uses(passages: tuple[Passage, ...]) -> tuple[Use, ...]:
    """Return every place of an abbreviation, in the order of the text.

    One with a stroke is one where it is defined as one, such as OSR/CTHB, else the two that it is made of.
    """
    found = [
        use
        for number, passage in enumerate(passages)
        for use in _in_passage(number, passage, _cut_off(passages, number))
    ]
    defined = {use.short for use in found if use.defines}
    return tuple(part for use in found for part in ([use] if use.short in defined else _parts(use)))


def _cut_off(passages: Sequence[Passage], number: int) -> str:
    """Return the paragraph before a passage where it ends within a sentence, as at the end of a page, else an empty text."""
    before = passages[number - 1] if number else None
    cut = before is not None and before.part is passages[number].part is Part.PARAGRAPH and before.is_prose
    return before.text if before is not None and cut and before.text[-1:].isalpha() else ""


def _in_passage(number: int, passage: Passage, before: str) -> Iterator[Use]:
    text = passage.text
    if _is_shouted(text):
        return
    for match in _TOKEN.finditer(text):
        short = match[0][:-1] if re.fullmatch(r".*[A-Z]s", match[0]) else match[0]
        if (
            not _is_abbreviation(short)
            or _SHOUTED_BEFORE.search(text, max(0, match.start() - 24), match.start())
            or _SHOUTED_AFTER.match(text, match.end())
        ):
            continue
        end = match.start() + len(short)
        own = passage.is_prose and not passage.is_quoted(match.start(), end)
        yield Use(short, number, match.start(), end, own, _definition(text, match, short, before))


def _is_shouted(text: str) -> bool:
    """Tell whether a text is written in capitals; its beginning tells."""
    head = text[:120]
    capitals = sum(map(str.isupper, head))
    return capitals > 0.8 * sum(map(str.isalpha, head)) if 3 * capitals > len(head) else False


def _is_abbreviation(short: str) -> bool:
    parts = short.split("/")
    if short in _LANGUAGES or any(_ROMAN.fullmatch(part) for part in parts):
        return False
    return all(len(part) <= 8 and 2 * sum(map(str.isupper, part)) > len(part) for part in parts)


def _parts(use: Use) -> Iterator[Use]:
    if "/" not in use.short:
        yield use
        return
    start = use.start
    for part in use.short.split("/"):
        yield Use(part, use.passage, start, start + len(part), use.in_prose)
        start += len(part) + 1


def _definition(text: str, match: re.Match[str], short: str, earlier: str) -> str:
    """Return the name that an abbreviation in brackets stands behind, or an empty text."""
    opening = text[max(0, match.start() - 300) : match.start()].rstrip("“\"'‘ ")
    if not opening.endswith("("):
        return ""
    if not re.match(r"[”\"’']?\s*[),;]", text[match.end() : match.end() + 4]):
        return ""
    before = re.findall(r"[\w’'-]+", f"{earlier[-200:]} {opening[:-1]}")
    return _name_before(before, re.sub(r"[^A-Za-z]", "", short))


def _name_before(words: list[str], letters: str) -> str:
    """Return the last words of a sentence that an abbreviation is made of, the fewest that hold its letters in order."""
    for count in range(2, min(len(words), len(letters) * 2 + 4) + 1):
        name = words[-count:]
        if name[0][0].lower() == letters[0].lower() and _holds(name, letters):
            return " ".join(name)
    return ""


def _holds(name: list[str], letters: str) -> bool:
    """Tell whether a name has the letters of an abbreviation: as its capitals, or in order and mostly at the start of words."""
    if sorted("".join(word[0] for word in name if word[0].isupper())) == sorted(filter(str.isupper, letters)):
        return True
    if not _in_order(name, letters):
        return False
    initials = [part[0].lower() for word in name for part in word.split("-") if part]
    return sum(1 for letter in letters.lower() if letter in initials) >= 0.5 * len(letters)


def _in_order(name: list[str], letters: str) -> bool:
    rest = iter("".join(name).lower())
    return all(letter in rest for letter in letters.lower())
