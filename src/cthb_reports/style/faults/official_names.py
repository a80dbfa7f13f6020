"""Names of bodies, instruments and decisions that are almost as they are in the table of known names."""

from __future__ import annotations

import functools
import itertools
import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from cthb_reports.findings import Severity
from cthb_reports.style.rule import Reading, Spot, style_rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cthb_reports.style.house import OfficialName
    from cthb_reports.style.passages import Passage

_WORD = re.compile(r"[\w’'-]+(?:,(?= ))?")
_SMALL = frozenset({"of", "the", "and", "for", "in", "to", "on", "against", "with", "a", "an", "at", "by"})
Words = list[re.Match[str]]
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")


class Known(NamedTuple):
    """A known name, the stems of its words but the small ones, and how many words it has."""

    name: str
    stems: tuple[str, ...]
    size: int


@style_rule("S271", "official-name-almost-right", Severity.WARNING)
def official_name_almost_right(reading: Reading) -> Iterator[Spot]:
    """Give bodies, instruments and decisions the names that they have in their own texts.

    Why: a name that is almost right sends the reader looking for another body. The known ones are in a table of the house,
    `names.tsv`; an office adds its own.

    Example:
        'the Council of Europe Convention on Actions against Trafficking in Human Beings' -> 'the Council of Europe Convention on
        Action against Trafficking in Human Beings'
    """
    index = _index(reading.house.names)
    for number, passage in enumerate(reading.passages):
        if passage.text.isupper():
            continue
        taken = 0
        for start, end, name in _nearly(passage, index):
            if start >= taken and not passage.is_quoted(start, end):
                taken = end
                words = passage.text[start:end]
                yield Spot(
                    number,
                    start,
                    end,
                    f"{words!r}: the name is {name!r}",
                    "give it the name it has in its own texts",
                    name,
                )


@functools.lru_cache(maxsize=4)
def _index(names: tuple[OfficialName, ...]) -> dict[str, tuple[Known, ...]]:
    """Return the names that can be compared by the stem of their first word, long ones first."""
    index: dict[str, tuple[Known, ...]] = {}
    for name in sorted((entry.name for entry in names), key=len, reverse=True):
        stems = _stems(name)
        if len(stems) > 2 and sum(1 for word in name.split() if word[0].isupper()) > 2:
            index[stems[0]] = (*index.get(stems[0], ()), Known(name, tuple(stems), name.count(" ") + 1))
    return index


def _nearly(passage: Passage, index: dict[str, tuple[Known, ...]]) -> Iterator[tuple[int, int, str]]:
    """Yield where a name stands that is almost a known one, with the known one."""
    small = passage.text.lower().replace("-", "")
    behind = 0
    for word in _CAPITAL.finditer(passage.text):
        names = [known for known in index.get(_stem(word[0]), ()) if _may_stand_in(small, known)]
        if not names or word.start() < behind:
            continue
        exact = next((known.name for known in names if passage.text.startswith(known.name, word.start())), None)
        if exact:
            behind = word.start() + len(exact)
            continue
        ahead = list(itertools.islice(_WORD.finditer(passage.text, word.start()), names[0].size + 1))
        if found := next((hit for known in names if (hit := _like(ahead, known))), None):
            behind = found[1]
            yield found


def _may_stand_in(small: str, known: Known) -> bool:
    """Tell whether a text, in small letters and without hyphens, has all words of a name but one."""
    missing = 0
    for stem in known.stems:
        missing += stem not in small
        if missing > 1:
            return False
    return True


def _like(ahead: Words, known: Known) -> tuple[int, int, str] | None:
    """Return the stretch of the words ahead that is almost a name, if there is one."""
    if len(set(known.stems) - {_stem(word[0]) for word in ahead[: known.size + 1]}) > 1:
        return None
    for count in (known.size, known.size - 1, known.size + 1):
        window = ahead[:count]
        if len(window) == count > 2 and _is_almost([word[0] for word in window], known):
            return window[0].start(), window[-1].start() + len(window[-1][0].rstrip(",")), known.name
    return None


def _is_almost(window: Sequence[str], known: Known) -> bool:
    """Tell whether words are a name in another order or hyphenation, or with one word almost right."""
    mine = [_stem(word) for word in window if word.lower() not in _SMALL]
    if " ".join(window).rstrip(",").lower() == known.name.lower() or window[-1].lower() in _SMALL:
        return False
    lost, left = _rest(mine, known.stems), _rest(known.stems, mine)
    if not lost and not left:
        return True
    alike = len(lost) == len(left) == 1 and SequenceMatcher(None, lost[0], left[0]).ratio() > 0.75
    return alike and len(known.stems) > 3


def _rest(words: Sequence[str], taken: Sequence[str]) -> list[str]:
    rest = list(words)
    for word in taken:
        if word in rest:
            rest.remove(word)
    return rest


def _stems(name: str) -> list[str]:
    return [_stem(word) for word in _WORD.findall(name) if word.lower() not in _SMALL]


_ALIKE = {"center": "centre", "organisation": "organization", "labor": "labour", "program": "programme", "un": "united"}


@functools.lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    plain = word.lower().replace("-", "").rstrip(",")
    plain = re.sub(r"[’']s?$", "", plain)
    plain = plain[:-1] if plain.endswith("s") and len(plain) > 3 else plain
    return _ALIKE.get(plain, plain)
