"""A hand that does to a Word file what a person does in Word, on its XML: at once, where a real editor takes a second for each step."""

from __future__ import annotations

import copy
from dataclasses import fields
from enum import StrEnum
from typing import TYPE_CHECKING

from docx_parts import W
from edit_steps import (
    Bold,
    Delete,
    DeleteParagraph,
    InsertAfter,
    InsertBefore,
    Italic,
    JoinWithNext,
    MoveParagraph,
    NewParagraphAfter,
    Replace,
    SplitParagraphAfter,
    Step,
    Way,
)
from lxml import etree
from zip_edits import members, packed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Element = etree._Element  # lxml has no other name for it

_DOCUMENT, _NOTES = "word/document.xml", "word/footnotes.xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MARKS = (f"{W}bookmarkStart", f"{W}bookmarkEnd")


class Keeping(StrEnum):
    """What is left of the marks around words that are typed over."""

    ALL = "all"
    """The new words stand within them, as with Word's controls."""
    LETTER = "letter"
    """The first letter does, the rest behind them, as in LibreOffice."""
    NOTHING = "nothing"
    """The new words stand behind them, and they are empty; as in Word, which takes them out."""


def edited(content: bytes, steps: Sequence[Step], keeping: Keeping = Keeping.ALL) -> bytes:
    """Return a Word file after some steps.

    Raises:
        AssertionError: The words of a step are not in the text.
    """
    found = members(content)
    roots = {name: etree.fromstring(found[name]) for name in (_DOCUMENT, _NOTES) if name in found}
    hand = _Hand(list(roots.values()), keeping)
    for step in steps:
        _DONE[type(step)](hand, **{one.name: getattr(step, one.name) for one in fields(step)})
    return packed({**found, **{name: etree.tostring(root, encoding="UTF-8") for name, root in roots.items()}})


def without_controls(content: bytes) -> bytes:
    """Return a Word file in which what stood in controls stands by itself."""
    found = members(content)
    root = etree.fromstring(found[_DOCUMENT])
    for control in list(root.iter(f"{W}sdt")):
        _unwrap(control)
    return packed({**found, _DOCUMENT: etree.tostring(root, encoding="UTF-8")})


def without_marks(content: bytes) -> bytes:
    """Return a Word file that has nothing of ours in its text any more."""
    found = members(without_controls(content))
    root = etree.fromstring(found[_DOCUMENT])
    for one in list(root.iter(*_MARKS)):
        one.getparent().remove(one)
    return packed({**found, _DOCUMENT: etree.tostring(root, encoding="UTF-8")})


def _unwrap(control: Element) -> None:
    parent, inner = control.getparent(), control.find(f"{W}sdtContent")
    assert parent is not None
    at = parent.index(control)
    parent[at : at + 1] = list(inner) if inner is not None else []


def lines(content: bytes) -> list[str]:
    """Return the paragraphs of the body that say something."""
    root = etree.fromstring(members(content)[_DOCUMENT])
    return [line for paragraph in root.iter(f"{W}p") if (line := _text(paragraph)).strip()]


def _text(paragraph: Element) -> str:
    return "".join(one.text or "" for one in paragraph.iter(f"{W}t")).replace("\u00a0", " ")


