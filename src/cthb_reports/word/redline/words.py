"""Two versions of the text of a paragraph told in one, word by word."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from cthb_reports.document import Changed, Code, Span, Text, inline_text
from cthb_reports.word.redline.sequences import codes

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from cthb_reports.document import Inline
    from cthb_reports.document.nodes import Fate
    from cthb_reports.word.redline.sequences import Code as Step

# A word takes the spaces before it along, so that they are no words of their own.
_WORD = re.compile(r"\s*(?:\w+(?:[-'’.,/]\w+)*|[^\w\s])|\s+")
_WHOLE = 4
"""A value of no more words than these is replaced as a whole: "almost 400" by "412"."""
_SCRAP = 4
"""What two versions have in common between two changes is not kept apart if it has no more letters than these."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or what else stands in a line.

    Args:
        text: Its letters, with the spaces before it.
        within: What it stands in, the outermost first, each without its children.
        atom: What is no text: a line break, a note, a picture.
    """

    text: str
    within: tuple[Inline, ...] = ()
    atom: Inline | None = None

    def key(self, same_note: Callable[[Inline], Hashable]) -> Hashable:
        """Return what two words have in common that are the same: letters and look, not where they come from."""
        look = tuple(part for part in self.within if not _is_mere_anchor(part))
        faces = tuple(part.anchor.kind if isinstance(part, Span) else part for part in look)
        return self.text.replace("\u00a0", " "), faces, self.atom and same_note(self.atom)


def _is_mere_anchor(part: Inline) -> bool:
    return isinstance(part, Span) and part.anchor.kind != "placeholder"


def told(
    old: Sequence[Inline],
    new: Sequence[Inline],
    same_note: Callable[[Inline], Hashable],
    only: Fate | None = None,
) -> tuple[Inline, ...]:
    """Return two versions of a text in one.

    Args:
        old: The older version.
        new: The newer one; what both have is told as it has it.
        same_note: Tells by what two references to notes are the same, or pictures, or line breaks.
        only: Tell only the older version, with what is `deleted` of it, or only the newer one, with what is `inserted`.
    """
    before, after = tuple(tokens(old)), tuple(tokens(new))
    old_keys, new_keys = ([token.key(same_note) for token in side] for side in (before, after))
    made: list[Inline] = []
    way = codes(old_keys, new_keys)
    for fate, words in _stretches(before, after, way, kept=before if only == "deleted" else after):
        if only is None or fate in {None, only}:
            children = built(words)
            made += [Changed(fate, children)] if fate else children
    return tuple(made)


def _stretches(
    before: Sequence[Token],
    after: Sequence[Token],
    way: Sequence[Step],
    *,
    kept: Sequence[Token],
) -> Iterator[tuple[Fate | None, Sequence[Token]]]:
    """Yield words with their fates; deleted ones stand before those that replace them."""
    for is_same, group in itertools.groupby(_without_scraps(before, way), lambda code: code[0] == "equal"):
        found = list(group)
        first, last = found[0], found[-1]
        if is_same:
            yield None, before[first[1] : last[2]] if kept is before else after[first[3] : last[4]]
            continue
        for fate, words in (("deleted", before[first[1] : last[2]]), ("inserted", after[first[3] : last[4]])):
            if words:
                yield fate, words  # type: ignore[misc]  # these two texts are fates


def _without_scraps(before: Sequence[Token], way: Sequence[Step]) -> Iterator[Step]:
    """Yield the steps from one version to the other, a short word between two long changes being part of them."""
    for number, code in enumerate(way):
        name, first, last = code[:3]
        letters = sum(len(token.text.strip()) for token in before[first:last])
        inside = 0 < number < len(way) - 1 and not any(token.atom for token in before[first:last])
        if name == "equal" and inside and letters <= _SCRAP and _is_much(way[number - 1]) and _is_much(way[number + 1]):
            yield ("replace", *code[1:])
        else:
            yield code


def _is_much(code: Step) -> bool:
    return code[0] == "replace" and max(code[2] - code[1], code[4] - code[3]) > 1


def tokens(inlines: Iterable[Inline], within: tuple[Inline, ...] = ()) -> Iterator[Token]:
    """Yield the words of a text, and what else stands in it."""
    for inline in inlines:
        match inline:
            case Text(text=text):
                yield from (Token(word, within) for word in _words(text, within))
            case Code(text=text):
                yield from (Token(word, (*within, Code(""))) for word in _words(text, within))
            case _ if (children := getattr(inline, "children", None)) is not None:
                shell: Any = inline
                yield from tokens(children, (*within, replace(shell, children=())))
            case _:
                yield Token("", within, inline)


def _words(text: str, within: tuple[Inline, ...]) -> Iterable[str]:
    found = _WORD.findall(text)
    is_value = bool(within) and isinstance(within[-1], Span) and within[-1].anchor.kind in {"value", "placeholder"}
    return [text] if is_value and len(found) <= _WHOLE else found


def built(words: Iterable[Token], depth: int = 0) -> tuple[Inline, ...]:
    """Return words as the inlines that they stood in."""
    made: list[Inline] = []
    for shell, group in itertools.groupby(
        words, lambda token: token.within[depth] if len(token.within) > depth else None
    ):
        found = list(group)
        if isinstance(shell, Code):
            made.append(Code("".join(token.text for token in found)))
        elif shell is not None:
            node: Any = shell
            made.append(replace(node, children=built(found, depth + 1)))
        else:
            made += _plain(found)
    return tuple(made)


def _plain(words: Iterable[Token]) -> Iterator[Inline]:
    for is_text, group in itertools.groupby(words, lambda token: token.atom is None):
        if is_text:
            yield Text("".join(token.text for token in group))
        else:
            yield from (token.atom for token in group if token.atom)


def all_of(fate: Fate, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return a text that only one version has."""
    return (Changed(fate, inlines),) if inlines and (inline_text(inlines) or list(tokens(inlines))) else ()
