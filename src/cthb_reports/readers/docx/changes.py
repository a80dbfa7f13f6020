"""Words replaced in a paragraph of Word so that whoever opens the file sees each change and accepts or rejects it."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from lxml import etree

from cthb_reports.readers.docx.archive import Element, W

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cthb_reports.readers.docx.words import Letter

AUTHOR = "cthb-reports"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TRACKED = {
    f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "cellIns", "cellDel")
}


def next_id(roots: Sequence[Element]) -> int:
    """Return a number that no change in some parts has yet."""
    taken = [
        int(element.get(f"{W}id", "0"))
        for root in roots
        for element in root.iter(*_TRACKED)
        if element.get(f"{W}id", "").lstrip("-").isdigit()
    ]
    return max(taken, default=0) + 1


def can_replace(letters: Sequence[Letter]) -> bool:
    """Tell whether some characters may be replaced: none of them is a tab or the like."""
    return bool(letters) and all(letter.element is not None for letter in letters)


def replace(letters: Sequence[Letter], new: str, number: int) -> int:
    """Mark some characters of a paragraph as deleted and put others in as inserted.

    Args:
        letters: The characters; those behind them in the paragraph must not have been asked for before.
        new: What is to stand there.
        number: A number that no change has yet.

    Returns:
        The next such number.
    """
    last: Element | None = None
    for element, start, end in reversed(list(_stretches(letters))):
        deleted = _deleted(element, start, end)
        number = _numbered(deleted, number)
        last = deleted if last is None else last
    assert last is not None  # noqa: S101  # `can_replace` was asked
    inserted = etree.Element(f"{W}ins", nsmap=last.nsmap)
    run = etree.SubElement(inserted, f"{W}r")
    run.extend(copy.deepcopy(settings) for settings in last[0].findall(f"{W}rPr"))
    _say(etree.SubElement(run, f"{W}t"), new)
    last.addnext(inserted)
    return _numbered(inserted, number)


def _numbered(change: Element, number: int) -> int:
    # No date: the standard lets it out, and the same file and rules give the same bytes.
    change.set(f"{W}id", str(number))
    change.set(f"{W}author", AUTHOR)
    return number + 1


def _stretches(letters: Sequence[Letter]) -> Iterator[tuple[Element, int, int]]:
    """Yield the texts that characters stand in, with where in each they begin and end."""
    start = 0
    for index, letter in enumerate(letters):
        if index + 1 == len(letters) or letters[index + 1].element is not letter.element:
            yield letter.element, letters[start].index, letter.index + 1
            start = index + 1


def _deleted(text: Element, start: int, end: int) -> Element:
    """Take some characters out of a text, as a deletion behind its run; what follows them gets a run of its own."""
    run = text.getparent()
    words = text.text or ""
    after = copy.deepcopy(run)
    index = run.index(text)
    for child in list(after)[: index + 1]:
        if child.tag != f"{W}rPr" and after.index(child) < len(after):
            after.remove(child)
    rest = [child for child in list(run)[index + 1 :] if child.tag != f"{W}rPr"]
    for child in rest:
        run.remove(child)
    if words[end:]:
        kept = etree.Element(f"{W}t", nsmap=run.nsmap)
        _say(kept, words[end:])
        first = 1 if after.find(f"{W}rPr") is not None else 0
        after.insert(first, kept)
    deletion = etree.Element(f"{W}del", nsmap=run.nsmap)
    gone = etree.SubElement(deletion, f"{W}r")
    gone.extend(copy.deepcopy(settings) for settings in run.findall(f"{W}rPr"))
    _say(etree.SubElement(gone, f"{W}delText"), words[start:end])
    _say(text, words[:start])
    if words[end:] or rest:
        run.addnext(after)
    run.addnext(deletion)
    return deletion


def _say(element: Element, text: str) -> None:
    element.text = text
    element.set(_SPACE, "preserve")
