"""One record file while it is edited: its text, the tree of its values, and where each of them begins and ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from cthb_reports.sources.decoding import Text, decode
from cthb_reports.sources.editing.habits import habits_of
from cthb_reports.sources.editing.outlines import block_end
from cthb_reports.sources.json_reader import read_json
from cthb_reports.sources.nodes import Alias, Branch, Scalar
from cthb_reports.sources.walk import Walk
from cthb_reports.sources.yaml_reader import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cthb_reports.findings import FieldPath
    from cthb_reports.sources.editing.habits import Habits
    from cthb_reports.sources.files import SourceFile
    from cthb_reports.sources.nodes import Node

_BREAK = re.compile(r"\r\n?|\n")
_COLON = re.compile(r"\s*:")
_SPACE_AND_COMMENTS = re.compile(r"(?:\s|(?<=\s)#[^\r\n]*)*")


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of text and what takes its place, whose line ends are newlines."""

    start: int
    end: int
    new: str


@dataclass(frozen=True)
class Spot:
    """A value in the tree of a file, and what it stands in.

    Args:
        node: The value.
        holder: The list or record that holds it; `None` for the value that the file holds.
        name: Its name, where the holder is a record.
        index: Its rank in the holder.
    """

    node: Node
    holder: Spot | None = None
    name: Node | None = None
    index: int = 0

    @cached_property
    def members(self) -> list[Spot]:
        """The values in it, in the order of the file."""
        if not isinstance(self.node, Branch):
            return []
        children = self.node.children
        if not self.node.is_record:
            return [Spot(child, self, None, index) for index, child in enumerate(children)]
        pairs = zip(children[::2], children[1::2], strict=True)
        return [Spot(value, self, name, index) for index, (name, value) in enumerate(pairs)]

    def member(self, step: str | int) -> Spot | None:
        """Return the entry of a number or the value of a name; that of a repeated value where it is written."""
        if isinstance(self.node, Alias):
            return Spot(self.node.target, self.holder, self.name, self.index).member(step)
        if isinstance(step, int):
            is_list = isinstance(self.node, Branch) and not self.node.is_record
            return self.members[step] if is_list and step < len(self.members) else None
        return next((spot for spot in self.members if spot.name and name_of(spot.name) == step), None)


def name_of(node: Node) -> str | None:
    """Return the name that a node gives to a value."""
    written = node.target if isinstance(node, Alias) else node
    return written.place.value if isinstance(written, Scalar) else None


class Sheet:
    """The text of one file, and what it holds. Edits give another sheet."""

    def __init__(self, text: Text, *, is_json: bool, mark: str = "", habits: Habits | None = None) -> None:
        """Read a text.

        Args:
            text: The text, without a byte order mark.
            is_json: Whether it is JSON.
            mark: The byte order mark that it had.
            habits: How its author writes; without them, they are taken from the text.

        Raises:
            UnreadableError: It cannot be read.
        """
        self.text, self.is_json, self.mark, self._habits = text, is_json, mark, habits
        self.root = Spot(read_json(text) if is_json else read_yaml(text)[0])
        found = _BREAK.search(text.content)
        self.newline = found[0] if found else "\n"

    @classmethod
    def of(cls, file: SourceFile) -> Sheet:
        """Return the sheet of a file."""
        mark = "\ufeff" if file.content.startswith(b"\xef\xbb\xbf") else ""
        return cls(decode(file), is_json=file.is_json, mark=mark)

    @property
    def content(self) -> str:
        """The text."""
        return self.text.content

    @cached_property
    def aliases(self) -> tuple[Alias, ...]:
        """The places where a value is repeated that stands elsewhere."""
        return tuple(node for node in nodes_in(self.root.node) if isinstance(node, Alias))

    @cached_property
    def habits(self) -> Habits:
        """How its author indents and breaks lines."""
        return self._habits or habits_of(self)

    @property
    def bytes(self) -> bytes:
        """The content of the file."""
        return (self.mark + self.content).encode()

    def data(self) -> Any:
        """Return what the file holds, as the reader gives it."""
        return Walk().data(self.root.node, ())

    def with_edits(self, edits: Iterable[Edit]) -> Sheet:
        """Return the sheet with some stretches replaced, none of which overlap; those at one place in the order given.

        Raises:
            UnreadableError: What comes out cannot be read.
        """
        content = self.content
        parts: list[str] = []
        at = 0
        for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
            parts += content[at : edit.start], edit.new.replace("\n", self.newline)
            at = edit.end
        text = Text(self.text.shown, "".join([*parts, content[at:]]))
        # What we have written is no habit of the author.
        return Sheet(text, is_json=self.is_json, mark=self.mark, habits=self.habits)

    def find(self, path: FieldPath) -> Spot | None:
        """Return the value at a path inside the file."""
        spot: Spot | None = self.root
        for step in path:
            spot = spot.member(step) if spot else None
        return spot

    def is_flow(self, spot: Spot) -> bool:
        """Tell whether a list or a record is written in brackets, or stands in some."""
        if self.in_flow(spot):
            return True
        return isinstance(spot.node, Branch) and self.content[spot.node.place.start] in "[{"

    def in_flow(self, spot: Spot) -> bool:
        """Tell whether a value stands in brackets."""
        return self.is_json or (spot.holder is not None and self.is_flow(spot.holder))

    def end(self, spot: Spot) -> int:
        """Return where a value ends, without comments and empty lines after it."""
        place = spot.node.place
        if isinstance(spot.node, Branch) and not self.is_flow(spot):
            return self.end(spot.members[-1])
        if isinstance(spot.node, Scalar) and place.style in {"literal", "folded"}:
            return block_end(self.content[place.start : place.end], spot.node.place.value or "") + place.start
        return place.end

    def start(self, spot: Spot) -> int:
        """Return where a member of a list or a record begins: its name, its dash, or in brackets its value."""
        if spot.name is not None:
            return spot.name.place.start
        if spot.holder is None or self.in_flow(spot):
            return spot.node.place.start
        if spot.index == 0:
            return spot.holder.node.place.start
        before = self.end(spot.holder.members[spot.index - 1])
        found = _SPACE_AND_COMMENTS.match(self.content, before)
        return found.end() if found else before

    def lead_end(self, spot: Spot) -> int:
        """Return where the value of a member may begin: after the colon or the dash."""
        if spot.name is None:
            return self.start(spot) + 1
        found = _COLON.match(self.content, spot.name.place.end)
        return found.end() if found else spot.name.place.end

    def column(self, offset: int) -> int:
        """Return how many characters stand before one in its line."""
        return offset - self.text.start_of_line(offset)

    def line_end(self, offset: int) -> int:
        """Return where the line of a character ends, before its line end."""
        return self.text.end_of_line(offset)

    def after_line(self, offset: int) -> int:
        """Return where the next line begins."""
        found = _BREAK.search(self.content, offset)
        return found.end() if found else len(self.content)


def nodes_in(node: Node) -> Iterator[Node]:
    """Yield a value and all that is written in it."""
    yield node
    if isinstance(node, Branch):
        for child in node.children:
            yield from nodes_in(child)
