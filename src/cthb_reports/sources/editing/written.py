"""What is written where a value is to stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cthb_reports.sources.spelling import Style


@dataclass(frozen=True, slots=True)
class Written:
    """A value as YAML.

    Args:
        inline: What stands on the line of its name or dash.
        below: The lines beneath, with their indentation.
    """

    inline: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a value is to stand.

    Args:
        margin: How far its name or dash is indented.
        column: Where it begins in its line, counted from 0.
        step: By how much more than the name a record in it is indented.
        dash: By how much more than the name the dashes of a list in it are indented.
        width: How long a line may become.
        is_entry: Whether it is an entry of a list.
        in_flow: Whether it stands in brackets.
    """

    margin: int
    column: int
    step: int = 2
    dash: int = 2
    width: int = 120
    is_entry: bool = False
    in_flow: bool = False


@dataclass(frozen=True, slots=True)
class Old:
    """The text that another takes the place of.

    Args:
        style: How it is written.
        source: What stands in the file.
        value: What it says.
    """

    style: Style
    source: str
    value: str
