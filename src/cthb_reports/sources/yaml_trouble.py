"""Where the YAML parser stopped, and what stands around that place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from cthb_reports.sources.decoding import Text


@dataclass(frozen=True, slots=True)
class Trouble:
    """A syntax error.

    Args:
        text: The text of the file.
        context: What the parser was doing, in its words.
        problem: What it did not like, in its words.
        start: Where the part began that it was reading, counted from 0.
        stop: Where it stopped.
    """

    text: Text
    context: str
    problem: str
    start: int
    stop: int

    @property
    def char(self) -> str:
        """The character at which the parser stopped."""
        return self.text.content[self.stop : self.stop + 1]

    @property
    def line_start(self) -> int:
        """Where its line begins."""
        return self.text.start_of_line(self.stop)

    @property
    def line(self) -> str:
        """Its line, without the line end."""
        return self.text.content[self.line_start : self.text.end_of_line(self.stop)]

    @property
    def before(self) -> str:
        """What stands on the line before the place."""
        return self.text.content[self.line_start : self.stop]

    @property
    def words(self) -> tuple[int, str]:
        """The line without its indentation, and where that begins."""
        words = self.line.strip()
        return self.line_start + len(self.line) - len(self.line.lstrip()), words

    @property
    def line_above(self) -> tuple[int, str]:
        """The last line with words before this one, and where its words begin."""
        above = self.text.content[: self.line_start].rstrip()
        start = self.text.start_of_line(max(len(above) - 1, 0))
        words = above[start:].lstrip()
        return len(above) - len(words), words


def trouble_of(error: yaml.YAMLError, text: Text) -> Trouble:
    """Return where the parser gave up; the beginning of the file where it does not say."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Trouble(text, "", str(error), 0, 0)
    stop = min(error.problem_mark.index, len(text.content))
    start = error.context_mark.index if error.context_mark else stop
    return Trouble(text, error.context or "", error.problem or "", start, stop)
