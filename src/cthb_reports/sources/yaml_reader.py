"""YAML 1.2 as this program reads it: all text stays text, and nothing but nothing is nothing.

Events of the parser are taken one by one and never composed or constructed: libyaml's composer calls itself for every bracket
and brings the interpreter down on 100,000 of them, and PyYAML's resolvers read `NO` as false and `12:30` as 750.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from cthb_reports.sources.decoding import empty
from cthb_reports.sources.faults import Fault, UnreadableError
from cthb_reports.sources.nodes import MAX_DEPTH, Alias, Branch, Broken, Scalar, too_deep
from cthb_reports.sources.places import Place
from cthb_reports.sources.yaml_advice import explain

if TYPE_CHECKING:
    from cthb_reports.findings import Finding
    from cthb_reports.sources.decoding import Text
    from cthb_reports.sources.nodes import Node
    from cthb_reports.sources.spelling import Style

NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})
"""Unquoted words that mean that there is no value (YAML 1.2.2, 10.3.2)."""

_STYLES: Final[dict[str | None, Style]] = {"'": "single", '"': "double", "|": "literal", ">": "folded"}
# What libyaml refuses, and what Python's own YAML parser would let pass (YAML 1.2.2, 5.1; U+FEFF within text).
_UNPRINTABLE = re.compile(r"[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
# `#5` or `#EndTrafficking` after a space: a comment to YAML, words of the text to its author.
_HASH = re.compile(r"[ \t]+(#[^\s#]\S*+)")
# An anchor or a tag before a value, with the space, the comments and the line ends after it.
_PROPERTIES = re.compile(r"(?:[&!]\S*+(?:[ \t]|(?:#[^\r\n]*+)?(?:\r\n?|\n))*+)*+")


def read_yaml(text: Text) -> tuple[Node, list[Finding]]:
    """Return the value that a YAML file holds, and what is wrong with parts of it.

    Raises:
        UnreadableError: Nothing of it can be used.
    """
    _refuse_unprintable(text)
    builder = _Builder(text)
    try:
        for event in yaml.parse(text.content, Loader=_loader()):
            if not builder.take(event):
                break
    except yaml.YAMLError as error:
        raise UnreadableError(explain(error, text)) from error
    return builder.finished(), builder.findings


def _loader() -> Any:
    # PyYAML is built without libyaml on some systems; its own parser takes ten times as long.
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _refuse_unprintable(text: Text) -> None:
    found = _UNPRINTABLE.search(text.content)
    if found:
        place = text.location(found.start(), found.end())
        message = f"the character U+{ord(found[0]):04X} cannot be printed"
        hint = "delete it; such characters come with text copied from Word or a PDF"
        raise UnreadableError(Fault.CONTROL_CHARACTER.found(place, message, hint))


class _Builder:
    """Makes the tree from events, without calling itself."""

    def __init__(self, text: Text) -> None:
        self.findings: list[Finding] = []
        self._text = text
        self._open: list[Branch] = []
        self._anchors: dict[str, Scalar | Branch] = {}
        self._unused: dict[str, int] = {}
        self._root: Node | None = None
        self._documents = 0

    def finished(self) -> Node:
        root = self._root
        if root is None or (isinstance(root, Scalar) and root.value is None):
            fault, message, hint = empty()
            raise UnreadableError(fault.found(self._text.location(0, 0), message, hint))
        for anchor in list(self._unused):
            self._refuse_unused(anchor)
        return root

    def take(self, event: Event) -> bool:
        """Take the next event; tell whether to go on."""
        if isinstance(event, ScalarEvent):
            self._add(self._scalar(event), event)
        elif isinstance(event, CollectionStartEvent):
            self._begin(event)
        elif isinstance(event, CollectionEndEvent):
            self._open.pop().place.end = _end(event)
        elif isinstance(event, AliasEvent):
            self._append(self._alias(event))
        elif isinstance(event, DocumentStartEvent):
            self._documents += 1
            return self._is_only_document(event)
        return True

    def _append(self, node: Node) -> None:
        if self._open:
            self._open[-1].children.append(node)
        else:
            self._root = node

    def _add(self, node: Scalar | Branch, event: NodeEvent) -> None:
        self._append(node)
        if event.anchor:
            self._refuse_unused(event.anchor)
            self._anchors[event.anchor] = node
            self._unused[event.anchor] = self._text.content.find("&", _start(event))

    def _scalar(self, event: ScalarEvent) -> Scalar:
        value = event.value
        style = _STYLES.get(event.style, "plain")
        place = Place(self._text, self._value_start(event), _end(event), style, value)
        if style != "plain":
            return Scalar(place, value)
        self._question_hash(place)
        return Scalar(place, None if value in NOTHING else value)

    def _begin(self, event: CollectionStartEvent) -> None:
        place = Place(self._text, self._value_start(event), _end(event))
        branch = Branch(place, is_record=isinstance(event, MappingStartEvent))
        self._add(branch, event)
        self._open.append(branch)
        if len(self._open) > MAX_DEPTH:
            raise too_deep(place.location)

    def _value_start(self, event: ScalarEvent | CollectionStartEvent) -> int:
        """Return where a value begins, after its anchor and tag."""
        start = _start(event)
        if event.anchor is None and event.tag is None:
            return start
        if event.tag is not None:
            self._refuse_tag(event)
        found = _PROPERTIES.match(self._text.content, start, _end(event))
        return found.end() if found else start

    def _refuse_tag(self, event: ScalarEvent | CollectionStartEvent) -> None:
        start = self._text.content.find("!", _start(event))
        written = self._text.content[start : _end(event)].split()[0]
        place = self._text.location(start, start + len(written))
        hint = "if it is text that begins with `!`, put it into quotation marks; else delete the tag"
        self.findings.append(Fault.TAG.found(place, f"`{written}` is a tag; values carry none", hint))

    def _refuse_unused(self, anchor: str) -> None:
        start = self._unused.pop(anchor, None)
        if start is None:
            return
        place = self._text.location(start, start + 1 + len(anchor))
        message = f"`&{anchor}` marks a value to be repeated, but no `*{anchor}` follows"
        hint = "if it is text that begins with `&`, put it into quotation marks; else delete the mark"
        self.findings.append(Fault.UNUSED_ANCHOR.found(place, message, hint))

    def _question_hash(self, place: Place) -> None:
        found = _HASH.match(self._text.content, place.end)
        if found:
            message = f"`{found[1]}` and what follows on the line is a comment, not text"
            hint = "put the whole text into quotation marks; a comment has a space after its `#`"
            self.findings.append(Fault.HASH_IN_TEXT.found(self._text.location(*found.span(1)), message, hint))

    def _alias(self, event: AliasEvent) -> Alias | Broken:
        name = str(event.anchor)
        place = Place(self._text, _start(event), _end(event), "other", f"*{name}")
        target = self._anchors.get(name)
        self._unused.pop(name, None)
        if target is None:
            message = f"`*{name}` repeats nothing: no value before it is marked `&{name}`"
            hint = f'if it is text, put it into quotation marks: "*{name}"'
        elif any(branch is target for branch in self._open):
            message, hint = f"`*{name}` repeats the very value that it stands in", "write out what is meant"
        else:
            return Alias(place, target)
        self.findings.append(Fault.BAD_ALIAS.found(place.location, message, hint))
        return Broken(place)

    def _is_only_document(self, event: DocumentStartEvent) -> bool:
        if self._documents == 1:
            return True
        place = self._text.location(_start(event), _end(event))
        message = "`---` begins a second document; what follows is not read"
        hint = "delete the line, or put the second part into a file of its own"
        self.findings.append(Fault.SECOND_DOCUMENT.found(place, message, hint))
        return False


# The stubs allow events without marks; the parser makes none.
def _start(event: Event) -> int:
    mark: Any = event.start_mark
    return int(mark.index)


def _end(event: Event) -> int:
    mark: Any = event.end_mark
    return int(mark.index)