class _Hand:
    def __init__(self, roots: list[Element], keeping: Keeping) -> None:
        self._roots = roots
        self.keeping = keeping

    def paragraph(self, words: str) -> Element:
        """Return the first paragraph that holds some words."""
        return self.found(words)[0]

    def found(self, words: str, occurrence: int = 1) -> tuple[Element, int]:
        """Return the paragraph and the place in which words stand."""
        for paragraph in (one for root in self._roots for one in root.iter(f"{W}p")):
            text, at = _text(paragraph), -1
            while (at := text.find(words, at + 1)) >= 0:
                occurrence -= 1
                if not occurrence:
                    return paragraph, at
        raise AssertionError(f"not in the text: {words!r}")

    def replace(self, old: str, new: str, occurrence: int, way: str) -> None:
        assert way, "the hand has ways of its own"
        paragraph, at = self.found(old, occurrence)
        runs = _isolated(paragraph, at, at + len(old))
        kept = {Keeping.ALL: len(new), Keeping.LETTER: 1, Keeping.NOTHING: 0}[self.keeping]
        outside = _run_like(runs[0], new[kept:])
        behind = _outermost(runs[-1], paragraph)
        texts = list(runs[0].iter(f"{W}t"))
        texts[0].text = new[:kept]
        texts[0].set(_SPACE, "preserve")
        if new[kept:]:
            behind.addnext(outside)
        for one in runs[1:]:
            one.getparent().remove(one)

    def take_out(self, words: str) -> None:
        self.replace(words, "", 1, Way.TYPED_OVER)

    def insert_after(self, words: str, new: str) -> None:
        paragraph, at = self.found(words)
        last = _isolated(paragraph, at, at + len(words))[-1]
        _outermost(last, paragraph).addnext(_run_like(last, new))

    def insert_before(self, words: str, new: str) -> None:
        paragraph, at = self.found(words)
        first = _isolated(paragraph, at, at + len(words))[0]
        _outermost(first, paragraph, before=True).addprevious(_run_like(first, new))

    def bold(self, words: str) -> None:
        self._dress(words, "b")

    def italic(self, words: str) -> None:
        self._dress(words, "i")

    def _dress(self, words: str, tag: str) -> None:
        paragraph, at = self.found(words)
        for run in _isolated(paragraph, at, at + len(words)):
            properties = run.find(f"{W}rPr")
            if properties is None:
                properties = etree.Element(f"{W}rPr")
                run.insert(0, properties)
            properties.insert(0, etree.Element(f"{W}{tag}"))

    def split(self, words: str) -> None:
        paragraph, at = self.found(words)
        runs = _isolated(paragraph, at, at + len(words))
        last = _outermost(runs[-1], paragraph, marks=False)
        new = etree.Element(f"{W}p")
        properties = paragraph.find(f"{W}pPr")
        if properties is not None:
            new.append(copy.deepcopy(properties))
        new.extend(list(last.itersiblings()))
        paragraph.addnext(new)

    def join(self, words: str) -> None:
        paragraph = self.paragraph(words)
        following = next(one for one in paragraph.itersiblings() if one.tag == f"{W}p")
        paragraph.append(_run_like(None, " "))
        paragraph.extend([one for one in following if one.tag != f"{W}pPr"])
        following.getparent().remove(following)

    def new_paragraph(self, words: str, text: str) -> None:
        paragraph = self.paragraph(words)
        new = etree.Element(f"{W}p")
        properties = paragraph.find(f"{W}pPr")
        if properties is not None:
            new.append(copy.deepcopy(properties))
        new.append(_run_like(None, text))
        paragraph.addnext(new)

    def delete(self, words: str) -> None:
        paragraph = self.paragraph(words)
        _leave_open(paragraph)
        paragraph.getparent().remove(paragraph)

    def move(self, words: str, after: str) -> None:
        paragraph, other = self.paragraph(words), self.paragraph(after)
        _leave_open(paragraph)
        other.addnext(paragraph)


def _leave_open(paragraph: Element) -> None:
    """Leave the beginnings and the ends of marks that go on outside of a paragraph."""
    for tag, other in (_MARKS, _MARKS[::-1]):
        within = {one.get(f"{W}id") for one in paragraph.iter(other)}
        for one in list(paragraph.iter(tag)):
            if one.get(f"{W}id") not in within:
                paragraph.addprevious(one)


def _isolated(paragraph: Element, start: int, end: int) -> list[Element]:
    """Return the runs that hold the characters from one place to another, cut so that they hold nothing else."""
    found, at = [], 0
    for text in list(paragraph.iter(f"{W}t")):
        length = len(text.text or "")
        first, last = max(start - at, 0), min(end - at, length)
        at += length
        if first < last:
            found.append(_cut(text, first, last))
    return found


def _cut(text: Element, first: int, last: int) -> Element:
    run, whole = text.getparent(), text.text or ""
    assert run is not None
    if whole[last:]:
        rest = _run_like(run, whole[last:])
        rest.extend(list(text.itersiblings()))
        run.addnext(rest)
    if whole[:first]:
        mine = _run_like(run, whole[first:last])
        mine.extend(list(text.itersiblings()))
        text.text = whole[:first]
        text.set(_SPACE, "preserve")
        run.addnext(mine)
        return mine
    text.text = whole[:last]
    return run


def _run_like(run: Element | None, text: str) -> Element:
    new = etree.Element(f"{W}r")
    properties = run.find(f"{W}rPr") if run is not None else None
    if properties is not None:
        new.append(copy.deepcopy(properties))
    inner = etree.SubElement(new, f"{W}t")
    inner.text = text
    inner.set(_SPACE, "preserve")
    return new


def _outermost(run: Element, paragraph: Element, *, before: bool = False, marks: bool = True) -> Element:
    """Return what ends or begins where a run does: it, the control around it, the marks that end or begin there too."""
    one = run
    while (parent := one.getparent()) is not None and parent is not paragraph:
        beside = one.getprevious() if before else one.getnext()
        if beside is not None and marks and parent.tag == f"{W}sdtContent":
            return one
        one = parent
    while marks and (beside := one.getprevious() if before else one.getnext()) is not None:
        if beside.tag != _MARKS[0 if before else 1]:
            break
        one = beside
    return one


_DONE: Mapping[type[Step], Callable[..., None]] = {
    Replace: _Hand.replace,
    Delete: _Hand.take_out,
    InsertAfter: _Hand.insert_after,
    InsertBefore: _Hand.insert_before,
    SplitParagraphAfter: _Hand.split,
    JoinWithNext: _Hand.join,
    NewParagraphAfter: _Hand.new_paragraph,
    DeleteParagraph: _Hand.delete,
    MoveParagraph: _Hand.move,
    Bold: _Hand.bold,
    Italic: _Hand.italic,
}
