"""One thing written in two ways in one document."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from cthb_reports.findings import Severity
from cthb_reports.style.rule import Reading, Spot, style_rule
from cthb_reports.style.terms import begins_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cthb_reports.style.shortened import Use

_HYPHENATED = re.compile(r"(?<![\w-])[a-z]{2,}(?:-[a-z]{2,})+(?![\w-])")
Place = tuple[int, int, int]
Words = tuple[str, ...]


@style_rule("S261", "hyphen-now-and-then", Severity.WARNING, any_house=True)
def hyphen_now_and_then(reading: Reading) -> Iterator[Spot]:
    """Write a word with a hyphen everywhere or nowhere.

    Why: two forms look like two things. The form that stands more often is taken for the right one, else the first.

    Example:
        'a multi-disciplinary approach' and, later, 'a multidisciplinary body'.
    """
    small = [passage.text.lower() for passage in reading.passages]
    for forms in _hyphenated("\n".join(small)):
        found = {form: _places(form, small) for form in forms}
        usual, *others = sorted(
            (form for form in forms if found[form]), key=lambda form: (-len(found[form]), found[form][0])
        )
        yield from (_as(usual, place, reading) for form in others for place in found[form] if _is_own(place, reading))


def _hyphenated(text: str) -> list[list[str]]:
    """Return the words of a text in small letters that stand with different hyphens, each with all its forms."""
    forms: dict[str, set[str]] = defaultdict(set)
    for word in {word for chunk in text.split() if "-" in chunk for word in _HYPHENATED.findall(chunk)}:
        forms[word.replace("-", "")].add(word)
    for joined, known in forms.items():
        if joined in text:
            known.add(joined)
    return [sorted(known) for known in forms.values() if len(known) > 1]


def _places(form: str, texts: Sequence[str]) -> list[Place]:
    word = re.compile(rf"(?<![\w-]){form}(?![\w-])")
    return [
        (number, match.start(), match.end())
        for number, text in enumerate(texts)
        if form in text
        for match in word.finditer(text)
    ]


def _is_own(place: Place, reading: Reading) -> bool:
    """Tell whether a word is the author's own, and no part of a name."""
    number, start, end = place
    passage = reading.passages[number]
    named = passage.text[start].isupper() and not begins_sentence(passage.text, start)
    return not named and not passage.is_quoted(start, end)


def _as(usual: str, place: Place, reading: Reading) -> Spot:
    number, start, end = place
    words = reading.passages[number].text[start:end]
    right = usual[:1].upper() + usual[1:] if words[:1].isupper() else usual
    return Spot(number, start, end, f"{words!r}: elsewhere it is {right!r}", "write it in one way", right)


@style_rule("S262", "letters-transposed", Severity.WARNING, any_house=True)
def letters_transposed(reading: Reading) -> Iterator[Spot]:
    """Ask whether two abbreviations of the same letters are one.

    Why: CoEPSU and CoESPU are more often a slip of the hand than two bodies. The known one is taken for the right one, else the
    one that stands more often.

    Example:
        'CoEPSU' and, later, 'CoESPU'.
    """
    known = {name.abbreviation for name in reading.house.names}
    alike: dict[str, dict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
    for use in reading.abbreviations:
        if len(use.short) > 3:
            alike["".join(sorted(use.short.lower()))][use.short].append(use)
    for short in [*known]:
        if len(short) > 3 and (found := alike.get("".join(sorted(short.lower())))):
            found.setdefault(short, [])
    for found in alike.values():
        usual, *others = sorted(found, key=lambda short: (short not in known, -len(found[short])))
        for use in (use for short in others for use in found[short] if short.lower() != usual.lower()):
            yield Spot(use.passage, use.start, use.end, f"{use.short!r}: is it {usual!r}", "write one of the two", None)


_TITLE_WORD = re.compile(r"[\w’'-]+")


@style_rule("S263", "titles-nearly-the-same", Severity.QUERY)
def titles_nearly_the_same(reading: Reading) -> Iterator[Spot]:
    """Ask whether two titles that differ in a word are one.

    Why: an event or a publication has one title. Titles that differ in a number, such as those of two editions, are two.

    Example:
        'the conference “Public-Private Partnership against Trafficking”' and, later, '“Public-Private Partnerships against
        Trafficking”'.
    """
    seen: dict[Words, str] = {}
    alike: dict[tuple[int, str], list[Words]] = defaultdict(list)
    for number, passage in enumerate(reading.passages):
        for start, end in passage.quotations:
            title = passage.text[start + 1 : end - 1].rstrip(".,;")
            words = _words_of(title)
            if len(words) < 4 or words in seen:
                continue
            ends = ((0, words[0]), (-1, words[-1]))
            other = next((known for key in ends for known in alike[key] if _differ_in_one(known, words)), None)
            if other is not None:
                message = f"{title!r}: before it was {seen[other]!r}"
                yield Spot(number, start + 1, start + 1 + len(title), message, "give it the same title everywhere")
                continue
            seen[words] = title
            for key in ends:
                alike[key].append(words)


def _words_of(title: str) -> Words:
    """Return the words of a title as they are compared: without an article in front, capitals and hyphens."""
    bare = re.sub(r"^(?:The|A|An) ", "", title)
    return tuple(word.lower().replace("-", "") for word in _TITLE_WORD.findall(bare))


def _differ_in_one(one: Words, other: Words) -> bool:
    """Tell whether two titles differ in one word, put in, left out or changed, and in no number."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    head = next(
        (index for index, (mine, yours) in enumerate(zip(one, other, strict=False)) if mine != yours),
        min(len(one), len(other)),
    )
    rest = len(one) - head, len(other) - head
    tail = next((index for index in range(min(rest)) if one[-1 - index] != other[-1 - index]), min(rest))
    left, right = one[head : len(one) - tail], other[head : len(other) - tail]
    numbered = any(re.search(r"\d|^[ivx]+$", word) for word in (*left, *right))
    same = len(left) == len(right) == 1 and left[0][:5] == right[0][:5]
    return not numbered and len(left) <= 1 and len(right) <= 1 and (same or len(left) != len(right))


_RANGE = re.compile(
    r"(\d{1,2})([-–])(\d{1,2}) (?=January|February|March|April|May|June|July|August|September|October|November|December)"
)


@style_rule("S264", "dashes-now-and-then", Severity.QUERY)
def dashes_now_and_then(reading: Reading) -> Iterator[Spot]:
    """Write ranges of days with an en dash, where the document has some of that kind.

    Why: one form in a document. A document that has hyphens throughout is left alone.

    Example:
        '27-28 September' and, later, '3–4 April'.
    """
    found = [
        (number, match) for number, passage in enumerate(reading.passages) for match in _RANGE.finditer(passage.text)
    ]
    if {match[2] for _, match in found} == {"-", "–"}:
        for number, match in found:
            if match[2] == "-" and not reading.passages[number].is_quoted(match.start(), match.end()):
                right = f"{match[1]}–{match[3]}"
                words = match[0].rstrip()
                yield Spot(
                    number,
                    match.start(),
                    match.start() + len(words),
                    f"{words!r}: elsewhere with a dash",
                    "write all in one form",
                    right,
                    safe=True,
                )
