"""Forms of the verbs that reports use, and the bare infinitive of each: raising, raised and raises are of "raise"."""

from __future__ import annotations

import functools
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_REGULAR: Final = """
abolish accelerate access accompany achieve acknowledge adapt address adopt advance advise advocate aid aim align allow
amend analyse analyze announce appeal apply appoint assess assist assure attend award benefit broaden call campaign
challenge change check clarify close collaborate collect combat combine commission communicate compare compile complete
conclude condemn conduct connect consider consolidate consult continue contribute convene convince co-operate cooperate
co-ordinate coordinate counter create decide declare deepen define deliver demonstrate describe design detect determine
develop devise disclose discuss disrupt disseminate draft educate elaborate elevate eliminate embed embrace emphasize
employ empower enable encourage end endorse enforce engage enhance enlarge ensure equip eradicate establish evaluate
examine exchange expand explain explore extend facilitate familiarize finalize finance focus follow foster fund gather
generate guide harmonize help highlight host identify illustrate implement improve include increase inform initiate
inspire institutionalize integrate intensify introduce investigate invite invoke involve issue join launch learn limit
link list maintain manage map mark maximize mobilize monitor motivate negotiate note obtain offer operationalize
organize outline participate persuade pilot place plan prepare present prevent prioritize process produce
promote propose prosecute protect provide publish pursue raise reach recall recognize recommend reduce refer reflect
reinforce release remind remove renew replace report request research resolve respond restore review revise safeguard
scale secure share showcase simplify simulate solve specify sponsor stimulate strengthen stress structure study
submit suggest supplement supply support survey sustain tackle target test trace track train translate uncover
underline underscore unite update upgrade urge use utilize validate visit warn welcome widen work
"""
_IRREGULAR: Final = MappingProxyType(
    {
        "bring": "brought",
        "build": "built",
        "draw": "drew drawn",
        "find": "",  # "found" is a verb of its own
        "get": "got",
        "give": "gave given",
        "go": "went gone",
        "hold": "held",
        "keep": "kept",
        "lead": "led",
        "make": "made",
        "meet": "met",
        "overcome": "overcame",
        "pay": "paid",
        "put": "",
        "seek": "sought",
        "send": "sent",
        "set": "",
        "shed": "",
        "show": "showed shown",
        "speak": "spoke spoken",
        "spread": "",
        "strive": "strove",
        "take": "took taken",
        "teach": "taught",
        "understand": "understood",
        "undertake": "undertook undertaken",
        "write": "wrote written",
    }
)
_DOUBLED: Final = frozenset({"embed", "equip", "get", "map", "plan", "put", "refer", "set", "shed", "submit"})
"""Verbs that double their last consonant."""


def bare_infinitive(word: str) -> str | None:
    """Return the bare infinitive of another form of a verb: "raise" of raising, raised and raises.

    Returns:
        The infinitive; `None` where the word is one itself, or a form of no verb that is known here.
    """
    return None if word.lower() in _verbs() else _forms().get(word.lower())


def is_bare_infinitive(word: str) -> bool:
    """Tell whether a word is the bare infinitive of a verb that is known here, in whatever case."""
    return word.lower() in _verbs()


@functools.cache
def _verbs() -> frozenset[str]:
    return frozenset((*_REGULAR.split(), *_IRREGULAR))


@functools.cache
def _forms() -> Mapping[str, str]:
    return {form: verb for verb in _verbs() for form in _forms_of(verb)}


def _forms_of(verb: str) -> Iterator[str]:
    yield _with_s(verb)
    stem = verb + verb[-1] if verb in _DOUBLED else re.sub(r"(?<=[^aeiouy])e$|(?<=[vuz])e$", "", verb)
    yield f"{stem}ing"
    if verb in _IRREGULAR:
        yield from _IRREGULAR[verb].split()
    else:
        yield f"{re.sub(r'(?<=[^aeiou])y$', 'i', stem)}ed"


def _with_s(verb: str) -> str:
    if re.search(r"(?:s|x|z|ch|sh|o)$", verb):
        return f"{verb}es"
    return re.sub(r"(?<=[^aeiou])y$", "ie", verb) + "s"
