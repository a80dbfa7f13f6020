"""Which line of a template is at work, so that a draft can say where each of its words comes from."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType

    from jinja2 import Template


@dataclass(frozen=True, slots=True)
class Origin:
    """A line of compiled code; what line of the template it came from is worked out when somebody asks."""

    template: Template
    compiled_line: int

    def __str__(self) -> str:
        return f"{self.template.name}:{self.template.get_corresponding_lineno(self.compiled_line)}"


def origin() -> Origin | None:
    """Return the line of a template that runs now, the innermost; `None` where none does."""
    frame: FrameType | None = sys._getframe(1)  # noqa: SLF001  # the only way to it that costs nothing
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return Origin(template, frame.f_lineno)
        frame = frame.f_back
    return None
