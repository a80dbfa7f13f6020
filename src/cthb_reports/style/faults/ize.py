"""Words in -ise that the house writes with -ize: told by their roots, since no list of words is complete."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cthb_reports.findings import Severity
from cthb_reports.style.rule import Reading, Spot, style_rule
from cthb_reports.style.terms import begins_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDING = re.compile(r"is(?:e[ds]?|ers?|ing|ations?|ational|ationally|able)\b")
_WORD = re.compile(r"[A-Za-z]+$")
_KEPT = re.compile(
    r"adv|advert|anal|appra|appr|arb|ax|bas|bo|bra|braggadoc|bru|cerv|chast|chem|circumc|clockw|comprom|compr|conc|concert|"
    r"counterpo|cr|crossw|cru|dem|den|desp|dev|disenfranch|disgu|el|emba|enfranch|enterpr|equipo|exc|exerc|exorc|expert|fra|"
    r"franch|fundra|gu|improv|inc|ir|irid|lengthw|lia|likew|lou|ma|mala|marqu|mayonna|merchand|metropol|mort|mortg|oas|otherw|"
    r"parad|paral|piec|porpo|practi|pract|prec|prem|prim|prom|repr|rev|sunr|superv|surm|surpr|telev|torto|treat|trell|turquo|"
    r"unw|upr|uprais|val|"
    r".*(?:advert|adv|appra|bru|compr|conc|cru|desp|dev|exerc|expert|franch|gu|improv|merchand|no|po|prec|prem|prom|ra|rev|rw|"
    r"superv|surpr|telev|treat)"
)


@style_rule("S142", "ise-for-ize", Severity.WARNING)
def ise_for_ize(reading: Reading) -> Iterator[Spot]:
    """Write -ize where the ending is the Greek one: organize, criminalization.

    Why: the office and the United Nations spell so. Words whose root ends in -ise keep it: advise, comprise, exercise,
    supervise, compromise, enterprise. A capital within a sentence is taken for a part of a name and left alone.

    Example:
        'We organise a workshop.' -> 'We organize a workshop.'
    """
    for number, passage in enumerate(reading.passages):
        text = passage.text
        for ending in _ENDING.finditer(text):
            head = _WORD.search(text, max(0, ending.start() - 24), ending.start())
            if head is None or _keeps(head[0].lower(), ending[0]) or passage.is_quoted(head.start(), ending.end()):
                continue
            if head[0][0].isupper() and not begins_sentence(text, head.start()):
                continue
            word = text[head.start() : ending.end()]
            right = f"{head[0]}iz{ending[0][2:]}"
            yield Spot(
                number, head.start(), ending.end(), f"{word!r}: the house writes {right!r}", _HINT, right, safe=True
            )


_HINT = "-ize where the ending is the Greek one; roots in -ise keep it: advise, comprise, exercise"


def _keeps(head: str, ending: str) -> bool:
    """Tell whether a word, given before its ending, has -ise in its root, or is no such word at all."""
    if len(head) < 3 or _KEPT.fullmatch(head):
        return True
    return ending == "ises" and head.endswith(("ol", "ell"))
