"""Where the files that ship with the program are, installed or in a checkout."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def templates_root() -> Traversable:
    """Return the folder of templates: inside the package when installed, else in the checkout."""
    packaged = resources.files("cthb_reports") / "templates"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "templates"
