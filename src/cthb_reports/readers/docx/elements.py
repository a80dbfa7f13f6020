"""What each element of WordprocessingML does to the text that it stands in; those not named here are looked through."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from cthb_reports.readers.docx.archive import Element, W
from cthb_reports.readers.docx.characters import BOX, CHARACTERS, RELATION
from cthb_reports.readers.docx.fields import Fields, address
from cthb_reports.readers.docx.found import Commented
from cthb_reports.readers.docx.marks import END, FALLBACK, START, mark
from cthb_reports.readers.docx.story import Around, Room
from cthb_reports.readers.docx.tracked import RUNS, of_paragraph, of_settings, words

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Mapping

    from cthb_reports.readers.docx.story import Story

_DEEPEST = 4
"""Changes stand in one another where a second person changes what a first did; of deeper ones the words are not told."""
_CHOICE = FALLBACK.replace("Fallback", "Choice")
_COMMENT = {f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference"}
_PLACES = (START, END, *_COMMENT)


def walk(story: Story) -> None:
    """Go through a text, without recursion, for nobody knows how deep it is."""
    outside: list[Around] = []
    aside: list[Counter[str]] = []
    steps = etree.iterwalk(story.root, events=("start", "end"))
    for event, element in steps:
        if event == "start":
            outside.append(story.around)
            if element.tag == BOX:
                aside.append(story.marks.put_aside())
            do = _DO.get(element.tag)
            if do is not None and do(story, element):
                steps.skip_subtree()
        else:
            after = _AFTER.get(element.tag)
            if after is not None:
                after(story, element)
            if element.tag == BOX:
                story.marks.take_up(aside.pop())
            story.around = outside.pop()
    story.end()


# --- what stands around text


def _run(story: Story, element: Element) -> bool:
    settings = element.find(f"{W}rPr")
    if settings is not None:
        _note_changes(story, settings, element)
    look = story.found.looks.of(settings, story.around.style)
    if look is not story.around.look:
        story.around = replace(story.around, look=look)
    return False


def _link(story: Story, element: Element) -> bool:
    relation = story.relations.get(element.get(f"{RELATION}id", ""))
    if relation is not None and relation.is_outside:
        place = element.get(f"{W}anchor", "")
        story.around = replace(story.around, link=relation.target + (f"#{place}" if place else ""))
    return False


def _simple_field(story: Story, element: Element) -> bool:
    if link := address(element.get(f"{W}instr", "")):
        story.around = replace(story.around, link=link)
    return False


def _field(story: Story, element: Element) -> bool:
    story.around.fields.meet(element.get(f"{W}fldCharType", ""))
    return True


def _code(story: Story, element: Element) -> bool:
    story.around.fields.tell(element.text or "")
    return True


def _control(story: Story, element: Element) -> bool:
    """One that shows what to type into it is empty."""
    settings = element.find(f"{W}sdtPr")
    tag = None if settings is None else settings.find(f"{W}tag")
    name = "" if tag is None else mark(tag.get(f"{W}val", ""))
    if name:
        story.found.has_controls = True
        story.around = replace(story.around, control=name)
        story.open_mark(name)
    shows = None if settings is None else settings.find(f"{W}showingPlcHdr")
    if shows is None or shows.get(f"{W}val", "true") in {"0", "false", "off"}:
        return False
    return _passed(story, element)


def _after_control(story: Story, element: Element) -> None:
    tag = element.find(f"{W}sdtPr/{W}tag")
    if name := "" if tag is None else mark(tag.get(f"{W}val", "")):
        story.close_mark(name)


def _place(story: Story, element: Element) -> bool:
    if element.tag in _COMMENT:
        comment = story.found.comments.setdefault(element.get(f"{W}id", ""), Commented())
        comment.meet(element.tag.removeprefix(f"{W}comment"), story.spot, story.end_spot)
    else:
        story.pass_mark(element)
    return True


# --- what holds text


def _paragraph(story: Story, element: Element) -> bool:
    story.begin(element)
    settings = element.find(f"{W}pPr")
    if settings is not None:
        changes = list(of_paragraph(settings))
        text = words(element) if any(kind == "formatted" for kind, _ in changes) else ""
        for kind, change in changes:
            story.met(kind, change, text if kind == "formatted" else "")
    return False


def _after_paragraph(story: Story, element: Element) -> None:
    if story.found.tracked.joins(element):
        story.around.room.waiting = story.around.paragraph


def _table(story: Story, _: Element) -> bool:
    story.settle(story.around.room)
    return False


def _row(story: Story, element: Element) -> bool:
    settings = element.find(f"{W}trPr")
    if settings is not None:
        _note_changes(story, settings, element)
    return story.found.tracked.is_gone(element) and _passed(story, element)


def _cell(story: Story, element: Element) -> bool:
    settings = element.find(f"{W}tcPr")
    if settings is not None:
        _note_changes(story, settings, element)
    story.around = replace(story.around, room=Room())
    return story.found.tracked.is_gone(element) and _passed(story, element)


def _box_of_words(story: Story, _: Element) -> bool:
    here = story.around
    story.around = Around(Room(), Fields(), revision=here.revision)
    return False


def _after_room(story: Story, _: Element) -> None:
    story.settle(story.around.room)


def _after_box(story: Story, element: Element) -> None:
    _after_room(story, element)
    story.require_ended()


def _settings(story: Story, element: Element) -> bool:
    _note_changes(story, element)
    return True


def _ignored(_: Story, __: Element) -> bool:
    return True


def _choice(story: Story, element: Element) -> bool:
    """Word writes what is new in several ways, the best first: one of them is the text."""
    ways = element.getparent()
    if ways in story.chosen:
        return _passed(story, element)
    story.chosen.add(ways)
    return False


def _fallback(story: Story, element: Element) -> bool:
    return element.getparent() in story.chosen


def _change(story: Story, element: Element) -> bool:
    kind = RUNS[element.tag.removeprefix(W)]
    depth = story.around.changes + 1
    index = story.met(kind, element, words(element) if depth <= _DEEPEST else "")
    story.around = replace(story.around, revision=index, changes=depth)
    return story.found.tracked.is_gone(element) and _passed(story, element)


def _note_changes(story: Story, settings: Element, changed: Element | None = None) -> None:
    changes = list(of_settings(settings))
    text = words(changed) if changes and changed is not None else ""
    for kind, change in changes:
        story.met(kind, change, text)


def _passed(story: Story, element: Element) -> bool:
    """Pass over what does not read; bookmarks and comments may begin there and end elsewhere."""
    for child in element.iter(f"{W}p", *_PLACES):
        if child.tag != f"{W}p":
            _place(story, child)
        elif next(child.iterancestors(FALLBACK), None) is None:
            story.number += 1
    return True


_DO: Mapping[str, Callable[[Story, Element], bool]] = {
    **CHARACTERS,
    f"{W}r": _run,
    f"{W}hyperlink": _link,
    f"{W}fldSimple": _simple_field,
    f"{W}fldChar": _field,
    f"{W}instrText": _code,
    f"{W}delInstrText": _code,
    f"{W}sdt": _control,
    f"{W}p": _paragraph,
    f"{W}tbl": _table,
    f"{W}tr": _row,
    f"{W}tc": _cell,
    BOX: _box_of_words,
    _CHOICE: _choice,
    FALLBACK: _fallback,
    **dict.fromkeys((f"{W}{name}" for name in RUNS), _change),
    **dict.fromkeys(_PLACES, _place),
    **dict.fromkeys((f"{W}{name}" for name in ("tblPr", "tblPrEx", "tblGrid", "sectPr")), _settings),
    **dict.fromkeys((f"{W}{name}" for name in ("pPr", "rPr", "trPr", "tcPr", "sdtPr", "sdtEndPr", "rt")), _ignored),
}
_AFTER: Mapping[str, Callable[[Story, Element], None]] = {
    f"{W}p": _after_paragraph,
    f"{W}tc": _after_room,
    f"{W}sdt": _after_control,
    BOX: _after_box,
}
